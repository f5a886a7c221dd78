"""What is to be done next in a file and whose turn it is: derived from the facts after each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from permissions.roles import HAND_ROLES, Relation, Role
from workflows import drafts, own_steps, stations
from workflows.clocks import Clock
from workflows.everyday import correction, handing_over, passing_on
from workflows.everyday.pausing import RESUME
from workflows.everyday.remedies import CHECK
from workflows.facts import Facts
from workflows.followed import waiting as waiting_in
from workflows.matter import Matter
from workflows.pauses import paused
from workflows.remedied import standings
from workflows.rows import RowKind
from workflows.signing_route import COLLECTIVE, ENDORSE, GIVE, every_waiting
from workflows.stages import Step

#: A role in a body, or one person.
Holder = tuple[str, int | None, int | None]
Seats = tuple[tuple[int, str], ...]


def work_of(
    procedure: type[Matter], facts: Facts, team: Seats, clocks: Sequence[Clock]
) -> list[dict[str, Any]]:
    """Return the work rows of a file: one per next step and holder, one per paper without a number.

    `clocks` are the deadlines that run; the work is due by the first of them.
    """
    first = min((clock.last_day for clock in clocks), default=None)
    due = first and first.isoformat()
    since = facts.moved_on.isoformat()
    on_the_way = {row.facts["step"] for row in every_waiting(facts) if stations.pending(row, facts)}
    waiting = [
        (step.code, holder, due)
        for step in next_steps(procedure, facts)
        if step.code not in on_the_way  # the signer's turn comes after the last station
        for holder in _holders(step, facts, team)
    ]
    rows: list[dict[str, Any]] = []
    handed = _handed_over(facts)
    followed = _followed(procedure, facts, team)
    for code, (role, body, person), day in (
        *waiting, *handed, *_of_routes(procedure, facts, due), *followed,
    ):  # fmt: skip
        row = {
            "step": code,
            "role": role,
            "body": body,
            "person": person,
            "since": since,
            "due": day,
        }
        if row not in rows:  # one body may stand in two relations
            rows.append(row)
    return rows


def _of_routes(
    procedure: type[Matter], facts: Facts, due: str | None
) -> Iterator[tuple[str, Holder, str | None]]:
    """Whose turn it is on the routes of the drafts: at a station, asked for an opinion, handed the writing."""
    for draft in facts.of(RowKind.DRAFT):
        signing = procedure.step(draft.facts["step"])
        if signing is None:
            continue
        if drafts.waiting(signing.code, facts) != draft:
            handed = facts.last(RowKind.REASSIGNED, draft=draft.number, task="soan")
            if handed:
                yield drafts.PREFIX + signing.code, ("", None, handed.facts["person"]), due
            continue
        station = stations.pending(draft, facts)
        deed = COLLECTIVE if station == stations.Station.COLLECTIVE else ENDORSE
        for role in stations.HOLDERS.get(station, stations.MINUTES if station else ()):
            yield deed, (role.value, facts.body_at(signing.at), None), due
        if station and (person := stations.appraiser(draft, station, facts)):
            yield deed, ("", None, person), due
        for person, ask in stations.still_asked(draft, facts):
            yield GIVE, ("", None, person), ask.facts["due"]


def next_steps(procedure: type[Matter], facts: Facts) -> Iterator[Step]:
    """The steps of the ordinary path that come next: first what a move still lacks, else the move.

    A signing step comes after its draft; papers signed outside the path wait to be signed too. A move
    against which the file itself has chosen is not next.
    """
    offered = {step.code: step for step in procedure.on_the_table(facts)}
    yield from _beside_the_path(offered, facts)
    if paused(facts):
        return
    for step in offered.values():
        chosen = all(not g.judge(facts).reason for g in step.when if g.chooses)
        if step.moves and not step.aside and not step.about_finding and chosen:
            for next_one in _lacking(step, offered, facts) or [step]:
                ready = not next_one.drafted or drafts.waiting(next_one.code, facts)
                yield next_one if ready else procedure.steps[drafts.PREFIX + next_one.code]
    for step in offered.values():
        if step.drafted and not step.moves and drafts.waiting(step.code, facts):
            yield step
    if own_steps.unanswered(facts):
        yield procedure.steps[own_steps.ANSWER]
    if any(paper.state == "da_ky" for paper in facts.papers) and "number_paper" in procedure.steps:
        yield procedure.steps["number_paper"]


def _beside_the_path(offered: Mapping[str, Step], facts: Facts) -> Iterator[Step]:
    """What somebody waits for beside the path: a pause to end, a correction, a remedy, a file handed over."""
    waits = {
        RESUME: paused(facts),
        correction.CONFIRM: correction.waiting(facts),
        correction.SETTLE: correction.open_doubts(facts),
        CHECK: any(one.waits for one in standings(facts)),
        passing_on.TELL: passing_on.untold(facts),
    }
    yield from (offered[code] for code, waiting in waits.items() if waiting and code in offered)


def _handed_over(facts: Facts) -> Iterator[tuple[str, Holder, str | None]]:
    """A file handed over waits for the officer it was handed to, and for nobody else."""
    for row in handing_over.waiting(facts):
        yield handing_over.RECEIVE, ("", None, row.facts["to"]), None


def _followed(
    procedure: type[Matter], facts: Facts, team: Seats
) -> Iterator[tuple[str, Holder, str | None]]:
    """What the file awaits beside its path, also once it has ended: each kind by the first day it is due."""
    first: dict[str, str] = {}
    for kind, row in waiting_in(facts):
        due = kind.due_of(row).isoformat()
        first[kind.step] = min(first.get(kind.step, due), due)
    for code, due in first.items():
        if (step := procedure.steps.get(code)) and facts.stage in step.source:
            yield from ((code, holder, due) for holder in _holders(step, facts, team))


def _lacking(step: Step, offered: Mapping[str, Step], facts: Facts) -> list[Step]:
    """The steps that stay and lay what `step` waits for: a meeting, a vote, a hearing."""
    named = (
        offered.get(code)
        for guard in step.when
        if not guard.reads_inputs and guard.judge(facts).reason
        for code in guard.put_right_by(facts)
    )
    found = {one.code: one for one in named if one and not one.moves and not one.about_finding}
    return [one for one in found.values() if not one.everyday and _may_come(one, facts)]


def _may_come(step: Step, facts: Facts) -> bool:
    """Whether nothing known before its form is filled stands against a step that stays."""
    return all(guard.reads_inputs or not guard.judge(facts).reason for guard in step.when)


def _holders(step: Step, facts: Facts, team: Seats) -> Iterator[Holder]:
    """Whose turn a step is; where the body keeps its files on paper, theirs who enter for it.

    Once a file was handed over, the officer who received it has the area officer's turns.
    """
    answers = handing_over.responsible(facts)
    for relation, role in dict.fromkeys(step.by.seats):
        if relation in (Relation.HANDLING, Relation.LEVEL, Relation.DECIDING, Relation.ASSISTING):
            body = facts.body_at(relation)
            if body in facts.on_paper and relation is step.at:
                for hand in HAND_ROLES:
                    yield hand.value, facts.on_paper[body], None
            elif role is Role.AREA_OFFICER and relation is Relation.HANDLING and answers:
                yield role.value, None, answers
            elif body:
                yield role.value, body, None
        elif relation is Relation.TEAM:
            yield from ((seat, None, person) for person, seat in team if Role(seat) is role)
