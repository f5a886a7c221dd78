"""Names stand in the order in which people look for them, and are found with or without marks."""

import unicodedata

import pytest

from registry.names import as_query, as_vector, search_key, search_words, sort_key, typed_so


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


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Nguyễn Văn Thuý", "('nguyen') & ('van') & ('thuy':*)"),
        ("03-QĐ/UBKTĐU", "('3' <-> 'qd' <-> 'ubktdu':*)"),
        ("GS-2026-0012", "('gs' <-> '2026' <-> '12')"),
        ("Lê An", "('le') & ('an')"),  # "An" is no beginning of "Anh"
        ("  /-' ", ""),
    ],
)
def test_what_is_looked_for_stands_in_any_order_but_a_number_in_its_own(typed, asked):
    assert as_query(typed) == asked


def test_words_of_a_text_keep_their_places_and_no_mark_that_parts_them():
    assert search_words('Số 03-QĐ/UBKTĐU, "không" 000') == ["so", "3", "qd", "ubktdu", "khong", "0"]
    assert as_vector("Hoà, hòa 'x") == "'hoa':1 'hoa':2 'x':3"


def test_marks_are_told_apart_wherever_the_tone_is_written():
    assert typed_so("hoà Nguyễn", "Nguyễn Thị Hòa")
    assert typed_so("dang", "Dang Thử")
    assert not typed_so("Hóa", "Nguyễn Thị Hòa")
    assert not typed_so("dang", "Đặng Thử")
