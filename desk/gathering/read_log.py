"""Who read a file, one row a reader and day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case
from cases.paging import Place, leaf
from cases.read_log import reads_of
from cases.read_models import ReadEntry, ReadPart, Surface
from desk.gathering.addresses import case_url
from desk.gathering.case import header
from desk.gathering.leaves import pager_between, place_of, read_number, so_many
from desk.pages.parts import Who
from desk.pages.read_log import ReadLogPage, ReadRow
from desk.worded import worded
from permissions.ways import Way
from registry.models import Person
from workflows import catalogue

#: Entries gathered into the rows of one page.
ENTRIES = 200
LATEST = 30
#: Lines of one book taken out.
MOST = 5000


def read_log_page(case: Case, person: Person, asked: Any, *, own: bool) -> ReadLogPage:
    """Gather the readers of `case`: for `person` whom it is about by office, else by name."""
    found = leaf(partial(_newest, reads_of(case)), place_of(asked, read_number), ENTRIES)
    return ReadLogPage(
        header=header(case, catalogue.get(case.procedure)),
        rows=read_rows(found.rows, person if own else None),
        own=own,
        export_url="" if own else case_url(case, "case-reads-export"),
        pager=pager_between(found, asked, so_many(found, _("lượt đọc")), lambda one: str(one.pk)),
    )


def _newest(reads: QuerySet[ReadEntry], place: Place[int], limit: int) -> list[ReadEntry]:
    """Read at most `limit` entries from a place on, by their number in the database."""
    if place.key is not None:
        reads = reads.filter(**{"pk__gt" if place.back else "pk__lt": place.key})
    return list(reads.order_by("pk" if place.back else "-pk")[:limit])


def latest_reads(case: Case, person: Person) -> list[ReadRow]:
    """The last few readers of a file about `person`, by office."""
    return read_rows(reads_of(case)[:LATEST], person)[:5]


def heads() -> list[str]:
    """The columns of the book of readers."""
    return [_("Lúc"), _("Người đọc"), _("Đã đọc"), _("Vì sao được đọc; mục đích")]


def book_lines(case: Case) -> list[tuple[str, ...]]:
    """Every read of a file that a book holds, the newest first, one line each."""
    return [
        (
            f"{timezone.localtime(one.at):%H:%M %d/%m/%Y}",
            f"{one.person.full_name} ({_office(one)})",
            "; ".join(part for part in (_what(one, named=True), one.detail) if part),
            "; ".join(part for part in (_way(one), one.purpose) if part),
        )
        for one in reads_of(case)[:MOST]
    ]


def read_rows(entries: Iterable[ReadEntry], concerned: Person | None) -> list[ReadRow]:
    """Gather entries, newest first, by day and reader; without names for the member `concerned`."""
    found: dict[tuple[date, Any], list[ReadEntry]] = {}
    for one in entries:
        day = timezone.localdate(one.at)
        reader = one.person_id if concerned is None else _office(one, concerned)
        found.setdefault((day, reader), []).append(one)
    return [
        ReadRow(
            day=day,
            who=Who(held[0].person.full_name, _office(held[0]))
            if concerned is None
            else Who(str(reader)),
            what=list(dict.fromkeys(_what(one, named=concerned is None) for one in held)),
            times=len(held),
            way="; ".join(dict.fromkeys(_way(one) for one in held)) if concerned is None else "",
        )
        for (day, reader), held in found.items()
    ]


def _office(one: ReadEntry, concerned: Person | None = None) -> str:
    if concerned is not None and one.person_id == concerned.pk:
        return _("Chính bạn")
    if one.post is None:
        return _("Đảng viên, không giữ chức vụ")
    return f"{worded(one.post.get_position_display())}, {one.post.body.name}"


def _what(one: ReadEntry, *, named: bool) -> str:
    if one.paper and named:
        title = f"{one.paper.number_text} {one.paper.title}".strip()
        return f"{worded(ReadPart(one.part).label)}: {title}"
    return worded(ReadPart(one.part).label)


def _way(one: ReadEntry) -> str:
    way = worded(Way(one.way).label)
    return f"{way} (API)" if one.surface == Surface.API else way
