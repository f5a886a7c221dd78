"""Nộp lưu, mượn, trả hồ sơ: nothing is deposited that lacks a paper it must have, and every loan is on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from law import Reason
from workflows import dossiers
from workflows.everyday.correction import every_doubt_is_settled
from workflows.everyday.declaring import asking_also, give, open_stages, transitions
from workflows.everyday.who import keepers
from workflows.facts import Facts, Row
from workflows.guards import Guard, Judgement, guard
from workflows.inputs import Amount, Choice, Day, RowOf, Text
from workflows.rows import RowKind
from workflows.stages import Phase, Stages, Step

#: Hồ sơ được lưu bao lâu: the two classes of every table of retention; years stand in the table itself.
FOR_EVER, FOR_YEARS = "vinh_vien", "co_thoi_han"
RETENTIONS = [(FOR_EVER, "Vĩnh viễn"), (FOR_YEARS, "Có thời hạn")]
RETENTION = (
    Choice(name="retention", label="Thời hạn bảo quản", options=RETENTIONS, required=False),
    Amount(name="years", label="Số năm bảo quản", least=1, most=100, required=False),
    Text(
        name="retained_by", label="Theo bảng thời hạn bảo quản nào", personal=False, most=200,
        required=False,
    ),
)  # fmt: skip
_DEPOSITS = (RowKind.CLOSING, RowKind.DEPOSITED)


def deposits(step: Step) -> bool:
    """Whether the step hands the file in to the archive."""
    return step.lays in _DEPOSITS and any(one.name == "archive" for one in step.inputs)


@dataclass(frozen=True)
class MandatoryPapers(Guard):
    """Every paper that must be in the file is; each missing one is a reason of its own."""

    procedure: Any = None

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """One reason for each heading of the dossier that is empty."""
        lacking = list(dossiers.missing(self.procedure, facts))
        return [
            Judgement(Reason(self.id, f"Hồ sơ còn thiếu: {one.title}.", remedy=self.remedy))
            for one in lacking
        ] or [Judgement()]


def _complete(procedure: Any) -> MandatoryPapers:
    def asks(facts: Facts) -> bool:
        return not any(dossiers.missing(procedure, facts))

    return MandatoryPapers(
        id="every_mandatory_paper_is_in",
        sentence="Hồ sơ nộp lưu phải có đủ văn bản bắt buộc theo danh mục hồ sơ mẫu.",
        remedy="Bổ sung đúng văn bản đó bằng bước lập ra nó, rồi nộp lưu.",
        asks=asks,
        procedure=procedure,
    )


@guard(
    remedy="Có thời hạn thì ghi số năm và bảng thời hạn bảo quản; vĩnh viễn thì để trống số năm.",
    reads_inputs=True,
)
def the_retention_is_told_whole(facts: Facts) -> bool:
    """Thời hạn bảo quản ghi chưa đủ."""
    said = facts.inputs
    if said.get("retention") == FOR_YEARS:
        return bool(said.get("years") and said.get("retained_by"))
    return not said.get("years")


def declare_depositing(procedure: Any, stages: Stages) -> None:
    """Ask every deposit for how long the file is kept, and refuse one that is not whole."""
    del stages
    for move in transitions(procedure):
        step: Step = move.custom["step"]
        if deposits(step):
            guards = [every_doubt_is_settled, the_retention_is_told_whole, _complete(procedure)]
            kept = tuple(one for one in step.when if not isinstance(one, MandatoryPapers))
            more = (one for one in guards if one not in kept)
            move.custom["step"] = replace(asking_also(step, RETENTION), when=(*kept, *more))


# The book of loans


def on_loan(facts: Facts) -> Row | None:
    """The loan that is not back yet."""
    back = {row.facts["loan"] for row in facts.of(RowKind.GIVEN_BACK)}
    return next((row for row in facts.of(RowKind.BORROWED) if row.number not in back), None)


@guard(remedy="Ghi trả lần mượn trước rồi mới cho mượn tiếp.")
def the_file_is_in_its_place(facts: Facts) -> bool:
    """Hồ sơ đang cho mượn, chưa trả."""
    return on_loan(facts) is None


@guard(remedy="Hồ sơ đang ở kho, không có lần mượn nào chưa trả.")
def the_file_is_on_loan(facts: Facts) -> bool:
    """Hồ sơ không cho mượn."""
    return on_loan(facts) is not None


@guard(remedy="Ghi hạn trả từ ngày mượn trở đi.", reads_inputs=True)
def it_is_due_back_later(facts: Facts) -> bool:
    """Hạn trả không được trước ngày mượn."""
    return str(facts.inputs.get("due_back", "9")) >= facts.acted_on.isoformat()


def borrow_file(_self: Any) -> None:
    """Ghi vào sổ mượn: ai mượn hồ sơ đã nộp lưu, để làm gì, bao giờ trả, ai cho mượn."""


def give_back_file(_self: Any) -> None:
    """Ghi ngày trả và tình trạng hồ sơ khi trả."""


def declare_borrowing(procedure: Any, stages: Stages) -> None:
    """Let a file be lent once it is deposited: at its ends, and while a decided matter is followed."""
    if procedure.is_meeting:
        return
    late = {str(one) for one in stages.phases.get(Phase.FINISH, ())}
    ends = [stage for stage in stages.enum if stage in stages.ends]
    at = [*(one for one in open_stages(stages) if one.value in late), *ends]
    give(
        procedure, stages, at, borrow_file,
        label="Cho mượn hồ sơ lưu", by=keepers, lays=RowKind.BORROWED,
        inputs=[
            Text(name="borrower", label="Người mượn: họ tên, chức vụ, đơn vị", most=300),
            Text(name="purpose", label="Mục đích, phạm vi được xem", long=True),
            Text(name="allowed_by", label="Người cho phép", most=200),
            Day(name="due_back", label="Hạn trả"),
        ],
        when=[the_file_is_deposited, the_file_is_in_its_place, it_is_due_back_later],
    )  # fmt: skip
    give(
        procedure, stages, at, give_back_file,
        label="Nhận lại hồ sơ cho mượn", by=keepers, lays=RowKind.GIVEN_BACK,
        inputs=[
            RowOf(name="loan", label="Lần mượn", of=[RowKind.BORROWED]),
            Text(name="condition", label="Tình trạng khi trả", most=300),
        ],
        when=[the_file_is_on_loan],
    )  # fmt: skip


@guard(remedy="Nộp lưu hồ sơ trước; hồ sơ đang giải quyết không cho mượn.")
def the_file_is_deposited(facts: Facts) -> bool:
    """Hồ sơ chưa nộp lưu."""
    return any(row.kind in _DEPOSITS and row.facts.get("archive") for row in facts.rows)
