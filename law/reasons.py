"""One reason why a step is refused, with its article and what would put it right."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why not: `rule` is a rule id or the name of a guard, `text` and `remedy` are Vietnamese."""

    rule: str
    text: str
    citation: str | None = None
    confidence: str | None = None
    remedy: str = ""

    def as_json(self) -> dict[str, str | None]:
        """Return the plain values an answer of the API carries."""
        return {
            "rule": self.rule,
            "text": self.text,
            "citation": self.citation,
            "confidence": self.confidence,
            "remedy": self.remedy,
        }

    def __str__(self) -> str:
        return f"{self.text} ({self.citation})" if self.citation else self.text
