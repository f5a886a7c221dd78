"""Đính chính: one asks that a wrong entry be put right, another confirms; what it shakes is looked at by a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from workflows.everyday.declaring import give, open_stages
from workflows.everyday.who import heads, the_team_or_area_officer
from workflows.facts import Facts, Row
from workflows.guards import guard
from workflows.inputs import Choice, Day, Input, RecordOf, RowOf, Text
from workflows.rows import RowKind
from workflows.stages import Stages, Step

ASK, CONFIRM, SETTLE = "ask_correction", "correct", "settle_doubt"
#: In front of the name of each answer that is written anew.
ANEW = "new_"
REWRITE, STRIKE = "ghi_lai", "bo"
#: What may be written anew: what people entered, and nothing that was counted, signed or handed over by it.
REWRITTEN = frozenset(
    {
        RowKind.ORIGIN, RowKind.OUTLINE, RowKind.MINUTES, RowKind.REPORT, RowKind.REFUSAL, RowKind.EVIDENCE,
        RowKind.RESULT, RowKind.MEETING, RowKind.CONFERENCE, RowKind.DEMAND, RowKind.REQUEST, RowKind.OUTCOME,
        RowKind.REMEDY, RowKind.OPINION, RowKind.HEARING, RowKind.APPRAISAL, RowKind.COMPLAINT,
        RowKind.RESERVATION, RowKind.CLOSING, RowKind.DEPOSITED,
    }
)  # fmt: skip

RECORD = RecordOf(name="record", label="Bước ghi sai")
DAY = Day(name=f"{ANEW}on", label="Ngày thực hiện đúng")
_REASON = Text(name="reason", label="Lý do", long=True)


def may_be_rewritten(step: Step) -> bool:
    """Whether what the step laid may be written anew; a signed paper is only replaced by another."""
    return step.lays in REWRITTEN and not step.issues and not step.at_a_meeting


def may_be_struck_out(step: Step) -> bool:
    """Whether what the step laid may be taken out of the file: it moved nothing and signed nothing."""
    return not step.moves and not step.issues and step.lays not in _KEPT


_KEPT = (RowKind.CORRECTION, RowKind.CORRECTION_ASKED, RowKind.DOUBT_SETTLED)


def anew(step: Step) -> tuple[Input, ...]:
    """The questions of a step that is written anew, each under its new name."""
    asked = [one for one in step.inputs if one.kind != "finding"]
    return (DAY, *(replace(one, name=f"{ANEW}{one.name}") for one in asked))


def said_anew(step: Step, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What was said anew, by the names under which the step itself asks."""
    names = {one.name for one in step.inputs}
    return {
        name.removeprefix(ANEW): value
        for name, value in answers.items()
        if name.startswith(ANEW) and name.removeprefix(ANEW) in names
    }


def laid_by(facts: Facts, record: Any) -> list[Row]:
    """The live rows that the record of that number laid."""
    return [row for row in facts.rows if str(row.laid_by) == str(record)]


def shaken_by(step: Step, facts: Facts, corrected: Facts) -> tuple[str, ...]:
    """The guards of `step` that held on the facts it was judged on, and hold no more on the corrected ones."""
    return tuple(
        one.id
        for one in step.when
        if one.judge(facts).reason is None and one.judge(corrected).reason is not None
    )


def with_correction(facts: Facts, number: int, corrected: Row | None) -> Facts:
    """The facts with the row of that number as it was corrected, or without it."""
    rows = [row for row in facts.rows if row.number != number]
    rows += [corrected] if corrected else []
    return replace(facts, rows=tuple(sorted(rows, key=lambda row: row.number)))


def open_doubts(facts: Facts) -> list[Row]:
    """The corrections that shook later steps at which nobody has looked yet."""
    settled = {row.facts["correction"] for row in facts.of(RowKind.DOUBT_SETTLED)}
    return [
        row
        for row in facts.of(RowKind.CORRECTION)
        if row.facts.get("shaken") and row.number not in settled
    ]


def waiting(facts: Facts) -> list[Row]:
    """The corrections asked for that nobody has confirmed or turned down, oldest first."""
    return list(facts.of(RowKind.CORRECTION_ASKED))


@guard(remedy="Chọn một đề nghị đính chính đang chờ.")
def a_correction_is_asked_for(facts: Facts) -> bool:
    """Chưa có đề nghị đính chính nào chờ xác nhận."""
    return bool(waiting(facts))


@guard(remedy="Không còn bước nào phải xem xét lại do đính chính.")
def a_doubt_is_open(facts: Facts) -> bool:
    """Chưa có bước nào bị ảnh hưởng bởi một lần đính chính."""
    return bool(open_doubts(facts))


@guard(
    remedy="Lãnh đạo xem xét từng bước bị ảnh hưởng: giữ nguyên và nêu lý do, hoặc cho làm lại.",
    righted_by=(SETTLE,),
)
def every_doubt_is_settled(facts: Facts) -> bool:
    """Còn bước không còn đủ điều kiện sau khi đính chính mà chưa ai xem xét."""
    return not open_doubts(facts)


@guard(remedy="Ghi ngày từ ngày lập hồ sơ đến hôm nay.", reads_inputs=True)
def the_corrected_day_is_in_order(facts: Facts) -> bool:
    """Ngày thực hiện đúng phải nằm giữa ngày lập hồ sơ và hôm nay."""
    said = facts.inputs.get(DAY.name)
    return said is None or facts.opened_on <= date.fromisoformat(said) <= facts.today


def ask_correction(_self: Any) -> None:
    """Nêu bước ghi sai, nội dung đúng và lý do; người khác phải xác nhận thì mới đính chính."""


def correct(_self: Any) -> None:
    """Người thứ hai đối chiếu, xác nhận đính chính; nội dung cũ vẫn xem được, bước sau bị ảnh hưởng được nêu tên."""


def settle_doubt(_self: Any) -> None:
    """Lãnh đạo xem xét các bước không còn đủ điều kiện sau đính chính; phần mềm không tự hủy bước nào."""


def declare_correction(procedure: Any, stages: Stages) -> None:
    """Give every procedure the deeds of putting a wrong entry right, at every stage that is no end."""
    everywhere = open_stages(stages)
    give(
        procedure, stages, everywhere, ask_correction,
        label="Đề nghị đính chính", by=the_team_or_area_officer | heads, lays=RowKind.CORRECTION_ASKED,
        inputs=[
            RECORD,
            Choice(
                name="what", label="Đính chính thế nào",
                options=[(REWRITE, "Ghi lại nội dung đúng"), (STRIKE, "Bỏ nội dung đã ghi")],
            ),
            _REASON,
        ],
        when=[the_corrected_day_is_in_order],
    )  # fmt: skip
    give(
        procedure, stages, everywhere, correct,
        label="Xác nhận đính chính", by=the_team_or_area_officer | heads, lays=RowKind.CORRECTION,
        inputs=[
            RowOf(name="request", label="Đề nghị đính chính", of=[RowKind.CORRECTION_ASKED]),
            Choice(
                name="result", label="Kết quả đối chiếu",
                options=[("dung", "Đúng, đính chính"), ("khong", "Không đính chính")],
            ),
            Text(name="note", label="Đã đối chiếu với", long=True),
        ],
        when=[a_correction_is_asked_for],
    )  # fmt: skip
    give(
        procedure, stages, everywhere, settle_doubt,
        label="Xem xét bước bị ảnh hưởng bởi đính chính", by=heads, lays=RowKind.DOUBT_SETTLED,
        inputs=[
            RowOf(name="correction", label="Lần đính chính", of=[RowKind.CORRECTION]),
            Choice(
                name="result", label="Quyết định",
                options=[
                    ("giu", "Giữ nguyên các bước sau"),
                    ("lam_lai", "Làm lại theo trình tự"),
                ],
            ),
            _REASON,
        ],
        when=[a_doubt_is_open],
    )  # fmt: skip


def named(shaken: Iterable[list[Any]], procedure: Any) -> Iterator[tuple[int, str, list[str]]]:
    """Each shaken step as one reads it: its place, its label, the sentences of what it lacks."""
    for sequence, code, guards in shaken:
        step = procedure.step(code)
        said = [one.sentence for one in step.when if one.id in guards] if step else []
        yield sequence, step.label if step else code, said
