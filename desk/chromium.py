"""Debian's Chromium, started for pictures and for the suite; nothing is downloaded, nothing calls home."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
#: Root has no sandbox, containers have a small /dev/shm, and the browser must not call home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
]
#: The screen of an office, and the narrowest a page must bear.
OFFICE, NARROW = {"width": 1366, "height": 768}, {"width": 320, "height": 800}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser until left. Raises RuntimeError where its Debian package is missing."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only tests and pictures have it

    if not CHROMIUM.exists():
        raise RuntimeError("Cần gói Debian “chromium”: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()
