"""Đối chiếu hồ sơ: finished files decided again, read by the auditors of a body and by nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import read_log
from cases.conformance import reading
from cases.conformance_models import Conformance
from cases.models import Case
from cases.read_models import ReadPart
from cases.readers import AUDITOR
from desk.gathering import conformance as gathered
from desk.gathering.conformance import Asked
from desk.pages.export import ExportPage
from desk.views import person_of
from desk.views.exports import MOST, Purpose, watermark
from registry import clock
from registry.models import Person, Post, held_by
from reports.sheets import KIND, Column, sheet


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """What deciding finished files again found, in figures."""
    _person, asked = _asked(request)
    return render(request, "pages/conformance/figures.html", {"page": gathered.page_of(asked)})


@require_safe
def behind(request: HttpRequest) -> HttpResponse:
    """The files behind one figure, or those in which a step took longest."""
    _person, asked = _asked(request)
    step = request.GET.get("buoc", "")
    try:
        if step:
            page = gathered.longest_of(asked, request.GET.get("quy_trinh", ""), step)
        else:
            page = gathered.list_of(asked, request.GET.get("ds", "ho-so"))
    except KeyError:
        raise Http404("There is no such figure.") from None
    return render(request, "pages/conformance/list.html", {"page": page})


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the deviations of the files behind a figure as a spreadsheet."""
    person, asked = _asked(request)
    what = request.GET.get("ds", "ho-so")
    if what not in reading.LISTS:
        raise Http404("There is no such figure.")
    found = reading.listed(asked.now, asked.files, what)
    form = Purpose(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        count = found.count()
        page = ExportPage(
            form=form,
            title=_("Xuất kết quả đối chiếu"),
            listed=_("Đối chiếu hồ sơ đã kết thúc"),
            sentence=_("Mỗi điểm khác một dòng; hồ sơ không có điểm khác cũng có một dòng."),
            counted=_("%(n)d hồ sơ") % {"n": min(count, MOST)},
            back_url=asked.address("conformance"),
            warning=_("Xuất %(n)d hồ sơ đầu; lọc hẹp hơn để xuất phần còn lại.") % {"n": MOST}
            if count > MOST
            else "",
        )
        return render(
            request, "pages/export.html", {"page": page}, status=422 if form.is_bound else 200
        )
    purpose = form.cleaned_data["purpose"]
    going = list(found[:MOST])
    read = Case.objects.filter(pk__in=[one.case_id for one in going])
    read_log.note(person, clock.today(), read, ReadPart.EXPORT, purpose=purpose)
    content = sheet(
        _("Đối chiếu hồ sơ"), _columns(), _rows(going), watermark(person.full_name, purpose)
    )
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = (
        f'attachment; filename="doi-chieu-{clock.today():%Y-%m-%d}.xlsx"'
    )
    return answer


def _asked(request: HttpRequest) -> tuple[Person, Asked]:
    person, today = person_of(request), clock.today()
    if not Post.objects.filter(held_by(person, today), position=AUDITOR).exists():
        raise Http404("Only auditors read what deciding again found.")
    return person, Asked(person, today, request.GET)


def _columns() -> list[Column]:
    return [
        Column(_("Hồ sơ"), 16), Column(_("Đơn vị"), 34), Column(_("Kết thúc ngày"), 12), Column(_("Bản ghi"), 8),
        Column(_("Bước"), 30), Column(_("Ngày làm"), 12), Column(_("Loại"), 26), Column(_("Quy định nói"), 60),
        Column(_("Căn cứ"), 34), Column(_("Đã làm"), 50),
    ]  # fmt: skip


def _rows(going: list[Conformance]) -> Iterator[tuple[object, ...]]:
    for one in going:
        file = one.case.reference, one.case.body.organisation.name, one.case.closed_on
        if not one.deviations:
            yield (*file, "", _("Không có điểm khác"), None, "", "", "", "")
        for row in map(gathered.departure, one.deviations):
            yield (
                *file, str(row.record), row.step, row.on, row.kind.text, row.says, row.citation, row.done,
            )  # fmt: skip
