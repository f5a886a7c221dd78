"""Within how many days a journey is reported: the rule of the nearest organisation above the cell, its last days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import law
from law import terms
from law.working_calendar import DAY
from registry import tree
from registry.journey_models import ReportRule


class Rules:
    """The rules that bind some cells, each on any day; read once for a whole list of journeys."""

    def __init__(self, cells: Iterable[int]):
        self._above: dict[int, list[tree.Placed]] = defaultdict(list)
        known = set(cells)
        for one in tree.placed_over(known) if known else ():
            self._above[one.organisation].append(one)
            known.add(one.parent)
        self._rules: dict[int, list[ReportRule]] = defaultdict(list)
        for rule in ReportRule.objects.filter(organisation__in=known).select_related(
            "organisation"
        ):
            self._rules[rule.organisation_id].append(rule)

    def of(self, cell: int, day: date) -> ReportRule | None:
        """The rule that binds a cell that day: its own, else that of the nearest above; None where nobody laid one."""
        here: int | None = cell
        while here is not None:
            if found := next((one for one in self._rules[here] if _holds(one, day)), None):
                return found
            here = next((one.parent for one in self._above[here] if one.holds_on(day)), None)
        return None


def report_before_by(rule: ReportRule | None, leaves_on: date) -> date | None:
    """The last day on which the journey is reported in time before leaving; None where no rule says."""
    if rule is None or rule.before is None:
        return None
    if rule.before_unit == ReportRule.Unit.DAY:
        return leaves_on - rule.before * DAY
    return max(_back(leaves_on, rule.before, other) for other in (False, True))


def report_after_by(rule: ReportRule | None, came_back_on: date) -> date | None:
    """The last day on which it is reported in time after coming back, by the longest reading; None without a rule."""
    if rule is None or rule.after is None:
        return None
    return terms.last_day(came_back_on, rule.after, rule.after_unit).longest


def _back(day: date, amount: int, other: bool) -> date:
    """So many working days before `day`; the day itself is not counted."""
    calendar = law.book().calendar()
    while amount:
        day -= DAY
        amount -= not calendar.day_off(day, other=other)
    return day


def _holds(row: ReportRule, day: date) -> bool:
    return row.first_day <= day and (row.last_day is None or row.last_day >= day)
