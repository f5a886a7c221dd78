"""Each word of the vocabulary takes what it should, and says clearly why it takes nothing else."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows import inputs
from workflows.inputs import Unclear, clean_all

NAMED = {"name": "n", "label": "Mục"}
ROLES = [("truong_doan", "Trưởng đoàn"), ("thanh_vien_doan", "Thành viên đoàn")]
SCAN = "a" * 64

GOOD = [
    (inputs.Day(**NAMED), "2026-09-08", "2026-09-08"),
    (inputs.Day(**NAMED), date(2026, 9, 8), "2026-09-08"),
    (inputs.Text(**NAMED), "  Chi bộ  ", "Chi bộ"),
    (inputs.Text(**NAMED), unicodedata.normalize("NFD", "Nguyễn"), "Nguyễn"),
    (inputs.Choice(**NAMED, options=ROLES), "truong_doan", "truong_doan"),
    (inputs.Amount(**NAMED), "45", 45),
    (inputs.Amount(**NAMED), 45, 45),
    (inputs.SubjectOf(**NAMED), "2", 2),
    (
        inputs.Team(**NAMED, roles=ROLES),
        [{"person": "3", "role": "truong_doan"}],
        [{"person": 3, "role": "truong_doan"}],
    ),
    (
        inputs.BallotTotals(**NAMED),
        {"phat_ra": 5},
        {"phat_ra": 5, "thu_vao": 0, "hop_le": 0, "khong_hop_le": 0},
    ),
    (
        inputs.File(**NAMED),
        {"sha256": SCAN, "name": "a.pdf", "size": 9},
        {"sha256": SCAN, "name": "a.pdf", "size": 9},
    ),
    (
        inputs.LawSource(**NAMED),
        {"document": "01-QC/ĐU", "dated": "2025-08-15", "clause": "Điều 9", "scan": SCAN},
        {"document": "01-QC/ĐU", "dated": "2025-08-15", "clause": "Điều 9", "scan": SCAN},
    ),
]
BAD = [
    (inputs.Day(**NAMED), "31/02/2026"),
    (inputs.Day(**NAMED), "2026-02-30"),
    (inputs.Text(**NAMED, most=5), "sáu chữ nhé"),
    (inputs.Text(**NAMED), "chuông\x07"),
    (inputs.Choice(**NAMED, options=ROLES), "chu_nhiem"),
    (inputs.Amount(**NAMED), "-1"),
    (inputs.Amount(**NAMED), "4,5"),
    (inputs.Amount(**NAMED), True),
    (inputs.Amount(**NAMED, most=9), "10"),
    (inputs.FindingOf(**NAMED), "0"),
    (inputs.FindingOf(**NAMED), "một"),
    (inputs.Team(**NAMED, roles=ROLES), "Xét"),
    (inputs.Team(**NAMED, roles=ROLES), [{"person": 3, "role": "chu_nhiem"}]),
    (inputs.Team(**NAMED, roles=ROLES), [{"person": 3, "role": "truong_doan"}] * 2),
    (inputs.BallotTotals(**NAMED), "năm"),
    (inputs.File(**NAMED), "a.pdf"),
    (inputs.LawSource(**NAMED), "Quy chế"),
    (
        inputs.LawSource(**NAMED),
        {"document": "01", "dated": "2025-08-15", "clause": "Điều 9", "scan": "A" * 64},
    ),
]


@pytest.mark.parametrize(("question", "answer", "value"), GOOD)
def test_good_answers_are_brought_into_one_form(question, answer, value):
    assert question.clean(answer) == value


@pytest.mark.parametrize(("question", "answer"), BAD)
def test_bad_answers_are_refused_in_words(question, answer):
    with pytest.raises(Unclear) as caught:
        question.clean(answer)

    assert str(caught.value).endswith(".")


def test_all_faults_are_gathered_and_good_answers_kept():
    questions = [
        inputs.Day(name="on", label="Ngày"),
        inputs.Amount(name="yes", label="Tán thành"),
        inputs.Text(name="say", label="Ý kiến"),
    ]

    cleaned = clean_all(questions, {"on": "hôm qua", "yes": "5", "other": "lạ"})

    assert cleaned.values == {"yes": 5}
    assert set(cleaned.faults) == {"on", "say", "other"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_no_answer_however_strange_breaks_the_vocabulary(answer):
    for question, _good, _value in GOOD:
        cleaned = clean_all([question], {"n": answer})
        assert set(cleaned.values) | set(cleaned.faults) == {"n"}
