"""How far a period may be lengthened: the first period, one extension or a total, all by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from law.differences import UNITS
from law.hits import Hit
from law.lawbook import LawBook
from law.reasons import Reason

Settled = Mapping[str, Hit]


@dataclass(frozen=True)
class Lengthening:
    """The rules one kind of period is judged by; a law sets either the extension or the total.

    `times` bounds how often it may be extended where the extension itself is bounded.
    """

    first: str
    extension: str
    total: str | None = None
    times: str | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule that may be asked, each once."""
        named = (self.first, self.extension, self.total, self.times)
        return tuple(dict.fromkeys(rule for rule in named if rule))


SUSPENSION = Lengthening(
    "suspension.duration",
    "suspension.extension",
    "suspension.total_max",
    "suspension.extension_times",
)
#: What the law sets for an organisation is a maximum: an extension lies within it, unless it is set apart.
ORGANISATION_SUSPENSION = Lengthening(
    "suspension.org", "suspension.extension", "suspension.org", "suspension.extension_times"
)
DENUNCIATION = Lengthening("denunciation.handling", "denunciation.extension")


@dataclass(frozen=True)
class Limit:
    """One rule that bounds a length, with the length asked for and what that is called."""

    hit: Hit
    amount: int
    what: str

    def refusal(self) -> Reason | None:
        """Return why the length may not be set, None where it may; a rule without a verdict is a reason."""
        hit = self.hit
        if not hit.gives_verdict:
            return Reason(
                hit.rule,
                f"{self.what}: mức tối đa chưa rõ cho ngày này.",
                hit.cited,
                hit.confidence,
                "Nhập mức tối đa kèm văn bản (số, ngày, điều khoản).",
            )
        if self.amount <= hit.value or hit.force == "released":
            return None
        unit = UNITS.get(hit.unit or "", hit.unit or "")
        return Reason(
            hit.rule,
            f"{self.what} {self.amount} {unit}, quá mức tối đa {hit.value} {unit}.",
            hit.cited,
            hit.confidence,
            f"Giảm xuống không quá {hit.value} {unit}.",
        )


def of_first(
    book: LawBook, kind: Lengthening, on: date, amount: int, settled: Settled | None = None
) -> Limit:
    """Return what bounds a first period; `settled` holds the hits this case has answered or released."""
    return Limit(_hit(book, kind.first, on, settled), amount, "Thời hạn lần đầu")


def of_extension(
    book: LawBook,
    kind: Lengthening,
    on: date,
    *,
    before: int,
    amount: int,
    settled: Settled | None = None,
) -> Limit:
    """Return what bounds an extension by `amount` of a period of `before` so far, in the unit of the rule."""
    more = _hit(book, kind.extension, on, settled)
    total = _hit(book, kind.total, on, settled) if kind.total else more
    answered_as_first = kind.total == kind.first and total.force == "answered"
    if more.gives_verdict or not total.gives_verdict or answered_as_first:
        return Limit(more, amount, "Thời gian gia hạn")
    return Limit(total, before + amount, "Tổng thời gian")


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
    limits = [of_first(book, kind, on, first)]
    if extension:
        limits.append(of_extension(book, kind, on, before=first, amount=extension))
    yield from filter(None, (limit.refusal() for limit in limits))


def _hit(book: LawBook, rule: str, on: date, settled: Settled | None) -> Hit:
    return (settled or {}).get(rule) or book.rule(rule, on)
