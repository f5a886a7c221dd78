"""What the pages of grades show: the list as far as one reads it, figures of three years and both their averages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.paging import Place, leaf
from desk.gathering.leaves import PAGE, filters_of, pager_between, place_of, read_number, so_many
from desk.grade_forms import FiguresOf, NarrowGrades
from desk.pages.grades import CapLine, FiguresPage, GradeLine, GradesPage, YearFigures
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from law import Hit
from registry import tree
from registry.grade_models import Grade
from registry.grades import counting
from registry.grades.scale import Cap, schemes
from registry.member_models import MemberRow
from registry.members.rights import bodies_written_by
from registry.models import Body, Organisation, Person, Post, held_by
from reports.figures import count, mean_of_shares, part_of, percent, pooled_share, written

Level = Grade.Level
TONES = {
    Level.EXCELLENT: Tone.OK,
    Level.GOOD: Tone.OK,
    Level.DONE: Tone.INFO,
    Level.NOT_DONE: Tone.SOON,
}
#: How many years an average is of.
YEARS = 3


def grades_read_by(person: Person, units: Collection[int]) -> QuerySet[Grade]:
    """The grades that stand of these units, and the person's own."""
    rows = Grade.objects.filter(superseded_in=None)
    read = rows.filter(cell__in=units) | rows.filter(person=person)
    listed = MemberRow.objects.filter(superseded_in=None, person=OuterRef("person"))
    return read.select_related("person", "cell", "taken_in").annotate(is_listed=Exists(listed))


def grades_page(person: Person, units: Collection[int], today: date, asked: Any) -> GradesPage:
    """Gather one page of the grades that `person` reads, who reads these units."""
    filters = NarrowGrades(asked, today)
    rows = filters.narrow(grades_read_by(person, units))
    found = leaf(partial(_by_name, rows), place_of(asked, _read_place), PAGE)
    kept = filters_of(asked)
    return GradesPage(
        rows=[line(one) for one in found.rows],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        figures=Link(_("Tổng hợp nhiều năm"), reverse("grade-figures"), "chart"),
        export=Link(
            _("Xuất Excel"), reverse("grades-export") + (f"?{kept}" if kept else ""), "download"
        ),
        imports=[
            Link(
                body.name,
                reverse("list-import", kwargs={"code": "xep-loai", "body": body.pk}),
                "plus",
            )
            for body in bodies_written_by(person, today)
        ],
        pager=pager_between(found, asked, so_many(found, _("kết quả")), lambda one: str(one.pk)),
    )


def scheme_codes(_body: Body, _today: date) -> list[Fact]:
    """The regulations a line may name."""
    return [
        Fact(code, _("từ ngày %(day)s") % {"day": f"{one.start:%d/%m/%Y}"})
        for code, one in schemes().items()
    ]


def figures_page(person: Person, units: Collection[int], today: date, asked: Any) -> FiguresPage:
    """Gather the figures of one of these units, for the years up to the one chosen."""
    filters = FiguresOf(asked, _units_of(person, units, today), today)
    unit, last = filters.unit, filters.year
    day = date(last, 12, 31)
    cells = {unit.pk, *tree.below(unit.pk, day)}
    periods = [str(year) for year in range(last - YEARS + 1, last + 1)]
    by_cell = counting.by_cell(cells, periods)
    by_year = {one: sum((told[one] for told in by_cell.values()), Counter()) for one in periods}
    graded = counting.graded_in(cells, day)
    of_year = {cell: told[str(last)] for cell, told in by_cell.items() if told[str(last)]}
    caps = counting.caps(of_year, day)
    return FiguresPage(
        unit=unit.name,
        filters=filters,
        levels=[worded(level.label) for level in Level],
        years=[_year(period, by_year[period]) for period in periods],
        averages=averages_of([by_year[period] for period in periods]),
        to_grade=_to_grade(graded, sum(by_year[str(last)].values())),
        caps=[_cap_line(one, cap) for one, cap in caps],
        cap_rule=_cap_rule(counting.cap_rule(day)),
        notes=_notes(graded),
    )


def _units_of(person: Person, read: Collection[int], today: date) -> list[Organisation]:
    """The units one reads: those in which one holds a post first, then all below, by name."""
    held = Post.objects.filter(held_by(person, today)).values_list("body__organisation", flat=True)
    own = set(held)
    units = Organisation.objects.filter(pk__in=read).order_by("name")
    return sorted(units, key=lambda one: one.pk not in own)


def averages_of(years: Sequence[Mapping[str, int]]) -> list[YearFigures]:
    """Both readings of an average: the mean of the yearly shares, and the shares of all years' counts together."""
    pairs = {
        level: [(told.get(level, 0), sum(told.values())) for told in years]
        for level in Level.values
    }
    whole = sum(sum(told.values()) for told in years)
    readings = (
        (_("Trung bình cộng các tỷ lệ năm"), _("mỗi năm có trọng số như nhau"), mean_of_shares),
        (_("Gộp số đếm các năm"), _("mỗi lượt xếp loại có trọng số như nhau"), pooled_share),
    )
    found = []
    for title, note, reading in readings:
        shares: list[Fraction | None] = [reading(pairs[level]) for level in Level.values]
        total = sum((one for one in shares if one is not None), Fraction(0)) if whole else None
        said = [written(one) for one in shares]
        found.append(YearFigures(title, count(whole), said, written(total), note))
    return found


def _year(period: str, told: Mapping[str, int]) -> YearFigures:
    whole = sum(told.values())
    shares = [
        f"{count(told.get(one, 0))} ({percent(told.get(one, 0), whole)})" for one in Level.values
    ]
    return YearFigures(
        _("Năm %(year)s") % {"year": period}, count(whole), shares, percent(whole, whole)
    )


def _to_grade(graded: counting.Graded, done: int) -> list[Fact]:
    return [
        Fact(
            _("Đảng viên ngày %(day)s") % {"day": f"{graded.day:%d/%m/%Y}"},
            count(len(graded.members)),
        ),
        Fact(_("Được miễn sinh hoạt"), count(len(graded.exempt))),
        Fact(_("Bị đình chỉ sinh hoạt"), count(len(graded.suspended))),
        Fact(
            _("Mới kết nạp"),
            count(len(graded.new)) if graded.hit.gives_verdict else "—",
            _("chưa đủ %(n)s tháng") % {"n": graded.hit.value} if graded.hit.gives_verdict else "",
        ),
        Fact(_("Thuộc diện đánh giá"), count(len(graded.to_grade))),
        Fact(_("Đã có kết quả xếp loại"), part_of(done, len(graded.to_grade))),
    ]


def _notes(graded: counting.Graded) -> list[str]:
    if graded.hit.gives_verdict:
        return []
    return [
        _(
            "Chưa rõ đảng viên mới kết nạp bao lâu thì được đánh giá ở ngày %(day)s: chưa trừ ai vì lý do này. "
            "Đọc được văn bản thì bổ sung ở trang Quy định."
        )
        % {"day": f"{graded.day:%d/%m/%Y}"}
    ]


def _cap_rule(hit: Hit) -> Fact:
    said = _("không quá %(share)s số hoàn thành tốt trở lên")
    if hit.gives_verdict:
        return Fact(_("Tỷ lệ xuất sắc tối đa"), said % {"share": hit.value}, hit.cited or "")
    earlier = next(
        (one.value for one in hit.proposals if one.kind in ("suggested", "earlier")), None
    )
    told = _("chưa rõ mức hiện hành; hệ thống không kết luận")
    sub = _("Mức trước đây: %(said)s") % {"said": said % {"share": earlier}} if earlier else ""
    return Fact(_("Tỷ lệ xuất sắc tối đa"), told, sub)


def _cap_line(unit: Organisation, cap: Cap) -> CapLine:
    states = {
        None: Tag(_("Chưa rõ quy định"), Tone.HOLD),
        True: Tag(_("Vượt"), Tone.LATE, "info"),
        False: Tag(_("Trong mức"), Tone.OK, "check"),
    }
    state, note = states[cap.over], ""
    if not cap.over and cap.over_else:
        state = Tag(_("Tùy cách tính"), Tone.SOON, "info")
        note = _("vượt nếu mẫu số không gồm số xuất sắc")
    both = cap.excellent + cap.good
    return CapLine(
        unit.name, count(cap.excellent), count(both), percent(cap.excellent, both), state, note
    )


def line(one: Any) -> GradeLine:
    """One grade as a row."""
    points = f"{one.points.normalize():f}".replace(".", ",") if one.points is not None else ""
    return GradeLine(
        name=one.person.full_name,
        url=reverse("member", kwargs={"pk": one.person_id}) if one.is_listed else "",
        unit=one.cell.name,
        period=one.period,
        level=Tag(worded(one.get_level_display()), TONES[Level(one.level)]),
        points=points,
        scheme=one.scheme,
        document=one.document,
        source=f"{one.taken_in.source}, {one.taken_in.synced_on:%d/%m/%Y}",
    )


def _read_place(written: str) -> tuple[date, str, int]:
    row = Grade.objects.filter(pk=read_number(written)).select_related("person").first()
    if row is None:
        raise ValueError(written)
    return row.period_ends, row.person.sort_key, row.pk


def _by_name(rows: QuerySet[Grade], place: Place[tuple[date, str, int]], limit: int) -> list[Grade]:
    """Read at most `limit` rows from a place on: the newest period first, in it by name as people sort them."""
    if place.key is not None:
        day, name, pk = place.key
        later, beyond = ("gt", "lt") if place.back else ("lt", "gt")
        rows = rows.filter(
            Q(**{f"period_ends__{later}": day})
            | Q(**{"period_ends": day, f"person__sort_key__{beyond}": name})
            | Q(**{"period_ends": day, "person__sort_key": name, f"pk__{beyond}": pk})
        )
    order = ("-period_ends", "person__sort_key", "pk")
    if place.back:
        order = ("period_ends", "-person__sort_key", "-pk")
    return list(rows.order_by(*order)[:limit])
