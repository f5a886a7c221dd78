"""Rà soát, niêm phong: read by the auditors of a body, and by nobody else."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.readers import AUDITOR
from desk.gathering.audit import checks_page
from desk.gathering.lists_taken import lists_taken_page
from desk.views import person_of
from registry import clock
from registry.models import Post, held_by


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """What the nightly checkers found in my bodies, and the newest checkpoint."""
    person, today = person_of(request), clock.today()
    audits = Post.objects.filter(held_by(person, today), position=AUDITOR)
    bodies = set(audits.values_list("body_id", flat=True))
    if not bodies:
        raise Http404("Only auditors read what the checkers found.")
    return render(request, "pages/audit/checks.html", {"page": checks_page(person, bodies, today)})


@require_safe
def lists_taken(request: HttpRequest) -> HttpResponse:
    """Which lists of the registers were taken out: one's own, and of whomever an auditor oversees."""
    page = lists_taken_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/journeys/log.html", {"page": page})
