"""What a base committee owes in turns: its transfer slips looked through, its files compared with the list."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Max

import law
from law import Hit, Reason, terms
from registry.absence_models import PeriodicCheck
from registry.absences.rights import day_astray, units_of
from registry.deeds import InBody, Written, update
from registry.keeping import Asked
from registry.member_models import MemberFinding
from registry.members.rights import not_writer
from registry.models import Organisation, OrganisationKind, RegisterEntry, on
from registry.register import told

Kind = PeriodicCheck.Kind
#: The rule that sets how often each is done.
RULES = {Kind.SLIPS: "transfer.slips.check", Kind.FILES: "files.reconcile"}
#: What has members' files of its own: a base organisation, a commune of the new tree.
BASES = (OrganisationKind.BASE, OrganisationKind.COMMUNE)
LIST_CODE = "dinh_ky"


@dataclass(frozen=True)
class Turn:
    """One recurring duty of one organisation: when it was last done, and by when it is done again.

    `due` is None where nothing was done yet or the law of the day names no interval. `finding` is the open one that
    somebody wrote down because the turn was missed.
    """

    unit: Organisation
    kind: PeriodicCheck.Kind
    done_on: date | None
    due: date | None
    hit: Hit
    finding: MemberFinding | None = None

    def missed_on(self, day: date) -> bool:
        """Whether the day has passed."""
        return self.due is not None and self.due < day


def turns(units: Collection[int], day: date) -> list[Turn]:
    """The recurring duties of the base organisations among `units`, by name."""
    bases = Organisation.objects.filter(on(day), pk__in=units, kind__in=BASES).order_by(
        "name", "pk"
    )
    done = PeriodicCheck.objects.filter(organisation__in=units, done_on__lte=day)
    last = {
        (row["organisation"], row["kind"]): row["at"]
        for row in done.values("organisation", "kind").annotate(at=Max("done_on"))
    }
    opened = MemberFinding.objects.filter(unit__in=units, list_code=LIST_CODE, fixed_on=None)
    found = {(one.unit_id, one.check_name): one for one in opened}
    return [
        _turn(unit, kind, last.get((unit.pk, kind)), day, found.get((unit.pk, kind)))
        for unit in bases
        for kind in Kind
    ]


def turn_of(unit: Organisation, kind: str, day: date) -> Turn:
    """One duty of one organisation."""
    return next(one for one in turns([unit.pk], day) if one.kind == kind)


def _turn(
    unit: Organisation, kind: PeriodicCheck.Kind, last: date | None, day: date,
    finding: MemberFinding | None,
) -> Turn:  # fmt: skip
    hit = law.rule(RULES[kind], on=last or day)
    term = terms.deadline(hit, last) if last else None
    return Turn(unit, kind, last, term.longest if term else None, hit, finding)


@dataclass(frozen=True, kw_only=True)
class OfTurn(InBody):
    """A deed about one recurring duty of an organisation under the body, or its own."""

    unit: Organisation
    what: str
    day: date
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        return f"{self.unit.name}: {Kind(self.what).label}, ngày {self.day:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        yield from day_astray("day", self.day, asked)
        if self.unit.pk not in units_of(self.body, asked.today):
            yield Reason(
                "input.unit", "Tổ chức này không thuộc cấp mình.", remedy="Chọn tổ chức khác."
            )


@dataclass(frozen=True, kw_only=True)
class RecordCheck(OfTurn):
    """It was done on `day`; an open finding that it was missed is closed by it."""

    kind = RegisterEntry.Deed.CHECKED

    result: str = ""

    def write(self) -> Written:
        missed = turn_of(self.unit, self.what, self.day).finding
        if missed is not None:
            closed, _ = update(missed, fixed_on=max(self.day, missed.found_on))
            self.beside.append(told(closed))
        row = PeriodicCheck.objects.create(
            organisation=self.unit, kind=self.what, done_on=self.day, result=self.result.strip()
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class FindMissed(OfTurn):
    """Somebody saw that the turn was missed, and writes it down as a finding."""

    kind = RegisterEntry.Deed.CHECK_MISSED

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        turn = turn_of(self.unit, self.what, self.day)
        if turn.finding is not None:
            yield Reason("check.found", "Sai sót này đã được ghi.", remedy="Không cần ghi nữa.")
        elif not turn.missed_on(self.day):
            yield Reason(
                "check.in_time",
                "Chưa quá kỳ kiểm tra, đối chiếu, hoặc chưa rõ kỳ.",
                turn.hit.cited,
                remedy="Ghi lần kiểm tra gần nhất trước.",
            )

    def write(self) -> Written:
        turn = turn_of(self.unit, self.what, self.day)
        row = MemberFinding.objects.create(
            organisation_id=self.body.organisation_id,
            unit=self.unit,
            kind=MemberFinding.Kind.UPDATE,
            list_code=LIST_CODE,
            check_name=self.what,
            key=self.unit.code,
            words=f"{turn.kind.label}: quá kỳ từ ngày {turn.due:%d/%m/%Y}.",
            remedy="Kiểm tra, đối chiếu rồi ghi kết quả.",
            found_on=self.day,
        )
        return row, None
