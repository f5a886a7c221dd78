"""Words whose answer names something: of the register, of the file, another file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from workflows.inputs.asking import Input, Unclear, is_number


@dataclass(frozen=True, kw_only=True)
class Reference(Input):
    """A number that names something of the file: see the words below."""

    def clean(self, answer: Any) -> int:
        if not is_number(answer) or int(str(answer)) < 1:
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
        if not all(is_number(one) and int(str(one)) > 0 for one in answer):
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
    """A paper of the file; where `state` is given, a page offers only the papers in it."""

    kind: ClassVar[str] = "paper"
    state: str = ""


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
class DirectiveOf(Reference):
    """A guiding document of the register, in force for the body."""

    kind: ClassVar[str] = "directive"


@dataclass(frozen=True, kw_only=True)
class ItemOf(Reference):
    """An item of the body's own programme that was not cancelled."""

    kind: ClassVar[str] = "programme_item"


@dataclass(frozen=True, kw_only=True)
class PointOf(Reference):
    """A point of what a subject of the file committed to."""

    kind: ClassVar[str] = "pledge_point"


@dataclass(frozen=True, kw_only=True)
class TeamMates(People):
    """Several members of the file's own team: a list of their numbers."""

    kind: ClassVar[str] = "teammates"


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
        if not all(is_number(one) and int(str(one)) > 0 for one in answer):
            raise Unclear("Chọn các tổ chức đảng trong danh sách.")
        numbers = [int(str(one)) for one in answer]
        if len(set(numbers)) < len(numbers):
            raise Unclear("Mỗi tổ chức đảng chỉ ghi một lần.")
        return numbers
