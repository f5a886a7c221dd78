"""Chức vụ: reading the register of offices, and changing it where one may."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk import office_forms
from desk.gathering import offices as gathered
from desk.gathering import words
from desk.gathering.office_words import body_url
from desk.office_forms import About, Change
from desk.pages.offices import OfficeDeedPage
from desk.views import person_of
from law import Reason
from registry import clock, offices
from registry.keeping import OfficeRefused, keeping_post
from registry.models import Post


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The offices of my bodies on a day."""
    page = gathered.offices_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/offices/register.html", {"page": page})


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """What one person holds in bodies I read."""
    page = gathered.person_page(pk, person_of(request), clock.today())
    return render(request, "pages/offices/person.html", {"page": page})


@require_safe
def history(request: HttpRequest, body: int) -> HttpResponse:
    """Every change of a body's offices."""
    page = gathered.history_page(_about(request, body).body, request.GET)
    return render(request, "pages/offices/history.html", {"page": page})


def of_body(request: HttpRequest, body: int, deed: str) -> HttpResponse:
    """A change that begins at the body: a post given, an area assigned, kin declared."""
    about = _about(request, body)
    kind = office_forms.OF_BODY.get(deed)
    if kind is None or not (about.keeps or kind is office_forms.Kin):
        raise Http404("Not for this person to change.")
    return _change(request, kind, about)


def of_post(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """A change of one post."""
    kind = office_forms.OF_POST.get(deed)
    post = get_object_or_404(Post.objects.select_related("person", "body"), pk=pk)
    about = _about(request, post.body_id, post)
    mine = post.person_id == about.by.pk
    if kind is None or not (mine if kind is office_forms.Delegating else about.keeps):
        raise Http404("Not for this person to change.")
    return _change(request, kind, about)


def of_span(request: HttpRequest, what: str, pk: int) -> HttpResponse:
    """The end of a delegation or of an area assignment."""
    if what not in office_forms.OF_SPAN:
        raise Http404("Nothing of that name ends.")
    kind, rows = office_forms.OF_SPAN[what]
    row = get_object_or_404(rows, pk=pk)
    lent = what == "lam-thay"
    about = _about(request, row.post.body_id if lent else row.body_id, row)
    concerned = lent and about.by.pk in (row.to_id, row.post.person_id)
    if not (about.keeps or concerned):
        raise Http404("Not for this person to change.")
    return _change(request, kind, about)


def _about(request: HttpRequest, body: int, row: Any = None) -> About:
    """What the page is about; 404 for a body whose register this person does not read."""
    me, today = person_of(request), clock.today()
    found = next((one for one in gathered.bodies_of(me, today) if one.pk == body), None)
    if found is None:
        raise Http404("Not a body of this person.")
    return About(me, today, found, keeping_post(me, found, today) is not None, row)


def _change(request: HttpRequest, kind: type[Change], about: About) -> HttpResponse:
    """The form; sent, its answers once more; sent again, the change is written."""
    form = kind(about, request.POST if request.method == "POST" else None)
    reasons: Sequence[Reason] = ()
    looked_over = False
    if request.method == "POST" and "edit" not in request.POST and form.is_valid():
        try:
            if "confirmed" in request.POST:
                offices.record(form.deed(), by=about.by, today=about.today)
                messages.success(request, _("Đã ghi vào danh bạ chức vụ."))
                return redirect(body_url(about.body.pk))
            if refused := offices.reasons_against(form.deed(), by=about.by, today=about.today):
                raise OfficeRefused(refused)
            looked_over = True
        except OfficeRefused as refusal:
            reasons = form.refuse(refusal.reasons)
    page = OfficeDeedPage(
        title=str(kind.title),
        sentence=str(kind.sentence),
        form=form,
        facts=gathered.facts_of(about.row, about.today) if about.row else [],
        back_url=body_url(about.body.pk),
        body=about.body.name,
        press=str(kind.press),
        reasons=[words.reason(one) for one in reasons],
        answers=form.answers() if looked_over else (),
    )
    faulty = request.method == "POST" and not looked_over and "edit" not in request.POST
    template = "pages/offices/confirm.html" if looked_over else "pages/offices/change.html"
    return render(request, template, {"page": page}, status=422 if faulty else 200)
