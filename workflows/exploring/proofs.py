"""What a walk proves of a procedure: each promise that some path breaks is named with the path."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

import law
from workflows.conditions.ballot import the_member_has_criticised_himself
from workflows.everyday.taking_over import ENDS_AS
from workflows.exploring.found import STATES_AT_MOST, Done, State, Walk
from workflows.exploring.ledger import WORDS, Mark
from workflows.exploring.worlds import settled_law
from workflows.forms import Part
from workflows.outcomes import Violation, outcome_of
from workflows.promises.broken import Broken, at_stage, at_step
from workflows.promises.discipline import decides, is_excepted
from workflows.promises.supervision import OF_DISCIPLINE, supervises
from workflows.rows import RowKind

_NO_WAY_OUT = (RowKind.CORRECTION, RowKind.TAKEN_OVER, RowKind.REOPENED)
_ANSWERED = (Mark.CRITICISED, Mark.HEARD, Mark.VOTED)
_BEFORE_A_VOTE = (Mark.TOLD, Mark.CRITICISED, Mark.HEARD)
#: These let a body go on only where a refusal is on record: they excuse nothing by themselves.
_NEED_A_RECORD = frozenset(the_member_has_criticised_himself.rules)


def broken(found: Walk) -> Iterator[Broken]:
    """Yield every promise that the walk of one procedure found broken."""
    proofs = OF_WHAT_WAS_SEEN if found.of_variant else PROOFS
    if found.of_variant and found.whole:
        proofs = (*proofs, *OF_A_WHOLE_WALK)
    with settled_law(found.on):
        yield from chain.from_iterable(proof(found) for proof in proofs)


def walked_whole(found: Walk) -> Iterator[Broken]:
    """Nothing is proved of states that the walk did not come to."""
    if not found.whole and not found.of_variant:
        yield Broken(
            found.procedure.code,
            "đi thử",
            f"quá {STATES_AT_MOST} trạng thái, chưa đi hết.",
            "Bớt điều kiện đọc những việc không liên quan, hoặc nâng STATES_AT_MOST.",
        )


def everything_is_come_upon(found: Walk) -> Iterator[Broken]:
    """Every stage is reached by a file with facts, every step of the procedure's own is taken in some state."""
    procedure, unseen = found.procedure, set(found.unseen())
    for machine in procedure.machines():
        for stage in machine.stage.enum.values:
            if stage in unseen:
                yield at_stage(
                    machine,
                    stage,
                    "đi thử với mọi dữ kiện mà không hồ sơ nào đến được.",
                    "Xem điều kiện của các bước dẫn đến giai đoạn này.",
                )
        for step in machine.steps.values():
            if step.code in unseen and not step.everyday:
                yield at_step(
                    machine,
                    step,
                    "đi thử với mọi dữ kiện mà không lần nào làm được bước này.",
                    "Xem điều kiện của bước; hai điều kiện có thể trái nhau.",
                )


def every_state_has_a_way_out(found: Walk) -> Iterator[Broken]:
    """From every state some deeds lead to an end, or to waiting for another file.

    Corrections do not count, nor what a superior may do to the file or who leads may open again.
    """
    before: dict[int, list[int]] = {}
    for state in found.states:
        for step, number in state.left:
            if step is None or step.lays not in _NO_WAY_OUT:
                before.setdefault(number, []).append(state.number)
    ends = [s.number for s in found.states if found.procedure.is_final(s.stage) or s.waits]
    good, waiting = set(ends), deque(ends)
    while waiting:
        for number in before.get(waiting.popleft(), ()):
            if number not in good:
                good.add(number)
                waiting.append(number)
    for stage, state in _first_by_stage(
        one for one in found.states if one.number not in good and _is_file(one)
    ):
        yield at_stage(
            found.procedure,
            stage,
            f"có hồ sơ không đi tiếp được nữa: {_told(found, state)}.",
            "Khai bước đi tiếp, hoặc bước làm đúng lại điều kiện còn thiếu.",
        )


def _is_file(state: State) -> bool:
    """Whether the state is one of a file: one is opened by its first step, and is none where that is refused."""
    return state.came is not None or any(
        step and step.moves and not step.everyday for step, _number in state.left
    )


def nobody_is_disciplined_without_the_floor(found: Walk) -> Iterator[Broken]:
    """At every deciding vote and decision, whatever the guards say, the floor was really taken before."""
    said: set[tuple[str, Mark]] = set()
    for one in found.done:
        step = one.deed.step
        if not decides(step):
            continue
        wanted = _BEFORE_A_VOTE if step.votes is Part.DECIDES else (*_BEFORE_A_VOTE, Mark.VOTED)
        for mark in wanted:
            if mark in one.state.ledger.marks or _excepted(mark, one) or (step.code, mark) in said:
                continue
            said.add((step.code, mark))
            yield at_step(
                found.procedure,
                step,
                f"làm được mà chưa có {WORDS[mark]}: {_told(found, one.state)}.",
                "Đặt lại điều kiện đòi việc đó, hoặc bước ghi biên bản từ chối, trên mọi đường.",
            )


def _excepted(mark: Mark, one: Done) -> bool:
    """Whether a dated row of law took the guarantee away at this deed, and the verdict shows it."""
    if (
        mark is Mark.TOLD
    ):  # where the law sets the whole floor aside, nothing is announced before either
        return is_excepted(one.deed.step) and all(_excepted(other, one) for other in _ANSWERED)
    allowed = set(law.book().floor_exceptions.get(mark.value, ())) - _NEED_A_RECORD
    return any(hit["rule"] in allowed and hit["value"] for hit in one.hits)


def every_decision_is_served_and_open_to_complaint(found: Walk) -> Iterator[Broken]:
    """No file ends with a decision that was not handed over; once handed over, a complaint is taken."""
    procedure = found.procedure
    ends = [one for one in found.states if procedure.is_final(one.stage)]
    unserved = (
        one for one in ends if {Mark.DECIDED, Mark.SERVED} & one.ledger.marks == {Mark.DECIDED}
    )
    for stage, state in _first_by_stage(unserved):
        yield at_stage(
            procedure,
            stage,
            f"hồ sơ kết thúc mà quyết định chưa trao: {_told(found, state)}.",
            "Đặt bước trao quyết định trên mọi đường đến giai đoạn này.",
        )
    for one in found.done:
        step = one.deed.step
        if step.serves and Mark.DECIDED in one.state.ledger.marks:
            after = [found.states[n] for s, n in one.state.left if s is step]
            if not any(
                s and s.lays is RowKind.COMPLAINT for state in after for s, _n in state.left
            ):
                yield at_step(
                    procedure,
                    step,
                    f"trao quyết định rồi mà không nhận được khiếu nại: {_told(found, one.state)}.",
                    "Khai bước nhận khiếu nại ngay sau bước này.",
                )
                return


def supervision_never_reaches_discipline(found: Walk) -> Iterator[Broken]:
    """No path of a supervision lays, votes on or decides anything of a discipline."""
    if not supervises(found.procedure):
        return
    for code, one in {d.deed.step.code: d for d in found.done}.items():
        step = one.deed.step
        if step.votes or step.lays in OF_DISCIPLINE or decides(step):
            yield at_step(
                found.procedure,
                step,
                f"giám sát đi đến kỷ luật ở bước “{code}”: {_told(found, one.state)}.",
                "Kết luận “có dấu hiệu vi phạm” rồi chuyển kiểm tra.",
            )


def every_violation_has_one_outcome(found: Walk) -> Iterator[Broken]:
    """Each finding stands at one of the seven outcomes or at none; a violation once concluded stays one."""
    machine = found.procedure.findings
    if machine is None:
        return
    for stage in machine.stage.enum.values:
        if _placed(stage) is _UNPLACED:
            yield at_stage(
                machine,
                stage,
                "chưa xếp vào nhóm nào của bảy kết quả, cũng không phải “không vi phạm”.",
                "Xếp giai đoạn này ở workflows/outcomes.py.",
            )
    for step in machine.steps.values():
        for source in step.source:
            was, now = _placed(source), _placed(step.target or source)
            if isinstance(was, Violation) and now is None and was is not Violation.DEFERRED:
                yield at_step(
                    machine,
                    step,
                    f"vi phạm đã kết luận (“{was.label}”) trở thành không có kết quả nào.",
                    "Đưa nội dung đến một trong bảy kết quả.",
                )
    ends = (
        one
        for one in found.states
        if found.procedure.is_final(one.stage) and one.stage != ENDS_AS  # it goes on above
    )
    for stage, state in _first_by_stage(
        one for one in ends if any(not machine.is_final(f.stage) for f in one.file.facts.findings)
    ):
        yield at_stage(
            found.procedure,
            stage,
            f"hồ sơ kết thúc mà nội dung chưa có kết quả cuối cùng: {_told(found, state)}.",
            "Đặt điều kiện mọi nội dung đã có kết quả vào bước kết thúc.",
        )


_UNPLACED = object()


def _placed(stage: str) -> Any:
    try:
        return outcome_of(stage)
    except KeyError:
        return _UNPLACED


def every_deadline_runs_and_says_by_what(found: Walk) -> Iterator[Broken]:
    """Every declared deadline runs in some state, and none runs that cites nothing or that nobody declared."""
    procedure, ran = found.procedure, set()
    declared = {clock.label for clock in procedure.clocks}
    for state in found.states:
        for clock in procedure.running(state.file.facts):
            if clock.label in ran:
                continue
            ran.add(clock.label)
            where = f"thời hạn “{clock.label}”"
            if not clock.explained.get("source"):
                yield Broken(
                    procedure.code, where, "chạy mà không nêu quy định hay văn bản nào đặt ra.",
                    "Ghi nguồn (`source`) vào lời giải thích của đồng hồ.",
                )  # fmt: skip
            if clock.label not in declared:
                yield Broken(
                    procedure.code, where, "chạy mà quy trình không khai.", "Khai ở `clocks`."
                )
    for label in sorted(declared - ran):
        yield Broken(
            procedure.code,
            f"thời hạn “{label}”",
            "đi thử mà không lần nào chạy.",
            "Xem bước bắt đầu thời hạn này có làm được không.",
        )


Proof = Callable[[Walk], Iterable[Broken]]
PROOFS: tuple[Proof, ...] = (
    walked_whole,
    everything_is_come_upon,
    every_state_has_a_way_out,
    nobody_is_disciplined_without_the_floor,
    every_decision_is_served_and_open_to_complaint,
    supervision_never_reaches_discipline,
    every_violation_has_one_outcome,
    every_deadline_runs_and_says_by_what,
)


#: What the walk of a variant proves of the states it came to, cut or not; the rest is proved of its base.
OF_WHAT_WAS_SEEN: tuple[Proof, ...] = (
    nobody_is_disciplined_without_the_floor,
    supervision_never_reaches_discipline,
    every_violation_has_one_outcome,
)

#: What is proved of a variant too that was walked whole.
OF_A_WHOLE_WALK: tuple[Proof, ...] = (
    every_state_has_a_way_out,
    every_decision_is_served_and_open_to_complaint,
)


def left_out(found: Walk) -> str:
    """What the walk of a variant did not come to, in words; empty where it came to everything."""
    unseen = found.unseen() if found.of_variant else []
    if not unseen and (found.whole or not found.of_variant):
        return ""
    cut = "" if found.whole else f"cắt ở {len(found.states)} trạng thái"
    missed = f"chưa đến {len(unseen)} bước, giai đoạn" if unseen else ""
    return f"{found.procedure.code} ({', '.join(one for one in (cut, missed) if one)})"


def _first_by_stage(states: Iterable[State]) -> Iterable[tuple[str, State]]:
    found: dict[str, State] = {}
    for state in states:
        found.setdefault(state.stage, state)
    return found.items()


def _told(found: Walk, state: State) -> str:
    """The way on which the walk came to a state, in the labels of its steps."""
    steps = [found.procedure.step(code) for code in found.path_to(state)]
    return " → ".join(f"“{step.label}”" for step in steps if step) or "ngay từ đầu"


__all__ = ["PROOFS", "broken"]
