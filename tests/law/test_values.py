"""A value as a person writes it, and back; what cannot be reckoned with is refused in words."""

import pytest

import law
from law import values, words
from law.differences import value_in_words
from law.editions import plain_row
from law.faults import Impossible

KNOWN = [
    (p.id, row) for p in law.book().all_parameters() for row in p.rows if row.value is not None
]


@pytest.mark.parametrize(("rule", "row"), KNOWN, ids=lambda one: getattr(one, "key", ""))
def test_every_value_of_the_law_is_read_back_as_it_was_written(book, rule, row):
    parameter = book.layers[row.layer][rule] if row.layer else book.parameters[rule]

    assert values.read(values.written(row.value), parameter) == row.value


@pytest.mark.parametrize(
    ("rule", "text", "says"),
    [
        ("complaint.window", "ba mươi", "không phải số nguyên"),
        ("complaint.window", "0", "không phải số nguyên"),
        ("vote.ordinary", "quá nửa", "phân số"),
        ("right.complain", "được", "ghi “có” hoặc “không”"),
        ("denunciation.congress_freeze", "xã: 25", "các tên: cơ sở, trên cơ sở"),
        ("inspection.extension", "0,33", "không phải phân số"),
        ("decision.effect", " ", "Chưa ghi giá trị"),
    ],
)
def test_what_cannot_be_read_says_what_is_expected(book, rule, text, says):
    with pytest.raises(Impossible, match=says):
        values.read(text, book.parameter(rule))


@pytest.mark.parametrize(
    ("text", "unit", "found"),
    [
        ("30", "day", (30, "day")),
        ("30 ngày", None, (30, "day")),
        ("30  ngày làm việc", "day", (30, "working_day")),
        ("6 tháng", None, (6, "month")),
    ],
)
def test_a_period_may_name_its_unit(book, text, unit, found):
    assert values.answered(text, book.parameter("complaint.window"), unit) == found


@pytest.mark.parametrize("text", ["30", "30 tuần"])
def test_a_period_without_a_unit_is_no_answer(book, text):
    with pytest.raises(Impossible):
        values.answered(text, book.parameter("complaint.window"), None)


def test_each_rule_says_how_its_value_is_written(book):
    for parameter in book.all_parameters():
        assert values.expected(parameter).endswith(".")


def test_each_word_of_the_law_has_its_own_vietnamese():
    for known in (words.PARTS, words.WORDS):
        assert len(set(known.values())) == len(known)


def test_a_value_shown_to_a_reader_holds_no_word_of_the_machine(book):
    for row in book.rows():
        said = value_in_words(plain_row(row))
        assert not {"decide", "propose", "khien_trach", "mode", "forms"} & set(said.split()), (
            row.key
        )
