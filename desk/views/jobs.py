"""Việc chạy nền: how far a job is, and what came of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.gathering import jobs as gathered
from desk.views import person_of
from registry import clock


@require_safe
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """One job; while it is open the page asks for itself again."""
    found, place = gathered.job_for(pk, person_of(request), clock.today())
    return render(request, "pages/job.html", {"page": gathered.job_page(found, place)})
