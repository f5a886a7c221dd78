"""At which level an organisation stands on a day: as its committee determined, else as its kind says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from law import Reason
from registry import keeping
from registry.deeds import InBody, Written, span, update
from registry.keeping import Asked
from registry.models import Organisation, OrganisationKind, RegisterEntry, on
from registry.organ_models import Level, OrganisationLevel
from registry.organs.rights import not_over

#: Where an organisation stands about which nobody determined anything.
OF_KIND: Mapping[str, Level] = {
    OrganisationKind.CENTRE: Level.CENTRE,
    OrganisationKind.PROVINCE: Level.PROVINCE,
    OrganisationKind.DISTRICT: Level.DISTRICT,
    OrganisationKind.COMMUNE: Level.COMMUNE,
    OrganisationKind.BASE: Level.BASE,
    OrganisationKind.SECTIONAL: Level.SECTIONAL,
    OrganisationKind.CELL: Level.CELL,
}


def level_on(organisation: Organisation, day: date) -> tuple[Level, OrganisationLevel | None]:
    """Return the level on a day, with the row that determined it (None: what the kind says)."""
    return levels_on([organisation], day)[organisation.pk]


def levels_on(
    organisations: Iterable[Organisation], day: date
) -> dict[int, tuple[Level, OrganisationLevel | None]]:
    """Return the same for several, by their numbers."""
    asked = list(organisations)
    rows = OrganisationLevel.objects.filter(on(day), organisation__in=[one.pk for one in asked])
    told = {row.organisation_id: row for row in rows.order_by("pk")}
    return {
        one.pk: (Level(row.level) if (row := told.get(one.pk)) else OF_KIND[one.kind], row)
        for one in asked
    }


def level_among(
    organisation: Organisation, rows: Iterable[OrganisationLevel], day: date
) -> tuple[Level, OrganisationLevel | None]:
    """Return the same for one whose rows are all at hand."""
    told = [one for one in rows if one.first_day <= day and (one.last_day or day) >= day]
    row = told[0] if told else None
    return (Level(row.level) if row else OF_KIND[organisation.kind]), row


def levels_there_were(day: date, among: Iterable[int] | None = None) -> list[Level]:
    """The levels at which any organisation stood on a day, from the highest: the columns a report of then has."""
    there = Organisation.objects.filter(on(day))
    if among is not None:
        there = there.filter(pk__in=among)
    found = {level for level, _row in levels_on(there, day).values()}
    return [one for one in Level if one in found]


@dataclass(frozen=True, kw_only=True)
class GiveLevel(InBody):
    """From a day on an organisation stands at another level than its kind says."""

    kind = RegisterEntry.Deed.LEVEL_GIVEN

    organisation: Organisation
    level: str
    first_day: date
    last_day: date | None = None

    @property
    def words(self) -> str:
        days = span(self.first_day, self.last_day)
        return f"{self.organisation}: {Level(self.level).label}, {days}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_over(self.body, self.organisation, asked)
        yield from keeping.days_astray(self.first_day, self.last_day)
        yield from keeping.outside_span(
            self.first_day, self.last_day, self.organisation, "tổ chức đảng"
        )
        those_days = keeping.overlapping(self.first_day, self.last_day)
        if OrganisationLevel.objects.filter(those_days, organisation=self.organisation).exists():
            yield Reason(
                "input.first_day",
                "Trong những ngày đó tổ chức này đã được xác định cấp.",
                remedy="Thôi áp dụng cấp đã xác định trước, hoặc ghi từ ngày sau.",
            )

    def write(self) -> Written:
        row = OrganisationLevel.objects.create(
            organisation=self.organisation,
            level=self.level,
            first_day=self.first_day,
            last_day=self.last_day,
            document=self.document.strip(),
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class EndLevel(InBody):
    """The last day on which it stands there."""

    kind = RegisterEntry.Deed.LEVEL_ENDED

    row: OrganisationLevel
    last_day: date

    @property
    def words(self) -> str:
        return f"{self.row}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def renew(self) -> None:
        self.row.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_over(self.body, self.row.organisation_id, asked)
        yield from keeping.end_astray(self.row, self.last_day, asked)

    def write(self) -> Written:
        return update(self.row, last_day=self.last_day)
