"""Pages shown when a request cannot be answered: each says what happened and what to do."""

from django.http import HttpResponse
from django.template.loader import render_to_string


def bad_request(request, exception=None):
    """400: the request itself is broken."""
    return _page(request, 400)


def forbidden(request, exception=None):
    """403: known page, but not for this person in this post."""
    return _page(request, 403)


def not_found(request, exception=None):
    """404: no such page, or one this person may not know of; the two look the same."""
    return _page(request, 404)


def server_error(request):
    """500: our fault. Drawn without the frame, which might be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request, reason=""):
    """403: the form did not come from a page of ours, or its page is too old."""
    return _page(request, 403, "errors/csrf.html")


def _page(request, status: int, template: str = ""):
    return HttpResponse(
        render_to_string(template or f"{status}.html", request=request), status=status
    )
