"""What was really done on a path, kept beside the facts and without asking any guard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from workflows.conditions.discipline import UNCRITICISED, UNHEARD
from workflows.everyday import correction
from workflows.exploring.memory import MemoryFile
from workflows.forms import Part
from workflows.matter import Matter
from workflows.promises.discipline import DECISIONS
from workflows.rows import RowKind
from workflows.stages import Step


class Mark(Enum):
    """A deed of the floor of law/floor.yaml, or the record that the member would not."""

    TOLD = "thong_bao"
    CRITICISED = "tu_kiem_diem"
    HEARD = "trinh_bay_y_kien"
    VOTED = "phieu_kin"
    DECIDED = "quyet_dinh"
    SERVED = "nhan_quyet_dinh"


#: What each guarantee is called in a sentence.
WORDS = {
    Mark.TOLD: "thông báo cho đảng viên",
    Mark.CRITICISED: "tự kiểm điểm (hoặc biên bản ghi việc từ chối)",
    Mark.HEARD: "nghe đảng viên trình bày (hoặc biên bản ghi việc từ chối)",
    Mark.VOTED: "bỏ phiếu kín",
    Mark.SERVED: "trao quyết định",
}
_REFUSED = {UNCRITICISED: Mark.CRITICISED, UNHEARD: Mark.HEARD}


@dataclass(frozen=True, slots=True)
class Ledger:
    """Each deed of the floor with the record that holds it; what was corrected is not done."""

    entries: frozenset[tuple[Mark, int]] = frozenset()

    @property
    def marks(self) -> frozenset[Mark]:
        return frozenset(mark for mark, _record in self.entries)

    def after(
        self, before: MemoryFile, step: Step, answers: Mapping[str, Any], record: int
    ) -> Ledger:
        """The ledger once a step is taken under that record; a matter put to the vote again has no vote."""
        kept, procedure = self.entries, before.procedure
        if step.lays is RowKind.CORRECTION:
            return self._corrected(before, answers, record)
        if step.moves and any(step.target in one.source for one in deciding_votes(procedure)):
            kept = frozenset(one for one in kept if one[0] is not Mark.VOTED)
        return Ledger(kept | {(mark, record) for mark in marks_of(procedure, step, answers)})

    def _corrected(self, before: MemoryFile, answers: Mapping[str, Any], record: int) -> Ledger:
        """What was struck out is not done; what was written anew is worth what it says now."""
        if answers["result"] != "dung":
            return self
        asked = next(row for row in before.facts.rows if row.number == answers["request"])
        wrong = asked.facts["record"]
        kept = frozenset(one for one in self.entries if one[1] != wrong)
        laid = correction.laid_by(before.facts, wrong)
        step = before.procedure.step(laid[0].step) if laid else None
        if asked.facts["what"] != correction.REWRITE or step is None:
            return Ledger(kept)
        said = correction.said_anew(step, asked.facts)
        return Ledger(kept | {(mark, record) for mark in marks_of(before.procedure, step, said)})


def marks_of(procedure: type[Matter], step: Step, answers: Mapping[str, Any]) -> set[Mark]:
    """What taking a step with these answers is worth."""
    found = set()
    if procedure.rights and step.code == procedure.rights[0].kept_by:
        found.add(Mark.TOLD)
    if step.lays is RowKind.REPORT:
        found.add(Mark.CRITICISED)
    if step.lays is RowKind.HEARING:
        found.add(Mark.HEARD)
    if step.lays is RowKind.REFUSAL and answers.get("about") in _REFUSED:
        found.add(_REFUSED[answers["about"]])
    if step.votes is Part.DECIDES:
        found.add(Mark.VOTED)
    if DECISIONS.intersection(step.issues):
        found.add(Mark.DECIDED)
    if step.serves and DECISIONS.intersection(procedure.steps[step.serves].issues):
        found.add(Mark.SERVED)
    return found


def deciding_votes(procedure: type[Matter]) -> list[Step]:
    """The votes of a procedure that decide on a discipline."""
    return [step for step in procedure.steps.values() if step.votes is Part.DECIDES]
