"""The state of the vault in figures, and changing its key: a new one wraps what the old ones wrapped."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from permissions.vault import cipher, keyring
from permissions.vault.cipher import Sealed
from permissions.vault.models import Envelope, SealedIdentity
from permissions.vault.services import bound_to, one_at_a_time


@dataclass(frozen=True)
class Status:
    """Figures and key ids; never a name."""

    on: bool
    key_id: str
    envelopes: int
    sealed: int
    erased: int
    waiting: int


def status() -> Status:
    """Return how many identities are kept, and how many wait for the newest key."""
    newest = keyring.kept().current()
    readable = SealedIdentity.objects.exclude(wrapped_key=b"")
    return Status(
        on=settings.IDENTITY_VAULT,
        key_id=newest,
        envelopes=Envelope.objects.count(),
        sealed=readable.count(),
        erased=SealedIdentity.objects.filter(wrapped_key=b"").count(),
        waiting=readable.exclude(key_id=newest).count(),
    )


def rotate() -> int:
    """Make a new key, wrap every identity with it, discard the old keys; return how many were wrapped.

    Killed anywhere in between, every identity stays readable, and another run ends the work. Raises
    KeyUnusable when a key is missing or exposed; then nothing is changed but for the new key.
    """
    keys = keyring.kept()
    keys.make()
    with transaction.atomic():
        one_at_a_time()
        rows = SealedIdentity.objects.exclude(wrapped_key=b"").select_related("envelope")
        done = [_rewrapped(row, keys) for row in rows.exclude(key_id=keys.current())]
    with transaction.atomic():
        one_at_a_time()
        used = set(SealedIdentity.objects.exclude(wrapped_key=b"").values_list("key_id", flat=True))
        for key_id in set(keys.ids()) - used - {keys.current()}:
            keys.discard(key_id)
    return len(done)


def _rewrapped(row: SealedIdentity, keys: keyring.Keyring) -> SealedIdentity:
    old = Sealed(row.key_id, bytes(row.wrapped_key), bytes(row.ciphertext))
    new = cipher.rewrap(old, bound_to(row.envelope), keys)
    row.key_id, row.wrapped_key = new.key_id, new.wrapped_key
    row.save(update_fields=["key_id", "wrapped_key"])
    return row
