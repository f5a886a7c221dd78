"""A paper put in the place of another: the old words with what was wrong in them said right, signed anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from documents import services
from documents.models import Paper, State
from documents.services import Draft
from documents.wording import figures
from law import Reason
from proof.canonical import nfc

#: Values that the press puts together itself, and the name under a paper: they are not said again.
_NOT_SAID = frozenset({"letterhead", "signatory"})


def drafted(
    paper: Paper, inputs: Mapping[str, Any], acted_on: date, signatory: Mapping[str, str]
) -> tuple[Draft | None, list[Reason]]:
    """The draft of the new paper, or every reason why there is none. Raises PaperRefused as drafting does."""
    if reasons := _against(paper):
        return None, reasons
    wrong, right = nfc(str(inputs["wrong"])).strip(), nfc(str(inputs["right"])).strip()
    said = {name: value for name, value in paper.values.items() if name not in _NOT_SAID}
    anew = {name: _said_right(value, wrong, right) for name, value in said.items()}
    if anew == said:
        text = f"Văn bản không có chỗ nào ghi “{wrong}”, hoặc sửa mà không đổi gì."
        return None, [
            Reason("input.wrong", text, remedy="Chép lại đúng chỗ sai như trong văn bản.")
        ]
    return services.draft(
        paper.catalogued, {**anew, "signatory": dict(signatory)}, body=paper.body, on=acted_on
    ), []


def is_replaceable(paper: Paper) -> bool:
    """Whether a new paper may take the place of this one."""
    return not _against(paper)


def _against(paper: Paper) -> list[Reason]:
    reasons = []
    if not paper.catalogued.signed_by.in_office:
        reasons.append(
            Reason(
                "paper.replace.kind",
                f"“{paper.catalogued.title}” không do người có chức vụ ký thay mặt cơ quan.",
                remedy="Biên bản, báo cáo có chỗ sai thì lập bản mới ở bước của nó, hoặc đính chính bước đó.",
            )
        )
    if paper.state not in (State.SIGNED, State.READY, State.ISSUED, State.SERVED, State.CANCELLED):
        reasons.append(
            Reason(
                "paper.replace.state",
                f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”, chưa có gì để thay thế.",
                remedy="Sửa dự thảo rồi trình ký lại.",
            )
        )
    if newer := paper.replaced_by.exclude(state=State.CANCELLED).first():
        reasons.append(
            Reason(
                "paper.replace.twice",
                f"Văn bản này đã được thay thế bằng {newer.number_text or newer.title}.",
                remedy="Chọn văn bản thay thế đó nếu nó còn chỗ sai.",
            )
        )
    return reasons


def _said_right(value: Any, wrong: str, right: str) -> Any:
    """A value with what was wrong said right, however deep it lies; a day is named as papers write it."""
    if isinstance(value, Mapping):
        return {name: _said_right(one, wrong, right) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_said_right(one, wrong, right) for one in value]
    if not isinstance(value, str):
        return value
    if _as_written(value) == wrong:
        return _as_day(right) or value
    return value.replace(wrong, right)


def _as_written(value: str) -> str:
    try:
        return figures(date.fromisoformat(value))
    except ValueError:
        return ""


def _as_day(said: str) -> str:
    """ "05/9/2026" as papers keep a day; empty for anything else."""
    try:
        day, month, year = (int(part) for part in said.split("/"))
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
