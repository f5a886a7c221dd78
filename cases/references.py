"""What an answer names must be there: people, bodies and files of the register, rows and papers of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.guided import about_guidance
from cases.models import Attachment, Case
from cases.queries import visible_to
from cases.reading import File
from law import Reason
from registry.models import Body, Organisation, Person
from workflows import catalogue
from workflows.rows import RowKind
from workflows.stages import Step


def about_references(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Every answer that names something must name something there: in the register or in the file."""
    return [
        *_unknown_people(step, answers),
        *_not_in_the_file(file, step, answers),
        *_never_handed_in(step, answers),
        *_unknown_bodies(step, answers),
        *_unknown_organisations(step, answers),
        *_unknown_files(file, step, answers),
        *about_guidance(file, step, answers),
        *_not_on_the_team(file, step, answers),
    ]


def _unknown_people(step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    named = {
        member["person"]
        for q in step.inputs
        if q.kind == "team"
        for member in answers.get(q.name, ())
    }
    named |= {
        answers[q.name]
        for q in step.inputs
        if q.kind in ("post", "member", "person") and q.name in answers
    }
    known = (
        set(Person.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()
    )
    return [
        Reason(
            "input.person",
            f"Danh bạ không có người mang số {number}.",
            None,
            None,
            "Chọn lại trong danh bạ.",
        )
        for number in sorted(named - known)
    ]


def _not_in_the_file(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    facts, reasons = file.facts, []
    for question in step.inputs:
        if question.name not in answers or question.kind not in (
            "subject",
            "paper",
            "row",
            "evidence",
        ):
            continue
        there = {
            "subject": {subject.number for subject in facts.subjects},
            "paper": {paper.id for paper in facts.papers},
            "row": {row.number for row in facts.rows if row.kind in getattr(question, "of", ())},
            "evidence": {row.number for row in facts.of(RowKind.EVIDENCE)},
        }[question.kind]
        if answers[question.name] not in there:
            reasons.append(
                Reason(
                    f"input.{question.name}",
                    f"{question.label}: hồ sơ không có mục số {answers[question.name]}.",
                    remedy="Chọn một mục trong danh sách của hồ sơ.",
                )
            )
    return reasons


def _never_handed_in(step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    scans = {
        q.name: answers[q.name]["sha256"]
        for q in step.inputs
        if q.kind == "file" and q.name in answers
    }
    if not scans:
        return []
    kept = set(Attachment.objects.filter(pk__in=scans.values()).values_list("pk", flat=True))
    return [
        Reason(f"input.{name}", "Tệp này chưa được nộp.", remedy="Nộp tệp rồi gửi lại.")
        for name, sha in scans.items()
        if sha not in kept
    ]


def _unknown_bodies(step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    named = {
        number: question.name
        for question in step.inputs
        if question.kind in ("body", "bodies") and question.name in answers
        for number in _listed(answers[question.name])
    }
    known = set(Body.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()
    return [
        Reason(
            f"input.{named[number]}",
            f"Danh bạ không có cơ quan mang số {number}.",
            remedy="Chọn lại trong danh bạ.",
        )
        for number in sorted(set(named) - known)
    ]


def _unknown_organisations(step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    named = {
        q.name: answers[q.name]
        for q in step.inputs
        if q.kind == "organisation" and q.name in answers
    }
    return [
        Reason(
            f"input.{name}",
            f"Danh bạ không có tổ chức đảng mang số {number}.",
            remedy="Chọn lại trong danh bạ.",
        )
        for name, number in named.items()
        if not Organisation.objects.filter(pk=number).exists()
    ]


def _not_on_the_team(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Whoever is planned to work is on the file's own team."""
    team = {person for person, _role in file.team}
    return [
        Reason(
            f"input.{question.name}",
            f"{question.label}: có người không ở trong đoàn.",
            remedy="Chọn trong danh sách của đoàn.",
        )
        for question in step.inputs
        if question.kind == "teammates" and set(answers.get(question.name, ())) - team
    ]


def _listed(answer: Any) -> list[int]:
    return answer if isinstance(answer, list) else [answer]


def _unknown_files(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """A meeting or a matter that the answers name must be there, and be the body's own concern."""
    reasons = []
    for question in step.inputs:
        if question.kind not in ("case", "meeting") or question.name not in answers:
            continue
        found = Case.objects.filter(reference=answers[question.name]).first()
        is_meeting = found is not None and catalogue.get(found.procedure).is_meeting
        if (
            found is None
            or not _may_open(file, found)
            or is_meeting != (question.kind == "meeting")
        ):
            words = "cuộc họp" if question.kind == "meeting" else "hồ sơ"
            reasons.append(
                Reason(
                    f"input.{question.name}",
                    f"Không có {words} số {answers[question.name]}.",
                    remedy="Chọn trong danh sách.",
                )
            )
        elif question.kind == "case" and not _concerns(found, file.body):
            reasons.append(
                Reason(
                    f"input.{question.name}",
                    f"Hồ sơ {found.reference} không thuộc việc của cơ quan họp.",
                    remedy="Chọn hồ sơ do cơ quan này thụ lý, được giao đề nghị hoặc quyết định.",
                )
            )
    return reasons


def _may_open(file: File, case: Case) -> bool:
    """Whoever names a file must be able to open it; else it is as if it were not there."""
    seen = visible_to(Person(pk=file.standing.person), file.facts.today)
    return seen.filter(pk=case.pk).exists()


def _concerns(case: Case, body: int) -> bool:
    return case.body_id == body or case.participants.filter(body=body).exists()
