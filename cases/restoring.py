"""The door's objections about undoing a discipline: who decided it, who may find it wrongful, what it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import law
from cases import results
from cases.line_objections import above, ended
from cases.models import Case
from cases.reading import File
from law import Reason
from registry import tree
from registry.models import Body, BodyKind, Membership, Organisation, Succession, on
from workflows.forms import Whom
from workflows.stages import Step

#: Of the bodies of one organisation, which stands above which.
_RANK = (BodyKind.CELL, BodyKind.INSPECTION, BodyKind.STANDING, BodyKind.COMMITTEE)


def about_decider(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """The body named as the one that decided must stand over the subject, and under or with ours."""
    reasons = [*_about_body(file, answers), *_about_origin(file, answers)]
    cited = law.rule(step.basis, on=file.facts.acted_on).cited
    return [replace(one, citation=cited) for one in reasons]


def _about_body(file: File, answers: Mapping[str, Any]) -> list[Reason]:
    named = str(answers.get("deciding") or "")
    bodies = Body.objects.select_related("organisation")
    decider = bodies.filter(pk=named).first() if named.isdigit() else None
    if decider is None:
        return []  # said already: no such body
    day = file.facts.acted_on
    if decider.last_day and decider.last_day < day:
        return [ended(decider, day)]
    line = standing_line(file, day)
    if decider.organisation_id not in line:
        return [
            Reason(
                "levels.line",
                f"{decider.name} không phải tổ chức đảng quản lý, cấp trên của đối tượng.",
                remedy="Chọn tổ chức đảng đã quyết định kỷ luật; nơi ấy đã kết thúc hoạt động thì chọn nơi"
                " tiếp nhận, hoặc cấp trên trực tiếp.",
            )
        ]
    ours = bodies.get(pk=file.body)
    if _settles(ours, decider, line):
        return []
    return [
        Reason(
            "wrongful.settled_by",
            f"{ours.name} không có thẩm quyền giải quyết đối với quyết định của {decider.name}.",
            remedy="Chuyển cơ quan đã quyết định kỷ luật, hoặc cơ quan cấp trên của cơ quan ấy, xem xét.",
        )
    ]


def _settles(ours: Body, decider: Body, line: list[int]) -> bool:
    """Whether our body may look again at what the other decided: it is that body, or stands above it."""
    if ours.organisation_id == decider.organisation_id:
        kinds = [kind.value for kind in _RANK]
        return kinds.index(ours.kind) >= kinds.index(decider.kind)
    higher = line[line.index(decider.organisation_id) :]
    return ours.organisation_id in higher


def _about_origin(file: File, answers: Mapping[str, Any]) -> list[Reason]:
    """What is said to have been imposed is what the discipline's own file, where this came from it, ended in."""
    origin = Case.objects.get(pk=file.id).origin
    people = [one.register for one in file.facts.subjects if one.is_person]
    found = results.discipline_of(people[0], origin.reference) if origin and people else None
    if found is None or found.form is None:
        return []
    number = found.decision.partition(",")[0]
    if answers.get("undone") == found.form and number in str(answers.get("decision")):
        return []
    return [
        Reason(
            "outcome.differs",
            f"Hồ sơ {found.reference} kết thúc bằng {found.in_words}, khác với điều ghi ở đây.",
            remedy="Ghi đúng hình thức và số quyết định của hồ sơ kỷ luật.",
        )
    ]


def standing_line(file: File, day: date) -> list[int]:
    """The organisations over the subject on a day, lowest first: where a member last belonged, the cell too."""
    (registered, *_others) = [one.register for one in file.facts.subjects]
    if file.facts.whom is Whom.ORGANISATION:
        return [one for one in _standing(registered, day) if one != registered]
    home = Membership.objects.filter(person=registered, first_day__lte=day).order_by("first_day")
    last = home.values_list("cell", flat=True).last()
    return _standing(last, day) if last else []


def _standing(organisation: int, day: date) -> list[int]:
    """An organisation and those above it; in the place of one that has ended its successors, else its superior."""
    if Organisation.objects.filter(on(day), pk=organisation).exists():
        return tree.above(organisation, day)
    heirs = Succession.objects.filter(predecessor=organisation, day__lte=day)
    following = list(heirs.values_list("successor", flat=True)) or above(organisation, day)[:1]
    return list(dict.fromkeys(one for next_one in following for one in _standing(next_one, day)))
