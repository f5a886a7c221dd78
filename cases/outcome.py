"""The facts as a deed leaves them: what the worklist, the clocks and the seats are derived from."""

from __future__ import annotations

from cases import papers
from cases.reading import File
from cases.writing import Deed
from workflows.aftermath import Done
from workflows.aftermath import facts_after as plain_facts_after
from workflows.facts import Facts
from workflows.laying import Laying


def facts_after(file: File, deed: Deed, laying: Laying, prepared: papers.Prepared) -> Facts:
    """The facts as they stand once the deed is written: what the worklist is derived from."""
    done = Done(
        step=deed.step,
        to_stage=deed.to_stage,
        acted_on=deed.acted_on,
        by=file.standing.person,
        record=file.records + 1,
        row=file.next_number,
        finding=file.next_finding,
    )
    lying = papers.facts_after(file, deed.step, prepared, deed.inputs)
    return plain_facts_after(file.procedure, file.facts, done, laying, lying)
