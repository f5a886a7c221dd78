"""How an entry is put right: what asking asks, what stands against it, what the confirmation lays and shakes.

The same for the real door and for a file in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from law import Reason
from workflows import own_steps
from workflows.aftermath import row_fact
from workflows.everyday import correction
from workflows.everyday.correction import ASK, CONFIRM, REWRITE, SETTLE, STRIKE
from workflows.facts import Facts, Row
from workflows.laying import Laying, NewRow
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Step


@dataclass(frozen=True)
class Correcting:
    """A file in which somebody corrects: its procedure, its facts, and the number of who does."""

    procedure: type[Procedure]
    facts: Facts
    person: int


@dataclass(frozen=True)
class Later:
    """A deed done after the one that was wrong: the number of its record, its step, what it was judged on."""

    record: int
    step: Step
    facts: Facts


def as_asked(file: Correcting, step: Step, answers: Mapping[str, Any]) -> Step:
    """The step, asking also what the entry it names asked, where that may be written anew."""
    wrong = named(file, answers) if step.code == ASK else None
    if wrong is None or not correction.may_be_rewritten(wrong):
        return step
    must = answers.get("what") != STRIKE
    questions = [
        replace(one, required=one.required and must and one.kind != "file")
        for one in correction.anew(wrong)
    ]
    first, *others = step.inputs
    return replace(step, inputs=(first, *questions, *others))


def said_now(
    file: Correcting,
    step: Step,
    answers: Mapping[str, Any],
    words_of: Callable[[int], Mapping[str, Any]],
) -> dict[str, Any]:
    """What the entry says now, under the names of the questions that write it anew."""
    if step.code != ASK:
        return {}
    laid = correction.laid_by(file.facts, answers.get("record"))
    wrong = named(file, answers)
    if wrong is None or not laid:
        return {}
    said = {**laid[0].facts, **words_of(laid[0].number)}
    anew = {f"{correction.ANEW}{one.name}": said.get(one.name) for one in wrong.inputs}
    return {**anew, correction.DAY.name: laid[0].on}


def named(file: Correcting, answers: Mapping[str, Any]) -> Step | None:
    """The step that laid the entry which the answers name."""
    laid = correction.laid_by(file.facts, answers.get("record"))
    return file.procedure.step(laid[0].step) if laid else None


# What stands against it


def against(file: Correcting, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """What may be corrected, and by whom: never by one person alone."""
    if step.code == ASK:
        return _about_asking(file, answers)
    if step.code == CONFIRM:
        return _about_confirming(file, answers)
    if step.code == SETTLE:
        return _about_settling(file, answers)
    return []


def _about_asking(file: Correcting, answers: Mapping[str, Any]) -> list[Reason]:
    wrong, what = named(file, answers), answers.get("what")
    if "record" not in answers:
        return []
    strikes = what == STRIKE
    may = correction.may_be_struck_out if strikes else correction.may_be_rewritten
    if wrong is None or not may(wrong):
        words = (
            "chỉ bỏ được dữ kiện ghi thêm mà không chuyển giai đoạn"
            if strikes
            else "chỉ ghi lại được điều đã nhập, không phải điều đã ký, đã bỏ phiếu, đã giao"
        )
        return [
            Reason(
                "correct.what",
                f"Bước này không đính chính được: {words}.",
                remedy="Văn bản đã ký sai thì ban hành văn bản mới; bước chuyển sai thì xin ý kiến người ký.",
            )
        ]
    if strikes and not wrong.everyday and file.facts.stage not in wrong.source:
        return [
            Reason(
                "correct.again",
                "Giai đoạn này không ghi lại được bước đó: bỏ đi thì hồ sơ thiếu hẳn.",
                remedy="Chọn “Ghi lại nội dung đúng”.",
            )
        ]
    if own_steps.is_own(wrong):
        return [
            Reason(
                "correct.own",
                "Ý kiến, chứng cứ đảng viên tự nộp được giữ nguyên; không ai đính chính thay.",
                remedy="Đảng viên nộp thêm bản mới; đoàn nêu nhận xét ở bước của mình.",
            )
        ]
    asked = {str(row.facts["record"]) for row in correction.waiting(file.facts)}
    if str(answers["record"]) in asked:
        return [
            Reason(
                "correct.twice",
                "Bước này đã có đề nghị đính chính đang chờ xác nhận.",
                remedy="Chờ người thứ hai xác nhận, hoặc không đính chính.",
            )
        ]
    return []


def _about_confirming(file: Correcting, answers: Mapping[str, Any]) -> list[Reason]:
    request = _row(file.facts, RowKind.CORRECTION_ASKED, answers.get("request"))
    if request is None:
        return []
    if request.by == file.person:
        return [
            Reason(
                "correct.alone",
                "Người đề nghị đính chính không tự xác nhận; phải có người khác xác nhận chỗ sai.",
                remedy="Người khác trong đoàn, cán bộ theo dõi địa bàn hoặc lãnh đạo xác nhận.",
            )
        ]
    if not correction.laid_by(file.facts, request.facts["record"]):
        return (
            [
                Reason(
                    "correct.gone",
                    "Nội dung được đề nghị đính chính không còn trong hồ sơ.",
                    remedy="Chọn “Không đính chính”, rồi đề nghị lại nếu còn cần.",
                )
            ]
            if answers.get("result") == "dung"
            else []
        )
    return []


def _about_settling(file: Correcting, answers: Mapping[str, Any]) -> list[Reason]:
    named = answers.get("correction")
    if named is None or any(
        str(one.number) == str(named) for one in correction.open_doubts(file.facts)
    ):
        return []
    words = "Lần đính chính này không có bước nào phải xem xét lại."
    return [Reason("input.correction", words, remedy="Chọn lần đính chính đang chờ xem xét.")]


def _row(facts: Facts, kind: RowKind, number: Any) -> Row | None:
    return next((row for row in facts.of(kind) if str(row.number) == str(number)), None)


# What it lays


def laid(
    file: Correcting,
    inputs: Mapping[str, Any],
    words_of: Callable[[int], Mapping[str, Any]],
    deeds: Iterable[Later],
) -> Laying:
    """What the confirmation lays: the entry as it should be, and the correction with the steps it shakes.

    `words_of` gives what people wrote in a live row, `deeds` are those of the file in their order.
    """
    request = _row(file.facts, RowKind.CORRECTION_ASKED, inputs["request"])
    assert request is not None, "a correction nobody asked for has been refused"
    done = {
        "request": request.number,
        "record": request.facts["record"],
        "result": inputs["result"],
    }
    words = {"note": inputs["note"]}
    if inputs["result"] != "dung":
        return Laying((NewRow(RowKind.CORRECTION, done, words),), supersedes=(request.number,))
    wrong = correction.laid_by(file.facts, request.facts["record"])
    rows: tuple[NewRow, ...] = ()
    if request.facts["what"] == REWRITE:
        wrong = wrong[:1]
        rows = (_written_anew(file, request, wrong[0], words_of),)
    known = list(deeds)
    shaken = [one for row in wrong for one in _shaken(row, rows, known)]
    kept = NewRow(RowKind.CORRECTION, {**done, "shaken": shaken}, words)
    return Laying((*rows, kept), supersedes=(request.number, *(row.number for row in wrong)))


def _written_anew(
    file: Correcting, request: Row, old: Row, words_of: Callable[[int], Mapping[str, Any]]
) -> NewRow:
    step = file.procedure.step(old.step)
    assert step is not None
    said = correction.said_anew(step, {**request.facts, **words_of(request.number)})
    asked = {one.name for one in step.inputs if one.kind not in ("file", "finding")}
    personal = {one.name for one in step.inputs if one.personal}
    before = words_of(old.number)
    entry = {
        "record": request.facts["record"],
        "step": old.step,
        "by": old.by,
        "on": request.facts[correction.DAY.name],
    }
    return NewRow(
        RowKind(old.kind),
        {
            **{name: value for name, value in old.facts.items() if name not in asked},
            **{name: value for name, value in said.items() if name not in personal},
            "corrects": entry,
        },
        {
            **{name: value for name, value in before.items() if name not in asked},
            **{name: value for name, value in said.items() if name in personal},
        },
        number=old.number,
    )


def _shaken(old: Row, anew: tuple[NewRow, ...], deeds: Iterable[Later]) -> list[list[Any]]:
    """The later steps that the corrected entry no longer carries, judged again on what they were judged on."""
    corrected = next(
        (
            row_fact(old.number, old.kind, old.laid_by, old.by, old.on, old.step, one.facts)
            for one in anew
        ),
        None,
    )
    found: list[list[Any]] = []
    for deed in deeds:
        if deed.record <= old.laid_by or not any(r.number == old.number for r in deed.facts.rows):
            continue
        after = correction.with_correction(deed.facts, old.number, corrected)
        if guards := correction.shaken_by(deed.step, deed.facts, after):
            found.append([deed.record, deed.step.code, list(guards)])
    return found
