"""Facts: everything the rule book may know about a case, as plain values without anyone's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from permissions.roles import Relation
from workflows.forms import Whom
from workflows.rows import RowKind
from workflows.sitting import Sitting

#: Rows that say a body has met: the newest of them dates the law of the meeting.
_MEETINGS = (RowKind.MEETING, RowKind.BALLOT, RowKind.MOTION)


@dataclass(frozen=True, slots=True)
class Row:
    """One live row of the file: its number, the sequence of the record that laid it, who, its facts."""

    number: int
    kind: str
    laid_by: int
    by: int
    on: date
    step: str
    facts: Mapping[str, Any]


#: Where an organisation stands towards the one that handles the file.
SAME, RIGHT_UNDER, FURTHER_DOWN = "cung_cap", "truc_thuoc", "cap_duoi"


@dataclass(frozen=True, slots=True)
class Subject:
    """A person or organisation inspected or supervised, by its number in the file.

    `category` is the word by which the table of authority knows them (dang_vien, du_bi, …). Of an organisation
    `level` is its kind, and `stands` where it is towards the handling one: SAME, RIGHT_UNDER, FURTHER_DOWN, or
    empty for elsewhere.
    """

    number: int
    is_person: bool
    register: int
    category: str = "dang_vien"
    holds_post: bool = False
    level: str = ""
    stands: str = ""

    @property
    def category_on_slip(self) -> str:
        """The word by which the law's forms know them: a probationary member, any other, an organisation."""
        if not self.is_person:
            return "to_chuc_dang"
        return "du_bi" if self.category == "du_bi" else "dang_vien"


@dataclass(frozen=True, slots=True)
class BodyFact:
    """A body that takes part in the matter: its kind, and the kind of its organisation.

    `height` says, where the matter is about an organisation, whether the body is of the one directly
    above it (1) or of the one above that (2); 0 where it is of neither.
    """

    id: int
    kind: str
    level: str
    height: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One content examined for one subject, and the stage of its own machine."""

    number: int
    subject: int
    stage: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How often a step was taken, with its first and last day."""

    first: date
    last: date
    times: int


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A paper of the file: its kind, its state in its life, and the step that issued it."""

    id: int
    kind: str
    state: str
    step: str
    dated: date | None


#: States of a paper that stands no more: cancelled, or replaced by a new one (`cases/reading.py`).
_GONE = frozenset({"da_huy", "da_thay"})


@dataclass(frozen=True, slots=True)
class Facts:
    """A case as the rule book sees it when a step is judged.

    `acted_on` is the day of the deed, `today` the day it is recorded, `moved_on` the day of the last
    move. `own` is the handling body and `bodies` all that take part. `sitting` is the meeting at which
    the step judged votes. `finding` is the finding a step is about, when it is about one. `inputs` are the cleaned
    inputs of the step being judged. `on_paper` names, for each body that keeps its files on paper that day,
    the body whose people enter for it. `members` counts the incumbents of the handling body that day, in a
    cell its official members. `locality` is the layer of local law that binds the body, `beside` are the kinds
    of the other bodies of a cell's organisation, `under` is the kind of the organisation right above. `reviewed` is
    what a file that reviews a decision knows of it while it is being opened; from then on a row holds it.
    `in_transfer` are the subjects whose unit passes that day from one superior to another, `secretaries` those who
    are secretary of the handling body, `managed_otherwise` those whom another committee manages that day than when
    they came into the file, or when a head last confirmed that the body stays competent, `managed_above` those whom
    a committee above the handling body manages.
    """

    procedure: str
    stage: str
    acted_on: date
    today: date
    opened_on: date
    moved_on: date
    body: str = ""
    level: str = ""
    members: int = 0
    subjects: tuple[Subject, ...] = ()
    findings: tuple[Finding, ...] = ()
    taken: Mapping[str, Taken] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    papers: tuple[PaperFact, ...] = ()
    finding: Finding | None = None
    inputs: Mapping[str, Any] = field(default_factory=dict)
    own: int = 0
    bodies: Mapping[int, BodyFact] = field(default_factory=dict)
    sitting: Sitting | None = None
    on_paper: Mapping[int, int] = field(default_factory=dict)
    locality: str = ""
    beside: tuple[str, ...] = ()
    under: str = ""
    reviewed: Mapping[str, Any] | None = None
    in_transfer: tuple[int, ...] = ()
    secretaries: tuple[int, ...] = ()
    managed_otherwise: tuple[int, ...] = ()
    managed_above: tuple[int, ...] = ()

    def of(self, kind: RowKind, **wanted: Any) -> Iterator[Row]:
        """Live rows of `kind` whose facts match every keyword, oldest first."""
        for row in self.rows:
            if row.kind == kind and (
                not wanted or all(row.facts.get(k) == v for k, v in wanted.items())
            ):
                yield row

    def last(self, kind: RowKind, **wanted: Any) -> Row | None:
        """The newest live row of `kind` whose facts match, or None."""
        newest = None
        for row in self.of(kind, **wanted):
            if newest is None or row.number > newest.number:
                newest = row
        return newest

    def papers_of(self, step: str) -> list[PaperFact]:
        """The papers that `step` issued and that still stand: neither cancelled nor replaced by another."""
        return [one for one in self.papers if one.step == step and one.state not in _GONE]

    @property
    def whom(self) -> Whom:
        """Whether the matter is about a member or about an organisation."""
        about_a_body = any(not subject.is_person for subject in self.subjects[:1])
        return Whom.ORGANISATION if about_a_body else Whom.MEMBER

    @property
    def met_on(self) -> date | None:
        """The day of the meeting whose law applies: the one judged, or else the last one held."""
        if self.sitting:
            return self.sitting.held_on
        met = (row for row in self.rows if row.kind in _MEETINGS)
        last = max(met, key=lambda row: row.number, default=None)
        return last.on if last else None

    def body_at(self, relation: Relation) -> int | None:
        """The body that stands in `relation` to the matter: whose turn it is, who decides or assists."""
        levels = self.last(RowKind.LEVELS)
        if relation is Relation.DECIDING:
            return self.heir(levels.facts["deciding"]) if levels else self.own
        if relation is Relation.ASSISTING:  # the body itself where no organ assists it
            organ = levels and levels.facts.get("assisting")
            return self.heir(organ) if organ else self.body_at(Relation.DECIDING)
        if relation is Relation.LEVEL:
            return next(iter(self.levels_left), None)
        return self.own

    @property
    def levels_left(self) -> tuple[int, ...]:
        """The bodies below that have still to send their proposal, from the lowest up."""
        levels = self.last(RowKind.LEVELS)
        sent = {row.facts["body"] for row in self.of(RowKind.SENT)}
        proposing = levels.facts["proposing"] if levels else ()
        left = [self.heir(body) for body in proposing if not {body, self.heir(body)} & sent]
        return tuple(dict.fromkeys(left))

    def heir(self, body: int) -> int:
        """The body that stands where `body` stood, after every reorganisation the file went through."""
        rows = sorted(self.of(RowKind.PASSED_ON), key=lambda row: row.number)
        undone = {row.facts.get("undoes") for row in rows}
        for row in rows:
            if row.number not in undone:
                body = dict(row.facts.get("heirs", ())).get(body, body)
        return body

    def has_taken(self, step: str) -> bool:
        """Whether `step` has been taken at least once."""
        return step in self.taken

    def about(self, finding: int) -> "Facts":
        """The same facts, looking at one finding (KeyError when the file has none of that number)."""
        return replace(self, finding=next(f for f in self.findings if f.number == finding))

    def as_json(self) -> dict[str, Any]:
        """The plain form that a record keeps of what it judged (no names, no free text)."""
        return {
            "procedure": self.procedure,
            "stage": self.stage,
            "acted_on": self.acted_on.isoformat(),
            "today": self.today.isoformat(),
            "opened_on": self.opened_on.isoformat(),
            "moved_on": self.moved_on.isoformat(),
            "body": self.body,
            "level": self.level,
            "members": self.members,
            "subjects": [
                [s.number, s.is_person, s.register, s.category, s.holds_post]
                + ([s.level, s.stands] if s.level else [])
                for s in self.subjects
            ],
            "own": self.own,
            "bodies": [
                [b.id, b.kind, b.level, *([b.height] if b.height else [])]
                for b in self.bodies.values()
            ],
            "sitting": self.sitting and self.sitting.as_json(),
            "findings": [[f.number, f.subject, f.stage] for f in self.findings],
            "taken": {
                k: [t.first.isoformat(), t.last.isoformat(), t.times] for k, t in self.taken.items()
            },
            "rows": [
                [r.number, r.kind, r.laid_by, r.by, r.on.isoformat(), r.step, dict(r.facts)]
                for r in self.rows
            ],
            "papers": [
                [p.id, p.kind, p.state, p.step, p.dated and p.dated.isoformat()]
                for p in self.papers
            ],
            "finding": self.finding and self.finding.number,
            **({"on_paper": sorted(map(list, self.on_paper.items()))} if self.on_paper else {}),
            **({"locality": self.locality} if self.locality else {}),
            **({"beside": list(self.beside)} if self.beside else {}),
            **({"under": self.under} if self.under else {}),
            **({"reviewed": dict(self.reviewed)} if self.reviewed else {}),
            **({"in_transfer": list(self.in_transfer)} if self.in_transfer else {}),
            **({"secretaries": list(self.secretaries)} if self.secretaries else {}),
            **(
                {"managed_otherwise": list(self.managed_otherwise)}
                if self.managed_otherwise
                else {}
            ),
            **({"managed_above": list(self.managed_above)} if self.managed_above else {}),
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Facts":
        """The facts that a record kept of what it judged, with the answers it kept beside them."""
        day, finding = date.fromisoformat, plain["finding"]
        findings = tuple(Finding(*one) for one in plain["findings"])
        return cls(
            procedure=plain["procedure"],
            stage=plain["stage"],
            acted_on=day(plain["acted_on"]),
            today=day(plain["today"]),
            opened_on=day(plain["opened_on"]),
            moved_on=day(plain["moved_on"]),
            body=plain["body"],
            level=plain["level"],
            members=plain["members"],
            own=plain["own"],
            subjects=tuple(Subject(*one) for one in plain["subjects"]),
            findings=findings,
            finding=next((one for one in findings if one.number == finding), None),
            taken={
                step: Taken(day(first), day(last), times)
                for step, (first, last, times) in plain["taken"].items()
            },
            rows=tuple(
                Row(number, kind, laid_by, by, day(on), step, read)
                for number, kind, laid_by, by, on, step, read in plain["rows"]
            ),
            papers=tuple(
                PaperFact(number, kind, state, step, day(dated) if dated else None)
                for number, kind, state, step, dated in plain["papers"]
            ),
            inputs=plain.get("inputs", {}),
            bodies={one[0]: BodyFact(*one) for one in plain["bodies"]},
            sitting=Sitting.from_json(plain["sitting"]) if plain["sitting"] else None,
            on_paper=dict(plain.get("on_paper", ())),
            locality=plain.get("locality", ""),
            beside=tuple(plain.get("beside", ())),
            under=plain.get("under", ""),
            reviewed=plain.get("reviewed"),
            in_transfer=tuple(plain.get("in_transfer", ())),
            secretaries=tuple(plain.get("secretaries", ())),
            managed_otherwise=tuple(plain.get("managed_otherwise", ())),
            managed_above=tuple(plain.get("managed_above", ())),
        )
