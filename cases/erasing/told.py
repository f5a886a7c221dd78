"""What is told of an erasure afterwards: that it was, when, by whom and on which paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from proof.verify import rows_left
from registry.erasure_models import Erasure
from registry.keeping import KEEPERS
from registry.members.rights import WRITERS, WRITING_BODIES
from registry.models import Body, Person, Post, RegisterEntry, held_by


@dataclass(frozen=True)
class Erasures:
    """The agreed erasures of many files, read once: whose words may be gone, and what was left of their rows."""

    by_file: Mapping[int, Erasure]

    @classmethod
    def all(cls) -> Erasures:
        """All of the site. One statement."""
        found = Erasure.objects.filter(outcome=Erasure.Outcome.ERASED).exclude(file=None)
        return cls({one.file: one for one in found if one.file is not None})

    def covered(self, kind: str) -> set[Any]:
        """Every paper, file or notice that one of them emptied."""
        return {one for erasure in self.by_file.values() for one in erasure.covers[kind]}

    def fault(self, case: int, rows: Iterable[tuple[int, int, str, Any]]) -> str | None:
        """What is wrong with the rows that an erasure left of a file."""
        told = self.by_file.get(case)
        if told is None:
            return None
        left = (row for row in rows if row[0] <= told.covers["records"])
        if told.covers["rows"] != rows_left(left):
            return "mục hồ sơ khác với phần còn lại khi xóa dữ liệu cá nhân"
        return None


def erasure_of(case: int) -> Erasure | None:
    """The agreed erasure of a file, with who agreed and the body; None: its words are there."""
    found = Erasure.objects.filter(file=case, outcome=Erasure.Outcome.ERASED)
    return found.select_related("decided_by", "body").first()


def entry_of(erasure: Erasure) -> RegisterEntry:
    """The entry of the register by which it came about."""
    entries = RegisterEntry.objects.filter(
        deed=RegisterEntry.Deed.ERASED, organisation=erasure.body.organisation_id
    )
    return entries.get(content__contains=f'"row":{erasure.pk},"table":"erasure"')


def bodies_of(person: Person, day: date) -> QuerySet[Body]:
    """The bodies for which `person` asks for erasures, or decides them."""
    keeps = Post.objects.filter(held_by(person, day), position__in=KEEPERS)
    lists = Post.objects.filter(
        held_by(person, day), position__in=WRITERS, body__kind__in=WRITING_BODIES
    )
    return Body.objects.filter(Q(pk__in=keeps.values("body")) | Q(pk__in=lists.values("body")))


def read_by(person: Person, day: date) -> QuerySet[Erasure]:
    """The erasures of one's bodies, the waiting ones first."""
    rows = Erasure.objects.filter(body__in=bodies_of(person, day))
    return rows.select_related("body", "asked_by", "decided_by", "person").order_by(
        "outcome", "-pk"
    )
