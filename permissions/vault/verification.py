"""Whether the histories of envelopes still hold; told by alias, for nothing here knows a name."""

from __future__ import annotations

import json
from collections.abc import Iterator

from permissions.vault.deeds import add_up
from permissions.vault.models import Envelope, EnvelopeEntry
from proof.verify import Fault, first_fault, kept_promise


def faults() -> Iterator[Fault]:
    """Every envelope whose chain, words or sealed identity do not answer to its history."""
    envelopes = Envelope.objects.select_related("identity").prefetch_related("entries")
    for envelope in envelopes.order_by("pk").iterator(chunk_size=500):
        if fault := fault_of(envelope, list(envelope.entries.all())):
            yield Fault(f"phong bì {envelope.alias}", fault.sequence, fault.what)


def fault_of(envelope: Envelope, entries: list[EnvelopeEntry]) -> Fault | None:
    """The first fault of one envelope, or None when it is intact; `entries` are in order."""
    told = ((e.sequence, e.content, e.hash, e.claims()) for e in entries)
    if fault := first_fault(envelope.chain, told, head=envelope.head, length=envelope.records):
        return fault
    for entry in entries:
        if what := _changed(envelope, entry):
            return Fault(envelope.chain, entry.sequence, what)
    ledger, held = add_up(entries), getattr(envelope, "identity", None)
    there = held is not None and bool(held.wrapped_key) and bool(held.ciphertext)
    if there != (ledger.sealed and not ledger.erased):
        what = "danh tính đã niêm không khớp với lịch sử: bị thêm hoặc mất mà không có việc nào ghi"
        return Fault(envelope.chain, envelope.records, what)
    return None


def _changed(envelope: Envelope, entry: EnvelopeEntry) -> str | None:
    said = json.loads(entry.content)
    if said["alias"] != envelope.alias:
        return "bí danh đã bị sửa"
    if set(said["words"]) != set(entry.words):
        return "lời ghi bị thêm hoặc bớt"
    for name, hashed in said["words"].items():
        if not kept_promise(entry.words[name], entry.salts.get(name, ""), hashed["sha256"]):
            return f"mục “{name}” đã bị sửa"
    return None
