"""Take the pictures: sign in, follow the links to each screen, and leave a file for each look."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from PIL import Image

from desk.screens.screen import Look, Screen
from documents.pictures import pictures

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

_LINK = re.compile(r'\b(?:href|data-open-url)="([^"#]+)')
#: A printed sheet is looked at at this width, and of a long page the first sheets.
SHEET, SHEETS = 900, 3
#: Milliseconds a page may take on a busy machine, and the viewer of a paper needs to draw it.
PATIENCE, VIEWER = 180_000, 2_500
#: A picture of the guide in bytes, and its width on a page.
GUIDE_BYTES, GUIDE_WIDTH = 60_000, 1000


class NoWay(Exception):
    """No link leads to a screen."""


@dataclass
class Photographer:
    """One browser on one site; `person` and `language` change the window, which stays signed in."""

    browser: Browser
    site: str
    _windows: dict[tuple[str, str, Look], BrowserContext] = field(default_factory=dict)
    _links: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _states: dict[str, object] = field(default_factory=dict)

    def take(self, screen: Screen, look: Look, language: str) -> bytes:
        """Return the picture as a PNG. Raises NoWay where no link leads there."""
        window = self._window(screen.by, language, look).new_page()
        try:
            self._open(window, screen)
            if look is Look.PRINTED:
                return _printed(window)
            whole = not window.locator("dialog[open]").count()
            return window.screenshot(full_page=whole, animations="disabled")
        finally:
            window.close()

    def _open(self, window: Page, screen: Screen) -> None:
        window.goto(self.site + self.address(screen), wait_until="load")
        if screen.deed:
            screen.deed(window)
        window.evaluate("document.fonts.ready.then(() => true)")
        if window.locator("iframe").count():
            window.wait_for_timeout(VIEWER)

    def address(self, screen: Screen) -> str:
        """Where the screen is for its reader, found by the links of the pages before it."""
        hops = [*screen.ways]
        if not hops or hops[-1].partition(":")[0] != screen.page:
            hops.append(screen.page)
        here = reverse(hops[0])
        for hop in hops[1:]:
            other_view = hop.startswith("?")
            here = here.split("?")[0] + hop if other_view else self._next(screen.by, here, hop)
        return here.split("?")[0] + screen.query if screen.query else here

    def _next(self, person: str, here: str, hop: str) -> str:
        name, _, has = hop.partition(":")
        for link in self._links_of(person, here):
            if has.lower() in link.lower() and _named(link) == name:
                return link
        if not has:  # from the navigation, or typed
            with suppress(NoReverseMatch):
                return reverse(name)
        raise NoWay(f"{here}: không có liên kết đến “{hop}” cho {person or 'người chưa đăng nhập'}")

    def _links_of(self, person: str, here: str) -> list[str]:
        if (person, here) not in self._links:
            window = self._window(person, "vi", Look.OFFICE)
            said = window.request.get(self.site + here).text()
            self._links[person, here] = [
                urljoin(here, unescape(one)) for one in _LINK.findall(said)
            ]
        return self._links[person, here]

    def _window(self, person: str, language: str, look: Look) -> BrowserContext:
        key = (person, language, look)
        if key not in self._windows:
            window = self.browser.new_context(
                viewport=look.window,
                device_scale_factor=look.dots,
                color_scheme=look.scheme,
                reduced_motion="reduce",
                storage_state=self._state(person),
            )
            window.set_default_timeout(PATIENCE)
            window.add_cookies([{"name": "django_language", "value": language, "url": self.site}])
            self._windows[key] = window
        return self._windows[key]

    def _state(self, person: str) -> object:
        """The cookies of whoever is signed in: each person signs in once."""
        if person and person not in self._states:
            window = self.browser.new_context()
            window.set_default_timeout(PATIENCE)
            page = window.new_page()
            page.goto(self.site + reverse("account_login"))
            page.locator("#id_login").fill(person)
            page.locator("#id_password").fill(settings.DEMO_PASSWORD)
            page.locator("main form button").first.click()
            page.wait_for_url(lambda url: "dang-nhap" not in url)
            self._states[person] = window.storage_state()
            window.close()
        return self._states.get(person)


def _named(link: str) -> str:
    try:
        return resolve(urlsplit(link).path).view_name
    except Resolver404:
        return ""


def _printed(window: Page) -> bytes:
    """The first sheets as the printer would make them, one under the other."""
    sheets = [Image.open(io.BytesIO(one)) for one in _sheets(window.pdf(format="A4"))]
    whole = Image.new("RGB", (SHEET, sum(one.height + 8 for one in sheets)), "#888")
    top = 0
    for one in sheets:
        whole.paste(one.convert("RGB"), (0, top))
        top += one.height + 8
    out = io.BytesIO()
    whole.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _sheets(pdf: bytes) -> Iterable[bytes]:
    drawn = pictures(pdf, width=SHEET)
    return [one for one, _ in zip(drawn, range(SHEETS), strict=False)]


def for_guide(png: bytes) -> bytes:
    """The same picture as WebP, no wider than a page of the guide and no heavier than it may be."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(picture.height, picture.width * 3 // 4)))
    height = picture.height * GUIDE_WIDTH // picture.width
    picture = picture.resize((GUIDE_WIDTH, height), Image.Resampling.LANCZOS)
    for quality in range(80, 20, -8):
        out = io.BytesIO()
        picture.save(out, format="WEBP", quality=quality, method=6)
        if out.tell() <= GUIDE_BYTES:
            break
    return out.getvalue()


def shots(
    screens: Iterable[Screen], languages: Iterable[str]
) -> Iterator[tuple[Screen, Look, str]]:
    """Every picture to take: each screen in each language; its other looks in the first one alone."""
    languages = list(languages)
    for screen in screens:
        for look in screen.looks:
            for language in languages if look is Look.OFFICE else languages[:1]:
                yield screen, look, language


def file_of(screen: Screen, look: Look, language: str) -> Path:
    """Where its picture lies under the folder of all."""
    mark = f"-{look.mark}" if look.mark else ""
    return Path(language) / f"{screen.name}{mark}.png"
