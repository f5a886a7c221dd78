"""Word by word: what one wording has that the other has not. Pure; nothing is asked of the database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from desk.pages.approval import Piece

#: A word with the space after it, so that joining the pieces gives the text again.
_WORD = re.compile(r"\S+\s*|\s+")


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Return the words of both texts in reading order: kept, taken out ("out") or put in ("in")."""
    return tuple(_pieces(_WORD.findall(before), _WORD.findall(after)))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    bare = ([word.strip() for word in words] for words in (old, new))
    for deed, a, b, c, d in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if deed == "equal":
            yield Piece("".join(new[c:d]))
            continue
        if b > a:
            yield Piece("".join(old[a:b]), "out")
        if d > c:
            yield Piece("".join(new[c:d]), "in")
