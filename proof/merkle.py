"""A Merkle log as RFC 9162 (2.1) lays it: roots and proofs made here, checked in proof/verify.py.

`pymerkle` would do the same, but the verifier runs without packages, so half of it is ours anyway.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce

from proof.verify import leaf_hash, node_hash

#: The root of a log without entries (RFC 9162: the hash of nothing).
EMPTY = bytes.fromhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


@dataclass
class Frontier:
    """The log as far as growing it needs: how many entries, and the full subtrees from left to right."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def add(self, leaf: bytes) -> None:
        """Append one entry."""
        grown, place = leaf_hash(leaf), self.size
        while place & 1:
            grown, place = node_hash(self.peaks.pop(), grown), place >> 1
        self.peaks.append(grown)
        self.size += 1

    @property
    def root(self) -> bytes:
        """The hash of the whole log."""
        if not self.peaks:
            return EMPTY
        return reduce(lambda right, left: node_hash(left, right), reversed(self.peaks))


class Tree:
    """A log read whole: it proves of any entry that it is in, of any beginning that it is one."""

    def __init__(self, leaves: Iterable[bytes]):
        levels = [[leaf_hash(leaf) for leaf in leaves]]
        while len(levels[-1]) > 1:
            below = levels[-1]
            paired = range(0, len(below) - 1, 2)
            odd = below[-1:] if len(below) % 2 else []
            levels.append([node_hash(below[at], below[at + 1]) for at in paired] + odd)
        self._levels = levels
        self.size = len(levels[0])

    @property
    def root(self) -> bytes:
        """The hash of the whole log."""
        return self._levels[-1][0] if self.size else EMPTY

    def inclusion(self, index: int) -> list[bytes]:
        """Return the path that proves the entry at `index` (from 0)."""
        path = []
        for level in self._levels[:-1]:
            beside = index ^ 1
            if beside < len(level):
                path.append(level[beside])
            index >>= 1
        return path

    def consistency(self, first: int) -> list[bytes]:
        """Return the path that proves that the first `first` entries (1 or more) begin this log."""
        return self._sub_proof(first, 0, self.size, whole=True) if first < self.size else []

    def _sub_proof(self, first: int, start: int, end: int, *, whole: bool) -> list[bytes]:
        size = end - start
        if first == size:
            return [] if whole else [self._range(start, end)]
        split = 1 << (size - 1).bit_length() - 1
        if first <= split:
            below = self._sub_proof(first, start, start + split, whole=whole)
            return [*below, self._range(start + split, end)]
        below = self._sub_proof(first - split, start + split, end, whole=False)
        return [*below, self._range(start, start + split)]

    def _range(self, start: int, end: int) -> bytes:
        """The hash of the subtree over `start` up to `end` (not inclusive), which RFC 9162 splits off."""
        height = (end - start - 1).bit_length()
        return self._levels[height][start >> height]
