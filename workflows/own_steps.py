"""Steps by which the member a file is about uses rights: hands in, reserves an opinion, asks again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from permissions.predicates import is_the_subject
from workflows import secrecy
from workflows.everyday import BASIS
from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import Choice, File, RowOf, Text
from workflows.offices import leaders
from workflows.rows import RowKind
from workflows.stages import Stages, Step

RIGHT = "right.evidence_reserve_reconsider"
ANSWER = "answer_request"
#: The step at which a conclusion is made known; only where a procedure has it can one ask again.
MADE_KNOWN_AT = "announce"


def unanswered(facts: Facts) -> list[int]:
    """The requests for reconsideration that nobody has answered, by their numbers in the file."""
    answered = {row.facts["request"] for row in facts.of(RowKind.REQUEST_ANSWER)}
    return [row.number for row in facts.of(RowKind.RECONSIDERATION) if row.number not in answered]


@guard(remedy="Chờ kết luận được công bố; trước đó có thể nộp giải trình, chứng cứ.")
def the_conclusion_was_made_known(facts: Facts) -> bool:
    """Chưa có kết luận được công bố để đề nghị xem xét lại."""
    return facts.has_taken(MADE_KNOWN_AT)


@guard(remedy="Chọn một đề nghị đang chờ trả lời.", reads_inputs=True)
def the_request_waits(facts: Facts) -> bool:
    """Đề nghị này không còn chờ trả lời."""
    return facts.inputs.get("request") in (None, *unanswered(facts))


@guard(remedy="Lãnh đạo cơ quan thụ lý trả lời đề nghị, nêu lý do.", righted_by=(ANSWER,))
def every_request_is_answered(facts: Facts) -> bool:
    """Còn đề nghị xem xét lại kết luận chưa được trả lời."""
    return not unanswered(facts)


def hand_in_statement(_self: Any) -> None:
    """Đảng viên tự nộp giải trình, chứng cứ của mình; nội dung được giữ nguyên văn trong hồ sơ."""


def reserve_own_opinion(_self: Any) -> None:
    """Đảng viên tự ghi ý kiến bảo lưu của mình; ý kiến được giữ nguyên văn trong hồ sơ."""


def ask_to_reconsider(_self: Any) -> None:
    """Đảng viên đề nghị xem xét lại kết luận, nêu lý do; lãnh đạo cơ quan thụ lý phải trả lời."""


def answer_request(_self: Any) -> None:
    """Lãnh đạo trả lời đề nghị xem xét lại: chấp nhận thì làm theo trình tự, không thì nêu lý do."""


_SCAN = File(name="scan", label="Tệp kèm theo", required=False)
_OWN: tuple[tuple[Callable[[Any], None], dict[str, Any]], ...] = (
    (
        hand_in_statement,
        {
            "label": "Nộp giải trình, chứng cứ",
            "by": is_the_subject,
            "basis": BASIS,
            "lays": RowKind.STATEMENT,
            "inputs": [
                Text(name="title", label="Nộp gì", most=300),
                Text(name="statement", label="Nội dung", long=True),
                secrecy.asked,
                _SCAN,
            ],
            "when": [secrecy.nothing_is_classified],
        },
    ),
    (
        reserve_own_opinion,
        {
            "label": "Bảo lưu ý kiến",
            "by": is_the_subject,
            "basis": BASIS,
            "lays": RowKind.RESERVATION,
            "inputs": [Text(name="opinion", label="Ý kiến bảo lưu, ghi nguyên văn", long=True)],
        },
    ),
)
_AFTER_A_CONCLUSION: tuple[tuple[Callable[[Any], None], dict[str, Any]], ...] = (
    (
        ask_to_reconsider,
        {
            "label": "Đề nghị xem xét lại kết luận",
            "by": is_the_subject,
            "basis": RIGHT,
            "lays": RowKind.RECONSIDERATION,
            "inputs": [
                Text(name="reason", label="Điểm đề nghị xem xét lại và lý do", long=True),
                secrecy.asked,
                _SCAN,
            ],
            "when": [the_conclusion_was_made_known, secrecy.nothing_is_classified],
        },
    ),
    (
        answer_request,
        {
            "label": "Trả lời đề nghị xem xét lại",
            "by": leaders,
            "basis": BASIS,
            "lays": RowKind.REQUEST_ANSWER,
            "inputs": [
                RowOf(name="request", label="Đề nghị", of=[RowKind.RECONSIDERATION]),
                Choice(
                    name="result",
                    label="Trả lời",
                    options=[
                        ("chap_nhan", "Chấp nhận, xem xét lại theo trình tự"),
                        ("khong_chap_nhan", "Không chấp nhận"),
                    ],
                ),
                Text(name="reason", label="Lý do", long=True),
            ],
            "when": [the_request_waits],
        },
    ),
)


def is_own(step: Step) -> bool:
    """Whether the step is one by which the member concerned uses a right; no other is theirs."""
    return step.by is is_the_subject


def declare_own_steps(procedure: Any, stages: Stages) -> None:
    """Give `procedure` the steps of the member it may be about, at every stage that is not an end."""
    if procedure.is_meeting or procedure.is_intake or "person" not in procedure.subjects:
        return
    concludes = MADE_KNOWN_AT in vars(procedure) and not procedure.disciplines
    open_stages = [stage for stage in stages.enum if stage not in stages.ends]
    for method, said in (*_OWN, *(_AFTER_A_CONCLUSION if concludes else ())):
        declared = stages.step(open_stages, everyday=True, **said)(method)
        setattr(procedure, method.__name__, declared)
