"""Decisions of discipline lapse by themselves: what the law brings about on a day is written, nothing is deleted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db import transaction

import law
from cases import told
from cases.models import Case, Subject
from cases.reading import File, Reader, read_file
from law import Reason
from permissions.roles import Relation, Role
from permissions.standing import Standing
from proof.reader import as_the_system
from registry import clock
from registry.models import Person
from workflows import catalogue, reviews
from workflows.conditions.service import LAPSE, lapse_days
from workflows.everyday.lapsing import LAPSE_BY_LAW
from workflows.facts import Facts
from workflows.guards import look_up

#: Who stands in the history where no person acted: the law did, and the nightly job wrote it down.
NAME = "Phần mềm Kiểm Tra (tự động)"


@as_the_system()  # the law runs whoever reads the files
def lapse_what_has_run_out(today: date | None = None) -> list[str]:
    """Record every lapse that nobody disputes, as of `today`; return the references of the files, in order.

    Harmless again and again: a file that has lapsed is not looked at any more. What is disputed waits for
    the person who follows the file; what a newer discipline or an open complaint keeps in force stays.
    """
    day = today or clock.today()
    waiting = Case.objects.filter(closed_on=None, procedure__in=_lapsing()).order_by("pk")
    return [one.reference for one in waiting if _lapses(one, day)]


def newer_discipline(case: int, facts: Facts, on: date) -> str:
    """The reference of a discipline of the same subject that was announced while this one ran, and still stands."""
    handed = reviews.standing_of(facts).since
    days = lapse_days(facts, look_up(LAPSE, facts))
    if handed is None or not days:
        return ""
    ours = (
        Subject.objects.filter(case=case, superseded_by=None)
        .values("person", "organisation")
        .first()
    )
    others = Case.objects.filter(
        procedure__in=_disciplines(), subjects__superseded_by=None,
        subjects__person=ours["person"], subjects__organisation=ours["organisation"],
    ).exclude(pk=case)  # fmt: skip
    for other in others.order_by("pk"):
        theirs = read_file(other.pk, Reader(0, on, on))
        standing = theirs and reviews.standing_of(theirs.facts)
        if (
            standing
            and standing.effect in (reviews.Effect.IN_FORCE, reviews.Effect.CHANGED)
            and standing.since
            and handed < standing.since <= max(days)
        ):
            return other.reference
    return ""


def about_lapse(file: File, step: str) -> list[Reason]:
    """The door's objection to a lapse that a newer discipline of the same subject holds up."""
    if step not in ("record_lapse", LAPSE_BY_LAW):
        return []
    newer = newer_discipline(file.id, file.facts, file.facts.acted_on)
    hit = law.rule(LAPSE, on=file.facts.acted_on)
    return [
        Reason(
            "lapse.newer",
            f"Trong thời gian thi hành đã có quyết định kỷ luật mới ({newer}).",
            hit.cited,
            hit.confidence,
            "Tiếp tục theo dõi; xác nhận khi quyết định mới đã hết hiệu lực hoặc bị xóa bỏ.",
        )
        for newer in [newer]
        if newer
    ]


def _lapses(case: Case, day: date) -> bool:
    """Record the lapse of one decision where every condition of it holds; whether it was recorded."""
    actor = _the_software()
    standing = Standing(actor.pk, day, {Relation.DOOR: frozenset({Role.CLERK})})
    with law.steady(), transaction.atomic():
        file = read_file(case.pk, Reader(actor.pk, day, day), lock=True)
        step = file and file.procedure.step(LAPSE_BY_LAW)
        if file is None or step is None or file.facts.stage not in step.source:
            return False
        verdict = file.procedure.refusals(step, file.facts, standing, {})
        if verdict.reasons or about_lapse(file, step.code):
            return False
        told.write(replace(file, standing=standing), step, {}, verdict.hits, body=file.body)
    return True


def _the_software() -> Person:
    """The one entry of the register that is nobody: no account, no cell, no post."""
    return Person.objects.get_or_create(full_name=NAME)[0]


def _lapsing() -> list[str]:
    return [code for code, one in catalogue.PROCEDURES.items() if LAPSE_BY_LAW in one.steps]


def _disciplines() -> list[str]:
    return [code for code, one in catalogue.PROCEDURES.items() if one.disciplines]
