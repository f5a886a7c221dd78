"""What files carry out: items of a programme and guiding documents, how far each is, and what rests on them.

States and counts are computed over all files, whoever asks; which files they are is told as far as one reads.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Q, QuerySet, TextChoices

from cases.models import Case, FileRow, Subject
from proof.reader import as_the_system
from registry import tree
from registry.guidance_models import Directive, ProgrammeItem
from registry.models import Person
from registry.together import Talk, answered
from workflows import catalogue
from workflows.rows import RowKind
from workflows.stages import Phase


class ItemState(TextChoices):
    """How far an item of the programme is; always computed, never written."""

    PLANNED = "trong_ke_hoach", "Trong kế hoạch"
    UNDER_WAY = "dang_thuc_hien", "Đang thực hiện"
    DONE = "da_xong", "Đã thực hiện"
    LATE = "cham", "Chậm"
    CANCELLED = "khong_thuc_hien", "Không thực hiện"


@dataclass(frozen=True)
class Linked:
    """A file that carries something out, and how far it is."""

    case: int
    procedure: str
    stage: str
    closed_on: date | None
    organisation: int
    opened_on: date

    @property
    def dropped(self) -> bool:
        """Whether it ended on a way out: what it was opened for was not carried out by it."""
        return self.closed_on is not None and self.stage not in _goals(self.procedure)

    @property
    def finished(self) -> bool:
        """Whether it came to the end it was opened for."""
        return self.closed_on is not None and not self.dropped

    @property
    def conducted(self) -> bool:
        """Whether it is past its preparation, and not dropped."""
        return self.finished or (
            self.closed_on is None
            and catalogue.get(self.procedure).phase_of(self.stage) != Phase.PREPARE
        )


@dataclass(frozen=True)
class Standing:
    """How an item stands on a day: its state, its last planned day, its files that count."""

    state: ItemState
    due: date
    files: Sequence[Linked]
    units: int
    units_done: int

    @property
    def finished(self) -> int:
        """How many of its files came to their end."""
        return sum(one.finished for one in self.files)


@cache
def _goals(procedure: str) -> frozenset[str]:
    """The ends to which the ordinary path of a procedure leads."""
    kind = catalogue.get(procedure)
    moves = (step for step in kind.steps.values() if step.target and not step.aside)
    return frozenset(
        str(step.target) for step in moves if not step.everyday and kind.is_final(str(step.target))
    )


def rows_about(**named: Iterable[int]) -> QuerySet[FileRow]:
    """The living rows of files that follow one of these items (`item`) or documents (`directive`)."""
    asked = Q()
    for name, numbers in named.items():
        asked |= Q(**{f"facts__{name}__in": sorted(set(numbers))})
    return FileRow.objects.filter(asked, kind=RowKind.GUIDED, superseded_by=None)


@as_the_system()  # how far an item is, is told whoever asks; which files it is, is not
def standings(
    items: Sequence[ProgrammeItem], today: date, reader: Person | None = None
) -> dict[int, Standing]:
    """How each of these items stands on `today`, by its number; files about the `reader` are left out."""
    return answered(standings_asked(items, today, reader))[0]


def standings_asked(
    items: Iterable[ProgrammeItem], today: date, reader: Person | None = None
) -> Talk[dict[int, Standing]]:
    """`standings`, asked step by step, by whoever may know of every file."""
    files: dict[int, dict[int, Linked]] = defaultdict(dict)
    rows = rows_about(item=[one.pk for one in items]).select_related("case__body")
    if reader is not None:
        rows = rows.exclude(case__in=Subject.objects.filter(person=reader).values("case"))
    in_units = ProgrammeItem.units.through.objects.filter(item__in=[one.pk for one in items])
    in_units = in_units.values_list("item", "unit")
    yield [rows, in_units]
    for row in rows:
        files[row.facts["item"]][row.case_id] = _linked(row.case)
    units = defaultdict(set)
    for item, unit in in_units:
        units[item].add(unit)
    covered = yield from _covered([one for each in files.values() for one in each.values()], today)
    return {
        one.pk: _stands(one, list(files[one.pk].values()), units[one.pk], covered, today)
        for one in items
    }


@as_the_system()  # an item under way is not cancelled, whoever may read its files
def files_following(item: ProgrammeItem) -> int:
    """How many files follow an item, but for those that ended on a way out."""
    rows = rows_about(item=[item.pk]).select_related("case__body")
    return sum(not one.dropped for one in {_linked(row.case) for row in rows})


def due_of(item: ProgrammeItem) -> date:
    """The last day of an item's planned time."""
    return date(item.year, item.last_month, monthrange(item.year, item.last_month)[1])


def _stands(
    item: ProgrammeItem,
    files: list[Linked],
    units: set[int],
    covered: Mapping[int, set[int]],
    today: date,
) -> Standing:
    counted = [one for one in files if not one.dropped]
    done: set[int] = set()
    for one in counted:
        done |= covered[one.case] & units if one.finished else set()
    state = _state(item, counted, done == units, today)
    return Standing(state, due_of(item), counted, len(units), len(done))


def _state(item: ProgrammeItem, files: list[Linked], every_unit: bool, today: date) -> ItemState:
    if item.ending == ProgrammeItem.Ending.CANCELLED:
        return ItemState.CANCELLED
    finished = bool(files) and all(one.finished for one in files) and every_unit
    if item.ending == ProgrammeItem.Ending.CLOSED or finished:
        return ItemState.DONE
    if today > due_of(item):
        return ItemState.LATE
    return ItemState.UNDER_WAY if files else ItemState.PLANNED


def _linked(case: Case) -> Linked:
    return Linked(
        case.pk,
        case.procedure,
        case.stage,
        case.closed_on,
        case.body.organisation_id,
        case.opened_on,
    )


def _covered(files: Sequence[Linked], day: date) -> Talk[dict[int, set[int]]]:
    """For each file the organisations that its subjects are, or stand under."""
    from_subjects = Case.objects.filter(
        pk__in=[one.case for one in files], subjects__superseded_by=None
    ).values_list("pk", "subjects__organisation", "subjects__person__memberships__cell")
    yield [from_subjects]
    places: dict[int, set[int]] = defaultdict(set)
    for case, organisation, cell in from_subjects:
        places[case] |= {one for one in (organisation, cell) if one}
    over = _over({one for each in places.values() for one in each}, day) if places else {}
    return defaultdict(
        set,
        {case: {top for one in each for top in over[one]} for case, each in places.items()},
    )


def _over(organisations: set[int], day: date) -> dict[int, set[int]]:
    """Each organisation with all that stand over it on `day`, itself among them."""
    parents: dict[int, set[int]] = defaultdict(set)
    for one in tree.placed_over(organisations):
        if one.holds_on(day):
            parents[one.organisation].add(one.parent)
    return {one: _climb(one, parents) for one in organisations}


def _climb(start: int, parents: Mapping[int, set[int]]) -> set[int]:
    found, new = {start}, {start}
    while new:
        new = {top for one in new for top in parents.get(one, ())} - found
        found |= new
    return found


# What rests on a guiding document


def files_about(directive: Directive) -> QuerySet[FileRow]:
    """The living rows of files that cite a document or follow an item of the programme that carries it out."""
    return rows_about(
        directive=directive.lineage, item=[one.pk for one in directive.carried_out_by]
    )


@as_the_system()  # a document stays because of files that whoever asks may not see
def cited_by(directive: Directive) -> tuple[str, ...]:
    """What files rest on a document, in words without their numbers; empty: none does."""
    found = rows_about(directive=directive.lineage).values("case").distinct().count()
    return (f"{found} hồ sơ",) if found else ()


def inspections_on(directive: Directive, on_day: date) -> Talk[dict[int, set[int]]]:
    """The inspections on a document that were under way by a day, by the organisation that carried them out.

    Asked step by step as the system: the figure counts every inspection; the page names those its reader may open.
    """
    found: dict[int, set[int]] = defaultdict(set)
    items = ProgrammeItem.objects.filter(directive__in=directive.lineage).values_list(
        "pk", flat=True
    )
    yield [items]
    rows = rows_about(directive=directive.lineage, item=items).select_related("case__body")
    yield [rows]
    for row in rows:
        file = _linked(row.case)
        if catalogue.get(file.procedure).inspects and file.conducted and file.opened_on <= on_day:
            found[file.organisation].add(file.case)
    return found
