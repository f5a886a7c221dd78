"""Words whose answer stands for itself: a day, a text, a choice, an amount, a file, a source of law."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from proof.canonical import nfc
from workflows.inputs.asking import Input, Unclear, is_number, printable


@dataclass(frozen=True, kw_only=True)
class Day(Input):
    """A calendar day, "YYYY-MM-DD"."""

    kind: ClassVar[str] = "date"

    def clean(self, answer: Any) -> str:
        try:
            return (
                answer if isinstance(answer, date) else date.fromisoformat(str(answer))
            ).isoformat()
        except ValueError:
            raise Unclear("Nhập ngày đúng dạng, ví dụ 05/9/2026.") from None


@dataclass(frozen=True, kw_only=True)
class Months(Input):
    """Months of the calendar, each once and in order: "2026-05". Written one a line or parted by commas, "05/2026"."""

    kind: ClassVar[str] = "months"
    most: ClassVar[int] = 240

    def clean(self, answer: Any) -> list[str]:
        parts = answer if isinstance(answer, Sequence) else ()
        words = answer.replace(",", "\n").split() if isinstance(answer, str) else parts
        if not words or len(words) > self.most:
            raise Unclear("Ghi từng tháng, ví dụ 05/2026.")
        return sorted({_month(str(word)) for word in words})


@dataclass(frozen=True, kw_only=True)
class Text(Input):
    """Free text; `long` asks for several lines."""

    kind: ClassVar[str] = "text"
    personal: bool = True
    long: bool = False
    most: int = 4000

    def clean(self, answer: Any) -> str:
        if not isinstance(answer, (str, int)) or isinstance(answer, bool):
            raise Unclear("Nhập chữ.")
        text = nfc(str(answer)).strip()
        if len(text) > self.most:
            raise Unclear(f"Rút gọn còn tối đa {self.most} ký tự (hiện có {len(text)}).")
        return printable(text)


@dataclass(frozen=True, kw_only=True)
class Choice(Input):
    """One of a fixed list of `(value, label)`."""

    kind: ClassVar[str] = "choice"
    options: Sequence[tuple[str, str]] = ()

    def clean(self, answer: Any) -> str:
        if not isinstance(answer, str) or answer not in dict(self.options):
            labels = ", ".join(label for _, label in self.options)
            raise Unclear(f"Chọn một trong: {labels}.")
        return str(answer)

    def schema(self) -> dict[str, Any]:
        return {**Input.schema(self), "options": [list(option) for option in self.options]}


@dataclass(frozen=True, kw_only=True)
class Amount(Input):
    """A whole number from `least` to `most`, both included."""

    kind: ClassVar[str] = "amount"
    least: int = 0
    most: int = 100_000

    def clean(self, answer: Any) -> int:
        if not is_number(answer):
            raise Unclear("Nhập số nguyên.")
        if not self.least <= int(str(answer)) <= self.most:
            raise Unclear(f"Nhập số từ {self.least} đến {self.most}.")
        return int(str(answer))


@dataclass(frozen=True, kw_only=True)
class File(Input):
    """An uploaded file, kept by its SHA-256: `{"sha256", "name", "size"}`."""

    kind: ClassVar[str] = "file"
    personal: bool = True

    def clean(self, answer: Any) -> dict[str, Any]:
        if not isinstance(answer, Mapping) or len(str(answer.get("sha256"))) != 64:
            raise Unclear("Đính kèm tệp.")
        return {k: answer[k] for k in ("sha256", "name", "size") if k in answer}


@dataclass(frozen=True, kw_only=True)
class Components(Input):
    """What whoever drafts adds to a paper besides its own words: `{"urgency": "khẩn", …}`, any of `parts`.

    Only the words are cleaned here: whether a paper can bear them its own room says.
    """

    kind: ClassVar[str] = "components"
    personal: bool = True
    required: bool = False
    parts: Sequence[str] = ()

    def clean(self, answer: Any) -> dict[str, str]:
        if not isinstance(answer, Mapping) or set(answer) - set(self.parts):
            raise Unclear(f"Ghi từng mục, trong số: {', '.join(self.parts)}.")
        said = {name: printable(nfc(str(answer.get(name) or "")).strip()) for name in self.parts}
        return {name: text for name, text in said.items() if text}


@dataclass(frozen=True, kw_only=True)
class LawSource(Input):
    """The document that answers a question of law: number, day, clause, and the scan's SHA-256."""

    kind: ClassVar[str] = "law"
    parts: ClassVar[tuple[tuple[str, str], ...]] = (
        ("document", "Số, ký hiệu văn bản"),
        ("dated", "Ngày văn bản"),
        ("clause", "Điều, khoản"),
        ("scan", "Mã SHA-256 của bản chụp"),
    )

    def clean(self, answer: Any) -> dict[str, str]:
        if not isinstance(answer, Mapping):
            raise Unclear("Nêu văn bản: số, ngày, điều khoản và mã bản chụp.")
        source = {
            name: printable(nfc(str(answer.get(name) or "")).strip()) for name, _ in self.parts
        }
        missing = [label for name, label in self.parts if not source[name]]
        if missing:
            raise Unclear(f"Còn thiếu: {', '.join(missing).lower()}.")
        if len(source["scan"]) != 64 or set(source["scan"]) - set("0123456789abcdef"):
            raise Unclear("Mã SHA-256 gồm 64 chữ số thập lục phân, chữ thường.")
        source["dated"] = Day(name="dated", label="").clean(source["dated"])
        return source


def _month(word: str) -> str:
    """A month as people write it ("05/2026", "5-2026") or as it is kept ("2026-05"), as it is kept."""
    found = re.fullmatch(r"(?:(\d{1,2})[/-](\d{4})|(\d{4})-(\d{2}))", word, re.ASCII)
    month, year = (found[1] or found[4], found[2] or found[3]) if found else ("0", "0")
    if not 1 <= int(month) <= 12 or not 1930 <= int(year) <= 2999:
        raise Unclear(f"“{word[:20]}” không phải tháng; ghi như 05/2026.")
    return f"{int(year):04}-{int(month):02}"
