"""What is said of whoever is responsible must be what a file of their own says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases import results
from cases.models import Case
from cases.reading import File
from law import Reason
from workflows import catalogue
from workflows.rows import RowKind
from workflows.stages import Step

#: In which matters those answer who decided wrongly: an inspection, or a discipline.
_ANSWERS_IN = {"kiem_tra": "kiểm tra", "ky_luat": "kỷ luật"}


def about_answering(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Whoever is said to be inspected or disciplined for a wrongful discipline is so in a file opened out of it."""
    matter = _ANSWERS_IN.get(str(answers.get("result")))
    if step.lays is not RowKind.ANSWERED_FOR or matter is None:
        return []
    reference = str(answers.get("reference") or "").strip().upper()
    found = Case.objects.filter(reference=reference, origin=file.id).first()
    if found is not None and catalogue.get(found.procedure).disciplines == (matter == "kỷ luật"):
        return []
    return [
        Reason(
            "input.reference",
            f"Chưa ghi hồ sơ {matter} nào được lập theo hồ sơ này.",
            remedy=f"Lập hồ sơ {matter} từ hồ sơ này, rồi ghi số của hồ sơ đó.",
        )
    ]


def about_person_result(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """A result laid for somebody on the list names a file of discipline about that person, and its outcome."""
    if step.lays is not RowKind.ACCOUNTED or "file" not in answers:
        return []
    chosen = str(answers.get("responsible"))
    rows = [r for r in file.facts.of(RowKind.RESPONSIBLE) if str(r.number) == chosen]
    if not rows:
        return []  # said already: the answer names nothing of the file
    reference = str(answers["file"]).strip().upper()
    found = results.discipline_of(rows[0].facts["person"], reference)
    if found is None:
        return [
            Reason(
                "input.file",
                f"Không có hồ sơ kỷ luật số {reference} đối với người này.",
                remedy="Ghi đúng số hồ sơ kỷ luật của người này, hoặc lập hồ sơ theo hồ sơ này.",
            )
        ]
    if found.outcome == answers.get("result"):
        return []
    return [
        Reason(
            "outcome.differs",
            f"Kết quả ghi vào khác với hồ sơ kỷ luật ({reference}: {found.in_words or 'chưa có kết quả'}).",
            remedy="Ghi đúng kết quả của hồ sơ đó, sau khi quyết định có số hoặc hồ sơ đã kết thúc.",
        )
    ]
