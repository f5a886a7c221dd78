"""One question: what is asked, how its answer is cleaned, and what is said of an answer that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar


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


def printable(text: str) -> str:
    """Return `text`, or raise Unclear for control characters and halves of letters."""
    if any((ord(x) < 32 and x not in "\n\r\t") or 0xD800 <= ord(x) <= 0xDFFF for x in text):
        raise Unclear("Bỏ các ký tự không in được.")
    return text


def is_number(answer: Any) -> bool:
    """Whether an answer is a whole number, zero or more, in at most nine plain digits."""
    text = str(answer).strip()
    return not isinstance(answer, bool) and text.isascii() and text.isdigit() and len(text) <= 9
