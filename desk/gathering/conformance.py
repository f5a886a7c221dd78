"""What the auditors' pages about finished files decided again show: figures, their lists, the days of each step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import law
from cases.conformance import reading
from cases.conformance.books import engine
from cases.conformance.deviations import Kind
from cases.conformance.reading import UnitFigures
from cases.conformance.replaying import current, waiting
from cases.conformance_models import Conformance
from cases.paging import Place, leaf
from cases.queries import visible_to
from desk.gathering.addresses import case_url
from desk.gathering.law_words import rule_url
from desk.gathering.leaves import PAGE, pager_between, place_of, read_number, so_many
from desk.pages.conformance import (
    ConformanceList,
    ConformancePage,
    Departure,
    FigureLine,
    FileLine,
    TimeLine,
)
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from law.faults import UnknownRule
from permissions.ways import Part
from registry.models import Person
from registry.tree import below
from workflows import catalogue

#: The figures of a unit in their order: heading, attribute, the list that stands behind.
FIGURES = (
    (gettext_lazy("Hồ sơ đã kết thúc"), "files", "ho-so"),
    (gettext_lazy("Có điểm khác"), "departing", "diem-khac"),
    (gettext_lazy("Có bước giữ như đã ghi"), "keeping", "giu-nguyen"),
    (gettext_lazy("Quyết định kỷ luật"), "decided", "quyet-dinh"),
    (gettext_lazy("Đã nghe trình bày"), "held", "da-nghe"),
    (gettext_lazy("Được mời, không trình bày"), "declined", "khong-trinh-bay"),
    (gettext_lazy("Chưa nghe"), "not_held", "chua-nghe"),
    (gettext_lazy("Đã giải quyết khiếu nại"), "complained", "khieu-nai"),
    (gettext_lazy("Thay đổi sau khiếu nại"), "changed", "thay-doi"),
    (gettext_lazy("Cấp trên thay đổi"), "changed_from_above", "cap-tren-doi"),
)
KINDS = {
    Kind.HAND: gettext_lazy("Người làm không đúng thẩm quyền"),
    Kind.ORDER: gettext_lazy("Không đúng trình tự, ngày"),
    Kind.CONDITION: gettext_lazy("Thiếu điều kiện"),
    Kind.LAW: gettext_lazy("Áp dụng quy định khác"),
    Kind.LATE: gettext_lazy("Quá thời hạn"),
    Kind.PAPER: gettext_lazy("Thiếu văn bản"),
}
TITLES = {
    **{what: heading for heading, _name, what in FIGURES},
    "phai-nghe": gettext_lazy("Phải nghe trình bày"),
    **{f"loai-{kind.value}": label for kind, label in KINDS.items()},
}
#: Files in which a step took longest, on one list.
LONGEST = 50


class Narrow(forms.Form):
    """Whose finished files, of which procedure, ended in which year; what cannot be read filters nothing."""

    don_vi = forms.ChoiceField(label=gettext_lazy("Đơn vị"), required=False)
    quy_trinh = forms.ChoiceField(label=gettext_lazy("Quy trình"), required=False)
    nam = forms.ChoiceField(label=gettext_lazy("Kết thúc năm"), required=False)

    def __init__(self, data: Any, seen: QuerySet[Conformance]):
        super().__init__(data)
        units, codes, years = {}, set(), set()
        for unit, name, code, day in seen.values_list(
            "case__body__organisation", "case__body__organisation__name", "case__procedure", "case__closed_on"
        ).distinct():  # fmt: skip
            units[str(unit)] = name
            codes.add(code)
            years |= {day.year} if day else set()
        self.fields["don_vi"].choices = [
            ("", _("Mọi đơn vị")), *sorted(units.items(), key=lambda one: one[1]),
        ]  # fmt: skip
        self.fields["quy_trinh"].choices = [
            ("", _("Mọi quy trình")),
            *(
                (code, f"{code} – {worded(catalogue.get(code).label)}")
                for code in catalogue.PROCEDURES
                if code in codes
            ),
        ]  # fmt: skip
        self.fields["nam"].choices = [
            ("", _("Mọi năm")), *((str(year), str(year)) for year in sorted(years, reverse=True)),
        ]  # fmt: skip
        self.is_valid()

    def narrowed(self, seen: QuerySet[Conformance], today: date) -> QuerySet[Conformance]:
        """What is left of `seen`; a unit brings those under it."""
        said = self.cleaned_data
        if unit := said.get("don_vi"):
            line = {int(unit), *below(int(unit), today)}
            seen = seen.filter(case__body__organisation__in=line)
        if code := said.get("quy_trinh"):
            seen = seen.filter(case__procedure=code)
        if year := said.get("nam"):
            seen = seen.filter(case__closed_on__year=int(year))
        return seen


class Asked:
    """What one auditor asks for: the finished files of which they read the history, as filtered."""

    def __init__(self, person: Person, today: date, asked: Any):
        self.now, self.query = engine(), asked
        self.visible = visible_to(person, today, Part.HISTORY)
        seen = current(self.now).filter(case__in=self.visible.values("pk"))
        self.filters = Narrow(asked, seen)
        self.files = list(self.filters.narrowed(seen, today).values_list("case", flat=True))

    def address(self, name: str, **more: str) -> str:
        """Another address about the same files."""
        kept = {
            key: self.query[key] for key in ("don_vi", "quy_trinh", "nam") if self.query.get(key)
        }
        query = urlencode({**kept, **more})
        return reverse(name) + (f"?{query}" if query else "")

    def left(self) -> int:
        """How many of the finished files this auditor reads wait to be decided again."""
        return waiting(self.now).filter(pk__in=self.visible.values("pk")).count()


def page_of(asked: Asked) -> ConformancePage:
    """Gather the figures."""
    units = reading.by_unit(asked.now, asked.files)
    total = reading.all_of(units, _("Cộng"))
    newest = current(asked.now).filter(case__in=asked.files).aggregate(at=Max("at"))["at"]
    return ConformancePage(
        filters=asked.filters,
        facts=list(_facts(asked, total)),
        heads=[str(heading) for heading, _name, _what in FIGURES],
        lines=[_line(asked, one) for one in ([*units, total] if len(units) > 1 else units)],
        times=[
            TimeLine(
                f"{one.procedure} – {worded(catalogue.get(one.procedure).label)}", worded(one.label),
                Link(str(one.files), asked.address("conformance-list", quy_trinh=one.procedure, buoc=one.step)),
                one.median, one.ninth, one.most,
            )
            for one in reading.times(asked.files)
        ],
        export_url=asked.address("conformance-export"),
        at=newest,
        waiting=asked.left(),
    )  # fmt: skip


def _facts(asked: Asked, total: UnitFigures) -> Iterable[Fact]:
    """The shares, and what differs by kind; a share of nothing is no figure."""
    to = partial(asked.address, "conformance-list")
    heard, changed = _share(total.held, total.hearings), _share(total.changed, total.decided)
    to_heard, to_changed = (
        to(ds="phai-nghe") if total.hearings else "",
        to(ds="thay-doi") if total.changed else "",
    )
    yield Fact(_("Nghe trình bày trước khi quyết định"), heard, url=to_heard)
    yield Fact(_("Quyết định thay đổi sau khiếu nại"), changed, url=to_changed)
    for kind, label in KINDS.items():
        count = total.kinds.get(kind.value, 0)
        yield Fact(str(label), str(count), url=to(ds=f"loai-{kind.value}") if count else "")


def _share(part: int, whole: int) -> str:
    if not whole:
        return _("không phát sinh")
    return f"{part}/{whole} ({part * 1000 // whole / 10:.1f}%)".replace(".", ",")


def _line(asked: Asked, one: UnitFigures) -> FigureLine:
    own = {"don_vi": str(one.unit)} if one.unit else {}
    links = []
    for _heading, name, what in FIGURES:
        count = getattr(one, name)
        url = asked.address("conformance-list", **{**own, "ds": what}) if count else ""
        links.append(Link(str(count), url))
    return FigureLine(one.name, links)


def list_of(asked: Asked, what: str) -> ConformanceList:
    """Gather one page of the files behind a figure; KeyError for a figure there is none of."""
    found = reading.listed(asked.now, asked.files, what)

    def read(place: Place[int], most: int) -> Sequence[Conformance]:
        rows = (
            found
            if place.key is None
            else found.filter(**{"case__gt" if place.back else "case__lt": place.key})
        )
        return list(rows.order_by("case_id" if place.back else "-case_id")[:most])

    page = leaf(read, place_of(asked.query, read_number), PAGE)
    return ConformanceList(
        title=str(TITLES[what]),
        back_url=asked.address("conformance"),
        rows=[_file(one, what) for one in page.rows],
        export_url=asked.address("conformance-export", ds=what),
        pager=pager_between(
            page, asked.query, so_many(page, _("hồ sơ")), lambda one: str(one.case_id)
        ),
    )


def longest_of(asked: Asked, procedure: str, step: str) -> ConformanceList:
    """Gather the files in which a step took longest; KeyError for a step there is none of."""
    declared = catalogue.get(procedure).step(step)
    if declared is None:
        raise KeyError(step)
    days = {one.case: one for one in reading.longest(asked.files, procedure, step, LONGEST)}
    kept = reading.listed(asked.now, list(days), "ho-so")
    rows = sorted(kept, key=lambda one: (-days[one.case_id].days, -one.case_id))
    said = _("%(days)d ngày từ bước chuyển trước; làm ngày %(on)s, bản ghi %(n)d")
    return ConformanceList(
        title=_("Lâu nhất: %(step)s") % {"step": worded(declared.label)},
        back_url=asked.address("conformance"),
        rows=[
            _file(
                one, "ho-so",
                said % {
                    "days": days[one.case_id].days, "on": f"{days[one.case_id].on:%d/%m/%Y}",
                    "n": days[one.case_id].sequence,
                },
            )
            for one in rows
        ],
    )  # fmt: skip


def _file(one: Conformance, what: str, note: str = "") -> FileLine:
    kind = what.removeprefix("loai-") if what.startswith("loai-") else ""
    case = one.case
    return FileLine(
        case=Link(case.reference, case_url(case)),
        title=case.title,
        unit=case.body.organisation.name,
        closed_on=case.closed_on,
        note=note or _note(one, what),
        departures=[departure(row) for row in one.deviations if kind in ("", row["kind"])],
    )


def _note(one: Conformance, what: str) -> str:
    if what == "giu-nguyen":
        return _(
            "%(n)d bản ghi giữ như đã ghi: mã điều kiện đã đổi hoặc nội dung cá nhân đã xóa."
        ) % {"n": one.kept}
    if one.decided and what not in ("ho-so", "diem-khac"):
        return (
            f"{worded(one.get_hearing_display())}. {worded(one.get_review_display())}."  # the words of the record
        )
    return ""


def departure(row: dict[str, Any]) -> Departure:
    """One kept deviation in words."""
    return Departure(
        kind=Tag(str(KINDS[Kind(row["kind"])]), Tone.SOON),
        record=row["sequence"],
        step=row["label"],
        on=date.fromisoformat(row["on"]),
        says=row["says"],
        rule=_rule(row["rule"]),
        citation=row["citation"],
        done=row["done"],
    )


def _rule(rule: str) -> Link | None:
    """Where a rule of law is read; a reason of the procedure's own order has no page."""
    try:
        return Link(worded(law.book().parameter(rule).label_vi), rule_url(rule))
    except UnknownRule:
        return None
