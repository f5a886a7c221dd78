"""Building the ledger: its province, its registers, its files; one after the other, each time from nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import Q

import law
from cases.agenda import work_of
from cases.leaving import leave
from cases.models import Case, DeadlineRow, StepRecord, Subject, WorkRow
from cases.reading import Reader, read_file
from cases.stories.ledger import registers
from cases.stories.ledger.blanks import Anybody, Blank, anybody, told
from cases.stories.ledger.copying import Copy
from cases.stories.ledger.loading import Books, Loader
from cases.stories.ledger.plan import YEARS, Figures, Kind, Order, leaving, orders
from cases.stories.ledger.sample_law import sample_law
from cases.stories.ledger.seats import Seats, above
from cases.stories.ledger.units import MEMBERS, Land, Unit, invented
from cases.suspended import decision_of
from proof.canonical import canonical
from proof.reader import as_the_system
from registry.models import Exit

CODE = "so-cai"
#: Its direct subordinates: districts and a city, the military, the police, the bloc of agencies.
_DISTRICTS = (
    "Huyện ủy Mẫu Lạc", "Huyện ủy Mẫu Thủy", "Huyện ủy Mẫu Bôi", "Huyện ủy Thử Phong", "Huyện ủy Thử Châu",
    "Huyện ủy Thử Bắc", "Huyện ủy Mẫu Sơn", "Huyện ủy Mẫu Tân", "Huyện ủy Thử Yên", "Huyện ủy Thử Kỳ",
    "Thành ủy Mẫu Hòa", "Đảng ủy Quân sự tỉnh Mẫu Hòa", "Đảng ủy Công an tỉnh Mẫu Hòa",
    "Đảng ủy Khối các cơ quan tỉnh Mẫu Hòa",
)  # fmt: skip
_BASES_EACH = 4


@dataclass
class Ledger:
    """The ledger's province while it is being built."""

    figures: Figures
    land: Land
    province: Unit
    districts: list[Unit] = field(default_factory=list)
    #: Cells with files, in whose numbers nobody else is counted.
    cells: list[Unit] = field(default_factory=list)
    quiet: list[Unit] = field(default_factory=list)


@as_the_system()
def build(
    figures: Figures,
    say: Callable[[str], object] = lambda _line: None,
    *,
    code: str = CODE,
    wanted: Sequence[Order] | None = None,
) -> Unit:
    """Build the ledger with these figures; return its province. All of it or nothing.

    `wanted` are the files to lay where not all that the figures call for are needed: a test lays a few.
    Raises IntegrityError where a ledger of that code stands already.
    """
    began = time.monotonic()

    def tell(what: str) -> None:
        say(f"{time.monotonic() - began:6.1f}s  {what}")

    with transaction.atomic(), law.using(sample_law()):
        with anybody() as nobody:
            blanks = _blanks(nobody, orders(figures) if wanted is None else wanted)
        tell(f"{len(blanks)} mẫu hồ sơ đã kể")
        ledger = _land(figures, code)
        directive = registers.directive(ledger.province)
        registers.carried_out(ledger.province, directive, ledger.districts)
        _registers(ledger)
        tell(f"{len(ledger.land.units)} đơn vị, danh bạ, xếp loại, đi làm ăn xa")
        copies = _copies(ledger, nobody, blanks, directive.pk)
        books, loader = Books(), Loader()
        books.number([copy for _kind, copy in copies])
        loader.load([copy for _kind, copy in copies])
        books.keep()
        tell(f"{len(loader.cases)} hồ sơ")
        _plan_anew()
        _leave(loader.cases)
        tell("ra khỏi Đảng")
        _journeys(copies)
        _still_open(loader.cases)
        tell("hạn và việc của hồ sơ chưa kết thúc")
    return ledger.province


def _land(figures: Figures, code: str) -> Ledger:
    land = Land(code, invented())
    ledger = Ledger(figures, land, land.unit("tinh", "Tỉnh ủy Mẫu Hòa", "Mẫu Hòa", None))
    needed = _cells_needed(figures)
    for name in _DISTRICTS[: figures.units]:
        place = " ".join(name.split()[-2:])
        ledger.districts.append(land.unit("huyen", name, place, ledger.province))
    bases = [
        land.unit("co_so", f"Đảng ủy xã {one.organisation.place} {_ROMAN[number]}", one.organisation.place, one)
        for number in range(_BASES_EACH)
        for one in ledger.districts
    ]  # fmt: skip
    for number in range(needed + figures.quiet):
        base = bases[number % len(bases)]
        name = (
            f"Chi bộ {number // len(bases) + 1}, {base.organisation.name.removeprefix('Đảng ủy ')}"
        )
        cell = land.unit("chi_bo", name, base.organisation.place, base, MEMBERS)
        (ledger.cells if number < needed else ledger.quiet).append(cell)
    land.lay()
    return ledger


_ROMAN = ("Đông", "Tây", "Nam", "Bắc")


def _cells_needed(f: Figures) -> int:
    """A cell for everyone who leaves; of the others so many that nobody need be inspected twice."""
    return leaving(f) + -(-f.inspected // f.together) + 2 * len(YEARS) + f.units


def _registers(ledger: Ledger) -> None:
    figures = ledger.figures
    registers.admissions(ledger.land, ledger.quiet, figures.admitted)
    cells = (*ledger.quiet, *ledger.cells[::-1])  # those from whose cells somebody leaves come last
    members = [(who, cell) for cell in cells for who in (*cell.leaders, *cell.members)]
    short = sum(figures.graded) - len(members)
    assert short <= 0, f"{short} members too few to be graded"
    registers.grades(ledger.province, members, figures.graded)
    registers.absences([who for who, _cell in members], figures.away, figures.undeclared)


def _blanks(nobody: Anybody, wanted: Iterable[Order]) -> list[tuple[Order, Blank]]:
    """Tell each kind of file once for each year in which there are some."""
    return [
        (order, told(nobody, order.kind.telling, YEARS[order.year][0], **order.kind.how))
        for order in wanted
    ]


def _copies(
    ledger: Ledger, nobody: Anybody, blanks: Sequence[tuple[Order, Blank]], directive: int
) -> list[tuple[Kind, Copy]]:
    """Say about whom and when each blank is filled in."""
    seats = Seats(ledger)
    copies: list[tuple[Kind, Copy]] = []
    for order, blank in blanks:
        for place in range(order.number):
            cell, subjects = seats.of(order.kind)
            copy = Copy(blank, order.begins(place), above(cell), subjects)
            copy.numbers[nobody.directive] = directive
            copy.meets(nobody)
            copies.append((order.kind, copy))
    return copies


def _plan_anew() -> None:
    """Let the database plan its statements anew, by indexes, until the transaction ends.

    Those it keeps were planned while the tables were empty; and nothing has been counted yet in tables just filled,
    so that it takes one file for thousands, and compiles what it should look up.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL jit = off; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off"
        )
        cursor.execute("SET LOCAL enable_mergejoin = off; DISCARD PLANS")


#: Files by which somebody leaves: a removal is announced, an expulsion handed over.
_LEAVES = Q(procedure__startswith="P8") | Q(procedure="P5.DV")


def _leave(cases: Sequence[int]) -> None:
    """Tell the register who left, by the very function of the door, in the order of the days."""
    files = Case.objects.filter(_LEAVES, pk__in=cases).values_list("pk", flat=True)
    records = StepRecord.objects.filter(case__in=list(files), step__in=("announce", "hand_over"))
    for record in records.select_related("actor").order_by("acted_on", "pk"):
        on = record.acted_on
        file = read_file(record.case_id, Reader(record.actor_id, on, on))
        assert file is not None
        who = Subject.objects.get(case=record.case_id, superseded_by=None).person
        way = file.procedure.leaves_by or Exit.Kind.EXPELLED.value
        leave(who, way, decision_of(file), record.actor, on, on)


def _journeys(copies: Sequence[tuple[Kind, Copy]]) -> None:
    """A journey stands behind each file about one."""
    registers.journeys(
        [
            (copy.subjects[0], copy.units["chi_bo"].organisation, copy.moved(copy.blank.start))
            for kind, copy in copies
            if kind.about_a_journey
        ]
    )


def _still_open(cases: Sequence[int]) -> None:
    """What is to be done in the files that are not closed, and by when: derived from their facts as after any step."""
    work: list[WorkRow] = []
    clocks: list[DeadlineRow] = []
    for case in Case.objects.filter(pk__in=cases, closed_on=None).order_by("pk"):
        last = case.history.latest("sequence")
        file = read_file(case.pk, Reader(last.actor_id, last.acted_on, last.acted_on))
        assert file is not None
        running = file.procedure.running(file.facts)
        for row in work_of(file.procedure, file.facts, file.team, running):
            work.append(
                WorkRow(
                    case=case, step=row["step"], role=row["role"], body_id=row["body"], person_id=row["person"],
                    since=row["since"], due=row["due"],
                )
            )  # fmt: skip
        clocks += (
            DeadlineRow(
                case=case, name=one.name, last_day=one.last_day,
                explained=json.loads(canonical({"label": one.label, **one.explained})),
            )
            for one in running
        )  # fmt: skip
    WorkRow.objects.bulk_create(work, batch_size=1000)
    DeadlineRow.objects.bulk_create(clocks, batch_size=1000)
