"""The deeds on a waiting draft beside endorsing and signing it: declined, withdrawn, asked about, handed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import Choice, Day, Input, People, PostHolder, Text
from workflows.rows import RowKind
from workflows.signing_route import (
    BASIS,
    WHICH,
    anyone,
    decision,
    declared_steps,
    draft_of,
    stages_of,
    the_draft_waits,
)
from workflows.stages import Stages, Step

TASKS = [("soan", "Soạn dự thảo"), ("tham_dinh", "Thẩm định ở cấp đang chờ")]
VIEWS = [
    ("dong_y", "Đồng ý"),
    ("co_gop_y", "Đồng ý, có góp ý"),
    ("khong_dong_y", "Không đồng ý"),
]
_REASON = Text(name="reason", label="Lý do", long=True)


@guard(remedy="Ký, trả lại, hoặc đưa ra tập thể xem xét lại.", reads_inputs=True)
def no_decision_is_carried_out(facts: Facts) -> bool:
    """Dự thảo này thi hành điều tập thể đã quyết định: không một người nào được từ chối."""
    draft = draft_of(facts, facts.inputs.get("draft"))
    carries = draft is not None and draft.facts.get("carries_out")
    return not carries and decision(facts, facts.inputs.get("draft")) is None


@guard(remedy="Chọn hạn từ ngày xin ý kiến trở đi.", reads_inputs=True)
def the_day_to_answer_is_ahead(facts: Facts) -> bool:
    """Hạn cho ý kiến không được trước hôm nay."""
    due = facts.inputs.get("due")
    return due is None or due >= facts.today.isoformat()


def record_collective_opinion(_self: Any) -> None:
    """Ghi ý kiến của tập thể thường trực về dự thảo, nêu ngày và văn bản; tập thể nhất trí thì cấp này đã qua."""


def decline_draft(_self: Any) -> None:
    """Lãnh đạo không phê duyệt dự thảo, nêu lý do; dự thảo kết thúc, muốn trình nữa thì soạn dự thảo khác."""


def withdraw_draft(_self: Any) -> None:
    """Người soạn rút dự thảo khi chưa ai ký ban hành."""


def ask_opinions(_self: Any) -> None:
    """Xin ý kiến nhiều người cùng lúc về dự thảo, có hạn trả lời; quá hạn thì ghi nhận là không có ý kiến."""


def give_opinion(_self: Any) -> None:
    """Người được xin ý kiến trả lời trong hạn."""


def reassign_draft(_self: Any) -> None:
    """Lãnh đạo giao việc soạn hoặc thẩm định dự thảo cho người khác, nêu lý do."""


#: A deed, its label, the row it lays, and what it asks beside the draft.
_DEEDS: tuple[tuple[Callable[[Any], None], str, RowKind, list[Input]], ...] = (
    (
        record_collective_opinion,
        "Ghi ý kiến tập thể thường trực",
        RowKind.ENDORSED,
        [
            Day(name="held_on", label="Ngày tập thể cho ý kiến"),
            Text(name="document", label="Biên bản, thông báo ý kiến", most=200, personal=False),
            Text(name="opinion", label="Ý kiến của tập thể", long=True),
        ],
    ),
    (decline_draft, "Không phê duyệt dự thảo", RowKind.DECLINED, [_REASON]),
    (
        withdraw_draft,
        "Rút dự thảo",
        RowKind.WITHDRAWN,
        [Text(name="reason", label="Lý do", long=True, required=False)],
    ),
    (
        ask_opinions,
        "Xin ý kiến về dự thảo",
        RowKind.ASKED,
        [
            People(name="people", label="Xin ý kiến của"),
            Day(name="due", label="Hạn trả lời"),
            Text(name="question", label="Nội dung xin ý kiến", long=True, required=False),
        ],
    ),
    (
        give_opinion,
        "Cho ý kiến về dự thảo",
        RowKind.OPINED,
        [
            Choice(name="view", label="Ý kiến", options=VIEWS),
            Text(name="opinion", label="Nội dung góp ý", long=True, required=False),
        ],
    ),
    (
        reassign_draft,
        "Giao lại việc soạn, thẩm định",
        RowKind.REASSIGNED,
        [
            Choice(name="task", label="Việc giao lại", options=TASKS),
            PostHolder(name="person", label="Giao cho"),
            _REASON,
        ],
    ),
)


def declare_route_deeds(procedure: type, stages: Stages) -> None:
    """Give `procedure` these deeds at every stage at which a draft can wait."""
    signing = [step for step in declared_steps(procedure) if step.drafted]
    for method, label, lays, questions in _DEEDS:
        if sources := stages_of(_concerned(method, signing), stages):
            declared = stages.step(
                sources,
                label=label,
                by=anyone(signing),
                basis=BASIS,
                everyday=True,
                when=_guards(method),
                inputs=[WHICH, *questions],
                lays=lays,
            )(method)
            setattr(procedure, method.__name__, declared)


def _concerned(method: Callable[[Any], None], signing: list[Step]) -> list[Step]:
    """A collective decision is refused by nobody: where all drafts carry one out, there is no such deed."""
    return [step for step in signing if method is not decline_draft or not step.carries_out]


def _guards(method: Callable[[Any], None]) -> list[Any]:
    if method is reassign_draft:  # also one sent back: it is written anew by whoever gets it
        return []
    more: dict[Callable[[Any], None], list[Any]] = {
        decline_draft: [no_decision_is_carried_out],
        ask_opinions: [the_day_to_answer_is_ahead],
    }
    return [the_draft_waits, *more.get(method, [])]
