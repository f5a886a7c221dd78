"""A small tree of organisations that was once reorganised, and counted rows laid in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from registry.models import Body, Organisation, Person, Placement, Succession
from reports.counted_models import Counted, What

#: The day on which the district ended, and the communes came right under the province.
REORGANISED = date(2025, 7, 1)
LAST_BEFORE = date(2025, 6, 30)


@dataclass
class Tree:
    """A province; under it a district with two communes until 30/06/2025, merged into one commune after."""

    units: dict[str, Organisation] = field(default_factory=dict)
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)

    def unit(self, name: str, kind: str, first: date, last: date | None = None) -> Organisation:
        self.units[name] = Organisation.objects.create(
            code=f"tk-{name}", kind=kind, name=f"Đảng bộ {name}", first_day=first, last_day=last
        )
        return self.units[name]

    def stands(self, name: str, under: str, first: date, last: date | None = None) -> None:
        Placement.objects.create(
            organisation=self.units[name], parent=self.units[under], first_day=first, last_day=last
        )

    def goes_on(self, name: str, heir: str, day: date) -> None:
        Succession.objects.create(
            predecessor=self.units[name], successor=self.units[heir], day=day, document="QĐ mẫu"
        )

    def person(self, number: int) -> Person:
        while len(self.people) <= number:
            self.people.append(Person.objects.create(full_name=f"Người Mẫu {len(self.people)}"))
        return self.people[number]

    def row(self, unit: str, day: date, what: What = What.INSPECTED, **more: Any) -> Counted:
        """One counted row, not yet saved."""
        of = self.units[unit]
        said: dict[str, Any] = {"body_kind": "cap_uy", "since": day, **more}
        return Counted(what=what.value, day=day, unit=of, level=of.kind, **said)

    def copies(self, row: Counted, number: int) -> None:
        """Lay so many rows like this one; the database copies them."""
        row.save()
        names = ", ".join(f'"{f.column}"' for f in Counted._meta.concrete_fields if f.name != "id")
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO reports_counted ({names}) SELECT {names} FROM reports_counted, "
                "generate_series(2, %s) WHERE id = %s",
                [number, row.pk],
            )

    def lays(self, *rows: Counted) -> list[Counted]:
        return Counted.objects.bulk_create(rows)


def laid() -> Tree:
    """Lay the tree."""
    tree, begin = Tree(), date(2015, 1, 1)
    tree.unit("tinh", "tinh", begin)
    tree.unit("huyen", "huyen", begin, LAST_BEFORE)
    tree.unit("xa_a", "xa", begin, LAST_BEFORE)
    tree.unit("xa_b", "xa", begin)
    tree.unit("xa_c", "xa", REORGANISED)
    tree.unit("chi_bo", "chi_bo", begin)
    tree.stands("huyen", "tinh", begin, LAST_BEFORE)
    tree.stands("xa_a", "huyen", begin, LAST_BEFORE)
    tree.stands("xa_b", "huyen", begin, LAST_BEFORE)
    tree.stands("xa_b", "tinh", REORGANISED)
    tree.stands("xa_c", "tinh", REORGANISED)
    tree.stands("chi_bo", "xa_a", begin, LAST_BEFORE)
    tree.stands("chi_bo", "xa_c", REORGANISED)
    tree.goes_on("xa_a", "xa_c", REORGANISED)
    tree.goes_on("huyen", "tinh", REORGANISED)
    return tree
