"""Keeping the counted rows true to the records: files that have grown are counted afresh, nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db import connection, transaction

from cases.models import Case
from proof.reader import as_the_system
from reports.counted_models import Counted, CountedCase, CountedRegister, What
from reports.counting import register
from reports.counting.lying import read
from reports.counting.matters import rows_of

#: So many files are counted while a page waits; more are left to the nightly job, and the page says so.
AT_ONCE = 500
_BATCH = 500
#: Whoever counts holds this lock, so that no row is written twice.
_LOCK = 0x7468_6B6B

_FOLLOWERS = """SELECT origin_id AS id, count(*) AS followers FROM cases_case
  WHERE origin_id IS NOT NULL GROUP BY origin_id"""
_STALE = f"""
SELECT c.id FROM cases_case c LEFT JOIN reports_countedcase k ON k.case_id = c.id
  LEFT JOIN ({_FOLLOWERS}) f ON f.id = c.id
WHERE k.case_id IS NULL OR k.records <> c.records OR k.followers <> coalesce(f.followers, 0)
ORDER BY c.id LIMIT %s
"""  # noqa: S608 -- our own words
#: What changes whenever an exit is written, put right or annulled; a list taken in, or a membership written.
_REGISTER = """
SELECT (SELECT concat_ws(':', count(*), max(id)) FROM registry_exit)
    || '/' || (SELECT concat_ws(':', count(*), max(id)) FROM registry_restoration),
  (SELECT concat_ws(':', count(*), max(id), count(superseded_in_id)) FROM registry_memberrow)
    || '/' || (SELECT concat_ws(':', count(*), max(id)) FROM registry_membership),
  (SELECT json_object_agg(part, state) FROM reports_countedregister)
"""
_PARTS: dict[str, tuple[What, Callable[[], Iterator[Counted]]]] = {
    "exits": (What.LEFT, register.exits),
    "admissions": (What.ADMITTED, register.admissions),
}


@as_the_system()  # every file counts, also one that whoever looks at the figures may not open
def refresh(most: int | None = AT_ONCE) -> bool:
    """Count what has changed since it was last counted, at most `most` files; return whether all of it is counted."""
    behind = _stale(None if most is None else most + 1)
    now = behind if most is None else behind[:most]
    for start in range(0, len(now), _BATCH):
        count(now[start : start + _BATCH])
    for name, state in _changed_parts():
        _count_register(name, state)
    return len(now) == len(behind)


def refresh_all() -> bool:
    """Count everything that has changed: what the scheduled job does."""
    return refresh(None)


@as_the_system()
def rebuild() -> None:
    """Throw every counted row away and count again from nothing but the records and the register."""
    with transaction.atomic():
        _locked()
        Counted.objects.all().delete()
        CountedCase.objects.all().delete()
        CountedRegister.objects.all().delete()
    refresh(None)


def count(cases: Sequence[int]) -> None:
    """Count these files afresh, all of them or none."""
    with transaction.atomic():
        _locked()
        followers = _followers(cases)
        held = read(cases)
        Counted.objects.filter(case__in=cases).exclude(what=What.LEFT).delete()
        Counted.objects.bulk_create((row for one in held for row in rows_of(one)), batch_size=1000)
        CountedCase.objects.filter(pk__in=cases).delete()
        CountedCase.objects.bulk_create(
            CountedCase(
                case=one.case, records=one.case.records, followers=followers.get(one.case.pk, 0)
            )
            for one in held
        )


def _changed_parts() -> list[tuple[str, str]]:
    """The parts of the register that are not as they were counted, each with its state now."""
    with connection.cursor() as cursor:
        cursor.execute(_REGISTER)
        *states, counted = cursor.fetchone()
    now = dict(zip(_PARTS, states, strict=True))
    return [(name, state) for name, state in now.items() if (counted or {}).get(name) != state]


def _count_register(name: str, state: str) -> None:
    what, rows = _PARTS[name]
    with transaction.atomic():
        _locked()
        Counted.objects.filter(what=what).delete()
        Counted.objects.bulk_create(rows(), batch_size=1000)
        CountedRegister.objects.update_or_create(part=name, defaults={"state": state})


def _stale(most: int | None) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(_STALE, [most])
        return [row[0] for row in cursor.fetchall()]


def _followers(cases: Iterable[int]) -> dict[int, int]:
    counted: dict[int, int] = {}
    for origin in Case.objects.filter(origin__in=list(cases)).values_list("origin", flat=True):
        counted[origin] = counted.get(origin, 0) + 1
    return counted


def _locked() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
