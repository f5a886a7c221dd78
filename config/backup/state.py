"""What a database holds, one line a thing, so that two databases can be laid side by side.

`chain NAME LENGTH HEAD` for the end of every history, `file NAME SIZE SHA256` for every kept file (hashed from its
bytes, not from the column that says so), `table NAME ROWS DIGEST` for every table, whatever the order of its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cases.checkpointing import CHAINS

#: Every table that keeps the bytes of a file: by what a line names it, its key, and the column of the bytes.
_FILES = (
    ("van-ban", "documents_print", "paper_id", "pdf"),
    ("ban-sao", "documents_copy", "id", "pdf"),
    ("ban-goc", "documents_original", "id", "scan"),
    ("dinh-kem", "cases_attachment", "sha256", "content"),
)
_CHAINS = (
    f"SELECT 'chain', chain, length::text, head FROM ({CHAINS}) c WHERE length > 0 ORDER BY chain"  # noqa: S608
)
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_DIGEST = """
SELECT count(*), coalesce(sum(('x' || left(hash, 15))::bit(60)::bigint), 0)
FROM (SELECT encode(sha256(convert_to(one::text, 'UTF8')), 'hex') AS hash FROM public."{table}" one) hashed
"""
#: Rows that come and go by themselves, and say nothing of the site's work.
_PASSING = frozenset({"django_session", "django_q_ormq", "django_q_schedule", "django_q_task"})

#: How many lines are told to a person before the rest is only counted.
SHOWN = 10


def lines(held: Any) -> Iterator[str]:
    """Yield every line of the database of an open connection, in order; inside a transaction of one snapshot."""
    for kind, name, length, head in _rows(held, _CHAINS):
        yield f"{kind} {name} {length} {head}"
    for kind, table, key, column in _FILES:
        asked = f"SELECT {key}, length({column}), encode(sha256({column}), 'hex') FROM {table} ORDER BY {key}"  # noqa: S608
        for name, size, sha in _rows(held, asked):
            yield f"file {kind}:{name} {size} {sha}"
    for (table,) in list(_rows(held, _TABLES)):
        if table not in _PASSING:
            ((rows, digest),) = _rows(held, _DIGEST.format(table=table))
            yield f"table {table} {rows} {digest}"


def _rows(held: Any, statement: str) -> Iterator[tuple]:
    with held.cursor("reads_as_it_goes") as cursor:
        cursor.execute(statement)
        yield from cursor


@dataclass(frozen=True)
class Difference:
    """One thing that two databases do not hold alike; None where one of them has none."""

    what: str
    then: str | None
    now: str | None

    def __str__(self) -> str:
        if self.now is None:
            return f"{self.what}: thiếu"
        if self.then is None:
            return f"{self.what}: có thêm"
        if _grown(self.what, self.then, self.now):
            return f"{self.what}: dài thêm ({_length(self.then)} → {_length(self.now)})"
        return f"{self.what}: khác"


def _grown(what: str, then: str, now: str) -> bool:
    return not what.startswith("file ") and _length(now) > _length(then)


def _length(said: str) -> int:
    return int(said.partition(" ")[0])


def compared(then: Iterable[str], now: Iterable[str]) -> list[Difference]:
    """Return every difference, in the order of the first."""
    before, after = _by_name(then), _by_name(now)
    names = [*before, *(name for name in after if name not in before)]
    found = ((name, before.get(name), after.get(name)) for name in names)
    return [Difference(*one) for one in found if one[1] != one[2]]


def _by_name(told: Iterable[str]) -> dict[str, str]:
    parts = (line.rstrip("\n").split(" ") for line in told)
    return {" ".join(part[:2]): " ".join(part[2:]) for part in parts}


def counted(told: Iterable[str]) -> dict[str, int]:
    """How many lines of each kind there are."""
    found = {"chain": 0, "file": 0, "table": 0}
    for line in told:
        found[line.partition(" ")[0]] += 1
    return found
