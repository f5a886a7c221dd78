"""One screen worth a picture: who looks, at which page, by which links, and in which states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from desk import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

Deed = Callable[["Page"], None]


class Look(Enum):
    """On what a screen is looked at: the window in CSS pixels, how many dots each has, light or dark."""

    OFFICE = "", chromium.OFFICE, 1, "light"
    DARK = "toi", chromium.OFFICE, 1, "dark"
    NARROW = "hep", chromium.NARROW, 1, "light"
    ZOOMED = "phong-to", {"width": 683, "height": 384}, 2, "light"
    PRINTED = "in", chromium.OFFICE, 1, "light"

    def __init__(self, mark: str, window: dict[str, int], dots: int, scheme: str):
        self.mark, self.window, self.dots, self.scheme = mark, window, dots, scheme


#: What the main pages are looked at on.
EVERY_LOOK = tuple(Look)
#: What is looked at in the office alone.
PLAIN = (Look.OFFICE,)


@dataclass(frozen=True)
class Screen:
    """A picture named `name` of the page called `page`, as `by` sees it; nobody is "".

    `ways` are the pages one comes by, in the order of the links followed; "case:GS" is the first
    link to a `case` that has "GS" in its address, and the last of them may be the page itself;
    "?muc=people" is another view of the page before it.
    `deed` is done on the page before the picture. `guide` is set where the users' guide shows it.
    """

    name: str
    page: str
    by: str
    ways: tuple[str, ...] = ()
    query: str = ""
    looks: tuple[Look, ...] = PLAIN
    deed: Deed | None = None
    guide: bool = False


def sent_empty(page: Page) -> None:
    """Send the form of the page as it stands, whatever the browser thinks of it."""
    page.evaluate("document.querySelectorAll('form').forEach((one) => { one.noValidate = true; })")
    page.locator("main form[method=post] button:not([type=button]):not([formaction])").first.click()
    page.wait_for_load_state()


def pressed(selector: str) -> Deed:
    """A press on the first thing that fits `selector`; nothing happens where there is none."""

    def press(page: Page) -> None:
        found = page.locator(selector)
        if found.count():
            found.first.click()

    return press


def typed(key: str) -> Deed:
    """A press of one key."""
    return lambda page: page.keyboard.press(key)
