"""A review and the discipline it is about, linked both ways: what it reads of the decision, what it tells its file.

A complaint settled, or a superior's own change, is a file of its own. It takes the decision as it stood from
the discipline's file, and each of its steps that matters there is written into that file's chain in the same
transaction: so the history of the discipline shows it, and nothing has to be entered twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import law
from cases import ladder, leaving, told
from cases.models import Case, RecordPaper, StepRecord, Subject, TeamSeat
from cases.reading import File, Reader, read_file
from cases.refused import StepRefused
from cases.sittings import people_of
from cases.suspended import decision_of
from law import Reason
from permissions.roles import Relation, Role
from permissions.standing import Standing
from registry.models import Body, Organisation, Person
from workflows import catalogue, reviews
from workflows.everyday.reviewing import step_for
from workflows.facts import Facts
from workflows.laying import Laying
from workflows.matter import Matter
from workflows.reviews import Outcome, Tells
from workflows.rows import RowKind
from workflows.stages import Step

_NO_DISCIPLINE = Reason(
    "review.no_discipline",
    "Chưa xác định được hồ sơ kỷ luật của đối tượng này mà đơn, việc xem xét nói đến.",
    remedy="Mở từ hồ sơ kỷ luật, hoặc ghi đúng số hồ sơ kỷ luật của chính đối tượng này.",
)
_OWN_DECISION = Reason(
    "review.own",
    "Cơ quan đã quyết định thì không tự giải quyết khiếu nại, xem xét lại quyết định của mình.",
    remedy="Chuyển cấp có thẩm quyền giải quyết.",
)
_STILL_OPEN = Reason(
    "review.open_here",
    "Cơ quan này đang có hồ sơ xem xét lại chính quyết định kỷ luật này.",
    remedy="Tiếp tục hồ sơ đang mở.",
)


# What a review reads of the decision


def discipline_of(
    kind: type[Matter], origin: Case | None, answers: Mapping[str, Any], subjects: Sequence[Any]
) -> Case | None:
    """The discipline of the same subject that a new file of `kind` is about; None where there is none."""
    if not kind.reviews:
        return None
    before = catalogue.get(origin.procedure) if origin else None
    named = str(answers.get("discipline") or "").strip().upper()
    if origin is not None and before is not None and before.disciplines:
        found: Case | None = origin
    elif origin is not None and before is not None and before.reviews:
        found = Case.objects.filter(reference=_reviewed_in(origin)).first()
    else:
        found = Case.objects.filter(reference=named, procedure__in=_disciplines()).first()
    return found if found is not None and _is_about(found, subjects) else None


def of_decision(discipline: Case, reader: Reader) -> dict[str, Any]:
    """What a review keeps of the decision as it stands: its form, who decided, who may settle, who may not."""
    theirs = read_file(discipline.pk, reader)
    assert theirs is not None
    facts, last = theirs.facts, reviews.last_result(theirs.facts)
    body = last.facts["body"] if last else facts.body_at(Relation.DECIDING)
    decider = Body.objects.select_related("organisation").get(pk=body)
    first = Body.objects.select_related("organisation").get(pk=facts.body_at(Relation.DECIDING))
    handed = last or facts.last(RowKind.HANDED_OVER)
    line = ladder.line_of(facts, reader.on)
    return {
        "discipline": discipline.reference,
        "form": reviews.form_in_force(facts),
        "decision": last.facts.get("decision", "") if last else number_of(discipline.pk),
        "decided_by": decider.pk,
        "first_by": first.pk,
        "first_level": first.organisation.kind,
        "received_on": handed.on.isoformat() if handed else None,
        "next": ladder.next_bodies(decider, line, reader.on),
        "above": ladder.bodies_above(decider, line, reader.on),
        "people": sorted(_deciders(discipline, facts) | _settlers(discipline, reader)),
    }


def number_of(case: int, step: str = "decide") -> str:
    """The number and day of the decision a file issued, as other papers refer to it; empty without one."""
    held = RecordPaper.objects.filter(case=case, record__step=step, paper__number__isnull=False)
    paper = held.select_related("paper").order_by("-paper_id").first()
    return paper.paper.number_text if paper else ""


def _deciders(case: Case, facts: Facts) -> set[int]:
    """Everyone of the body that voted, whoever signed, and the team that prepared it."""
    deciding = facts.body_at(Relation.DECIDING)
    met = facts.met_on or facts.moved_on
    voters = (
        {one.pk for one in people_of(Body.objects.get(pk=deciding), met)} if deciding else set()
    )
    signed = StepRecord.objects.filter(case=case, step="decide").values_list("actor", flat=True)
    team = TeamSeat.objects.filter(case=case).values_list("person", flat=True)
    return voters | set(signed) | set(team)


def _settlers(discipline: Case, reader: Reader) -> set[int]:
    """The same of every review that has settled this decision before."""
    known = discipline.filerows.filter(kind=RowKind.REVIEW, facts__said__in=reviews.Outcome.values)
    named = list(known.values_list("facts__source", flat=True))
    sources = Case.objects.filter(reference__in=named)
    found: set[int] = set()
    for case in sources:
        if file := read_file(case.pk, reader):
            found |= _deciders(case, file.facts)
    return found


def _reviewed_in(case: Case) -> str:
    row = case.filerows.filter(kind=RowKind.REVIEWED, superseded_by=None).first()
    return row.facts["discipline"] if row else ""


def _disciplines() -> list[str]:
    return [code for code, one in catalogue.PROCEDURES.items() if one.disciplines]


def _is_about(case: Case, subjects: Sequence[Person | Organisation]) -> bool:
    held = Subject.objects.filter(case=case, superseded_by=None)
    return len(subjects) == 1 and any(
        one in (subject.person, subject.organisation)
        for subject in held.select_related("person", "organisation")
        for one in subjects
    )


def about_opening(
    kind: type[Matter],
    body: Body,
    discipline: Case | None,
    decision: Mapping[str, Any] | None,
    on: date,
) -> list[Reason]:
    """The door's objections to a new review: no discipline, one's own decision, a file that is open here."""
    if not kind.reviews:
        return []
    cited = law.rule(kind.steps[kind.opens].basis, on=on).cited
    return [replace(one, citation=cited) for one in _against_opening(body, discipline, decision)]


def _against_opening(
    body: Body, discipline: Case | None, decision: Mapping[str, Any] | None
) -> Iterator[Reason]:
    if discipline is None or decision is None:
        yield _NO_DISCIPLINE
        return
    if decision["decided_by"] == body.pk:
        yield _OWN_DECISION
    known = discipline.filerows.filter(kind=RowKind.REVIEW, superseded_by=None)
    sources = list(known.values_list("facts__source", flat=True))
    if Case.objects.filter(reference__in=sources, body=body, closed_on=None).exists():
        yield _STILL_OPEN


# What it tells the discipline's own file


def tell_the_discipline(
    file: File, step: Step, laying: Laying, actor: Person, on: date, today: date
) -> None:
    """Write into the discipline's chain what `step` says of its decision; nothing for any other step.

    It is a step of that file, taken by the same person in the same transaction, and judged like any other.
    Raises StepRefused with that file's reasons.
    """
    if step.tells is None:
        return
    case = Case.objects.get(reference=_named(file, laying)["discipline"])
    theirs = read_file(case.pk, Reader(actor.pk, on, today), lock=True)
    assert theirs is not None
    theirs = _as_told(theirs, file, actor.pk, on)
    note = theirs.procedure.steps[step_for(_said(file, step)["said"])]
    verdict = theirs.procedure.refusals(note, theirs.facts, theirs.standing, _said(file, step))
    if verdict.reasons:
        raise StepRefused(list(verdict.reasons))
    said = dict(theirs.procedure.clean(note, _said(file, step)).values)
    told.write(theirs, note, said, verdict.hits, body=file.body)
    if step.tells is Tells.SETTLED and theirs.facts.subjects[0].is_person:
        _tell_the_register(file, theirs.facts, said, (actor, on, today))


def _tell_the_register(
    file: File, facts: Facts, said: Mapping[str, Any], asked: tuple[Person, date, date]
) -> None:
    """An expulsion that no longer stands lets the membership go on; one that now does ends it."""
    before = reviews.form_in_force(facts)
    after = before if said["said"] == Outcome.KEPT else said.get("form")
    person = Subject.objects.get(case=file.id, superseded_by=None).person
    leaving.tell_the_change(person, before, after, decision_of(file), *asked)


def _named(file: File, laying: Laying) -> Mapping[str, Any]:
    laid = next((row.facts for row in laying.rows if row.kind is RowKind.REVIEWED), None)
    return laid or reviews.reviewed(file.facts)


def _as_told(theirs: File, file: File, actor: int, on: date) -> File:
    """The discipline's file as it lies for whoever speaks from the review: with the post held there."""
    post = next(iter(file.standing.posts.values()), None)
    posts = {Relation.DOOR: post} if post else {}
    standing = Standing(actor, on, {Relation.DOOR: frozenset({Role.COMMITTEE_MEMBER})}, posts)
    return replace(theirs, standing=standing)


def _said(file: File, step: Step) -> dict[str, Any]:
    """The answers to the questions of the told step; a result comes with its form and its paper."""
    said: dict[str, Any] = {"source": file.reference, "body": file.body}
    if step.tells is not Tells.SETTLED:
        return {**said, "said": step.tells.value if step.tells else ""}
    outcome = reviews.outcome_of(file.facts)
    form = reviews.form_resolved(file.facts)
    assert outcome is not None, "nothing is announced before there is a result"
    return {
        **said,
        "said": outcome.value,
        "decision": number_of(file.id),
        **({"form": form} if form else {}),
    }
