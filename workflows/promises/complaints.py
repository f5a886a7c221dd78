"""Whoever is disciplined may complain: a procedure settles it by secret ballot, and tells the discipline's own file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import law
from documents import kinds
from workflows import catalogue
from workflows.everyday.reviewing import NOTE
from workflows.forms import Part
from workflows.matter import Matter
from workflows.paths import ways_to
from workflows.promises.broken import Broken, at_step
from workflows.promises.discipline import DECISIONS
from workflows.reviews import Tells
from workflows.rows import RowKind
from workflows.uses import rules_of_guard

#: The guarantee of law/floor.yaml that a ballot on a review keeps too.
_BALLOT = "phieu_kin"


def every_discipline_has_a_procedure_for_its_complaint(
    procedures: Sequence[type[Matter]],
) -> Iterator[Broken]:
    """Out of each file that may end in a decision of discipline a complaint may be opened, for each kind of subject.

    Procedures not named stand as they are declared: one may be checked alone.
    """
    named = {one.code for one in procedures}
    every = [*procedures, *(one for one in catalogue.DECLARED if one.code not in named)]
    settling = [one for one in every if one.reviews and _takes_complaints(one)]
    for procedure in (one for one in procedures if _disciplines(one)):
        for subject in sorted(procedure.subjects):
            if not any(one.comes_after(procedure) and subject in one.subjects for one in settling):
                yield Broken(
                    procedure.code,
                    "khiếu nại",
                    f"quyết định của quy trình này không có quy trình nào giải quyết khiếu nại ({subject}).",
                    "Khai quy trình khiếu nại mở được từ hồ sơ này (`follows_parts`).",
                )
        if NOTE not in procedure.steps:
            yield Broken(
                procedure.code,
                "khiếu nại",
                "hồ sơ kỷ luật không nhận được kết quả giải quyết khiếu nại.",
                "Giữ bước ghi kết quả (workflows/everyday/reviewing.py).",
            )


def a_review_is_decided_by_secret_ballot(procedure: type[Matter]) -> Iterator[Broken]:
    """No decision on a review without the vote before it, and that vote keeps the guarantee of the ballot."""
    steps = procedure.steps.values()
    votes = [step for step in steps if step.votes is Part.REVIEWS]
    decisions = [step for step in steps if kinds.COMPLAINT_RESOLUTION in step.issues]
    ways = ways_to(procedure, [step for step in steps if step.moves and step not in votes])
    for step in decisions:
        if any(source in ways for source in step.source):
            yield at_step(
                procedure,
                step,
                "có đường đến quyết định giải quyết mà không qua bỏ phiếu kín.",
                "Đặt bước bỏ phiếu trên mọi đường.",
            )
    floor = {*law.book().floor[_BALLOT], *law.book().floor_exceptions[_BALLOT]}
    for step in votes:
        if not floor & {rule for g in step.when if g.floor for rule in rules_of_guard(g)}:
            yield at_step(
                procedure,
                step,
                f"biểu quyết không đòi bảo đảm tối thiểu “{_BALLOT}” (law/floor.yaml).",
                "Đặt lại điều kiện bỏ phiếu kín (workflows/conditions/ballot.py).",
            )


def a_review_tells_the_discipline(procedure: type[Matter]) -> Iterator[Broken]:
    """What a review comes to is told to the discipline's own file by the step that announces it."""
    if not procedure.reviews:
        return
    for step in procedure.steps.values():
        if kinds.COMPLAINT_RESOLUTION in step.issues and not any(
            one.serves == step.code and one.tells is Tells.SETTLED
            for one in procedure.steps.values()
        ):
            yield at_step(
                procedure,
                step,
                "không bước nào công bố quyết định này và ghi kết quả vào hồ sơ kỷ luật.",
                "Khai bước công bố (`serves`) với `tells=Tells.SETTLED`.",
            )


def _disciplines(procedure: type[Matter]) -> bool:
    return any(DECISIONS.intersection(step.issues) for step in procedure.steps.values())


def _takes_complaints(procedure: type[Matter]) -> bool:
    """Whether it is opened by a letter of complaint, as a right the law grants."""
    opening = procedure.steps[procedure.opens]
    return opening.lays is RowKind.REVIEWED and opening.basis in law.book().floor["khieu_nai"]
