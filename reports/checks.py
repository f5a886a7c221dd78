"""What must hold between the figures before a period is frozen: within a form, and from one form to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from law.reading import read
from reports.figures import count
from reports.form import FOLDER, Form, FormFault, forms
from reports.periods import EVER
from reports.tables import Table, sums

_WORDS = {"name", "le", "equal", "equal_or_less", "blocks", "why"}


@dataclass(frozen=True)
class Check:
    """One relation: sums of figures, each no more than the next, or the two equal. `why` it may lawfully fail."""

    name: str
    sides: tuple[tuple[str, ...], ...]
    equal: bool
    blocks: bool = True
    why: str = ""

    def names(self) -> Iterator[str]:
        """Every figure the relation reads, as "form.column"."""
        for side in self.sides:
            yield from side

    def holds(self, figures: Mapping[str, int]) -> bool:
        """Whether it holds of these figures."""
        found = self.values(figures)
        pairs = pairwise(found)
        return all(one == other if self.equal else one <= other for one, other in pairs)

    def values(self, figures: Mapping[str, int]) -> list[int]:
        """The sums that are compared, in their order."""
        return [sum(figures[name] for name in side) for side in self.sides]


@dataclass(frozen=True)
class Broken:
    """A relation that does not hold, with the figures that show it."""

    check: Check
    values: tuple[int, ...]

    @property
    def words(self) -> str:
        """What does not fit, with its figures."""
        sign = "=" if self.check.equal else "≤"
        return (
            f"{self.check.name}: {f' {sign} '.join(count(one) for one in self.values)} không đúng."
        )


def broken(tables: Sequence[Table]) -> list[Broken]:
    """Return every relation that does not hold between these forms of one period; those it cannot read are passed over.

    Sums of columns are checked in every row of a form, relations between forms in the first.
    """
    figures = sums(tables)
    found = [
        Broken(check, tuple(check.values(figures)))
        for check in checks()
        if set(check.names()) <= figures.keys() and not check.holds(figures)
    ]
    return found + [one for table in tables for one in _sums_of(table)]


@cache
def checks(folder: Path = FOLDER) -> tuple[Check, ...]:
    """Return the relations of a folder. Raises FormFault for one about figures that no form has."""
    faults: list = []
    block = read(folder / "checks.yaml", "checks.yaml", faults) or {}
    found = tuple(_check(one) for one in block.get("checks", ()))
    known = set(_every_figure(forms(folder)))
    for check in found:
        if strange := set(check.names()) - known:
            raise FormFault(
                f"checks.yaml: {check.name}: không có số liệu {', '.join(sorted(strange))}"
            )
    return found


def _check(said: Mapping) -> Check:
    if strange := set(said) - _WORDS:
        raise FormFault(f"checks.yaml: không có mục {', '.join(sorted(strange))}")
    sides = said.get("equal") or said.get("equal_or_less") or [[one] for one in said["le"]]
    return Check(
        said["name"],
        tuple(tuple(side) for side in sides),
        equal="equal" in said,
        blocks=said.get("blocks", True),
        why=said.get("why", ""),
    )


def _sums_of(table: Table) -> Iterator[Broken]:
    """The columns under a head that says what they sum to."""
    for column in table.form.columns:
        if not column.sums_to or not column.shown_in(table.period):
            continue
        leaves = tuple(one.id for one in column.leaves(table.period))
        for row in table.form.rows:
            figures = {name: table.figures[row.id, name] for name in (*leaves, column.sums_to)}
            check = Check(
                f"{table.form.title}, {row.head}: {column.head} cộng lại bằng tổng",
                (leaves, (column.sums_to,)),
                equal=True,
            )
            if not check.holds(figures):
                yield Broken(check, tuple(check.values(figures)))


def _every_figure(all_forms: Iterable[Form]) -> Iterator[str]:
    for form in all_forms:
        for column in form.leaves(EVER):
            if not column.share:
                yield f"{form.code}.{column.id}"
