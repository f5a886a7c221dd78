"""A body directly above the sample committee, with somebody who leads it."""

from datetime import date

from registry.models import Body, Organisation, Placement, Post
from tests.cases.supervision import Supervision


def body_above(supervision: Supervision) -> Body:
    """An inspection committee of the organisation directly above, chaired by the secretary of the commune."""

    body = supervision.province.bodies["ubkt"]
    above = Placement.objects.filter(organisation=body.organisation, last_day=None).first()
    parent = above.parent if above else None
    if parent is None:
        parent = Organisation.objects.create(
            code="tren",
            kind="tinh",
            name="Đảng bộ tỉnh Mẫu",
            place="Mẫu",
            first_day=date(2015, 1, 1),
        )
        Placement.objects.create(
            organisation=body.organisation, parent=parent, first_day=date(2015, 1, 1)
        )
    committee = Body.objects.create(
        organisation=parent, kind="ubkt", name="Ủy ban Kiểm tra cấp trên", symbol="UBKT",
        superior_line="TỈNH ỦY MẪU", issuing_line="ỦY BAN KIỂM TRA", first_day=date(2015, 1, 1),
    )  # fmt: skip
    Post.objects.create(
        person=supervision.who("bithu"),
        body=committee,
        position="chu_nhiem",
        first_day=date(2015, 1, 1),
    )
    return committee
