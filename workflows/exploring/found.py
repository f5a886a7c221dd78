"""What a walk found: the states a file can reach, the deeds done, what each guard refused on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workflows.exploring.ledger import Ledger
from workflows.exploring.memory import Deed, MemoryFile
from workflows.facts import Facts
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step

#: Where a walk is cut: the longest we know has half of it, and one that is cut says so.
STATES_AT_MOST = 4000
#: Where that of a variant is cut, whose base was walked whole; one of so few states is walked whole itself.
STATES_OF_A_VARIANT = 100
#: Contents recorded in one file: each has a machine of its own, and they meet in no guard but "all of them".
FINDINGS_AT_MOST = 1
#: The same in words, for whoever reads what was proved.
BOUNDS = (
    f"mỗi hồ sơ {FINDINGS_AT_MOST} nội dung, dự thảo trình là ký hoặc trả lại ngay, mỗi lúc một việc thường ngày"
    " (đính chính, tạm dừng, bàn giao, mượn) đi đến cùng rồi mới sang việc khác,"
    f" biến thể đi thử {STATES_OF_A_VARIANT} trạng thái đầu, mọi câu hỏi về quy định coi như đã trả lời"
)
#: Deeds that answer for the law: the walk supposes every answer given.
OF_THE_LAW = (RowKind.ANSWER, RowKind.RELEASE)
#: Beside them, deeds on one paper after which the file waits for another in its place: nothing ahead differs.
#: Nor where a letter that went out is answered: it makes no state of its own, and is proved with real files.
NOT_WALKED = (
    *OF_THE_LAW, RowKind.PAPER_CANCELLED, RowKind.PAPER_REPLACED, RowKind.STATE_ANSWER,
)  # fmt: skip


@dataclass(slots=True)
class State:
    """One state with one file in it, the ledger of the first path to it, and what may be done there.

    `left` names each deed done here (None: the press prints) with the number of the state it led to.
    `waits` are guards for which the file can only wait, because another file puts them right.
    """

    number: int
    file: MemoryFile
    ledger: Ledger
    came: tuple[int, str] | None = None
    left: list[tuple[Step | None, int]] = field(default_factory=list)
    waits: set[str] = field(default_factory=set)

    @property
    def stage(self) -> str:
        return self.file.facts.stage


@dataclass(frozen=True, slots=True)
class Done:
    """A deed that was done on the walk: where, which, with which answers, and what the file was then."""

    state: State
    deed: Deed
    hits: tuple[dict[str, Any], ...]
    after: MemoryFile


@dataclass(slots=True)
class Walk:
    """Everything a walk of one procedure found. `whole` is False when it was cut at STATES_AT_MOST.

    `refused` holds the first facts on which each guard of each step refused, by their codes.
    """

    procedure: type[Matter]
    on: date
    states: list[State] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    refused: dict[tuple[str, str], Facts] = field(default_factory=dict)
    whole: bool = True

    @property
    def of_variant(self) -> bool:
        return self.procedure.stage.varies is not None

    def unseen(self) -> list[str]:
        """The codes of stages no file reached and of steps no file took; a question of law is none."""
        reached = {one.stage for one in self.states}
        reached |= {f.stage for one in self.states for f in one.file.facts.findings}
        stages = [
            one
            for m in self.procedure.machines()
            for one in m.stage.enum.values
            if not _told_only(m, one)
        ]
        taken = {one.deed.step.code for one in self.done}
        steps = [one for one in self.procedure.for_people() if one.lays not in NOT_WALKED]
        return [
            *(one for one in stages if one not in reached),
            *(one.code for one in steps if one.code not in taken),
        ]

    def path_to(self, state: State) -> list[str]:
        """The codes of the deeds on the way on which the walk first met a state."""
        codes: list[str] = []
        while state.came:
            number, code = state.came
            codes.append(code)
            state = self.states[number]
        return codes[::-1]


def _told_only(machine: Any, stage: str) -> bool:
    """Whether only another file leads to this stage: what is told from there is not walked here."""
    leading = [one for one in machine.steps.values() if one.target == stage]
    return bool(leading) and all(one.door_only for one in leading)
