"""Who read a file, and the files that came with what was handed in."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cases.models import Attachment, Case, FileRow
from cases.own import marked
from cases.queries import visible_to, with_evidence
from cases.read_book import book
from cases.read_log import oversees, reads_of
from cases.read_models import ReadPart
from cases.reading import Reader, read_file
from desk import reads
from desk.gathering.addresses import case_url
from desk.gathering.handed import scan_of
from desk.gathering.read_log import MOST, book_lines, heads, read_log_page
from desk.pages.export import ExportPage
from desk.views import person_of
from desk.views.exports import Purpose, watermark
from proof.reader import as_the_system
from registry import clock
from registry.models import Person
from reports.sheets import KIND, Column, sheet

#: As what a book of readers is taken out.
SHEET, PRINT = "xlsx", "pdf"


class TakeBook(Purpose):
    """What the book is taken out for, and as what."""

    shape = forms.ChoiceField(
        label=gettext_lazy("Dạng tệp"),
        choices=[(SHEET, gettext_lazy("Bảng Excel")), (PRINT, gettext_lazy("Bản in (PDF)"))],
        initial=SHEET,
        widget=forms.RadioSelect,
    )


@require_safe
def readers(request: HttpRequest, reference: str) -> HttpResponse:
    """Ai đã đọc: for those who answer for a file's reading, and for the member it is about."""
    person, found = _read(request, reference)
    page = read_log_page(found, person, request.GET, own=found.is_own)
    return render(request, "pages/read_log.html", {"page": page})


def export(request: HttpRequest, reference: str) -> HttpResponse:
    """The page that asks what for; sent, the book of readers: for those who see them by name, and itself a read."""
    person, found = _read(request, reference)
    if found.is_own:
        raise Http404("By name they are not the member's to see.")
    form = TakeBook(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        page = ExportPage(
            form=form,
            title=_("Xuất, in sổ đọc"),
            listed=found.reference,
            sentence=_("Sổ ghi từng lượt mở hồ sơ này: lúc nào, ai, đã đọc gì, vì sao được đọc."),
            counted=_("%(n)d lượt đọc") % {"n": min(reads_of(found).count(), MOST)},
            back_url=case_url(found, "case-reads"),
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    purpose, shape = form.cleaned_data["purpose"], form.cleaned_data["shape"]
    reads.note(person, found, ReadPart.EXPORT, f"sổ đọc, {shape}", purpose=purpose)
    content = _book(found, shape, watermark(person.full_name, purpose))
    answer = HttpResponse(content, content_type=KIND if shape == SHEET else "application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="so-doc-{found.reference}.{shape}"'
    return answer


def _read(request: HttpRequest, reference: str) -> tuple[Person, Any]:
    """Me, and the file whose readers I may see: by name, or as the member it is about; else 404."""
    person, today = person_of(request), clock.today()
    visible = marked(visible_to(person, today), person).select_related("body")
    found = get_object_or_404(visible, reference=reference)
    file = read_file(found.pk, Reader(person.pk, today, today))
    if file is None or not (found.is_own or oversees(file.standing)):
        raise Http404("Not theirs to see.")
    return person, found


def _book(case: Case, shape: str, mark: str) -> bytes:
    names, lines = heads(), book_lines(case)
    if shape == PRINT:
        return book(case, names, lines, mark, clock.today())
    columns = [Column(name, width) for name, width in zip(names, (18, 50, 60, 50), strict=True)]
    return sheet(_("Sổ đọc hồ sơ"), columns, lines, mark)


@require_safe
def attachment(request: HttpRequest, reference: str, row: int) -> HttpResponse:
    """The file that came with one entry; to the member a file is about, only what that member gave."""
    person, today = person_of(request), clock.today()
    visible = with_evidence(marked(visible_to(person, today), person), person, today)
    found = get_object_or_404(visible, reference=reference)
    if not found.is_own and not found.is_inside:
        raise Http404("Nothing that lies in the file is theirs to see.")
    laid = FileRow.objects.filter(case=found, number=row).select_related("laid_by")
    with (
        as_the_system()
    ):  # the record that laid it is not a member's own to trace; who it was decides here
        held = laid.order_by("-pk").first()
    scan = held and scan_of(held)
    if not held or not scan or (found.is_own and held.laid_by.actor_id != person.pk):
        raise Http404("No such file.")
    kept = get_object_or_404(Attachment, pk=scan["sha256"])
    reads.note(person, found, ReadPart.ATTACHMENT, f"mục {row}")
    answer = HttpResponse(bytes(kept.content), content_type=kept.kind)
    answer["Content-Disposition"] = content_disposition_header(True, str(scan["name"]))
    return answer
