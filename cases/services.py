"""The one door: no file opens, moves or changes except through the functions of this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

import law
from cases import (
    behalf,
    corrections,
    draft_objections,
    incoming,
    lapsing,
    leaving,
    levels,
    line_objections,
    merging,
    objections,
    opening,
    papers,
    references,
    removal_objections,
    reviewed,
    routes,
    sittings,
    suspended,
    taken_up,
    telling,
)
from cases.conflicts import about_conflict
from cases.counts import about_count
from cases.models import Case, StepRecord
from cases.outcome import facts_after
from cases.passing_on import Passed, Passing, pass_file
from cases.reading import File, Reader, read_file
from cases.refused import OVERTAKEN, KeyReused, StepRefused
from cases.responsible import about_answering, about_person_result
from cases.shared_objections import about_shared
from cases.signing_right import about_approval
from cases.taken_over import with_superior
from cases.withdrawn import about_withdrawal
from cases.writing import Deed, write_down
from law import Reason
from law.faults import Impossible
from proof.canonical import sha256
from proof.reader import as_the_system
from registry import clock
from registry.models import Body, Organisation, Person, Post
from workflows import catalogue, drafts
from workflows.aiming import aimed, said, with_draft
from workflows.everyday.guided import FOLLOW
from workflows.everyday.passing_on import PASS_ON
from workflows.facts import Facts, Row
from workflows.laying import lay
from workflows.stages import Step


@dataclass(frozen=True, slots=True)
class Request:
    """What someone asks of the door, with the hash by which a repeated request is known."""

    step: str
    actor: Person
    acted_on: date
    inputs: Mapping[str, Any]
    key: str
    today: date
    draft: int | None = None

    def hashed(self, about: object) -> str:
        """The hash of the request; StepRefused for an answer that no text can hold."""
        try:
            return sha256([str(about), self.step, self.acted_on, self.inputs])
        except (UnicodeEncodeError, TypeError) as error:
            raise StepRefused([objections.UNREADABLE]) from error

    @property
    def reader(self) -> Reader:
        return Reader(self.actor.pk, self.acted_on, self.today, self.key)


@as_the_system()  # the door weighs the whole file, whatever of it the actor may read
def take_step(
    case: Case | int,
    step: str,
    *,
    actor: Person,
    acted_on: date,
    inputs: Mapping[str, Any] | None = None,
    key: str = "",
    today: date | None = None,
    draft: int | None = None,
) -> StepRecord:
    """Take one step of the procedure: the only door through which a case moves.

    `acted_on` is the day of the deed (inclusive bounds: not after `today`, which is the site's own day
    unless given; a move not before the last move). `key` makes a repeat harmless: the same key and
    request return the same record. `draft` is the number of the draft that a signer has read: another
    one waiting is not signed unread. Raises StepRefused with every reason, KeyReused for a key that
    came with another request, Case.DoesNotExist for no such case. Nothing is half done.
    """
    asked = Request(
        step, actor, acted_on, dict(inputs or {}), key or uuid4().hex, today or clock.today(), draft
    )
    pk = case if isinstance(case, int) else case.pk
    try:
        with law.steady(), transaction.atomic():
            file = read_file(pk, asked.reader, lock=True)
            if file is None:
                raise Case.DoesNotExist(f"No case {pk}.")
            record = _already(file, asked, pk) or _take(file, asked, asked.hashed(pk))
    except IntegrityError as error:
        raise _lost_race(error) from error
    return record


@as_the_system()  # a file is written before anybody may read it
def open_case(
    procedure: str,
    *,
    body: Body,
    subjects: Sequence[Person | Organisation],
    actor: Person,
    acted_on: date,
    inputs: Mapping[str, Any] | None = None,
    step: str = "",
    origin: Case | None = None,
    key: str = "",
    today: date | None = None,
    secrecy: str = "",
    item: int | None = None,
) -> Case:
    """Open a file by taking its procedure's first step (or another that opens it); return the case.

    `item` is the item of the programme that it carries out, tied to it in the same act. `secrecy` is the
    degree of the matter: a classified one is refused. Raises StepRefused with every reason (no subject, a
    body that may not, all that `take_step` refuses), KeyError for an unknown procedure, KeyReused as
    `take_step` does.
    """
    kind = catalogue.get(procedure)
    asked = Request(
        step or kind.opens,
        actor,
        acted_on,
        dict(inputs or {}),
        key or uuid4().hex,
        today or clock.today(),
    )
    about = [procedure, body.pk, [(type(s).__name__, s.pk) for s in subjects]]
    about += [item] if item else []
    try:
        with law.steady(), transaction.atomic():
            if earlier := StepRecord.objects.filter(actor=actor, key=asked.key).first():
                if earlier.request != asked.hashed(about):
                    raise KeyReused
                return earlier.case
            case = opening.new_case(kind, body, subjects, acted_on, origin)
            file = read_file(case.pk, asked.reader)
            assert file is not None
            file = replace(
                file,
                facts=replace(file.facts, subjects=opening.subject_facts(subjects, body, acted_on)),
            )
            discipline = reviewed.discipline_of(kind, origin, asked.inputs, subjects)
            decision = discipline and reviewed.of_decision(discipline, asked.reader)
            file = replace(file, facts=replace(file.facts, reviewed=decision))
            record = _take(
                file,
                asked,
                asked.hashed(about),
                [
                    *reviewed.about_opening(kind, body, discipline, decision, acted_on),
                    *objections.about_opening(kind, asked.step, body, subjects, origin, acted_on),
                    *line_objections.about_ended(body, asked.today),
                    *incoming.about_part(kind, asked.step, origin),
                    *objections.about_secrecy(secrecy),
                ],
            )
            opening.lay_subjects(case, subjects, record)
            if origin is not None and taken_up.waits(origin):
                _tell_the_letter(origin, case, asked)
            if item is not None:
                take_step(
                    case, FOLLOW, actor=actor, acted_on=acted_on, inputs={"item": item}, today=asked.today
                )  # fmt: skip
    except IntegrityError as error:
        raise _lost_race(error) from error
    case.refresh_from_db()
    return case


def _tell_the_letter(origin: Case, case: Case, asked: Request) -> None:
    """The file of the letter learns in its own history which file took it up, as whoever opened that."""
    told = {"document": f"Hồ sơ {case.reference}", "dated": asked.acted_on}
    take_step(
        origin, taken_up.TELLS, actor=asked.actor, acted_on=asked.acted_on, inputs=told, today=asked.today
    )  # fmt: skip


@as_the_system()  # whoever carries out a plan passes on files that are not theirs to read
def pass_on(
    passing: Passing, *, post: Post, actor: Person, acted_on: date, key: str, today: date
) -> Passed:
    """Let a file pass to another body as a plan of reorganisation has it, by `post` in the body that decided.

    The caller has judged the plan (cases.reorganisation). Raises StepRefused with every reason,
    KeyReused and Case.DoesNotExist as `take_step` does.
    """
    asked = Request(PASS_ON, actor, acted_on, passing.answers, key, today)
    try:
        with law.steady(), transaction.atomic():
            return pass_file(passing, post, asked.reader, asked.hashed(passing.case))
    except IntegrityError as error:
        raise _lost_race(error) from error


@as_the_system()  # the rule book judges the whole file, whatever of it is the reader's
def judge(
    file: File, step: Step, answers: Mapping[str, Any] | None = None, *, of_anybody: bool = False
) -> tuple[Reason, ...]:
    """Every reason why the reader of `file` may not take `step` now; empty means they may.

    With `answers` None only what is known before the form is filled is judged; `of_anybody`, whether the
    reader holds the office for it is not.
    """
    facts, reasons = aimed(file.facts, step, answers or {})
    facts, step = (
        with_draft(facts, step),
        corrections.as_taken(file, declared := step, answers or {}),
    )
    if answers is not None:  # nothing that is known before the form is filled reads the meeting
        facts = _with_meeting(file, step, facts, answers)
    reasons += draft_objections.about_draft(file, step, facts)
    reasons += draft_objections.about_route(file, step, answers or {})
    reasons += about_conflict(file, step, answers or {})
    reasons += about_approval(file, step)
    reasons += behalf.about_entering(file, declared, answers or {})
    reasons += behalf.about_same_hand(file, declared)
    reasons += about_shared(file, step, answers or {})
    reasons += objections.about_second_hand(file, step)
    reasons += incoming.about_lost_part(file, step)
    reasons += removal_objections.about_open_matters(file, step)
    reasons += about_withdrawal(file, step)
    reasons += about_count(file, step, answers or {})
    standing = None if of_anybody else file.standing
    verdict = file.procedure.refusals(step, facts, standing, answers)
    return (*reasons, *verdict.reasons)


def draft_words(file: File, step: Step) -> dict[str, Any]:
    """What the draft that waits for `step` says; empty when none waits."""
    words, _personal = _said(file, step, {})
    return words


def _take(file: File, asked: Request, request: str, more: Sequence[Reason] = ()) -> StepRecord:
    """Judge, move, write down, enter the papers, tell: on a locked file, inside a transaction."""
    declared = file.procedure.step(asked.step)
    if declared is None:
        raise StepRefused([objections.no_such_step(file.procedure, asked.step)])
    step, acting = corrections.as_taken(file, declared, asked.inputs), behalf.of(file, declared)
    facts, reasons = aimed(file.facts, step, asked.inputs)
    facts = _with_meeting(file, step, with_draft(facts, step), asked.inputs)
    file = replace(file, facts=facts)
    reasons += [
        *objections.about_key(asked.key),
        *more,
        *draft_objections.about_draft(file, step, facts, asked.draft),
        *draft_objections.about_route(file, step, asked.inputs),
        *corrections.about_correction(file, step, asked.inputs),
        *levels.about_levels(file, step, asked.inputs),
        *merging.about_step(file, step),
        *objections.about_outcome(file, step, asked.inputs),
        *objections.about_end(file, step),
        *lapsing.about_lapse(file, step.code),
        *objections.about_pause(file, step, asked.inputs),
        *removal_objections.about_removal(file, step, asked.inputs),
        *about_person_result(file, step, asked.inputs),
        *about_answering(file, step, asked.inputs),
        *about_conflict(file, step, asked.inputs),
        *about_approval(file, step),
        *behalf.about_entering(file, declared, asked.inputs),
        *behalf.about_same_hand(file, declared),
        *about_shared(file, step, asked.inputs),
        *objections.about_second_hand(file, step),
        *incoming.about_lost_part(file, step),
        *about_withdrawal(file, step),
        *about_count(file, step, asked.inputs),
    ]
    verdict = file.procedure.refusals(step, facts, file.standing, asked.inputs)
    cleaned = file.procedure.clean(step, asked.inputs)
    inputs, personal = _said(file, step, cleaned.values)
    unknown = references.about_references(file, step, cleaned.values)
    unknown += incoming.about_envelope(file, step, cleaned.values)
    reasons += [*verdict.reasons, *unknown]
    prepared = papers.Prepared()
    if not cleaned.faults and not unknown and not any(r.rule == "order" for r in reasons):
        with suppress(Impossible):  # votes no ballot can have: refused above, no minutes to write
            prepared, paper_reasons = papers.prepare(file, step, inputs, asked.acted_on)
            reasons += paper_reasons
    if reasons:
        raise StepRefused(reasons)

    if step.prepares:  # what the signer will be bound to
        inputs = {**inputs, "papers": prepared.words, **_route(file, step, prepared)}
    if station := draft_objections.station_passed(file, step, inputs):
        inputs, file = (
            {**inputs, "station": station},
            draft_objections.in_capacity(file, inputs, station),
        )
    if step.keeps_team:
        inputs = {**inputs, "team": opening.team_before(file.id)}
    laying = corrections.laid(file, step, inputs) or lay(step, facts, inputs, personal)
    laying = with_superior(file, step, laying)
    told = cleaned.values if not step.drafted else {"draft": _draft_of(step, facts).number}
    if acting and step.drafted:
        told = {**told, **behalf.paper_of(file, declared, {})}
    signed = papers.sign_all(
        file, step, prepared, asked.actor, behalf.signer(file, declared, inputs)
    )
    deed = _deed(file, step, asked, request, told, verdict.hits, signed)
    deed = replace(deed, acting=acting)
    record, digest = write_down(file, deed, laying, facts_after(file, deed, laying, prepared))
    opening.add_subjects(file, record, step, inputs)
    suspended.tell_the_register(file, step, asked.actor, asked.acted_on, asked.today)
    leaving.tell_the_register(file, step, asked.actor, asked.acted_on, asked.today)
    reviewed.tell_the_discipline(file, step, laying, asked.actor, asked.acted_on, asked.today)
    entered = papers.enter(file, step, record, signed, asked.actor, asked.acted_on, inputs)
    incoming.enter(file, step, record, inputs, asked.actor, asked.acted_on)
    written = StepRecord(
        pk=record, case_id=file.id, sequence=file.records + 1, step=step.code, hash=digest,
        from_stage=deed.from_stage, to_stage=deed.to_stage, moves=step.moves, acted_on=deed.acted_on,
    )  # fmt: skip
    if entered:
        transaction.on_commit(lambda: telling.tell(file, written, entered))
    return written


def _route(file: File, step: Step, prepared: papers.Prepared) -> dict[str, Any]:
    """The route in force today, frozen with the draft: a day written back changes nothing of it."""
    signing = file.procedure.steps[step.prepares or ""]
    route = routes.route_for(signing, file.facts, prepared.words, file.routes, file.facts.today)
    return route.as_json()


def _deed(file: File, step: Step, asked: Request, request: str, inputs, hits, signed) -> Deed:
    stage = (
        file.facts.finding.stage if step.about_finding and file.facts.finding else file.facts.stage
    )
    return Deed(
        step=step,
        from_stage=stage,
        to_stage=file.procedure.move(step, stage),
        acted_on=asked.acted_on,
        recorded_at=timezone.now(),
        inputs=dict(inputs),
        personal=frozenset(question.name for question in step.inputs if question.personal),
        hits=hits,
        papers=tuple((paper.pk, paper.kind, paper.values_sha256) for paper in signed),
        key=asked.key,
        request=request,
    )


def _with_meeting(file: File, step: Step, facts: Facts, answers: Mapping[str, Any]) -> Facts:
    """Bring in the meeting at which the step votes, or the one whose roll it calls."""
    if step.calls_the_roll:
        return replace(facts, sitting=sittings.of_itself(file.id, facts))
    named = answers.get("meeting") if step.at_a_meeting else None
    if not isinstance(named, str):
        return facts
    return replace(facts, sitting=sittings.of_meeting(named.strip().upper(), facts, file.id))


def _said(
    file: File, step: Step, answers: Mapping[str, Any]
) -> tuple[dict[str, Any], frozenset[str]]:
    """What the step says, and which of it is personal: its answers, or the draft that is signed."""
    return said(step, file.facts, answers, lambda draft: papers.words_of(file.id, draft))


def _draft_of(step: Step, facts: Facts) -> Row:
    draft = drafts.waiting(step.code, facts)
    assert draft is not None, "a step without its draft has been refused"
    return draft


def _already(file: File, asked: Request, about: object) -> StepRecord | None:
    if file.answered is None:
        return None
    if file.answered["case"] != file.id or file.answered["request"] != asked.hashed(about):
        raise KeyReused
    return StepRecord.objects.get(pk=file.answered["id"])


def _lost_race(error: IntegrityError) -> Exception:
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    if constraint == "one_record_per_key":
        return KeyReused()
    if constraint in ("one_record_per_place", "one_filerow_per_number", "one_finding_per_number"):
        return StepRefused([OVERTAKEN])
    return error
