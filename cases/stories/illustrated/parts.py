"""What an illustrated page is made of: plain values in the order in which one reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Said:
    """One thing that was said or decided at a step: its label, and its lines."""

    label: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Sure:
    """How sure we are of a rule, in a word; `tone` is ok, soon or hold."""

    word: str
    tone: str


@dataclass(frozen=True)
class Verdict:
    """One rule that a step rested on. `document` is what answered or released it for this matter."""

    rule: str
    label: str
    says: str
    citation: str
    sure: Sure
    document: str = ""


@dataclass(frozen=True)
class Vote:
    """One count: the base, who came, what each option got, and the comparison in whole numbers."""

    base: int | None
    present: int | None
    counts: Sequence[tuple[str, int]]
    slips: str = ""
    arithmetic: Sequence[str] = ()
    needs: str = ""
    passes: bool | None = None


@dataclass(frozen=True)
class Deadline:
    """A clock that a step set running, and how its last day (inclusive) was found."""

    label: str
    last_day: date
    how: Sequence[str]


@dataclass(frozen=True)
class PaperTold:
    """A paper where it was issued. `pictures` are its pages, the first one first; none if not printed."""

    title: str
    kind: str
    number: str
    day: date | None
    signer: str
    pdf: str
    pictures: Sequence[str]

    @property
    def name(self) -> str:
        """How one calls it: its number and title."""
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True)
class StepTold:
    """One record of the history, as one tells it."""

    place: str
    day: date
    title: str
    sentence: str
    who: str
    office: str
    body: str
    moved_to: str
    said: Sequence[Said]
    votes: Sequence[Vote]
    verdicts: Sequence[Verdict]
    begun: Sequence[Deadline]
    ended: Sequence[str]
    papers: Sequence[PaperTold]

    @property
    def printed(self) -> list[PaperTold]:
        """The papers whose pages can be read here."""
        return [paper for paper in self.papers if paper.pictures]

    @property
    def pages(self) -> int:
        """How many pages those papers have together."""
        return sum(len(paper.pictures) for paper in self.papers)


@dataclass(frozen=True)
class PhaseTold:
    """Steps that follow one another in one of the official phases."""

    title: str
    steps: Sequence[StepTold]


@dataclass(frozen=True)
class Result:
    """One content that was examined for one subject, and how it ended."""

    subject: str
    content: str
    outcome: str


@dataclass(frozen=True)
class MatterTold:
    """One file from its first record to its last.

    `came_from` is the reference of the file it followed; `fault` says what breaks its chain.
    """

    reference: str
    came_from: str
    title: str
    procedure: str
    body: str
    opened_on: date
    closed_on: date | None
    stage: str
    phases: Sequence[PhaseTold]
    results: Sequence[Result]
    records: int
    head: str
    fault: str

    @property
    def steps(self) -> list[StepTold]:
        """All steps, oldest first."""
        return [step for phase in self.phases for step in phase.steps]

    @property
    def papers(self) -> list[PaperTold]:
        """All papers, in the order of the steps that issued them."""
        return [paper for step in self.steps for paper in step.papers]


@dataclass(frozen=True)
class Player:
    """Somebody who takes part, and as what."""

    name: str
    roles: str


@dataclass(frozen=True)
class Company:
    """One body of the story with the people who act in it."""

    name: str
    players: Sequence[Player]


@dataclass(frozen=True)
class OpenLaw:
    """One rule of the story that is not confirmed, and how often it was relied on."""

    verdict: Verdict
    times: int


@dataclass(frozen=True)
class Story:
    """A family of matters, one leading to the next. `sample` says that everything is invented."""

    title: str
    sample: bool
    matters: Sequence[MatterTold]
    subjects: Sequence[Player]
    companies: Sequence[Company]
    open_law: Sequence[OpenLaw]
    confirmed: int

    @property
    def steps(self) -> int:
        return sum(len(matter.steps) for matter in self.matters)

    @property
    def papers(self) -> int:
        return sum(len(matter.papers) for matter in self.matters)

    @property
    def first_day(self) -> date:
        return min(step.day for matter in self.matters for step in matter.steps)

    @property
    def last_day(self) -> date:
        return max(step.day for matter in self.matters for step in matter.steps)

    @property
    def intact(self) -> bool:
        """Whether every history holds from its first record to its last."""
        return not any(matter.fault for matter in self.matters)
