"""Thông báo: what the reader, or whoever holds the reader's post, has been told."""

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from desk.gathering.notices import row
from desk.gathering.work import PAGE, pager_of
from desk.pages.exceptions import NoticesPage
from desk.views import person_of
from permissions.notices import notices_for, see
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
    seen = Paginator(found.exclude(seen_at=None), PAGE).get_page(request.GET.get("trang"))
    page = NoticesPage(
        new=[row(one) for one in found.filter(seen_at=None)],
        seen=[row(one) for one in seen.object_list],
        pager=pager_of(seen, request.GET, _("thông báo đã xem")),
    )
    return render(request, "pages/notices.html", {"page": page})
