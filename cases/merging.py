"""The door's objections to a discipline that runs together with an inspection: one meeting, two papers."""

from __future__ import annotations

from collections.abc import Collection

import law
from cases.models import Case, Finding, Subject
from cases.reading import File
from law import Reason
from workflows.conclusions.of_inspection import Outcome
from workflows.matter import Matter
from workflows.stages import Step

#: Either of them: the member has explained, or would not.
_EXPLAINED = frozenset({"receive_explanation", "proceed_without_explanation"})


def explained(taken: Collection[str]) -> bool:
    """Whether an inspection in which these steps were taken has heard the member and not concluded."""
    return bool(_EXPLAINED.intersection(taken)) and "conclude" not in taken


def about_opening(kind: type[Matter], origin: Case | None) -> list[Reason]:
    """It is opened out of an inspection that runs, in which the member has explained."""
    if not kind.merges or origin is None:
        return []
    if explained(set(origin.history.values_list("step", flat=True))):
        return []
    return [
        Reason(
            "merged.not_running",
            "Chỉ xem xét kỷ luật cùng với cuộc kiểm tra đang tiến hành, sau khi đối tượng đã giải trình.",
            remedy="Chưa giải trình thì chờ; đã kết luận thì mở hồ sơ kỷ luật theo kết luận kiểm tra.",
        )
    ]


def about_step(file: File, step: Step) -> list[Reason]:
    """One meeting concludes and votes; two papers come of it, the notice before the decision."""
    if not file.procedure.merges or not (step.votes or step.code == "decide"):
        return []
    origin = Case.objects.filter(followed_by=file.id).first()
    if origin is None:
        return []
    records = origin.history.filter(step__in=("consider_result", "conclude"))
    days = {record.step: record.acted_on for record in records.order_by("sequence")}
    cited = law.rule(step.basis, on=file.facts.acted_on).cited
    if step.code == "vote_to_decide" and days.get("consider_result") != file.facts.acted_on:
        return [
            Reason(
                "merged.one_meeting",
                f"Kỳ họp ngày này chưa xem xét, kết luận cuộc kiểm tra {origin.reference}.",
                cited,
                remedy="Ghi việc họp xem xét, kết luận ở hồ sơ kiểm tra cùng ngày rồi bỏ phiếu.",
            )
        ]
    if step.code == "decide" and "conclude" not in days:
        return [
            Reason(
                "merged.two_papers",
                f"Chưa ban hành thông báo kết luận của cuộc kiểm tra {origin.reference}.",
                cited,
                remedy="Ban hành thông báo kết luận kiểm tra trước; quyết định kỷ luật là văn bản riêng.",
            )
        ]
    if step.code == "decide" and not _found_to_discipline(origin, file.id):
        return [
            Reason(
                "merged.no_violation",
                f"Cuộc kiểm tra {origin.reference} không kết luận đồng chí này vi phạm đến mức thi hành kỷ luật.",
                cited,
                remedy="Kết thúc hồ sơ kỷ luật, không thi hành kỷ luật; kết luận sai thì đính chính ở hồ sơ kiểm tra.",
            )
        ]
    return []


def _found_to_discipline(inspection: Case, discipline: int) -> bool:
    """Whether the inspection concluded that the person of this discipline is to be disciplined here."""
    people = Subject.objects.filter(case=discipline, superseded_by=None).values("person")
    found = Finding.objects.filter(case=inspection, subject__person__in=people, superseded_by=None)
    return found.filter(stage=Outcome.OWN_DISCIPLINE).exists()
