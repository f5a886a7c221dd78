"""Đường duyệt: the routes of the bodies one leads, seen and laid down; ended by a later row, never edited."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cases.refused import StepRefused
from cases.routes import lay_route, led_by
from desk.gathering import words
from desk.gathering.approval_routes import papers_of_routes, routes_page
from desk.signing_forms import RouteForm
from desk.views import person_of
from law import Reason
from registry import clock


def routes(request: HttpRequest) -> HttpResponse:
    """The routes of every body that the reader leads; sent, one more row of one of them."""
    person, today = person_of(request), clock.today()
    bodies = led_by(person, today)
    sent, reasons = None, []
    if request.method == "POST":
        body = next((one for one in bodies if str(one.pk) == request.POST.get("body")), None)
        if body is None:
            raise Http404("No body of theirs.")
        sent = RouteForm(body.pk, papers_of_routes(), today, request.POST)
        if sent.is_valid():
            said = {name: value for name, value in sent.cleaned_data.items() if name != "body"}
            try:
                lay_route(body, by=person, today=today, **said)
            except StepRefused as refused:
                reasons = sent.refuse(refused.reasons)
            else:
                messages.success(request, _("Đã ghi đường duyệt của %(body)s.") % {"body": body})
                return redirect("approval-routes")
    page = routes_page(bodies, today, sent, _told(reasons))
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/approval_routes.html", {"page": page}, status=status)


def _told(reasons: list[Reason]) -> list:
    return [words.reason(one) for one in reasons]
