"""The lines of the ledger: the figures that were once published, each computed from records, each with its list.

Counts and shares come from the form "so-lieu-chinh"; the rest from the registers of guiding documents, of grades and
of members away. Where a published figure can be read in two ways, both are given and named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q

from proof.reader import as_the_system
from registry import tree
from registry.absences.reading import away_on
from registry.grade_models import Grade
from registry.guidance_models import Directive
from registry.models import Organisation
from registry.together import Talk, answered, summed
from reports import figures
from reports.coverage import coverage_asked
from reports.form import get
from reports.periods import Kind, Period, years_of
from reports.scopes import Scope, scope
from reports.tables import Table, filling

FORM = "so-lieu-chinh"
#: The published percentages of grades had two decimals at most, that of members away one.
_OF_GRADES, _OF_AWAY = 2, 1
LEVELS = ("F-05", "F-06", "F-07", "F-08")


@dataclass(frozen=True)
class Line:
    """One line: its number, what it says, its value (a count, part and whole, or an exact share) and its text.

    `cell` is the column of the form whose list is behind it, `register` the register it was counted in. `readings`
    are other ways to read the published figure.
    """

    id: str
    head: str
    value: Any
    text: str
    cell: str = ""
    register: str = ""
    readings: Sequence[Line] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """The line as `ledger print` gives it."""
        told: dict[str, Any] = {"value": self.value, "text": self.text}
        if self.readings:
            told["readings"] = {
                one.head: {"value": one.value, "text": one.text} for one in self.readings
            }
        return told


@as_the_system()  # every file counts, also one that whoever looks at the figures may not open
def lines(unit: Organisation, period: Period) -> list[Line]:
    """Every line for a unit and all under it, by the tree of the time."""
    of = scope(unit.pk, period.last)
    asked: list[Talk[list[Line]]] = [
        _guidance(unit, period), _counts(period, of), _grades(of, period), _away(unit, period),
    ]  # fmt: skip
    return sorted((line for lines in answered(*asked) for line in lines), key=lambda one: one.id)


#: Each count: its line, what it says, its column, and the other columns by which it may be read.
_COUNTED: Sequence[tuple[str, str, str, Mapping[str, str]]] = (
    ("F-02", "Đảng viên được kết nạp", "ket_nap", {}),
    ("F-03", "Khiển trách vì đi nước ngoài không báo cáo", "kl_nuoc_ngoai", {}),
    ("F-04", "Đang xem xét vì đi nước ngoài không báo cáo", "xet_nuoc_ngoai", {}),
    ("F-09", "Đảng viên được kiểm tra", "kiem_tra", {
        "lượt": "kiem_tra", "số người": "kt_nguoi", "theo chương trình": "kt_chuong_trinh",
        "khi có dấu hiệu vi phạm": "kt_dau_hieu", "trong đó từ giám sát": "kt_tu_giam_sat"}),
    ("F-10", "Đảng viên được giám sát", "giam_sat", {"lượt": "giam_sat", "số người": "gs_nguoi"}),
    ("F-11", "Có vi phạm", "vi_pham", {"đến mức phải kỷ luật": "phai_kl"}),
    ("F-12", "Đã thi hành kỷ luật", "kt_da_kl", {
        "qua kiểm tra": "kt_da_kl", "mọi nguồn": "ky_luat", "khai trừ trong số qua kiểm tra": "kl_khai_tru_kt"}),
    ("F-13", "Có dấu hiệu vi phạm qua giám sát", "gs_dau_hieu", {}),
    ("F-14", "Đã kiểm tra trong số đó", "gs_chuyen", {}),
    ("F-15", "Ra khỏi Đảng", "ra_khoi", {}),
    ("F-16", "Xin ra khỏi Đảng", "xin_ra", {}),
    ("F-17", "Xóa tên", "xoa_ten", {}),
    ("F-18", "Khai trừ", "khai_tru", {}),
)  # fmt: skip


def _counts(period: Period, of: Scope) -> Talk[list[Line]]:
    (table,) = yield from filling([get(FORM, period)], period, of)
    return list(_counted(table))


def _counted(table: Table) -> Iterator[Line]:
    row = table.form.rows[0].id

    def counted(name: str, head: str, column: str) -> Line:
        number = table.figures[row, column]
        return Line(name, head, number, figures.count(number), column)

    for name, head, column, others in _COUNTED:
        line = counted(name, head, column)
        readings = [counted(name, said, other) for said, other in others.items()]
        yield Line(name, head, line.value, line.text, column, readings=readings)
    left, came = (table.figures[row, one] for one in ("ra_khoi", "ket_nap"))
    yield Line(
        "F-21", "Ra khỏi Đảng so với kết nạp", [left, came], figures.percent(left, came), "ra_khoi"
    )


def _guidance(unit: Organisation, period: Period) -> Talk[list[Line]]:
    """How many of the units right under it carry the newest directive out; before there was one, of none."""
    issued = Directive.objects.filter(
        body__organisation=unit, kind=Directive.Kind.DIRECTIVE, dated__lte=period.last, withdrawn_on=None
    ).select_related("body").order_by("-dated")[:1]  # fmt: skip
    yield [issued]
    found = (yield from coverage_asked(issued[0], period.last)) if issued else None
    whole = len(found.units) if found else 0

    def share(head: str, missing: int) -> Line:
        part = whole - missing
        return Line(
            "F-01", head, [part, whole], figures.percent(part, whole), register="directives"
        )

    laid = share("có kế hoạch hoặc công văn", len(found.without_document) if found else 0)
    inspected = share("đã kiểm tra chuyên đề", len(found.without_inspection) if found else 0)
    head = "Đơn vị trực thuộc triển khai chỉ thị"
    readings = [laid, inspected]
    return [Line("F-01", head, laid.value, laid.text, register="directives", readings=readings)]


def _grades(of: Scope, period: Period) -> Talk[list[Line]]:
    """Each level's share over the whole years of the period: the mean of the years, and all years' counts together."""
    years = [str(one.first.year) for one in years_of(period) if one.kind is Kind.YEAR]
    rows = Grade.objects.filter(
        superseded_in=None,
        span=Grade.Span.YEAR,
        period__in=years,
        cell__in={span.unit for span in of.spans},
    )
    counted = rows.values_list("period", "level").annotate(number=Count("pk"))
    yield [counted]
    told: dict[str, Counter[str]] = {year: Counter() for year in years}
    for year, level, number in counted:
        told[year][level] = number
    found = []
    for name, level in zip(LEVELS, Grade.Level, strict=True):
        pairs = [(of_year[level.value], sum(of_year.values())) for of_year in told.values()]
        mean = _share(name, "trung bình các năm", figures.mean_of_shares(pairs))
        pooled = _share(name, "gộp các năm", figures.pooled_share(pairs))
        head = f"Xếp loại: {str(level.label).lower()}"
        readings = [mean, pooled]
        found.append(
            Line(name, head, mean.value, mean.text, register="grade-figures", readings=readings)
        )
    return found


def _share(name: str, head: str, exact: Fraction | None) -> Line:
    value = None if exact is None else str(figures.rounded(exact, _OF_GRADES))
    return Line(name, head, value, figures.written(exact, _OF_GRADES))


def _away(unit: Organisation, period: Period) -> Talk[list[Line]]:
    """Members away on the last day, and how many of them declared no address."""
    away = away_on({unit.pk, *tree.below(unit.pk, period.last)}, period.last)
    counted = summed(away, whole=Count("pk"), part=Count("pk", filter=Q(address="")))
    yield [counted]
    whole, part = counted[0].values()
    text = figures.part_of(part, whole) if whole else figures.NO_VALUE
    heads = ("Đi làm ăn xa chưa khai báo địa chỉ", "Tỷ lệ chưa khai báo địa chỉ")
    share = figures.percent(part, whole, _OF_AWAY)
    return [
        Line("F-19", heads[0], [part, whole], text, register="absences"),
        Line("F-20", heads[1], [part, whole], share, register="absences"),
    ]


def ledger_province() -> Organisation | None:
    """The province of the ledger, whatever else stands in the register; None before it was built."""
    return Organisation.objects.filter(code="so-cai-0").first()


def by_year(unit: Organisation, period: Period) -> dict[str, list[Line]]:
    """The lines year by year; a year that is not there whole keeps its days."""
    return {str(one.first.year): lines(unit, one) for one in years_of(period)}
