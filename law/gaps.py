"""What an officer must still confirm from the full texts, rules without any row included."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.hits import Hit
from law.lawbook import LawBook

UNKNOWN, MISSING, UNCERTAIN = "unknown", "missing", "uncertain"
LABELS = {
    UNKNOWN: "có quy định nhưng chưa đọc được",
    MISSING: "chưa có dòng nào cho ngày này",
    UNCERTAIN: "chỉ nhớ lại, chưa chắc chắn",
}


@dataclass(frozen=True)
class Gap:
    """One rule that gives no verdict on a day, and why."""

    kind: str
    hit: Hit

    def as_json(self) -> dict[str, Any]:
        """Return the plain values `law gaps` prints."""
        return {
            "kind": self.kind,
            "rule": self.hit.rule,
            "label": self.hit.label_vi,
            "key": self.hit.key,
            "citation": self.hit.cited,
            "note": self.hit.note,
            "proposals": [proposal.as_json() for proposal in self.hit.proposals],
        }


def gaps(
    book: LawBook, on: date, layer: str | None = None, *, asked: Iterable[str] = ()
) -> tuple[Gap, ...]:
    """Return every rule to be asked on that day: unread first, then missing, then recalled.

    `asked` names further rules somebody asks: one that only a locality has leaves others without
    an answer.
    """
    order = (UNKNOWN, MISSING, UNCERTAIN)
    found = _found(book, on, layer, asked)
    return tuple(sorted(found, key=lambda gap: (order.index(gap.kind), gap.hit.rule)))


def _found(book: LawBook, on: date, layer: str | None, asked: Iterable[str]) -> Iterator[Gap]:
    local = book.layers.get(layer or "", {})
    for rule in sorted({*book.parameters, *local, *asked}):
        hit = book.rule(rule, on, layer=layer)
        if hit.key is None:
            yield Gap(MISSING, hit)
        elif hit.state == "unknown":
            yield Gap(UNKNOWN, hit)
        elif hit.confidence == "uncertain":
            yield Gap(UNCERTAIN, hit)
