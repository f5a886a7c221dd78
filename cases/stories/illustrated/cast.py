"""Who takes part in a story: bodies, the people who act in them, and those whom it is about."""

from __future__ import annotations

import json
from collections.abc import Sequence

from cases.models import StepRecord, Subject
from cases.stories.illustrated.filed import Filed
from cases.stories.illustrated.parts import Company, Player
from permissions.roles import Relation, Role

Names = dict[str, dict[str, list[str]]]


def office_of(record: StepRecord) -> str:
    """As what somebody acted: the post they held, and the seat on the team."""
    post = [record.post.get_position_display()] if record.post else []
    return ", ".join([*post, *_seats(record)]) or "Thành viên đoàn"


def body_of(record: StepRecord) -> str:
    """The body somebody acted in: that of their post, else the one that handles the matter."""
    return record.post.body.name if record.post else record.body.name


def companies(files: Sequence[Filed]) -> list[Company]:
    """Return the bodies in the order in which they appear, each with its people: posts, then seats."""
    cast: Names = {}
    for record in (record for filed in files for record in filed.history):
        post = [record.post.get_position_display()] if record.post else []
        _enter(cast, body_of(record), record.actor.full_name, post)
    for filed in files:
        for record in filed.history:
            for seat in record.inputs.get("team") or ():
                name = filed.people[seat["person"]].full_name
                _enter(cast, record.body.name, name, [Role(seat["role"]).label])
    return [
        Company(body, [Player(name, _joined(roles)) for name, roles in people.items()])
        for body, people in cast.items()
    ]


def subjects(files: Sequence[Filed]) -> list[Player]:
    """Return those whom the matters are about, each with what was done."""
    found: dict[str, list[str]] = {}
    for filed in files:
        for subject in filed.subjects.values():
            _add(found.setdefault(str(subject), [_called(subject)]), [filed.procedure.label])
    return [Player(name, _joined(roles)) for name, roles in found.items()]


def _called(subject: Subject) -> str:
    return "Đảng viên" if subject.person_id else "Tổ chức đảng"


def _seats(record: StepRecord) -> list[str]:
    roles = json.loads(record.standing.content)["roles"].get(Relation.TEAM.value, [])
    return [Role(role).label for role in roles]


def _enter(cast: Names, body: str, name: str, roles: Sequence[str]) -> None:
    _add(cast.setdefault(body, {}).setdefault(name, []), roles)


def _add(there: list[str], roles: Sequence[str]) -> None:
    there.extend(role for role in roles if role not in there)


def _joined(roles: Sequence[str]) -> str:
    first, *rest = roles or [""]
    return ", ".join([first, *(role[:1].lower() + role[1:] for role in rest)])
