"""The regulation as it was read: its transitions, who it names, and which of our steps each of them is.

`transitions.csv` copies the state tables of PROCEDURES 2 to 11 line by line, with what 7.5, 7.6, 10.2 and
11.1 say in words; "same" is written out. The files of SECTIONS say which of our steps a transition is: procedures,
step, its sources, its target (empty where it stays), who according to the regulation, and the transitions,
by "STATE/transition", after "section:" where it is another one's. `words` points to a sentence where no
transition says it. Who are words of the regulation, parted by commas: "R-CELL signs" where it matters that
the deed is a signature, "@" and a relation where another body acts than the one that handles the file.

`roles.csv` says once which of our offices a word means in which body: in procedures named by code, in a
kind of body, in a relation, or "*". Three files hold what does not fit, each with why: `not_here.csv` the
transitions that no step of ours is, `ours.csv` the moves that no transition says, `otherwise.csv` the
steps that others may take than the regulation names: who more ("adds") and who not ("lacks").
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from permissions.roles import ROLES_OF_POSITION, Relation, Role
from registry.keeping import positions_in
from registry.models import Body, BodyKind
from tests.workflows.tables.reading import offices_of
from workflows.catalogue import PROCEDURES

FOLDER = Path(__file__).parent
Office = tuple[Relation, Role]
#: Each file of mapped steps, and the section of PROCEDURES whose transitions it names without saying so.
SECTIONS = {
    "p0": "2",
    "p1_continuous": "3.1",
    "p1": "3.2",
    "p2": "4",
    "p3": "5",
    "p4": "6",
    "p5": "7.3",
    "p5_cell": "7.4",
    "p5_centre": "7.5",
    "p5_special": "7.7",
    "p5s": "7.8",
    "p6": "8",
    "p7": "9.4",
    "p8_xt": "10.1",
    "p8_committee": "10.1",
    "p8_db": "10.2",
    "p8_xr": "10.3",
    "p8_kn": "10.4",
    "p9_td": "11.1",
    "p9_oan": "11.2",
}
_KINDS = {
    frozenset({"ubkt"}): "ubkt",
    frozenset({"chi_bo"}): "cell",
    frozenset({"ban"}): "organ",
    frozenset({"cap_uy", "btv"}): "committee",
}


@dataclass(frozen=True)
class Line:
    """One of our steps in one procedure, as the regulation has it."""

    file: str
    code: str
    step: str
    sources: frozenset[str]
    target: str | None
    who: tuple[str, ...]
    transitions: tuple[str, ...]
    words: str

    def __str__(self) -> str:
        return f"{self.file}.csv: {self.code} {self.step}"

    def regulated(self) -> frozenset[Office]:
        """The offices the regulation names."""
        return offices_for(self.who, self.code)

    def offices(self) -> frozenset[Office]:
        """Who may take the step here: whom the regulation names, but for what `otherwise.csv` says."""
        named = self.regulated()
        for one in otherwise():
            if self.step in one.steps and self.code in one.codes:
                named = named - offices_for(one.lacks, self.code) | offices_for(one.adds, self.code)
        return named


@dataclass(frozen=True)
class Otherwise:
    """Steps that others may take than the regulation names, and why."""

    codes: tuple[str, ...]
    steps: tuple[str, ...]
    adds: tuple[str, ...]
    lacks: tuple[str, ...]
    why: str


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the files, in their order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(text: str, sign: str = ",") -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(sign) if one.strip())


@cache
def lines() -> tuple[Line, ...]:
    """Every step of every procedure that the regulation speaks of."""
    return tuple(
        Line(
            name,
            code,
            row["step"],
            frozenset(row["sources"].split()),
            row["target"] or None,
            listed(row["who"]),
            tuple(_in_full(one, section) for one in listed(row["transitions"], ";")),
            row["words"],
        )
        for name, section in SECTIONS.items()
        for row in rows(name)
        for code in row["procedures"].split()
    )


def _in_full(pointer: str, section: str) -> str:
    """A transition with its section before it."""
    return pointer if pointer in transitions() else f"{section}:{pointer}"


@cache
def transitions() -> dict[str, str]:
    """The actor of each transition, by "section:STATE/transition"."""
    return {
        f"{row['section']}:{row['state']}/{row['transition']}": row["actor"]
        for row in rows("transitions")
    }


@cache
def otherwise() -> tuple[Otherwise, ...]:
    return tuple(
        Otherwise(
            tuple(row["procedures"].split()),
            tuple(row["steps"].split()),
            listed(row["adds"]),
            listed(row["lacks"]),
            row["why"],
        )
        for row in rows("otherwise")
    )


def kind_of(code: str) -> str:
    """The kind of body that runs a procedure: one, or "several"."""
    return _KINDS.get(PROCEDURES[code].bodies, "several")


def offices_for(words: Iterable[str], code: str) -> frozenset[Office]:
    """The offices that words of the regulation mean in a procedure; KeyError for one roles.csv has not."""
    return frozenset(
        one
        for word in words
        for office in meanings()[meant(word, code)].split()
        for one in offices_of(office)
    )


def meant(word: str, code: str) -> tuple[str, str]:
    """Under which word and which body roles.csv says it."""
    name, _, relation = word.partition("@")
    for body in (code, relation or kind_of(code), "*"):
        if (name, body) in meanings():
            return name, body
    raise KeyError(f"roles.csv does not say who {word!r} is in {code}.")


@cache
def meanings() -> dict[tuple[str, str], str]:
    """Offices by word and body."""
    return {
        (word, body): row["offices"]
        for row in rows("roles")
        for word in listed(row["words"])
        for body in listed(row["bodies"])
    }


@cache
def nobody_holds(code: str) -> frozenset[Office]:
    """Offices no person can hold in this procedure: the register has no such post in bodies of that kind.

    An advisory organ neither disciplines nor proposes it (PROCEDURES 0.4), so it is no other body of a file.
    """
    others = [kind for kind in BodyKind if kind != BodyKind.ORGAN]
    there = {
        Relation.HANDLING: _roles_in(PROCEDURES[code].bodies),
        Relation.DECIDING: _roles_in(others),
        Relation.LEVEL: _roles_in(others),
        Relation.ABOVE: _roles_in(others),
    }
    return frozenset(
        (relation, role) for relation, roles in there.items() for role in Role if role not in roles
    )


def _roles_in(kinds: Iterable[str]) -> frozenset[Role]:
    return frozenset(
        role
        for kind in kinds
        for position in positions_in(Body(kind=kind))
        for role in ROLES_OF_POSITION[position.value]
    )
