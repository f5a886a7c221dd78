"""`manage.py screens`: pictures of the sample province's pages as an office sees them, and of a story."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.urls import reverse

from cases.models import Case
from cases.queries import visible_to
from desk.chromium import OFFICE, chromium
from registry import clock
from registry.models import Person

#: High enough to show a meeting, its vote and what was concluded.
TALL = {**OFFICE, "height": 1180}


class Quiet(WSGIRequestHandler):
    """Says nothing about each request."""

    def log_message(self, *_said):
        pass


class Command(BaseCommand):
    """Sign in as the sample people, walk their pages, and leave one picture of each."""

    help = "Chụp các trang với dữ liệu mẫu."

    def add_arguments(self, parser):
        parser.add_argument(
            "--to", type=Path, default=settings.VAR / "screens", help="thư mục để ảnh"
        )

    def handle(self, *args, to, **options):
        to.mkdir(parents=True, exist_ok=True)
        call_command("demo_data", stdout=StringIO())
        # Playwright's loop runs in this thread; Django would take every query here for an async one.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        with _served() as site, chromium() as browser:
            for name, pages in _walk():
                window = browser.new_context(viewport=OFFICE).new_page()
                _picture(window, site + reverse("account_login"), to / "dang-nhap.png")
                _sign_in(window, name)
                for title, url in pages:
                    _picture(window, site + url, to / f"{name}-{title}.png")
                    self.stdout.write(str(to / f"{name}-{title}.png"))
            self.stdout.write(str(_story(browser, to)))


def _walk() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Sign-in name and the pages worth a picture, each with its short title."""
    lists = [("viec-cua-toi", reverse("worklist")), ("ho-so", reverse("cases"))]
    yield "canbo", [*lists, ("de-xuat", reverse("case-choose")), *_cases("canbo")]
    yield "chunhiem", [*lists, *_cases("chunhiem")]
    yield "vanthu", [*lists, ("so-van-ban", reverse("papers"))]
    yield "giamsat", [*lists, ("thanh-phan", reverse("components"))]


def _cases(name: str) -> Iterator[tuple[str, str]]:
    person = Person.objects.get(account__username=name)
    case: Case
    for case in visible_to(person, clock.today()).order_by("reference"):
        yield case.reference.lower(), reverse("case", kwargs={"reference": case.reference})


def _sign_in(window, name: str) -> None:
    window.locator("#id_login").fill(name)
    window.locator("#id_password").fill(settings.DEMO_PASSWORD)
    window.locator("main form button").first.click()


def _picture(window, address: str, file: Path) -> None:
    window.goto(address)
    window.screenshot(path=str(file), full_page=True)


def _story(browser, to: Path) -> Path:
    """Tell the stories, and take the part of the first page where its first matter is concluded."""
    call_command("story", to=to / "ke-lai", stdout=StringIO())
    window = browser.new_context(viewport=TALL).new_page()
    window.goto((to / "ke-lai" / "a.html").resolve().as_uri())
    window.locator(".story-phase").nth(2).evaluate("one => one.scrollIntoView()")
    window.screenshot(path=str(to / "ke-lai-a.png"))
    return to / "ke-lai-a.png"


@contextmanager
def _served() -> Iterator[str]:
    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
