"""Quy trình: which procedures there are, and one of them as it stands on a day."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.gathering.procedures import procedure_groups, procedure_page
from desk.views import person_of
from registry import clock
from workflows import catalogue


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """Every procedure."""
    person_of(request)
    return render(request, "pages/procedures/list.html", {"groups": procedure_groups()})


@require_safe
def procedure(request: HttpRequest, code: str) -> HttpResponse:
    """One procedure: its picture, and each step with basis, role, papers and deadline."""
    person_of(request)
    if code not in catalogue.PROCEDURES:
        raise Http404("No such procedure.")
    page = procedure_page(catalogue.get(code), clock.today(), request.GET)
    return render(request, "pages/procedures/one.html", {"page": page})
