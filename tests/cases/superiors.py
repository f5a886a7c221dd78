"""Bodies above those of the samples, with the people who lead them."""

from datetime import date

from registry.models import Body, Organisation, Person, Placement, Position, Post, Term
from tests.cases.discipline import World
from tests.cases.supervision import Supervision

LONG_AGO = date(2025, 7, 1)


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


def standing_committee_of_the_province(world: World) -> Body:
    """Five members and a clerk above the commune, "tinh1" the secretary and "tinh2" the deputy."""
    body = Body.objects.create(
        organisation=world.province.organisations["tinh"], kind="btv", name="Ban Thường vụ Tỉnh ủy Mẫu Giang",
        symbol="TU", superior_line="ĐẢNG CỘNG SẢN VIỆT NAM", issuing_line="TỈNH ỦY MẪU GIANG", first_day=LONG_AGO,
    )  # fmt: skip
    Term.objects.create(body=body, name="2025–2030", first_day=LONG_AGO)
    world.bodies["btv_tinh"] = body
    posts = (Position.SECRETARY, Position.DEPUTY_SECRETARY, *[Position.MEMBER] * 3, Position.CLERK)
    for number, position in enumerate(posts, start=1):
        person = Person.objects.create(full_name=f"Mẫu Văn Tỉnh {number}")
        Post.objects.create(person=person, body=body, position=position, first_day=LONG_AGO)
        world.province.people[f"tinh{number}"] = person
    return body
