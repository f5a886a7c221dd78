"""All open flags of all registers, as whoever is entitled sees them: raised by rows, decided by people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from cases.grade_reviews import flags as of_grade_reviews
from cases.late_items import flags as of_late_items
from proof.reader import as_the_system
from registry.absences.reading import flags as of_absences
from registry.cell_transfers.clocks import flags as of_transfers
from registry.flag_models import FlagDecision
from registry.flags.deciding import deciding_bodies, units_decided_by
from registry.flags.flag import Flag
from registry.grades.flags import flags as of_grades
from registry.journeys.flags import flags as of_journeys
from registry.members.flags import flags as of_members
from registry.members.loans import flags as of_loans
from registry.models import Person
from registry.together import Talk, answered

Source = Callable[[Collection[int], date], Talk[list[Flag]]]

#: Every register that raises flags, by the word with which the sources of its flags begin; a new one is entered here.
SOURCES: Mapping[str, Source] = {
    "absence": of_absences, "transfer": of_transfers, "journey": of_journeys, "grade": of_grades,
    "finding": of_members, "file_loan": of_loans, "case": of_grade_reviews, "programme_item": of_late_items,
}  # fmt: skip


@as_the_system()  # of a closed file a flag tells that it ended so, never which file it is
def open_flags(person: Person, today: date, units: Collection[int] | None = None) -> list[Flag]:
    """Return the flags that `person` may decide about, the oldest first; none about themselves.

    A flag that somebody decided is not among them; a row that has changed raises another one. `units` are those
    whose flags the person decides about, where the caller has read them.
    """
    if units is None:
        units = units_decided_by(deciding_bodies(person, today), today)
    return _left(SOURCES.values(), person, today, units)


@as_the_system()
def open_flag(person: Person, today: date, units: Collection[int], source: str) -> Flag | None:
    """Return the open flag of that source, if `person` may decide about it; only its register is asked."""
    register = SOURCES.get(source.partition(":")[0])
    found = _left([register] if register else [], person, today, units)
    return next((one for one in found if one.source == source), None)


def _left(
    sources: Iterable[Source], person: Person, today: date, units: Collection[int]
) -> list[Flag]:
    """What these registers raise and nobody decided. All are asked side by side."""
    talks = [source(units, today) for source in sources] if units else []
    raised = [flag for flags in answered(*talks) for flag in flags]
    named = [flag.source for flag in raised]
    decided = set(FlagDecision.objects.filter(source__in=named).values_list("source", flat=True))
    theirs = (one for one in raised if one.source not in decided and one.person != person)
    return sorted(theirs, key=lambda one: (one.since, one.person.sort_key, one.source))
