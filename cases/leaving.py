"""A decision that was announced ends a membership in the register; one that annuls it lets the membership go on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cases.models import Subject
from cases.reading import File
from cases.refused import StepRefused
from cases.suspended import decision_of
from law import Reason
from registry import offices, tree
from registry.deeds import Deed
from registry.exit_models import Exit
from registry.exits import exit_of
from registry.keeping import OfficeRefused
from registry.leaving import LeaveParty, RestoreMember, also_ends
from registry.models import Body, BodyKind, Membership, Organisation, Person
from registry.models import on as holding
from workflows import reviews
from workflows.forms import Form
from workflows.stages import InRegister, Step

_NO_MEMBER = Reason(
    "exit.no_member",
    "Danh bạ không ghi người này là đảng viên của chi bộ nào vào ngày đó.",
    remedy="Bổ sung việc sinh hoạt đảng vào danh bạ rồi ghi lại bước này.",
)
_NO_BODY = Reason(
    "exit.no_body",
    "Danh bạ không có cơ quan nào của chi bộ này hoặc của cấp trên.",
    remedy="Bổ sung cơ quan vào danh bạ rồi ghi lại bước này.",
)
_NO_EXIT = Reason(
    "exit.none",
    "Danh bạ không ghi người này đã ra khỏi Đảng.",
    remedy="Kiểm tra danh bạ; người vẫn là đảng viên thì không phải phục hồi.",
)


def tell_the_register(file: File, step: Step, by: Person, on: date, today: date) -> None:
    """Write into the register that the member left, or was restored, by the decision of this file.

    Raises StepRefused with the register's reasons; posts and standings end with the membership.
    """
    if step.in_register is InRegister.LEFT:
        leave(_subject(file), file.procedure.leaves_by, decision_of(file), by, on, today)
    if step.in_register is InRegister.READMITTED:
        person, undoes = _subject(file), file.procedure.restores
        if undoes and exit_of(person, on) is None:
            return  # wrongly expelled before exits were entered here: the register knows of none
        restore(person, decision_of(file, "restore" if undoes else "decide"), by, on, today)
    if step.in_register is InRegister.EXPELLED and file.facts.subjects[0].is_person:
        form = reviews.form_in_force(file.facts)
        tell_the_change(_subject(file), None, form, decision_of(file), by, on, today)


def tell_the_change(
    person: Person,
    before: str | None,
    after: str | None,
    decision: tuple[str, date],
    by: Person,
    on: date,
    today: date,
) -> None:
    """Write what the form in force now makes of a membership: expulsion ends it, another form lets it go on.

    Nothing for whoever the register does not know as a member, or as one who left. Raises StepRefused.
    """
    expelled = Form.EXPULSION.value
    if after == expelled != before and _membership(person, on) is not None:
        leave(person, Exit.Kind.EXPELLED.value, decision, by, on, today)
    if before == expelled != after and exit_of(person, on) is not None:
        restore(person, decision, by, on, today)


def leave(
    person: Person, way: str, decision: tuple[str, date], by: Person, on: date, today: date
) -> None:
    """End the membership of `person` with the day `on`, in that `way`, by that decision (words, day)."""
    membership = _membership(person, on)
    if membership is None:
        raise StepRefused([_NO_MEMBER])
    home, document = _body_of(membership.cell, on), decision[0]
    first = LeaveParty(
        membership=membership, in_body=home, way=way, document=document, decided_on=decision[1], last_day=on
    )  # fmt: skip
    _record([first, *also_ends(person, on, document, home)], by, today)


def restore(person: Person, decision: tuple[str, date], by: Person, on: date, today: date) -> None:
    """Let the membership that `person` lost go on from the day after it had ended."""
    found = exit_of(person, on)
    if found is None:
        raise StepRefused([_NO_EXIT])
    home = _body_of(found.membership.cell, on)
    back = RestoreMember(
        exit=found, in_body=home, document=decision[0], decided_on=decision[1], entered_on=on
    )
    _record([back], by, today)


def _record(deeds: Iterable[Deed], by: Person, today: date) -> None:
    try:
        for deed in deeds:
            offices.record(deed, by=by, today=today)
    except OfficeRefused as refused:
        raise StepRefused(list(refused.reasons)) from refused


def _subject(file: File) -> Person:
    return Subject.objects.get(case=file.id, superseded_by=None).person


def _membership(person: Person, on: date) -> Membership | None:
    return Membership.objects.filter(holding(on), person=person).order_by("pk").first()


def _body_of(cell: Organisation, on: date) -> Body:
    """The body in whose register the cell's members stand; of a cell that has ended the last one it had.

    A cell without a body of its own stands in the register of the first above it that has one.
    """
    bodies = Body.objects.filter(organisation=cell, kind=BodyKind.CELL).order_by("pk")
    found = bodies.filter(holding(on)).first() or bodies.last()
    above = (
        Body.objects.filter(holding(on), organisation=one).order_by("pk").first()
        for one in tree.above(cell.pk, on)
    )
    found = found or next((body for body in above if body), None)
    if found is None:
        raise StepRefused([_NO_BODY])
    return found
