"""The journal of a body: every number taken, reserved or cancelled, as a chain of entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from documents.models import BookEntry, Journal, Paper
from proof.chain import NOTHING_BEFORE, link
from registry.models import Body


def lock(body: Body) -> Journal:
    """Return the body's journal, locked until the transaction ends.

    Whoever takes a number waits here, so every book of the body is written by one at a time; it is
    the last lock a step takes. Raises TransactionManagementError outside a transaction.
    """
    journals = Journal.objects.select_for_update().filter(body=body)
    if found := journals.first():
        return found
    Journal.objects.get_or_create(body=body, defaults={"head": NOTHING_BEFORE})
    return journals.get()


def write(
    journal: Journal, deed: BookEntry.Deed, paper: Paper | None = None, **said: Any
) -> BookEntry:
    """Add one entry to a locked journal; `said` is what the entry states besides deed and paper."""
    content: Mapping[str, Any] = {"deed": deed, "paper": paper and paper.pk, **said}
    sequence = journal.length + 1
    text, digest = link(f"journal:{journal.body_id}", sequence, journal.head, content)
    journal.length, journal.head = sequence, digest
    journal.save(update_fields=["length", "head"])
    return BookEntry.objects.create(
        body_id=journal.body_id,
        paper=paper,
        deed=deed,
        sequence=sequence,
        content=text,
        hash=digest,
        recorded_at=timezone.now(),
    )
