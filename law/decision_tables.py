"""Decision tables: rows with conditions, each resting on a rule, none silently overlapping."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from law.faults import Fault, Impossible
from law.reading import Block
from law.rows import Parameter

DIMENSIONS = ("body", "subject", "form", "scope")
ROW_KEYS = {
    "id",
    *DIMENSIONS,
    "by",
    "verdict",
    "priority",
    "remedy",
    "needs_delegation",
    "from",
    "to",
}
VERDICTS = ("decides", "proposes", "appraises", "none", "ask")


@dataclass(frozen=True)
class AuthorityRow:
    """One row: an empty condition means any; `start`, `end` (inclusive) narrow the rule's dates."""

    id: str
    by: str
    conditions: Mapping[str, tuple[str, ...]]
    verdict: str | None
    priority: int
    remedy: str
    needs_delegation: bool
    start: date | None
    end: date | None
    line: int

    def as_json(self) -> dict[str, Any]:
        """Return the row as the file writes it."""
        return {name: list(words) for name, words in self.conditions.items() if words} | {
            "id": self.id,
            "by": self.by,
            "verdict": self.verdict,
            "priority": self.priority,
            "remedy": self.remedy,
            "needs_delegation": self.needs_delegation,
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
        }

    def matches(self, on: date, question: Mapping[str, str]) -> bool:
        """Return whether the row speaks of this question on that day."""
        within = (self.start is None or self.start <= on) and (self.end is None or on <= self.end)
        return within and all(
            question[name] in words for name, words in self.conditions.items() if words
        )

    def speaks_of(self, **asked: Iterable[str]) -> bool:
        """Return whether the row speaks of one of these words in each dimension named."""
        return all(
            not self.conditions[name] or bool(set(self.conditions[name]) & set(words))
            for name, words in asked.items()
        )

    def meets(self, other: "AuthorityRow") -> bool:
        """Return whether some question could match both rows."""
        return all(
            not self.conditions[name]
            or not other.conditions[name]
            or set(self.conditions[name]) & set(other.conditions[name])
            for name in DIMENSIONS
        )

    def periods(self, rule: Parameter) -> Iterator[tuple[date, date]]:
        """Yield the periods on which the row has something to say (both ends inclusive)."""
        for row in rule.rows:
            start = max(row.start, self.start or date.min)
            end = min(row.end or date.max, self.end or date.max)
            if start <= end:
                yield start, end


@dataclass(frozen=True)
class AuthorityTable:
    """The table of authority: its words with their labels, and its rows."""

    words: Mapping[str, Mapping[str, str]]
    rows: tuple[AuthorityRow, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the plain values an edition stores."""
        return {
            "words": {name: dict(words) for name, words in self.words.items()},
            "rows": [row.as_json() for row in self.rows],
        }

    def check(self, **question: str) -> None:
        """Raise Impossible, naming the accepted words, for a word the table does not know."""
        for name, word in question.items():
            if word not in self.words[name]:
                raise Impossible(
                    f"“{word}” không phải từ của {name}; dùng: {', '.join(self.words[name])}."
                )

    def matching(self, on: date, **question: str) -> list[AuthorityRow]:
        """Return the rows that speak of the question, the highest priority first."""
        found = [row for row in self.rows if row.matches(on, question)]
        return sorted(found, key=lambda row: -row.priority)


def parse(block: Any, name: str, faults: list[Fault]) -> AuthorityTable:
    """Return the table of one file; words it does not declare are faults."""
    if not isinstance(block, Block):
        faults.append(Fault(name, 1, "thiếu nội dung, hoặc không đúng dạng “khóa: giá trị”"))
        return AuthorityTable({dimension: {} for dimension in DIMENSIONS}, ())
    words = block["words"]
    rows = []
    for entry in block.get("rows", ()):
        for reason in _wrong(entry, words):
            faults.append(Fault(name, entry.line, reason))
        rows.append(_row(entry, entry.line))
    return AuthorityTable(words, tuple(rows))


def restore(plain: Mapping[str, Any]) -> AuthorityTable:
    """Return the table an edition kept."""
    days = ("from", "to")
    rows = [
        {
            key: date.fromisoformat(item) if key in days and item else item
            for key, item in row.items()
        }
        for row in plain["rows"]
    ]
    return AuthorityTable(plain["words"], tuple(_row(row, 0) for row in rows))


def _wrong(entry: Block, words: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for key in set(entry) - ROW_KEYS:
        yield f"khóa lạ “{key}”"
    if "by" not in entry:
        yield f"dòng {entry.get('id')} không nêu quy tắc làm căn cứ (by)"
    for name in DIMENSIONS:
        for word in entry.get(name, ()):
            if word not in words[name]:
                yield f"“{word}” không có trong danh mục {name}"
    if entry.get("verdict") not in (None, *VERDICTS):
        yield f"verdict “{entry['verdict']}” không thuộc: {', '.join(VERDICTS)}"


def _row(entry: Mapping[str, Any], line: int) -> AuthorityRow:
    return AuthorityRow(
        id=entry.get("id", ""),
        by=entry.get("by", ""),
        conditions={name: tuple(entry.get(name, ())) for name in DIMENSIONS},
        verdict=entry.get("verdict"),
        priority=entry.get("priority", 0),
        remedy=entry.get("remedy", ""),
        needs_delegation=entry.get("needs_delegation", False),
        start=entry.get("from"),
        end=entry.get("to"),
        line=line,
    )


def refusals(
    table: AuthorityTable, parameters: Mapping[str, Parameter], name: str
) -> Iterator[Fault]:
    """Yield rows resting on a rule nobody defined, and rows that overlap without a priority."""
    for row in table.rows:
        if row.by and row.by not in parameters:
            yield Fault(name, row.line, f"dòng {row.id} dựa vào quy tắc không có: {row.by}")
    sound = [row for row in table.rows if row.by in parameters]
    for first, second in combinations(sound, 2):
        if first.priority == second.priority and first.meets(second):
            together = _overlap(
                first.periods(parameters[first.by]), second.periods(parameters[second.by])
            )
            if together:
                yield Fault(
                    name,
                    second.line,
                    f"dòng {second.id} chồng lên dòng {first.id} từ {together}, không nêu ưu tiên",
                )


def _overlap(
    first: Iterator[tuple[date, date]], second: Iterator[tuple[date, date]]
) -> date | None:
    others = list(second)
    for start, end in first:
        for other_start, other_end in others:
            if max(start, other_start) <= min(end, other_end):
                return max(start, other_start)
    return None
