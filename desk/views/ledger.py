"""Sổ cái số liệu: the published figures of a unit and a period, each opening its list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.gathering import statistics as gathered
from desk.gathering.ledger import ledger_page
from desk.views.statistics import asked_of
from registry import clock
from reports.counting import keeping


@require_safe
def ledger(request: HttpRequest) -> HttpResponse:
    """The lines; a period that cannot be read shows what is wrong with it."""
    me, asked = asked_of(request)
    if not asked.is_valid():
        page = gathered.choose_page(asked, behind_time=False)
        return render(request, "pages/statistics/choose.html", {"page": page}, status=422)
    counted = keeping.refresh()
    page = ledger_page(asked, me, clock.today(), behind_time=not counted)
    return render(request, "pages/statistics/ledger.html", {"page": page})
