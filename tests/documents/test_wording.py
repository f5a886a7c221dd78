"""Dates, names and references are written as Party papers write them."""

from datetime import date

import pytest

from documents import wording


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 1, 9), "09/01/2026"),
        (date(2026, 2, 28), "28/02/2026"),
        (date(2026, 3, 4), "04/3/2026"),
        (date(2026, 9, 5), "05/9/2026"),
        (date(2026, 10, 10), "10/10/2026"),
        (date(2026, 12, 31), "31/12/2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_have_a_zero(day, written):
    assert wording.figures(day) == written
    assert wording.figures(day.isoformat()) == written


@pytest.mark.parametrize("number", range(1, 13))
def test_only_january_and_february_are_written_with_a_zero(number):
    assert wording.month(number) == (f"0{number}" if number <= 2 else str(number))


def test_a_paper_is_cited_by_kind_number_day_and_issuer():
    decision = {"kind": "Quyết định", "number": "03-QĐ/UBKTĐU", "on": "2017-06-15"}

    assert wording.cited(decision) == "Quyết định số 03-QĐ/UBKTĐU, ngày 15/6/2017"
    assert wording.cited(decision | {"by": "Chi bộ Mẫu"}).endswith(" của Chi bộ Mẫu")
    assert wording.cited({"kind": "Biên bản", "on": "2017-06-20"}) == "Biên bản, ngày 20/6/2017"


def test_names_are_joined_in_one_sentence():
    assert wording.joined(["Chi bộ A"]) == "Chi bộ A"
    assert wording.joined(["Chi bộ A", "Chi bộ B", "Chi bộ C"]) == "Chi bộ A, Chi bộ B và Chi bộ C"


def test_a_person_is_called_comrade_once():
    assert (
        wording.comrade({"name": "Vi Thị Mẫu", "post": "Ủy viên"}) == "đồng chí Vi Thị Mẫu, Ủy viên"
    )
    assert wording.comrade({"name": "Đồng chí Vi Thị Mẫu"}) == "Đồng chí Vi Thị Mẫu"


def test_a_member_is_named_with_what_is_known_and_nothing_else():
    member = {"name": "Bàn Văn Ví", "born": "1980-02-03", "unit": "Chi bộ thôn Mẫu Đoài"}

    assert (
        wording.identified(member)
        == "đồng chí Bàn Văn Ví, sinh ngày 03/02/1980, sinh hoạt tại Chi bộ thôn Mẫu Đoài"
    )
    assert wording.introduced(member).startswith("Bàn Văn Ví, sinh ngày")
    assert wording.identified({"name": "ông Đặng Văn Thử"}) == "ông Đặng Văn Thử"


@pytest.mark.parametrize(
    ("text", "ended"), [("Đã họp", "Đã họp."), ("Đã họp.", "Đã họp."), ("Đã họp ,", "Đã họp.")]
)
def test_a_sentence_ends_once(text, ended):
    assert wording.sentence(text) == ended


def test_counts_have_two_figures_and_nothing_is_plain_zero():
    assert [wording.two_figures(n) for n in (0, 3, 12, 105)] == ["0", "03", "12", "105"]
