"""Ra khỏi Đảng: who left, counted from single rows; and whether somebody may be considered again."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from cases.left import exits_of
from desk.gathering.exits import exits_page, readmission_page
from desk.views import person_of
from registry import clock
from registry.models import Post, held_by


@require_safe
def exits(request: HttpRequest) -> HttpResponse:
    """Whoever left out of the organisations in which I hold a post; for others there is no such page."""
    person, today = person_of(request), clock.today()
    if not Post.objects.filter(held_by(person, today)).exists():
        raise Http404("No post, and so no organisation whose exits one reads.")
    return render(request, "pages/exits.html", {"page": exits_page(person, today, request.GET)})


@require_safe
def readmission(request: HttpRequest, pk: int) -> HttpResponse:
    """The question about one of them; nothing is kept of what was asked."""
    person, today = person_of(request), clock.today()
    left = get_object_or_404(exits_of(person, today), pk=pk)
    page = readmission_page(left, person, today, request.GET)
    return render(request, "pages/readmission.html", {"page": page})
