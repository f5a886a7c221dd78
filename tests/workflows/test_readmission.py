"""Whether somebody may come back: each bar, each time to wait, and silence of the law, told with its citation."""

from datetime import date

import pytest

from workflows.readmission import Case, Convicted, Said, judge

DAY = date(2026, 3, 2)
#: Left long enough ago, nothing against it, the province consents.
CLEAR = {"way": "khai_tru", "left_on": date(2022, 1, 10), "province_consents": True}


def judged(on=DAY, **said):
    return judge(Case(**{**CLEAR, **said}), on)


def test_nothing_against_it_is_a_yes_with_its_rules():
    found = judged()

    assert (found.said, found.reasons) == (Said.YES, ())
    assert [hit.rule for hit in found.hits] == ["readmission.never", "readmission.wait"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"way": "xoa_ten", "ground": "bo_sinh_hoat"}, "tự bỏ sinh hoạt đảng"),
        ({"way": "xoa_ten", "ground": "khong_chuyen"}, "tự bỏ sinh hoạt đảng"),
        ({"way": "xin_ra"}, "tự xin ra khỏi Đảng"),
        ({"broke_unity": True}, "mất đoàn kết"),
        ({"convicted": Convicted.CORRUPTION}, "tham nhũng"),
        ({"convicted": Convicted.SERIOUS}, "nghiêm trọng trở lên"),
        ({"left_on": date(2023, 3, 2)}, "đủ từ sau ngày 02/03/2026"),
        ({"convicted": Convicted.MINOR}, "Chưa được xóa án tích"),
        ({"convicted": Convicted.MINOR, "cleared_on": date(2021, 3, 2)}, "Chưa đủ thời gian"),
        ({"readmitted_before": True}, "một lần"),
        ({"province_consents": False}, "ban thường vụ tỉnh ủy"),
    ],
)
def test_each_condition_says_no_with_its_citation(said, words):
    found = judged(**said)

    assert found.said is Said.NO
    (reason,) = found.reasons
    assert words in reason.text
    assert reason.citation
    assert reason.remedy


def test_hardship_of_the_family_lifts_one_bar_and_no_other():
    assert judged(way="xin_ra", hardship=True).said is Said.YES
    assert judged(way="xoa_ten", ground="bo_sinh_hoat", hardship=True).said is Said.NO


def test_the_days_count_to_the_last_one():
    assert judged(left_on=date(2023, 3, 1)).said is Said.YES
    minor = {"convicted": Convicted.MINOR, "cleared_on": date(2021, 3, 1)}
    assert judged(**minor).said is Said.YES


def test_a_strike_off_on_a_ground_nobody_knows_is_asked():
    assert judged(way="xoa_ten").said is Said.ASK
    assert judged(way="xoa_ten", ground="tra_the").said is Said.YES


def test_where_nobody_has_read_the_law_it_asks_and_never_says_yes():
    found = judged(on=date(2026, 5, 4))

    assert found.said is Said.ASK
    assert {one.rule for one in found.reasons} == {"readmission.never", "readmission.wait"}
