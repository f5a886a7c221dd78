"""Which route a draft takes: the body's own row in force that day, else the site's; and laying such a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import timezone

from cases.models import ApprovalRoute
from cases.reading import RouteRow
from cases.refused import StepRefused
from law import Reason
from permissions.roles import LEADING
from registry.models import Body, Person, Post, on
from workflows.facts import Facts
from workflows.stages import Step
from workflows.stations import Route, Station, site_default, together


def route_for(
    step: Step, facts: Facts, papers: Iterable[str], rows: Sequence[RouteRow], day: date
) -> Route:
    """The route on `day` of a draft with these papers: the stations of every one of them together."""
    body = facts.body_at(step.at)
    kind = facts.bodies[body].kind if body in facts.bodies else facts.body
    ours = [row for row in rows if row.body == body and row.first_day <= day]
    return together(in_force(ours, kind, paper, day) for paper in papers)


def in_force(rows: Sequence[RouteRow], kind: str, paper: str, day: date) -> Route:
    """The route of one kind of paper: its own newest row, else the one for all, else the site's.

    `rows` are one body's that have begun, oldest first.
    """
    for wanted in (paper, ""):
        found = next((row for row in reversed(rows) if row.paper == wanted), None)
        if found and not found.ended:
            return Route(found.stations, found.waits_for_opinions)
    return site_default(kind, paper, day)


def led_by(person: Person, day: date) -> list[Body]:
    """The bodies that `person` leads on `day`: whose routes they may lay down."""
    posts = Post.objects.filter(on(day), person=person, position__in=LEADING)
    return list(Body.objects.filter(on(day), pk__in=posts.values("body")).order_by("pk"))


def lay_route(
    body: Body,
    *,
    by: Person,
    paper: str,
    stations: Sequence[str],
    first_day: date,
    document: str,
    today: date,
    waits_for_opinions: bool = False,
    ended: bool = False,
) -> ApprovalRoute:
    """Lay down a body's route from `first_day` on (not before `today`), on a document.

    Drafts already submitted keep theirs. Raises StepRefused with every reason: not a leader of the
    body, a day gone by, no document, no station or an unknown one.
    """
    order = [station.value for station in Station if station.value in stations]
    reasons = []
    if body not in led_by(by, today):
        reasons.append(
            Reason(
                "permission",
                "Chỉ người đứng đầu và cấp phó của cơ quan quy định đường duyệt của cơ quan.",
                remedy="Chuyển việc cho chủ nhiệm, phó chủ nhiệm (bí thư, phó bí thư) của cơ quan.",
            )
        )
    if first_day < today:
        reasons.append(
            Reason(
                "input.first_day",
                "Đường duyệt không áp dụng lùi ngày: dự thảo đã trình giữ đường của nó.",
                remedy="Chọn từ hôm nay trở đi.",
            )
        )
    if not document.strip():
        reasons.append(
            Reason("input.document", "Chưa nêu văn bản quy định.", remedy="Ghi số, ngày văn bản.")
        )
    if not ended and (not order or set(stations) - set(order)):
        reasons.append(
            Reason(
                "input.stations",
                "Chưa chọn cấp nào, hoặc có cấp không có trong danh sách.",
                remedy="Chọn các cấp; muốn bỏ thì thôi áp dụng đường duyệt này.",
            )
        )
    if reasons:
        raise StepRefused(reasons)
    return ApprovalRoute.objects.create(
        body=body, paper=paper, stations=[] if ended else order, first_day=first_day, ended=ended,
        waits_for_opinions=waits_for_opinions and not ended, document=document.strip(),
        laid_by=by, laid_at=timezone.now(),
    )  # fmt: skip
