"""Promises every kind of paper keeps; a new kind is covered the moment it is registered."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from documents.catalogue import SignedBy, register
from documents.kinds import every_kind, find
from documents.pages import Issue, page_of, templates
from documents.proofs import Source
from tests.documents.conftest import Desk

KINDS = list(every_kind())
of_every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)


def source_of(desk, kind, on=date(2026, 9, 8), **changes):
    drafted = desk.draft(kind, on, **changes)
    issue = Issue(on, number=3 if kind.numbered else None)
    return Source(kind, drafted.layout, issue, page_of(kind, drafted.layout, drafted.values, issue))


@of_every_kind
def test_three_blocks_are_found_in_no_other_kind(kind):
    elsewhere = Counter(block for other in KINDS if other is not kind for block in other.blocks)

    own = [block for block in kind.blocks if block not in elsewhere]

    assert len(own) >= 3


@pytest.fixture(scope="module")
def texts():
    """What a sample of each kind says, made once."""
    desk = Desk()
    return {kind.code: source_of(desk, kind).text for kind in KINDS}


@of_every_kind
def test_every_block_is_printed_and_says_what_no_other_kind_says(kind, desk, texts):
    page = source_of(desk, kind)
    others = [text for code, text in texts.items() if code != kind.code]

    words = [page.text_of(block) for block in kind.blocks]
    own = [text for text in words if not any(text in other for other in others)]

    assert all(words)
    assert len(own) >= 3


@of_every_kind
def test_a_kind_is_written_from_what_it_needs_alone(kind, desk):
    on = date(2026, 9, 8)
    values = desk.values(kind, on)
    enough = {name: value for name, value in values.items() if name in kind.needed_with(values)}

    unused = dict.fromkeys(kind.takes)
    page = source_of(desk, kind, on, **(unused | enough))

    assert all(page.text_of(block) for block in kind.blocks)


@of_every_kind
def test_who_signs_a_paper_is_asked_for(kind):
    by_name = {
        SignedBy.BOTH_SIDES: "recorder",
        SignedBy.CHAIR_AND_RECORDER: "chair",
        SignedBy.HANDOVER: "handed_by",
        SignedBy.TELLERS: "tellers",
    }
    expected = by_name.get(kind.signed_by, "signatory")

    assert expected in kind.needs or kind.signed_by is SignedBy.NOBODY


@of_every_kind
def test_only_decisions_plans_reports_notices_and_letters_take_a_number(kind):
    without = ("BB-", "DX-", "DC-", "ML-", "BC-04", "BC-10", "KH-02", "PC-01.TW", "PH-", "GM-")

    assert kind.numbered is not (kind.code.startswith(without) or kind.received)


def test_a_code_is_registered_once():
    with pytest.raises(ValueError, match="registered twice"):
        register(
            "QD-01",
            "Một quyết định khác",
            heading="QUYẾT ĐỊNH",
            abstract="khác",
            signed_by=SignedBy.COMMITTEE,
            needs=set(),
            blocks=(),
        )


def test_a_value_outside_the_vocabulary_cannot_be_needed():
    with pytest.raises(ValueError, match="no such value"):
        register(
            "XX-01",
            "Không có",
            heading="KHÔNG CÓ",
            abstract="không có",
            signed_by=SignedBy.COMMITTEE,
            needs={"mood"},
            blocks=(),
        )


def test_an_unknown_code_is_answered_with_the_codes_that_exist():
    with pytest.raises(KeyError, match="QD-01"):
        find("QD-99")


def wording_files():
    return sorted((settings.BASE_DIR / "templates" / "papers").rglob("*.html"), key=str)


@pytest.mark.parametrize("path", wording_files(), ids=lambda path: path.name)
def test_wording_carries_no_number_article_or_term_of_the_law(path: Path):
    words = re.sub(r"{[{%].*?[}%]}|<[^>]+>", " ", path.read_text(encoding="utf-8"))

    of_the_law = re.findall(r"\d+-Q[ĐĐ]\w*/|\d+\s*(?:ngày|tháng|năm)\b|khoản \d|Điều lệ \d", words)

    assert of_the_law == []


@pytest.mark.parametrize("path", wording_files(), ids=lambda path: path.name)
def test_nobody_is_called_a_violator(path: Path):
    words = path.read_text(encoding="utf-8").casefold()

    assert not re.search(r"(?:người|kẻ|đảng viên|đối tượng) vi phạm", words)


@of_every_kind
def test_every_template_of_the_catalogue_compiles(kind):
    assert templates().get_template(kind.template)
