"""Where one person stands towards one case on one day: a plain value, computed by a query."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from permissions.conflicts import Ground
from permissions.roles import Relation, Role

_NO_ROLES: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's roles towards one case on `on`, and the facts that bar them from it.

    `roles` maps a relation to the roles held there; `posts` maps a relation to the post that gives
    them (register numbers), so that a record can say in which capacity the person acted. `unapproved`
    names, for a relation, the leading position held there whose election is not yet approved.
    `conflicts` are the grounds on which the person is too close to the matter to handle it.
    """

    person: int
    on: date
    roles: Mapping[Relation, frozenset[Role]] = field(default_factory=dict)
    posts: Mapping[Relation, int] = field(default_factory=dict)
    is_subject: bool = False
    unapproved: Mapping[Relation, str] = field(default_factory=dict)
    conflicts: tuple[Ground, ...] = ()

    def holds(self, role: Role, of: Relation) -> bool:
        """Whether the person holds `role` in the body or team that `of` names."""
        return role in self.roles.get(of, _NO_ROLES)

    @property
    def is_stranger(self) -> bool:
        """Whether nothing ties this person to the case."""
        return not any(self.roles.values()) and not self.is_subject

    def as_json(self) -> dict[str, Any]:
        """The plain form that a record keeps of what it judged."""
        return {
            "person": self.person,
            "on": self.on.isoformat(),
            "roles": {where.value: sorted(held) for where, held in self.roles.items() if held},
            "posts": {where.value: post for where, post in self.posts.items()},
            "is_subject": self.is_subject,
            **({"unapproved": _plain(self.unapproved)} if self.unapproved else {}),
            **(
                {"conflicts": [ground.value for ground in self.conflicts]} if self.conflicts else {}
            ),
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> "Standing":
        """The standing that a record kept of what it judged."""
        return cls(
            person=plain["person"],
            on=date.fromisoformat(plain["on"]),
            roles={
                Relation(where): frozenset(map(Role, held))
                for where, held in plain["roles"].items()
            },
            posts={Relation(where): post for where, post in plain["posts"].items()},
            is_subject=plain["is_subject"],
            unapproved={Relation(at): held for at, held in plain.get("unapproved", {}).items()},
            conflicts=tuple(map(Ground, plain.get("conflicts", ()))),
        )


def _plain(by_relation: Mapping[Relation, str]) -> dict[str, str]:
    return {where.value: held for where, held in by_relation.items()}
