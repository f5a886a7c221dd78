"""The list behind a figure, whatever it counts: what this reader may open of it, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from cases.paging import Place, leaf
from desk.gathering.leaves import PAGE, filters_of, pager_between, place_of, read_dated
from desk.pages.parts import Link
from desk.pages.statistics import BehindPage, BehindRow
from proof.reader import as_the_system
from reports.figures import count

#: What an address asks by to have its list as a spreadsheet.
TAKEN_OUT = "xuat"


@dataclass(frozen=True)
class Listed:
    """The rows that make up a figure: `found` all of them, `mine` those the reader may open.

    They stand in the order of the day that the field `by` says, newest first; `case_of` names the file of a row.
    """

    title: str
    back: Link
    whose: str
    found: QuerySet[Any]
    mine: QuerySet[Any]
    row: Callable[[Any], BehindRow]
    case_of: Callable[[Any], int | None]
    name: str
    by: str
    day_head: str
    state_head: str
    note: str = ""


def page_of(listed: Listed, given: Any) -> BehindPage:
    """Gather one page of the list."""
    whole, shown = numbers(listed)
    page = leaf(partial(_newest_first, listed), place_of(given, read_dated), PAGE)
    kept = QueryDict(filters_of(given), mutable=True)
    kept[TAKEN_OUT] = "excel"
    return BehindPage(
        title=listed.title,
        form=listed.back,
        whose=" ".join(filter(None, (listed.whose, listed.note))),
        figure=count(whole),
        shown=count(shown),
        withheld=count(whole - shown),
        hidden=whole > shown,
        day_head=listed.day_head,
        state_head=listed.state_head,
        rows=[listed.row(one) for one in page.rows],
        export_url=f"?{kept.urlencode()}" if shown else "",
        pager=pager_between(
            page, given, _("%(n)d dòng trên trang này") % {"n": len(page.rows)},
            lambda one: f"{getattr(one, listed.by).isoformat()}.{one.pk}",
        ),
    )  # fmt: skip


def numbers(listed: Listed) -> tuple[int, int]:
    """How many rows make up the figure, and how many of them the reader may open."""
    with as_the_system():
        whole = listed.found.count()
    return whole, listed.mine.count()


def first(listed: Listed, most: int) -> list[Any]:
    """The newest rows that the reader may open, at most so many."""
    return list(listed.mine.order_by(f"-{listed.by}", "-pk")[:most])


def _newest_first(listed: Listed, place: Place[tuple[date, int]], most: int) -> Sequence[Any]:
    rows, by = listed.mine, listed.by
    if place.key is not None:
        day, pk = place.key
        older = Q(**{f"{by}__lt": day}) | Q(**{by: day, "pk__lt": pk})
        newer = Q(**{f"{by}__gt": day}) | Q(**{by: day, "pk__gt": pk})
        rows = rows.filter(newer if place.back else older)
    order = (by, "pk") if place.back else (f"-{by}", "-pk")
    return list(rows.order_by(*order)[:most])
