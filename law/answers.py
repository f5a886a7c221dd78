"""What people add to the law for one case: a released guard, an answered question."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from law.plain import thawed


@dataclass(frozen=True)
class Document:
    """The local document somebody holds in hand: number, day, clause and hash of its scan."""

    number: str
    dated: date
    clause: str
    scan_sha256: str

    def as_json(self) -> dict[str, str]:
        """Return the plain values a record stores."""
        return {
            "number": self.number,
            "dated": self.dated.isoformat(),
            "clause": self.clause,
            "scan_sha256": self.scan_sha256,
        }


@dataclass(frozen=True)
class Release:
    """A guard read in one text only, released for this case on the strength of a document."""

    document: Document
    by: str

    def as_json(self) -> dict[str, object]:
        """Return the plain values a record stores."""
        return {"kind": "released", "document": self.document.as_json(), "by": self.by}


@dataclass(frozen=True)
class Answer:
    """The value an officer gives where the law is unknown or uncertain, with its document."""

    value: Any
    unit: str | None
    document: Document
    by: str

    def as_json(self) -> dict[str, object]:
        """Return the plain values a record stores."""
        return {
            "kind": "asked",
            "value": thawed(self.value),
            "unit": self.unit,
            "document": self.document.as_json(),
            "by": self.by,
        }


class NotAllowed(ValueError):
    """A release or an answer that the law's confidence or the floor does not permit."""
