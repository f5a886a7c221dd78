"""Taking a reorganisation back by an inverse act: nothing is removed; what began ends, what ended begins again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from law import Reason
from registry.models import (
    AreaAssignment,
    Body,
    Membership,
    Organisation,
    PaperOnly,
    Placement,
    Post,
    Succession,
    Term,
)
from registry.reorganisation.changes import Changes

#: What an act did, as it keeps it: table, row, "begun" or "ended", and how it was before.
Kept = Sequence[Any]

_TABLES: dict[str, Any] = {
    model._meta.model_name: model
    for model in (
        Organisation,
        Body,
        Term,
        Placement,
        Succession,
        Membership,
        Post,
        AreaAssignment,
        PaperOnly,
    )
}
#: These go on as they were: files, numbers and books hang on them. Their register tells of the days between.
_LIFTED = ("organisation", "body", "term")
#: Of these a new row begins on the day of the return.
_AGAIN = ("placement", "membership", "post", "areaassignment", "paperonly")
_WORDS = "Bỏ việc sắp xếp"


def take_back(kept: Iterable[Kept], day: date, document: str) -> Changes:
    """Write the inverse of what an act did, from `day` on; return the changes, still to be told."""
    found, changes = list(kept), Changes()
    there = _read(found)
    until = day - timedelta(days=1)
    for table, pk, how, before in reversed(found):
        row = there[table].get(pk)
        if row is None:
            continue
        if how == "begun":
            _undo_begun(changes, row, until, day, document)
        elif table in _LIFTED:
            changes.end(row, _day(before["last_day"]), _WORDS)
        elif table in _AGAIN:
            changes.begin(_again(row, day, _day(before["last_day"])), _WORDS)
    changes.flush()
    return changes


def against(kept: Iterable[Kept], effective: date, day: date) -> Iterator[Reason]:
    """Why what an act did can no longer be taken back: the day, and what has been hung on it since."""
    if day <= effective:
        yield Reason(
            "undo.day",
            "Chỉ bỏ việc sắp xếp từ ngày sau ngày có hiệu lực: mỗi chức vụ, mỗi nơi sinh hoạt giữ trọn ngày.",
            remedy=f"Ghi từ ngày {effective + timedelta(days=1):%d/%m/%Y}.",
        )
    by_table: dict[str, set[int]] = defaultdict(set)
    founded = {"organisation": set[int](), "body": set[int]()}
    for table, pk, how, _before in kept:
        if how == "begun":
            by_table[table].add(pk)
            if table in founded:
                founded[table].add(pk)
    yield from _hung_on(founded, by_table)
    yield from _ended_since(by_table, day)


def _hung_on(founded: dict[str, set[int]], ours: dict[str, set[int]]) -> Iterator[Reason]:
    """Posts, members and units that came to a new organisation after the act."""
    units, bodies = founded["organisation"], founded["body"]
    later = (
        (Post.objects.filter(body__in=bodies), "post", "chức vụ"),
        (Membership.objects.filter(cell__in=units), "membership", "đảng viên chuyển đến"),
        (Placement.objects.filter(parent__in=units), "placement", "tổ chức chuyển đến"),
    )
    for rows, table, called in later:
        if (count := rows.exclude(pk__in=ours[table]).count()) > 0:
            yield Reason(
                "undo.hung",
                f"Tổ chức mới lập đã có thêm {count} {called} sau việc sắp xếp.",
                remedy="Việc sau phải giải quyết trước; hoặc lập phương án sắp xếp mới.",
            )


def _ended_since(ours: dict[str, set[int]], day: date) -> Iterator[Reason]:
    """A later act that ended a unit which this one founded, or moved what it moved."""
    ended = Organisation.objects.filter(pk__in=ours["organisation"], last_day__isnull=False)
    moved = Placement.objects.filter(pk__in=ours["placement"], last_day__lt=day)
    gone = Membership.objects.filter(pk__in=ours["membership"], last_day__lt=day)
    later = Succession.objects.filter(
        Q(predecessor__in=ours["organisation"]) | Q(successor__in=ours["organisation"])
    ).exclude(pk__in=ours["succession"])
    if any(rows.exists() for rows in (ended, moved, gone, later)):
        yield Reason(
            "undo.later",
            "Các tổ chức này đã được sắp xếp tiếp sau đó.",
            remedy="Bỏ việc sắp xếp sau trước đã.",
        )


def _read(kept: Iterable[Kept]) -> dict[str, dict[int, Any]]:
    wanted: dict[str, list[int]] = defaultdict(list)
    for table, pk, *_rest in kept:
        wanted[table].append(pk)
    along = {
        "post": ("body",), "term": ("body",), "areaassignment": ("body",), "paperonly": ("entered_by",),
    }  # fmt: skip
    found: dict[str, dict[int, Any]] = defaultdict(dict)
    for table, numbers in wanted.items():
        if model := _TABLES.get(table):
            rows = model._default_manager.all()
            rows = rows.select_related(*along[table]) if table in along else rows
            found[table] = rows.in_bulk(numbers)
    return found


def _undo_begun(changes: Changes, row: Any, until: date, day: date, document: str) -> None:
    """What began ends the day before; of a succession the way back is told."""
    if isinstance(row, Succession):
        changes.begin(
            Succession(
                predecessor_id=row.successor_id, successor_id=row.predecessor_id, day=day, document=document
            ),
            _WORDS,
        )  # fmt: skip
    elif row.last_day is None or row.last_day > until:
        changes.end(row, until, _WORDS)


def _again(row: Any, day: date, until: date | None) -> Any:
    """The same row anew from `day` on."""
    model = type(row)
    said = {
        one.attname: getattr(row, one.attname)
        for one in model._meta.concrete_fields
        if not one.primary_key
    }
    return model(**{**said, "first_day": day, "last_day": until})


def _day(plain: str | None) -> date | None:
    return date.fromisoformat(plain) if plain else None
