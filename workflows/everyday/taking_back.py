"""Hủy, thay thế văn bản: a paper that was not handed over is cancelled, and any is corrected only by a new one."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from permissions.predicates import Predicate, not_the_subject
from permissions.roles import Relation
from workflows import signing_route
from workflows.everyday.declaring import give, open_stages
from workflows.inputs import PaperOf, Text
from workflows.offices import leaders_of
from workflows.rows import RowKind
from workflows.stages import Stages

CANCEL, REISSUE = "cancel_paper", "reissue_paper"

_PAPER = PaperOf(name="paper", label="Văn bản")
_REASON = Text(name="reason", label="Lý do", most=300)


def cancel_paper(_self: Any) -> None:
    """Người ký hủy văn bản chưa giao; số đã cấp giữ nguyên trong sổ, kèm lý do."""


def reissue_paper(_self: Any) -> None:
    """Người ký ban hành văn bản mới, có số mới, thay văn bản có chỗ sai; văn bản cũ không sửa."""


def declare_taking_back(procedure: Any, stages: Stages) -> None:
    """Let whoever signs the papers of a file cancel one or put a new one in its place, until the file ends."""
    signers = _who_sign(procedure)
    give(
        procedure, stages, open_stages(stages), cancel_paper,
        label="Hủy văn bản", by=signers, lays=RowKind.PAPER_CANCELLED, inputs=[_PAPER, _REASON],
    )  # fmt: skip
    give(
        procedure, stages, open_stages(stages), reissue_paper,
        label="Ban hành văn bản thay thế", by=signers, lays=RowKind.PAPER_REPLACED,
        inputs=[
            _PAPER,
            Text(
                name="wrong", label="Chỗ sai", long=True, most=2000,
                help="Chép đúng như trong văn bản; ngày ghi như 05/9/2026.",
            ),
            Text(name="right", label="Sửa thành", long=True, most=2000),
            _REASON,
        ],
    )  # fmt: skip


def _who_sign(procedure: Any) -> Predicate:
    """Whoever leads a body that signs papers in these files."""
    signing = [one for one in signing_route.declared_steps(procedure) if one.drafted]
    where = dict.fromkeys((Relation.HANDLING, *(one.at for one in signing)))
    leading: list[Predicate] = [leaders_of(one) for one in where]
    return reduce(or_, leading) & not_the_subject
