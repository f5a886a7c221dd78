"""Page templates on invented values: whole, readable and without barriers in every state they have."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from desk.assets import ASSETS, asset
from desk.chromium import NARROW
from tests.desk.addresses import WHOLE
from tests.desk.browser import visit
from tests.desk.samples import PREVIEWS

ROOT_URLCONF = "tests.desk.preview_urls"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
OURS = [path for path in TEMPLATES.rglob("*.html") if "papers" not in path.parts]
THEME = Path(settings.BASE_DIR) / "static" / "theme"
#: An eighth of the states in Vietnamese, a fortieth in English; all of them in both in a campaign.
STATES = [(name, "vi") for name in list(PREVIEWS)[:: 1 if WHOLE else 8]] + [
    (name, "en") for name in list(PREVIEWS)[:: 1 if WHOLE else 40]
]


@pytest.mark.browser
@pytest.mark.parametrize(("name", "language"), STATES)
def test_each_state_of_each_page_is_whole_and_without_barriers(name, language, world, browser):
    address = f"{world.address}/xem-thu/{name}/"

    with visit(browser, address, cookies=world.cookies("officer", language)) as seen:
        assert seen.status == 200
        assert not seen.barriers()
        assert not seen.overflows(NARROW)
        assert not seen.faults


@pytest.mark.browser
def test_keys_move_between_rows_open_and_search(world, browser):
    with visit(
        browser, f"{world.address}/xem-thu/viec/", cookies=world.cookies("officer", "vi")
    ) as seen:
        keyboard, chosen = seen.page.keyboard, seen.page.locator("tr.cur")
        keyboard.press("j")
        keyboard.press("j")
        second = seen.page.locator("[data-row]").nth(1)
        assert chosen.inner_text() == second.inner_text()

        keyboard.press("k")
        assert chosen.inner_text() == seen.page.locator("[data-row]").first.inner_text()

        keyboard.press("?")
        assert seen.page.locator("#phim-tat").is_visible()

        keyboard.press("Escape")
        keyboard.press("/")
        keyboard.type("jk?")
        assert seen.page.locator("[data-key=search]").input_value() == "jk?"


@pytest.mark.browser
def test_keys_can_be_switched_off(world, browser):
    with visit(
        browser, f"{world.address}/xem-thu/viec/", cookies=world.cookies("officer", "vi")
    ) as seen:
        seen.page.keyboard.press("?")
        seen.page.get_by_label("Tắt phím tắt trên máy này").check()
        seen.page.keyboard.press("Escape")
        seen.page.keyboard.press("j")

        assert seen.page.locator("tr.cur").count() == 0


@pytest.mark.browser
def test_faults_of_a_form_take_the_focus_and_lead_to_their_fields(world, browser):
    with visit(
        browser, f"{world.address}/xem-thu/buoc-sai/", cookies=world.cookies("officer", "vi")
    ) as seen:
        assert seen.page.evaluate("document.activeElement.className") == "error-summary"

        seen.page.locator(".error-summary a").first.click()
        assert seen.page.evaluate("document.activeElement.id") == "id_day"


@pytest.mark.browser
def test_the_menu_opens_on_a_narrow_screen_without_javascript(world, browser):
    there = {"cookies": world.cookies("officer", "vi"), "screen": NARROW, "script": False}
    with visit(browser, f"{world.address}/xem-thu/viec/", **there) as seen:
        assert not seen.page.locator(".side").is_visible()

        seen.page.locator(".menu-link").click()
        assert seen.page.locator(".side").is_visible()


@pytest.mark.browser
def test_a_group_of_the_navigation_stays_as_it_was_left(world, browser):
    there = {"cookies": world.cookies("keeper", "vi"), "screen": {"width": 1366, "height": 400}}
    with visit(browser, f"{world.address}/ra-khoi-dang/", **there) as seen:
        side = seen.page.locator(".side")
        assert side.locator("details[open] h2").all_inner_texts() == ["Đảng viên"]
        here = side.locator("[aria-current]").bounding_box()
        assert here["y"] + here["height"] <= 400

        side.locator("summary", has_text="Tổ chức").press("Enter")
        seen.page.goto(f"{world.address}/di-lam-an-xa/")
        assert side.locator("details[open] h2").all_inner_texts() == [
            "Đi xa, ra nước ngoài",
            "Tổ chức",
        ]
        assert seen.barriers() == []

        side.locator("summary", has_text="Tổ chức").press("Space")
        seen.page.reload()
        assert side.locator("details[open] h2").all_inner_texts() == ["Đi xa, ra nước ngoài"]
        seen.page.emulate_media(media="print")
        assert not side.is_visible()


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_carries_inline_style_or_script_or_loads_from_elsewhere(path):
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", text)


@pytest.mark.parametrize("path", sorted(THEME.iterdir()), ids=lambda path: path.name)
def test_the_theme_loads_nothing_from_elsewhere(path):
    loads = re.findall(
        r"url\(\"?([^)\"]+)|@import|fetch\(|import\(", path.read_text(encoding="utf-8")
    )

    assert not [address for address in loads if not address.startswith(("../vendor/", "#"))]


def test_the_theme_asks_nothing_that_old_office_browsers_lack():
    rules = re.sub(
        r"/\*.*?\*/", "", (THEME / "app.css").read_text(encoding="utf-8"), flags=re.DOTALL
    )

    assert not re.search(r"oklch\(|color-mix\(|:has\(|@layer|@container", rules)


@pytest.mark.parametrize("name", ASSETS)
def test_each_packaged_file_is_there(name):
    assert asset(name).is_file()


def test_every_component_says_what_it_is_and_stands_on_the_living_page():
    page = (TEMPLATES / "pages" / "components.html").read_text(encoding="utf-8")
    inner = {"example", "event", "table", "field", "way_step"}  # drawn inside others

    for path in (TEMPLATES / "cotton").glob("*.html"):
        assert path.read_text(encoding="utf-8").startswith("{% comment %}"), path.name
        assert path.stem in inner or f'<c-example name="{path.stem}"' in page, path.name
