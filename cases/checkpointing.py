"""Telling the checkpoints which chains there are and how far each has come, and asking them back."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from cases.checkpoint_models import ToldHead
from cases.models import Case, StepRecord
from documents.models import BookEntry, Print
from law.adoption_key import SigningKey
from permissions.vault.models import EnvelopeEntry
from proof.checkpoints import Checkpoint, Head, Log, LogRefused, by_chain
from proof.verify import CHECKPOINT_CONTEXT, PACK_CONTEXT, Fault
from registry.models import RegisterEntry

logger = logging.getLogger(__name__)

#: Every chain of the product with its length and last hash; a print is a chain of one.
CHAINS = """
SELECT 'case:' || id AS chain, records AS length, head FROM cases_case
UNION ALL SELECT 'journal:' || body_id, length, head FROM documents_journal
UNION ALL SELECT 'register:' || organisation_id, length, head FROM registry_register
UNION ALL SELECT 'envelope:' || id, records, head FROM permissions_envelope
UNION ALL SELECT 'print:' || paper_id, 1, sha256 FROM documents_print
"""
_CHANGED = f"""
SELECT now.chain, now.length, now.head FROM ({CHAINS}) now
LEFT JOIN cases_toldhead told USING (chain)
WHERE now.length > 0 AND told.head IS DISTINCT FROM now.head ORDER BY chain
"""  # noqa: S608 -- no word of it comes from outside
_UNTOLD = """
SELECT min(r.recorded_at) FROM cases_case c LEFT JOIN cases_toldhead t ON t.chain = 'case:' || c.id
JOIN cases_steprecord r ON r.case_id = c.id AND r.sequence = coalesce(t.length, 0) + 1
WHERE t.head IS DISTINCT FROM c.head
"""
#: Where the entries of the chains beside the files lie: the table, and the column that names the chain.
_ENTRIES: Mapping[str, tuple[Any, str]] = {
    "case": (StepRecord, "case_id"),
    "journal": (BookEntry, "body_id"),
    "register": (RegisterEntry, "organisation_id"),
    "envelope": (EnvelopeEntry, "envelope_id"),
}


class NoKey(RuntimeError):
    """The site has no key for its checkpoints yet."""

    def __init__(self) -> None:
        super().__init__("Chưa có khóa niêm phong: chạy `manage.py audit key` một lần.")


def log() -> Log | None:
    """Return the site's log, None where it keeps none."""
    folder = settings.CHECKPOINTS
    return Log(folder, settings.CHECKPOINTS_COPY) if folder else None


def is_ready() -> bool:
    """Whether the site keeps a log and has the key that signs it."""
    return bool(settings.CHECKPOINTS) and settings.CHECKPOINT_KEY.exists()


def key() -> SigningKey:
    """Return the key that signs checkpoints; NoKey where none was made."""
    return _key(CHECKPOINT_CONTEXT)


def pack_key() -> SigningKey:
    """Return the same key as it signs proof packs; NoKey where none was made."""
    return _key(PACK_CONTEXT)


def make_key() -> str:
    """Make the site's key where there is none, in a file of mode 0600; return its public half."""
    made = SigningKey(settings.CHECKPOINT_KEY, CHECKPOINT_CONTEXT)
    made.sign("0" * 64)  # the first signature lays the key
    return made.public


def take() -> Checkpoint | None:
    """Tell the log every head that has changed; return its newest checkpoint (None: nothing to tell).

    Safe to run twice and after a crash: a head may be told again, never left out. Raises NoKey,
    LogRefused. A site that keeps no log does nothing.
    """
    held = log()
    if held is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED)
        changed = [Head(*row) for row in cursor.fetchall()]
    newest = held.append(changed, key(), timezone.now())
    ToldHead.objects.bulk_create(
        [ToldHead(chain=one.chain, length=one.length, head=one.head) for one in changed],
        update_conflicts=True, unique_fields=["chain"], update_fields=["length", "head"],
        batch_size=5_000,
    )  # fmt: skip
    return newest


def oldest_untold() -> datetime | None:
    """Return when the oldest record was written that no checkpoint was told of yet; None: all were told."""
    with connection.cursor() as cursor:
        cursor.execute(_UNTOLD)
        found: datetime | None = cursor.fetchone()[0]
    return found


def seal() -> str:
    """The background job: take a checkpoint, or say why none was taken; return what is told of it."""
    try:
        newest = take()
    except (NoKey, LogRefused) as refused:
        logger.error("%s", refused)
        return str(refused)
    return f"mốc số {newest.said['number']}" if newest else "không có gì để niêm phong"


class Told:
    """What the checkpoints say, read once: the faults of the log itself, and of what the database says now."""

    def __init__(self, held: Log | None = None, public: str = ""):
        self.log, self._public = held or log(), public
        self.chains = by_chain(self.log.heads()) if self.log else {}

    def faults_of_the_log(self) -> Iterator[Fault]:
        """Yield what is wrong with the log's own files."""
        if self.log and self.log.last():
            yield from self.log.faults(self._public or key().public)

    def fault_of_case(self, case: int, hashes: list[str]) -> Fault | None:
        """The first record of a case that is not as a checkpoint was told; `hashes` are in order."""
        sure = 0
        for head in self.chains.get(f"case:{case}", ()):
            if head.length > len(hashes):
                what = f"thiếu phần cuối: mốc niêm phong đã ghi {head.length} bản ghi"
                return Fault(head.chain, len(hashes) + 1, what)
            if hashes[head.length - 1] != head.head:
                what = f"khác với mốc niêm phong: bản ghi {sure + 1}–{head.length} đã bị viết lại"
                return Fault(head.chain, sure + 1, what)
            sure = max(sure, head.length)
        return None

    def faults_beside_cases(self) -> Iterator[Fault]:
        """Yield each other chain that is not as a checkpoint was told, and each case that is gone."""
        told = [(chain.partition(":"), heads) for chain, heads in self.chains.items()]
        gone = {int(key) for (kind, _, key), _heads in told if kind == "case"}
        gone -= set(Case.objects.values_list("pk", flat=True))
        for case in sorted(gone):
            yield Fault(f"hồ sơ số {case} trong cơ sở dữ liệu", 1, "cả hồ sơ đã bị xóa")
        prints = dict(Print.objects.values_list("paper_id", "sha256"))
        for (kind, _, number), heads in told:
            if kind == "print" and {head.head for head in heads} != {prints.get(int(number))}:
                yield Fault(f"bản in của văn bản {number}", 0, "khác với mốc niêm phong")
            elif kind not in ("case", "print"):
                yield from _rewritten(kind, int(number), heads)


def _rewritten(kind: str, number: int, heads: list[Head]) -> Iterator[Fault]:
    model, column = _ENTRIES[kind]
    lengths = [head.length for head in heads]
    entries = model.objects.filter(**{column: number, "sequence__in": lengths})
    there = dict(entries.values_list("sequence", "hash"))
    for head in heads:
        if there.get(head.length) != head.head:
            yield Fault(head.chain, head.length, "khác với mốc niêm phong, hoặc bị cắt")
            return


def _key(context: bytes) -> SigningKey:
    if not settings.CHECKPOINT_KEY.exists():
        raise NoKey
    return SigningKey(settings.CHECKPOINT_KEY, context)
