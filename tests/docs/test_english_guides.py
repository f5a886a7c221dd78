"""The English guide names what the English screens show, page by page as the Vietnamese one."""

import re

import polib
import pytest

from desk import guide
from tests.docs.regions import ROOT

ENGLISH = sorted((ROOT / "docs/user/en").glob("*.md"))
#: Emphasis that names nothing on a screen.
PLAIN = {"no", "Nobody", "outside the team", "why", "another"}


def test_it_has_the_same_pages():
    assert {one.name for one in ENGLISH} == {one.name for one in guide.FOLDER.glob("*.md")}


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.stem)
def test_a_page_names_only_what_the_english_screens_show(page):
    said = {
        entry.msgstr.replace("’", "'")
        for file in (ROOT / "locale/en/LC_MESSAGES").glob("*.po")
        for entry in polib.pofile(str(file))
    }

    emphasised = re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8"), re.DOTALL)
    named = {" ".join(one.split()).replace("’", "'") for one in emphasised} - PLAIN

    assert not named - said
