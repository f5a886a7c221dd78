"""How one file came to be as it is: the file at an earlier moment, and why it stands where it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from cases.queries import parts_of, visible_to
from cases.read_models import ReadPart
from desk import reads
from desk.gathering.addresses import case_url
from desk.gathering.as_of import DAY, RECORD, as_of_page
from desk.gathering.explained import explained_page
from desk.views import person_of
from permissions.ways import Part
from registry import clock
from workflows import catalogue


@require_safe
def as_of(request: HttpRequest, reference: str) -> HttpResponse:
    """The file as it was known at the end of a day, or after one record: for whoever may trace it."""
    person, today = person_of(request), clock.today()
    traced = visible_to(person, today, Part.HISTORY).select_related("body")
    found = get_object_or_404(traced, reference=reference)
    if catalogue.get(found.procedure).is_meeting:
        return redirect(case_url(found))
    asked = request.GET.get(RECORD) or request.GET.get(DAY) or ""
    reads.note(person, found, ReadPart.HISTORY, f"nhìn lại {asked}"[:60].strip())
    page = as_of_page(found, person, request.GET)
    return render(request, "pages/case/as_of.html", {"page": page})


@require_safe
def explained(request: HttpRequest, reference: str) -> HttpResponse:
    """Why the file is where it is and how it may go on: for whoever reads what lies in it."""
    person, today = person_of(request), clock.today()
    inside = visible_to(person, today, Part.EVIDENCE).select_related("body")
    found = get_object_or_404(inside, reference=reference)
    if catalogue.get(found.procedure).is_meeting:
        return redirect(case_url(found))
    reads.note(person, found, ReadPart.FILE, "vì sao ở bước này")
    page = explained_page(found, person, today, parts_of(found, person, today))
    return render(request, "pages/case/explained.html", {"page": page})
