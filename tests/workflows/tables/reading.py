"""The tables of who may take which step at which stage, as is declared, one CSV a procedure.

A row names a step; its sources, parted by spaces, "*" for every stage that is not an end; its target,
empty where it stays; who may; and its conditions, by their ids. Who may is a list of offices parted by
commas; a group after ";" stands for itself. An office is a role, or one of GROUPS, with "@" and a relation
where it is not held in the handling body (a seat on the team needs none). "not subject" and "not on team"
bar whoever is. The table of a variant says only in what it differs from its base's: rows that are added or
otherwise, and LEFT_OUT in the place of the sources of a row that it does not have.

The tables were printed from the declarations: README.md says what they prove. What the regulation says stands
in tests/workflows/regulation.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from permissions.roles import Relation, Role
from workflows.catalogue import get

FOLDER = Path(__file__).parent
COLUMNS = ("step", "sources", "target", "who", "conditions")
LEFT_OUT = "left out"
NOT_SUBJECT, NOT_ON_TEAM = "not subject", "not on team"
_BY_SEAT = {
    Role.TEAM_LEAD: Relation.TEAM,
    Role.TEAM_SECRETARY: Relation.TEAM,
    Role.TEAM_MEMBER: Relation.TEAM,
    Role.SUPERVISING_MEMBER: Relation.TEAM,
    Role.CONCERNED: Relation.SELF,
}
_LEADERS = (Role.SECRETARY, Role.DEPUTY_SECRETARY, Role.CHAIR, Role.VICE_CHAIR)
#: Words for offices that often stand together, the largest first.
GROUPS = {
    "route": (
        *_LEADERS,
        Role.SECTION_CHIEF,
        Role.AREA_OFFICER,
        Role.COMMITTEE_MEMBER,
        Role.CLERK,
    ),
    "hands": (*_LEADERS, Role.AREA_OFFICER, Role.CLERK),
    "leaders": _LEADERS,
    "team": (Role.TEAM_LEAD, Role.TEAM_SECRETARY, Role.TEAM_MEMBER, Role.SUPERVISING_MEMBER),
}
MISSING = """{code} has no table {path}.
Print it: what it says is only what the code says now.
    python -m tests.workflows.tables {code} > {path}
What the regulation says goes to tests/workflows/regulation, read from PROCEDURES first."""


@dataclass(frozen=True)
class Line:
    """One row of a table."""

    step: str
    sources: str
    target: str
    who: str
    conditions: str

    def sources_of(self, open_stages: list[str]) -> set[str]:
        return set(open_stages) if self.sources == "*" else set(self.sources.split())

    def allows(self, office: tuple[Relation, Role], *, subject: bool, on_team: bool) -> bool:
        """Whether the holder of one office may take the step, being the subject or on the team as well."""
        return any(_group_allows(g, office, subject, on_team) for g in self.who.split(";"))


def _group_allows(group: str, office: tuple[Relation, Role], subject: bool, on_team: bool) -> bool:
    named, bars = _told(group)
    barred = (subject and NOT_SUBJECT in bars) or (on_team and NOT_ON_TEAM in bars)
    return not barred and (office in named or (on_team and _MEMBER in named))


@cache
def _told(group: str) -> tuple[frozenset[tuple[Relation, Role]], frozenset[str]]:
    """The offices that a group names, and what bars their holders."""
    words = [one.strip() for one in group.split(",")]
    bars = frozenset(one for one in words if one.startswith("not "))
    named = (one for word in words if word not in bars for one in offices_of(word))
    return frozenset(named), bars


_MEMBER = (Relation.TEAM, Role.TEAM_MEMBER)


def offices_of(word: str) -> list[tuple[Relation, Role]]:
    """The offices a word of the table names; KeyError for a word that is none."""
    name, _, relation = word.partition("@")
    roles = GROUPS.get(name) or (Role[name.upper()],)
    return [
        (Relation[relation.upper()] if relation else _BY_SEAT.get(role, Relation.HANDLING), role)
        for role in roles
    ]


def path_of(code: str) -> Path:
    return FOLDER / f"{code.lower().replace('.', '_')}.csv"


def table_of(code: str) -> list[Line]:
    """The table of a procedure; FileNotFoundError with how to write one where there is none."""
    path = path_of(code)
    if not path.exists():
        shown = path.relative_to(FOLDER.parents[2])
        raise FileNotFoundError(MISSING.format(code=code, path=shown))
    base = get(code).stage.varies
    lines = {one.step: one for one in table_of(base.base.code)} if base else {}
    for line in _lines(path):
        lines[line.step] = line
    return [one for one in lines.values() if one.sources != LEFT_OUT]


def _lines(path: Path) -> list[Line]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Line(**{name: row[name] or "" for name in COLUMNS}) for row in rows]
