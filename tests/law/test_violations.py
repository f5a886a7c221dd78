"""The catalogue of violations: theme, article of the day, column of the statistics."""

from datetime import date

import pytest

from law.faults import Impossible


def articles(book, theme, on, **more):
    return [citation.short for citation, _ in book.catalogue.of_theme(theme, on, **more)]


@pytest.mark.parametrize(
    ("theme", "on", "expected"),
    [
        ("quan_he_nuoc_ngoai", date(2026, 1, 1), ["69-QĐ/TW Điều 34"]),
        ("dan_so", date(2020, 1, 1), ["102-QĐ/TW Điều 27"]),
        ("dan_so", date(2022, 7, 6), ["69-QĐ/TW Điều 52"]),
        ("quan_he_nuoc_ngoai", date(2017, 10, 18), []),
        ("quan_he_nuoc_ngoai", date(2026, 8, 17), []),
    ],
)
def test_a_theme_finds_the_article_of_the_day(book, theme, on, expected):
    assert articles(book, theme, on) == expected


def test_organisations_have_their_own_articles(book):
    assert articles(book, "to_chuc_can_bo", date(2026, 1, 1)) == ["69-QĐ/TW Điều 29"]
    assert articles(book, "to_chuc_can_bo", date(2026, 1, 1), organisation=True) == [
        "69-QĐ/TW Điều 11"
    ]


def test_a_number_deduced_from_a_list_says_so(book):
    (_, entry), *_ = book.catalogue.of_theme("van_bang_chung_chi", date(2026, 1, 1))

    assert (entry.article, entry.confidence) == ("35", "inferred")


def test_the_article_on_foreign_relations_is_confirmed(book):
    (_, entry), *_ = book.catalogue.of_theme("quan_he_nuoc_ngoai", date(2026, 1, 1))

    assert entry.confidence == "confirmed"
    assert "ra nước ngoài không báo cáo" in entry.note


def test_every_theme_counts_in_a_column_of_its_forms(book):
    columns = book.catalogue.columns

    assert (len(columns["member"]), len(columns["organisation"])) == (11, 7)
    for theme in book.catalogue.themes:
        assert book.catalogue.column(theme) or book.catalogue.column(theme, organisation=True)


def test_all_entries_read_so_far_are_there(book):
    assert len(book.catalogue.entries) >= 40
    assert {e.instrument for e in book.catalogue.entries} == {
        "181-QĐ/TW",
        "102-QĐ/TW",
        "69-QĐ/TW",
        "212-QĐ/TW",
    }


def test_an_unknown_theme_names_the_known_ones(book):
    with pytest.raises(Impossible, match="bau_cu"):
        book.catalogue.of_theme("an_trom", date(2026, 1, 1))
