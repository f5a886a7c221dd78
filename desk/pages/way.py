"""The lawful way forward as a case page shows it: what is left to do, when, by whom, on what basis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk.pages.parts import Fact, Reason, Tag

#: How many steps are shown before the rest is folded away. A habit of the screen, not a rule of law.
SHOWN = 3


@dataclass(frozen=True)
class WayDeed:
    """What must be done before a step moves the file; `icon` says of which sort it is.

    A paper is its title with its code.
    """

    label: str
    who: str = ""
    papers: Sequence[Fact] = ()
    icon: str = "check"
    tag: Tag | None = None


@dataclass(frozen=True)
class WayStep:
    """One step ahead on its earliest day; `reasons` are what nothing on the way puts right."""

    label: str
    day: date
    who: str
    citation: str = ""
    confidence: Tag | None = None
    papers: Sequence[Fact] = ()
    before: Sequence[WayDeed] = ()
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True)
class WayQuestion:
    """A rule on the way that nobody could read: where it is asked, what lies near, where to answer."""

    label: str
    url: str
    asked: str
    near: Sequence[str] = ()
    answer_url: str = ""


@dataclass(frozen=True)
class WayForward:
    """The whole way; no steps when the file is finished. `unconfirmed` rules are shown, not asked.

    `end` says where it leads, `warning` that no ordinary way leads there.
    """

    end: str = ""
    warning: str = ""
    tags: Sequence[Tag] = ()
    steps: Sequence[WayStep] = ()
    questions: Sequence[WayQuestion] = ()
    unconfirmed: Sequence[Fact] = ()

    @property
    def next(self) -> Sequence[WayStep]:
        """The steps that are shown at once."""
        return self.steps[:SHOWN]

    @property
    def later(self) -> Sequence[WayStep]:
        """The steps folded away."""
        return self.steps[SHOWN:]
