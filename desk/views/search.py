"""Tra cứu: one box over everything that the reader may open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases import search_words
from desk.gathering.search import search_page
from desk.views import person_of
from registry import clock


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the words find. Files that have just grown are read before anything is looked for."""
    person = person_of(request)
    if request.GET.get("q"):
        search_words.refresh()
    page = search_page(person, clock.today(), request.GET)
    return render(request, "pages/search.html", {"page": page})
