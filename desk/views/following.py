"""Sổ theo dõi: what waits for its end, on the screen and as a spreadsheet."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import read_log
from cases.following import lines, reads_a_register, rows_for
from cases.models import Case
from cases.read_models import ReadPart
from desk.gathering.following import COLUMNS, TABS, Filters, following_page, row_of
from desk.pages.export import ExportPage
from desk.pages.following import FollowedRow
from desk.views import person_of
from desk.views.exports import MOST, Purpose, watermark
from registry import clock
from reports.sheets import KIND, Column, sheet
from workflows import followed
from workflows.followed import Followed


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The register opens at the loans."""
    return redirect("following", followed.LOAN.key)


@require_safe
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """What is followed of one kind, in the files of the bodies I work in."""
    person, today, one = person_of(request), clock.today(), _kind(kind)
    if not reads_a_register(person, today):
        raise Http404("No register for this person.")
    page = following_page(person, one, today, request.GET)
    return render(request, "pages/following.html", {"page": page})


def export(request: HttpRequest, kind: str) -> HttpResponse:
    """The page that asks what for; sent, the register as a spreadsheet."""
    person, today, one = person_of(request), clock.today(), _kind(kind)
    if not reads_a_register(person, today):
        raise Http404("No register for this person.")
    found = rows_for(person, one, today, Filters(request.GET).asked)
    form = Purpose(request.POST if request.method == "POST" else None)
    title = str(TABS[one.key])
    if not form.is_valid():
        kept = request.GET.urlencode()
        page = ExportPage(
            form=form,
            title=_("Xuất %(register)s") % {"register": f"{title[:1].lower()}{title[1:]}"},
            listed=title,
            sentence=_("Tệp gồm các dòng bạn được xem, theo bộ lọc đang chọn."),
            counted=_("%(n)d dòng sổ") % {"n": min(found.count(), MOST)},
            back_url=reverse("following", kwargs={"kind": one.key}) + (f"?{kept}" if kept else ""),
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    purpose = form.cleaned_data["purpose"]
    going = lines(one, found.select_related("case__body", "laid_by")[:MOST])
    read = Case.objects.filter(pk__in={line.row.case_id for line in going})
    read_log.note(person, today, read, ReadPart.EXPORT, purpose=purpose)
    rows = [_row(row_of(line, today)) for line in going]
    content = sheet(title, _columns(one), rows, watermark(person.full_name, purpose))
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="so-theo-doi-{today:%Y-%m-%d}.xlsx"'
    return answer


def _kind(key: str) -> Followed:
    if (found := followed.of_key(key)) is None:
        raise Http404("Nothing of that name is followed.")
    return found


def _columns(kind: Followed) -> list[Column]:
    what, who = (str(one) for one in COLUMNS[kind.key])
    return [
        Column(_("Hồ sơ"), 16), Column(_("Ngày"), 12), Column(what, 50), Column(who, 40),
        Column(_("Ghi chú"), 36), Column(_("Hạn"), 12), Column(_("Tình trạng"), 24),
        Column(_("Kết quả"), 60), Column(_("Cơ quan"), 40),
    ]  # fmt: skip


def _row(row: FollowedRow) -> tuple[object, ...]:
    return (
        row.case.text, row.on, row.what, row.who, row.note, row.due, row.state.text,
        "; ".join(row.told), row.body,
    )  # fmt: skip
