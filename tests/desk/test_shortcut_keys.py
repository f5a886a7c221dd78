"""Single keys in Chromium: rows, places, the box and the help; never in a field, never when switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from permissions.models import AccountChoice
from tests.desk.test_long_lists import WORK, Desk, desk  # noqa: F401 -- a fixture

pytestmark = pytest.mark.browser

#: Links are noted instead of followed: the page stands alone, with no server behind it.
_NOTED = """document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) { event.preventDefault(); window.followed = link.dataset.place || link.getAttribute("href"); }
})"""
_FOCUSED = "document.activeElement.dataset.key || document.activeElement.tagName"


@pytest.fixture
def page(desk: Desk, browser):  # noqa: F811 -- the fixture above
    """The worklist as the site wrote it, with its own script."""
    desk.lays(3)
    shown = browser.new_page()

    def opened():
        shown.set_content(desk.page(WORK))
        shown.add_script_tag(content=(Path(settings.BASE_DIR) / "static/theme/app.js").read_text())
        shown.evaluate(_NOTED)
        return shown

    opened.desk = desk
    yield opened
    shown.close()


def test_keys_move_and_open_and_rest_in_fields_and_when_switched_off(page):
    shown = page()

    def press(*keys: str) -> str | None:
        shown.evaluate("window.followed = null")
        for key in keys:
            shown.keyboard.press(key)
        return shown.evaluate("window.followed")

    def chosen() -> list[int]:
        return shown.evaluate(
            "[...document.querySelectorAll('[data-row]')].flatMap((row, n) => row.classList.contains('cur') ? [n] : [])"
        )

    assert (press("g", "c"), press("g", "l"), press("g", "h")) == ("cases", "calendar", "search")
    press("j", "j")
    assert chosen() == [1]
    press("k")
    assert chosen() == [0]
    assert "/ho-so/" in press("Enter") or "/duyet/" in shown.evaluate("window.followed")
    press("?")
    assert shown.evaluate("document.querySelector('#phim-tat').open")
    press("Escape", "/")
    assert shown.evaluate(_FOCUSED) == "search"
    assert press("g", "c", "j") is None  # typed into the box
    assert chosen() == [0]
    assert shown.locator("[data-key=search]").input_value() == "gcj"

    AccountChoice.objects.create(account=page.desk.person.account, keys=False)
    shown = page()
    assert press("g", "c") is None
    press("/", "j")
    assert shown.evaluate(_FOCUSED) == "BODY"
    assert chosen() == []
