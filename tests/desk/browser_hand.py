"""The hand that works in Debian's Chromium: each person at a window of their own, with keyboard and mouse."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.hashers import make_password
from django.urls import reverse
from playwright.sync_api import Browser, Locator

from desk.chromium import OFFICE
from registry.models import Person
from tests.desk.asked import Asked
from tests.desk.browser import Visit, listen
from tests.desk.hands import PDF, account_of

#: A page is worked on as soon as its script has run, as an officer does not wait for the last letter of a font.
READY = "domcontentloaded"
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
_IN_VIEW = """frame => {
  const seen = frame.getBoundingClientRect();
  const at = frame.querySelector("[data-open-at]").getBoundingClientRect();
  return at.left >= seen.left && at.right <= seen.right && at.top >= seen.top && at.bottom <= seen.bottom;
}"""
#: What a page says against what was sent, or against the step before anything is sent.
_AGAINST = ".error-summary li, .reasons li.no, .grid2 .notice:not(.warning)"


@dataclass
class ByBrowser:
    """One window of `browser` on the site at `address`, at which people come and go as on an office machine.

    `seen.faults` is whatever went wrong in it; `sessions` what the browser held when somebody left.
    """

    browser: Browser
    address: str
    goes_on = True
    sessions: dict[int, list[Any]] = field(default_factory=dict)
    _who: int = 0
    _has_looked: bool = False
    _form: Locator | None = None
    _asked: dict[str, Asked] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.page = self.browser.new_context(viewport=OFFICE).new_page()
        self.page.set_default_timeout(120_000)
        self.seen = Visit(self.page, self.address + "/")
        listen(self.seen)

    def look(self, person: Person, url: str, deed: str = "") -> list[Asked] | None:
        if not self._open(person, url):
            return None
        form = self.page.locator("main form[data-guard]")
        if deed:
            form = form.filter(has=self.page.locator(f'button[name="deed"][value="{deed}"]'))
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
        if not self._has_looked and self._form.locator("[formtarget]").count():
            self._look_at_the_paper()
        button = f'button[value="{deed}"]' if deed else "button.btn-act"
        # Pressed twice, as impatient people do: the second press must be harmless.
        self._go(self._form.locator(button), twice=True)
        if reverse("account_reauthenticate") in self.page.url:
            self.page.locator("#id_password").fill(PASSWORD)
            self._go(self.page.locator(".door form button"))
        if self.page.locator(".notice.success").count():
            return []
        return self._against() or [f"came to {self.page.url}"]

    def refusals(self, person: Person, url: str) -> list[str] | None:
        if not self._open(person, url):
            return None
        assert self.page.locator("main form .btn-act:enabled").count() == 0
        return self._against()

    def sees(self, person: Person, url: str) -> str:
        if self._who != person.pk or self.page.url != self.address + url:
            self._open(person, url)
        return self.page.locator("main").inner_text()

    def sees_in_its_frame(self, url: str) -> bool:
        """Whether the drawing at `url` opens with the place in view where the file stands."""
        self.page.goto(self.address + url, wait_until=READY)
        return self.page.locator(".drawing").evaluate(_IN_VIEW)

    def _sits_down(self, person: Person) -> None:
        """Let a person take the place at the window; the first time they sign in."""
        if self._who == person.pk:
            return
        context = self.page.context
        self.sessions[self._who] = context.cookies()
        context.clear_cookies()
        self._who = person.pk
        if person.pk in self.sessions:
            context.add_cookies(self.sessions[person.pk])
            return
        account = account_of(person, make_password(PASSWORD))
        self.page.goto(self.address + reverse("account_login"), wait_until=READY)
        self.page.locator("#id_login").fill(account.username)
        self.page.locator("#id_password").fill(PASSWORD)
        with self.page.expect_navigation(wait_until=READY):
            self.page.keyboard.press("Enter")

    def _look_at_the_paper(self) -> None:
        """Once: open the paper beside what was typed, and come back; the form is still to be sent after that."""
        assert self._form is not None
        self._has_looked = True
        with (
            self.page.expect_popup() as opened,
            self.page.context.expect_event("response") as answer,
        ):
            self._form.locator("[formtarget]").first.click()
        assert answer.value.headers["content-type"] == "application/pdf"
        opened.value.close()

    def _open(self, person: Person, url: str) -> bool:
        self._sits_down(person)
        self.seen.address = self.address + url
        answer = self.page.goto(self.seen.address, wait_until=READY)
        assert answer is not None
        assert answer.status in (200, 404), f"{url}: {answer.status}"
        return answer.status == 200

    def _go(self, button: Locator, twice: bool = False) -> None:
        with self.page.expect_navigation(wait_until=READY):
            button.click(click_count=2 if twice else 1, no_wait_after=True)

    def _against(self) -> list[str]:
        return self.page.locator(_AGAINST).all_inner_texts()

    def _fill(self, asked: Asked, answer: Any) -> None:
        """Give one answer the way its field takes it."""
        assert self._form is not None
        at = self._form.locator(f'[name="{asked.name}"]')
        if asked.kind == "file":
            with self.page.expect_file_chooser() as chooser:
                at.click()
            chooser.value.set_files(
                {"name": "ban-chup.pdf", "mimeType": "application/pdf", "buffer": PDF}
            )
        elif asked.kind in ("tick", "several"):
            for value in asked.choices:
                box = (
                    at.and_(self._form.locator(f'[value="{value}"]'))
                    if asked.kind == "several"
                    else at
                )
                box.set_checked(value in answer if asked.kind == "several" else bool(answer))
        elif at.first.get_attribute("type") == "radio":
            at.and_(self._form.locator(f'[value="{answer}"]')).check()
        elif asked.choices:
            at.select_option(str(answer))
        else:
            at.press("Control+A")
            self.page.keyboard.insert_text(str(answer))
