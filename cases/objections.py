"""The door's own objections: what no procedure could know about drafts, corrections, keys and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cases.models import Attachment, Case
from cases.reading import File
from law import Reason
from registry.models import Body, Organisation, Person
from workflows import catalogue, drafts, powers
from workflows.facts import Facts
from workflows.matter import Matter
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Step

#: The longest key of a request that can be kept.
LONGEST_KEY = 64

UNREADABLE = Reason(
    "input.text",
    "Có ký tự không đọc được trong nội dung gửi lên.",
    remedy="Gõ lại phần đó rồi gửi lại.",
)


def about_draft(file: File, step: Step, facts: Facts) -> list[Reason]:
    if not step.drafted:
        return []
    draft = drafts.waiting(step.code, facts)
    if draft is None:
        return [
            Reason(
                "draft.none",
                f"Chưa có dự thảo trình ký cho bước “{step.label}”.",
                None,
                None,
                "Cán bộ soạn dự thảo và trình ký trước; người ký không tự soạn.",
            )
        ]
    if draft.by == file.standing.person:
        return [
            Reason(
                "draft.own",
                "Người soạn dự thảo không được tự ký duyệt.",
                None,
                None,
                "Người khác có thẩm quyền ký; hoặc người khác soạn lại dự thảo.",
            )
        ]
    return []


def about_correction(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Only a step that stayed and laid a fact is corrected, and only by a second person."""
    if step.lays is not RowKind.CORRECTION:
        return []
    laid = [row for row in file.facts.rows if str(row.laid_by) == str(answers.get("record"))]
    wrong = file.procedure.step(laid[0].step) if laid else None
    if wrong is None or wrong.moves or wrong.issues or wrong.lays is RowKind.CORRECTION:
        return [
            Reason(
                "correct.what",
                "Bước này không đính chính được: chỉ đính chính bước ghi thêm dữ kiện mà không chuyển giai đoạn.",
                remedy="Văn bản đã ký sai thì ban hành văn bản mới; bước chuyển sai thì xin ý kiến người ký.",
            )
        ]
    if any(row.by == file.standing.person for row in laid):
        return [
            Reason(
                "correct.alone",
                "Người đã ghi bước này không tự đính chính; phải có người khác xác nhận chỗ sai.",
                remedy="Người khác trong đoàn, hoặc cán bộ theo dõi địa bàn, ghi bước đính chính.",
            )
        ]
    return []


def about_key(key: str) -> list[Reason]:
    """A key longer than can be kept would not be known again."""
    if len(key) <= LONGEST_KEY and key.isprintable():
        return []
    remedy = f"Dùng khóa không quá {LONGEST_KEY} ký tự in được."
    return [Reason("door.key", "Khóa yêu cầu quá dài hoặc có ký tự lạ.", remedy=remedy)]


def about_references(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Every answer that names something must name something there: in the register or in the file."""
    return [
        *_unknown_people(step, answers),
        *_not_in_the_file(file, step, answers),
        *_never_handed_in(step, answers),
        *_unknown_bodies(step, answers),
        *_unknown_files(file, step, answers),
    ]


def _unknown_people(step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    named = {
        member["person"]
        for q in step.inputs
        if q.kind == "team"
        for member in answers.get(q.name, ())
    }
    named |= {answers[q.name] for q in step.inputs if q.kind == "post" and q.name in answers}
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
        if found is None or is_meeting != (question.kind == "meeting"):
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


def _concerns(case: Case, body: int) -> bool:
    return case.body_id == body or case.participants.filter(body=body).exists()


def about_opening(
    kind: type[Matter],
    step: str,
    body: Body,
    subjects: Sequence[Person | Organisation],
    origin: Case | None,
    on: date,
) -> list[Reason]:
    reasons = []
    if step in kind.also_opens and origin is None:
        reasons.append(
            Reason(
                "origin.none",
                "Bước này mở hồ sơ theo kết luận của một hồ sơ trước, nhưng chưa nêu hồ sơ nào.",
                remedy="Chọn hồ sơ trước, hoặc lập đề xuất mới.",
            )
        )
    if step not in (kind.opens, *kind.also_opens):
        reasons.append(
            Reason(
                "order",
                f"Bước “{step}” không mở hồ sơ của quy trình “{kind.label}”.",
                remedy="Mở hồ sơ bằng bước đầu của quy trình.",
            )
        )
    if body.kind not in kind.bodies:
        reasons.append(
            Reason(
                "body.kind",
                f"{body.name} không phải chủ thể của quy trình “{kind.label}”.",
                None,
                None,
                "Chọn cơ quan có thẩm quyền làm chủ thể.",
            )
        )
        reasons += powers.without_power(body.kind, on) if kind.disciplines else ()
    if kind.one_subject and len(subjects) > 1:
        reasons.append(
            Reason(
                "subjects.one",
                f"Hồ sơ “{kind.label}” chỉ có một đối tượng.",
                remedy="Mỗi người một hồ sơ; một cuộc họp có thể xem xét nhiều hồ sơ.",
            )
        )
    if not subjects and kind.subjects:
        reasons.append(
            Reason(
                "subjects.none",
                "Hồ sơ chưa có đối tượng.",
                None,
                None,
                "Chọn ít nhất một đối tượng.",
            )
        )
    if any(
        ("person" if isinstance(one, Person) else "organisation") not in kind.subjects
        for one in subjects
    ):
        reasons.append(
            Reason(
                "subjects.kind",
                f"Đối tượng này không thuộc quy trình “{kind.label}”.",
                remedy="Chọn đúng loại đối tượng, hoặc chọn quy trình khác.",
            )
        )
    if len({(type(one), one.pk) for one in subjects}) < len(subjects):
        reasons.append(
            Reason(
                "subjects.twice",
                "Một đối tượng được ghi hai lần.",
                remedy="Bỏ dòng trùng.",
            )
        )
    return reasons


def no_such_step(procedure: type[Procedure], step: str) -> Reason:
    return Reason(
        "order",
        f"Quy trình “{procedure.label}” không có bước “{step}”.",
        None,
        None,
        "Chọn một bước trong danh sách của quy trình.",
    )
