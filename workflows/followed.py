"""What is followed until it is done: a loan, a task, an answer, a report – one row opens it, another ends it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import law
from law import terms
from workflows.facts import Facts, Row
from workflows.inputs import Day
from workflows.rows import RowKind

#: How many of those asked have answered.
ALL, SOME = "du", "con_thieu"
#: Within how many days a State or mass body tells the Party organisation of a sanction of its own.
TELLS_THE_PARTY = "notice.state_mass"


@dataclass(frozen=True)
class Followed:
    """One kind of thing that waits: the rows that open it, the row that ends it, the step that lays that.

    `names` is the answer in which the ending row names the opening one, `due` the day by which an
    opening row awaits it: one without that day awaits nothing. `ends_with` is what the ending row must say.
    """

    key: str
    label: str
    opened_by: tuple[RowKind, ...]
    ended_by: RowKind
    names: str
    due: str
    step: str
    ends_with: Mapping[str, str] = field(default_factory=dict)

    def waiting(self, facts: Facts) -> list[Row]:
        """The opening rows of a file that await their end, oldest first."""
        ended = {row.facts[self.names] for row in facts.of(self.ended_by, **self.ends_with)}
        return [
            row
            for row in facts.rows
            if row.kind in self.opened_by and row.facts.get(self.due) and row.number not in ended
        ]

    def due_of(self, row: Row) -> date:
        """The last day on which the end of `row` comes in time."""
        return date.fromisoformat(row.facts[self.due])


LOAN = Followed(
    "muon", "Hồ sơ cho mượn", (RowKind.BORROWED,), RowKind.GIVEN_BACK, "loan", "due_back",
    "give_back_file",
)  # fmt: skip
TASK = Followed(
    "viec", "Việc giao sau cuộc họp", (RowKind.TASK,), RowKind.TASK_ENDED, "task", "due", "end_task"
)
STATE_ANSWER = Followed(
    "dong_bo", "Trả lời về kỷ luật chính quyền, đoàn thể", (RowKind.NOTIFIED, RowKind.MEASURE),
    RowKind.STATE_ANSWER, "letter", "answer_by", "record_state_answer", {"rest": ALL},
)  # fmt: skip
LESSONS = Followed(
    "rut_kinh_nghiem", "Rút kinh nghiệm", (RowKind.LESSONS,), RowKind.LESSONS_REPORTED, "notice",
    "report_by", "record_lessons", {"rest": ALL},
)  # fmt: skip
#: The day by which a letter asks for an answer; one that names none is not followed.
ANSWER_BY = Day(
    name=STATE_ANSWER.due, label="Đề nghị trả lời trước ngày", required=False,
    help="Để trống nếu không cần theo dõi việc trả lời.",
)  # fmt: skip
FOLLOWED = (LOAN, TASK, STATE_ANSWER, LESSONS)


def of_key(key: str) -> Followed | None:
    """The kind of that name in an address."""
    return next((one for one in FOLLOWED if one.key == key), None)


def waiting(facts: Facts) -> Iterator[tuple[Followed, Row]]:
    """Everything of every kind that a file awaits."""
    for one in FOLLOWED:
        yield from ((one, row) for row in one.waiting(facts))


def told_late(answer: Mapping[str, Any], told_on: date) -> bool | None:
    """Whether a sanction was told to the Party later than the law of its day has it; None where that is not known.

    `answer` names the day of the other body's decision under "decided_on".
    """
    if not (decided := answer.get("decided_on")):
        return False
    day = date.fromisoformat(decided)
    found = terms.deadline(law.rule(TELLS_THE_PARTY, on=day), day)
    return told_on > found.longest if found else None
