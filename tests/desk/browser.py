"""Debian's Chromium, driven: what a page shows, complains of, asks from outside, and hides from some."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from desk.chromium import OFFICE

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

#: The main part as read, without what serves only the keyboard or is new each time.
_SAID = """() => {
  document.querySelectorAll(".needs-js, [data-once]").forEach((one) => one.remove());
  return document.querySelector("main").innerText.split(/\\s+/).join(" ");
}"""
_WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

_axe = Axe()


@dataclass
class Visit:
    """One opened page and everything that went wrong on the way. `faults` should be empty."""

    page: Page
    address: str
    status: int = 0
    faults: list[str] = field(default_factory=list)

    def barriers(self) -> list[str]:
        """What axe-core finds against WCAG 2.2 AA and good practice, one sentence each."""
        found = _axe.run(self.page, options={"runOnly": STANDARDS}).response["violations"]
        return [
            f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes']]}"
            for one in found
        ]

    def overflows(self, screen: dict[str, int]) -> bool:
        """Whether one must scroll sideways to read on `screen`, to which the window changes."""
        self.page.set_viewport_size(screen)
        return self.page.evaluate(_WIDER)

    def said(self) -> str:
        """The main part as read. Ends the visit's usefulness: what is left out is taken away."""
        return self.page.evaluate(_SAID)


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    cookies: list[dict[str, str]],
    script: bool = True,
    screen: dict[str, int] = OFFICE,
) -> Iterator[Visit]:
    """Open `address` in a window of its own; `script=False` switches JavaScript off."""
    context = browser.new_context(viewport=screen, java_script_enabled=script)
    context.add_cookies(cookies)
    seen = Visit(context.new_page(), address)
    listen(seen)
    answer = seen.page.goto(address, wait_until="load")
    seen.status = answer.status
    yield seen
    context.close()


def listen(seen: Visit) -> None:
    """Note from now on what goes wrong on this page."""
    site = "/".join(seen.address.split("/")[:3])
    own = (f"{site}/", "data:", "about:", "blob:", "chrome:", "chrome-extension:")  # its PDF viewer

    def asked(request) -> None:
        if not request.url.startswith(own):
            seen.faults.append(f"asks outside: {request.url}")

    def said(message) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            seen.faults.append(f"console: {message.text}")

    def answered(response) -> None:
        if response.status >= 400 and response.url != seen.address:
            seen.faults.append(f"broken: {response.url} {response.status}")

    seen.page.on("request", asked)
    seen.page.on("console", said)
    seen.page.on("response", answered)
    seen.page.on("pageerror", lambda error: seen.faults.append(f"script: {error}"))
