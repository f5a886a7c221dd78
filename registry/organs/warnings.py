"""Sizes and terms that are not as the guidance has them: told to whoever looks, blocking nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import law
from law import Hit, terms
from registry.models import Body, BodyKind, Organisation, OrganisationKind, Position, Post, Term
from registry.organ_models import Way

#: Who sits in a committee and is counted: its heads and members, never its officers.
SEATED = (
    Position.SECRETARY, Position.DEPUTY_SECRETARY, Position.CHAIR, Position.VICE_CHAIR, Position.MEMBER,
)  # fmt: skip
_SIZE: Mapping[str, str] = {
    OrganisationKind.CENTRE: "ubkt.size.central",
    OrganisationKind.PROVINCE: "ubkt.size.province",
    OrganisationKind.COMMUNE: "ubkt.size.commune",
}
_DEPUTIES: Mapping[str, str] = {
    OrganisationKind.PROVINCE: "ubkt.deputies.province",
    OrganisationKind.COMMUNE: "ubkt.deputies.commune",
}
WORKING = "working_day"
_BIG_CITIES = ("Hà Nội", "Thành phố Hồ Chí Minh")


@dataclass(frozen=True)
class Otherwise:
    """One thing that is otherwise than the guidance has it. `sure`: the rule was read for that very day."""

    words: str
    rule: str
    citation: str
    sure: bool


@dataclass(frozen=True)
class _Read:
    value: Any
    hit: Hit
    citation: str
    sure: bool


def of_body(
    body: Body, posts: Sequence[Post], day: date, *, standing: frozenset[int] = frozenset()
) -> Iterator[Otherwise]:
    """What is to be said of a body with these posts on a day; `standing` sits in the standing committee there.

    The body's organisation is read from `body.organisation`.
    """
    if body.kind != BodyKind.INSPECTION:
        return
    seats = Counter(one.position for one in posts if one.position in SEATED)
    place = body.organisation
    if read := _rule(_SIZE.get(place.kind), day):
        yield from _outside(read, sum(seats.values()), "ủy viên", place)
    if read := _rule(_DEPUTIES.get(place.kind), day):
        yield from _outside(read, seats[Position.VICE_CHAIR], "phó chủ nhiệm", place)
    chairs = [one for one in posts if one.position == Position.CHAIR]
    read = _rule("ubkt.chair.standing", day) if standing and place.kind in _SIZE else None
    if read and chairs and chairs[0].person_id not in standing:
        yield _warning(read, "Chủ nhiệm không ở trong ban thường vụ cấp ủy cùng cấp")


def of_cell(official: int, posts: Sequence[Post], day: date) -> Iterator[Otherwise]:
    """What is to be said of a cell with so many official members and these posts on a day."""
    if (read := _rule("cell.size", day)) and official < read.value["min"]:
        least = read.value["min"]
        yield _warning(read, f"Có {official} đảng viên chính thức, ít hơn {least}")
    if read := _rule("cell.committee", day):
        seats = sum(one.position in SEATED for one in posts)
        enough, most = read.value["official_members_from"], read.value["max"]
        if official >= enough and seats == 1:
            yield _warning(read, f"Đủ {enough} đảng viên chính thức để bầu chi ủy, chỉ ghi bí thư")
        if seats > most:
            yield _warning(read, f"Chi ủy có {seats} người, nhiều hơn {most}")


def of_term(term: Term, day: date, *, follows: bool = False) -> Iterator[Otherwise]:
    """What is to be said of a term: its length, an election not approved in time, a takeover not written down."""
    yield from _unapproved(term, day)
    yield from _not_taken_over(term, day, follows=follows)
    read = _rule("committee.term", day)
    if read is None or term.last_day is None:
        return
    years = read.value
    latest = term.first_day.replace(
        year=term.first_day.year + years, day=min(term.first_day.day, 28)
    )
    if (term.last_day - latest).days > _ROUNDING:
        yield _warning(read, f"Nhiệm kỳ {term.name} dài hơn {years} năm")


def _unapproved(term: Term, day: date) -> Iterator[Otherwise]:
    """The result is reported, then approved; both terms are counted from the first day of the term of office."""
    mandate = getattr(term, "mandate", None)
    if mandate is None or mandate.way != Way.ELECTED or mandate.approved_on is not None:
        return
    report, approval = (
        _rule(name, day) for name in ("committee.result_report", "committee.approval")
    )
    if report is None or approval is None:
        return
    reported = terms.last_day(term.first_day, report.value, report.hit.unit or WORKING).longest
    approved = terms.last_day(reported, approval.value, approval.hit.unit or WORKING).longest
    if day > approved:
        yield _warning(
            approval,
            f"Nhiệm kỳ {term.name} chưa ghi việc chuẩn y; tính từ ngày đầu nhiệm kỳ thì hạn báo cáo kết quả bầu"
            f" là {reported:%d/%m/%Y}, hạn chuẩn y là {approved:%d/%m/%Y}",
        )


def _not_taken_over(term: Term, day: date, *, follows: bool) -> Iterator[Otherwise]:
    """Whoever follows another term takes over from it; counted from the first day too, as nobody read otherwise."""
    if not follows or not hasattr(term, "mandate") or hasattr(term, "handover"):
        return
    read = _rule("committee.takeover", term.first_day)
    if read is None:
        return
    last = terms.last_day(term.first_day, read.value, read.hit.unit or WORKING).longest
    if day > last:
        yield _warning(
            read,
            f"Nhiệm kỳ {term.name} chưa ghi việc nhận bàn giao; tính từ ngày đầu nhiệm kỳ thì hạn là {last:%d/%m/%Y}",
        )


#: A term ends with the year or the quarter in which its years are over. A habit, not the law.
_ROUNDING = 366


def _rule(name: str | None, day: date) -> _Read | None:
    """The rule of that day, or else the nearest earlier reading of it; sure only where it was read for that day."""
    if name is None:
        return None
    hit = law.rule(name, on=day)
    if hit.state == "known":
        return _Read(hit.value, hit, str(hit.cited or ""), sure=hit.gives_verdict)
    near = next((one for one in hit.proposals if one.kind == "earlier"), None)
    return near and _Read(near.value, hit, near.citation or "", sure=False)


def _outside(read: _Read, counted: int, called: str, place: Organisation) -> Iterator[Otherwise]:
    least, most = read.value["min"], read.value["max"]
    if place.place in _BIG_CITIES and "ha_noi_hcm" in read.value:
        least, most = read.value["ha_noi_hcm"]
    if not least <= counted <= most:
        yield _warning(read, f"Có {counted} {called}; hướng dẫn: {least}–{most}")


def _warning(read: _Read, words: str) -> Otherwise:
    return Otherwise(f"{words}.", read.hit.rule, read.citation, read.sure)
