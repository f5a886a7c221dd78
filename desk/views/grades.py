"""Xếp loại đảng viên: the grades one reads, figures of three years, the list taken out."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.models import ListTaken
from desk.gathering import grades as gathered
from desk.gathering.leaves import filters_of
from desk.grade_forms import NarrowGrades
from desk.pages.export import ExportPage
from desk.views import person_of
from desk.views.exports import MOST, Purpose, taken_out
from registry import clock
from registry.grade_models import Grade
from registry.members.rights import units_read_by
from registry.models import Person
from reports.sheets import KIND, Column, sheet


@require_safe
def grades(request: HttpRequest) -> HttpResponse:
    """The grades of the units I read; whoever reads no member has no such page."""
    me, units = _reader(request)
    page = gathered.grades_page(me, units, clock.today(), request.GET)
    return render(request, "pages/grades/list.html", {"page": page})


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """How the members of a unit were graded in three years, and who was to be."""
    me, units = _reader(request)
    page = gathered.figures_page(me, units, clock.today(), request.GET)
    return render(request, "pages/grades/figures.html", {"page": page})


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the grades this person reads, by the filters."""
    (me, units), today = _reader(request), clock.today()
    filters = NarrowGrades(request.GET, today)
    found = filters.narrow(gathered.grades_read_by(me, units))
    form = Purpose(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        kept, number = filters_of(request.GET), found.count()
        page = ExportPage(
            form=form,
            title=_("Xuất kết quả xếp loại"),
            listed=_("Xếp loại đảng viên"),
            sentence=_("Tệp gồm các kết quả bạn được đọc, theo bộ lọc đang chọn."),
            counted=_("%(n)d kết quả") % {"n": min(number, MOST)},
            back_url=reverse("grades") + (f"?{kept}" if kept else ""),
            warning=_("Xuất %(n)d kết quả đầu; lọc hẹp hơn để xuất phần còn lại.") % {"n": MOST}
            if number > MOST
            else "",
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    rows = list(found.order_by("-period_ends", "person__sort_key", "pk")[:MOST])
    said = taken_out(me, ListTaken.Register.GRADES, len(rows), form.cleaned_data["purpose"])
    answer = HttpResponse(
        sheet(_("Xếp loại đảng viên"), _columns(), map(_row, rows), said), content_type=KIND
    )
    answer["Content-Disposition"] = f'attachment; filename="xep-loai-{today:%Y-%m-%d}.xlsx"'
    return answer


def _reader(request: HttpRequest) -> tuple[Person, set[int]]:
    """Me, and the units whose members I read; 404 for whoever reads none."""
    me = person_of(request)
    units = units_read_by(me, clock.today())
    if not units:
        raise Http404("No post that reads members.")
    return me, units


def _columns() -> list[Column]:
    return [
        Column(_("Họ và tên"), 30), Column(_("Đơn vị"), 40), Column(_("Kỳ đánh giá"), 14),
        Column(_("Mức xếp loại"), 30), Column(_("Điểm"), 10), Column(_("Quy định"), 14),
        Column(_("Quyết định xếp loại"), 40), Column(_("Nguồn, ngày số liệu"), 40),
    ]  # fmt: skip


def _row(one: Grade) -> tuple[str, ...]:
    said = gathered.line(one)
    return (
        said.name, said.unit, said.period, said.level.text, said.points, said.scheme, said.document, said.source,
    )  # fmt: skip
