"""Bringing a row of law read in the full text into force: one authorised person proposes, another confirms.

Both see first what it changes for the files that run. The confirmed row is written as the site's next
signed law version; the database keeps who did it, on what document, and what they saw.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

import law
from cases.models import Adoption, Attachment, Case, LawProposal
from cases.simulation import simulate
from law import LawBook, Reason, adoption, shelf
from law.differences import value_in_words
from law.faults import LawRefused
from proof.canonical import sha256
from proof.reader import as_the_system
from registry import clock
from registry.models import BodyKind, Person, Position, Post, on
from workflows.uses import uses

#: Who answers for the law of a site, in any inspection committee of it.
AUTHORISED = (Position.CHAIR, Position.VICE_CHAIR)
#: One adoption at a time, in all processes: the number of an advisory lock of PostgreSQL.
_LOCK = 7_211_030


class AdoptionRefused(Exception):
    """The row is not adopted; `reasons` holds all of them, and nothing was changed."""

    def __init__(self, reasons: Sequence[Reason]):
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reason.text for reason in self.reasons))


def post_of(person: Person, day: date) -> Post | None:
    """Return the post in which `person` may propose or confirm on `day`; None when they may not."""
    held = Post.objects.filter(
        on(day), person=person, position__in=AUTHORISED, body__kind=BodyKind.INSPECTION
    )
    return held.select_related("body", "person").order_by("first_day", "pk").first()


@as_the_system()  # a row of law is tried on every file of the site; only figures come back
def simulated(row: adoption.Adoption, today: date, book: LawBook | None = None) -> dict[str, Any]:
    """Return, as plain values, what the row would change for the live files whose procedure asks it.

    LawRefused when the law with this row in it could not be used.
    """
    present = book or law.book()
    with law.using(present):
        asking = {use.procedure for use in uses().get(row.rule, ())}
        files = Case.objects.filter(procedure__in=asking).values_list("pk", flat=True)
        found = simulate(adoption.over(present, row), today, files).as_json()
        return {**found, "used": bool(asking)}


def seen(row: adoption.Adoption, simulation: dict[str, Any], book: LawBook | None = None) -> str:
    """Return the mark of a simulation somebody was shown: of the law, the row and every result."""
    return sha256([(book or law.book()).version, row.as_json(), simulation])


def propose(
    row: adoption.Adoption, *, by: Person, mark: str, today: date | None = None
) -> LawProposal:
    """Record the proposal of `by`, who saw the simulation that `mark` names.

    Raises AdoptionRefused with every reason.
    """
    today = today or clock.today()
    with law.using(shelf.newest()) as book, transaction.atomic():
        _one_at_a_time()
        post = post_of(by, today)
        reasons = [*not_authorised(post), *adoption.reasons_against(book, row)]
        reasons += [*_without_scan(row), *_already_proposed(row)]
        simulation = {} if reasons else simulated(row, today, book)
        if not reasons and seen(row, simulation, book) != mark:
            reasons.append(_CHANGED_SINCE)
        if reasons or post is None:
            raise AdoptionRefused(reasons)
        return LawProposal.objects.create(
            rule=row.rule,
            content=row.as_json(),
            kind=adoption.kind(book, row),
            replaces=_stands_there(row, book),
            scan_id=row.document.scan_sha256,
            proposed_by=by,
            post=post,
            proposed_at=timezone.now(),
            law_version=book.version,
            simulation=simulation,
        )


def confirm(proposal: LawProposal, *, by: Person, mark: str, today: date | None = None) -> Adoption:
    """Put the proposed row in force as the site's next law version, for every verdict from now on.

    `by` is a second authorised person, who saw the simulation that `mark` names. Raises
    AdoptionRefused with every reason; a process killed meanwhile leaves the old law or the new one.
    """
    today = today or clock.today()
    with transaction.atomic():
        book = _newest_alone()
        row, post = row_of(proposal), post_of(by, today)
        reasons = [*_not_second(proposal, by, post), *adoption.reasons_against(book, row)]
        simulation = {} if reasons else simulated(row, today, book)
        if not reasons and seen(row, simulation, book) != mark:
            reasons.append(_CHANGED_SINCE)
        if reasons or post is None:
            raise AdoptionRefused(reasons)
        at = timezone.now()
        version = _kept().prepare(_signed_by(proposal, post), at.isoformat())
        answer = Adoption.objects.create(
            proposal=proposal,
            confirmed_by=by,
            post=post,
            confirmed_at=at,
            number=version.number,
            version=version.hash,
            simulation=simulation,
        )
        transaction.on_commit(settle)
    return answer


def decline(
    proposal: LawProposal, *, by: Person, reason: str, today: date | None = None
) -> Adoption:
    """Record that the second person does not confirm, and why; the law stays as it is."""
    with transaction.atomic():
        _one_at_a_time()
        post = post_of(by, today or clock.today())
        reasons = list(_not_second(proposal, by, post))
        if not reason.strip():
            reasons.append(Reason("adoption.reason", "Chưa ghi lý do.", remedy="Ghi lý do."))
        if reasons or post is None:
            raise AdoptionRefused(reasons)
        return Adoption.objects.create(
            proposal=proposal,
            confirmed_by=by,
            post=post,
            confirmed_at=timezone.now(),
            reason=reason.strip(),
            simulation={},
        )


def settle() -> None:
    """Put in force every version the database records; harmless again and again, also after a kill."""
    kept, recorded = shelf.versions(), list(_recorded())
    if kept is None or not recorded:
        return
    with kept.one_at_a_time():
        there = [version.adoption for version in kept.in_force()]
        for answer in recorded:
            if _signed_by(answer.proposal, answer.post) not in there:
                kept.enact(answer.version)


def missing() -> list[Adoption]:
    """Return the adoptions the database records whose law version is not in force."""
    kept = shelf.versions()
    there = [version.adoption for version in kept.in_force()] if kept else []
    return [one for one in _recorded() if _signed_by(one.proposal, one.post) not in there]


def reasons_to_wait(proposal: LawProposal, *, by: Person, today: date) -> tuple[Reason, ...]:
    """Return every reason why `by` may not confirm it, known before any simulation."""
    against = adoption.reasons_against(law.book(), row_of(proposal))
    return (*_not_second(proposal, by, post_of(by, today)), *against)


def row_of(proposal: LawProposal) -> adoption.Adoption:
    """Return the proposed row."""
    return adoption.from_json(proposal.content)


def _recorded() -> Iterator[Adoption]:
    people = ("proposal__post__person", "proposal__post__body", "post__person", "post__body")
    return iter(Adoption.objects.exclude(version="").select_related(*people).order_by("number"))


def _signed_by(proposal: LawProposal, confirming: Post) -> adoption.Adoption:
    return replace(
        row_of(proposal), proposed_by=_called(proposal.post), confirmed_by=_called(confirming)
    )


def _called(post: Post) -> str:
    return f"{post.person.full_name}, {post.get_position_display()}, {post.body.name}"


def _kept() -> Any:
    kept = shelf.versions()
    if kept is None:
        raise AdoptionRefused([_NOWHERE])
    return kept


def _newest_alone() -> LawBook:
    """Wait for any other adoption, see to it that it is in force, and return the law it made."""
    _one_at_a_time()
    try:
        settle()
        return shelf.newest()
    except LawRefused as refused:
        raise AdoptionRefused([Reason("adoption.files", str(refused))]) from refused


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _stands_there(row: adoption.Adoption, book: LawBook) -> str:
    """What the law said in its place when the row was proposed, in words."""
    hit = book.rule(row.rule, row.start, layer=row.layer)
    said = {"value": hit.as_json()["value"], "unit": hit.unit, "state": hit.state}
    return f"{value_in_words(said)} ({hit.cited or 'chưa có căn cứ'})"


# Why not


def not_authorised(post: Post | None) -> Iterator[Reason]:
    """Say why nobody without such a post proposes or confirms."""
    if post is None:
        yield Reason(
            "permission",
            "Chỉ chủ nhiệm hoặc phó chủ nhiệm ủy ban kiểm tra được đề nghị, xác nhận bổ sung luật.",
            remedy="Chuyển văn bản cho người đang giữ chức vụ đó.",
        )


def _not_second(proposal: LawProposal, by: Person, post: Post | None) -> Iterator[Reason]:
    yield from not_authorised(post)
    if proposal.proposed_by_id == by.pk:
        yield Reason(
            "adoption.alone",
            "Người đề nghị không tự xác nhận.",
            remedy="Một chủ nhiệm hoặc phó chủ nhiệm khác đối chiếu toàn văn rồi xác nhận.",
        )
    if Adoption.objects.filter(proposal=proposal).exists():
        yield Reason(
            "adoption.answered", "Đề nghị này đã được trả lời.", remedy="Lập đề nghị mới nếu cần."
        )


def _without_scan(row: adoption.Adoption) -> Iterator[Reason]:
    if not Attachment.objects.filter(sha256=row.document.scan_sha256).exists():
        yield Reason("adoption.scan", "Chưa có bản chụp văn bản.", remedy="Đính kèm bản chụp.")


def _already_proposed(row: adoption.Adoption) -> Iterator[Reason]:
    waiting = LawProposal.objects.filter(rule=row.rule, answer=None)
    if any(one.content == row.as_json() for one in waiting):
        yield Reason(
            "adoption.waiting",
            "Đề nghị như thế này đang chờ xác nhận.",
            remedy="Người thứ hai xem và xác nhận đề nghị đó.",
        )


_CHANGED_SINCE = Reason(
    "adoption.seen",
    "Chưa xem kết quả mô phỏng, hoặc luật, hồ sơ đã đổi từ lúc xem.",
    remedy="Xem kết quả mô phỏng mới rồi quyết định.",
)
_NOWHERE = Reason(
    "adoption.files", "Trang này chưa có nơi giữ phiên bản luật.", remedy="Báo người quản trị."
)
