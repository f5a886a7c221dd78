"""What is wrong with a file of the law: the file, the line and the reason."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one file; `line` counts from 1, `file` is relative to the law's folder."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, dòng {self.line}: {self.reason}"


class LawRefused(ValueError):
    """The files cannot be used as law; `faults` holds every reason, in the order of the files."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        first, *others = self.faults
        more = f" (và {len(others)} lỗi khác)" if others else ""
        super().__init__(f"Bộ văn bản không dùng được: {first}{more}")


class UnknownRule(KeyError):
    """A rule id that no file defines: a programmer's mistake, or a mistyped word of a command."""

    def __init__(self, rule: str, nearest: Iterable[str] = ()) -> None:
        self.rule, self.nearest = rule, tuple(nearest)
        hint = f"; gần nhất: {', '.join(self.nearest)}" if self.nearest else ""
        self.message = f"Không có quy tắc “{rule}”{hint}."
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message


class Impossible(ValueError):
    """A question about what cannot be; the message is one helpful Vietnamese sentence."""
