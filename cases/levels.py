"""Which bodies consider a discipline: those above the subject, from below; for a dissolution, two named ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import law
from cases.line_objections import MOVED, about_moved, above, ended, line_of
from cases.reading import File
from cases.restoring import about_decider
from law import Reason
from registry.models import Body, BodyKind, Organisation, Person
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
    """Only bodies that stand above the subject propose and decide, the lower ones first, and none that has ended.

    A level that has sent its proposal stays, whatever became of it since.
    """
    if step.lays is not RowKind.LEVELS or not isinstance(answers.get("proposing", []), list):
        return []
    if file.procedure.restores:
        return about_decider(file, step, answers)
    day = file.facts.acted_on
    proposing, deciding = (
        _numbers(answers.get("proposing", [])),
        _numbers([answers.get("deciding")]),
    )
    bodies = Body.objects.select_related("organisation").in_bulk([*proposing, *deciding])
    done = {row.facts["body"] for row in file.facts.of(RowKind.SENT)}
    open_ones = [
        bodies[one] for one in (*proposing, *deciding) if one in bodies and one not in done
    ]
    reasons = [ended(one, day) for one in open_ones if one.last_day and one.last_day < day]
    line = line_of(file, day)
    strange = file.procedure.of_newcomers or file.procedure.of_former
    if not strange and not _from_below(open_ones, line):
        text, remedy = _OF_LINE[file.facts.whom]
        reasons.append(Reason("levels.line", text, remedy=remedy))
    if answers.get("route") == MOVED:
        reasons += about_moved(file, day)
    cited = law.rule(step.basis, on=day).cited
    reasons = [replace(one, citation=cited) for one in reasons]
    if file.procedure.dissolves:
        asked = [[bodies[n] for n in some if n in bodies] for some in (proposing, deciding)]
        reasons += _about_dissolution(asked[0], asked[1], line, day)
    return reasons


def _from_below(bodies: Sequence[Body], line: Sequence[int]) -> bool:
    """Whether all of them stand in the line, each at the height of the one before it or above."""
    if any(body.organisation_id not in line for body in bodies):
        return False
    heights = [line.index(body.organisation_id) for body in bodies]
    return heights == sorted(heights)


def _numbers(answers: Sequence[Any]) -> list[int]:
    return [int(str(one)) for one in answers if str(one).isdigit()]


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
    if all(body.organisation_id in above(one.pk, on) for one in organisations):
        return []
    return [
        Reason(
            "subjects.line",
            f"{body.name} không phải cơ quan cấp trên của tổ chức đảng được xem xét.",
            remedy="Chọn tổ chức đảng trực thuộc, hoặc chuyển cơ quan cấp trên của tổ chức ấy xem xét.",
        )
    ]
