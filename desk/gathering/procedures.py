"""Quy trình: what the catalogue and the page of one procedure show, read from its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput
from desk.gathering.law_words import rule_url
from desk.pages.case import CaseHeader
from desk.pages.parts import Fact, Link
from desk.pages.procedures import ProcedureGroup, ProcedurePage, ProcedureRow, ProcedureStep
from desk.worded import worded, wording
from registry.models import BodyKind
from workflows import catalogue
from workflows.drawing import NoDrawing, Walked, is_its_own, svg_of
from workflows.matter import Matter
from workflows.reading import cited_in_words, deadline_in_words, sources_in_words, told
from workflows.variants import differences


class DayAsked(forms.Form):
    """The day whose law the steps cite."""

    ngay = forms.DateField(
        label=gettext_lazy("Theo quy định ngày"), widget=DayInput, required=False
    )


@dataclass(frozen=True)
class Way:
    """How far one file has come: what stands out in the picture, and by each step's code when it was taken."""

    header: CaseHeader
    walked: Walked
    done: Mapping[str, str]


#: The parts of the regulations, by the number before a procedure's variant.
PARTS = {
    "P0": gettext_lazy("Tiếp nhận, xử lý thông tin"),
    "P1": gettext_lazy("Giám sát"),
    "P2": gettext_lazy("Kiểm tra chấp hành, kiểm tra chuyên đề"),
    "P3": gettext_lazy("Kiểm tra khi có dấu hiệu vi phạm"),
    "P5": gettext_lazy("Thi hành kỷ luật"),
    "P5S": gettext_lazy("Đình chỉ sinh hoạt, hoạt động"),
    "P7": gettext_lazy("Giải quyết khiếu nại kỷ luật"),
    "P8": gettext_lazy("Xóa tên, ra khỏi Đảng"),
    "P9": gettext_lazy("Thay đổi, hủy bỏ, phục hồi"),
    "P6": gettext_lazy("Giải quyết tố cáo"),
    "BC": gettext_lazy("Báo cáo định kỳ"),
    "HN": gettext_lazy("Kỳ họp, hội nghị"),
}


def part_of(procedure: type[Matter]) -> str:
    """The part of the regulations a procedure belongs to, in words."""
    part = procedure.code.partition(".")[0]
    return str(PARTS.get(part, part))


def procedure_groups() -> list[ProcedureGroup]:
    """Every procedure by the part it belongs to, each variant after what it varies."""
    groups: dict[str, list[ProcedureRow]] = {}
    for one in catalogue.DECLARED:
        groups.setdefault(part_of(one), []).append(_row(one))
    return [ProcedureGroup(title, rows) for title, rows in groups.items()]


def _row(procedure: type[Matter]) -> ProcedureRow:
    variation = procedure.stage.varies
    return ProcedureRow(
        code=procedure.code,
        label=worded(procedure.label),
        url=reverse("procedure", args=[procedure.code]),
        bodies=_bodies(procedure),
        stages=sum(len(machine.stage.enum) for machine in procedure.machines()),
        steps=len(procedure.all_steps()),
        varies=worded(variation.base.label) if variation else "",
        differences=[worded(one) for one in differences(procedure)],
    )


def procedure_page(
    procedure: type[Matter], today: date, asked: Any, way: Way | None = None
) -> ProcedurePage:
    """One procedure as it stands on the day asked, on `today` where none is; with the way of one file."""
    form = DayAsked(asked if asked.get("ngay") else {"ngay": today})
    on = form.cleaned_data["ngay"] if form.is_valid() else today
    plain = told(procedure, on)
    own = {step.code for step in procedure.all_steps() if is_its_own(step)}
    done = way.done if way else {}
    rows = {
        step["code"]: replace(_step(procedure, step, plain), done=done.get(step["code"], ""))
        for step in plain["steps"]
    }
    base = procedure.stage.varies.base if procedure.stage.varies else None
    return ProcedurePage(
        code=procedure.code,
        label=worded(procedure.label),
        sentence=worded(" ".join((procedure.__doc__ or "").split())),
        facts=_facts(procedure, plain, on),
        day_form=form,
        drawing=_drawing(procedure, way.walked if way else None),
        own_steps=[row for code, row in rows.items() if code in own],
        everyday_steps=[row for code, row in rows.items() if code not in own],
        base=Link(worded(base.label), reverse("procedure", args=[base.code])) if base else None,
        differences=[worded(one) for one in differences(procedure)],
        header=way.header if way else None,
    )


def _facts(procedure: type[Matter], plain: Mapping[str, Any], on: date) -> list[Fact]:
    before = _comes_after(procedure)
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
        label=worded(step["label"]),
        sources=worded(sources_in_words(procedure, step["source"])),
        target=worded(stages[step["target"]]) if step["target"] else "",
        role=worded(step["role"]),
        citation=worded(cited_in_words(step["basis"])),
        rule_url=rule_url(step["basis"]["rule"]),
        papers=[worded(one["title"]) for one in step["papers"]],
        deadline=worded(deadline_in_words(deadline, labels)) if deadline else "",
    )


def _comes_after(procedure: type[Matter]) -> list[str]:
    """The procedures it may follow; where a base with all its variants is among them, they are said at once."""
    before = [one for one in catalogue.DECLARED if procedure.comes_after(one)]
    varied: dict[Any, set[type[Matter]]] = {}
    for one in catalogue.DECLARED:
        if one.stage.varies:
            varied.setdefault(one.stage.varies.base, set()).add(one)
    whole = {one for one in before if one in varied and varied[one] <= set(before)}
    return [
        _("%(procedure)s (mọi biến thể)") % {"procedure": worded(one.label)}
        if one in whole
        else worded(one.label)
        for one in before
        if not (one.stage.varies and one.stage.varies.base in whole)
    ]


def _bodies(procedure: type[Matter]) -> str:
    return ", ".join(worded(kind.label) for kind in BodyKind if kind.value in procedure.bodies)


def _drawing(procedure: type[Matter], walked: Walked | None) -> str:
    """The picture, made by us of escaped labels; nothing where this machine has no Graphviz."""
    try:
        return mark_safe(svg_of(procedure, walked, wording()))  # noqa: S308 -- its labels are escaped where it is drawn
    except NoDrawing:
        return ""
