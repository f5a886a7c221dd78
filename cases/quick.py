"""The quick look at all histories: every hash and every link, and nothing beside them; a million in seconds.

`cases.verification` compares what lies beside the records too, and is what convinces; this is for every night.
The server sends its stored bytes by COPY, which spares Python the making of a row and of its texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from struct import Struct

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

#: A line of a binary COPY, up to the hash: how many columns, then each with its length before it (the chain, the
#: place in it); the hash of 64 digits and the length of the text follow, and the text. A hash of another
#: length moves what follows, and so is told as one that does not fit.
_LINE = Struct(">hiqiii")
_HASH, _TEXT = slice(_LINE.size, _LINE.size + 64), slice(_LINE.size + 68, None)
#: What stands before the first line and after the last.
_OPENS, _ENDS = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"

#: How a text names the hash of the entry before. The name comes last of its kind: what follows in canonical
#: JSON (recorded_at, reference, rows, …) holds no answers, and in no word of anyone can a quote stand bare.
_LINK = b'"previous":"'

#: Entries that are looked at together: Python's own loops run over many at once.
BATCH = 1_000

#: Where a chain ends, by what tells it apart: how many entries, and the hash of the last.
Ends = dict[int, tuple[int, bytes]]
_NOWHERE = (0, NOTHING_BEFORE.encode())


def faults() -> Iterator[Fault]:
    """Yield the first entry of each chain that is not hashed or not linked as it says, and each end that is gone."""
    with transaction.atomic():
        if not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for kind, entries, key, heads, owner, length in _KINDS:
            told = f"SELECT {owner}, {length}, head FROM {heads}"  # noqa: S608 -- names of ours
            asked = f"SELECT {key}::bigint, sequence::int, hash, content FROM {entries} ORDER BY {key}, sequence"  # noqa: S608
            yield from _faults_of(kind, _ends(told), asked)


def _ends(statement: str) -> Ends:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {one: (length, head.encode()) for one, length, head in cursor.fetchall()}


def _faults_of(kind: str, ends: Ends, statement: str) -> Iterator[Fault]:
    """The first fault of each chain of a kind; the statement gives its entries in order, chain by chain."""
    walk = _Walk()
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY ({statement}) TO STDOUT (FORMAT BINARY)", walk)
    walk.look()
    for chain, (place, what) in walk.broken.items():
        yield Fault(f"{kind}:{chain}", place, what)
    for chain in {**ends, **walk.reached}.keys() - walk.broken.keys():
        there, told = walk.reached.get(chain, _NOWHERE), ends.get(chain, _NOWHERE)
        if there != told:
            what = f"thiếu phần cuối: phải có {told[0]} bản ghi, còn {there[0]}"
            yield Fault(f"{kind}:{chain}", there[0] + 1, what)


class _Walk:
    """Takes the lines of a COPY; knows how far each chain reached, and the first fault of those that broke."""

    def __init__(self) -> None:
        self.reached: Ends = {}
        self.broken: dict[int, tuple[int, str]] = {}
        self._lines: list[bytes] = []
        self._last = 0

    def write(self, line: bytes) -> None:
        """Take one line as the server sends it."""
        self._lines.append(line)
        if len(self._lines) == BATCH:
            self.look()

    def look(self) -> None:
        """Look at the lines that have come since the last time."""
        lines, self._lines = self._lines, []
        lines[:1] = [one.removeprefix(_OPENS) for one in lines[:1]]
        lines = lines[:-1] if lines[-1:] == [_ENDS] else lines
        if not lines:
            return
        _, _, chains, _, places, _ = zip(*map(_LINE.unpack_from, lines), strict=True)
        hashes, texts = [one[_HASH] for one in lines], [one[_TEXT] for one in lines]
        before = self._before(chains, places, hashes)
        links = [_LINK + digest + b'"' for _, digest in before]
        if not (
            [place for place, _ in before] == [place - 1 for place in places]
            and ",".join([sha256(one).hexdigest() for one in texts]).encode() == b",".join(hashes)
            and all(
                one.startswith(link, one.rfind(_LINK))
                for one, link in zip(texts, links, strict=True)
            )
        ):
            for chain, *entry in zip(chains, places, texts, hashes, before, strict=True):
                if what := _what(*entry):
                    self.broken.setdefault(chain, (entry[0], what))
        self.reached.update(zip(chains, zip(places, hashes, strict=True), strict=True))
        self._last = chains[-1]

    def _before(
        self, chains: Sequence[int], places: Sequence[int], hashes: Sequence[bytes]
    ) -> list[tuple[int, bytes]]:
        """For each entry the place and the hash of the one before it in its chain."""
        ends = [self.reached.get(self._last, _NOWHERE), *zip(places, hashes, strict=True)]
        return [
            end if chain == last else _NOWHERE
            for chain, last, end in zip(chains, (self._last, *chains), ends)  # noqa: B905 -- one end is nobody's
        ]


def _what(place: int, text: bytes, digest: bytes, before: tuple[int, bytes]) -> str | None:
    """What is wrong with one entry."""
    if place != before[0] + 1:
        return f"sai thứ tự: phải là bản ghi {before[0] + 1}"
    if sha256(text).hexdigest().encode() != digest:
        return "nội dung không khớp mã băm"
    linked = text.startswith(_LINK + before[1] + b'"', text.rfind(_LINK))
    return None if linked else "không nối với bản ghi trước"
