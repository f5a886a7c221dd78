"""Thông báo: what the reader, or whoever holds the reader's post, has been told."""

from functools import partial

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cases.paging import Place, leaf
from desk.gathering.digest import digest
from desk.gathering.leaves import PAGE, pager_between, place_of, read_number, so_many
from desk.gathering.notices import row
from desk.pages.exceptions import NoticesPage
from desk.views import person_of
from permissions.notices import Notice, notices_for, see
from registry import clock


def notices(request: HttpRequest) -> HttpResponse:
    """The notices; sent, one of them or all are marked as seen."""
    person, today = person_of(request), clock.today()
    if request.method == "POST":
        only = request.POST.get("only", "")
        if only and not only.isdecimal():
            raise BadRequest("No such notice.")
        see(person, today, int(only) if only else None)
        return redirect("notices")
    found = notices_for(person, today).select_related("body", "seen_by")
    place = place_of(request.GET, read_number)
    seen = leaf(partial(_newest, found.exclude(seen_at=None)), place, PAGE)
    page = NoticesPage(
        figures=digest(person, today),
        new=[row(one) for one in found.filter(seen_at=None)],
        seen=[row(one) for one in seen.rows],
        pager=pager_between(
            seen, request.GET, so_many(seen, _("thông báo đã xem")), lambda one: str(one.pk)
        ),
    )
    return render(request, "pages/notices.html", {"page": page})


def _newest(notices: QuerySet[Notice], place: Place[int], limit: int) -> list[Notice]:
    """Read at most `limit` notices from a place on, by their number in the database."""
    if place.key is not None:
        notices = notices.filter(**{"pk__gt" if place.back else "pk__lt": place.key})
    return list(notices.order_by("pk" if place.back else "-pk")[:limit])
