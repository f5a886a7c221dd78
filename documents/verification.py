"""Checking papers against their own history: journals, frozen words, numbers and stored prints."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator

from documents.copy_models import Copy
from documents.drafting import values_sha256
from documents.models import OPEN, BookEntry, Journal, Original, Paper, Print, SignedState
from proof.verify import Fault, first_fault
from registry.erasure_models import Erasure


def faults() -> list[Fault]:
    """Return the first fault of every journal, and of all that is kept as bytes: what belies its hash."""
    gone = set(erased_papers())
    return [
        *_journals(),
        *_papers(gone),
        *_prints(gone),
        *_signed_states(gone),
        *_copies(gone),
        *_originals(gone),
    ]


def erased_papers() -> Iterator[int]:
    """Every paper whose words were erased on somebody's order."""
    done = Erasure.objects.filter(outcome=Erasure.Outcome.ERASED).exclude(file=None)
    for covers in done.values_list("covers", flat=True):
        yield from covers["papers"]


def _journals() -> Iterator[Fault]:
    heads = {journal.body_id: journal for journal in Journal.objects.all()}
    bodies = set(BookEntry.objects.values_list("body_id", flat=True).distinct()) | heads.keys()
    for body in sorted(bodies):
        entries = BookEntry.objects.filter(body=body).order_by("sequence")
        rows = ((e.sequence, e.content, e.hash, e.claims()) for e in entries.iterator())
        ends = {"head": heads[body].head, "length": heads[body].length} if body in heads else {}
        if fault := first_fault(f"journal:{body}", rows, **ends):
            yield fault


def _papers(gone: Collection[int]) -> Iterator[Fault]:
    taken = {
        entry.paper_id: json.loads(entry.content)
        for entry in BookEntry.objects.filter(deed=BookEntry.Deed.TAKEN).iterator()
    }
    for paper in Paper.objects.exclude(state__in=OPEN).iterator():
        emptied = not paper.values and paper.pk in gone
        if (
            not emptied
            and values_sha256(paper.kind, paper.layout, paper.values) != paper.values_sha256
        ):
            yield Fault(f"văn bản {paper.pk}", 0, "nội dung khác với bản đã ký")
        elif paper.number is not None and not _entered(paper, taken.get(paper.pk)):
            yield Fault(f"văn bản {paper.pk}", 0, "số, ngày khác với nhật ký cấp số")


def _entered(paper: Paper, said: dict | None) -> bool:
    """Whether the journal gave this paper this number, on this day, for these words."""
    return said is not None and (
        said["number"] == paper.number
        and said["on"] == paper.dated.isoformat()
        and said["symbol"] == paper.symbol
        and said["values_sha256"] == paper.values_sha256
    )


def _prints(gone: Collection[int]) -> Iterator[Fault]:
    for kept in Print.objects.iterator(chunk_size=50):
        if not kept.pdf and kept.paper_id in gone:
            continue
        if hashlib.sha256(bytes(kept.pdf)).hexdigest() != kept.sha256:
            yield Fault(
                f"bản in của văn bản {kept.paper_id}", 0, "nội dung tệp khác với mã băm đã lưu"
            )


def _signed_states(gone: Collection[int]) -> Iterator[Fault]:
    """Each signature's file is what stood before and what it added; the last one's file is the print."""
    file, paper = b"", None
    states = SignedState.objects.select_related("paper__print").order_by("paper_id", "sequence")
    for state in states.exclude(paper__in=gone).iterator(chunk_size=50):
        file = bytes(state.added) if state.paper_id != paper else file + bytes(state.added)
        paper = state.paper_id
        if not state.added:
            printed = bytes(state.paper.print.pdf) if hasattr(state.paper, "print") else b""
            file = printed if printed.startswith(file) else b""
        if hashlib.sha256(file).hexdigest() != state.sha256:
            yield Fault(
                f"chữ ký số của văn bản {state.paper_id}",
                state.sequence,
                "nội dung tệp khác với mã băm đã lưu",
            )


def _copies(gone: Collection[int]) -> Iterator[Fault]:
    told = {
        (entry.body_id, said["sha256"])
        for entry in BookEntry.objects.filter(deed=BookEntry.Deed.COPIED).iterator()
        if (said := json.loads(entry.content))
    }
    for copy in Copy.objects.iterator(chunk_size=50):
        if not copy.pdf and copy.paper_id in gone:
            continue
        if hashlib.sha256(bytes(copy.pdf)).hexdigest() != copy.sha256:
            yield Fault(f"bản sao {copy.number_text}", 0, "nội dung tệp khác với mã băm đã lưu")
        elif (copy.body_id, copy.sha256) not in told:
            yield Fault(f"bản sao {copy.number_text}", 0, "khác với nhật ký cấp số")


def _originals(gone: Collection[int]) -> Iterator[Fault]:
    entered = {
        (entry.paper_id, json.loads(entry.content)["sha256"])
        for entry in BookEntry.objects.filter(deed=BookEntry.Deed.ORIGINAL).iterator()
    }
    for kept in Original.objects.iterator(chunk_size=20):
        if not kept.scan and kept.paper_id in gone:
            continue
        found = hashlib.sha256(bytes(kept.scan)).hexdigest()
        if found != kept.sha256 or (kept.paper_id, found) not in entered:
            yield Fault(
                f"bản gốc của văn bản {kept.paper_id}", 0, "bản chụp khác với mã băm đã ghi"
            )
