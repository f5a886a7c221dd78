"""`manage.py screens`: pictures of the sample province's pages in both languages, and of a story."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from desk import guide
from desk.chromium import OFFICE, chromium
from desk.screens.catalogue import SCREENS
from desk.screens.screen import Look
from desk.screens.taking import NoWay, Photographer, file_of, for_guide, shots

#: High enough to show a meeting, its vote and what was concluded.
TALL = {**OFFICE, "height": 1180}


class Quiet(WSGIRequestHandler):
    """Says nothing about each request."""

    def log_message(self, *_said):
        pass


class Command(BaseCommand):
    """Sign in as the sample people, walk to every screen, and leave its pictures."""

    help = "Chụp các màn hình với dữ liệu mẫu, bằng cả hai ngôn ngữ."

    def add_arguments(self, parser):
        parser.add_argument(
            "names", nargs="*", help="chỉ các màn hình có tên bắt đầu như vậy; mặc định: tất cả"
        )
        parser.add_argument(
            "--to", type=Path, default=settings.VAR / "screens", help="thư mục để ảnh"
        )
        parser.add_argument(
            "--language", choices=["vi", "en"], action="append", help="một ngôn ngữ"
        )
        parser.add_argument(
            "--guide", action="store_true", help="chụp lại hình trong hướng dẫn sử dụng, docs/user"
        )

    def handle(self, *args, names, to, language, **options):
        chosen = [
            one
            for one in SCREENS
            if (not options["guide"] or one.guide)
            and (not names or one.name.startswith(tuple(names)))
        ]
        if not chosen:
            raise CommandError("Không có màn hình nào tên như vậy.")
        self.stderr.write("Chuẩn bị dữ liệu mẫu")
        call_command("demo_data", stdout=StringIO())
        # Playwright's loop runs in this thread; Django would take every query here for an async one.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        with _served() as site, chromium() as browser:
            photographer = Photographer(browser, site)
            languages = language or ["vi", "en"]
            missed = (
                self._guide(photographer, chosen)
                if options["guide"]
                else self._all(photographer, chosen, languages, to)
            )
            if not options["guide"] and not names:
                self.stdout.write(str(_story(browser, to)))
        if missed:
            raise CommandError("\n".join(missed))

    def _all(self, photographer, chosen, languages, to) -> list[str]:
        wanted, missed = list(shots(chosen, languages)), []
        for number, (screen, look, language) in enumerate(wanted, 1):
            file = to / file_of(screen, look, language)
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                file.write_bytes(photographer.take(screen, look, language))
            except NoWay as reason:
                missed.append(f"{screen.name}: {reason}")
                continue
            self.stdout.write(str(file))
            self.stderr.write(f"\r{number}/{len(wanted)} ", ending="")
        return sorted(set(missed))

    def _guide(self, photographer, chosen) -> list[str]:
        for screen in chosen:
            for language in ("vi", "en"):
                file = guide.PICTURES / language / f"{screen.name}.webp"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(for_guide(photographer.take(screen, Look.OFFICE, language)))
                self.stdout.write(str(file))
        return []


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
