"""The route of a draft, in one place: who drafts submits → the stations of its route pass it → the signer decides.

The signer signs, returns with a reason, or, on a paper that carries out what a meeting decided, puts it
to the collective again: no single person refuses a collective decision.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from permissions.predicates import Predicate, holds, not_the_subject, on_team
from permissions.roles import Relation, Role
from workflows import stations
from workflows.drafts import waiting
from workflows.facts import Facts, Row
from workflows.guards import guard
from workflows.inputs import RowOf, Text
from workflows.offices import leaders, leaders_of
from workflows.rows import RowKind
from workflows.stages import Stages, Step

ENDORSE, RETURN, AGAIN = "endorse_draft", "return_draft", "put_to_collective_again"
COLLECTIVE, DECLINE, WITHDRAW = "record_collective_opinion", "decline_draft", "withdraw_draft"
ASK, GIVE, REASSIGN = "ask_opinions", "give_opinion", "reassign_draft"
#: Every deed on a waiting draft beside signing it: all are done on its own page.
ON_A_DRAFT = (ENDORSE, COLLECTIVE, RETURN, AGAIN, DECLINE, WITHDRAW, ASK, GIVE, REASSIGN)
BASIS = "basis.case_file"
may_endorse = leaders | (on_team(Role.TEAM_LEAD) & not_the_subject)


def signs(step: Step) -> bool:
    """Whether taking `step` puts the taker's name under a paper: signs it, issues it, or endorses it."""
    return (
        step.drafted
        or bool(step.issues)
        or step.lays is RowKind.PAPER_REPLACED
        or step.code == ENDORSE
    )


def every_waiting(facts: Facts) -> list[Row]:
    """The drafts of the file that wait for a signature, oldest first."""
    return [row for row in facts.of(RowKind.DRAFT) if waiting(row.facts["step"], facts) == row]


def decided_with(step: Step, facts: Facts) -> str:
    """The signing step on whose waiting draft `step` is a deed; empty when it waits for none."""
    if step.drafted:
        return step.code if waiting(step.code, facts) else ""
    if step.code in ON_A_DRAFT:
        return next((str(row.facts["step"]) for row in every_waiting(facts)), "")
    return ""


def endorsements(draft: Row, facts: Facts) -> list[Row]:
    """The endorsements that hold: of this very draft, bound to its words, and not taken back by a return."""
    held = facts.of(RowKind.ENDORSED, **bound(facts, draft.number), draft=draft.number)
    gone = [row.number for row in stations.passed(draft, facts).values()]
    return [row for row in held if not row.facts.get("station") or row.number in gone]


def bound(facts: Facts, draft: int) -> dict[str, Any]:
    """What an endorsement keeps of the draft it answers to: its step and the hash of its papers."""
    row = draft_of(facts, draft)
    return {"step": row.facts["step"], "papers": row.facts["papers"]} if row else {}


def handed_at(facts: Facts) -> dict[str, Any]:
    """The station whose appraisal is handed to another officer: the one at which the draft lies."""
    draft = draft_of(facts, facts.inputs["draft"])
    if draft is None or facts.inputs["task"] != "tham_dinh":
        return {}
    return {"station": stations.pending(draft, facts)}


def decision(facts: Facts, draft: int | None) -> Row | None:
    """The decision that a draft carries out: the newest of its kind since the file last moved."""
    row = draft_of(facts, draft)
    kind = row.facts.get("carries_out") if row else None
    taken = facts.last(RowKind(kind)) if kind else None
    return taken if taken and taken.on >= facts.moved_on else None


def set_aside(facts: Facts, draft: int) -> tuple[int, ...]:
    """The rows that end when a draft is put to the collective again: itself, and the decision."""
    taken = decision(facts, draft)
    return (draft, taken.number) if taken else (draft,)


@guard(remedy="Mở lại trang duyệt để xem bản đang chờ.", reads_inputs=True)
def the_draft_waits(facts: Facts) -> bool:
    """Dự thảo này không còn chờ ký."""
    return any(row.number == facts.inputs.get("draft") for row in every_waiting(facts))


@guard(remedy="Văn bản khác thì ký, hoặc trả lại và nêu lý do.", reads_inputs=True)
def the_draft_carries_out_a_decision(facts: Facts) -> bool:
    """Dự thảo này không thi hành điều tập thể đã quyết định ở giai đoạn này."""
    return decision(facts, facts.inputs.get("draft")) is not None


def endorse_draft(_self: Any) -> None:
    """Lãnh đạo, trưởng đoàn thẩm định, ký nháy đúng bản dự thảo đang chờ ký; dự thảo đổi thì ký nháy lại."""


def put_to_collective_again(_self: Any) -> None:
    """Người ký không đồng tình thì đưa ra tập thể xem xét lại, nêu lý do; không tự bác điều tập thể đã quyết định."""


WHICH = RowOf(name="draft", label="Dự thảo", of=[RowKind.DRAFT])


def declare_route(procedure: type, stages: Stages) -> None:
    """Give `procedure` the deeds on a waiting draft that lie between submitting it and signing it."""
    signing = [step for step in declared_steps(procedure) if step.drafted]
    if sources := stages_of(signing, stages):
        declared = stages.step(
            sources,
            label="Ký nháy, thẩm định dự thảo",
            by=anyone(signing),
            basis=BASIS,
            everyday=True,
            when=[the_draft_waits],
            inputs=[
                WHICH,
                Text(name="opinion", label="Ý kiến thẩm định", long=True, required=False),
            ],
            lays=RowKind.ENDORSED,
        )(endorse_draft)
        setattr(procedure, endorse_draft.__name__, declared)
    carrying = [step for step in signing if step.carries_out]
    if sources := stages_of(carrying, stages):
        declared = stages.step(
            sources,
            label="Đưa ra tập thể xem xét lại",
            by=_any(carrying),
            basis=carrying[0].basis,
            everyday=True,
            when=[the_draft_waits, the_draft_carries_out_a_decision],
            inputs=[WHICH, Text(name="reason", label="Lý do", long=True)],
            lays=RowKind.RECONSIDERED,
        )(put_to_collective_again)
        setattr(procedure, put_to_collective_again.__name__, declared)


def signers(procedure: type) -> Predicate | None:
    """Whoever signs any paper of the procedure; None when it has none to sign."""
    signing = [step for step in declared_steps(procedure) if step.drafted]
    return _any(signing) if signing else None


def anyone(signing: list[Step]) -> Predicate:
    """Whoever may have a part in a route: who signs, leads, writes or sits there, or is on the team.

    Which of them may do what with one draft, its route and its rows tell.
    """
    where = dict.fromkeys((Relation.HANDLING, *(step.at for step in signing)))
    offices = [leaders_of(one) for one in where]
    for role in (Role.SECTION_CHIEF, Role.AREA_OFFICER, Role.COMMITTEE_MEMBER, Role.CLERK):
        offices += [holds(role, of=one) for one in where]
    return (reduce(or_, offices) | on_team()) & not_the_subject


def may_endorse_of(step: Step) -> Predicate:
    """Who may endorse a draft of this step unasked: a leader of its body, the leader of the team."""
    return _leaders([step])


def _any(steps: list[Step]) -> Predicate:
    first, *rest = dict.fromkeys(step.by for step in steps)
    return reduce(or_, rest, first)


def _leaders(steps: list[Step]) -> Predicate:
    """The leaders of every body that signs, and the leader of the team."""
    others = dict.fromkeys(step.at for step in steps if step.at is not Relation.HANDLING)
    return reduce(or_, (leaders_of(where) for where in others), may_endorse)


def declared_steps(procedure: type) -> list[Step]:
    return [
        transition.custom["step"]
        for value in vars(procedure).values()
        for transition in getattr(value, "get_transitions", list)()
    ]


def stages_of(steps: list[Step], stages: Stages) -> list[Any]:
    """The stages at which a draft of these steps can wait, in the order of the procedure."""
    wanted = {source for step in steps for source in step.source}
    return [stage for stage in stages.enum if stage.value in wanted]


def draft_of(facts: Facts, number: int | None) -> Row | None:
    """The live draft laid under that number of the file."""
    return next((row for row in facts.of(RowKind.DRAFT) if row.number == number), None)
