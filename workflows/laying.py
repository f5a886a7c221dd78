"""What a step lays in the file, as plain values: the same for the real door and for one in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from workflows import balloting, motions, signing_route, stations
from workflows.conditions.discipline import form_voted
from workflows.conditions.limitation import time_has_run_out
from workflows.conditions.proceedings import told_late
from workflows.conditions.suspension_term import lengthening, unit_of
from workflows.everyday.handing_over import handed
from workflows.facts import Facts
from workflows.rows import RowKind
from workflows.stages import Step


@dataclass(frozen=True)
class NewRow:
    """A row to lay: facts that guards may read, and the words people wrote.

    One that takes the place of a corrected row keeps its `number`; others are numbered on.
    """

    kind: RowKind
    facts: Mapping[str, Any]
    words: Mapping[str, Any]
    number: int | None = None


@dataclass(frozen=True)
class NewFinding:
    """A finding to lay: the number of its subject, and its content."""

    subject: int
    content: str


@dataclass(frozen=True)
class Laying:
    """Everything one step lays: rows, a finding, the numbers it supersedes, the team it sets.

    `participants` are the bodies that take part from now on; `on_agenda` a file put on the agenda of a
    meeting, with what it is there for.
    """

    rows: tuple[NewRow, ...] = ()
    finding: NewFinding | None = None
    supersedes: tuple[int, ...] = ()
    team: tuple[tuple[int, str], ...] | None = None
    participants: tuple[int, ...] | None = None
    on_agenda: tuple[str, str] | None = None


def numbered(rows: Iterable[NewRow], first: int) -> list[tuple[int, NewRow]]:
    """Each row with its number in the file: its own, or the next from `first` on."""
    numbers = count(first)
    return [(next(numbers) if row.number is None else row.number, row) for row in rows]


def lay(step: Step, facts: Facts, inputs: Mapping[str, Any], personal: frozenset[str]) -> Laying:
    """Return what `step` lays, given its cleaned `inputs` and the names of the personal ones."""
    if step.finds:
        return Laying(finding=NewFinding(inputs["subject"], inputs["content"]))
    if step.lays is None:
        return Laying(supersedes=_superseded(step, facts, inputs))
    read = {name: value for name, value in inputs.items() if name not in personal}
    words = {name: value for name, value in inputs.items() if name in personal}
    if step.lays is RowKind.MEETING:
        # The base is frozen with the count. It is the full number of incumbents: whatever the law
        # leaves out can only make it smaller, so a motion that passes here passes under every reading.
        read["base"] = facts.members
    read |= _computed(step, replace(facts, inputs=inputs))
    row = NewRow(step.lays, read, words)
    return Laying(
        rows=(row,),
        supersedes=_superseded(step, facts, inputs),
        team=_team(step, inputs),
        participants=_taking_part(step, facts, read),
        on_agenda=(inputs["case"], inputs["purpose"]) if step.lays is RowKind.AGENDA else None,
    )


def _taking_part(step: Step, facts: Facts, read: Mapping[str, Any]) -> tuple[int, ...] | None:
    """The bodies of the levels; whoever a signed report is sent to has it before them from then on."""
    if step.lays is RowKind.LEVELS:
        return tuple(read["bodies"])
    origin = facts.last(RowKind.ORIGIN) if step.reports_up else None
    return (origin.facts["to"],) if origin and "to" in origin.facts else None


def _computed(step: Step, facts: Facts) -> dict[str, Any]:
    """What the file keeps beside the answers: the result of a ballot, whose proposal was sent, …"""
    if step.prepares:
        carried = {"carries_out": step.carries_out.value} if step.carries_out else {}
        return {"step": step.prepares, **carried, **_writers(facts, step.prepares)}
    if step.lays is RowKind.ENDORSED:  # bound to these words and to no later ones
        return signing_route.bound(facts, facts.inputs["draft"])
    if step.lays is RowKind.REASSIGNED:
        return signing_route.handed_at(facts)
    if step.votes and facts.sitting:
        totals = facts.inputs["totals"]
        found = balloting.outcome(facts, facts.sitting, step.votes, totals)
        return balloting.laid(found, facts.sitting, totals)
    if step.motion and facts.sitting:
        totals = facts.inputs["totals"]
        answer = motions.outcome(facts, facts.sitting, step.motion, totals)
        return motions.laid(answer, facts.sitting, totals)
    if step.lays is RowKind.REVIEWED:
        return dict(facts.reviewed or {})
    if step.lays is RowKind.SENT:
        return {"body": facts.body_at(step.at)}
    if step.lays is RowKind.SCOPE:
        return _unchanged(facts)
    if step.lays is RowKind.PASSED_ON:
        return {"from": facts.own}
    if step.lays is RowKind.FILE_HANDED:
        return handed(facts)
    if step.lays is RowKind.LIMITATION:
        return {"expired": time_has_run_out(facts), "form": form_voted(facts)}
    if step.lays in (RowKind.SUSPENSION, RowKind.EXTENSION) and "days" in facts.inputs:
        kind = lengthening(facts) if _suspends(step, facts) else None
        return {"unit": unit_of(kind, facts)} if kind else {}
    if step.lays is RowKind.LEGAL_NOTICE:
        return {"told_late": told_late(facts)}
    if step.lays is RowKind.LEVELS:
        proposing = list(facts.inputs.get("proposing", ()))  # none where a superior decides at once
        before = facts.last(RowKind.LEVELS)  # what was said when it was taken up goes on
        kept = {n: v for n, v in before.facts.items() if n not in facts.inputs} if before else {}
        assisting = facts.inputs.get("assisting")
        taking_part = [*proposing, facts.inputs["deciding"], *([assisting] if assisting else [])]
        return {**kept, "proposing": proposing, "bodies": taking_part}
    return {}


def _unchanged(facts: Facts) -> dict[str, Any]:
    """What an earlier change of the scope said, and this one leaves as it was."""
    before = facts.last(RowKind.SCOPE)
    names = ("theme", "period_from", "period_to") if before else ()
    said = {name: before.facts[name] for name in names if before and name in before.facts}
    return {name: value for name, value in said.items() if name not in facts.inputs}


def _suspends(step: Step, facts: Facts) -> bool:
    """Whether the length is that of a suspension; other extensions are in the unit of their plan."""
    return step.lays is RowKind.SUSPENSION or facts.last(RowKind.SUSPENSION) is not None


def _writers(facts: Facts, step: str) -> dict[str, Any]:
    """Whoever wrote the versions that this draft takes the place of: their words may stand in it still."""
    before = facts.last(RowKind.DRAFT, step=step)
    return {"writers": sorted(stations.writers(before, facts))} if before else {}


def _superseded(step: Step, facts: Facts, inputs: Mapping[str, Any]) -> tuple[int, ...]:
    if step.drops:
        return (inputs[step.drops],)
    if step.prepares:  # a new draft takes the place of the one before
        return _drafts(facts, step.prepares)
    if step.drafted:  # what was signed waits no longer
        return _drafts(facts, step.code)
    if step.lays in (RowKind.DECLINED, RowKind.WITHDRAWN):  # it ends; another may be submitted
        return (inputs["draft"],)
    if step.lays is RowKind.RECONSIDERED:
        return signing_route.set_aside(facts, inputs["draft"])
    return ()


def _drafts(facts: Facts, step: str) -> tuple[int, ...]:
    return tuple(row.number for row in facts.of(RowKind.DRAFT, step=step))


def _team(step: Step, inputs: Mapping[str, Any]) -> tuple[tuple[int, str], ...] | None:
    if step.lays not in (RowKind.PLAN, RowKind.CHANGE, RowKind.LEVELS) or "team" not in inputs:
        return None
    return tuple((member["person"], member["role"]) for member in inputs["team"])
