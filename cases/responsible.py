"""What is said of a responsible person must be what their own file of discipline ended in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases import results
from cases.reading import File
from law import Reason
from workflows.rows import RowKind
from workflows.stages import Step


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
