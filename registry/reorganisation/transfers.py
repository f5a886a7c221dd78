"""Moving one organisation to another superior in two acts, and the members of an ended one, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from law import Reason
from registry import keeping, tree
from registry.keeping import Asked, OfficeRefused, keeping_post
from registry.models import (
    Body,
    BodyKind,
    Membership,
    Organisation,
    Person,
    Placement,
    RegisterEntry,
    UnitTransfer,
    on,
)
from registry.register import lock
from registry.reorganisation.changes import Changes


@dataclass(frozen=True, kw_only=True)
class Giving:
    """The giving superior decides that a unit right under it goes to another superior."""

    organisation: Organisation
    giver: Body
    receiver: Body
    day: date
    document: str

    def against(self, asked: Asked) -> Iterator[Reason]:
        """Every reason why it may not be decided."""
        yield from keeping.not_keeper(self.giver, asked)
        yield from keeping.without_document(self.document)
        if self.day > asked.today:
            yield _reason("day", "Ngày quyết định chưa đến.", "Ghi khi quyết định có hiệu lực.")
        placed = Placement.objects.filter(
            on(self.day), organisation=self.organisation, parent=self.giver.organisation_id
        )
        if not placed.exists():
            words = f"{self.organisation} không trực thuộc {self.giver.organisation}."
            yield _reason("organisation", words, "Chọn tổ chức trực thuộc.")
        if self.receiver.organisation_id in {self.organisation.pk, self.giver.organisation_id}:
            yield _reason("receiver", "Nơi nhận phải là cấp trên khác.", "Chọn nơi nhận khác.")
        elif self.receiver.organisation_id in tree.below(self.organisation.pk, self.day):
            yield _reason("receiver", "Nơi nhận đang ở dưới tổ chức này.", "Chọn nơi nhận khác.")
        if in_transfer(self.organisation, self.day):
            words = f"{self.organisation} đang được chuyển giao."
            yield _reason("in_transfer", words, "Chờ nơi nhận quyết định tiếp nhận.")


def give(deed: Giving, *, by: Person, today: date) -> UnitTransfer:
    """Record the first act; the unit is in transfer from its day on. OfficeRefused with every reason."""
    with transaction.atomic():
        lock(deed.organisation.pk)
        if reasons := list(deed.against(Asked(by, today))):
            raise OfficeRefused(reasons)
        changes = Changes()
        row = changes.begin(
            UnitTransfer(
                organisation=deed.organisation, giver=deed.giver, receiver=deed.receiver,
                first_day=deed.day, document=deed.document.strip(),
            ),
            f"{deed.giver.name} → {deed.receiver.name}",
        )  # fmt: skip
        changes.flush()
        _tell(changes, RegisterEntry.Deed.GIVEN_AWAY, by, deed.giver, today, deed.document)
    return row


def against_taking_in(
    row: UnitTransfer, day: date, document: str, asked: Asked
) -> Iterator[Reason]:
    """Every reason why the receiving superior may not take the unit in from `day` on."""
    yield from keeping.not_keeper(row.receiver, asked)
    yield from keeping.without_document(document)
    if row.last_day is not None:
        yield _reason("received", "Việc chuyển giao này đã xong.", "Không cần ghi nữa.")
    if day <= row.first_day:
        words = "Ngày tiếp nhận phải sau ngày chuyển giao: mỗi ngày tổ chức đảng chỉ ở một nơi."
        yield _reason("day", words, f"Ghi ngày sau {row.first_day:%d/%m/%Y}.")
    if day > asked.today:
        yield _reason("day", "Ngày tiếp nhận chưa đến.", "Ghi khi quyết định có hiệu lực.")


def take_in(row: UnitTransfer, *, day: date, document: str, by: Person, today: date) -> None:
    """Record the second act: from `day` on the unit stands under the receiver. OfficeRefused with every reason."""
    with transaction.atomic():
        lock(row.organisation_id)
        row.refresh_from_db()
        if reasons := list(against_taking_in(row, day, document, Asked(by, today))):
            raise OfficeRefused(reasons)
        changes, last = Changes(), day - timedelta(days=1)
        words = f"{row.giver.name} → {row.receiver.name}"
        changes.end(row, last, words, reception_document=document.strip())
        changes.end_all(
            Placement.objects.filter(on(day), organisation=row.organisation), last, words
        )
        changes.begin(
            Placement(
                organisation=row.organisation, parent_id=row.receiver.organisation_id, first_day=day
            ),
            words,
        )
        changes.flush()
        _tell(changes, RegisterEntry.Deed.TAKEN_IN, by, row.receiver, today, document)


def in_transfer(organisation: Organisation, day: date) -> bool:
    """Whether the organisation, or one above it, is in transfer on `day`."""
    line = tree.above(organisation.pk, day)
    return UnitTransfer.objects.filter(on(day), organisation__in=line).exists()


# The members of an ended unit


def unmoved(organisation: Organisation) -> list[Membership]:
    """The members still written in an organisation that has ended, in the order of names."""
    if organisation.last_day is None:
        return []
    held = Membership.objects.filter(cell=organisation, last_day__isnull=True)
    return list(held.select_related("person").order_by("person__sort_key", "pk"))


def against_moving(
    row: Membership, to: Organisation, body: Body, day: date, document: str, asked: Asked
) -> Iterator[Reason]:
    """Every reason why the superior may not write a member of an ended unit into another cell."""
    yield from keeping.not_keeper(body, asked)
    yield from keeping.without_document(document)
    yield from keeping.own_matter(
        row.person, asked, "Không ai tự ghi việc chuyển sinh hoạt của mình."
    )
    ended = row.cell.last_day
    if ended is None or row.last_day is not None:
        words = "Chỉ chuyển đảng viên của tổ chức đã kết thúc hoạt động mà chưa được chuyển."
        yield _reason("member", words, "Chọn trong danh sách chưa chuyển.")
    elif day <= ended:
        yield _reason("day", "Ngày chuyển không trước ngày tổ chức kết thúc.", "Ghi ngày sau đó.")
    if day > asked.today:
        yield _reason("day", "Ngày chuyển chưa đến.", "Ghi khi có quyết định.")
    if to.kind != BodyKind.CELL or to.pk not in tree.below(body.organisation_id, day):
        yield _reason("to", "Nơi đến phải là chi bộ thuộc cấp quyết định.", "Chọn chi bộ khác.")


def move_member(
    row: Membership,
    *,
    to: Organisation,
    body: Body,
    day: date,
    document: str,
    by: Person,
    today: date,
) -> Membership:
    """Write a member of an ended unit into another cell from `day` on. OfficeRefused with every reason."""
    with transaction.atomic():
        for one in sorted({row.cell_id, to.pk}):
            lock(one)
        row.refresh_from_db()
        if reasons := list(against_moving(row, to, body, day, document, Asked(by, today))):
            raise OfficeRefused(reasons)
        changes, words = Changes(), f"{row.cell.name} → {to.name}"
        changes.end(row, day - timedelta(days=1), words)
        new = changes.begin(
            Membership(person=row.person, cell=to, status=row.status, first_day=day), words
        )
        changes.flush()
        _tell(changes, RegisterEntry.Deed.MEMBER_MOVED, by, body, today, document)
    return new


def _tell(changes: Changes, deed: str, by: Person, body: Body, today: date, document: str) -> None:
    post = keeping_post(by, body, today)
    changes.tell(deed, by=by, post=post, on=today, document=document.strip())


def _reason(name: str, words: str, remedy: str) -> Reason:
    return Reason(f"input.{name}", words, remedy=remedy)
