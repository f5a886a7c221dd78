"""Where a walk begins: invented bodies, a subject, people who may, and no question of law left open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import law
from law import LawBook
from law.electorate import Person as Voter
from law.supposing import supposed
from permissions.predicates import Predicate
from permissions.roles import Role
from permissions.standing import Standing
from workflows.exploring.answers import CASE, DRAFTER, SIGNER
from workflows.exploring.memory import MemoryFile, opened
from workflows.facts import FURTHER_DOWN, RIGHT_UNDER, BodyFact, Facts, Subject
from workflows.forms import Form
from workflows.matter import Matter
from workflows.own_steps import is_own
from workflows.rows import RowKind
from workflows.sitting import Sitting
from workflows.stages import Step

OWN, CELL, BASE, ABOVE = 1, 2, 3, 4
#: The bodies of a member's line beside the one that handles the matter, from the lowest up.
REGISTER = {
    CELL: BodyFact(CELL, "chi_bo", "chi_bo"),
    BASE: BodyFact(BASE, "cap_uy", "co_so"),
    ABOVE: BodyFact(ABOVE, "btv", "tinh"),
}
#: Where each kind of body stands; any other at the province, whose level nobody doubts.
_LEVELS = {"chi_bo": "chi_bo", "chi_uy": "chi_bo"}
_SECOND_HAND = 105
_MEMBERS = 5


def starts(procedure: type[Matter], on: date) -> Iterator[MemoryFile]:
    """Yield the bare files a walk may begin with, the one with most in it first.

    A member who holds an office comes before one who holds none, an official one before one on probation, a
    member before an organisation.
    """
    kind = min(procedure.bodies, key=lambda one: (one != "ubkt", one), default="ubkt")
    decision = _decision(on, OWN) if procedure.reviews else None
    for level in _levels(procedure, kind):
        body = BodyFact(OWN, kind, level)
        for subjects in _subjects(procedure):
            file = opened(
                procedure, body, on, subjects=subjects, members=_MEMBERS, register=REGISTER, reviewed=decision
            )  # fmt: skip
            yield _led_by_the_subject(file) if kind == "chi_bo" and _in_office(subjects) else file


def _in_office(subjects: tuple[Subject, ...]) -> bool:
    return any(one.holds_post for one in subjects)


def _led_by_the_subject(file: MemoryFile) -> MemoryFile:
    """The file where the member is secretary of the cell that considers it."""
    return replace(file, facts=replace(file.facts, secretaries=(1,)))


def _levels(procedure: type[Matter], kind: str) -> tuple[str, ...]:
    """The level at which a walk begins; a review at the base, where not every form is in the body's power."""
    usual = _LEVELS.get(kind, "tinh")
    return ("co_so", usual) if procedure.reviews else (usual,)


def _decision(on: date, own: int) -> dict[str, Any]:
    """A decision of discipline received on the day the walk begins, which this body and one above may review."""
    form = Form.WARNING.value
    return {
        "discipline": CASE, "form": form, "decision": "", "decided_by": BASE, "first_by": BASE,
        "first_level": "co_so", "received_on": on.isoformat(),
        "next": [own], "above": [own, ABOVE], "people": [1, _SECOND_HAND],  # the subject voted too
    }  # fmt: skip


def _subjects(procedure: type[Matter]) -> Iterator[tuple[Subject, ...]]:
    if not procedure.subjects:
        yield ()
    if "person" in procedure.subjects:
        yield (Subject(1, True, 1, "cap_uy_vien", holds_post=True),)
        yield (Subject(1, True, 1),)
        yield (Subject(1, True, 1, "du_bi"),)
    if "organisation" in procedure.subjects:
        for stands in (RIGHT_UNDER, "", FURTHER_DOWN):
            yield (Subject(1, False, 1, "to_chuc_dang", stands=stands),)


# People


@cache
def standing_for(by: Predicate, person: int, on: date) -> Standing:
    """Somebody who may: the holder of the first office of `by` that is enough by itself.

    Raises LookupError where no single office is.
    """
    for relation, role in by.seats:
        own = role is Role.CONCERNED
        found = Standing(person, on, {relation: frozenset({role})}, is_subject=own)
        if not by.refusals(found):
            return found
    raise LookupError(f"Nobody may: {by.words}.")


def taker(step: Step, on: date) -> Standing:
    """Who takes the step on a walk: the subject his own, one who drafts, another who signs, a second who corrects."""
    if is_own(step):
        return standing_for(step.by, 1, on)
    if step.lays is RowKind.CORRECTION or step.second_hand:
        return standing_for(step.by, _SECOND_HAND, on)
    return standing_for(step.by, DRAFTER if step.prepares else SIGNER, on)


def sitting_for(step: Step, facts: Facts, on: date) -> Sitting | None:
    """The meeting at which the step votes, or whose roll it calls: in session, all there, on its agenda."""
    if not (step.at_a_meeting or step.calls_the_roll):
        return None
    body = facts.body_at(step.at) or facts.own
    known = facts.bodies.get(body)
    people = tuple(Voter(str(200 + one), frozenset(), True) for one in range(_MEMBERS))
    number = max((row.number for row in facts.rows), default=0)  # no other meeting had it
    kind = known.kind if known else facts.body
    return Sitting(f"HN-{number}", body, kind, on, "dang_hop", ("quyet_dinh",), people)


def sittings_for(step: Step, facts: Facts, on: date) -> Iterator[Sitting | None]:
    """The ordinary meeting of a step, then meetings at each of which one thing is wrong."""
    ordinary = sitting_for(step, facts, on)
    yield ordinary
    if ordinary is None or step.calls_the_roll:
        return
    yield replace(ordinary, stage="da_trieu_tap")
    yield replace(ordinary, held_on=facts.moved_on if facts.moved_on != on else facts.opened_on)
    yield replace(ordinary, purposes=())
    yield replace(ordinary, body=ordinary.body + 7)
    if voted := facts.last(RowKind.BALLOT) or facts.last(RowKind.MOTION):
        yield replace(ordinary, meeting=voted.facts["meeting"])


# Law


@contextmanager
def settled_law(on: date) -> Iterator[LawBook]:
    """Walk under the law in use with every open question supposed to be answered; give the law as it is."""
    as_it_is = law.book()
    with law.using(_supposed(as_it_is, on)):
        yield as_it_is


@cache
def _supposed(book: LawBook, on: date) -> LawBook:
    return supposed(book, on, (one.value for one in Form if one is not Form.NONE))
