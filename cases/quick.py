"""The quick look at all histories: every hash and every link, and nothing beside them; a million in seconds.

`cases.verification` compares what lies beside the records too, and is what convinces; this is for every night.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connection, transaction

from proof.chain import NOTHING_BEFORE
from proof.verify import Fault

#: Every kind of chain: its name, its entries and the column that tells them apart, its heads and their columns.
_KINDS = (
    ("case", "cases_steprecord", "case_id", "cases_case", "id", "records"),
    ("journal", "documents_bookentry", "body_id", "documents_journal", "body_id", "length"),
    ("register", "registry_registerentry", "organisation_id", "registry_register", "organisation_id", "length"),
    ("envelope", "permissions_envelopeentry", "envelope_id", "permissions_envelope", "id", "records"),
)  # fmt: skip

#: One entry as it is read: its chain, its place, the hashed text, its hash.
Row = tuple[int, int, str, str]


def faults() -> Iterator[Fault]:
    """Yield the first entry of each chain that is not hashed or not linked as it says, and each end that is gone."""
    with transaction.atomic():
        if not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for kind, entries, key, heads, owner, length in _KINDS:
            told = f"SELECT {owner}, {length}, head FROM {heads}"  # noqa: S608 -- names of ours
            asked = f"SELECT {key}, sequence, content, hash FROM {entries} ORDER BY {key}, sequence"  # noqa: S608
            ends = {number: (count, head) for number, count, head in _read(told)}
            yield from broken(kind, _read(asked), ends)


def broken(kind: str, rows: Iterable[Row], ends: dict[int, tuple[int, str]]) -> Iterator[Fault]:
    """Yield the first fault of each chain; `rows` come chain by chain, `ends` say where each must end."""
    ends = dict(ends)
    for number, entries in groupby(rows, key=itemgetter(0)):
        chain, reached = f"{kind}:{number}", (0, NOTHING_BEFORE)
        end = ends.pop(number, reached)
        for _, sequence, content, digest in entries:
            if what := _what(sequence, content, digest, reached):
                yield Fault(chain, sequence, what)
                break
            reached = sequence, digest
        else:
            if reached != end:
                yield _cut(chain, reached[0], end[0])
    yield from (_cut(f"{kind}:{number}", 0, end[0]) for number, end in ends.items() if end[0])


def _what(sequence: int, content: str, digest: str, before: tuple[int, str]) -> str | None:
    """What is wrong with one entry; in canonical JSON no word of anyone can read like the name of the link."""
    if sequence != before[0] + 1:
        return f"sai thứ tự: phải là bản ghi {before[0] + 1}"
    if sha256(content.encode()).hexdigest() != digest:
        return "nội dung không khớp mã băm"
    return None if f'"previous":"{before[1]}"' in content else "không nối với bản ghi trước"


def _cut(chain: str, there: int, told: int) -> Fault:
    return Fault(chain, there + 1, f"thiếu phần cuối: phải có {told} bản ghi, còn {there}")


def _read(statement: str) -> Iterator[Any]:
    """The rows of a statement, fetched by the thousand: taken singly, each would name its reader anew."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while rows := cursor.fetchmany(5_000):
            yield from rows
