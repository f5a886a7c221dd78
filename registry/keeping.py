"""Who keeps the register of a body's offices, who may be named in it, and the reasons why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from law import Reason
from registry.models import Body, BodyKind, Person, Position, Post, held_by, on

#: Whoever holds one of these posts in a body, or acts in it, writes down the changes of its offices.
KEEPERS = (
    Position.CHAIR,
    Position.VICE_CHAIR,
    Position.SECRETARY,
    Position.DEPUTY_SECRETARY,
    Position.HEAD,
    Position.DEPUTY_HEAD,
    Position.CLERK,
)
#: Posts of which a body has one holder at a time.
SINGLE = (Position.CHAIR, Position.SECRETARY, Position.HEAD)
_OF_INSPECTION = {Position.CHAIR, Position.VICE_CHAIR, Position.OFFICER}
_OF_OTHERS = {Position.SECRETARY, Position.DEPUTY_SECRETARY}
_OF_ORGANS = {Position.HEAD, Position.DEPUTY_HEAD}
#: Posts whose holders follow an area.
FOLLOWERS = (
    Position.CHAIR, Position.VICE_CHAIR, Position.MEMBER, Position.OFFICER, Position.HEAD,
    Position.DEPUTY_HEAD, Position.SECTION_CHIEF,
)  # fmt: skip


class OfficeRefused(Exception):
    """The register stays as it is; `reasons` are all the reasons why."""

    def __init__(self, reasons: list[Reason]):
        self.reasons = tuple(reasons)
        super().__init__("; ".join(str(reason) for reason in reasons))


@dataclass(frozen=True)
class Asked:
    """Who wants a change of the register, and the day on which they ask."""

    by: Person
    today: date


def keeping_post(by: Person, body: Body, today: date) -> Post | None:
    """The post by which `by` keeps the register of `body` that day, or None."""
    held = Post.objects.filter(held_by(by, today), body=body, position__in=KEEPERS)
    return held.order_by("pk").first()


def positions_in(body: Body) -> list[Position]:
    """The posts there are in a body of that kind, in their order."""
    if body.kind == BodyKind.ORGAN:  # led by its head; it has no elected members
        foreign = _OF_INSPECTION | _OF_OTHERS | {Position.MEMBER}
    else:
        others = _OF_OTHERS if body.kind == BodyKind.INSPECTION else _OF_INSPECTION
        foreign = others | _OF_ORGANS
    return [one for one in Position if one not in foreign]


def people_of(body: Body, day: date) -> QuerySet[Person]:
    """Who may be asked to act for somebody in `body`: its post holders, and the members of a cell."""
    inside = Q(pk__in=Post.objects.filter(on(day), body=body).values("person"))
    if body.kind == BodyKind.CELL:
        members = Person.objects.filter(
            on(day, "memberships__"), memberships__cell=body.organisation_id
        )
        inside |= Q(pk__in=members.values("pk"))
    return Person.objects.filter(inside)


def overlapping(first: date, last: date | None) -> Q:
    """The condition on a dated row: it holds on a day between `first` and `last`, both included."""
    begun = Q() if last is None else Q(first_day__lte=last)
    return begun & (Q(last_day=None) | Q(last_day__gte=first))


# Why not


def not_keeper(body: Body, asked: Asked) -> Iterator[Reason]:
    """Only a keeper of this body's register, today."""
    if keeping_post(asked.by, body, asked.today) is None:
        yield Reason(
            "permission",
            "Chỉ bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, trưởng ban, phó trưởng ban hoặc văn thư của "
            f"{body.name} được ghi thay đổi này.",
            remedy="Chuyển văn bản cho người đang giữ một trong các chức vụ đó.",
        )


def own_matter(person: Person, asked: Asked, text: str) -> Iterator[Reason]:
    """Nobody writes an advantage of their own into the register."""
    if person.pk == asked.by.pk:
        yield Reason("office.self", text, remedy="Nhờ người khác có thẩm quyền ghi.")


def without_document(document: str) -> Iterator[Reason]:
    """Every change rests on a document."""
    if not document.strip():
        yield Reason(
            "input.document", "Chưa ghi văn bản.", remedy="Ghi số, ký hiệu, ngày của văn bản."
        )


def days_astray(
    first: date, last: date | None, question: str = "input.last_day"
) -> Iterator[Reason]:
    """The last day, which answers `question`, is not before the first."""
    if last is not None and last < first:
        yield Reason(question, "Ngày cuối trước ngày đầu.", remedy="Ghi lại cho đúng thứ tự.")


def outside_span(
    first: date, last: date | None, within: Post | Body, called: str
) -> Iterator[Reason]:
    """The days lie in those of the post or body they depend on."""
    if first < within.first_day:
        yield Reason(
            "input.first_day",
            f"Ngày đầu trước khi {called} bắt đầu ({within.first_day:%d/%m/%Y}).",
            remedy="Ghi từ ngày đó trở đi.",
        )
    end = within.last_day
    if end is not None and (first > end or (last is not None and last > end)):
        yield Reason(
            "input.last_day",
            f"Quá ngày cuối của {called} ({end:%d/%m/%Y}).",
            remedy="Ghi ngày trong thời gian đó.",
        )


def end_astray(
    row, last_day: date, asked: Asked, *, earliest: date | None = None
) -> Iterator[Reason]:
    """A row that still holds ends once, not before it began; its past is not rewritten."""
    if row.last_day is not None and row.last_day < asked.today:
        yield Reason(
            "office.ended",
            f"Đã thôi từ sau ngày {row.last_day:%d/%m/%Y}.",
            remedy="Không cần ghi nữa.",
        )
        return
    if last_day < row.first_day:
        yield Reason(
            "input.last_day",
            f"Ngày cuối trước ngày bắt đầu ({row.first_day:%d/%m/%Y}).",
            remedy="Ghi ngày đó hoặc ngày sau.",
        )
    elif earliest is not None and last_day < earliest:
        yield Reason(
            "input.last_day",
            "Không ghi lùi ngày: việc đã làm những ngày trước vẫn còn đó.",
            remedy=f"Ghi ngày {earliest:%d/%m/%Y} hoặc ngày sau.",
        )
    if row.last_day is not None and last_day >= row.last_day:
        yield Reason(
            "input.last_day",
            f"Đã có ngày cuối là {row.last_day:%d/%m/%Y}; chỉ ghi được ngày sớm hơn.",
            remedy="Ghi ngày sớm hơn, hoặc để nguyên.",
        )
