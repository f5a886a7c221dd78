"""A file in memory: steps are taken on plain facts by the rules of the one door, without a database.

Left out is what only the register, the press and the vault know: kinship, elections awaiting approval,
who may open which file. Everything else is the same code as the real door runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from documents.catalogue import Kind
from law import Reason
from permissions.standing import Standing
from workflows import correcting
from workflows.aftermath import (
    ISSUED,
    READY,
    SERVED,
    SIGNED,
    Done,
    facts_after,
    papers_after,
)
from workflows.aiming import aimed, said, with_draft
from workflows.correcting import Correcting, Later
from workflows.facts import BodyFact, Facts, Subject
from workflows.laying import Laying, lay, numbered
from workflows.matter import Matter
from workflows.procedure import Verdict
from workflows.rows import RowKind
from workflows.signing import against_signing
from workflows.sitting import Sitting
from workflows.stages import Step


class Refused(Exception):
    """A step that may not be taken; `reasons` are all of them."""

    def __init__(self, reasons: tuple[Reason, ...]):
        super().__init__("; ".join(f"{one.rule}: {one.text}" for one in reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class MemoryFile:
    """One file: its facts, what people wrote in its rows, and the numbers that are still free.

    `deeds` are those done so far with what each was judged on.
    `register` are the bodies there are beside the handling one; `team` who goes on from the file before,
    as a team is answered; `electronic` that the clerk numbers what was signed in a later deed.
    """

    procedure: type[Matter]
    facts: Facts
    register: Mapping[int, BodyFact] = field(default_factory=dict)
    words: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    team: tuple[Mapping[str, Any], ...] = ()
    deeds: tuple[Later, ...] = ()
    electronic: bool = True
    records: int = 0
    row: int = 1
    finding: int = 1
    paper: int = 1


def opened(
    procedure: type[Matter],
    body: BodyFact,
    on: date,
    *,
    subjects: tuple[Subject, ...] = (),
    members: int = 5,
    register: Mapping[int, BodyFact] | None = None,
    electronic: bool = True,
    reviewed: Mapping[str, Any] | None = None,
) -> MemoryFile:
    """A bare file in the start stage of its procedure on `on`, before its first step."""
    facts = Facts(
        procedure=procedure.code,
        stage=procedure.stage.start.value,
        acted_on=on,
        today=on,
        opened_on=on,
        moved_on=on,
        body=body.kind,
        level=body.level,
        members=members,
        subjects=subjects,
        own=body.id,
        bodies={body.id: body},
        reviewed=reviewed,
    )
    return MemoryFile(procedure, facts, register or {}, electronic=electronic)


@dataclass(frozen=True, slots=True)
class Deed:
    """A step asked of a file: by whom, on which day, with which answers, at which meeting if it votes."""

    step: Step
    standing: Standing
    on: date
    answers: Mapping[str, Any] = field(default_factory=dict)
    sitting: Sitting | None = None


def judge(file: MemoryFile, deed: Deed, *, form_filled: bool = True) -> tuple[Reason, ...]:
    """Every reason why the deed may not be done; with the form not `form_filled`, those known before."""
    return verdict(file, deed, form_filled=form_filled)[1].reasons


def take(file: MemoryFile, deed: Deed) -> MemoryFile:
    """The file after the deed. Raises Refused with every reason; nothing is half done."""
    facts, judged = verdict(file, deed)
    if judged.reasons:
        raise Refused(judged.reasons)
    return done(file, deed, facts)


def verdict(file: MemoryFile, deed: Deed, *, form_filled: bool = True) -> tuple[Facts, Verdict]:
    """The facts on which the deed is judged, and every reason against it with the rules looked up."""
    day = replace(file.facts, acted_on=deed.on, today=max(deed.on, file.facts.today))
    facts, reasons = aimed(day, deed.step, deed.answers)
    facts = with_draft(facts, deed.step)
    facts = replace(facts, sitting=deed.sitting if form_filled else None)
    here = _correcting(file, deed)
    step, person = correcting.as_asked(here, deed.step, deed.answers), deed.standing.person
    reasons += against_signing(step, facts, person)
    if form_filled:
        reasons += _against_papers(step, facts, deed.answers)
        reasons += correcting.against(here, step, deed.answers)
    answers = deed.answers if form_filled else None
    found = file.procedure.refusals(step, facts, deed.standing, answers)
    return facts, Verdict((*reasons, *found.reasons), found.hits)


def done(file: MemoryFile, deed: Deed, facts: Facts) -> MemoryFile:
    """The file after a deed that nothing stands against, judged on `facts`."""
    step = correcting.as_asked(_correcting(file, deed), deed.step, deed.answers)
    cleaned = file.procedure.clean(step, deed.answers).values
    inputs, personal = said(step, facts, cleaned, lambda draft: file.words.get(draft, {}))
    if step.prepares:
        inputs = {**inputs, "papers": _papers_of(file, step)}
    if step.keeps_team:
        inputs = {**inputs, "team": [dict(seat) for seat in file.team]}
    laying = _laying(file, deed, step, facts, inputs, personal)
    stage = facts.finding.stage if step.about_finding and facts.finding else facts.stage
    about = Done(
        step, step.target or stage, deed.on, deed.standing.person,
        file.records + 1, file.row, file.finding,
    )  # fmt: skip
    signed = [] if step.prepares else _kinds(file, step)
    papers = papers_after(facts, step, inputs, signed, file.electronic)
    after = facts_after(file.procedure, facts, about, laying, _numbered(papers, file.paper))
    later = Later(about.record, step, replace(facts, inputs={**facts.inputs, **cleaned}))
    return replace(_laid(file, after, laying), deeds=(*file.deeds, later))


def words_in(file: MemoryFile) -> Callable[[int], Mapping[str, Any]]:
    """What people wrote in a row of the file, by its number."""
    return lambda row: file.words.get(row, {})


def _correcting(file: MemoryFile, deed: Deed) -> Correcting:
    return Correcting(file.procedure, file.facts, deed.standing.person)


def _laying(
    file: MemoryFile,
    deed: Deed,
    step: Step,
    facts: Facts,
    inputs: Mapping[str, Any],
    personal: frozenset[str],
) -> Laying:
    if step.lays is RowKind.CORRECTION:
        return correcting.laid(_correcting(file, deed), inputs, words_in(file), file.deeds)
    return lay(step, facts, inputs, personal)


def printed(file: MemoryFile) -> MemoryFile:
    """The file once the press has printed whatever has its number; the same one where nothing waits."""
    if not any(one.state == READY for one in file.facts.papers):
        return file
    papers = tuple(
        replace(one, state=ISSUED) if one.state == READY else one for one in file.facts.papers
    )
    return replace(file, facts=replace(file.facts, papers=papers))


def on_day(file: MemoryFile, day: date) -> MemoryFile:
    """The file as it lies on a later day, nothing done meanwhile."""
    facts = replace(file.facts, acted_on=day, today=max(day, file.facts.today))
    return replace(file, facts=facts)


def _against_papers(step: Step, facts: Facts, answers: Mapping[str, Any]) -> list[Reason]:
    """What documents/ refuses: a second number, and handing over what was not printed."""
    named = [one for one in facts.papers if one.id == answers.get("paper")]
    fits: tuple[str, ...] = (ISSUED, SERVED)
    if step.lays is RowKind.NUMBERED:
        fits, which = (SIGNED,), named
    elif step.lays is RowKind.SERVICE:
        which = named
    elif step.lays in (RowKind.PAPER_CANCELLED, RowKind.PAPER_REPLACED):
        which = []  # nothing ahead differs once another paper has its place; without one it waits for that
    elif step.serves:
        which = facts.papers_of(step.serves)
    else:
        return []
    if which and all(one.state in fits for one in which):
        return []
    return [
        Reason(
            "paper.state",
            "Văn bản chưa ở trạng thái làm được việc này.",
            remedy="Ký, lấy số, in rồi mới giao.",
        )
    ]


def _kinds(file: MemoryFile, step: Step) -> list[Kind]:
    body = file.facts.bodies.get(file.facts.body_at(step.at) or 0)
    is_cell = (body.kind if body else file.facts.body) == "chi_bo"
    return [one for one in (*step.issues, *step.writes) if one.of_cell in (None, is_cell)]


def _papers_of(file: MemoryFile, step: Step) -> dict[str, str]:
    """In the place of the hash of each paper's words: which version of the draft it is."""
    signing = file.procedure.steps[step.prepares or ""]
    return {kind.code: f"{file.records + 1}" for kind in _kinds(file, signing)}


def _numbered(papers: tuple[Any, ...], first: int) -> tuple[Any, ...]:
    """New papers under the next free numbers of the file."""
    free = iter(range(first, first + len(papers)))
    return tuple(one if one.id else replace(one, id=next(free)) for one in papers)


def _laid(file: MemoryFile, after: Facts, laying: Laying) -> MemoryFile:
    words = {number: row.words for number, row in numbered(laying.rows, file.row)}
    joining = {one: file.register[one] for one in laying.participants or () if one in file.register}
    clean = replace(
        after, finding=None, inputs={}, sitting=None, bodies={**after.bodies, **joining}
    )
    return replace(
        file,
        facts=clean,
        words={**file.words, **words},
        records=file.records + 1,
        row=file.row + sum(row.number is None for row in laying.rows),
        finding=file.finding + (laying.finding is not None),
        paper=1 + max((one.id for one in after.papers), default=file.paper - 1),
    )
