"""How far a period may be lengthened: the first period, one extension or a total, all by rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from law.differences import UNITS
from law.hits import Hit
from law.lawbook import LawBook
from law.reasons import Reason


@dataclass(frozen=True)
class Lengthening:
    """The rules one kind of period is judged by; a law sets either the extension or the total."""

    first: str
    extension: str
    total: str | None = None


SUSPENSION = Lengthening("suspension.duration", "suspension.extension", "suspension.total_max")
DENUNCIATION = Lengthening("denunciation.handling", "denunciation.extension")


def refusals(
    book: LawBook, kind: Lengthening, on: date, *, first: int, extension: int = 0
) -> tuple[Reason, ...]:
    """Return every reason why a first period and an extension may not be set on that day.

    Both are counted in the unit of the rule. A rule that gives no verdict is a reason too: it is
    asked about, never taken for leave.
    """
    return tuple(_wrong(book, kind, on, first, extension))


def _wrong(
    book: LawBook, kind: Lengthening, on: date, first: int, extension: int
) -> Iterator[Reason]:
    limit = book.rule(kind.first, on)
    yield from _over(limit, first, "Thời hạn lần đầu")
    if not extension:
        return
    more = book.rule(kind.extension, on)
    total = book.rule(kind.total, on) if kind.total else more
    if more.gives_verdict or not total.gives_verdict:
        yield from _over(more, extension, "Thời gian gia hạn")
    else:
        yield from _over(total, first + extension, "Tổng thời gian")


def _over(limit: Hit, amount: int, what: str) -> Iterator[Reason]:
    if not limit.gives_verdict:
        yield Reason(
            limit.rule,
            f"{what}: mức tối đa chưa rõ cho ngày này.",
            limit.cited,
            limit.confidence,
            "Nhập mức tối đa kèm văn bản (số, ngày, điều khoản).",
        )
    elif amount > limit.value:
        unit = UNITS.get(limit.unit or "", "")
        yield Reason(
            limit.rule,
            f"{what} {amount} {unit}, quá mức tối đa {limit.value} {unit}.",
            limit.cited,
            limit.confidence,
            f"Giảm xuống không quá {limit.value} {unit}.",
        )
