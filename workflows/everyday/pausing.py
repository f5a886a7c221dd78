"""Tạm dừng, tiếp tục, mở lại: who leads the body decides, with a reason; what the law sets does not stand still."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from law import Hit, Reason
from workflows.conditions.answered_here import answered_here
from workflows.everyday.declaring import before_the_finish, declared, give
from workflows.everyday.who import heads
from workflows.facts import Facts
from workflows.guards import guard
from workflows.inputs import LawSource, Text
from workflows.pauses import paused
from workflows.rows import RowKind
from workflows.stages import Stages, Step

PAUSE, RESUME = "pause_file", "resume_file"
#: In front of the end that a file is opened again from: each end has its own step.
REOPENS = "reopen_"

_REASON = Text(name="reason", label="Lý do", long=True)
_DOCUMENT = Text(name="document", label="Văn bản, ý kiến làm căn cứ", personal=False, most=200)


def against(step: Step, facts: Facts) -> list[Reason]:
    """While a file is paused nothing moves it, nothing is concluded, voted or signed in it."""
    row = paused(facts)
    stands_still = step.moves or step.at_a_meeting or step.drafted
    if row is None or not stands_still or step.everyday:
        return []
    return [
        Reason(
            "file.paused",
            f"Hồ sơ đang tạm dừng từ ngày {row.on:%d/%m/%Y}.",
            remedy="Lãnh đạo cơ quan thụ lý cho tiếp tục hồ sơ, rồi làm bước này.",
        )
    ]


@guard(remedy="Hồ sơ đã tạm dừng; cần thì cho tiếp tục.")
def the_file_is_running(facts: Facts) -> bool:
    """Hồ sơ đang tạm dừng."""
    return paused(facts) is None


@guard(remedy="Hồ sơ không tạm dừng; làm bước tiếp theo của quy trình.")
def the_file_is_paused(facts: Facts) -> bool:
    """Hồ sơ không tạm dừng."""
    return paused(facts) is not None


@guard(remedy="Ghi ngày tiếp tục từ ngày tạm dừng trở đi.")
def it_goes_on_after_the_pause(facts: Facts) -> bool:
    """Ngày tiếp tục không được trước ngày tạm dừng."""
    row = paused(facts)
    return row is None or facts.acted_on >= row.on


@answered_here("file.reopen", remedy="Kết thúc ở đây; có tình tiết mới thì lập hồ sơ mới.")
def the_law_lets_it_be_reopened(_facts: Facts, hit: Hit) -> bool:
    """Quy định không cho mở lại hồ sơ đã kết thúc ở giai đoạn này."""
    return bool(hit.value)


def pause_file(_self: Any) -> None:
    """Lãnh đạo cho tạm dừng hồ sơ, nêu lý do; thời hạn do kế hoạch đặt ra dừng theo, thời hạn luật định thì không."""


def resume_file(_self: Any) -> None:
    """Lý do tạm dừng đã hết thì lãnh đạo cho tiếp tục; số ngày tạm dừng được tính vào thời hạn của kế hoạch."""


def reopen_file(_self: Any) -> None:
    """Người có thẩm quyền ký cho mở lại hồ sơ đã kết thúc, nêu lý do và văn bản cho phép; bản lưu cũ vẫn còn."""


def declare_pausing(procedure: Any, stages: Stages) -> None:
    """Let a matter pause while it is prepared and conducted, and be opened again where nobody was disciplined."""
    if procedure.is_meeting:
        return
    give(
        procedure, stages, before_the_finish(stages), pause_file,
        label="Tạm dừng hồ sơ", by=heads, lays=RowKind.PAUSED, inputs=[_REASON, _DOCUMENT],
        when=[the_file_is_running],
    )  # fmt: skip
    give(
        procedure, stages, before_the_finish(stages), resume_file,
        label="Tiếp tục hồ sơ", by=heads, lays=RowKind.RESUMED, inputs=[_REASON],
        when=[the_file_is_paused, it_goes_on_after_the_pause],
    )  # fmt: skip
    for end, before in _ends_to_reopen(procedure, stages):
        give(
            procedure, stages, [end], reopen_file, code=f"{REOPENS}{end.value}", target=before,
            label="Mở lại hồ sơ", by=heads, lays=RowKind.REOPENED, aside=True,
            inputs=[_REASON, LawSource(name="source", label="Văn bản cho phép mở lại")],
            when=[the_law_lets_it_be_reopened],
        )  # fmt: skip


def _ends_to_reopen(procedure: Any, stages: Stages) -> Iterator[tuple[Any, Any]]:
    """Each end with the stage it is left for: where the procedure says, else the first that leads there.

    No end of a discipline: what was decided is complained of.
    """
    if procedure.disciplines or not procedure.may_be_reopened:
        return
    order = list(stages.enum)
    for end in [stage for stage in order if stage in stages.ends]:
        before = [
            source
            for step in declared(procedure)
            if step.target == end.value and not step.everyday
            for source in step.source
        ]
        if before:
            left = min((stages.enum(one) for one in before), key=order.index)
            yield end, stages.enum(procedure.reopens_at or left.value)
