"""The README is true: its tables are the code's own, its commands and links exist."""

import re

import pytest
from django.core.management import get_commands

from tests.docs.regions import README, ROOT, renewed

TEXT = README.read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())


def test_its_tables_are_what_the_code_would_write():
    assert renewed(TEXT) == TEXT, "run: .venv/bin/python -m tests.docs.regions"


def test_a_region_nothing_writes_is_refused():
    with pytest.raises(KeyError):
        renewed("<!-- weather: written by the code -->\n<!-- end -->")


@every_page
def test_every_run_command_a_page_names_is_offered(page):
    offered = set(re.findall(r"^    (\w+)\) ", (ROOT / "run").read_text(), re.MULTILINE))

    named = set(re.findall(r"\./run ([a-z]+)", page.read_text(encoding="utf-8")))

    assert named <= offered


@every_page
def test_every_manage_command_a_page_names_exists(page):
    named = set(re.findall(r"manage\.py ([a-z_]+)", page.read_text(encoding="utf-8")))

    assert named <= set(get_commands())


@every_page
def test_every_link_leads_to_a_file_and_a_heading_of_this_repository(page):
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        path, _, heading = target.partition("#")
        there = (page.parent / path).resolve() if path else page

        assert there.is_relative_to(ROOT)
        assert there.is_file(), target
        assert not heading or heading in _headings(there.read_text(encoding="utf-8")), target


def test_every_room_is_told():
    rooms = re.findall(r"^\| `(\w+)/` \|", TEXT, re.MULTILINE)

    assert set(rooms) == {path.parent.name for path in ROOT.glob("*/apps.py")} - {"bench"}


@pytest.mark.parametrize(
    "picture", sorted((ROOT / "docs/pictures").iterdir()), ids=lambda p: p.name
)
def test_a_picture_is_small(picture):
    assert picture.stat().st_size < 300_000


def test_the_licence_is_the_one_declared():
    licence = (ROOT / "LICENSE").read_text()

    assert "GNU AFFERO GENERAL PUBLIC LICENSE\n                       Version 3" in licence
    assert 'license = { text = "AGPL-3.0-or-later" }' in (ROOT / "pyproject.toml").read_text()


def _headings(text: str) -> set[str]:
    """The anchors of a page's headings, as readers of Markdown make them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}
