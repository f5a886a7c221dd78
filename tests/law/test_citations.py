"""Instruments and citations: the words a paper prints, and the dates they hold."""

from datetime import date

import pytest

import law
from law.citations import Basis


def test_a_citation_is_printed_in_full():
    assert law.cite("30-QĐ/TW", "Điều 30").text == (
        "Quy định số 30-QĐ/TW, ngày 26/7/2016 của Ban Chấp hành Trung ương, Điều 30"
    )


def test_a_citation_has_a_short_form_for_screens():
    assert law.cite("30-QĐ/TW", "Điều 30").short == "30-QĐ/TW Điều 30"
    assert law.cite("21-QĐ/TW").short == "21-QĐ/TW"


def test_the_charter_is_named_without_a_number():
    assert law.cite("DL-2011", "Điều 32").text == "Điều lệ Đảng, Điều 32"


def test_two_instruments_of_one_number_keep_apart_by_year():
    assert law.cite("86-QĐ/TW").instrument.title == "giám sát trong Đảng"
    assert law.cite("86-QĐ/TW 2022").text.startswith("Quy định số 86-QĐ/TW, ngày 28/10/2022")


def test_an_instrument_nobody_entered_cannot_be_cited():
    with pytest.raises(KeyError, match="999-QĐ/TW"):
        law.cite("999-QĐ/TW")


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2021, 7, 28), True), (date(2025, 5, 29), True), (date(2025, 5, 30), False)],
)
def test_an_instrument_holds_on_its_first_and_last_day(day, holds):
    assert law.instruments.get("22-QĐ/TW").in_force(day) is holds


def test_instruments_in_force_can_be_kept_to_one_line():
    held = law.instruments.in_force(date(2017, 6, 15))
    leading = law.instruments.in_force(date(2017, 6, 15), line="procedure")

    assert {"30-QĐ/TW", "86-QĐ/TW", "66-QĐ/TW"} <= {instrument.id for instrument in held}
    assert [instrument.id for instrument in leading] == ["30-QĐ/TW"]
    assert len(law.instruments.all()) >= 26


def test_guidance_that_did_not_exist_yet_is_not_in_force():
    held = {instrument.id for instrument in law.instruments.in_force(date(2017, 9, 11))}

    assert not held & {"684-QĐ/UBKTTW", "102-QĐ/TW", "02-HD/UBKTTW"}


def test_a_basis_follows_the_regimes():
    basis = law.basis(
        ("2016-07-26", "30-QĐ/TW", "Điều 30"),
        ("2021-07-28", "22-QĐ/TW", None),
        ("2026-04-11", "21-QĐ/TW", None),
    )

    assert basis.on(date(2021, 7, 27)).short == "30-QĐ/TW Điều 30"
    assert basis.on(date(2021, 7, 28)).short == "22-QĐ/TW"
    assert basis.on(date(2026, 4, 11)).short == "21-QĐ/TW"


def test_a_basis_says_nothing_where_its_instrument_has_ended_or_not_begun():
    basis = law.basis(("2021-07-28", "22-QĐ/TW", None), ("2026-04-11", "21-QĐ/TW", None))

    assert basis.on(date(2021, 7, 27)) is None
    assert basis.on(date(2025, 5, 30)) is None


def test_a_basis_refuses_an_instrument_outside_its_dates():
    with pytest.raises(ValueError, match="not in force"):
        law.basis(("2021-07-27", "22-QĐ/TW", None))


def test_a_basis_needs_its_days_in_order():
    with pytest.raises(ValueError, match="order"):
        Basis(())
    with pytest.raises(ValueError, match="order"):
        law.basis(("2026-04-11", "21-QĐ/TW", None), ("2016-07-26", "30-QĐ/TW", None))


def test_the_layout_of_a_paper_follows_its_date():
    assert (
        law.layout_on(date(2017, 6, 15)).name,
        law.layout_on(date(2017, 6, 15)).approximate,
    ) == (
        "2018",
        True,
    )
    assert law.layout_on(date(2026, 5, 26)) == law.layout_on(date(2018, 4, 3))
    assert law.layout_on(date(2026, 5, 27)).name == "2026"


def test_organisations_had_their_own_penalty_regulation_before_2022():
    assert law.penalty_on(date(2020, 1, 1)).id == "102-QĐ/TW"
    assert law.penalty_on(date(2020, 1, 1), organisation=True).id == "07-QĐi/TW"
    assert law.penalty_on(date(2012, 1, 1)) is None
