"""Names stand in the order in which people look for them, and are found with or without marks."""

import unicodedata

import pytest

from registry.names import search_key, sort_key


def test_people_are_sorted_by_given_name_then_middle_then_family():
    right = [
        "Vũ Thị An",
        "Lê Văn Ánh",
        "Bùi Ăn",
        "Hà Văn Bình",
        "Lò Văn Dũng",
        "Đỗ Duy",
        "Tạ Đức",
        "Vi Văn Đức",
        "Hà Ước",
        "Bế Thị Yến",
    ]

    assert sorted(set(right), key=sort_key) == right


def test_tones_break_ties_in_their_order():
    tones = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]

    assert sorted(set(tones), key=sort_key) == tones


@pytest.mark.parametrize(
    "typed",
    ["Đặng Văn Thử", "dang van thu", "ĐẶNG VĂN THỬ", unicodedata.normalize("NFD", "Đặng Văn Thử")],
)
def test_a_name_is_found_however_it_is_typed(typed):
    assert search_key(typed) == "dang van thu"


def test_an_empty_name_sorts_without_breaking():
    assert sort_key("") == "|"
