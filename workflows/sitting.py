"""A meeting as the rule book sees it: which body, which day, who is there, and who counts in a vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import law
from law import Hit
from law.electorate import Electorate, Person, electorate

#: How the law's table of electorates calls a meeting, by the kind of the body that meets.
_MEETING_OF = {"chi_bo": "hoi_nghi_dang_vien"}
_ANY_OTHER = "cap_uy"


def meeting_word(kind: str) -> str:
    """How the law's table calls a meeting of that kind of body."""
    return _MEETING_OF.get(kind, _ANY_OTHER)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of one body, with everyone the register and the attendance list give it.

    `stage` is the stage of the meeting's own file, `purposes` why the matter judged is on its agenda.
    """

    meeting: str
    body: int
    kind: str
    held_on: date
    stage: str
    purposes: tuple[str, ...]
    people: tuple[Person, ...]

    @property
    def called(self) -> int:
        """How many people the meeting list names, whether or not they count."""
        return len(self.people)

    @property
    def present(self) -> int:
        return sum(person.present for person in self.people)

    def electorate(self, settled: Mapping[str, Hit]) -> Electorate:
        """Who counts, each exclusion with its reason; `settled` are the rules this case has answered."""
        return electorate(law.book(), self.held_on, meeting_word(self.kind), self.people, settled)

    def as_json(self) -> dict[str, Any]:
        """The plain form that a record keeps of the meeting it judged."""
        return {
            "meeting": self.meeting,
            "body": self.body,
            "kind": self.kind,
            "held_on": self.held_on.isoformat(),
            "stage": self.stage,
            "purposes": list(self.purposes),
            "people": [
                [p.id, sorted(p.statuses), p.present, p.accused, p.recused] for p in self.people
            ],
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Sitting:
        """The meeting that a record kept: see `as_json`."""
        people = tuple(
            Person(number, frozenset(statuses), present, accused, recused)
            for number, statuses, present, accused, recused in plain["people"]
        )
        return cls(
            meeting=plain["meeting"],
            body=plain["body"],
            kind=plain["kind"],
            held_on=date.fromisoformat(plain["held_on"]),
            stage=plain["stage"],
            purposes=tuple(plain["purposes"]),
            people=people,
        )
