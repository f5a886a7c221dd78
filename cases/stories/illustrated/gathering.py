"""A story gathered from the records of a family of files; nothing else is asked, nobody is remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from cases.models import Case, RecordPaper, StepRecord
from cases.stories.illustrated import cast
from cases.stories.illustrated.clocks import Clocks, clocks_of
from cases.stories.illustrated.filed import Filed, read
from cases.stories.illustrated.parts import (
    MatterTold,
    PaperTold,
    PhaseTold,
    Result,
    StepTold,
    Story,
)
from cases.stories.illustrated.said import said_at
from cases.stories.illustrated.verdicts import open_law, verdicts_of
from cases.stories.illustrated.votes import votes_of
from workflows.stages import Step

#: Gives the addresses of a printed paper: its PDF, and the pictures of its pages. The number is the
#: paper's place in its file, from one.
Addresses = Callable[[Case, int, RecordPaper], tuple[str, Sequence[str]]]


def story_of(
    cases: Sequence[Case], addresses: Addresses, *, title: str = "", sample: bool = False
) -> Story:
    """Return the story of `cases`, told in their order. `sample` marks invented documents as such."""
    files = read(cases)
    told = {filed.case.pk for filed in files}
    matters = [_matter(filed, addresses, sample, told) for filed in files]
    shown, confirmed = open_law(matters)
    return Story(
        title=title or " → ".join(matter.title for matter in matters),
        sample=sample,
        matters=matters,
        subjects=cast.subjects(files),
        companies=cast.companies(files),
        open_law=shown,
        confirmed=confirmed,
    )


def _matter(filed: Filed, addresses: Addresses, sample: bool, told: set[int]) -> MatterTold:
    case, procedure = filed.case, filed.procedure
    clocks, phases = clocks_of(filed), _phases(filed)
    places = {held.pk: place for place, held in enumerate(filed.held, start=1)}
    papers: dict[int, list[PaperTold]] = {}
    for held in filed.held:
        one = _paper(held, *addresses(case, places[held.pk], held))
        papers.setdefault(held.record_id, []).append(one)
    steps = [
        _step(record, filed, clocks, papers.get(record.pk, []), sample) for record in filed.history
    ]
    return MatterTold(
        reference=case.reference,
        came_from=case.origin.reference if case.origin and case.origin_id in told else "",
        title=case.title,
        procedure=procedure.label,
        body=case.body.name,
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        stage=procedure.stage.enum(case.stage).label,
        phases=[
            PhaseTold(phase, [step for _, step in taken])
            for phase, taken in groupby(zip(phases, steps, strict=True), key=lambda pair: pair[0])
        ],
        results=_results(filed),
        records=case.records,
        head=case.head,
        fault=filed.fault(),
    )


def _phases(filed: Filed) -> list[str]:
    """The official phase of each record: that of the next move, for it prepares that move."""
    stage, phases = filed.case.stage, []
    for record in reversed(filed.history):
        stage = record.to_stage if record.moves else stage
        phases.append(filed.procedure.phase_of(stage).label)
    return phases[::-1]


def _step(
    record: StepRecord, filed: Filed, clocks: Clocks, papers: Sequence[PaperTold], sample: bool
) -> StepTold:
    step = filed.procedure.step(record.step)
    return StepTold(
        place=f"{filed.case.reference}-{record.sequence}",
        day=record.acted_on,
        title=step.label if step else "",
        sentence=step.sentence if step else "",
        who=record.actor.full_name,
        office=cast.office_of(record),
        body=cast.body_of(record),
        moved_to=_moved_to(record, step, filed),
        said=said_at(record, step, filed, sample=sample),
        votes=votes_of(filed.laid_by(record), step, record.acted_on),
        verdicts=verdicts_of(record.hits, sample=sample),
        begun=clocks.begun[record.sequence],
        ended=clocks.ended[record.sequence],
        papers=papers,
    )


def _moved_to(record: StepRecord, step: Step | None, filed: Filed) -> str:
    """The stage this step led to: of the file, or of the content that it concluded."""
    if record.from_stage == record.to_stage:
        return ""
    if record.finding and step and step.about_finding and filed.procedure.findings:
        outcome = filed.procedure.findings.stage.enum(record.to_stage).label
        return f"Nội dung {record.finding}: {outcome}"
    return str(filed.procedure.stage.enum(record.to_stage).label)


def _paper(held: RecordPaper, pdf: str, pictures: Sequence[str]) -> PaperTold:
    paper = held.paper
    return PaperTold(
        title=paper.title,
        kind=paper.catalogued.title,
        number=paper.number_text,
        day=paper.dated or paper.signed_on,
        signer=paper.signed_by.full_name if paper.signed_by else "",
        pdf=pdf,
        pictures=pictures,
    )


def _results(filed: Filed) -> list[Result]:
    if filed.procedure.findings is None:
        return []
    outcomes = filed.procedure.findings.stage.enum
    by_subject = {subject.pk: subject for subject in filed.subjects.values()}
    return [
        Result(str(by_subject[one.subject_id]), one.content, outcomes(one.stage).label)
        for one in filed.findings.values()
        if one.superseded_by_id is None and one.subject_id in by_subject
    ]
