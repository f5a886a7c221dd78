"""Tổng quan: pictures of a unit and a period, days of each step, and the lists behind what no form counts."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.gathering import dashboard as gathered
from desk.gathering.statistics import choose_page
from desk.statistics_forms import Asked
from desk.views.behind import serve
from desk.views.statistics import asked_of
from registry import clock
from registry.models import Person
from reports.counting import keeping


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """The pictures; a period that cannot be read shows what is wrong with it."""
    _me, asked = asked_of(request)
    if not (asked := asked.without_rows()).is_valid():
        page = choose_page(asked, behind_time=False)
        return render(request, "pages/statistics/choose.html", {"page": page}, status=422)
    counted = keeping.refresh()
    found = gathered.dashboard_page(asked, clock.today(), behind_time=not counted)
    return render(request, "pages/statistics/dashboard.html", {"page": found})


@require_safe
def step_days(request: HttpRequest) -> HttpResponse:
    """How many days every step took."""
    _me, asked = _asked(request)
    page = gathered.days_page(asked, clock.today())
    return render(request, "pages/statistics/days.html", {"page": page})


def steps_behind(request: HttpRequest) -> HttpResponse:
    """The steps behind the days of one."""
    me, asked = _asked(request)
    procedure, step = request.GET.get("thu_tuc", ""), request.GET.get("buoc", "")
    return serve(request, gathered.steps_listed(asked, procedure, step, me, clock.today()), me)


def overdue(request: HttpRequest) -> HttpResponse:
    """The files that are overdue today."""
    me, asked = _asked(request)
    branch = request.GET.get("nhanh", "")
    if branch and not branch.isdecimal():
        raise Http404("No such unit.")
    number = int(branch) if branch else None
    return serve(request, gathered.overdue_listed(asked, number, me, clock.today()), me)


def _asked(request: HttpRequest) -> tuple[Person, Asked]:
    me, asked = asked_of(request)
    if not (asked := asked.without_rows()).is_valid():
        raise Http404("No such unit or period.")
    return me, asked
