"""Lưu vết: what auditors trace over all files, take out with its proof, and what the nightly checkers found."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import checkpointing, extracting, read_log, tracing
from cases.models import Case
from cases.paging import Place
from cases.read_models import ReadPart
from cases.readers import AUDITOR
from desk.gathering import tracing as gathered
from desk.gathering.audit import checks_page
from desk.gathering.lists_taken import lists_taken_page
from desk.pages.export import ExportPage
from desk.views import person_of
from desk.views.exports import MOST, Purpose, watermark
from registry import clock
from registry.models import Post, held_by
from reports.sheets import KIND


@require_safe
def explorer(request: HttpRequest) -> HttpResponse:
    """Every deed I may trace, in one order of time."""
    page = gathered.trace_page(_auditor(request), request.GET)
    return render(request, "pages/audit/explorer.html", {"page": page})


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, what the filters leave, as a pack that `verify.py` checks."""
    auditor = _auditor(request)
    form = Purpose(request.POST if request.method == "POST" else None)
    sought = gathered.Filters(request.GET, auditor).sought()
    if not form.is_valid():
        kept = request.GET.urlencode()
        page = ExportPage(
            form=form,
            title=_("Xuất nhật ký kèm chứng cứ"),
            listed=_("Nhật ký lưu vết"),
            sentence=_(
                "Tệp nén ZIP gồm bảng Excel theo bộ lọc đang chọn, chuỗi bản ghi của các hồ sơ có trong bảng, "
                "chứng cứ rằng chuỗi nằm trong mốc niêm phong, và verify.py để tự kiểm tra ở máy khác."
            ),
            counted=_("tối đa %(n)d dòng, mới nhất trước") % {"n": MOST},
            back_url=reverse("audit") + (f"?{kept}" if kept else ""),
            warning=""
            if checkpointing.is_ready()
            else _(
                "Nơi dùng chưa giữ mốc niêm phong: tệp chỉ là bảng Excel, chưa có chứng cứ kèm theo."
            ),
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    purpose, today = form.cleaned_data["purpose"], auditor.day
    files = auditor.files()
    entries = tracing.read(auditor, files, sought, Place(), MOST)
    going = Case.objects.filter(reference__in={one.file for one in entries if one.file})
    read_log.note(auditor.person, today, going, ReadPart.EXPORT, "nhật ký", purpose=purpose)
    made = gathered.spreadsheet(entries, watermark(auditor.person.full_name, purpose))
    kind, ending = KIND, "xlsx"
    if checkpointing.is_ready():
        made, kind, ending = extracting.extract(entries, made), "application/zip", "zip"
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="nhat-ky-{today:%Y-%m-%d}.{ending}"'
    return answer


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """What the nightly checkers found in my bodies, and the newest checkpoint."""
    person, today = person_of(request), clock.today()
    audits = Post.objects.filter(held_by(person, today), position=AUDITOR)
    bodies = set(audits.values_list("body_id", flat=True))
    if not bodies:
        raise Http404("Only auditors read what the checkers found.")
    return render(request, "pages/audit/checks.html", {"page": checks_page(person, bodies, today)})


def _auditor(request: HttpRequest) -> tracing.Auditor:
    """Whoever asks as one who traces files; for others there is no such page."""
    found = tracing.Auditor.of(person_of(request), clock.today())
    if found is None:
        raise Http404("Traces the files of no body.")
    return found


@require_safe
def lists_taken(request: HttpRequest) -> HttpResponse:
    """Which lists of the registers were taken out: one's own, and of whomever an auditor oversees."""
    page = lists_taken_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/journeys/log.html", {"page": page})
