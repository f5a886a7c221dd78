"""The shapes a value of a paper may have; each brings what it is given into one plain JSON form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from proof.canonical import nfc

#: One line of type; longer text belongs in a paragraph.
LONGEST_LINE = 300
LONGEST_TEXT = 20_000

Shape = Callable[[Any], Any]


class Unfit(ValueError):
    """A value that cannot stand on a paper in its place; the text says what is expected."""


def line(value: Any) -> str:
    """One line of text."""
    if not isinstance(value, str):
        raise Unfit("phải là một dòng chữ")
    if len(value.strip().splitlines()) > 1:
        raise Unfit("phải viết trên một dòng, không xuống dòng")
    text = " ".join(nfc(value).split())
    if len(text) > LONGEST_LINE:
        raise Unfit(f"dài {len(text)} ký tự, rút gọn còn tối đa {LONGEST_LINE}")
    return text


def names(value: Any) -> list[str]:
    """One name or several, each on its own line."""
    return [name for one in _listed(value) if (name := line(one))]


def paragraphs(value: Any) -> list[str]:
    """Running text; a list or line breaks divide it into paragraphs."""
    listed = _listed(value)
    if not all(isinstance(one, str) for one in listed):
        raise Unfit("phải là đoạn văn")
    text = nfc("\n".join(listed))
    if len(text) > LONGEST_TEXT:
        raise Unfit(f"dài {len(text)} ký tự, rút gọn còn tối đa {LONGEST_TEXT}")
    return [part for raw in text.splitlines() if (part := " ".join(raw.split()))]


def day(value: Any) -> str:
    """A calendar day, kept as "YYYY-MM-DD"."""
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()[
            :10
        ]
    except ValueError:
        raise Unfit("phải là một ngày, ví dụ 05/9/2026") from None


def count(value: Any) -> int:
    """A whole number, zero or more."""
    if isinstance(value, bool) or not str(value).strip().isdecimal():
        raise Unfit("phải là số nguyên không âm")
    return int(str(value))


def person(value: Any) -> dict[str, str]:
    """`{"name", "post", "role", "note"}`; a bare name will do, and only the name is obliged."""
    return _row(
        {"name": value} if isinstance(value, str) else value, _PERSON, {"post", "role", "note"}
    )


def member(value: Any) -> dict[str, str]:
    """A Party member as a decision names one; only the name is obliged, a bare name will do.

    `{"name", "born", "joined", "official", "card", "post", "unit"}`; "unit" is the cell the member
    belongs to, "post" every office held, Party and State.
    """
    plain = {"name": value} if isinstance(value, str) else value
    return _row(plain, _MEMBER, set(_MEMBER) - {"name"})


def organisation(value: Any) -> dict[str, str]:
    """A Party organisation as a decision names one: its name, and the organisation it belongs to."""
    plain = {"name": value} if isinstance(value, str) else value
    return _row(plain, _ORGANISATION, {"superior"})


def people(value: Any) -> list[dict[str, str]]:
    """One person or several, in the order in which they are to be named."""
    return [person(one) for one in _listed(value)]


def reference(value: Any) -> dict[str, str]:
    """Another paper: `{"kind": "Quyết định", "number": "03-QĐ/UBKTĐU", "on": day, "by": issuer}`.

    The number is left out for papers that carry none.
    """
    plain = _row(value, _REFERENCE, {"number", "by"})
    return {**plain, "on": day(plain["on"])}


def rows(optional: tuple[str, ...] = (), *, counted: tuple[str, ...] = (), **columns: str) -> Shape:
    """A table: each row gives the columns named here (with their labels) as text.

    Columns that are `counted` hold whole numbers.
    """

    def table(value: Any) -> list[dict[str, Any]]:
        return [counting(_row(one, columns, set(optional))) for one in _listed(value)]

    def counting(plain: dict[str, str]) -> dict[str, Any]:
        return {name: count(text) if name in counted else text for name, text in plain.items()}

    return table


def one_of(*options: str) -> Shape:
    """One of a few words; upper and lower case do not matter."""

    def choice(value: Any) -> str:
        text = line(value)
        for option in options:
            if option.casefold() == text.casefold():
                return option
        raise Unfit(f"phải là một trong: {', '.join(options)}")

    return choice


def counts(**labels: str) -> Shape:
    """Several whole numbers that belong together, all of them given."""

    def numbers(value: Any) -> dict[str, int]:
        given = value if isinstance(value, Mapping) else {}
        if missing := [label for name, label in labels.items() if given.get(name) is None]:
            raise Unfit(f"còn thiếu: {', '.join(missing)}")
        return {name: count(given[name]) for name in labels}

    return numbers


def tally(value: Any) -> dict[str, int]:
    """The result of a vote: `{"called", "present", "for", "against", "other"}`, people each."""
    if not isinstance(value, Mapping):
        raise Unfit(f"phải nêu: {', '.join(_TALLY.values())}")
    return {name: count(value.get(name, 0)) for name in _TALLY}


def annexes(value: Any) -> list[dict[str, Any]]:
    """The annexes: `[{"title", "body": [{"text"} or {"rows": [[cell, …], …]}, …]}, …]`, or written as a text.

    In a text each annex begins with a line "# Tên phụ lục"; lines with "|" are the rows of a table.
    """
    listed = _written(value) if isinstance(value, str) else _listed(value)
    found = [_annex(one) for one in listed]
    if empty := [one["title"] for one in found if not one["body"]]:
        raise Unfit(f"“{empty[0]}” chưa có nội dung")
    return found


def _written(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for raw in filter(str.strip, text.splitlines()):
        if raw.lstrip().startswith("#"):
            found.append({"title": raw.strip("# \t"), "body": []})
        elif not found:
            raise Unfit("mỗi phụ lục bắt đầu bằng một dòng “# Tên phụ lục”")
        elif "|" in raw:
            _add_row(found[-1]["body"], raw.strip().strip("|").split("|"))
        else:
            found[-1]["body"].append({"text": raw})
    return found


def _add_row(body: list[dict[str, Any]], cells: list[str]) -> None:
    """Rows that follow one another are one table."""
    if not body or "rows" not in body[-1]:
        body.append({"rows": []})
    body[-1]["rows"].append(cells)


def _annex(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping) or not line(value.get("title")):
        raise Unfit("mỗi phụ lục phải có tên")
    return {"title": line(value["title"]), "body": [_block(one) for one in value.get("body", ())]}


def _block(value: Mapping[str, Any]) -> dict[str, Any]:
    if "rows" not in value:
        return {"text": " ".join(paragraphs(value.get("text")))}
    rows = [[_cell(cell) for cell in row] for row in value["rows"]]
    if len({len(row) for row in rows}) != 1:
        raise Unfit("các hàng của một bảng phải có cùng số ô")
    return {"rows": rows}


def grounds(value: Any) -> list[str]:
    """The căn cứ, one instrument or fact each, without the word "Căn cứ" and without end marks."""
    plain = [" ".join(nfc(str(one)).split()).rstrip(".,; ") for one in _listed(value)]
    return [
        one[:1].upper() + one[1:] if _says_itself(one) else f"Căn cứ {one}" for one in plain if one
    ]


def _says_itself(text: str) -> bool:
    return text.casefold().startswith(("căn cứ ", "xét ", "theo ", "thực hiện "))


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, Sequence) and not isinstance(value, (str, bytes)) else [value]


def _row(value: Any, columns: Mapping[str, str], optional: set[str]) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise Unfit(f"phải nêu: {', '.join(columns.values())}")
    plain = {name: text for name in columns if (text := _cell(value.get(name)))}
    if missing := [columns[name] for name in columns if name not in optional | plain.keys()]:
        raise Unfit(f"còn thiếu: {', '.join(missing)}")
    return plain


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return day(value) if isinstance(value, date) else " ".join(nfc(str(value)).split())


_MEMBER = {
    "name": "họ và tên",
    "born": "ngày sinh",
    "joined": "ngày vào Đảng",
    "official": "ngày chính thức",
    "card": "số thẻ đảng viên",
    "post": "chức vụ",
    "unit": "nơi sinh hoạt đảng",
}
_ORGANISATION = {"name": "tên tổ chức đảng", "superior": "tổ chức đảng cấp trên trực tiếp"}
_PERSON = {"name": "họ và tên", "post": "chức vụ", "role": "nhiệm vụ", "note": "ghi chú"}
_REFERENCE = {"kind": "tên loại", "number": "số và ký hiệu", "on": "ngày", "by": "cơ quan ban hành"}
_TALLY = {
    "called": "số được triệu tập",
    "present": "số có mặt",
    "for": "số tán thành",
    "against": "số không tán thành",
    "other": "số có ý kiến khác",
}
