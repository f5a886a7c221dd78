"""What of a file is read in order to count it: many files at once, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from cases.models import Case, FileRow, Finding, StepRecord, Subject
from registry.models import BodyKind, Position, Post
from workflows.rows import RowKind

#: Rows of a file that say where it came from, how it was decided, and what it is about.
_READ = (
    RowKind.ORIGIN, RowKind.LEVELS, RowKind.BALLOT, RowKind.JUDGMENT, RowKind.RECEIPT,
    RowKind.CLASSIFICATION, RowKind.REVIEWED,
)  # fmt: skip
_COMMITTEES = (BodyKind.COMMITTEE, BodyKind.STANDING, BodyKind.INSPECTION)
_ELECTED = (
    Position.SECRETARY, Position.DEPUTY_SECRETARY, Position.CHAIR, Position.VICE_CHAIR, Position.MEMBER,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """A step that moved the file: to which stage, on which day, by which body and of which organisation."""

    to: str
    on: date
    body: int
    body_kind: str
    unit: int
    level: str


@dataclass(frozen=True, slots=True)
class Who:
    """A subject as it was last laid: its number, and the person or the organisation."""

    number: int
    person: int | None
    organisation: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """A content about a subject at a stage from a day on; `theme` is how it was classed for the statistics."""

    number: int
    subject: int
    stage: str
    on: date
    theme: str


@dataclass(frozen=True, slots=True)
class Follower:
    """A file opened out of this one: of which procedure, when, about whom."""

    procedure: str
    opened_on: date
    about: frozenset[tuple[str, int]]


@dataclass(slots=True)
class Lying:
    """One file as it is counted."""

    case: Case
    origin: str
    origin_case: int | None
    moves: list[Move] = field(default_factory=list)
    subjects: list[Who] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    rows: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    followers: list[Follower] = field(default_factory=list)
    sat: dict[int, list[tuple[date, date | None]]] = field(default_factory=dict)
    found_before: list[tuple[tuple[str, int], str]] = field(default_factory=list)

    @property
    def part(self) -> str:
        """The part of the regulations: P1 supervision, P2 and P3 inspection, P5 discipline, and so on."""
        return self.case.procedure.partition(".")[0]

    def first(self, *stages: str) -> Move | None:
        """The first move into one of these stages; None while there was none."""
        return next((move for move in self.moves if move.to in stages), None)

    def said(self, *kinds: RowKind) -> dict[str, Any]:
        """What the newest row of the first of these kinds says; nothing where there is none."""
        for kind in kinds:
            found = [facts for of, facts in self.rows if of == kind]
            if found:
                return found[-1]
        return {}

    def was_elected(self, person: int | None, day: date) -> bool:
        """Whether the person sat on a committee, standing or inspection committee that day."""
        return any(
            first <= day and (last is None or last >= day)
            for first, last in self.sat.get(person or 0, ())
        )


def key_of(person: int | None, organisation: int | None) -> tuple[str, int]:
    """By what a subject of one file is known again in another."""
    return ("person", person) if person else ("organisation", organisation or 0)


def read(cases: Sequence[int]) -> list[Lying]:
    """Return the files of these numbers as they are counted, in the order of their numbers."""
    held = {
        case.pk: Lying(case, case.origin.procedure if case.origin else "", case.origin_id)
        for case in Case.objects.filter(pk__in=cases)
        .select_related("origin", "body__organisation")
        .order_by("pk")
    }
    _read_moves(held)
    _read_subjects(held)
    _read_findings(held)
    _read_rows(held)
    _read_followers(held)
    _read_findings_before(held)
    _read_seats(held.values())
    return list(held.values())


def _read_moves(held: dict[int, Lying]) -> None:
    moving = StepRecord.objects.filter(case__in=held, moves=True).order_by("case", "sequence")
    for case, to, on, *acting in moving.values_list(
        "case", "to_stage", "acted_on",
        "body", "body__kind", "body__organisation", "body__organisation__kind",
        "on_behalf_of", "on_behalf_of__kind", "on_behalf_of__organisation",
        "on_behalf_of__organisation__kind",
    ):  # fmt: skip
        body = acting[4:] if acting[4] else acting[:4]
        held[case].moves.append(Move(to, on, *body))


def _read_subjects(held: dict[int, Lying]) -> None:
    standing: dict[tuple[int, int], Who] = {}
    rows = Subject.objects.filter(case__in=held, superseded_by=None).order_by("case", "number")
    for case, number, person, organisation in rows.values_list(
        "case", "number", "person", "organisation"
    ):
        standing[case, number] = Who(number, person, organisation)
    for (case, _number), who in standing.items():
        held[case].subjects.append(who)


def _read_findings(held: dict[int, Lying]) -> None:
    rows = Finding.objects.filter(case__in=held).order_by("case", "laid_by__sequence", "pk")
    themes: dict[tuple[int, int], str] = {}
    for case, number, subject, stage, on, inputs in rows.values_list(
        "case", "number", "subject__number", "stage", "laid_by__acted_on", "laid_by__inputs"
    ):
        if classed := str(inputs.get("counted_as") or ""):
            themes[case, number] = classed
        theme = themes.get((case, number), "")
        held[case].found.append(Found(number, subject, stage, on, theme))


def _read_rows(held: dict[int, Lying]) -> None:
    rows = FileRow.objects.filter(case__in=held, kind__in=_READ, superseded_by=None)
    for case, kind, facts in rows.order_by("case", "number").values_list("case", "kind", "facts"):
        held[case].rows.append((kind, facts))


def _read_followers(held: dict[int, Lying]) -> None:
    about: dict[int, set[tuple[str, int]]] = defaultdict(set)
    opened: dict[int, tuple[int, str, date]] = {}
    rows = Case.objects.filter(origin__in=held, subjects__superseded_by=None).order_by("pk")
    for pk, origin, procedure, day, person, organisation in rows.values_list(
        "pk", "origin", "procedure", "opened_on", "subjects__person", "subjects__organisation"
    ):
        opened[pk] = (origin, procedure, day)
        about[pk].add(key_of(person, organisation))
    for pk, (origin, procedure, day) in opened.items():
        held[origin].followers.append(Follower(procedure, day, frozenset(about[pk])))


def _read_findings_before(held: dict[int, Lying]) -> None:
    """The classed contents of the file before, by subject: a discipline is about what was found there."""
    after: dict[int, list[Lying]] = defaultdict(list)
    for one in held.values():
        if one.origin_case:
            after[one.origin_case].append(one)
    rows = Finding.objects.filter(case__in=after, laid_by__inputs__has_key="counted_as").order_by(
        "pk"
    )
    for case, person, organisation, inputs in rows.values_list(
        "case", "subject__person", "subject__organisation", "laid_by__inputs"
    ):
        classed = str(inputs.get("counted_as") or "")
        for one in after[case]:
            if classed:
                one.found_before.append((key_of(person, organisation), classed))


def _read_seats(lying: Iterable[Lying]) -> None:
    files = list(lying)
    people = {who.person for one in files for who in one.subjects if who.person}
    sat: dict[int, list[tuple[date, date | None]]] = defaultdict(list)
    posts = Post.objects.filter(
        Q(body__kind__in=_COMMITTEES), person__in=people, position__in=_ELECTED
    )
    for person, first, last in posts.values_list("person", "first_day", "last_day"):
        sat[person].append((first, last))
    for one in files:
        one.sat = sat
