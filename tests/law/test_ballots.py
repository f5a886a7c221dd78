"""One secret slip: its options, and when a count does not hold."""

from datetime import date

import pytest

from law import ballots
from law.ballots import Count, slip
from law.faults import Impossible

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("subject", "holds_post", "options"),
    [
        ("dang_vien", True, ("khong", "khien_trach", "canh_cao", "cach_chuc", "khai_tru")),
        ("dang_vien", False, ("khong", "khien_trach", "canh_cao", "khai_tru")),
        ("du_bi", False, ("khong", "khien_trach", "canh_cao")),
        ("to_chuc_dang", False, ("khong", "khien_trach", "canh_cao", "giai_tan")),
    ],
)
def test_a_slip_offers_the_forms_of_this_person(book, subject, holds_post, options):
    assert slip(book, DAY, subject, holds_post=holds_post).options == options


def test_the_slip_says_why_removal_from_office_is_missing(book):
    offered = slip(book, DAY, "dang_vien")

    assert "không giữ chức vụ" in offered.left_out[0].text
    assert offered.left_out[0].citation.startswith("Điều lệ Đảng Điều 35.2")


def test_nobody_else_has_a_slip(book):
    with pytest.raises(Impossible, match="quan_chung"):
        slip(book, DAY, "quan_chung")


def count(**changed):
    given = {"issued": 12, "received": 12, "invalid": 1, "votes": {"khai_tru": 9, "canh_cao": 2}}
    return Count(**({"tellers": 3} | given | changed))


def reasons(book, counted, entitled=12):
    return [r.text for r in ballots.refusals(counted, slip(book, DAY, "dang_vien"), entitled)]


def test_a_sound_count_holds(book):
    assert reasons(book, count()) == []
    assert count().valid == 11


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"issued": 13, "received": 12}, "chỉ 12 người được nhận phiếu"),
        ({"issued": 11}, "kết quả không có giá trị"),
        ({"invalid": 0}, "khác số phiếu hợp lệ"),
        ({"tellers": 1}, "từ hai người"),
        ({"votes": {"khai_tru": 9, "cach_chuc": 2}}, "“cach_chuc” không áp dụng"),
    ],
)
def test_a_wrong_count_says_why(book, changed, words):
    assert [text for text in reasons(book, count(**changed)) if words in text]


def test_all_that_is_wrong_is_said_at_once(book):
    wrong = count(issued=11, invalid=0, tellers=1)

    assert len(reasons(book, wrong)) == 3
