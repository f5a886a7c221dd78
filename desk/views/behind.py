"""Serving the list behind a figure: a page at a time, or as a spreadsheet that asks what for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext as _

from cases import read_log
from cases.models import Case
from cases.own import of_others
from cases.read_models import ReadPart
from desk.gathering.behind import TAKEN_OUT, Listed, first, numbers, page_of
from desk.gathering.leaves import filters_of
from desk.pages.export import ExportPage
from desk.views.exports import MOST, Purpose, watermark
from registry import clock
from registry.models import Person
from reports.figures import count
from reports.sheets import KIND, Column, sheet


def serve(request: HttpRequest, listed: Listed, person: Person) -> HttpResponse:
    """Answer with the list; where the address asks for it so, with the spreadsheet of it."""
    if TAKEN_OUT in request.GET:
        return _taken_out(request, listed, person)
    if request.method == "POST":
        return HttpResponseNotAllowed(["GET"])
    page = page_of(listed, request.GET)
    return render(request, "pages/statistics/behind.html", {"page": page})


def _taken_out(request: HttpRequest, listed: Listed, person: Person) -> HttpResponse:
    form = Purpose(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _sheet(listed, person, form.cleaned_data["purpose"])
    whole, shown = numbers(listed)
    kept = request.GET.copy()
    kept.pop(TAKEN_OUT)
    page = ExportPage(
        form=form,
        title=_("Xuất danh sách phía sau số liệu"),
        listed=listed.title,
        sentence=_withheld(whole, shown),
        counted=_("%(n)d dòng") % {"n": min(shown, MOST)},
        back_url=f"?{filters_of(kept)}",
        warning=_("Xuất %(n)d dòng đầu; chọn kỳ ngắn hơn để xuất phần còn lại.") % {"n": MOST}
        if shown > MOST
        else "",
    )
    status = 422 if form.is_bound else 200
    return render(request, "pages/export.html", {"page": page}, status=status)


def _sheet(listed: Listed, person: Person, purpose: str) -> HttpResponse:
    whole, shown = numbers(listed)
    going = first(listed, MOST)
    files = of_others(
        Case.objects.filter(pk__in={listed.case_of(one) for one in going} - {None}), person
    )
    read_log.note(person, clock.today(), files, ReadPart.EXPORT, purpose=purpose)
    taken = {None, *files.values_list("pk", flat=True)}
    going = [one for one in going if listed.case_of(one) in taken]
    shown = min(shown, len(going))
    columns = [
        Column(listed.day_head, 12), Column(_("Đối tượng"), 36), Column(_("Nội dung"), 36),
        Column(_("Hồ sơ"), 18), Column(_("Cơ quan"), 36), Column(listed.state_head, 44),
    ]  # fmt: skip
    rows = [
        (one.day, one.about, one.what, one.case.text if one.case else "", one.body, "; ".join(one.marks))
        for one in map(listed.row, going)
    ]  # fmt: skip
    told = [(None, f"{listed.title}. {listed.whose}"), (None, _withheld(whole, shown))]
    content = sheet(
        _("Danh sách"), columns, [*rows, (), *told], watermark(person.full_name, purpose)
    )
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="{listed.name}.xlsx"'
    return answer


def _withheld(whole: int, shown: int) -> str:
    """How the list and the figure come together."""
    return _(
        "Số liệu: %(whole)s. Danh sách có %(shown)s dòng bạn được xem; %(withheld)s không có trong tệp."
    ) % {"whole": count(whole), "shown": count(shown), "withheld": count(whole - shown)}
