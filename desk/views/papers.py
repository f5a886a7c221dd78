"""A paper, its bytes, and the register of papers."""

from datetime import date
from itertools import islice
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import control_slip, read_log
from cases.models import Case
from cases.read_models import ReadPart
from desk import reads
from desk.csp import shown_in_our_frame
from desk.gathering.papers import file_name, paper_page, visible_paper
from desk.gathering.register import RegisterFilters, numbered_for, register_page
from desk.pages.export import ExportPage
from desk.saved_filters import with_saved_filters
from desk.views import person_of
from desk.views.exports import MOST, Purpose, watermark
from documents.models import Paper, State
from documents.pictures import pictures
from documents.printing import print_issued
from registry import clock
from registry.models import Person
from reports.sheets import KIND, Column, sheet


@require_safe
def paper(request: HttpRequest, paper: int) -> HttpResponse:
    """One paper with what is known of it."""
    person, today = person_of(request), clock.today()
    held = _opened(person, today, paper)
    reads.note(person, held.case, ReadPart.PAPER, paper=paper)
    return render(request, "pages/paper.html", {"page": paper_page(held, person, today)})


def _opened(person: Person, today: date, paper: int) -> Any:
    """The paper as this person may open it; one that was issued in bulk is printed now, as it is first opened."""
    held = get_object_or_404(visible_paper(person, today, paper))
    waits = held.paper.state in (State.ISSUED, State.SERVED) and not hasattr(held.paper, "print")
    if waits and print_issued([paper]):
        held = get_object_or_404(visible_paper(person, today, paper))
    return held


@require_safe
@shown_in_our_frame
def pdf(request: HttpRequest, paper: int) -> HttpResponse:
    """The stored bytes of a printed paper: exactly what was printed, never rendered again."""
    person = person_of(request)
    held = _opened(person, clock.today(), paper)
    printed = getattr(held.paper, "print", None)
    if printed is None or not printed.pdf:
        raise Http404("Not printed yet, or erased.")
    part = ReadPart.DOWNLOAD if request.GET.get("tai") else ReadPart.PAPER
    reads.note(person, held.case, part, paper=paper)
    answer = HttpResponse(bytes(printed.pdf), content_type="application/pdf")
    way = "attachment" if request.GET.get("tai") else "inline"
    answer["Content-Disposition"] = f'{way}; filename="{file_name(held.paper)}"'
    return answer


@require_safe
def picture(request: HttpRequest, paper: int, page: int) -> HttpResponse:
    """One page of a printed paper as a picture, the first page being one."""
    person = person_of(request)
    held = _opened(person, clock.today(), paper)
    printed = getattr(held.paper, "print", None)
    if printed is None or not printed.pdf or not 1 <= page <= printed.pages:
        raise Http404("No such page.")
    reads.note(person, held.case, ReadPart.PAPER, f"trang {page}", paper=paper)
    drawn = next(islice(pictures(bytes(printed.pdf)), page - 1, None))
    return HttpResponse(drawn, content_type="image/png")


@require_safe
def slip(request: HttpRequest, paper: int) -> HttpResponse:
    """The control slip of a paper, for those who read what lies in its file; never part of the paper."""
    person, today = person_of(request), clock.today()
    held = get_object_or_404(visible_paper(person, today, paper))
    if not held.is_inside:
        raise Http404("It tells what lies in the file.")
    reads.note(person, held.case, ReadPart.PAPER, "phiếu kiểm soát", paper=paper)
    answer = HttpResponse(control_slip.slip(held), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="phieu-kiem-soat-{paper}.pdf"'
    return answer


@require_safe
@with_saved_filters("papers")
def register(request: HttpRequest) -> HttpResponse:
    """Sổ văn bản."""
    page = register_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/register.html", {"page": page})


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the outgoing papers this person may see."""
    person, today = person_of(request), clock.today()
    found = RegisterFilters(request.GET, today).narrow(numbered_for(person, today))
    form = Purpose(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        kept, count = request.GET.urlencode(), found.count()
        page = ExportPage(
            form=form,
            title=_("Xuất sổ văn bản đi"),
            listed=_("Sổ văn bản"),
            sentence=_("Tệp gồm các văn bản đã lấy số bạn được xem, theo bộ lọc đang chọn."),
            counted=_("%(n)d văn bản") % {"n": min(count, MOST)},
            back_url=reverse("papers") + (f"?{kept}" if kept else ""),
            warning=_("Xuất %(n)d dòng đầu; lọc hẹp hơn để xuất phần còn lại.") % {"n": MOST}
            if count > MOST
            else "",
        )
        return render(
            request, "pages/export.html", {"page": page}, status=422 if form.is_bound else 200
        )
    purpose = form.cleaned_data["purpose"]
    going = list(
        found.select_related("signed_by", "record_paper__case", "body")
        .prefetch_related("services")
        .order_by("-dated", "-pk")[:MOST]
    )
    read = Case.objects.filter(pk__in=[one.record_paper.case_id for one in going])
    read_log.note(person, today, read, ReadPart.EXPORT, purpose=purpose)
    columns = [
        Column(_("Số, ký hiệu"), 20), Column(_("Ngày"), 12), Column(_("Tên loại, trích yếu"), 70),
        Column(_("Người ký"), 28), Column(_("Nơi nhận"), 50), Column(_("Hồ sơ"), 16),
        Column(_("Trạng thái"), 24), Column(_("Cơ quan ban hành"), 40),
    ]  # fmt: skip
    made = sheet(
        _("Sổ văn bản đi"), columns, map(_row, going), watermark(person.full_name, purpose)
    )
    answer = HttpResponse(made, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="so-van-ban-di-{today:%Y-%m-%d}.xlsx"'
    return answer


def _row(paper: Paper) -> tuple[object, ...]:
    handed = "; ".join(f"{one.to}, {one.on:%d/%m/%Y}" for one in paper.services.all())
    return (
        paper.number_text, paper.dated, paper.title, paper.signed_by.full_name if paper.signed_by else "",
        handed, paper.record_paper.case.reference, paper.state_label, paper.body.name,
    )  # fmt: skip
