"""A suspension that was announced enters the register, and leaves it when its end is announced."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from cases.models import RecordPaper, Subject
from cases.reading import File
from cases.refused import StepRefused
from documents.wording import figures
from registry import offices
from registry.keeping import OfficeRefused
from registry.models import Body, Person, VotingStatus
from registry.statuses import BeginStatus, EndStatus, home_of, standing_of
from workflows.facts import Facts
from workflows.rows import RowKind
from workflows.stages import InRegister, Step
from workflows.suspensions import IN_PROCEEDINGS, first_day, ground

_OF_SUSPENSION = (InRegister.SUSPENDED, InRegister.RESTORED)


def tell_the_register(file: File, step: Step, by: Person, on: date, today: date) -> None:
    """Write into the register what the step says of the member; nothing for an organisation.

    Raises StepRefused with the register's reasons.
    """
    if step.in_register not in _OF_SUSPENSION or not file.facts.subjects[0].is_person:
        return
    person = Subject.objects.get(case=file.id, superseded_by=None).person
    body = home_of(person, on) or Body.objects.get(pk=file.body)
    document = decision_of(file)[0]
    begins = step.in_register is InRegister.SUSPENDED
    deed = (_begins if begins else _ends)(file.facts, person, body, on, document)
    try:
        if deed is not None:
            offices.record(deed, by=by, today=today)
    except OfficeRefused as refused:
        raise StepRefused(list(refused.reasons)) from refused


def _begins(facts: Facts, person: Person, body: Body, on: date, document: str) -> Any:
    """From the day the decision names, but not before it was announced."""
    start = max(date.fromisoformat(first_day(facts)), on)
    return BeginStatus(
        person=person, status=_status(facts), in_body=body, first_day=start, document=document
    )


def _ends(facts: Facts, person: Person, body: Body, on: date, document: str) -> Any:
    """The day before the return; a register that says nothing of this suspension is left as it is."""
    standing = standing_of(person, _status(facts), document)
    if standing is None:
        return None
    back = facts.last(RowKind.RESUMPTION)
    returns = date.fromisoformat(back.facts["returns_on"]) if back else on
    last = max(returns - timedelta(days=1), standing.first_day)
    return EndStatus(standing=standing, in_body=body, last_day=last, document=document)


def _status(facts: Facts) -> str:
    proceedings = ground(facts) in IN_PROCEEDINGS
    return VotingStatus.Status.PROSECUTED if proceedings else VotingStatus.Status.SUSPENDED


def decision_of(file: File, step: str = "decide") -> tuple[str, date]:
    """The number and day of the decision that `step` signed, by which the register knows it, and that day."""
    held = RecordPaper.objects.filter(case=file.id, record__step=step).select_related("paper")
    paper = held.latest("paper_id").paper
    said = paper.as_reference
    return f"{said['kind']} số {said['number']}, ngày {figures(said['on'])}", paper.dated
