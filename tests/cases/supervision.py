"""One supervision for the tests: told up to any step by the right people, in sentences."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cases import services
from cases.models import Case, StepRecord
from cases.refused import StepRefused
from cases.stories import demo
from cases.stories.demo import Committee
from cases.stories.teller import Teller
from registry.models import Person
from registry.provinces import Province, load

#: The day on which every test of the door stands.
TODAY = date(2026, 11, 20)


class Supervision:
    """A thematic supervision of a village cell, begun sixty days before TODAY."""

    def __init__(self, province: Province):
        self.province = province
        self.teller = Teller(lambda _line: None, Path("/nonexistent"))
        self.teller._printed = lambda _record: []  # nothing is printed inside a test's transaction
        self.matter = demo.Matter("thon1", "việc quản lý đảng viên đi làm ăn xa", 60, "")

    @property
    def case(self) -> Case:
        assert self.teller.case is not None
        return self.teller.case

    @property
    def stage(self) -> str:
        return Case.objects.get(pk=self.case.pk).stage

    @property
    def last(self) -> StepRecord:
        return StepRecord.objects.filter(case=self.case).latest("sequence")

    def who(self, short: str) -> Person:
        return self.province.people[short]

    def goes_to(self, step: str) -> Supervision:
        """Take every step of the ordinary path up to and including `step`."""
        self.matter.until = step
        done = StepRecord.objects.filter(case=self.teller.case).count() if self.teller.case else 0
        us, place = Committee.of(self.province), self.province.organisations[self.matter.subject]
        every = list(demo.deeds(self.teller, us, place, self.matter, TODAY))
        for deed in every[done and self._told :]:
            deed()
            self._told += 1
        return self

    _told = 0

    def take(
        self, step: str, *, by: str, on: date = TODAY, key: str = "", **said: Any
    ) -> StepRecord:
        """Take one step, as the person of that short name."""
        return services.take_step(
            self.case, step, actor=self.who(by), acted_on=on, inputs=said, key=key, today=TODAY
        )


@contextmanager
def refused(*because: str):
    """The block is refused, and its reasons hold every one of these words."""
    with pytest.raises(StepRefused) as caught:
        yield caught
    said = " ".join(f"{r.rule} {r.text}" for r in caught.value.reasons)
    for words in because:
        assert words in said, f"{words!r} not among: {said}"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def lay_province(code: str = "kiem-thu") -> Province:
    return load("thu_ha", code=code)
