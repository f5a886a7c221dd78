"""The closed vocabulary of what a step may ask for; each word cleans its own answer.

One mapping each leads from here to form fields, API schemas and facts; nothing else is asked anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from proof.canonical import nfc


class Unclear(ValueError):
    """An answer that cannot be used; its text tells the officer what is expected."""


@dataclass(frozen=True, kw_only=True)
class Input:
    """One question.

    A `personal` answer (free text, a file) is hashed only as a salted commitment and kept as the
    row's words, never among the facts that guards read.
    """

    name: str
    label: str
    help: str = ""
    required: bool = True
    personal: bool = False
    kind: ClassVar[str] = ""

    def clean(self, answer: Any) -> Any:
        """Return the plain value of `answer` (JSON types only), or raise Unclear."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """What the API and the edition say of this question."""
        return {
            "name": self.name,
            "kind": self.kind,
            "label": self.label,
            "required": self.required,
        }


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
        return _printable(text)


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
        if not _is_number(answer):
            raise Unclear("Nhập số nguyên.")
        if not self.least <= int(str(answer)) <= self.most:
            raise Unclear(f"Nhập số từ {self.least} đến {self.most}.")
        return int(str(answer))


@dataclass(frozen=True, kw_only=True)
class Reference(Input):
    """A number that names something of the file: see the words below."""

    def clean(self, answer: Any) -> int:
        if not _is_number(answer) or int(str(answer)) < 1:
            raise Unclear("Chọn một mục trong danh sách.")
        return int(str(answer))


@dataclass(frozen=True, kw_only=True)
class PostHolder(Reference):
    """A person of the register, who holds a post."""

    kind: ClassVar[str] = "post"


@dataclass(frozen=True, kw_only=True)
class MemberOf(Reference):
    """A member of the organisations under the body."""

    kind: ClassVar[str] = "member"


@dataclass(frozen=True, kw_only=True)
class OrganisationOf(Reference):
    """An organisation under the body, itself included."""

    kind: ClassVar[str] = "organisation"


class Concerned(Reference):
    """A person of the register who belongs, or belonged, to the organisation the file is about."""

    kind: ClassVar[str] = "person"


@dataclass(frozen=True, kw_only=True)
class People(Input):
    """Several persons of the register, who hold posts in the body: a list of their numbers."""

    kind: ClassVar[str] = "people"

    def clean(self, answer: Any) -> list[int]:
        if not isinstance(answer, Sequence) or isinstance(answer, str) or not answer:
            raise Unclear("Chọn ít nhất một người trong danh sách.")
        if not all(_is_number(one) and int(str(one)) > 0 for one in answer):
            raise Unclear("Chọn từng người trong danh sách.")
        return sorted({int(str(one)) for one in answer})


@dataclass(frozen=True, kw_only=True)
class SubjectOf(Reference):
    """A subject of the file."""

    kind: ClassVar[str] = "subject"


@dataclass(frozen=True, kw_only=True)
class FindingOf(Reference):
    """A finding of the file."""

    kind: ClassVar[str] = "finding"


@dataclass(frozen=True, kw_only=True)
class EvidenceOf(Reference):
    """A row of evidence of the file."""

    kind: ClassVar[str] = "evidence"


@dataclass(frozen=True, kw_only=True)
class RowOf(Reference):
    """Any live row of the file of the kinds named."""

    kind: ClassVar[str] = "row"
    of: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class RecordOf(Reference):
    """A step record of the file, by its sequence."""

    kind: ClassVar[str] = "record"


@dataclass(frozen=True, kw_only=True)
class PaperOf(Reference):
    """A paper of the file."""

    kind: ClassVar[str] = "paper"


@dataclass(frozen=True, kw_only=True)
class CaseOf(Input):
    """Another file, by its reference ("KL-2026-0003")."""

    kind: ClassVar[str] = "case"

    def clean(self, answer: Any) -> str:
        reference = str(answer).strip().upper()
        if not reference.isascii() or not reference.isprintable() or len(reference) > 24:
            raise Unclear("Ghi số hồ sơ, ví dụ KL-2026-0003.")
        return reference


@dataclass(frozen=True, kw_only=True)
class MeetingOf(CaseOf):
    """The file of a meeting that has this matter on its agenda ("HN-2026-0001")."""

    kind: ClassVar[str] = "meeting"


@dataclass(frozen=True, kw_only=True)
class EnvelopeOf(Input):
    """A sealed envelope that the body keeps, by the alias of who sent it ("NTC-2026-0001")."""

    kind: ClassVar[str] = "envelope"

    def clean(self, answer: Any) -> str:
        alias = str(answer).strip().upper()
        if not alias.isascii() or not alias.isprintable() or len(alias) > 24:
            raise Unclear("Ghi bí danh của phong bì, ví dụ NTC-2026-0003.")
        return alias


@dataclass(frozen=True, kw_only=True)
class BodyOf(Reference):
    """A body of the register."""

    kind: ClassVar[str] = "body"


@dataclass(frozen=True, kw_only=True)
class Bodies(Input):
    """Bodies of the register in the order in which they act: a list of their numbers."""

    kind: ClassVar[str] = "bodies"

    def clean(self, answer: Any) -> list[int]:
        if not isinstance(answer, Sequence) or isinstance(answer, str):
            raise Unclear("Chọn các tổ chức đảng theo thứ tự từ dưới lên.")
        if not all(_is_number(one) and int(str(one)) > 0 for one in answer):
            raise Unclear("Chọn các tổ chức đảng trong danh sách.")
        numbers = [int(str(one)) for one in answer]
        if len(set(numbers)) < len(numbers):
            raise Unclear("Mỗi tổ chức đảng chỉ ghi một lần.")
        return numbers


@dataclass(frozen=True, kw_only=True)
class Attendance(Input):
    """Who came: a list of `{"person": register number, "here": one of ATTENDED, "why": reason}`."""

    kind: ClassVar[str] = "attendance"
    attended: ClassVar[tuple[tuple[str, str], ...]] = (
        ("co_mat", "Có mặt"),
        ("vang_co_ly_do", "Vắng mặt có lý do"),
        ("vang_khong_ly_do", "Vắng mặt không lý do"),
    )

    def clean(self, answer: Any) -> list[dict[str, Any]]:
        if not isinstance(answer, Sequence) or isinstance(answer, str):
            raise Unclear("Điểm danh từng người trong danh sách.")
        people = [self._one(one) for one in answer]
        if len({one["person"] for one in people}) < len(people):
            raise Unclear("Mỗi người chỉ điểm danh một lần.")
        return people

    def _one(self, one: Any) -> dict[str, Any]:
        person, here = (
            (one.get("person"), one.get("here")) if isinstance(one, Mapping) else (None, None)
        )
        if not isinstance(here, str) or here not in dict(self.attended) or not _is_number(person):
            raise Unclear("Ghi từng người: có mặt, vắng mặt có lý do hay không lý do.")
        return {"person": int(str(person)), "here": here}


@dataclass(frozen=True, kw_only=True)
class Team(Input):
    """The team: a list of `{"person": register number, "role": team role}`."""

    kind: ClassVar[str] = "team"
    roles: Sequence[tuple[str, str]] = ()

    def clean(self, answer: Any) -> list[dict[str, Any]]:
        if not isinstance(answer, Sequence) or isinstance(answer, str):
            raise Unclear("Lập danh sách đoàn: mỗi người một dòng, có vai trò.")
        members = [self._member(one) for one in answer]
        if len({member["person"] for member in members}) < len(members):
            raise Unclear("Mỗi người chỉ ghi một lần trong đoàn.")
        return members

    def _member(self, one: Any) -> dict[str, Any]:
        person, role = (
            (one.get("person"), one.get("role")) if isinstance(one, Mapping) else (None, None)
        )
        if not isinstance(role, str) or role not in dict(self.roles) or not _is_number(person):
            raise Unclear("Mỗi thành viên đoàn phải có họ tên trong danh bạ và vai trò trong đoàn.")
        return {"person": int(str(person)), "role": role}


@dataclass(frozen=True, kw_only=True)
class BallotTotals(Input):
    """Totals of a ballot: slips issued, received, valid, invalid, and votes per option."""

    kind: ClassVar[str] = "ballot"
    options: Sequence[tuple[str, str]] = ()

    def clean(self, answer: Any) -> dict[str, int]:
        if not isinstance(answer, Mapping):
            raise Unclear("Nhập số phiếu cho từng mục.")
        amount = Amount(name=self.name, label=self.label)
        names = ("phat_ra", "thu_vao", "hop_le", "khong_hop_le", *dict(self.options))
        return {name: amount.clean(answer.get(name, 0)) for name in names}


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
        said = {name: _printable(nfc(str(answer.get(name) or "")).strip()) for name in self.parts}
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
            name: _printable(nfc(str(answer.get(name) or "")).strip()) for name, _ in self.parts
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


def _printable(text: str) -> str:
    """Return `text`, or raise Unclear for control characters and halves of letters."""
    if any((ord(x) < 32 and x not in "\n\r\t") or 0xD800 <= ord(x) <= 0xDFFF for x in text):
        raise Unclear("Bỏ các ký tự không in được.")
    return text


def _is_number(answer: Any) -> bool:
    """Whether an answer is a whole number, zero or more, in at most nine plain digits."""
    text = str(answer).strip()
    return not isinstance(answer, bool) and text.isascii() and text.isdigit() and len(text) <= 9


@dataclass(frozen=True)
class Cleaned:
    """The answers that could be used, and what was wrong with the others, by name."""

    values: Mapping[str, Any]
    faults: Mapping[str, str] = field(default_factory=dict)


def clean_all(inputs: Sequence[Input], answers: Mapping[str, Any]) -> Cleaned:
    """Clean every answer; nothing raises, all faults are gathered (an unknown name is one)."""
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for asked in inputs:
        answer = answers.get(asked.name)
        if answer in (None, "", [], {}):
            if asked.required:
                faults[asked.name] = "Chưa nhập."
            continue
        try:
            values[asked.name] = asked.clean(answer)
        except Unclear as unclear:
            faults[asked.name] = str(unclear)
    for name in sorted(set(answers) - {asked.name for asked in inputs}):
        faults[name] = "Bước này không hỏi mục này."
    return Cleaned(values, faults)
