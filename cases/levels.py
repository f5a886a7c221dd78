"""Which bodies consider a discipline: those above the subject, from below; for a dissolution, two named ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import law
from cases.reading import File
from law import Reason
from registry import tree
from registry.models import Body, BodyKind, Membership, Organisation, Person, Placement
from registry.models import on as holds_on
from workflows.forms import Whom
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step

DISSOLUTION = "authority.org.dissolution"

_OF_LINE = {
    Whom.MEMBER: (
        "Các tổ chức đảng xem xét phải là tổ chức quản lý đảng viên này, xếp từ dưới lên.",
        "Chọn chi bộ của đảng viên, rồi từng cấp trên của chi bộ ấy; cấp quyết định ở trên cùng.",
    ),
    Whom.ORGANISATION: (
        "Các tổ chức đảng xem xét phải là cấp trên của tổ chức đảng này, xếp từ dưới lên.",
        "Chọn từng cấp trên của tổ chức đảng được xem xét; tổ chức ấy tự kiểm điểm, không xem xét chính mình.",
    ),
}


def about_levels(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Only bodies that stand above the subject propose and decide, the lower ones first."""
    if step.lays is not RowKind.LEVELS or not isinstance(answers.get("proposing", []), list):
        return []
    proposing = _numbers(answers.get("proposing", []))
    deciding = _numbers([answers.get("deciding")])
    bodies = Body.objects.in_bulk([*proposing, *deciding])
    line = _line(file)
    heights = [
        line.index(body.organisation_id) if body.organisation_id in line else -1
        for one in (*proposing, *deciding)
        if (body := bodies.get(one))
    ]
    reasons = []
    if -1 in heights or heights != sorted(heights):
        text, remedy = _OF_LINE[file.facts.whom]
        reasons.append(Reason("levels.line", text, remedy=remedy))
    if file.procedure.dissolves:
        asked = [[bodies[n] for n in some if n in bodies] for some in (proposing, deciding)]
        reasons += _about_dissolution(asked[0], asked[1], line, file.facts.acted_on)
    return reasons


def _numbers(answers: Sequence[Any]) -> list[int]:
    return [int(str(one)) for one in answers if str(one).isdigit()]


def _line(file: File) -> list[int]:
    """The organisations above the subject that day, from the lowest up: a member's own cell among them."""
    facts = file.facts
    registered = [subject.register for subject in facts.subjects]
    if facts.whom is Whom.ORGANISATION:
        return _above(registered[0], facts.acted_on)
    homes = Membership.objects.filter(holds_on(facts.acted_on), person__in=registered)
    return tree.above(homes.values_list("cell", flat=True).first() or 0, facts.acted_on)


def _above(organisation: int, day: date) -> list[int]:
    """The organisations above one on a day; above one that has ended, those of its last day."""
    if line := tree.above(organisation, day)[1:]:
        return line
    ended = Placement.objects.filter(organisation=organisation, last_day__lt=day)
    last = ended.order_by("-last_day").values_list("last_day", flat=True).first()
    return tree.above(organisation, last)[1:] if last else []


def _about_dissolution(
    proposing: list[Body], deciding: list[Body], line: list[int], day: date
) -> list[Reason]:
    """The committee directly above proposes, the one above that decides, as the Charter has it."""
    hit = law.rule(DISSOLUTION, on=day)
    if not hit.gives_verdict:
        return []
    right = (
        [(one.kind, one.organisation_id) for one in proposing]
        == [(BodyKind.COMMITTEE.value, above) for above in line[:1]]
        and [(one.kind, one.organisation_id) for one in deciding]
        == [(BodyKind.COMMITTEE.value, above) for above in line[1:2]]
        and len(line) > 1
    )
    if right:
        return []
    return [
        Reason(
            DISSOLUTION,
            f"Giải tán do {hit.value['propose']} đề nghị và {hit.value['decide']} quyết định.",
            hit.cited,
            hit.confidence,
            "Chọn một cấp đề nghị là cấp ủy cấp trên trực tiếp của tổ chức đảng này, và cấp quyết định là cấp"
            " ủy trên nữa.",
        )
    ]


def about_own_organisation(
    kind: type[Matter], body: Body, subjects: Sequence[Person | Organisation], on: date
) -> list[Reason]:
    """An organisation is disciplined by those above it, never by a body of its own or of another line."""
    if not kind.disciplines or "organisation" not in kind.subjects:
        return []
    organisations = [one for one in subjects if isinstance(one, Organisation)]
    if all(body.organisation_id in _above(one.pk, on) for one in organisations):
        return []
    return [
        Reason(
            "subjects.line",
            f"{body.name} không phải cơ quan cấp trên của tổ chức đảng được xem xét.",
            remedy="Chọn tổ chức đảng trực thuộc, hoặc chuyển cơ quan cấp trên của tổ chức ấy xem xét.",
        )
    ]
