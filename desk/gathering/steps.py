"""The page of one step, and of opening a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from cases.models import Case, RecordPaper
from cases.reading import File
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.case import header
from desk.pages.parts import Link
from desk.pages.step import StepPage
from desk.worded import worded
from law import Reason
from law.differences import value_in_words
from permissions.roles import Role
from registry.models import Person
from workflows.everyday.correction import ASK, RECORD
from workflows.facts import Facts
from workflows.guards import spoken
from workflows.matter import Matter
from workflows.own_steps import is_own
from workflows.rows import RowKind
from workflows.stages import Step


def step_page(case: Case, file: File, step: Step, form: Any, reasons: Sequence[Reason]) -> StepPage:
    """Gather the page of `step`, with the reasons against it."""
    kinds = papers_of(file.procedure, step)
    return StepPage(
        header=header(case, file.procedure),
        title=worded(step.label),
        sentence=worded(step.sentence),
        form=form,
        basis=words.basis(step.basis, file.facts.acted_on),
        who=words.capitalised(worded(step.by.words)),
        acting_as=_acting_as(file),
        outcome=_outcome(file.procedure, step),
        papers=[f"{kind.title} ({kind.code})" for kind in kinds],
        limits=list(_limits(step, file.facts)),
        reasons=[words.reason(reason) for reason in reasons],
        verb=_verb(step),
        previews=_previews(case, step, kinds),
        warnings=[
            _(
                "Nội dung đã nộp được giữ nguyên: không rút lại, không sửa được. Cần thêm thì nộp bản mới."
            )
        ]
        if is_own(step)
        else (),
        final=not is_own(step),
    )


def _limits(step: Step, facts: Facts) -> Iterator[str]:
    """What the locality itself laid down for this step, each limit with its source; elsewhere nothing."""
    for guard in step.when:
        hit = spoken(guard.law, facts) if guard.law else None
        if hit and hit.layer:
            said = value_in_words({"value": hit.value, "unit": hit.unit, "state": hit.state})
            yield f"{worded(hit.label_vi)}: {said} ({hit.cited})"


def _verb(step: Step) -> str:
    if is_own(step):
        return _("Nộp")
    if step.code == ASK and step.inputs == (RECORD,):
        return _("Xem nội dung đã ghi")
    return _("Ký, chuyển văn thư lấy số") if step.drafted else _("Ghi bước này")


def known_words(case: Case, step: Step) -> dict[int | str, str]:
    """How the things of a file are called in its lists: papers by number, subjects by minus theirs.

    Rows about a person are called by that person's name, under "row 7".
    """
    kinds = {question.kind for question in step.inputs}
    called: dict[int | str, str] = {}
    if "paper" in kinds:
        held = RecordPaper.objects.filter(case=case).select_related("paper").defer("paper__values")
        called |= {
            one.paper_id: f"{one.paper.number_text} {one.paper.title}".strip() for one in held
        }
    if "subject" in kinds:
        subjects = case.subjects.filter(superseded_by=None).select_related("person", "organisation")
        called |= {-one.number: str(one) for one in subjects}
    if any(RowKind.RESPONSIBLE in getattr(question, "of", ()) for question in step.inputs):
        rows = case.filerows.filter(kind=RowKind.RESPONSIBLE, superseded_by=None)
        people = dict(rows.values_list("number", "facts__person"))
        names = Person.objects.in_bulk(list(people.values()))
        called |= {f"row {number}": str(names[person]) for number, person in people.items()}
    return called


def papers_of(procedure: type[Matter], step: Step) -> list[Any]:
    """The kinds of papers a step issues or writes (for a preparation, those of the step it prepares)."""
    signing = procedure.steps[step.prepares] if step.prepares else step
    return [*signing.issues, *signing.writes]


def _previews(case: Case, step: Step, kinds: list[Any]) -> list[Link]:
    """One link a paper: whoever prepares or signs sees each of them as it will be."""
    return [
        Link(
            _("Xem thử: %(paper)s") % {"paper": kind.title[0].lower() + kind.title[1:]},
            case_url(case, "step-preview", step=step.code, kind=kind.code),
            "eye",
        )
        for kind in kinds
    ]


def _acting_as(file: File) -> str:
    roles = {worded(Role(role).label) for held in file.standing.roles.values() for role in held}
    return ", ".join(sorted(roles)) or _("không giữ vai trò nào trong hồ sơ này")


def _outcome(procedure: type[Matter], step: Step) -> str:
    if step.target is None:
        return _("Hồ sơ ở nguyên giai đoạn hiện tại; việc được ghi vào nhật ký.")
    machine = procedure if step.code in procedure.steps else procedure.findings or procedure
    return _("Chuyển sang “%(stage)s”.") % {"stage": worded(machine.stage.enum(step.target).label)}
