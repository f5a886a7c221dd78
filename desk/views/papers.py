"""A paper, its bytes, and the register of papers."""

from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cases import control_slip
from cases.read_models import ReadPart
from desk import reads
from desk.csp import shown_in_our_frame
from desk.gathering.papers import file_name, paper_page, register_page, visible_paper
from desk.views import person_of
from documents.pictures import pictures
from registry import clock


@require_safe
def paper(request: HttpRequest, paper: int) -> HttpResponse:
    """One paper with what is known of it."""
    person, today = person_of(request), clock.today()
    held = get_object_or_404(visible_paper(person, today, paper))
    reads.note(person, held.case, ReadPart.PAPER, paper=paper)
    return render(request, "pages/paper.html", {"page": paper_page(held, person, today)})


@require_safe
@shown_in_our_frame
def pdf(request: HttpRequest, paper: int) -> HttpResponse:
    """The stored bytes of a printed paper: exactly what was printed, never rendered again."""
    person = person_of(request)
    held = get_object_or_404(visible_paper(person, clock.today(), paper))
    printed = getattr(held.paper, "print", None)
    if printed is None:
        raise Http404("Not printed yet.")
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
    held = get_object_or_404(visible_paper(person, clock.today(), paper))
    printed = getattr(held.paper, "print", None)
    if printed is None or not 1 <= page <= printed.pages:
        raise Http404("No such page.")
    reads.note(person, held.case, ReadPart.PAPER, f"trang {page}", paper=paper)
    drawn = next(islice(pictures(bytes(printed.pdf)), page - 1, None))
    return HttpResponse(drawn, content_type="image/png")


@require_safe
@shown_in_our_frame
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
def register(request: HttpRequest) -> HttpResponse:
    """Sổ văn bản."""
    page = register_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/register.html", {"page": page})
