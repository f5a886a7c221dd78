"""The value of a row as a person writes it in one field, and back: the same for every kind of rule.

A list is one item a line; a value of several parts is one `tên: giá trị` a line, its own lists parted
by `|`; a share of votes is `trên 1/2` or `từ 2/3`; a yes or no is `có` or `không`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from law import words
from law.differences import UNITS
from law.faults import Impossible
from law.plain import frozen
from law.rows import Parameter

YES, NO = "có", "không"
OPS = {"gt": "trên", "ge": "từ"}
_SHARE = re.compile(r"(trên|từ) ([1-9]\d?/[1-9]\d?)")
_FRACTION = re.compile(r"[1-9]\d?/[1-9]\d?")
_WHOLE = re.compile(r"\d{1,6}")
#: The parts by which the table of authority reads any power, whatever else its rows say of it.
_POWER: Mapping[str, Any] = {"mode": "decide", "forms": ("khien_trach",)}


def written(value: Any) -> str:
    """Return the value as one writes it; `read` gives it back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Mapping) and set(value) == {"op", "fraction"}:
        return f"{OPS[value['op']]} {value['fraction']}"
    if isinstance(value, Mapping):
        return "\n".join(f"{words.part(name)}: {_part(part)}" for name, part in value.items())
    if isinstance(value, tuple):
        return "\n".join(map(words.word, value))
    return words.word(str(value))


def read(text: str, rule: Parameter) -> Any:
    """Return the value `text` writes, in the shape this rule's values have.

    Raises Impossible, with one sentence on what is expected, for anything else.
    """
    text = text.strip()
    if not text:
        raise Impossible("Chưa ghi giá trị.")
    shape = _shape(rule)
    if isinstance(shape, bool):
        return _yes_or_no(text)
    if isinstance(shape, Mapping) and "fraction" in shape:
        return _share(text)
    if isinstance(shape, Mapping):
        return _parts(text, _mappings(rule))
    if isinstance(shape, int):
        return _whole(text)
    if isinstance(shape, tuple):
        lines = (line.strip() for line in text.splitlines())
        return tuple(words.word_meant(line) for line in lines if line)
    return _fraction(text) if rule.kind == "share" else words.word_meant(" ".join(text.split()))


def answered(text: str, rule: Parameter, unit: str | None) -> tuple[Any, str | None]:
    """Return value and unit of an answer such as "30 ngày làm việc"; `unit` where it names none.

    Raises Impossible as `read` does, and for a period whose unit nobody names.
    """
    if rule.kind != "duration":
        return read(text, rule), unit
    amount, _, word = " ".join(text.split()).partition(" ")
    named = next((id_ for id_, name in UNITS.items() if name == word), None)
    if word and named is None:
        amount = text
    if (unit := named or unit) is None:
        raise Impossible(f"Ghi kèm đơn vị: {', '.join(UNITS.values())}.")
    return read(amount, rule), unit


def expected(rule: Parameter) -> str:
    """Return one sentence that tells how the value of this rule is written."""
    shape = _shape(rule)
    if isinstance(shape, bool):
        return f"Ghi “{YES}” hoặc “{NO}”."
    if isinstance(shape, Mapping) and "fraction" in shape:
        return "Ghi “trên” hoặc “từ”, rồi phân số của tổng số (tử số, gạch chéo, mẫu số)."
    if isinstance(shape, Mapping):
        names = dict.fromkeys(words.part(name) for one in _mappings(rule) for name in one)
        return (
            f"Mỗi dòng một phần, dạng “tên: giá trị”; các tên: {', '.join(names)}."
            " Nhiều mục trong một dòng thì cách nhau bằng dấu “|”."
        )
    if isinstance(shape, int):
        return "Ghi một số nguyên; đơn vị chọn ở ô bên dưới."
    if isinstance(shape, tuple):
        return "Mỗi dòng một mục."
    return "Ghi phân số." if rule.kind == "share" else "Ghi nguyên văn ý chính của quy định."


def _shape(rule: Parameter) -> Any:
    """A value of the shape this rule has: the newest one known, else what its kind usually has."""
    known = [row.value for row in rule.rows if row.value is not None]
    if known:
        return known[-1]
    shares = any(row.unit == "share_of_members" for row in rule.rows)
    usual: dict[str, Any] = {
        "duration": 1,
        "count": 1,
        "flag": True,
        "list": (),
        "power": _POWER,
    }
    return {"op": "gt", "fraction": ""} if shares else usual.get(rule.kind, "")


def _mappings(rule: Parameter) -> tuple[Mapping[str, Any], ...]:
    known = tuple(row.value for row in rule.rows if isinstance(row.value, Mapping))
    return (*known, _POWER) if rule.kind == "power" else known


def _part(value: Any) -> str:
    if isinstance(value, tuple):
        items = (words.word(str(item)) for item in value)
        return " | ".join(items) + (" |" if len(value) == 1 else "")
    return written(value)


def _parts(text: str, known: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    alike = {name: part for one in known for name, part in one.items()}
    found: dict[str, Any] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        called, colon, said = (piece.strip() for piece in line.partition(":"))
        name = words.part_named(called)
        if not colon or name not in alike or name in found:
            names = ", ".join(map(words.part, alike))
            raise Impossible(f"Dòng “{line}” không đọc được; các tên: {names}.")
        found[name] = _one_part(said, alike[name])
    frozen_parts: Mapping[str, Any] = frozen(found)
    return frozen_parts


def _one_part(said: str, like: Any) -> Any:
    if "|" in said:
        items = tuple(item.strip() for item in said.split("|") if item.strip())
        whole = isinstance(like, tuple) and isinstance(like[0], int)
        return tuple(map(_whole if whole else words.word_meant, items))
    if isinstance(like, bool):
        return _yes_or_no(said)
    return _whole(said) if isinstance(like, int) else words.word_meant(said)


def _yes_or_no(text: str) -> bool:
    if text.lower() not in (YES, NO):
        raise Impossible(f"“{text}” không đọc được; ghi “{YES}” hoặc “{NO}”.")
    return text.lower() == YES


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text) or int(text) < 1:
        raise Impossible(f"“{text}” không phải số nguyên từ một trở lên.")
    return int(text)


def _fraction(text: str) -> str:
    if not _FRACTION.fullmatch(text):
        raise Impossible(f"“{text}” không phải phân số (tử số, gạch chéo, mẫu số).")
    return text


def _share(text: str) -> Mapping[str, Any]:
    if not (found := _SHARE.fullmatch(text.lower())):
        raise Impossible(f"“{text}” không đọc được; ghi “trên” hoặc “từ” kèm phân số.")
    ops = {word: op for op, word in OPS.items()}
    share: Mapping[str, Any] = frozen({"op": ops[found[1]], "fraction": found[2]})
    return share
