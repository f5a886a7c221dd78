"""A list looked over before it is taken in: who is new, what changes, what is wrong, what is right again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from registry.deeds import update
from registry.member_models import MemberFinding, MemberImport
from registry.models import Organisation

Kind = MemberFinding.Kind
Row = TypeVar("Row")
Told = TypeVar("Told")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: `holds_back` where the row cannot be taken in until it is put right.

    `check` and `key` say what it is about, so that the next list finds it again or closes it; `unit` is the code of
    an organisation; `line` is where it stands in the file, 0 for what no line of it says.
    """

    kind: MemberFinding.Kind
    check: str
    key: str
    words: str
    remedy: str
    unit: str = ""
    holds_back: bool = True
    line: int = 0


@dataclass
class LookedOver(Generic[Row, Told]):
    """What taking a list in would do; nothing is written while it is made."""

    new: list[Told] = field(default_factory=list)
    changed: list[tuple[Row, Told]] = field(default_factory=list)
    unchanged: int = 0
    held_back: int = 0
    #: Everything wrong in the list, and of it what no earlier list had found.
    findings: list[Finding] = field(default_factory=list)
    fresh: list[Finding] = field(default_factory=list)
    #: Open findings of this organisation's earlier lists that this one no longer shows.
    put_right: list[MemberFinding] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows the list has."""
        return len(self.new) + len(self.changed) + self.unchanged + self.held_back

    def changes(self) -> Sequence[tuple[str, str]]:
        """Whom a row of the register is changed for, and how it changes, in words."""
        raise NotImplementedError

    def settle(self, organisation: int, code: str) -> None:
        """Tell the findings of earlier lists of the same `code` that stand on from those that are put right."""
        earlier = MemberFinding.objects.filter(
            organisation=organisation, list_code=code, fixed_on=None
        )
        standing = {(one.check_name, one.key): one for one in earlier.exclude(kind=Kind.USE)}
        shown = {(one.check, one.key): one for one in self.findings}
        self.fresh = [one for at, one in shown.items() if at not in standing]
        self.put_right = [one for at, one in standing.items() if at not in shown]

    def keep_findings(
        self,
        organisation: int,
        code: str,
        units: Mapping[str, Organisation],
        day: date,
        taken: MemberImport | None = None,
    ) -> None:
        """Write what is newly found and close what is right again, inside the deed that takes the list in."""
        MemberFinding.objects.bulk_create(
            [
                MemberFinding(
                    organisation_id=organisation,
                    list_code=code,
                    unit=units.get(one.unit),
                    kind=one.kind,
                    check_name=one.check,
                    key=one.key[:120],
                    words=one.words[:500],
                    remedy=one.remedy,
                    found_on=day,
                    found_in=taken,
                )
                for one in self.fresh
            ],
            batch_size=1000,
        )
        closing: dict[str, Any] = {"fixed_on": day, "fixed_in_id": taken.pk if taken else None}
        for one in self.put_right:
            update(one, **closing)
