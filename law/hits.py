"""The answer to "what did this rule say on that day", with its source and how sure we are."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from law.answers import Answer, NotAllowed, Release
from law.citations import Citation
from law.plain import frozen, thawed


@dataclass(frozen=True)
class Proposal:
    """A value shown to whoever must answer; never a verdict.

    `kind` is `earlier` or `later` (the nearest rows with a value), `suggested` (what the sources
    make likely), `other_reading` (a second way to read the text) or `local` (a locality's own row).
    """

    kind: str
    value: Any
    unit: str | None
    key: str | None = None
    start: date | None = None
    end: date | None = None
    confidence: str | None = None
    citation: str | None = None
    layer: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the plain values of the answer."""
        plain = vars(self) | {"from": self.start, "to": self.end}
        return dict(thawed(plain, drop=("start", "end")))


@dataclass(frozen=True)
class Hit:
    """What a rule says on one day.

    `state` is `known`, `unknown`, `no_rule` or `ended`; a day without any row is `unknown` with
    `key` None. `citation` is the first cited place in force on that day, `citations` all of them.
    """

    rule: str
    on: date
    value: Any
    unit: str | None
    state: str
    confidence: str | None
    citation: Citation | None
    citations: tuple[Citation, ...]
    key: str | None
    label_vi: str
    selector: str
    proposals: tuple[Proposal, ...] = ()
    other_reading: Any = None
    applies_to: str = ""
    note: str = ""
    covers: tuple[str, ...] = ()
    cumulates: bool = True
    layer: str | None = None
    is_floor: bool = False
    settled_by: Release | Answer | None = None
    sources: tuple[str, ...] = ()

    @property
    def force(self) -> str:
        """Return how hard the rule binds: `hard`, `releasable`, `released`, `answered` or `ask`."""
        if isinstance(self.settled_by, Answer):
            return "answered"
        if self.state == "unknown" or self.confidence == "uncertain":
            return "ask"
        if self.confidence == "confirmed":
            return "hard"
        return "released" if self.settled_by else "releasable"

    @property
    def may_be_released(self) -> bool:
        """Return whether somebody may release the guard for one case: never one of the floor."""
        return self.force == "releasable" and not self.is_floor

    @property
    def gives_verdict(self) -> bool:
        """Return whether the value may decide anything without asking a person."""
        return self.force != "ask"

    @property
    def cited(self) -> str | None:
        """Return all citations in force, short, in one line."""
        return "; ".join(citation.short for citation in self.citations) or None

    def released(self, release: Release) -> "Hit":
        """Return the hit with its guard released for one case.

        Raises NotAllowed for a confirmed or unknown row, and for a rule of the floor.
        """
        if self.is_floor:
            raise NotAllowed(f"“{self.label_vi}” là bảo đảm tối thiểu, không ai được miễn.")
        if self.force != "releasable":
            raise NotAllowed(f"“{self.label_vi}” không thuộc loại được phép miễn cho từng vụ việc.")
        return replace(self, settled_by=release)

    def answered(self, answer: Answer) -> "Hit":
        """Return the hit with the value an officer gave, for one case.

        Raises NotAllowed where the law does give a verdict, and where the answer would take away a
        guarantee of the floor.
        """
        if self.force != "ask":
            raise NotAllowed(f"“{self.label_vi}” đã có quy định, không hỏi lại.")
        if self.is_floor and answer.value in (False, None):
            raise NotAllowed(f"“{self.label_vi}” là bảo đảm tối thiểu, không ai được miễn.")
        value = frozen(answer.value)
        return replace(self, state="known", value=value, unit=answer.unit, settled_by=answer)

    def as_json(self) -> dict[str, Any]:
        """Return the plain values `law show` prints and a record stores."""
        answer = {
            "rule": self.rule,
            "value": thawed(self.value),
            "unit": self.unit,
            "state": self.state,
            "confidence": self.confidence,
            "citation": self.cited,
            "key": self.key,
            "label": self.label_vi,
            "selector": self.selector,
            "sources": list(self.sources),
            "proposals": [proposal.as_json() for proposal in self.proposals],
        }
        if self.layer:
            answer["layer"] = self.layer
        if self.settled_by:
            answer["settled_by"] = self.settled_by.as_json()
        return answer
