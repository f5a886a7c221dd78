"""Sơ đồ hồ sơ: the procedure of one file with the way it has gone, and when each step was taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cases.models import Case, StepTaken
from cases.queries import taken_in
from desk.gathering.case import header
from desk.gathering.procedures import Way, procedure_page
from desk.pages.procedures import ProcedurePage
from workflows import catalogue
from workflows.drawing import Walked
from workflows.matter import Matter


def case_map_page(case: Case, today: date, asked: Any) -> ProcedurePage:
    """The procedure of `case`, its law as of the day asked, with the file's own way standing out."""
    procedure = catalogue.get(case.procedure)
    taken = list(taken_in(case))
    findings = case.findings.filter(superseded_by=None).values_list("stage", flat=True)
    way = Way(
        header(case, procedure),
        Walked(frozenset(_moves(procedure, taken)), frozenset({case.stage, *findings})),
        _done(taken),
    )
    return procedure_page(procedure, today, asked, way)


def _moves(procedure: type[Matter], taken: Iterable[StepTaken]) -> Iterable[tuple[str, str]]:
    """Each move with the stage it left: the file's, followed from its start; a finding's, by its record."""
    here = procedure.stage.start.value
    for one in taken:
        step = procedure.step(one.step)
        if step is None or not step.moves:
            continue
        if step.about_finding:
            yield (one.record.from_stage, step.code) if one.record else (step.source[0], step.code)
        else:
            yield here, step.code
            here = step.target or here


def _done(taken: Iterable[StepTaken]) -> dict[str, str]:
    """When each step was taken, the last time of several."""
    days: dict[str, list[date]] = {}
    for one in taken:
        days.setdefault(one.step, []).append(one.acted_on)
    return {
        step: f"{on[-1]:%d/%m/%Y}" + (_(" (%(n)d lần)") % {"n": len(on)} if len(on) > 1 else "")
        for step, on in days.items()
    }
