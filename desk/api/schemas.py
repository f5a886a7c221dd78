"""What the API takes and gives; dates are ISO days, and nothing is coerced from another type."""

from datetime import date
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import BeforeValidator, ConfigDict, StrictInt


def _iso(day: Any) -> Any:
    """Only an ISO day is a day; a number would otherwise be taken for one."""
    if not isinstance(day, (str, date)):
        raise ValueError("a day is written YYYY-MM-DD")
    return day


Day = Annotated[date, BeforeValidator(_iso)]


class Strict(Schema):
    """A schema that refuses unknown names."""

    model_config = ConfigDict(extra="forbid")


class SubjectIn(Strict):
    """A person or an organisation of the register: exactly one of the two numbers."""

    person: StrictInt | None = None
    organisation: StrictInt | None = None


class CaseIn(Strict):
    """A file to open."""

    procedure: str = Field(examples=["P1.CD"])
    body: StrictInt
    subjects: list[SubjectIn]
    acted_on: Day
    origin: str | None = None
    secrecy: str = ""
    inputs: dict[str, Any] = {}


class StepIn(Strict):
    """A step to take."""

    acted_on: Day
    inputs: dict[str, Any] = {}


class ReasonOut(Schema):
    """One reason why not."""

    rule: str
    text: str
    citation: str | None
    confidence: str | None
    remedy: str


class RefusedOut(Schema):
    """Every reason at once; nothing was changed."""

    detail: str
    reasons: list[ReasonOut] = []


class CaseOut(Schema):
    """A file as its reader may know it."""

    reference: str
    procedure: str
    title: str
    body: str
    stage: str
    stage_label: str
    opened_on: date
    moved_on: date
    closed_on: date | None
    records: int
    head: str
    subjects: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    papers: list[dict[str, Any]]
    deadlines: list[dict[str, Any]]


class ActionOut(Schema):
    """One step as it stands for this reader now; `inputs` say what it asks."""

    step: str
    label: str
    sentence: str
    allowed: bool
    refusals: list[ReasonOut]
    inputs: list[dict[str, Any]]


class PaperKindOut(Schema):
    """A kind of paper that a step issues or writes."""

    kind: str
    title: str


class DeedOut(Schema):
    """Something to be done: by whom, with which papers, and whether it is a meeting that votes."""

    step: str
    label: str
    who: str
    votes: bool
    papers: list[PaperKindOut]


class AheadOut(DeedOut):
    """A step ahead: its earliest day, its basis, what comes before it, and the rules still open.

    `open_findings` is null where no content has to be concluded first; `against` are reasons that
    no step of the procedure puts right.
    """

    earliest: date
    citation: str | None
    confidence: str | None
    before: list[DeedOut]
    open_findings: int | None
    against: list[ReasonOut]
    asks: list[str]
    unconfirmed: list[str]


class QuestionOut(Schema):
    """A rule on the way that gives no verdict, the step that asks it first, and what lies near."""

    rule: str
    label: str
    on: date
    asked_by: str
    proposals: list[dict[str, Any]]


class WayOut(Schema):
    """The shortest lawful way from where a file stands to an end; no steps when it is finished."""

    end: str
    end_label: str
    way_out: bool
    papers: int
    votes: int
    questions: list[QuestionOut]
    steps: list[AheadOut]


class RecordOut(Schema):
    """A step that was taken."""

    sequence: int
    step: str
    from_stage: str
    to_stage: str
    acted_on: date
    hash: str


class HistoryOut(Schema):
    """The chained history of a file, oldest first."""

    reference: str
    records: list[dict[str, Any]]


class MeetingOut(Schema):
    """A meeting as its call says it; `items` is how much is on its agenda."""

    reference: str
    body: str
    held_on: date
    starts: str
    place: str
    stage: str
    stage_label: str
    items: int
    closed_on: date | None


class PaperOut(Schema):
    """A paper of a file the reader may open."""

    id: int
    kind: str
    title: str
    number: str
    dated: date | None
    state: str
    state_label: str
    sha256: str | None
    pdf: str | None


class PersonOut(Schema):
    """Who the key belongs to, and the posts held today."""

    person: int
    name: str
    posts: list[dict[str, Any]]


class FoundOut(Schema):
    """A person or organisation of the register."""

    person: int | None = None
    organisation: int | None = None
    name: str
