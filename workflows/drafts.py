"""Preparing papers for signature: whoever writes a paper is not the one who signs it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from permissions.predicates import holds, not_the_subject, on_team
from permissions.roles import Role
from workflows.facts import Facts, Row
from workflows.rows import RowKind
from workflows.stages import Stages, Step
from workflows.stations import DRAFTER

PREFIX = "draft_"
#: What a draft's row keeps beside the answers: which step it waits for, and what binds the signer.
ABOUT = ("step", "papers", "carries_out", "route", "writers")
may_draft = (
    holds(Role.AREA_OFFICER)
    | on_team(Role.TEAM_LEAD, Role.TEAM_SECRETARY)
    | holds(Role.COMMITTEE_MEMBER)
) & not_the_subject


def declare_drafts(procedure: type, stages: Stages) -> None:
    """For each signing step of `procedure` declare the step that prepares it, and ask the signer nothing."""
    for name, descriptor in list(vars(procedure).items()):
        for transition in getattr(descriptor, "get_transitions", list)():
            step: Step = transition.custom["step"]
            if step.drafted and not step.code.startswith(PREFIX):
                _declare_draft(procedure, stages, name, step)
                transition.custom["step"] = replace(step, inputs=())


def waiting(step: str, facts: Facts) -> Row | None:
    """The draft that waits for `step` to be signed: the newest live one that was not sent back to whoever wrote it."""
    draft = facts.last(RowKind.DRAFT, step=step)
    back = facts.of(RowKind.RETURNED, draft=draft.number) if draft else ()
    return None if any(row.facts.get("to") in (None, DRAFTER) for row in back) else draft


def _declare_draft(procedure: type, stages: Stages, name: str, step: Step) -> None:
    code = PREFIX + name
    if code in vars(procedure):
        return

    def prepare(_self: Any) -> None: ...

    prepare.__name__ = code
    prepare.__doc__ = f"Soạn dự thảo và trình ký: {step.label[0].lower()}{step.label[1:]}."
    declared = stages.step(
        [stages.enum(stage) for stage in step.source],
        label=f"Trình ký: {step.label[0].lower()}{step.label[1:]}",
        by=step.drafted_by or may_draft,
        at=step.at,
        basis=step.basis,
        inputs=list(step.inputs),
        when=[guard for guard in step.when if guard.reads_inputs],
        lays=RowKind.DRAFT,
        prepares=name,
        carries_out=step.carries_out,
    )(prepare)
    setattr(procedure, code, declared)
