"""Who read a file, and the files that came with what was handed in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cases.models import Attachment, FileRow
from cases.own import marked
from cases.queries import visible_to, with_evidence
from cases.read_log import oversees
from cases.read_models import ReadPart
from cases.reading import Reader, read_file
from desk import reads
from desk.gathering.handed import scan_of
from desk.gathering.read_log import read_log_page
from desk.views import person_of
from proof.reader import as_the_system
from registry import clock


@require_safe
def readers(request: HttpRequest, reference: str) -> HttpResponse:
    """Ai đã đọc: for those who answer for a file's reading, and for the member it is about."""
    person, today = person_of(request), clock.today()
    visible = marked(visible_to(person, today), person).select_related("body")
    found = get_object_or_404(visible, reference=reference)
    file = read_file(found.pk, Reader(person.pk, today, today))
    if file is None or not (found.is_own or oversees(file.standing)):
        raise Http404("Not theirs to see.")
    page = read_log_page(found, person, request.GET, own=found.is_own)
    return render(request, "pages/read_log.html", {"page": page})


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
