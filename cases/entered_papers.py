"""What a paper signed by hand says of itself, held against its day and its book: its grounds, its number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from cases.reading import File
from documents.grounds import not_in_force
from documents.numbering import next_in
from documents.refusals import instrument_not_in_force
from law import Reason
from workflows.stages import Step

#: "03-QĐ/CB": the number and the symbol of a numbered paper.
_NUMBERED = re.compile(r"\s*(\d+)-([A-Za-zĐđ]+)/")


def about_number(
    file: File, step: Step, body: int, said: Mapping[str, Any], name: str
) -> list[Reason]:
    """What stands against entering a signed paper under the number it bears; none for papers that bear none."""
    signing = file.procedure.step(step.prepares) if step.prepares else step
    found = _NUMBERED.match(str(said.get(name) or ""))
    symbols = {kind.symbol for kind in signing.issues if kind.numbered} if signing else set()
    if found is None or found[2] not in symbols:
        return []
    number, due = int(found[1]), next_in(body, found[2], file.facts.acted_on)
    if number == due:
        return []
    if number < due:
        return [
            Reason(
                "paper.number.duplicate",
                f"Số {found[1]}-{found[2]} đã có trong sổ văn bản của cơ quan này.",
                remedy=f"Đối chiếu bản giấy; số tiếp theo trong sổ là {due:02d}.",
            )
        ]
    return [
        Reason(
            "paper.number.gap",
            f"Số {found[1]}-{found[2]} để trống số {_left_out(due, number)} trong sổ văn bản.",
            remedy="Nhập các văn bản mang số còn trống trước, hoặc ghi lại đúng số trên bản giấy.",
        )
    ]


def _left_out(first: int, until: int) -> str:
    last = until - 1
    return f"{first:02d}" if first == last else f"{first:02d}–{last:02d}"


def about_grounds(said: str, dated: str) -> list[Reason]:
    """Instruments that the paper names as its grounds and that do not hold on the day it bears."""
    try:
        day = date.fromisoformat(dated)
    except ValueError:
        return []  # said already: this answer is missing or unclear
    return [instrument_not_in_force(one, day) for one in not_in_force((), said.splitlines(), day)]
