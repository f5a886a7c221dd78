"""What is so once a deed is done, as plain values: the same for the real door and for one in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from documents.catalogue import Kind
from workflows.facts import Facts, Finding, PaperFact, Row, Taken
from workflows.laying import Laying, numbered
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Step

#: The states a paper of a file passes, as documents/models.py stores them.
SIGNED, READY, ISSUED, SERVED = "da_ky", "cho_in", "da_ban_hanh", "da_tong_dat"
CANCELLED = "da_huy"
#: Handed over, and then replaced by another: a paper of the file still, but no longer the one that holds.
REPLACED = "da_thay"


@dataclass(frozen=True, slots=True)
class Done:
    """A deed that was done: which step, leading where, when, by whom, under which numbers of the file.

    `record` is the sequence of its record; `row` and `finding` are the first numbers still free.
    """

    step: Step
    to_stage: str
    acted_on: date
    by: int
    record: int
    row: int
    finding: int


def facts_after(
    procedure: type[Procedure],
    facts: Facts,
    done: Done,
    laying: Laying,
    papers: tuple[PaperFact, ...],
) -> Facts:
    """The facts as they stand once the deed is written; `papers` are those of the file by then."""
    step = done.step
    gone = set(laying.supersedes)
    kept = [row for row in facts.rows if row.number not in gone]
    laid = [
        row_fact(number, row.kind, done.record, done.by, done.acted_on, step.code, row.facts)
        for number, row in numbered(laying.rows, done.row)
    ]
    rows = tuple(sorted((*kept, *laid), key=lambda row: row.number))
    moved = step.moves and not step.about_finding
    return replace(
        facts,
        stage=done.to_stage if moved else facts.stage,
        moved_on=done.acted_on if moved else facts.moved_on,
        taken={**facts.taken, step.code: _taken(facts.taken.get(step.code), done.acted_on)},
        rows=rows,
        findings=_findings(procedure, facts, done, laying),
        papers=papers,
    )


def row_fact(
    number: int, kind: str, laid_by: int, by: int, on: date, step: str, read: Mapping[str, Any]
) -> Row:
    """A live row as the rule book sees it; one written anew keeps the step, the day and the hand of its entry."""
    if entry := read.get("corrects"):
        by, on, step = entry["by"], date.fromisoformat(entry["on"]), entry["step"]
    return Row(number, kind, laid_by, by, on, step, read)


def papers_after(
    facts: Facts,
    step: Step,
    inputs: Mapping[str, Any],
    signed: Iterable[Kind] = (),
    electronic: bool = True,
) -> tuple[PaperFact, ...]:
    """The papers as they stand once the step is taken: `signed` ones beside those that lay there.

    New papers are not yet known by a number. `electronic` tells that the organ's own papers wait for the
    clerk's number; others take it with the signature.
    """
    if step.lays is RowKind.NUMBERED:
        return tuple(
            replace(one, state=READY, dated=facts.acted_on)
            if one.id == inputs.get("paper")
            else one
            for one in facts.papers
        )
    if step.lays in (RowKind.PAPER_CANCELLED, RowKind.PAPER_REPLACED):
        return _taken_back(facts, step, inputs, signed, electronic)
    papers = tuple(
        replace(one, state=SERVED) if _handed(one, step, inputs) else one for one in facts.papers
    )
    return papers if step.prepares else (*papers, *_new(facts, step, signed, electronic))


def _taken_back(
    facts: Facts,
    step: Step,
    inputs: Mapping[str, Any],
    signed: Iterable[Kind],
    electronic: bool,
) -> tuple[PaperFact, ...]:
    """The papers once one was taken back; a new one stands where the old one did, as the step's that issued it."""
    named = inputs.get("paper")
    old = next((one for one in facts.papers if one.id == named), None)
    state = REPLACED if old and old.state in (SERVED, REPLACED) else CANCELLED
    kept = tuple(replace(one, state=state) if one.id == named else one for one in facts.papers)
    new = (
        replace(one, step=old.step if old else one.step)
        for one in _new(facts, step, signed, electronic)
    )
    return (*kept, *new)


def waits(kind: Kind, electronic: bool) -> bool:
    """Whether a signed paper waits for the clerk's number: only an organ's own, signed electronically."""
    return kind.numbered and electronic and not kind.in_team_series


def _handed(paper: PaperFact, step: Step, inputs: Mapping[str, Any]) -> bool:
    """Whether the step hands this paper over: the one it names, or all that an earlier step issued."""
    if step.lays is RowKind.SERVICE:
        return bool(paper.id == inputs.get("paper"))
    return (
        bool(step.serves) and paper.step == step.serves and paper.state not in (CANCELLED, REPLACED)
    )


def _new(facts: Facts, step: Step, signed: Iterable[Kind], electronic: bool) -> Iterator[PaperFact]:
    for kind in signed:
        if waits(kind, electronic):
            yield PaperFact(0, kind.code, SIGNED, step.code, None)
        else:
            yield PaperFact(0, kind.code, READY, step.code, facts.acted_on)


def _findings(
    procedure: type[Procedure], facts: Facts, done: Done, laying: Laying
) -> tuple[Finding, ...]:
    about = facts.finding.number if done.step.about_finding and facts.finding else None
    findings = tuple(
        replace(finding, stage=done.to_stage) if finding.number == about else finding
        for finding in facts.findings
    )
    if laying.finding and procedure.findings:
        start = procedure.findings.stage.start.value
        findings += (Finding(done.finding, laying.finding.subject, start),)
    return findings


def _taken(earlier: Taken | None, day: date) -> Taken:
    if earlier is None:
        return Taken(day, day, 1)
    return Taken(min(earlier.first, day), max(earlier.last, day), earlier.times + 1)
