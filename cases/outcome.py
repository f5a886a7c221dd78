"""The facts as a deed leaves them: what the worklist, the clocks and the seats are derived from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cases import papers
from cases.reading import File, row_fact
from cases.writing import Deed
from workflows.facts import Facts, Finding, Taken
from workflows.laying import Laying, numbered


def facts_after(file: File, deed: Deed, laying: Laying, prepared: papers.Prepared) -> Facts:
    """The facts as they stand once the deed is written: what the worklist is derived from."""
    facts, step = file.facts, deed.step
    gone = set(laying.supersedes)
    kept = [row for row in facts.rows if row.number not in gone]
    laid = [
        row_fact(
            number,
            row.kind,
            file.records + 1,
            file.standing.person,
            deed.acted_on,
            step.code,
            row.facts,
        )
        for number, row in numbered(laying.rows, file.next_number)
    ]
    rows = tuple(sorted((*kept, *laid), key=lambda row: row.number))
    moved = step.moves and not step.about_finding
    return replace(
        facts,
        stage=deed.to_stage if moved else facts.stage,
        moved_on=deed.acted_on if moved else facts.moved_on,
        taken={**facts.taken, step.code: _taken(facts.taken.get(step.code), deed.acted_on)},
        rows=rows,
        findings=_findings(file, deed, laying),
        papers=papers.facts_after(file, step, prepared, deed.inputs),
    )


def _findings(file: File, deed: Deed, laying: Laying) -> tuple[Finding, ...]:
    about = file.facts.finding.number if deed.step.about_finding and file.facts.finding else None
    findings = tuple(
        replace(finding, stage=deed.to_stage) if finding.number == about else finding
        for finding in file.facts.findings
    )
    if laying.finding and file.procedure.findings:
        start = file.procedure.findings.stage.start.value
        findings += (Finding(file.next_finding, laying.finding.subject, start),)
    return findings


def _taken(earlier: Taken | None, day: date) -> Taken:
    if earlier is None:
        return Taken(day, day, 1)
    return Taken(min(earlier.first, day), max(earlier.last, day), earlier.times + 1)
