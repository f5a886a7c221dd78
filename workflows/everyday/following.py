"""Theo dõi đến cùng: what other bodies answer about their own discipline, and the lessons a conclusion is sent with."""

from __future__ import annotations

from typing import Any

from documents import kinds
from workflows import followed
from workflows.everyday.declaring import declared, give
from workflows.everyday.who import heads, the_team_or_area_officer
from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import Choice, Day, RowOf, Text
from workflows.rows import RowKind
from workflows.stages import Stages, Step

#: Whether more of those who were asked are still to answer.
REST = Choice(
    name="rest", label="Còn nơi nào chưa trả lời",
    options=[(followed.ALL, "Đã đủ, không chờ nữa"), (followed.SOME, "Còn nơi chưa trả lời")],
)  # fmt: skip


@guard(remedy="Chỉ công văn có ghi ngày đề nghị trả lời mới chờ trả lời.")
def a_letter_awaits_its_answer(facts: Facts) -> bool:
    """Không có công văn nào đang chờ cơ quan nhà nước, đoàn thể trả lời."""
    return bool(followed.STATE_ANSWER.waiting(facts))


@guard(remedy="Chọn công văn còn chờ trả lời.", reads_inputs=True)
def that_letter_awaits_its_answer(facts: Facts) -> bool:
    """Công văn này không chờ trả lời, hoặc đã được trả lời đủ."""
    return facts.inputs.get("letter") in (None, *_numbers(followed.STATE_ANSWER, facts))


@guard(
    remedy="Ghi số và ngày quyết định của nơi trả lời; chưa xử lý thì để trống cả hai.",
    reads_inputs=True,
)
def the_sanction_is_told_whole(facts: Facts) -> bool:
    """Đã xử lý kỷ luật thì phải ghi số, ngày quyết định."""
    said = facts.inputs
    sanctioned = said.get("result") == "da_xu_ly"
    return all(bool(said.get(name)) is sanctioned for name in ("decision", "decided_on"))


@guard(remedy="Ngày quyết định không được sau ngày nhận trả lời.", reads_inputs=True)
def the_sanction_came_before_its_answer(facts: Facts) -> bool:
    """Ngày quyết định kỷ luật sau ngày nhận trả lời."""
    return str(facts.inputs.get("decided_on") or "0") <= facts.acted_on.isoformat()


@guard(remedy="Ban hành thông báo rút kinh nghiệm trước.")
def lessons_await_a_report(facts: Facts) -> bool:
    """Không có thông báo rút kinh nghiệm nào chờ báo cáo."""
    return bool(followed.LESSONS.waiting(facts))


@guard(remedy="Chọn thông báo còn chờ báo cáo.", reads_inputs=True)
def those_lessons_await_a_report(facts: Facts) -> bool:
    """Thông báo này không chờ báo cáo, hoặc đã đủ báo cáo."""
    return facts.inputs.get("notice") in (None, *_numbers(followed.LESSONS, facts))


def _numbers(one: followed.Followed, facts: Facts) -> list[int]:
    return [row.number for row in one.waiting(facts)]


def record_state_answer(_self: Any) -> None:
    """Ghi trả lời của cơ quan nhà nước, đoàn thể: đã xử lý thế nào, quyết định nào; còn chờ thì theo dõi tiếp."""


def notify_lessons(_self: Any) -> None:
    """Từ kết luận, thông báo cho nơi khác cùng rút kinh nghiệm; nêu việc phải làm và hạn báo cáo."""


def record_lessons(_self: Any) -> None:
    """Ghi báo cáo của nơi nhận thông báo rút kinh nghiệm; đủ nơi báo cáo thì thôi theo dõi."""


def declare_state_answers(procedure: Any, stages: Stages) -> None:
    """Wherever a letter asks for an answer by a day, the answer is recorded, also once the file has ended."""
    asked = [one for one in declared(procedure) if followed.ANSWER_BY in one.inputs]
    if not asked:
        return
    give(
        procedure, stages, _from(asked, stages), record_state_answer,
        label="Ghi trả lời về kỷ luật chính quyền, đoàn thể", by=the_team_or_area_officer | heads,
        lays=RowKind.STATE_ANSWER,
        inputs=[
            RowOf(name="letter", label="Công văn đã gửi", of=list(followed.STATE_ANSWER.opened_by)),
            Text(name="answered_by", label="Nơi trả lời", personal=False, most=200),
            Choice(
                name="result", label="Kết quả",
                options=[
                    ("da_xu_ly", "Đã xử lý kỷ luật"),
                    ("khong_xu_ly", "Trả lời không xử lý, nêu lý do"),
                    ("dang_xem_xet", "Đang xem xét"),
                ],
            ),
            Text(name="decision", label="Số quyết định, hình thức", most=200, required=False),
            Day(name="decided_on", label="Ngày quyết định", required=False),
            Text(name="note", label="Nội dung trả lời", long=True),
            REST,
        ],
        when=[
            a_letter_awaits_its_answer, that_letter_awaits_its_answer, the_sanction_is_told_whole,
            the_sanction_came_before_its_answer,
        ],
    )  # fmt: skip


def declare_lessons(procedure: Any, stages: Stages) -> None:
    """Once a conclusion was announced, its lessons may be sent to others; a cell tells them at its own meeting."""
    announced = next((one for one in declared(procedure) if one.code == "announce"), None)
    concluded = next((one for one in declared(procedure) if one.code == "conclude"), None)
    if not announced or not concluded or not concluded.issues or procedure.bodies == {"chi_bo"}:
        return
    after = [
        announced.target,
        *(one.target for one in declared(procedure) if one.code == "follow_up"),
    ]
    give(
        procedure, stages, [stages.enum(one) for one in after if one], notify_lessons,
        label="Thông báo rút kinh nghiệm", by=concluded.by, lays=RowKind.LESSONS,
        inputs=[
            Text(name="addressee", label="Nơi nhận thông báo", help="Mỗi nơi một dòng.", long=True),
            Text(
                name="lessons", label="Việc cần rút kinh nghiệm", long=True,
                help="Nêu việc, nguyên nhân; không nêu tên người. Mỗi ý một dòng.",
            ),
            Text(name="requests", label="Nơi nhận phải làm gì", help="Mỗi việc một dòng.", long=True),
            Day(name=followed.LESSONS.due, label="Báo cáo trước ngày", required=False),
        ],
        issues=[kinds.LESSONS_NOTICE], drafted=True,
    )  # fmt: skip


def declare_lessons_reports(procedure: Any, stages: Stages) -> None:
    """Whoever got the lessons reports; that is recorded until all have, also once the file has ended."""
    sent = [one for one in declared(procedure) if one.lays is RowKind.LESSONS]
    if not sent:
        return
    give(
        procedure, stages, _from(sent, stages), record_lessons,
        label="Ghi báo cáo rút kinh nghiệm", by=the_team_or_area_officer | heads,
        lays=RowKind.LESSONS_REPORTED,
        inputs=[
            RowOf(name="notice", label="Thông báo đã gửi", of=[RowKind.LESSONS]),
            Text(name="reported_by", label="Nơi báo cáo", personal=False, most=200),
            Text(name="note", label="Đã làm gì", long=True),
            REST,
        ],
        when=[lessons_await_a_report, those_lessons_await_a_report],
    )  # fmt: skip


def _from(steps: list[Step], stages: Stages) -> list[Any]:
    """The stages from the first in which one of these steps is taken to the last, ends among them."""
    values = list(stages.enum.values)
    first = min(values.index(source) for one in steps for source in one.source)
    return list(stages.enum)[first:]
