"""Nobody is disciplined unheard, without a secret ballot, or without a decision in hand to complain of.

The paths are walked through the declared machine; what a guard asks of the facts is proved beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import law
from documents import kinds
from workflows.conditions.discipline import UNCRITICISED, UNHEARD
from workflows.forms import Part
from workflows.inputs import Choice
from workflows.matter import Matter
from workflows.paths import Path, ways_to
from workflows.promises.broken import Broken, at_step
from workflows.rows import RowKind
from workflows.stages import Step
from workflows.uses import rules_of_guard

DECISIONS = frozenset(
    {
        kinds.DISCIPLINE_DECISION,
        kinds.CELL_DISCIPLINE_DECISION,
        kinds.ORGANISATION_DECISION,
        kinds.DISSOLUTION_DECISION,
        kinds.EXPULSION_ON_JUDGMENT,
    }
)

#: What the subject does before the vote, how a file records it, and how it records that they would not.
_DUE_BEFORE = (
    ("nghe trình bày", RowKind.HEARING, UNHEARD),
    ("tự kiểm điểm", RowKind.REPORT, UNCRITICISED),
)
#: The guarantees of law/floor.yaml that the deciding vote itself must refuse without.
_ON_THE_VOTE = ("tu_kiem_diem", "trinh_bay_y_kien", "phieu_kin")


def decides(step: Step) -> bool:
    """Whether the step is a vote that decides on a discipline, or the decision that carries it out."""
    return step.votes is Part.DECIDES or bool(DECISIONS.intersection(step.issues))


def is_excepted(step: Step) -> bool:
    """Whether a dated row of law that law/floor.yaml names sets all three guarantees aside at this step."""
    exceptions = law.book().floor_exceptions
    allowed = set.intersection(*(set(exceptions[promise]) for promise in _ON_THE_VOTE))
    return any(allowed & set(rules_of_guard(guard)) for guard in step.when if guard.floor)


def nobody_is_disciplined_unheard(procedure: type[Matter]) -> Iterator[Broken]:
    """On every path to a vote that decides there is the hearing, or the record that the member would not come.

    Only a decision that itself asks for the floor's own dated exception may come without.
    """
    for words, laid, about in _DUE_BEFORE:
        on_record = {step.code for step in procedure.steps.values() if _records(step, about)}
        passing = [
            step
            for step in procedure.steps.values()
            if step.moves
            and (step.lays is laid or any(on_record & set(g.righted_by) for g in step.when))
        ]
        for step, way in _reached_without(procedure, passing):
            yield at_step(
                procedure,
                step,
                f"có đường đến bước này mà không qua bước {words}, cũng không có biên bản"
                f" ghi việc từ chối: {_told(procedure, way)}.",
                "Đặt bước đó, hoặc điều kiện có biên bản từ chối (`refusal_on_record`), trên mọi đường.",
            )


def _records(step: Step, about: str) -> bool:
    """Whether the step records that the member would not do this."""
    return step.lays is RowKind.REFUSAL and any(
        isinstance(asked, Choice) and about in dict(asked.options) for asked in step.inputs
    )


def no_discipline_without_a_secret_ballot(procedure: type[Matter]) -> Iterator[Broken]:
    """No decision without the vote before it; the vote refuses without each guarantee of the floor."""
    steps = procedure.steps.values()
    votes = [step for step in steps if step.votes is Part.DECIDES]
    for step, way in _reached_without(procedure, votes):
        if step not in votes:
            yield at_step(
                procedure,
                step,
                f"có đường đến quyết định kỷ luật mà không qua bỏ phiếu: {_told(procedure, way)}.",
                "Đặt bước bỏ phiếu quyết định trên mọi đường.",
            )
    for step in votes:
        asked = {rule for g in step.when if g.floor for rule in rules_of_guard(g)}
        for promise in _ON_THE_VOTE:
            if not asked & _rules_of_floor(promise):
                yield at_step(
                    procedure,
                    step,
                    f"biểu quyết không đòi bảo đảm tối thiểu “{promise}” (law/floor.yaml).",
                    "Đặt lại điều kiện đó vào `when` (workflows/conditions/ballot.py).",
                )


def _rules_of_floor(promise: str) -> set[str]:
    book = law.book()
    return {*book.floor[promise], *book.floor_exceptions[promise]}


def every_decision_is_served_and_open_to_complaint(procedure: type[Matter]) -> Iterator[Broken]:
    """A decision of discipline is handed over, and from there the complaint may be received."""
    for decision in procedure.steps.values():
        if not DECISIONS.intersection(decision.issues):
            continue
        served = [one for one in procedure.steps.values() if one.serves == decision.code]
        if not served:
            yield at_step(
                procedure,
                decision,
                "không bước nào trao quyết định này cho đối tượng.",
                "Khai bước trao quyết định (`serves`).",
            )
        for one in served:
            if not any(_receives_complaint(step, one.target) for step in procedure.steps.values()):
                yield at_step(
                    procedure,
                    one,
                    "sau khi trao quyết định không nhận được khiếu nại.",
                    "Khai bước nhận khiếu nại ngay ở giai đoạn này.",
                )


def _receives_complaint(step: Step, stage: str | None) -> bool:
    return (
        step.lays is RowKind.COMPLAINT
        and step.basis in law.book().floor["khieu_nai"]
        and stage in step.source
    )


def only_discipline_disciplines(procedure: type[Matter]) -> Iterator[Broken]:
    """A vote that decides, or a decision, stands only in a procedure of discipline with one subject."""
    if procedure.disciplines and procedure.one_subject:
        return
    for step in procedure.all_steps():
        if decides(step):
            yield at_step(
                procedure,
                step,
                "quyết định kỷ luật ngoài quy trình thi hành kỷ luật.",
                "Lập hồ sơ thi hành kỷ luật riêng cho từng đối tượng.",
            )


def _reached_without(
    procedure: type[Matter], left_out: Collection[Step]
) -> Iterator[tuple[Step, Path]]:
    """The first deciding step on each way from the start without one of these moves, and that way."""
    moves = [s for s in procedure.steps.values() if s.moves and s not in left_out]
    ways = ways_to(procedure, moves)
    for step in procedure.steps.values():
        stage = next((one for one in step.source if one in ways), None)
        if not decides(step) or is_excepted(step):
            continue
        if stage and not any(decides(one) for _stage, one in ways[stage]):
            yield step, ways[stage]


def _told(procedure: type[Matter], way: Path) -> str:
    return " → ".join(f"“{step.label}”" for _stage, step in way) or "ngay từ đầu"
