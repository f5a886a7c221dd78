"""Việc của tôi, the list of files, and one file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from cases.own import marked
from cases.queries import parts_of, visible_to, with_exception
from cases.read_models import ReadPart
from cases.stories.illustrated import family_of
from desk import reads
from desk.gathering.addresses import case_url
from desk.gathering.another_law import another_law_page
from desk.gathering.case import SECTIONS, case_page
from desk.gathering.case_map import case_map_page
from desk.gathering.own_case import own_case_page
from desk.gathering.retelling import retelling_page
from desk.gathering.served_case import served_case_page
from desk.gathering.work import cases_page, worklist_page
from desk.saved_filters import with_saved_filters
from desk.views import person_of
from permissions.ways import Part
from registry import clock
from workflows import catalogue


@with_saved_filters("worklist")
def worklist(request: HttpRequest) -> HttpResponse:
    """What waits for me; an account of nobody in the register is told so, having come from the sign-in page."""
    if getattr(request.user, "person", None) is None:
        return render(request, "pages/nobody.html")
    group = request.GET.get("nhom", "all")
    page = worklist_page(person_of(request), clock.today(), request.GET, group=group)
    return render(request, "pages/worklist.html", {"page": page})


@with_saved_filters("cases")
def cases(request: HttpRequest) -> HttpResponse:
    """The files I may see."""
    page = cases_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/cases.html", {"page": page})


def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One file; the member it is about has a page of their own at the same address."""
    person, today = person_of(request), clock.today()
    visible = with_exception(marked(visible_to(person, today), person), person, today)
    found = get_object_or_404(visible.select_related("body"), reference=reference)
    if catalogue.get(found.procedure).is_meeting:
        return redirect(case_url(found))
    if found.is_own:
        reads.note(person, found, ReadPart.FILE)
        own_page = own_case_page(found, person, today)
        return render(request, "pages/own_case.html", {"page": own_page})
    section = request.GET.get("muc", "papers")
    section = section if section in SECTIONS else "papers"
    reads.note(person, found, ReadPart.FILE, section)
    parts = parts_of(found, person, today)
    if Part.SIGNED not in parts:
        served = served_case_page(found, person, today)
        return render(request, "pages/served_case.html", {"page": served})
    page = case_page(found, person, today, section, parts)
    return render(request, "pages/case.html", {"page": page})


@require_safe
def another_law(request: HttpRequest, reference: str) -> HttpResponse:
    """What would differ in one file under the law of another day; for whoever may trace it."""
    person, today = person_of(request), clock.today()
    found = get_object_or_404(
        visible_to(person, today, Part.HISTORY).select_related("body"), reference=reference
    )
    reads.note(person, found, ReadPart.HISTORY)
    page = another_law_page(found, person, today, request.GET)
    status = 422 if page.form.is_bound and page.day is None else 200
    return render(request, "pages/another_law.html", {"page": page}, status=status)


def retelling(request: HttpRequest, reference: str) -> HttpResponse:
    """One file told from its first record to its last, with the files around it; not to whom it is about."""
    person, today = person_of(request), clock.today()
    open_ones = visible_to(
        person, today, Part.DRAFTS
    )  # it tells them too; none about oneself is among these
    found = get_object_or_404(open_ones, reference=reference)
    if catalogue.get(found.procedure).is_meeting:
        return redirect(case_url(found))
    family = family_of(found, among=open_ones)
    for one in family:
        reads.note(person, one, ReadPart.RETOLD)
    page = retelling_page(found, family)
    return render(request, "pages/retelling.html", {"page": page})


def case_map(request: HttpRequest, reference: str) -> HttpResponse:
    """The procedure of one file with the way it has gone; the member it is about has another page."""
    person, today = person_of(request), clock.today()
    visible = with_exception(marked(visible_to(person, today), person), person, today)
    found = get_object_or_404(visible.select_related("body"), reference=reference)
    if found.is_own or Part.SIGNED not in parts_of(found, person, today):
        raise Http404("Only those who read the whole file see its way.")
    reads.note(person, found, ReadPart.FILE)
    page = case_map_page(found, today, request.GET)
    return render(request, "pages/case/map.html", {"page": page})
