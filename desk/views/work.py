"""Việc của tôi, the list of files, and one file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.queries import visible_to, with_exception
from desk.gathering.addresses import case_url
from desk.gathering.case import SECTIONS, case_page
from desk.gathering.retelling import retelling_page
from desk.gathering.work import cases_page, worklist_page
from desk.views import person_of
from permissions.ways import Part
from registry import clock
from workflows import catalogue


def worklist(request: HttpRequest) -> HttpResponse:
    """What waits for me."""
    group = request.GET.get("nhom", "all")
    page = worklist_page(person_of(request), clock.today(), request.GET, group=group)
    return render(request, "pages/worklist.html", {"page": page})


def cases(request: HttpRequest) -> HttpResponse:
    """The files I may see."""
    page = cases_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/cases.html", {"page": page})


def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One file."""
    person, today = person_of(request), clock.today()
    visible = with_exception(visible_to(person, today), person, today)
    found = get_object_or_404(visible.select_related("body"), reference=reference)
    if catalogue.get(found.procedure).is_meeting:
        return redirect(case_url(found))
    section = request.GET.get("muc", "papers")
    page = case_page(found, person, today, section if section in SECTIONS else "papers")
    return render(request, "pages/case.html", {"page": page})


def retelling(request: HttpRequest, reference: str) -> HttpResponse:
    """One file told from its first record to its last, with the files around it."""
    person, today = person_of(request), clock.today()
    found = get_object_or_404(visible_to(person, today, Part.EVIDENCE), reference=reference)
    if catalogue.get(found.procedure).is_meeting:
        return redirect(case_url(found))
    page = retelling_page(found, person, today)
    return render(request, "pages/retelling.html", {"page": page})
