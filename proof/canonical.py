"""Canonical JSON: one text for one value, so that a hash means the same on every machine."""

import hashlib
import json
import unicodedata
from datetime import date
from enum import Enum
from typing import Any

#: Written into every hashed record; a change of the rules below raises it.
FORMAT = 1


def canonical(value: Any) -> str:
    """Return the one JSON text of `value`: sorted keys, no spaces, NFC text, ISO dates.

    Raises TypeError for anything but text, whole numbers, booleans, null, dates, choices and
    collections of these. Fractions are written as text: two machines may print a float differently.
    """
    return json.dumps(
        value,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
        default=_plain,
    )


def nfc(text: str) -> str:
    """Return `text` in Unicode form NFC, the only form this product stores."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def sha256(value: Any) -> str:
    """Return the lowercase hexadecimal SHA-256 of the canonical JSON of `value`."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # datetime too
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (frozenset, set)):
        return sorted(value)
    raise TypeError(
        f"{type(value).__name__} has no canonical JSON; store text, whole numbers or dates."
    )
