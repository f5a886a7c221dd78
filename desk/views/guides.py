"""Trợ giúp: the pages of the guide, the reader's own first, and the tour of the first five minutes."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from desk import guide
from desk.context import me_of
from desk.tours import stops_of
from permissions.choice_models import OVER, go_on_tour


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All pages of the guide; those written for the reader's posts first."""
    own = guide.guides_of(me_of(request).positions)
    others = [one for one in guide.GUIDES if one not in own]
    return render(request, "pages/help/index.html", {"own": own, "others": others})


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page of the guide."""
    if slug not in guide.BY_SLUG:
        raise Http404
    shown = guide.written(slug, get_language() or "vi")
    return render(
        request, "pages/help/page.html", {"page": shown, "guides": guide.GUIDES, "slug": slug}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tour(request: HttpRequest) -> HttpResponse:
    """The stops of the reader's tour; sent, the reader goes to one of them, or is done with it."""
    if request.method != "POST":
        return render(request, "pages/help/tour.html")
    stops, wanted = stops_of(me_of(request).positions), request.POST.get("to", "")
    if wanted == "xong":
        go_on_tour(request.user, OVER)
        return redirect("tour" if request.POST.get("from") == "tour" else "worklist")
    if not (wanted.isdecimal() and 1 <= int(wanted) <= len(stops)):
        raise BadRequest("No such stop.")
    go_on_tour(request.user, int(wanted))
    return redirect(stops[int(wanted) - 1].url)
