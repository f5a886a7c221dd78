"""Kỳ họp, hội nghị: the list, and one meeting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from cases.queries import meetings as only_meetings
from cases.queries import visible_to
from cases.read_models import ReadPart
from desk import reads
from desk.gathering.meeting import meeting_page
from desk.gathering.meetings import meetings_page
from desk.views import person_of
from registry import clock


def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings I organise or am called to."""
    page = meetings_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/meetings.html", {"page": page})


def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """One meeting."""
    person, today = person_of(request), clock.today()
    visible = only_meetings(visible_to(person, today)).select_related("body")
    found = get_object_or_404(visible, reference=reference)
    reads.note(person, found, ReadPart.FILE)
    page = meeting_page(found, person, today)
    return render(request, "pages/meeting.html", {"page": page})
