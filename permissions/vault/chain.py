"""Adding to an envelope's history: one at a time, hashed to what went before, once for each key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from permissions.vault.deeds import Deed, Ledger, add_up
from permissions.vault.models import Envelope, EnvelopeEntry
from proof.chain import commit_all, link
from registry.models import Person, Post


@dataclass(frozen=True)
class Said:
    """What somebody did, before it is judged and written down. `key` makes a second press harmless."""

    deed: Deed
    by: Person
    acted_on: date
    key: str
    words: Mapping[str, str] = field(default_factory=dict)
    about: int | None = None
    custodian: Person | None = None
    at: datetime | None = None

    @property
    def now(self) -> datetime:
        """The moment at which it counts."""
        return self.at or timezone.now()


def locked(envelope: Envelope) -> tuple[Envelope, Ledger]:
    """Return the envelope and what its history adds up to; nobody adds to it until the transaction ends."""
    held = (
        Envelope.objects.select_for_update(of=("self",)).select_related("body").get(pk=envelope.pk)
    )
    return held, add_up(held.entries.order_by("sequence"))


def repeated(said: Said) -> EnvelopeEntry | None:
    """Return the entry that the same press has already made."""
    return EnvelopeEntry.objects.filter(actor=said.by, key=said.key).first()


def append(envelope: Envelope, said: Said, post: Post | None) -> EnvelopeEntry:
    """Write one entry at the end of the chain of an envelope that is `locked`."""
    words = {name: text.strip() for name, text in said.words.items() if text and text.strip()}
    hashed, salts = commit_all(words, words)
    entry = EnvelopeEntry(
        envelope=envelope,
        sequence=envelope.records + 1,
        deed=said.deed,
        about=said.about,
        actor=said.by,
        post=post,
        custodian=said.custodian,
        acted_on=said.acted_on,
        words=words,
        salts=salts,
        key=said.key,
        recorded_at=said.now,
    )
    content = {**entry.claims(), "words": hashed, "alias": envelope.alias}
    chain, sequence = str(content.pop("chain")), int(str(content.pop("sequence")))
    entry.content, entry.hash = link(chain, sequence, envelope.head, content)
    entry.save(force_insert=True)
    envelope.records, envelope.head = entry.sequence, entry.hash
    envelope.save(update_fields=["records", "head"])
    return entry
