"""What is followed until it is done, through the real door: tasks of a meeting, answers of State bodies, lessons."""

from datetime import date

import pytest

from cases.following import DONE, EVERY, LATE, WAITING, lines, rows_for
from cases.models import FileRow, RecordPaper, WorkRow
from tests.cases.discipline import SERVED, World, level_by_level
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, ago, refused
from workflows import followed

VOTING = date(2026, 3, 12)


def followed_by(person, kind, on, asked=EVERY):
    return lines(kind, rows_for(person, kind, on, asked))


# Việc giao sau cuộc họp


@pytest.fixture
def discipline(db) -> Discipline:
    return Discipline(day=VOTING).criticises_himself()


def ended(discipline: Discipline):
    meeting = discipline.meeting()
    discipline.lists(meeting, purpose="khac")
    discipline.opens(meeting)
    discipline.ends(meeting)
    return meeting


def test_a_task_of_a_meeting_is_followed_after_the_meeting_until_it_is_done(discipline):
    meeting, secretary = ended(discipline), discipline.who("xuong1")

    with refused("the_task_is_due_later"):
        discipline.take(
            meeting, "assign_task", "xuong1", what="Họp lại", who="Chi ủy", due="2026-03-11"
        )
    for what, due in (("Gửi hồ sơ đề nghị", "2026-03-20"), ("Thu thẻ", "2026-03-16")):
        discipline.take(
            meeting, "assign_task", "xuong1", what=what, who="Chi ủy viên Mẫu An", due=due
        )
    waits = set(WorkRow.objects.filter(case=meeting).values_list("step", "due"))
    assert waits == {("end_task", date(2026, 3, 16))}

    first = FileRow.objects.filter(case=meeting, kind="viec_giao").first()
    discipline.take(
        meeting, "end_task", "xuong1", task=first.number, result="xong", note="Đã gửi ngày 12."
    )
    with refused("that_task_is_open"):
        discipline.take(
            meeting, "end_task", "xuong1", task=first.number, result="xong", note="Lại."
        )

    (late,) = followed_by(secretary, followed.TASK, date(2026, 3, 18), LATE)
    assert (late.row.words["what"], late.days_late(date(2026, 3, 18))) == ("Thu thẻ", 2)
    (done,) = followed_by(secretary, followed.TASK, VOTING, DONE)
    assert (done.told[0].words["note"], done.days_late(VOTING)) == ("Đã gửi ngày 12.", 0)


def test_the_results_of_a_meeting_go_out_under_a_number_with_who_does_what_by_when(discipline):
    meeting = ended(discipline)
    discipline.take(
        meeting, "assign_task", "xuong1", what="Gửi hồ sơ", who="Chi ủy", due="2026-03-20"
    )

    discipline.take(
        meeting, "draft_tell_results", "xuong2", addressee="Đảng ủy Công ty\nCác tổ đảng"
    )
    discipline.take(meeting, "tell_results", "xuong1")

    paper = RecordPaper.objects.get(case=meeting, paper__kind="TB-08.HN").paper
    assert paper.values["tasks"] == [{"what": "Gửi hồ sơ", "who": "Chi ủy", "due": "2026-03-20"}]
    assert paper.values["conclusion"] == ["Chi bộ đề nghị khai trừ."]
    assert paper.number_text


# Kỷ luật chính quyền, đoàn thể


@pytest.fixture
def expelled(db):
    matter = level_by_level(World(), until="hand_over")
    asked = {"answer_by": "2026-04-20", "addressee": "Công ty cổ phần Mẫu Hòa\nCông đoàn cơ sở"}
    matter.sign("notify", draft="nghe", by="ky", on=SERVED, **asked)
    return matter


def answers(expelled, on, **said):
    letter = FileRow.objects.get(case=expelled.case, kind="thong_bao").number
    whole = {
        "letter": letter,
        "answered_by": "Công ty cổ phần Mẫu Hòa",
        "note": "Hội đồng kỷ luật đã họp.",
    }
    return expelled.take("record_state_answer", by="soan", on=on, **whole, **said)


def test_a_letter_to_the_employer_waits_for_its_answer_and_says_when_the_answer_came_late(expelled):
    officer, day = expelled.world.who("soan"), date(2026, 4, 21)
    (line,) = followed_by(officer, followed.STATE_ANSWER, day, LATE)
    assert line.days_late(day) == 1
    sanction = {
        "result": "da_xu_ly",
        "decision": "05/QĐ-MH, buộc thôi việc",
        "decided_on": "2026-04-02",
    }

    with refused("the_sanction_is_told_whole"):
        answers(expelled, date(2026, 4, 9), result="da_xu_ly", rest="con_thieu")
    with refused("the_sanction_came_before_its_answer"):
        answers(
            expelled, date(2026, 4, 9), **sanction | {"decided_on": "2026-04-10"}, rest="con_thieu"
        )
    answers(expelled, date(2026, 4, 9), **sanction, rest="con_thieu")
    (line,) = followed_by(officer, followed.STATE_ANSWER, date(2026, 4, 10), WAITING)

    assert followed.told_late(line.told[0].facts, date(2026, 4, 9))  # more than five days
    assert not followed.told_late(line.told[0].facts, date(2026, 4, 7))
    answers(expelled, date(2026, 4, 15), result="khong_xu_ly", rest="du")
    assert not followed_by(officer, followed.STATE_ANSWER, date(2026, 4, 21), LATE)
    with refused("a_letter_awaits_its_answer"):
        answers(expelled, date(2026, 4, 16), result="khong_xu_ly", rest="du")


def test_under_the_regulation_nobody_has_read_yet_no_answer_is_called_late():
    assert followed.told_late({"decided_on": "2026-05-04"}, date(2026, 8, 1)) is None


# Rút kinh nghiệm, cho mượn


def test_lessons_go_out_under_a_number_and_are_followed_until_everybody_reported(supervision):
    supervision.goes_to("announce")
    officer = supervision.who("canbo")
    notice = {
        "addressee": "Chi bộ thôn Ba\nChi bộ thôn Bốn",
        "lessons": "Sổ ghi thiếu.",
        "requests": "Rà soát.",
    }
    supervision.take("draft_notify_lessons", by="canbo", **notice, report_by=ago(-10).isoformat())
    record = supervision.take("notify_lessons", by="chunhiem")

    paper = RecordPaper.objects.get(record_id=record.pk).paper
    assert (paper.kind, paper.values["addressee"]) == (
        "TB-09.RKN",
        ["Chi bộ thôn Ba", "Chi bộ thôn Bốn"],
    )
    assert "đồng chí" not in str(paper.values["lessons"])
    row = FileRow.objects.get(case=supervision.case, kind="rut_kinh_nghiem")
    report = {"notice": row.number, "reported_by": "Chi bộ thôn Ba", "note": "Đã rà soát."}
    supervision.take("record_lessons", by="canbo", **report, rest="con_thieu")
    assert followed_by(officer, followed.LESSONS, TODAY, WAITING)
    supervision.take("record_lessons", by="canbo", **report, rest="du")

    assert not followed_by(officer, followed.LESSONS, TODAY, WAITING)
    with refused("lessons_await_a_report"):
        supervision.take("record_lessons", by="canbo", **report, rest="du")
