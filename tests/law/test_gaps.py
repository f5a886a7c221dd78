"""What an officer must still confirm, and the README's table of it."""

from collections import Counter
from datetime import date

import pytest

from law.confirmed import confirmed_table
from law.gaps import gaps


@pytest.mark.parametrize("on", [date(2017, 10, 18), date(2026, 11, 22)])
def test_gaps_are_exactly_the_rules_without_a_verdict(book, on):
    found = {gap.hit.rule for gap in gaps(book, on)}

    assert found == {rule for rule in book.parameters if not book.rule(rule, on).gives_verdict}


def test_gaps_say_why(book):
    kinds = {gap.hit.rule: gap.kind for gap in gaps(book, date(2026, 11, 22))}

    assert kinds["complaint.window"] == "unknown"
    assert kinds["vote.base.committee"] == "missing"
    assert kinds["authority.ubkttw"] == "uncertain"
    assert "form.organisation" not in kinds


def test_unread_law_comes_before_missing_and_recalled_law(book):
    kinds = [gap.kind for gap in gaps(book, date(2026, 11, 22))]

    assert list(dict.fromkeys(kinds)) == ["unknown", "missing", "uncertain"]
    assert Counter(kinds)["missing"] > 70


def test_a_locality_has_gaps_of_its_own(book):
    before = {gap.hit.rule for gap in gaps(book, date(2025, 8, 25), "lao_cai")}
    after = {gap.hit.rule for gap in gaps(book, date(2025, 8, 26), "lao_cai")}

    assert "inspection.duration.chi_bo" in before - after


def test_the_table_counts_every_row_once(book):
    last = confirmed_table(book).splitlines()[-1]
    counts = [int(cell) for cell in last.split("|")[2:-1]]

    assert counts[-1] == sum(counts[:-1]) == sum(1 for _ in book.rows())


def test_the_table_has_a_line_for_each_chapter(book):
    lines = confirmed_table(book).splitlines()

    assert len(lines) == len(book.areas) + 3
    assert any(line.startswith("| Biểu quyết |") for line in lines)
