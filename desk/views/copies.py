"""Copying a paper, and the bytes of its copies."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.read_models import ReadPart
from desk import reads
from desk.copy_forms import CopyForm
from desk.gathering.copies import copied_for, copy_page
from desk.gathering.papers import visible_paper
from desk.views import person_of
from documents import copies
from documents.copy_models import Copy
from documents.drafting import PaperRefused
from documents.models import State
from registry import clock


def make(request: HttpRequest, paper: int) -> HttpResponse:
    """The form of a copy; sent, the copy is made. For whoever copies for no body there is no such page."""
    person, today = person_of(request), clock.today()
    held = get_object_or_404(visible_paper(person, today, paper))
    bodies = copied_for(person, today)
    if not bodies or held.paper.state not in (*copies.COPIED_IN, State.READY):
        raise Http404("Nothing to copy, or nobody to copy it for.")
    sent = request.POST if request.method == "POST" else None
    form, reasons = CopyForm(bodies, today, sent, body=bodies[0]), []
    if sent and form.is_valid():
        try:
            copy = copies.make(held.paper, form.wish(), by=person)
        except PaperRefused as refused:
            reasons = refused.reasons
        else:
            messages.success(request, _("Đã lập bản sao số %(n)s.") % {"n": copy.number_text})
            return redirect("paper", paper=paper)
    reads.note(person, held.case, ReadPart.PAPER, paper=paper)
    page = copy_page(held.paper, bodies, form, reasons)
    return render(request, "pages/copy.html", {"page": page}, status=422 if sent else 200)


@require_safe
def pdf(request: HttpRequest, paper: int, copy: int) -> HttpResponse:
    """The stored bytes of a copy."""
    person = person_of(request)
    held = get_object_or_404(visible_paper(person, clock.today(), paper))
    made = get_object_or_404(Copy, paper=paper, pk=copy)
    reads.note(person, held.case, ReadPart.DOWNLOAD, made.number_text, paper=paper)
    if not made.pdf:
        raise Http404("Erased.")
    answer = HttpResponse(bytes(made.pdf), content_type="application/pdf")
    name = made.number_text.replace("/", "-").replace("Đ", "D")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
