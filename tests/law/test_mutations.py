"""The law with one row taken away or moved by a day: what the scenarios must notice."""

from datetime import date

import pytest

from law.mutations import mutations

WINDOW = "complaint.window@2025-05-30"


@pytest.fixture
def changed(book):
    return {mutation.change: mutation.book for mutation in mutations(book, WINDOW)}


def test_a_row_is_deleted_and_moved_each_way(changed):
    assert list(changed) == [
        "deleted",
        "starts a day later",
        "starts a day earlier",
        "ends a day earlier",
        "ends a day later",
    ]


def test_without_the_row_its_days_have_no_law(changed, book):
    assert changed["deleted"].rule("complaint.window", date(2025, 6, 1)).key is None
    assert book.rule("complaint.window", date(2025, 6, 1)).value == 30


def test_a_moved_row_takes_the_day_from_its_neighbour(changed):
    earlier = changed["starts a day earlier"]
    later = changed["ends a day later"]

    assert earlier.rule("complaint.window", date(2025, 5, 29)).value == 30
    assert earlier.rule("complaint.window", date(2025, 5, 28)).state == "unknown"
    assert later.rule("complaint.window", date(2026, 4, 11)).value == 30
    assert later.rule("complaint.window", date(2026, 4, 12)).key == "complaint.window@2026-04-12"


def test_a_shortened_row_leaves_a_day_without_law(changed):
    assert changed["starts a day later"].rule("complaint.window", date(2025, 5, 30)).key is None
    assert changed["ends a day earlier"].rule("complaint.window", date(2026, 4, 10)).key is None


def test_a_local_row_is_changed_in_its_locality_only(book):
    key = "inspection.duration.chi_bo@2025-08-26@lao_cai"

    gone = next(mutations(book, key)).book

    rule, day = "inspection.duration.chi_bo", date(2026, 1, 1)
    assert gone.rule(rule, day, layer="lao_cai").state == "unknown"
    assert book.rule(rule, day, layer="lao_cai").state == "known"


def test_an_open_row_has_no_last_day_to_move(book):
    changes = [m.change for m in mutations(book, "complaint.window@2026-04-11")]

    assert changes == ["deleted", "starts a day later", "starts a day earlier"]
