"""Sổ đơn, thư đến: the book on the screen, and taken out as a spreadsheet."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import incoming, read_log
from cases.incoming_models import IncomingEntry
from cases.models import Case
from cases.read_models import ReadPart
from desk.gathering.petitions import (
    LETTERS,
    PAPERS,
    Filters,
    petitions_page,
    reads_a_book,
    sender_of,
    stage_of,
)
from desk.pages.export import ExportPage
from desk.views import person_of
from desk.views.exports import MOST, Purpose, watermark
from desk.worded import worded
from registry import clock
from reports.sheets import KIND, Column, sheet
from workflows.letters import Source


@require_safe
def petitions(request: HttpRequest) -> HttpResponse:
    """The books of the bodies in which I work; for others there is no such page."""
    person, today = person_of(request), clock.today()
    if not reads_a_book(person, today):
        raise Http404("No incoming book for this person.")
    page = petitions_page(person, today, request.GET)
    return render(request, "pages/petitions.html", {"page": page})


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the lines this person may see."""
    person, today = person_of(request), clock.today()
    if not reads_a_book(person, today):
        raise Http404("No incoming book for this person.")
    found = Filters(request.GET, today).narrow(incoming.book_for(person, today))
    form = Purpose(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        kept, count = request.GET.urlencode(), found.count()
        page = ExportPage(
            form=form,
            title=_("Xuất sổ đơn, thư đến"),
            listed=_("Sổ đơn, thư đến"),
            sentence=_(
                "Tệp gồm các dòng sổ bạn được xem, theo bộ lọc đang chọn; không có danh tính đã niêm phong."
            ),
            counted=_("%(n)d dòng sổ") % {"n": min(count, MOST)},
            back_url=reverse("petitions") + (f"?{kept}" if kept else ""),
            warning=_("Xuất %(n)d dòng đầu; lọc hẹp hơn để xuất phần còn lại.") % {"n": MOST}
            if count > MOST
            else "",
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    purpose = form.cleaned_data["purpose"]
    going = list(found.select_related("case", "body").order_by("-arrived_on", "-pk")[:MOST])
    read = Case.objects.filter(pk__in=[one.case_id for one in going])
    read_log.note(person, today, read, ReadPart.EXPORT, purpose=purpose)
    title = _TITLES.get(request.GET.get("loai", ""), lambda: _("Sổ đơn, thư đến"))()
    answer = HttpResponse(_sheet(going, person.full_name, purpose, title), content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="so-don-den-{today:%Y-%m-%d}.xlsx"'
    return answer


#: What the spreadsheet is called, by what the book was narrowed to.
_TITLES = {
    PAPERS: lambda: _("Sổ văn bản đến"),
    LETTERS: lambda: _("Sổ đơn, thư"),
}


def _sheet(going: list[IncomingEntry], who: str, purpose: str, title: str) -> bytes:
    columns = [
        Column(_("Số đến"), 10), Column(_("Ngày đến"), 12), Column(_("Dấu bưu điện"), 12),
        Column(_("Loại"), 36), Column(_("Người gửi"), 44), Column(_("Số của nơi gửi"), 18),
        Column(_("Hồ sơ"), 16), Column(_("Giai đoạn"), 40), Column(_("Cơ quan tiếp nhận"), 40),
    ]  # fmt: skip
    return sheet(title, columns, map(_row, going), watermark(who, purpose))


def _row(entry: IncomingEntry) -> tuple[object, ...]:
    return (
        f"{entry.number:02}", entry.arrived_on, entry.postmarked_on, worded(Source(entry.source).label),
        sender_of(entry), entry.sender_number, entry.case.reference, stage_of(entry), entry.body.name,
    )  # fmt: skip
