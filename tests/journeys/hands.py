"""Two pairs of hands at an office machine: one has a mouse, one has nothing but the keyboard.

A story tells what somebody presses, writes and chooses by the words on the screen; the hands know how.
Wherever they arrive, the page is looked over: whole, no wider than the screen, nothing asked from outside,
and, the first time such a page is met, without barriers in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import resolve, reverse
from playwright.sync_api import Browser, ElementHandle, Locator

from desk.chromium import OFFICE
from tests.desk.browser import Visit, listen, visit
from tests.desk.hands import PDF

#: The names of pages whose looks were tried, for each language; a page is tried once however often it is met.
TRIED: set[tuple[str, int]] = set()

#: Whether the keys are now at that element; and what is wrong with how the place is shown, if anything.
_AT = """wanted => {
  const here = document.activeElement;
  if (!here || here === document.body || here.tagName === "IFRAME" || here.tabIndex < 0) return [here === wanted, ""];
  const shown = [here, ...(here.labels || [])].map((one) => getComputedStyle(one));
  const line = (one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth);
  const ring = shown.some((one) => line(one) || one.boxShadow !== "none");
  const name = `${here.tagName} ${here.name || here.innerText.slice(0, 40)}`;
  return [here === wanted, ring ? "" : `no focus shown at ${name}`];
}"""
#: Whether the middle of the element lies on the screen, under no bar that stays in place.
_COVERED = """one => {
  const box = one.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + Math.min(box.height / 2, 12);
  const top = document.elementFromPoint(x, y), label = one.labels && one.labels[0];
  return !top || !(one.contains(top) || top.contains(one) || (label && label.contains(top)));
}"""
_BEFORE = """one => {
  const here = document.activeElement;
  return here !== document.body && Boolean(here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
_IN_MAIN = 'one => [one, document.activeElement].map((it) => Boolean(it.closest("main")))'


class Hands:
    """What both pairs of hands have in common: they find things by what stands on the screen."""

    looks = True

    def __init__(self, browser: Browser, address: str, *, script: bool = True) -> None:
        self.browser, self.address, self.script = browser, address, script
        self.context = browser.new_context(
            viewport=OFFICE, locale="vi-VN", java_script_enabled=script
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.seen = Visit(self.page, address + "/")
        listen(self.seen)

    # What a story says

    def signs_in(self, name: str, password: str = settings.DEMO_PASSWORD) -> None:
        """Come to the site as the person of that sign-in name; whoever sat here before signs out."""
        if self.page.locator(".me").count():
            self.unfolds("Tài khoản:")
            self.presses("Đăng xuất")
        self.goes_to("/")
        self.writes("Tên đăng nhập", name)
        self.writes("Mật khẩu", password)
        self.presses("Đăng nhập")

    def confirms(self, password: str = settings.DEMO_PASSWORD) -> None:
        """Where the page asks once more who one is, say so."""
        if reverse("account_reauthenticate") in self.page.url:
            self.writes("Mật khẩu", password)
            self.presses("Xác nhận")

    def goes_to(self, path: str) -> None:
        """Type an address, as from a letter or a bookmark."""
        with self._going():
            self.page.goto(self.address + path, wait_until="load")

    def presses(self, name: str, *, near: str = "") -> None:
        """Follow the link or press the button of that name, in the row or part where `near` stands."""
        with self._going():
            self._act(self._named(name, "button", "link", near=near))

    def goes_by(self, group: str, place: str) -> None:
        """Go to a place of the side navigation, whose group may be folded."""
        folded = self.page.locator("nav details", has_text=group)
        if folded.get_attribute("open") is None:
            self._act(folded.locator("summary"))
        with self._going():
            self._act(folded.get_by_role("link", name=place))

    def unfolds(self, name: str) -> None:
        """Open what is folded away under that name."""
        self._act(self.page.locator("summary", has_text=name).first)

    def writes(self, label: str, text: str, *, near: str = "") -> None:
        self._write(self._field(label, near), text)

    def chooses(self, label: str, option: str) -> None:
        """Take one of the choices offered under that label."""
        for exact in (True, False):
            radio = self._group(label).get_by_role("radio", name=option, exact=exact)
            if radio.count():
                return self._take(radio.first)
        return self._select(self._field(label), option)

    def ticks(self, *labels: str) -> None:
        for label in labels:
            box = self._named(label, "checkbox")
            if not box.is_checked():
                self._tick(box)
            assert box.is_checked(), label

    def hands_in(self, label: str, name: str = "ban-chup.pdf") -> None:
        with self.page.expect_file_chooser() as chooser:
            self._act(self._field(label))
        chooser.value.set_files({"name": name, "mimeType": "application/pdf", "buffer": PDF})

    def reads(self) -> str:
        """The main part of the page, as one reads it."""
        return " ".join(self.page.locator("main").inner_text().split())

    def sees(self, *words: str) -> None:
        """All of these stand on the page."""
        said = self.reads()
        assert not [one for one in words if one not in said], f"{words} in {self.page.url}:\n{said}"

    def sees_no(self, *words: str) -> None:
        said = self.reads()
        assert not [one for one in words if one in said], f"{words} in {self.page.url}"

    # How a thing is found

    def _named(self, name: str, *roles: Any, near: str = "") -> Locator:
        places = (
            [self._near(near)] if near else [self.page.locator("main"), self.page.locator("body")]
        )
        for place in places:
            for exact in (True, False):
                for role in roles:
                    found = place.get_by_role(role, name=name, exact=exact)
                    if found.count():
                        return found.first
        raise AssertionError(f"nothing called “{name}” {near} on {self.page.url}:\n{self.reads()}")

    def _near(self, words: str) -> Locator:
        for part in ("tr", "li", ".na", "section", "details"):
            found = self.page.locator(f"main {part}", has_text=words)
            if found.count():
                return found.last
        raise AssertionError(f"“{words}” stands nowhere on {self.page.url}:\n{self.reads()}")

    def _field(self, label: str, near: str = "") -> Locator:
        place = self._near(near) if near else self.page.locator("main")
        for exact in (True, False):
            found = place.get_by_label(label, exact=exact)
            found = found.and_(place.locator("input, select, textarea")).locator("visible=true")
            if found.count():
                return found.first
        raise AssertionError(f"no field “{label}” on {self.page.url}:\n{self.reads()}")

    def _group(self, label: str) -> Locator:
        return self.page.locator("main").get_by_role("group", name=label)

    # Arriving

    @contextmanager
    def _going(self) -> Iterator[None]:
        with self.page.expect_navigation(wait_until="load") as gone:
            yield
        answer = gone.value
        self.seen.address = self.page.url
        self._looks_over(answer.status if answer else 200)

    def _looks_over(self, status: int) -> None:
        """The page is whole; where its like was not met before, it has no barriers in either language."""
        faults = self.seen.faults
        refused = f"broken: {self.page.url} 422"  # a refusal is a page too, wherever it was sent
        faults[:] = [one for one in faults if one != refused]
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append(f"wider than the screen: {self.page.url}")
        place = urlsplit(self.page.url)
        kind = (resolve(place.path).view_name, status)
        if self.looks and self.script and kind not in TRIED:
            TRIED.add(kind)
            faults += [f"vi {place.path}: {one}" for one in self.seen.barriers()]
            if status == 200:
                self._looks_over_in_english(self.page.url)
        assert not faults, "\n".join(faults)

    def _looks_over_in_english(self, address: str) -> None:
        language = {"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": self.address}
        kept = [one for one in self.context.cookies() if one["name"] != language["name"]]
        with visit(self.browser, address, cookies=[*kept, language]) as other:
            if other.page.locator("html").get_attribute("lang") == "en":
                self.seen.faults += [f"en {address}: {one}" for one in other.barriers()]
            self.seen.faults += other.faults

    # How each pair of hands does it

    def _act(self, at: Locator) -> None:
        raise NotImplementedError

    _write = _select = None


class Mouse(Hands):
    """Clicks on what it sees, and types."""

    def _act(self, at: Locator) -> None:
        at.click(no_wait_after=True)

    def _tick(self, box: Locator) -> None:
        box.click()

    def _take(self, radio: Locator) -> None:
        radio.click()

    def _write(self, at: Locator, text: str) -> None:
        at.click(click_count=3)
        at.press("Control+A")
        self.page.keyboard.insert_text(text)

    def _select(self, at: Locator, option: str) -> None:
        at.select_option(label=_label(at, option))


class Keyboard(Hands):
    """Goes from place to place by Tab, presses Enter and Space, and always sees where it is."""

    def _act(self, at: Locator) -> None:
        self._reach(at)
        self.page.keyboard.press("Enter")

    def _tick(self, box: Locator) -> None:
        self._reach(box)
        self.page.keyboard.press("Space")

    def _take(self, radio: Locator) -> None:
        """A group is one stop of the way; within it the arrows go round."""
        name = radio.get_attribute("name")
        group = radio.locator(f'xpath=ancestor::form//input[@type="radio"][@name="{name}"]')
        checked = group.locator(":scope:checked")
        self._reach(checked if checked.count() else group.first)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not come to {radio}")

    def _write(self, at: Locator, text: str) -> None:
        self._reach(at)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def _select(self, at: Locator, option: str) -> None:
        wanted = _label(at, option)
        self._reach(at)
        self.page.keyboard.press("Home")
        for _ in range(at.locator("option").count()):
            if at.evaluate("one => one.selectedOptions[0].label") == wanted:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not come to “{wanted}”")

    def _reach(self, at: Locator) -> None:
        """Go on with Tab until there, past the navigation where the way leads into the main part."""
        wanted = at.element_handle()
        assert wanted is not None
        inside, already = self.page.evaluate(_IN_MAIN, wanted)
        key = "Shift+Tab" if wanted.evaluate(_BEFORE) else "Tab"
        if inside and not already and self.page.locator(".skip").count():
            self._skips()
            key = "Tab"
        self._tabs(wanted, key)

    def _skips(self) -> None:
        """The first stop of a page leads past what is the same on every page."""
        skip = self.page.locator(".skip").element_handle()
        assert skip is not None
        self._tabs(skip, "Tab" if self._at(None)[0] is None else "Shift+Tab")
        self.page.keyboard.press("Enter")

    def _tabs(self, wanted: ElementHandle, key: str) -> None:
        for _ in range(400):
            here, fault = self._at(wanted)
            if fault and fault not in self.seen.faults:
                self.seen.faults.append(fault)
            if here:
                if wanted.evaluate(_COVERED):
                    self.seen.faults.append(
                        f"covered: {wanted.inner_text() or wanted} {self.page.url}"
                    )
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"Tab does not come to {wanted} on {self.page.url}")

    def _at(self, wanted: ElementHandle | None) -> tuple[bool | None, str]:
        if wanted is None:
            nowhere = self.page.evaluate("document.activeElement === document.body")
            return (None if nowhere else False), ""
        here, fault = self.page.evaluate(_AT, wanted)
        return here, fault


def _label(select: Locator, option: str) -> str:
    """The whole label of the choice that has these words."""
    labels = [one.strip() for one in select.locator("option").all_inner_texts()]
    exact = [one for one in labels if one == option] or [one for one in labels if option in one]
    assert exact, f"no choice “{option}” among {labels}"
    return exact[0]
