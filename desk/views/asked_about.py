"""What members declare of relations abroad, and whether anything stands against one: opened by few, always logged."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import foreign as declared
from cases.obstacles import asking
from desk import journey_forms
from desk.gathering import asked_about as gathered
from desk.pages.parts import Link
from desk.views import person_of
from desk.views.journeys import deed_page
from registry import clock
from registry.journey_models import ForeignRelation
from registry.journeys.declaring import Declare
from registry.journeys.rights import bodies_writing, units_of, units_overseen_by
from registry.members.rights import bodies_written_by
from registry.models import Body, Person
from registry.statuses import home_of


@require_safe
def foreign(request: HttpRequest) -> HttpResponse:
    """Where one begins: one's own declarations, and looking for a member."""
    me, today = person_of(request), clock.today()
    page = gathered.foreign_index(me, today, request.GET)
    return render(request, "pages/journeys/people.html", {"page": page})


def foreign_of(request: HttpRequest, pk: int) -> HttpResponse:
    """What one member declared; each opening is written down, and a team says in which case and why."""
    me, today = person_of(request), clock.today()
    holder, access = _opened(me, pk)
    form = None
    if access.wants_reason:
        form = journey_forms.OpeningInCase(access.cases, request.POST or None)
        if not form.is_valid():
            page = gathered.foreign_gate(holder, form)
            status = 422 if form.is_bound else 200
            return render(request, "pages/journeys/foreign.html", {"page": page}, status=status)
    said: dict[str, Any] = {}
    if form is not None:
        said = {
            "case": form.cases[form.cleaned_data["case"]],
            "reason": form.cleaned_data["reason"],
        }
    rows = declared.read(holder, access, by=me, today=today, **said)
    page = gathered.foreign_page(holder, access, rows, me)
    answer = render(request, "pages/journeys/foreign.html", {"page": page})
    answer["Cache-Control"] = "no-store"
    return answer


def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a declaration down: the member's own, by the secretary of the cell, or by the organisation line."""
    me, today = person_of(request), clock.today()
    holder, access = _opened(me, pk)
    if access.wants_reason:
        raise Http404("A team reads; it declares nothing.")
    body = _body_for(me, holder)
    standing = ForeignRelation.objects.filter(person=holder, superseded_by=None).order_by("pk")
    form = journey_forms.Declaring(standing, request.POST if request.method == "POST" else None)
    form.fields["declared_on"].initial = today
    return deed_page(
        request, form, lambda said: Declare(in_body=body, person=holder, **said), me, body,
        title=_("Kê khai quan hệ nước ngoài"),
        sentence=_("Chỉ đảng viên, bí thư chi bộ, cơ quan tổ chức đọc được; mỗi lượt đọc đều ghi lại."),
        area=Link(holder.full_name, reverse("foreign-of", kwargs={"pk": holder.pk})),
    )  # fmt: skip


@require_safe
def foreign_log(request: HttpRequest) -> HttpResponse:
    """Who read declarations: for an auditor of files, who reads the log and not what was declared."""
    me, today = person_of(request), clock.today()
    if not units_overseen_by(me, today):
        raise Http404("Not an auditor of files.")
    page = gathered.foreign_log(me, today, request.GET)
    return render(request, "pages/journeys/log.html", {"page": page})


@require_safe
def obstacles(request: HttpRequest) -> HttpResponse:
    """Looking for the member one asks about."""
    me, today = person_of(request), clock.today()
    if not bodies_written_by(me, today).exists():
        raise Http404("Not of the organisation line.")
    page = gathered.obstacles_index(me, today, request.GET)
    return render(request, "pages/journeys/people.html", {"page": page})


def obstacle(request: HttpRequest, pk: int) -> HttpResponse:
    """One question about one member, answered by one word and written down."""
    me, today = person_of(request), clock.today()
    about = get_object_or_404(asking.may_ask_about(me, today), pk=pk)
    form = journey_forms.Asking(today, request.POST if request.method == "POST" else None)
    if form.is_valid():
        asking.ask(about, by=me, today=today, **form.cleaned_data)
        messages.success(request, _("Đã trả lời và ghi vào nhật ký."))
        return redirect("obstacle", about.pk)
    page = gathered.obstacle_page(about, form, me)
    status = 422 if form.is_bound else 200
    return render(request, "pages/journeys/obstacle.html", {"page": page}, status=status)


@require_safe
def obstacle_log(request: HttpRequest) -> HttpResponse:
    """Who asked what about whom, and how often each asked lately."""
    me, today = person_of(request), clock.today()
    if not units_overseen_by(me, today):
        raise Http404("Not an auditor of files.")
    page = gathered.obstacle_log(me, today, request.GET)
    return render(request, "pages/journeys/log.html", {"page": page})


def _opened(me: Person, pk: int) -> tuple[Person, declared.Access]:
    """The member, and the way by which their declarations open to me; 404 as for nobody at all."""
    holder = get_object_or_404(Person, pk=pk)
    access = declared.access_to(holder, me, clock.today())
    if access is None:
        raise Http404("Nothing of theirs opens to this person.")
    return holder, access


def _body_for(me: Person, holder: Person) -> Body:
    """In whose register the declaration is entered: the body I write through, else the holder's cell."""
    today = clock.today()
    home = home_of(holder, today)
    for body in bodies_writing(me, today).select_related("organisation"):
        if home is not None and home.organisation_id in units_of(body, today):
            return body
    if home is None:
        raise Http404("A member of no cell declares nowhere.")
    return home
