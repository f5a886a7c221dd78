"""Deadlines of a suspension: the end of its term. It raises a flag; a person decides, nothing ends by itself."""

from __future__ import annotations

from collections.abc import Iterable

from workflows.clocks import Clock, Deadline, explained
from workflows.facts import Facts
from workflows.guards import look_up
from workflows.rows import RowKind
from workflows.suspensions import first_day, running_term, until_by_law

LABEL = "Hết thời hạn đình chỉ: cho trở lại, hoặc gia hạn"
BY_LAW = "Hết thời hạn tố tụng đã được thông báo"


def end_of_term(rule: str) -> Deadline:
    """The end of a term whose length `rule` sets, with the extensions decided."""

    def find(facts: Facts) -> Iterable[Clock]:
        found = running_term(facts)
        if found is None or facts.has_taken("lift"):
            return
        extra = sum(row.facts["days"] for row in facts.of(RowKind.EXTENSION))
        said = {**explained(found), "source": look_up(rule, facts).cited, "extended": extra}
        yield Clock("het_dinh_chi", LABEL, found.last_day, said)

    return Deadline(LABEL, since="hand_over", until="lift", find=find, rule=rule)


def _end_by_law(facts: Facts) -> Iterable[Clock]:
    last = until_by_law(facts)
    if last is None or facts.has_taken("lift"):
        return
    said = {"source": end_by_law.set_by, "start": first_day(facts), "skipped": []}
    yield Clock("het_dinh_chi", BY_LAW, last, said)


end_by_law = Deadline(
    BY_LAW,
    since="hand_over",
    until="lift",
    find=_end_by_law,
    set_by="văn bản của cơ quan tiến hành tố tụng",
)
