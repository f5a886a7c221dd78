"""Links of a history: each entry's text names the hash of the one before, and is hashed itself."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from proof.canonical import FORMAT, canonical

#: What the first entry of a chain names as its predecessor.
NOTHING_BEFORE = "0" * 64


def link(chain: str, sequence: int, previous: str, content: Mapping[str, Any]) -> tuple[str, str]:
    """Return `(text, hash)` of one entry: its canonical JSON and that text's SHA-256 in hex.

    `chain` names the history ("case:17"), `sequence` counts from 1, `previous` is the hash of the
    entry before or `NOTHING_BEFORE`.
    """
    text = canonical(
        {"format": FORMAT, "chain": chain, "sequence": sequence, "previous": previous, **content}
    )
    return text, hashlib.sha256(text.encode()).hexdigest()


def commit(value: Any, salt: str) -> str:
    """Return the salted commitment that stands for `value` in a hashed text (64 hex digits).

    With the salt erased the value can no longer be guessed, and the chain still holds.
    """
    return hashlib.sha256(f"{salt}\n{canonical(value)}".encode()).hexdigest()


def commit_all(
    inputs: Mapping[str, Any], personal: Iterable[str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return `(hashed, salts)`: `inputs` with each personal one replaced by its commitment."""
    salts = {name: secrets.token_hex(16) for name in personal if inputs.get(name) is not None}
    hashed = {
        name: {"sha256": commit(value, salts[name])} if name in salts else value
        for name, value in inputs.items()
    }
    return hashed, salts
