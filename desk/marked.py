"""What stands on an English page in Vietnamese, marked so for whoever listens to it or has it translated.

Names of people and units, titles of papers and what people wrote are data, and stay as they were written. They
come to a page by hundreds of ways, alone and within our own sentences; so they are marked where all of them
pass, and no page has to think of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from desk.worded import words_of_both

#: A letter that Vietnamese is written with and English is not.
VIETNAMESE = re.compile(
    "[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]",
)
_TAG = re.compile(r"(<!--.*?-->|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_WORD = re.compile(r"\w+")
_VALUE = re.compile(r"\s(?:value|alt|label)=\"([^\"]*)\"")
#: What holds text that nobody reads.
_UNREAD = {"script", "style"}
#: What holds nothing but text, so that the mark goes to the element itself.
_ONLY_TEXT = {"option", "title", "textarea", "text", "tspan", "desc"}
#: What says a value of its own.
_SAYS_A_VALUE = {"input", "img", "optgroup"}


class Kind(Enum):
    """What a word is by itself: Vietnamese by its letters, English, of both languages, or of neither that we know."""

    OURS = auto()
    ENGLISH = auto()
    EITHER = auto()
    OPEN = auto()


def marked(page: str) -> str:
    """Return the English page with `lang="vi"` at what is Vietnamese in it.

    What is Vietnamese is told by its letters, and by words beside it that our English does not know. Attributes
    that name an element with English within are left.
    """
    return "".join(_pieces(page))


def _pieces(page: str) -> Iterator[str]:
    tag = ""
    for at, piece in enumerate(_TAG.split(page)):
        if at % 2:
            yield tag
            tag = piece
            continue
        holder = _name(tag)
        if not VIETNAMESE.search(piece) or holder in _UNREAD:
            yield from (_saying(tag, holder), piece)
        elif holder in _ONLY_TEXT:
            yield from (_with_mark(tag), piece)
        else:
            yield from (_saying(tag, holder), _told(piece))
        tag = ""
    yield tag


def _saying(tag: str, name: str) -> str:
    """The tag, with the mark where the value it says itself is Vietnamese."""
    says = name in _SAYS_A_VALUE and (said := _VALUE.search(tag)) and VIETNAMESE.search(said[1])
    return _with_mark(tag) if says else tag


def _name(tag: str) -> str:
    """The element that a tag opens; a closing one opens none."""
    found = _NAME.match(tag)
    return found[1].lower() if found and not tag.startswith("</") else ""


def _with_mark(tag: str) -> str:
    if " lang=" in tag:
        return tag
    end = 2 if tag.endswith("/>") else 1
    return f'{tag[:-end]} lang="vi"{tag[-end:]}'


def _told(text: str) -> str:
    """The text with its runs of Vietnamese marked; one element in all, whatever it is laid out in."""
    runs = list(_runs(text))
    pieces, last = [], 0
    for start, end in runs:
        pieces += [text[last:start], f'<bdi lang="vi">{text[start:end]}</bdi>']
        last = end
    pieces.append(text[last:])
    whole = "".join(pieces)
    alone = len(runs) == 1 and not pieces[0].strip() and not pieces[-1].strip()
    return whole if alone else f"<bdi>{whole}</bdi>"


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where Vietnamese begins and ends in a text."""
    words = list(_WORD.finditer(text))
    kinds = [_kind(word[0]) for word in words]
    at = 0
    while at < len(words):
        if kinds[at] is not Kind.OURS:
            at += 1
            continue
        first = last = at
        while (
            first
            and _may_begin(words[first - 1][0])
            and _beside(text, *words[first - 1 : first + 1])
        ):
            first -= 1
        while (ahead := last + 1) < len(words) and _beside(text, *words[last : ahead + 1]):
            bridge = kinds[ahead] is Kind.EITHER and Kind.OURS in kinds[ahead + 1 : ahead + 2]
            if not bridge and not _may_follow(words[ahead][0], text[words[last].end()]):
                break
            last = ahead
        yield words[first].start(), words[last].end()
        at = last + 1


def _may_begin(word: str) -> bool:
    """Whether a word before a Vietnamese one belongs to it: as "Ban" does to "Tuyên giáo"."""
    kind = _kind(word)
    return kind is Kind.OPEN or (kind is Kind.EITHER and word[0].isupper() and len(word) > 2)


def _may_follow(word: str, parting: str) -> bool:
    """Whether a word behind a Vietnamese one belongs to it: a name may end in a word that English knows."""
    return _kind(word) in (Kind.OURS, Kind.OPEN) or (word[0].isupper() and parting == " ")


def _kind(word: str) -> Kind:
    if VIETNAMESE.search(word):
        return Kind.OURS
    english, ours = words_of_both()
    low = word.casefold()
    return (Kind.EITHER if low in ours else Kind.ENGLISH) if low in english else Kind.OPEN


def _beside(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether nothing but a space, a comma or a hyphen parts two words."""
    return text[one.end() : other.start()].strip() in ("", ",", "-", "–")
