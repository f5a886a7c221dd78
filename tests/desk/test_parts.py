"""The small values of pages: what a day means today, how a name is shortened, where a threshold lies."""

from datetime import date, timedelta

import pytest

from desk.pages.case import MapPhase, MapStep, NextAction
from desk.pages.paper import PaperPage
from desk.pages.parts import Progress, Reason, Tag, Tone, Votes, Who, due

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "note", "tone"),
    [
        (-3, "Quá hạn 3 ngày", Tone.LATE),
        (-1, "Quá hạn 1 ngày", Tone.LATE),
        (0, "Hạn hôm nay", Tone.SOON),
        (1, "Còn 1 ngày", Tone.SOON),
        (7, "Còn 7 ngày", Tone.SOON),
        (8, "Còn 8 ngày", Tone.OK),
    ],
)
def test_the_last_day_itself_is_not_late(days, note, tone):
    shown = due(TODAY + timedelta(days=days), TODAY)

    assert (shown.note, shown.tone) == (note, tone)


def test_no_deadline_is_said_in_words():
    assert due(None, TODAY).note == "Không có thời hạn"


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Lê Thu Mẫu", "LM"), ("Đỗ Văn Mẫu Phó", "ĐP"), ("Mẫu", "M"), ("(chưa rõ)", "R"), ("", "")],
)
def test_a_person_is_shortened_to_family_and_given_name(name, initials):
    assert Who(name).initials == initials


def test_the_same_name_always_has_the_same_colour():
    assert Who("Lê Thu Mẫu").shade == Who("Lê Thu Mẫu", "Trưởng đoàn").shade


def test_progress_marks_what_is_done_what_is_current_and_what_is_to_come():
    assert Progress(3, 5).marks == ["d", "d", "c", "", ""]


@pytest.mark.parametrize(
    ("states", "phase"),
    [
        (["done", "done"], "done"),
        (["done", "current"], "current"),
        (["todo", "todo"], "todo"),
        (["done", "todo"], "todo"),
    ],
)
def test_a_phase_is_done_when_all_its_steps_are(states, phase):
    assert MapPhase("Chuẩn bị", [MapStep("Đề xuất", state) for state in states]).state == phase


def test_an_optional_step_left_out_does_not_hold_its_phase_open():
    steps = [MapStep("Triển khai", "done"), MapStep("Gia hạn", optional=True)]

    assert MapPhase("Tiến hành", steps).state == "done"


def test_a_step_with_any_reason_against_it_is_not_doable():
    action = NextAction("Tổ chức hội nghị", "", url="/x/", reasons=[Reason("Chưa có báo cáo.")])

    assert not action.doable


def test_the_threshold_stands_at_its_place_on_the_bar():
    votes = Votes("Khiển trách", agree=9, against=1, base=11, threshold=6, passes=True)

    assert float(votes.mark) < 6 < float(votes.mark) + float(votes.mark_width)


def test_a_fingerprint_is_read_in_groups_of_eight():
    page = PaperPage("Quyết định", Tag("Đã ban hành"), sha256="3f9a71c2" * 8)

    assert page.fingerprint.split() == ["3f9a71c2"] * 8
