"""The minutes of a whole meeting: the roll, each item with what came of it, totals and nobody's choice."""

from datetime import date

import pytest

from cases.models import Case
from documents.models import Paper
from tests.cases.meetings import Discipline

#: A day whose law on the ballot has been read.
VOTING = date(2026, 3, 12)


@pytest.fixture
def discipline(db) -> Discipline:
    return Discipline(day=VOTING).criticises_himself()


def opened(discipline: Discipline) -> Case:
    meeting = discipline.meeting()
    discipline.lists(meeting)
    discipline.opens(meeting, away={"xuong12": "vang_co_ly_do", "xuong13": "vang_khong_ly_do"})
    return meeting


def minutes_of(meeting: Case) -> Paper:
    return meeting.papers.get(paper__kind="BB-05.HN").paper


def test_a_ballot_is_told_in_totals(discipline):
    meeting = opened(discipline)
    discipline.votes(meeting, issued=12, khai_tru=9, canh_cao=3)

    discipline.ends(meeting)

    (item,) = minutes_of(meeting).values["agenda"]
    assert item["matter"] == "Bỏ phiếu đề nghị thi hành kỷ luật đối với đồng chí Đặng Văn Thử"
    assert item["result"] == (
        "Bỏ phiếu kín: phát ra 12, thu về 12, hợp lệ 12, không hợp lệ 0; khai trừ 9, cảnh cáo 3."
        " Đề nghị thi hành kỷ luật bằng hình thức khai trừ"
    )


def test_the_roll_names_who_came_and_why_others_did_not(discipline):
    meeting = opened(discipline)
    discipline.ends(meeting)

    values = minutes_of(meeting).values

    assert values["roll"] == {"called": 14, "present": 12}
    assert len(values["present"]) == 12
    assert values["absent"] == [
        {"name": "Hà Thị Thử Ngọc", "note": "vắng mặt có lý do"},
        {"name": "Lộc Văn Mẫu Oanh", "note": "vắng mặt không lý do"},
    ]
    assert values["electorate"][0] == "Tính biểu quyết: 12 đồng chí"


def test_an_item_that_was_not_voted_on_is_said_to_be_open(discipline):
    meeting = opened(discipline)

    discipline.ends(meeting)

    (item,) = minutes_of(meeting).values["agenda"]
    assert item["result"] == "Cuộc họp chưa bỏ phiếu nội dung này"


def test_a_matter_that_was_only_heard_keeps_its_result_in_its_own_minutes(discipline):
    meeting = discipline.meeting()
    discipline.lists(meeting, purpose="khac")
    discipline.opens(meeting)

    discipline.ends(meeting)

    (item,) = minutes_of(meeting).values["agenda"]
    assert item["matter"].startswith("Nghe báo cáo, cho ý kiến về việc xem xét, thi hành kỷ luật")
    assert item["result"] == "Cuộc họp đã xem xét; kết quả ghi ở biên bản riêng"


def test_chair_and_recorder_sign(discipline):
    meeting = opened(discipline)

    discipline.ends(meeting)

    values = minutes_of(meeting).values
    assert values["chair"] == {"name": "Hứa Văn Mẫu Trưởng", "post": "Bí thư Chi bộ"}
    assert values["recorder"] == {"name": "Ngọc Văn Mẫu An", "post": "đảng viên"}
    assert values["meeting"] == "hội nghị Chi bộ Phân xưởng 2"
