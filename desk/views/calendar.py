"""Lịch và thời hạn: its page, the file of it, and the secret address at which a program reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cases.calendar import MINE, bodies_of, dated
from desk.gathering.calendar import Whose, calendar_page
from desk.gathering.ical import MEDIA, ical
from desk.pages.calendar import SubscriptionPage
from desk.views import person_of
from permissions.calendar_models import CalendarAddress
from proof.reader import become
from registry import clock
from registry.models import Person

#: What a program is told: a month back, so that what is late is still seen, and a year ahead.
BACK, AHEAD = timedelta(days=31), timedelta(days=366)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The days asked for, with what falls on each."""
    page = calendar_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/calendar/calendar.html", {"page": page})


@require_safe
def file(request: HttpRequest) -> HttpResponse:
    """The same calendar as a file, of whose files are asked for."""
    person, today = person_of(request), clock.today()
    form = Whose(bodies_of(person, today), request.GET)
    answer = _as_file(request, person, today, form.said("cua"))
    answer["Content-Disposition"] = 'attachment; filename="lich.ics"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest) -> HttpResponse:
    """Whether a program may read my calendar; sent, a new address is made, or the one there is taken back."""
    person, made = person_of(request), ""
    if request.method == "POST":
        if "bo" in request.POST:
            CalendarAddress.end(person)
            messages.success(request, _("Địa chỉ lịch không còn dùng được."))
            return redirect("calendar-address")
        secret = CalendarAddress.make(person)
        made = request.build_absolute_uri(reverse("calendar-feed", kwargs={"secret": secret}))
    found = CalendarAddress.of(person)
    page = SubscriptionPage(made, found and found.made_at, reverse("calendar"))
    return render(request, "pages/calendar/address.html", {"page": page})


@login_not_required
@never_cache
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """What waits for the person whose address this is, to whoever knows it; 404 once it was taken back."""
    found = CalendarAddress.live(secret)
    if found is None:
        raise Http404("No such address.")
    today = clock.today()
    become(found.person_id, today)
    return _as_file(request, found.person, today, MINE)


def _as_file(request: HttpRequest, person: Person, today: date, whose: str) -> HttpResponse:
    found = dated(person, today, today - BACK, today + AHEAD, whose)
    made: datetime = timezone.now().astimezone(UTC)
    return HttpResponse(ical(found, request.get_host(), made), content_type=MEDIA)
