"""Grades of the sample cell for three years, a round of screening that goes on, and one flag already decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from cases.flagged import open_flags
from registry import offices
from registry.deeds import InBody, Written
from registry.flag_models import FlagDecision
from registry.flags.deciding import DecideFlag
from registry.grade_models import Grade, GradeImport
from registry.grades.scale import schemes
from registry.models import Person, RegisterEntry
from registry.provinces import Province
from registry.screening import OpenRound, SayOutcome, Screen

Level = Grade.Level
#: Short name → the grades of the last three years, the newest first; invented as everybody here.
GRADES = {
    "thon2c": (Level.NOT_DONE, Level.DONE, Level.DONE),
    "thon2g": (Level.NOT_DONE, Level.GOOD, Level.GOOD),
    "thon2a": (Level.EXCELLENT, Level.EXCELLENT, Level.GOOD),
    "thon2b": (Level.GOOD, Level.GOOD, Level.GOOD),
    "bithu2": (Level.GOOD, Level.EXCELLENT, Level.GOOD),
    "phobithu2": (Level.GOOD, Level.GOOD, Level.DONE),
}


def tell(province: Province, today: date) -> None:
    """Lay the grades, then let people do the rest through the register's door."""
    _grades(province, today)
    _screening(province, today)
    _decision(province, today)


@dataclass(frozen=True, kw_only=True)
class _EarlierGrades(InBody):
    """The grades as an earlier list brought them, before there was a list of members to hold them against."""

    kind = RegisterEntry.Deed.GRADES_IN

    province: Province
    taken_by: Person
    synced_on: date
    this_year: int

    @property
    def words(self) -> str:
        return f"Kết quả xếp loại đảng viên tính đến ngày {self.synced_on:%d/%m/%Y}: xep-loai.xlsx"

    def write(self) -> Written:
        number = len(GRADES) * len(GRADES["thon2a"])
        taken = GradeImport.objects.create(
            body=self.body, source=self.document, file_name="xep-loai.xlsx", file_sha256="0" * 64,
            synced_on=self.synced_on, rows=number, created=number, changed=0, unchanged=0, held_back=0,
            by=self.taken_by,
        )  # fmt: skip
        Grade.objects.bulk_create(self._rows(taken))
        return taken, None

    def _rows(self, taken: GradeImport) -> Iterator[Grade]:
        cell = self.province.organisations["thon2"]
        for short, levels in GRADES.items():
            for year, level in zip(count(self.this_year - 1, -1), levels, strict=False):
                ends = date(year, 12, 31)
                yield Grade(
                    person=self.province.people[short], organisation=cell, cell=cell, span=Grade.Span.YEAR,
                    period=str(year), period_ends=ends, level=level, taken_in=taken,
                    scheme=next(one.code for one in schemes().values() if one.held_on(ends)),
                    document=f"Quyết định xếp loại năm {year} (mẫu)",
                )  # fmt: skip


def _grades(province: Province, today: date) -> None:
    """The secretary of the commune takes the earlier list in."""
    secretary = province.people["bithuxa"]
    deed = _EarlierGrades(
        in_body=province.bodies["btv"], document="Quyết định xếp loại hằng năm (mẫu)", province=province,
        taken_by=secretary, synced_on=today - timedelta(days=30), this_year=today.year,
    )  # fmt: skip
    offices.record(deed, by=secretary, today=today)


def _screening(province: Province, today: date) -> None:
    """The cell looks its members through: one helped, one still to be considered."""
    cell, secretary, people = (
        province.bodies["chi_bo_thon2"],
        province.people["bithu2"],
        province.people,
    )
    began = today - timedelta(days=20)
    screening = offices.record(
        OpenRound(
            in_body=cell, document="Kế hoạch số 02-KH/CB (mẫu)", opened_on=began,
            name=f"Rà soát, sàng lọc đảng viên năm {today.year} (mẫu)",
        ),
        by=secretary, today=today,
    )  # fmt: skip
    rows = [
        offices.record(
            Screen(
                in_body=cell, document="Biên bản họp chi ủy (mẫu)", screening=screening, reason=reason,
                person=people[short], added_on=began,
            ),
            by=secretary, today=today,
        )
        for short, reason in (
            ("thon2g", "Năm trước không hoàn thành nhiệm vụ; hoàn cảnh gia đình khó khăn."),
            ("thon2c", "Năm trước không hoàn thành nhiệm vụ, hai lần bỏ sinh hoạt không lý do."),
        )
    ]  # fmt: skip
    offices.record(
        SayOutcome(
            in_body=cell, document="Biên bản họp chi bộ (mẫu)", screening=screening, row=rows[0],
            outcome="giup_do", said="Phân công chi ủy viên giúp đỡ, xem lại sau sáu tháng.",
            decided_on=today - timedelta(days=8),
        ),
        by=secretary, today=today,
    )  # fmt: skip


def _decision(province: Province, today: date) -> None:
    """The cell's secretary looked at one flag and proposed nothing."""
    secretary, helped = province.people["bithu2"], province.people["thon2g"]
    flag = next(one for one in open_flags(secretary, today) if one.person == helped)
    deed = DecideFlag(
        document="", flag=flag, in_body=province.bodies["chi_bo_thon2"], decided_by=secretary,
        outcome=FlagDecision.Outcome.NONE, decided_on=today,
        reason="Chi bộ đã phân công giúp đỡ; chưa đến mức phải xem xét.",
    )  # fmt: skip
    offices.record(deed, by=secretary, today=today)
