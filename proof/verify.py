#!/usr/bin/env python3
"""Verify a chained history with nothing but Python's standard library.

Used by `manage.py audit verify` and copied as it is into every proof pack.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

NOTHING_BEFORE = "0" * 64


@dataclass(frozen=True)
class Fault:
    """The first row of a history that does not hold: which one, and what is wrong with it."""

    chain: str
    sequence: int
    what: str

    def __str__(self) -> str:
        return f"{self.chain}, bản ghi {self.sequence}: {self.what}"


def canonical(value: Any) -> str:
    """Return the one JSON text of a plain value: sorted keys, no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def first_fault(
    chain: str,
    entries: Iterable[tuple[int, str, str, Mapping[str, object]]],
    *,
    head: str = NOTHING_BEFORE,
    length: int = 0,
) -> Fault | None:
    """Return the first Fault of a chain, or None when it is intact.

    `entries` are `(sequence, content, hash, claims)` in order; `claims` is what the row's other
    columns say, by their name in the content. `head` and `length` are what is known of the end of
    the chain from outside it, so that a cut tail is found.
    """
    previous, last = NOTHING_BEFORE, 0
    for sequence, content, digest, claims in entries:
        fault = _fault(chain, sequence, content, digest, claims, previous, last + 1)
        if fault:
            return Fault(chain, sequence, fault)
        previous, last = digest, sequence
    if (previous, last) != (head, length):
        return Fault(chain, last + 1, f"thiếu phần cuối: phải có {length} bản ghi, còn {last}")
    return None


def kept_promise(value: Any, salt: str, hashed: str) -> bool:
    """Whether a personal value still answers to its salted commitment in the hashed text."""
    return sha256(f"{salt}\n{canonical(value)}") == hashed


def _fault(
    chain: str,
    sequence: int,
    content: str,
    digest: str,
    claims: Mapping[str, object],
    previous: str,
    expected: int,
) -> str | None:
    if sequence != expected:
        return f"sai thứ tự: phải là bản ghi {expected}"
    if sha256(content) != digest:
        return "nội dung không khớp mã băm"
    try:
        said = json.loads(content)
    except ValueError:
        return "nội dung không đọc được"
    if said.get("previous") != previous:
        return "không nối với bản ghi trước"
    for name, value in {"chain": chain, "sequence": sequence, **claims}.items():
        if said.get(name) != value:
            return f"cột “{name}” khác với nội dung đã băm"
    return None
