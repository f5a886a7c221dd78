"""What stands in the registers of the ledger's province beside its files: who was admitted, graded, away or abroad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, islice

from cases.stories import documents
from cases.stories.ledger.plan import FIRST, LAST, YEARS
from cases.stories.ledger.units import Land, Unit
from registry import offices
from registry.absence_models import Absence
from registry.grade_models import Grade, GradeImport
from registry.guidance.directives import EnterDirective, LinkCascade
from registry.guidance_models import Directive
from registry.journey_models import Journey
from registry.models import Membership, Organisation, Person

_YEAR = timedelta(days=365)
_ADDRESS = "Nhà trọ số 1, khu công nghiệp Mẫu Giang"
ISSUED = date(2014, 11, 5)
THEME = "Tăng cường kiểm tra, giám sát công tác quản lý đảng viên"


def admissions(land: Land, cells: Sequence[Unit], number: int) -> list[Person]:
    """Admit so many people on days of all four years, on probation for one year; return them."""
    people = [land.person() for _ in range(number)]
    Person.objects.bulk_create(people, batch_size=2000)
    rows: list[Membership] = []
    for who, day, cell in zip(people, _days(number), cycle(cells), strict=False):
        known = {"person": who, "cell": cell.organisation}
        ends = day + _YEAR
        rows.append(
            Membership(
                **known,
                status=Membership.Status.PROBATIONARY,
                first_day=day,
                last_day=ends - timedelta(days=1),
            )
        )
        rows.append(Membership(**known, status=Membership.Status.OFFICIAL, first_day=ends))
    Membership.objects.bulk_create(rows, batch_size=2000)
    return people


def _days(number: int) -> Iterator[date]:
    """So many days from the first to the last of the ledger, evenly, both included."""
    span = (LAST - FIRST).days
    for place in range(number):
        yield FIRST + timedelta(days=place * span // max(1, number - 1))


def grades(province: Unit, people: Sequence[tuple[Person, Unit]], shares: Sequence[int]) -> None:
    """Grade these people in each of the three whole years, so many in each level."""
    levels = [
        level for level, share in zip(Grade.Level.values, shares, strict=True) for _ in range(share)
    ]
    for year in tuple(YEARS)[:3]:
        ends = date(year, 12, 31)
        taken = GradeImport.objects.create(
            body=province.bodies[0], source="Kết quả xếp loại của các cấp ủy (mẫu)", file_name=f"xep-loai-{year}.xlsx",
            file_sha256=f"{year:064}", synced_on=ends, rows=len(levels), created=len(levels), changed=0,
            unchanged=0, held_back=0, by=province.leaders[0],
        )  # fmt: skip
        scheme = documents.sample("xep_loai_so_cai")["scheme"]
        Grade.objects.bulk_create(
            (
                Grade(
                    person=who, organisation=cell.organisation, cell=cell.organisation, span=Grade.Span.YEAR,
                    period=str(year), period_ends=ends, scheme=scheme, level=level, taken_in=taken,
                )
                for (who, cell), level in zip(people, levels, strict=False)
            ),
            batch_size=2000,
        )  # fmt: skip


def absences(people: Sequence[Person], away: int, undeclared: int) -> None:
    """So many members work away on the last day, some of whom declared no address."""
    Absence.objects.bulk_create(
        (
            Absence(
                person=who, place="Khu công nghiệp Mẫu Giang", first_day=day, told_on=day,
                address="" if (place + 1) * undeclared // away > place * undeclared // away else _ADDRESS,
            )
            for place, (who, day) in enumerate(zip(people, _days(away), strict=False))
        ),
        batch_size=2000,
    )  # fmt: skip


def journeys(people: Sequence[tuple[Person, Organisation, date]]) -> None:
    """Journeys abroad that nobody was told of, each some weeks before the file about it was opened."""
    Journey.objects.bulk_create(
        Journey(
            person=who, cell=cell, place="Một nước láng giềng", purpose=Journey.Purpose.PRIVATE,
            leaves_on=opened - timedelta(days=50), returns_on=opened - timedelta(days=42),
            document="Biên bản của chi bộ (mẫu)",
        )
        for who, cell, opened in people
    )  # fmt: skip


def directive(province: Unit) -> Directive:
    """Enter the directive of the province's standing committee."""
    body, secretary = province.body("btv"), province.leaders[0]
    number = documents.sample("chi_thi_so_cai")["number"]
    deed = EnterDirective(
        in_body=body, document=f"Chỉ thị số {number} (mẫu)", type="chi_thi", number=number, issuer=body.name,
        dated=ISSUED, first_day=ISSUED, theme=THEME,
    )  # fmt: skip
    entered: Directive = offices.record(deed, by=secretary, today=LAST)
    return entered


def carried_out(province: Unit, entered: Directive, units: Sequence[Unit]) -> None:
    """Each unit right under the province has a plan or a letter by which it carries the directive out."""
    kinds = cycle((("ke_hoach", "KH"), ("cong_van", "CV")))
    for place, (unit, (kind, symbol)) in enumerate(
        zip(units, islice(kinds, len(units)), strict=True)
    ):
        number = f"{place + 1:02}-{symbol}/HU"
        deed = LinkCascade(
            in_body=province.body("btv"), document=f"{number} (mẫu)", directive=entered, unit=unit.organisation,
            type=kind, number=number, dated=date(2014, 12, 15), title=f"Triển khai Chỉ thị số {entered.number}",
        )  # fmt: skip
        offices.record(deed, by=province.leaders[0], today=LAST)
