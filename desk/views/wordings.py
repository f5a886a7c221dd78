"""Mẫu văn bản: what each kind of paper is written in, and putting another wording in its place."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.account.step_up import confirm_first
from desk.gathering.wordings import present_source, wording_page, wordings_page
from desk.views import person_of
from desk.wording_forms import WordingForm
from documents import adopting_wordings
from documents.catalogue import Kind, find
from documents.drafting import PaperRefused
from documents.site_wording_faults import faults
from documents.site_wordings import source_on
from registry import clock
from registry.models import Person

#: The button that puts in force; the other one only tries and shows.
ADOPT = "ap-dung"


@require_safe
def wordings(request: HttpRequest) -> HttpResponse:
    """Every kind of paper with its wording; for whoever keeps none there is no such page."""
    _keeper(request)
    return render(request, "pages/wordings/list.html", {"page": wordings_page(clock.today())})


def wording(request: HttpRequest, code: str) -> HttpResponse:
    """One kind: try another wording beside the present one, then adopt it."""
    person, kind, today = _keeper(request), _kind(code), clock.today()
    present = source_on(kind, today)
    sent = request.POST if request.method == "POST" else None
    form = WordingForm(present_source(kind, present), today, sent, request.FILES or None)
    reasons, tried = [], None
    if sent and form.is_valid():
        source = form.cleaned_data["source"]
        reasons = faults(kind, source) if source else []
        tried = None if reasons else source
        if not reasons and sent.get("deed") == ADOPT:
            confirm_first(request)
            reasons = _adopt(kind, form, person)
            if not reasons:
                messages.success(
                    request, _("Đã áp dụng mẫu mới của %(kind)s.") % {"kind": kind.title}
                )
                return redirect("wording", code=code)
    page = wording_page(kind, today, form, reasons=reasons, tried=tried, present=present)
    status = 422 if reasons or form.errors else 200
    return render(request, "pages/wordings/one.html", {"page": page}, status=status)


def _adopt(kind: Kind, form: WordingForm, person: Person) -> list:
    """Adopt what was sent; return the reasons against it."""
    said = form.cleaned_data
    try:
        adopting_wordings.adopt(
            kind, said["source"], first_day=said["first_day"], reason=said["reason"], by=person,
            today=clock.today(),
        )  # fmt: skip
    except PaperRefused as refused:
        return refused.reasons
    return []


def _keeper(request: HttpRequest) -> Person:
    person = person_of(request)
    if adopting_wordings.post_of(person, clock.today()) is None:
        raise Http404("This person keeps no wordings.")
    return person


def _kind(code: str) -> Kind:
    try:
        return find(code)
    except KeyError:
        raise Http404(f"No kind {code}.") from None
