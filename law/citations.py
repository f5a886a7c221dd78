"""Instruments (văn bản) with the dates they held, and citations of their articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Instrument:
    """A Party document that makes law; dates inclusive, `end` None: not known to end."""

    id: str
    number: str
    kind: str
    title: str
    issuer: str
    signed: date
    start: date
    end: date | None
    confidence: str
    end_inferred: bool = False
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()
    layer: str | None = None

    @property
    def text(self) -> str:
        """Return the name a paper prints: "Quy định số 30-QĐ/TW, ngày 26/7/2016 của …"."""
        if self.number == self.kind or self.number == self.title:
            return self.number
        return f"{self.kind} số {self.number}, ngày {vietnamese(self.signed)} của {self.issuer}"

    def in_force(self, on: date) -> bool:
        """Return whether the instrument held on that day."""
        return self.start <= on and (self.end is None or on <= self.end)

    def overlaps(self, start: date, end: date | None) -> bool:
        """Return whether the instrument held on any day of the period (both ends inclusive)."""
        return (end is None or self.start <= end) and (self.end is None or start <= self.end)

    def as_json(self) -> dict[str, object]:
        """Return the plain values an edition stores."""
        return {
            "id": self.id,
            "number": self.number,
            "kind": self.kind,
            "title": self.title,
            "issuer": self.issuer,
            "signed": self.signed.isoformat(),
            "from": self.start.isoformat(),
            "to": self.end.isoformat() if self.end else None,
            "confidence": self.confidence,
        }

    @classmethod
    def of_json(cls, plain: Mapping[str, Any]) -> "Instrument":
        """Return the instrument those plain values describe; it knows no more than they keep."""
        return cls(
            id=plain["id"],
            number=plain["number"],
            kind=plain["kind"],
            title=plain["title"],
            issuer=plain["issuer"],
            signed=date.fromisoformat(plain["signed"]),
            start=date.fromisoformat(plain["from"]),
            end=date.fromisoformat(plain["to"]) if plain["to"] else None,
            confidence=plain["confidence"],
        )


@dataclass(frozen=True)
class Citation:
    """One place in one instrument; `article` None means the article is not known."""

    instrument: Instrument
    article: str | None = None

    @property
    def text(self) -> str:
        """Return the citation in full, as the basis line of a paper names it."""
        return f"{self.instrument.text}, {self.article}" if self.article else self.instrument.text

    @property
    def short(self) -> str:
        """Return "30-QĐ/TW Điều 30", the form screens and records use."""
        return (
            f"{self.instrument.number} {self.article}" if self.article else self.instrument.number
        )

    def in_force(self, on: date) -> bool:
        """Return whether the cited instrument held on that day."""
        return self.instrument.in_force(on)

    def at(self, article: str) -> "Citation":
        """Return another place in the same instrument."""
        return Citation(self.instrument, article)

    def __str__(self) -> str:
        return self.short


class Instruments:
    """All instruments of one law folder, by id."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._by_id = {instrument.id: instrument for instrument in instruments}

    def __iter__(self) -> Iterator[Instrument]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._by_id

    def get(self, id_: str) -> Instrument:
        """Return the instrument of that id; KeyError when the law names no such document."""
        try:
            return self._by_id[id_]
        except KeyError:
            raise KeyError(f"Không có văn bản “{id_}” trong danh mục.") from None

    def in_force(self, on: date) -> tuple[Instrument, ...]:
        """Return every instrument that held on that day."""
        return tuple(instrument for instrument in self if instrument.in_force(on))


@dataclass(frozen=True)
class Basis:
    """The legal basis of a step, as it changes from regime to regime."""

    entries: tuple[tuple[date, Citation], ...]

    def __post_init__(self) -> None:
        days = [start for start, _ in self.entries]
        if not days or days != sorted(set(days)):
            raise ValueError("A basis names its citations in the order of their first days.")
        for start, citation in self.entries:
            if not citation.in_force(start):
                raise ValueError(f"{citation.short} was not in force on {start}.")

    def on(self, day: date) -> Citation | None:
        """Return the citation that holds on that day.

        None where the day lies before the first entry, or after the cited instrument ended without
        a successor being named: the caller asks, nothing is guessed.
        """
        held = [citation for start, citation in self.entries if start <= day]
        return held[-1] if held and held[-1].in_force(day) else None

    def as_json(self) -> list[dict[str, str]]:
        """Return the entries as plain values for an edition."""
        return [{"from": start.isoformat(), "citation": c.short} for start, c in self.entries]


def vietnamese(day: date) -> str:
    """Return the day as Vietnamese papers print it in a citation: 26/7/2016."""
    return f"{day.day}/{day.month}/{day.year}"
