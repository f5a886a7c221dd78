"""Quy trình: what the catalogue and the page of one procedure show, read from its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput
from desk.gathering.law_words import rule_url
from desk.pages.parts import Fact
from desk.pages.procedures import ProcedurePage, ProcedureRow, ProcedureStep
from registry.models import BodyKind
from workflows import catalogue
from workflows.drawing import NoDrawing, is_its_own, svg_of
from workflows.matter import Matter
from workflows.reading import cited_in_words, deadline_in_words, sources_in_words, told


class DayAsked(forms.Form):
    """The day whose law the steps cite."""

    ngay = forms.DateField(
        label=gettext_lazy("Theo quy định ngày"), widget=DayInput, required=False
    )


def procedure_rows() -> list[ProcedureRow]:
    """Every procedure, in the order of the catalogue."""
    return [
        ProcedureRow(
            code=one.code,
            label=one.label,
            url=reverse("procedure", args=[one.code]),
            bodies=_bodies(one),
            stages=sum(len(machine.stage.enum) for machine in one.machines()),
            steps=len(one.all_steps()),
        )
        for one in catalogue.DECLARED
    ]


def procedure_page(procedure: type[Matter], today: date, asked: Any) -> ProcedurePage:
    """One procedure as it stands on the day asked, on `today` where none is."""
    form = DayAsked(asked if asked.get("ngay") else {"ngay": today})
    on = form.cleaned_data["ngay"] if form.is_valid() else today
    plain = told(procedure, on)
    own = {step.code for step in procedure.all_steps() if is_its_own(step)}
    rows = {step["code"]: _step(procedure, step, plain) for step in plain["steps"]}
    return ProcedurePage(
        code=procedure.code,
        label=procedure.label,
        sentence=" ".join((procedure.__doc__ or "").split()),
        facts=_facts(procedure, plain, on),
        day_form=form,
        drawing=_drawing(procedure),
        own_steps=[row for code, row in rows.items() if code in own],
        everyday_steps=[row for code, row in rows.items() if code not in own],
    )


def _facts(procedure: type[Matter], plain: Mapping[str, Any], on: date) -> list[Fact]:
    before = [
        catalogue.get(code).label for code in catalogue.PROCEDURES if procedure.may_follow(code)
    ]
    start = date.fromisoformat(plain["start"])
    return [
        Fact(_("Chủ thể"), _bodies(procedure)),
        Fact(_("Mở được từ hồ sơ"), "; ".join(before) or "—"),
        Fact(
            _("Ấn bản của ngày %(day)s") % {"day": f"{on:%d/%m/%Y}"},
            _("từ %(day)s") % {"day": f"{start:%d/%m/%Y}"},
            sub=plain["edition"][:12],
        ),
    ]


def _step(
    procedure: type[Matter], step: Mapping[str, Any], plain: Mapping[str, Any]
) -> ProcedureStep:
    stages = {one["code"]: one["label"] for one in plain["stages"]}
    labels = {one["code"]: one["label"] for one in plain["steps"]}
    deadline = step["deadline"]
    return ProcedureStep(
        label=step["label"],
        sources=sources_in_words(procedure, step["source"]),
        target=stages[step["target"]] if step["target"] else "",
        role=step["role"],
        citation=cited_in_words(step["basis"]),
        rule_url=rule_url(step["basis"]["rule"]),
        papers=[one["title"] for one in step["papers"]],
        deadline=deadline_in_words(deadline, labels) if deadline else "",
    )


def _bodies(procedure: type[Matter]) -> str:
    return ", ".join(str(kind.label) for kind in BodyKind if kind.value in procedure.bodies)


def _drawing(procedure: type[Matter]) -> str:
    """The picture, made by us of escaped labels; nothing where this machine has no Graphviz."""
    try:
        return mark_safe(svg_of(procedure))  # noqa: S308 -- its labels are escaped where it is drawn
    except NoDrawing:
        return ""
