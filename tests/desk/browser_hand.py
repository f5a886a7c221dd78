"""The hand that works in Debian's Chromium: each person at a window of their own, with keyboard and mouse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.hashers import make_password
from django.urls import reverse
from playwright.sync_api import Browser, Locator, Page

from desk.chromium import OFFICE
from registry.models import Person
from tests.desk.asked import Asked
from tests.desk.browser import Visit, listen
from tests.desk.hands import A_FILE, PDF, account_of

PASSWORD = "mot-mat-khau-mau"

#: The fields of a form as its reader sees them; hidden ones are nobody's to fill in.
_ASKS = """form => Array.from(form.querySelectorAll(".field")).map(box => {
  const all = Array.from(box.querySelectorAll("input, select, textarea"));
  const one = all[0], group = box.querySelector("fieldset") !== null;
  const beside = box.classList.contains("beside");
  const kinds = {file: "file", number: beside ? "count" : "number", radio: "one", textarea: "long",
    checkbox: group ? "several" : "tick", "select-one": beside ? "beside" : "one"};
  const boxes = all.filter(o => o.type === "radio" || o.type === "checkbox");
  const options = one.type === "select-one" ? Array.from(one.options) : boxes;
  const ticked = options.filter(o => o.checked).map(o => o.value);
  return {
    name: one.name, required: box.querySelector(".optional") === null, least: Number(one.min || 0),
    kind: box.querySelector("[data-calendar]") ? "day" : kinds[one.type] || "line",
    choices: options.map(o => o.value),
    first: {several: ticked, one: one.type === "radio" ? ticked[0] || "" : one.value,
            tick: one.checked ? "on" : ""}[kinds[one.type]] ?? one.value,
  };
})"""
#: What a page says against what was sent, or against the step before anything is sent.
_AGAINST = ".error-summary li, .reasons li.no, .grid2 .notice:not(.warning)"


@dataclass
class ByBrowser:
    """Windows of `browser` on the site at `address`; `faults` is whatever went wrong in any of them."""

    browser: Browser
    address: str
    goes_on = True
    windows: dict[int, Visit] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    _form: Locator | None = None
    _asked: dict[str, Asked] = field(default_factory=dict)
    _at: Visit | None = None

    def look(self, person: Person, url: str, deed: str = "") -> list[Asked] | None:
        if not self._open(person, url):
            return None
        form = self._page.locator("main form[data-guard]")
        if deed:
            form = form.filter(has=self._page.locator(f'button[name="deed"][value="{deed}"]'))
        self._form = form.first
        asked = [Asked(**one) for one in self._form.evaluate(_ASKS)]
        self._asked = {one.name: one for one in asked}
        return asked

    def send(self, said: dict[str, Any], deed: str = "") -> list[str]:
        assert self._form is not None, "nothing was looked at"
        for name, answer in said.items():
            asked = self._asked.get(name)
            if asked and asked.first != answer:
                self._fill(asked, answer)
        button = f'button[value="{deed}"]' if deed else "button.btn-act"
        # Pressed twice, as impatient people do: the second press must be harmless.
        self._go(self._form.locator(button), twice=True)
        if reverse("account_reauthenticate") in self._page.url:
            self._page.locator("#id_password").fill(PASSWORD)
            self._go(self._page.locator(".door form button"))
        if self._page.locator(".notice.success").count():
            return []
        return self._against() or [f"came to {self._page.url}"]

    def refusals(self, person: Person, url: str) -> list[str] | None:
        if not self._open(person, url):
            return None
        assert self._page.locator("main form .btn-act:enabled").count() == 0
        return self._against()

    def sees(self, person: Person, url: str) -> str:
        if self._page.url != self.address + url or self._at is not self._window(person):
            self._open(person, url)
        return self._page.locator("main").inner_text()

    def barriers(self) -> list[str]:
        """What stands in the way of some on the page last come to."""
        assert self._at is not None
        return self._at.barriers()

    def close(self) -> None:
        """Shut every window."""
        for seen in self.windows.values():
            seen.page.context.close()

    @property
    def _page(self) -> Page:
        assert self._at is not None, "no page is open"
        return self._at.page

    def _window(self, person: Person) -> Visit:
        """The window of a person, who signs in there the first time."""
        if person.pk not in self.windows:
            page = self.browser.new_context(viewport=OFFICE).new_page()
            self.windows[person.pk] = seen = Visit(page, self.address + "/", faults=self.faults)
            listen(seen)
            page.set_default_timeout(60_000)
            account = account_of(person, make_password(PASSWORD))
            page.goto(self.address + reverse("account_login"))
            page.locator("#id_login").fill(account.username)
            page.locator("#id_password").fill(PASSWORD)
            with page.expect_navigation():
                page.keyboard.press("Enter")
        return self.windows[person.pk]

    def _open(self, person: Person, url: str) -> bool:
        self._at = self._window(person)
        self._at.address = self.address + url
        answer = self._page.goto(self._at.address)
        assert answer is not None
        assert answer.status in (200, 404), f"{url}: {answer.status}"
        return answer.status == 200

    def _go(self, button: Locator, twice: bool = False) -> None:
        with self._page.expect_navigation():
            button.click(click_count=2 if twice else 1)

    def _against(self) -> list[str]:
        return self._page.locator(_AGAINST).all_inner_texts()

    def _fill(self, asked: Asked, answer: Any) -> None:
        """Give one answer the way its field takes it."""
        assert self._form is not None
        at = self._form.locator(f'[name="{asked.name}"]')
        if asked.kind == "file":
            with self._page.expect_file_chooser() as chooser:
                at.click()
            chooser.value.set_files({"name": "ban-chup.pdf", "mimeType": "application/pdf", "buffer": PDF})
        elif asked.kind in ("tick", "several"):
            for value in asked.choices:
                box = at.and_(self._form.locator(f'[value="{value}"]')) if asked.kind == "several" else at
                box.set_checked(value in answer if asked.kind == "several" else bool(answer))
        elif at.first.get_attribute("type") == "radio":
            at.and_(self._form.locator(f'[value="{answer}"]')).check()
        elif asked.choices:
            at.select_option(str(answer))
        else:
            at.press("Control+A")
            self._page.keyboard.insert_text(str(answer))


assert A_FILE  # a file is given through the browser's own chooser
