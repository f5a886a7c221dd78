"""What every request passes through on its way to a page: its language, and its privacy."""

from django.conf import settings
from django.http import HttpResponseNotAllowed
from django.utils import translation
from django.utils.cache import add_never_cache_headers

import law
from desk.marked import marked
from proof.reader import as_nobody

#: What a page is asked by; the API says for itself what each of its addresses takes.
PAGE_VERBS = ("GET", "HEAD", "POST")


def known_verbs(get_response):
    """Refuse every other verb before anything is looked up, so that the answer cannot tell of any file."""

    def middleware(request):
        if request.method in PAGE_VERBS or request.path.startswith("/api/"):
            return get_response(request)
        return HttpResponseNotAllowed(PAGE_VERBS)

    return middleware


def chosen_language(get_response):
    """Speak the language the person chose, or Vietnamese; the browser's own wish is not asked.

    Office machines are often set up in English while their users read Vietnamese.
    """
    known = dict(settings.LANGUAGES)

    def middleware(request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        request.LANGUAGE_CODE = chosen if chosen in known else settings.LANGUAGE_CODE
        with translation.override(request.LANGUAGE_CODE):
            response = get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return middleware


def marked_pages(get_response):
    """Mark what stands on English pages in Vietnamese; pages that are Vietnamese as a whole say so themselves."""

    def middleware(request):
        response = get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if request.LANGUAGE_CODE == "en" and is_page and not response.streaming:
            page = response.content.decode()
            if '<html lang="vi"' not in page[:200]:
                response.content = marked(page).encode()
        return response

    return middleware


def as_whoever_asks(get_response):
    """Let the database show a request nothing of any file until `person_of` says who asks."""

    def middleware(request):
        with as_nobody():
            return get_response(request)

    return middleware


def one_law(get_response):
    """Answer each request under one state of the law, though another may come into force meanwhile."""

    def middleware(request):
        with law.steady():
            return get_response(request)

    return middleware


def private_pages(get_response):
    """Leave no copy of a signed-in person's pages in any cache, and open no device to them."""

    def middleware(request):
        response = get_response(request)
        private = request.user.is_authenticated or "Authorization" in request.headers
        if private and "Cache-Control" not in response.headers:
            add_never_cache_headers(response)
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return middleware
