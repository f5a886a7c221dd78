"""The door's objections to a removal: another file about the member comes first, and whose organ assists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import law
from cases.models import Case, StepRecord
from cases.opened import parts_open
from cases.reading import File
from law import Reason
from permissions.ways import Part
from registry.models import Body, BodyKind, Person
from workflows import catalogue
from workflows.rows import RowKind
from workflows.stages import Step

#: The parts of the regulations whose files look into a violation of a member.
_OF_VIOLATIONS = ("P3", "P5", "P5S")
#: Once this is done, a decision on discipline stands; what follows only watches that it is carried out.
_SETTLED_BY = "close_window"
_FIRST = "exit.conditions"


def about_removal(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Whatever the door knows of a removal beside its procedure."""
    return [*about_open_matters(file, step), *_about_organ(file, step, answers)]


def about_open_matters(file: File, step: Step) -> list[Reason]:
    """Discipline first: no vote and no decision while another file looks into a violation of the same member.

    The file is named only to whoever may see it; others are told no more than that there is one.
    """
    if step.code not in file.procedure.waits_at:
        return []
    return [_waits_for(one, file) for one in open_matters(file)]


def open_matters(file: File) -> list[Case]:
    """The open files about the same member in which a violation is inspected or disciplined, oldest first."""
    people = [one.register for one in file.facts.subjects if one.is_person]
    codes = [one.code for one in catalogue.DECLARED if one.code.partition(".")[0] in _OF_VIOLATIONS]
    settled = StepRecord.objects.filter(step=_SETTLED_BY).values("case")
    found = Case.objects.filter(
        procedure__in=codes, closed_on=None, subjects__person__in=people, subjects__superseded_by=None
    )  # fmt: skip
    return list(found.exclude(pk__in=settled).exclude(pk=file.id).distinct().order_by("pk"))


def _waits_for(other: Case, file: File) -> Reason:
    reader = Person.objects.filter(pk=file.standing.person).first()
    seen = reader is not None and Part.HEADER in parts_open(other.pk, reader, file.facts.acted_on)
    named = f"hồ sơ {other.reference}" if seen else "một hồ sơ khác"
    hit = law.rule(_FIRST, on=file.facts.acted_on)
    return Reason(
        "removal.discipline_first",
        f"Đảng viên đang được xem xét về vi phạm ở {named} chưa kết thúc.",
        citation=hit.cited or law.rule(file.procedure.stage.basis, on=file.facts.acted_on).cited,
        confidence=hit.confidence,
        remedy="Hồ sơ này chờ; xem xét, kết luận vi phạm trước rồi mới biểu quyết, quyết định.",
    )


def _about_organ(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """The organ that assists is one of the deciding body's own organisation, and no inspection committee."""
    if step.lays is not RowKind.LEVELS or not file.procedure.question:
        return []
    named = [answers.get(name) for name in ("assisting", "deciding")]
    if BodyKind.ORGAN in file.procedure.bodies:  # the organ itself keeps the file
        named[0] = file.body
    if not all(str(one).isdigit() for one in named):
        return []
    bodies = Body.objects.in_bulk([int(str(one)) for one in named])
    organ, deciding = (bodies.get(int(str(one))) for one in named)
    if organ is None or deciding is None:
        return []  # said already: the register has no such body
    if organ.kind == BodyKind.ORGAN and organ.organisation_id == deciding.organisation_id:
        return []
    return [
        Reason(
            "removal.organ",
            f"{organ.name} không phải cơ quan tham mưu về tổ chức của {deciding.name}.",
            citation=law.rule(step.basis, on=file.facts.acted_on).cited,
            remedy="Chọn ban tổ chức, ban xây dựng Đảng của cấp ủy quyết định; không phải ủy ban kiểm tra.",
        )
    ]
