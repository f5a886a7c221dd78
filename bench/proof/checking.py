"""A million records checked, beside nothing but hashing their texts: the same records again and again."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from statistics import median
from time import perf_counter
from typing import Any

from cases import quick
from cases.models import StepRecord
from cases.verification import verify
from documents.models import BookEntry

#: How much longer than hashing alone the check may take.
AT_MOST = 4.0

MILLION = 1_000_000


def measure(records: int = MILLION) -> dict[str, Any]:
    """Return the seconds of both, for at least `records` records, in turn; and of one whole verification."""
    texts = [
        text
        for model in (StepRecord, BookEntry)  # what the check reads in this province
        for text in model.objects.values_list("content", flat=True)
    ]
    bytes_of = [text.encode() for text in texts]
    turns = max(1, -(-records // len(texts)))
    hashing, checking = [], []
    for _ in range(turns):
        hashing.append(_timed(lambda: [sha256(one).hexdigest() for one in bytes_of]))
        checking.append(_timed(lambda: list(_without_fault())))
    whole = _timed(verify)
    return {
        "records": turns * len(texts),
        "bytes_each": round(sum(map(len, bytes_of)) / len(texts)),
        "hashing_s": round(sum(hashing), 2),
        "checking_s": round(sum(checking), 2),
        # To check is the server's process sending and ours looking, to hash is ours alone: on a busy machine only
        # the quickest turns compare like with like.
        "ratio": round(min(checking) / min(hashing), 2),
        "ratio_of_medians": round(median(checking) / median(hashing), 2),
        "whole_records_per_second": round(len(texts) / whole),
    }


def _without_fault() -> Iterator[None]:
    for fault in quick.faults():
        raise AssertionError(str(fault))
    yield None


def _timed(deed: Any) -> float:
    start = perf_counter()
    deed()
    return perf_counter() - start
