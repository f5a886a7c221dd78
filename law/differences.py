"""What changed between two states of the law, told in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from law import words

UNITS = {
    "day": "ngày",
    "working_day": "ngày làm việc",
    "month": "tháng",
    "year": "năm",
    "month_in_year": "tháng trong năm",
    "times": "lần",
}
STATES = {"unknown": "chưa rõ", "no_rule": "không đặt giới hạn", "ended": "đã bãi bỏ"}
CONFIDENCES = {
    "confirmed": "đã xác nhận",
    "one_text": "một văn bản",
    "uncertain": "chưa chắc chắn",
}


@dataclass(frozen=True)
class Difference:
    """One rule that says something else; `before` or `after` None where it said nothing at all."""

    rule: str
    label: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.label} ({self.rule}): mới có, {self.after}."
        if self.after is None:
            return f"{self.label} ({self.rule}): không còn dòng nào; trước đây {self.before}."
        return f"{self.label} ({self.rule}): từ {self.before} thành {self.after}."


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return what the second edition says differently from the first, in order of the rules.

    Both are the plain values of `editions.as_of`. Rows that only moved their dates, and say the
    same on both days with the same confidence and citations, are no difference.
    """
    return tuple(_found(before, after))


def _found(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    old, new = _by_rule(before), _by_rule(after)
    labels = {**before["rules"], **after["rules"]}
    for place in sorted({*old, *new}, key=lambda place: (place[0], place[1] or "")):
        was, now = (in_words(rows[place]) if place in rows else None for rows in (old, new))
        if was != now:
            yield Difference(place[0], labels[place[0]]["label"], was, now)


def _by_rule(edition: Mapping[str, Any]) -> dict[tuple[str, str | None], Mapping[str, Any]]:
    return {(row["rule"], row["layer"]): row for row in edition["rows"].values()}


def in_words(row: Mapping[str, Any]) -> str:
    """Return what a row says: value, how sure, and where it stands."""
    cited = "; ".join(" ".join(filter(None, cite)) for cite in row["cites"])
    sure = CONFIDENCES[row["confidence"]]
    return f"“{value_in_words(row)}” ({', '.join(filter(None, (sure, cited)))})"


def value_in_words(row: Mapping[str, Any]) -> str:
    """Return the value of a row as a reader says it: "30 ngày làm việc", "trên 1/2"."""
    value, unit = row["value"], row["unit"]
    if row["state"] != "known":
        return STATES[row["state"]]
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return f"{value} {UNITS.get(unit, '')}".strip()
    if isinstance(value, Mapping) and "fraction" in value:
        part = value["fraction"]
        return f"trên {part}" if value["op"] == "gt" else f"từ {part}"
    if isinstance(value, Mapping):
        return "; ".join(f"{words.part(key)}: {_item(item)}" for key, item in value.items())
    return _item(value)


def _item(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_item, value))
    return words.word(str(value))
