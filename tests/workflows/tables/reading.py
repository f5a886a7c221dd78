"""The tables of who may take which step at which stage, as a person writes them, one CSV a procedure.

A row names a step; its sources, parted by spaces, "*" for every stage that is not an end; its target,
empty where it stays; who may; and its conditions, by their ids. Who may is a list of offices parted by
commas; a group after ";" stands for itself. An office is a role, or one of GROUPS, with "@" and a relation
where it is not held in the handling body (a seat on the team needs none). "not subject" and "not on team"
bar whoever is.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from permissions.roles import Relation, Role

FOLDER = Path(__file__).parent
COLUMNS = ("step", "sources", "target", "who", "conditions")
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
Write one row a step from the regulation (PROCEDURES): step, sources, target, who, conditions. A first draft:
    python -m tests.workflows.tables {code} > {path}
Then read every row against the regulation: what the draft says is only what the code says now."""


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
    words = [one.strip() for one in group.split(",")]
    barred = (subject and NOT_SUBJECT in words) or (on_team and NOT_ON_TEAM in words)
    held = {office, *([(Relation.TEAM, Role.TEAM_MEMBER)] if on_team else [])}
    named = {one for word in words if not word.startswith("not ") for one in offices_of(word)}
    return not barred and bool(held & named)


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
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Line(**{name: row[name] or "" for name in COLUMNS}) for row in rows]
