"""Why a paper may not be written: one function per ground, each returning every reason it finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from fontTools.ttLib import TTFont

from documents import grounds
from documents.catalogue import Kind
from documents.fields import FIELDS
from documents.press import FONTS
from documents.wording import figures
from law import Citation, Instrument, Reason

_UNFILLED = re.compile(r"…|\.{3,}|_{3,}|\[\s*\]|\{\{|\}\}|\{%|%\}|<<|>>")

#: Exact letters only: without their marks MẬT and MẶT (Mặt trận) would be the same word.
_CLASSIFIED = re.compile(r"(?<![^\W\d_])(?:TUYỆT |TỐI )?MẬT(?![^\W\d_])")
_NOT_A_MARK = re.compile(r"(?:BẢO|BÍ) MẬT")

#: Controls, invisible formatting, private use, halves of letters: nothing a reader could see.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def of_names(values: Iterable[str]) -> Iterator[Reason]:
    """Names outside the vocabulary: a word mistyped would otherwise vanish in silence."""
    for name in sorted(set(values) - FIELDS.keys()):
        yield Reason(
            "paper.unknown_value",
            f"Không có mục “{name}” trong văn bản nào.",
            remedy="Kiểm tra lại tên mục.",
        )


def of_missing(kind: Kind, values: Mapping[str, Any], unfit: Iterable[str]) -> Iterator[Reason]:
    """Values the kind cannot do without."""
    for name in sorted(kind.needed_with(values) - values.keys() - set(unfit)):
        label = FIELDS[name].label
        yield Reason(
            f"paper.needs.{name}",
            f"“{kind.title}” còn thiếu {label}.",
            remedy=f"Nhập {label} rồi lập lại văn bản.",
        )


def unfit(name: str, expected: str) -> Reason:
    """A value of the wrong shape."""
    label = FIELDS[name].label
    return Reason(
        f"paper.shape.{name}",
        f"{label.capitalize()}: {expected}.",
        remedy=f"Sửa lại {label} rồi lập lại văn bản.",
    )


def of_letterhead(kind: Kind, letterhead: Mapping[str, Any]) -> Iterator[Reason]:
    """What the register must know of the issuer before anything can be issued in its name."""
    obliged = {"issuing_line": "dòng cơ quan ban hành", "place": "địa danh"}
    if kind.numbered:
        obliged["symbol"] = "ký hiệu trên văn bản"
    for name, label in obliged.items():
        if not letterhead[name]:
            yield Reason(
                f"paper.letterhead.{name}",
                f"Danh bạ chưa ghi {label} của {letterhead['name']}.",
                remedy="Bổ sung trong danh bạ tổ chức rồi lập lại văn bản.",
            )


def of_texts(values: Mapping[str, Any]) -> Iterator[Reason]:
    """Gaps left in a text, classified marks, and letters the paper font cannot print."""
    for name, value in values.items():
        label = FIELDS[name].label if name in FIELDS else "thông tin cơ quan ban hành"
        for text in _texts_in(value):
            yield from _of_text(name, label, text)


def of_instruments(
    cited: Iterable[Citation | Instrument], texts: Sequence[str], on: date
) -> Iterator[Reason]:
    """Instruments that do not hold on the day of the paper, cited or named in a text."""
    return (
        instrument_not_in_force(instrument, on)
        for instrument in grounds.not_in_force(cited, texts, on)
    )


def _of_text(name: str, label: str, text: str) -> Iterator[Reason]:
    if gap := _UNFILLED.search(text):
        yield Reason(
            f"paper.unfilled.{name}",
            f"{label.capitalize()} còn chỗ chưa điền (“{gap[0]}”).",
            remedy="Điền đủ nội dung, không để dấu chấm lửng hay chỗ trống.",
        )
    if mark := classified_mark(text):
        yield Reason(
            "paper.classified",
            f"{label.capitalize()} có dấu mật “{mark}”: hệ thống này không lập văn bản mật.",
            remedy="Lập văn bản theo quy định bảo vệ bí mật nhà nước; ở đây chỉ ghi số, ngày.",
        )
    if strange := sorted({letter for letter in text if not _printable(letter)}):
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in strange[:5])
        yield Reason(
            f"paper.unprintable.{name}",
            f"{label.capitalize()} có ký tự phông chữ văn bản không in được ({codes}).",
            remedy="Thay bằng chữ, dấu thông thường.",
        )


def classified_mark(text: str) -> str:
    """The secrecy mark a text bears ("TỐI MẬT"); empty where it bears none."""
    found = _CLASSIFIED.search(_NOT_A_MARK.sub("", text))
    return found[0] if found else ""


def _printable(letter: str) -> bool:
    return ord(letter) in _glyphs() and unicodedata.category(letter) not in _UNSEEN


@lru_cache
def _glyphs() -> frozenset[int]:
    """Letters that every face of the paper font has."""
    faces = [
        TTFont(path).getBestCmap().keys() for path in sorted(FONTS.glob("LiberationSerif-*.ttf"))
    ]
    return frozenset(faces[0]).intersection(*faces[1:])


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts_in(one)


def instrument_not_in_force(instrument: Instrument, on: date) -> Reason:
    until = f" đến hết ngày {figures(instrument.end)}" if instrument.end else ""
    return Reason(
        "paper.grounds.in_force",
        f"{instrument.number} không có hiệu lực vào ngày {figures(on)}: chỉ áp dụng từ ngày "
        f"{figures(instrument.start)}{until}.",
        citation=instrument.number,
        confidence=instrument.confidence,
        remedy="Bỏ căn cứ này hoặc thay bằng văn bản đang có hiệu lực.",
    )
