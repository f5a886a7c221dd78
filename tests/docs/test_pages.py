"""Guides use the words of the screens; decisions keep their form."""

import re

import pytest

from tests.docs.regions import ROOT
from workflows.catalogue import PROCEDURES

GUIDES = sorted((ROOT / "docs/user").glob("*.md"))
DECISIONS = sorted((ROOT / "docs/decisions").glob("0*.md"))
#: Emphasis that names nothing on a screen.
PLAIN = {"không", "ngoài đoàn", "vì sao"}
every_guide = pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)


def words_of_the_screens() -> str:
    """Everything a page may say: labels of steps and questions, and the text of the desk."""
    steps = [step for procedure in PROCEDURES.values() for step in procedure.all_steps()]
    sources = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "desk").rglob("*.py")]
    sources += [*(ROOT / "workflows").rglob("*.py"), ROOT / "documents/states.py"]
    told = [step.label for step in steps] + [path.read_text(encoding="utf-8") for path in sources]
    return "\n".join(told)


@every_guide
def test_a_guide_names_only_what_the_screens_show(page):
    screens = words_of_the_screens()

    emphasised = re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8"), re.DOTALL)
    named = {" ".join(one.split()) for one in emphasised} - PLAIN

    assert named
    assert not {one for one in named if one not in screens}


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_date_context_decision_and_consequences(page):
    text = page.read_text(encoding="utf-8")

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert re.search(r"^Date: \d{4}-\d{2}$", text, re.MULTILINE)
    assert f"]({page.name})" in (page.parent / "README.md").read_text(encoding="utf-8")
