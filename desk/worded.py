"""The words that procedures, law and papers are declared with, in the language of the page.

They are declared in Vietnamese, which is official and is what records and papers keep. Their English lies apart
from the desk's own sentences, in locale/en/LC_MESSAGES/declared.po. A sentence that holds a name, a day or other
declared words stands there with `{}` for each; what fills them is worded in its turn.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache, partial

from django.conf import settings
from django.utils.translation import get_language

_DOMAIN = "declared"
_QUOTES = re.compile("“[^”]*”(?:, “[^”]*”)*")
#: A number, and what is counted.
_COUNTED = re.compile(r"(\d[\d.,/%–-]*) (.+)", re.DOTALL)
#: Who may do something, said of several: each part must be known, for any sentence may hold such a word.
_JOINED = ("; hoặc ", " hoặc ", " của ", "; ", ", ")


def worded(declared: object) -> str:
    """Return a declared word or sentence as the page's language has it, or as it is where that has none."""
    text, language = str(declared), get_language() or ""
    if not text or not _catalogue(language):
        return text
    return _said(text, language)


def wording() -> Callable[[str], str]:
    """Return how the page's language says a declared word; one function for each language."""
    return _wording(get_language() or "")


@cache
def _wording(language: str) -> Callable[[str], str]:
    return partial(_said, language=language) if _catalogue(language) else str


@lru_cache(maxsize=20_000)
def _said(text: str, language: str) -> str:
    return _known(text, language) or text


def _whole(text: str, language: str) -> str:
    """The sentence as it stands in the catalogue, also where it begins there with another case."""
    catalogue = _catalogue(language)
    if text in catalogue:
        return catalogue[text]
    for other, case in (
        (text[0].upper() + text[1:], str.lower),
        (text[0].lower() + text[1:], str.upper),
    ):
        if said := catalogue.get(other):
            return case(said[0]) + said[1:]
    return ""


def _filled(text: str, language: str) -> str:
    """The sentence by the one in the catalogue that it fills."""
    for shape, said in _shapes(language):
        if found := shape.fullmatch(text):
            first, *others = said.split("{}")
            filled = [one and _said(one, language) for one in found.groups()]
            return first + "".join(map("".join, zip(filled, others, strict=True)))
    return ""


def _joined(text: str, language: str) -> str:
    for mark in _JOINED:
        for found in re.finditer(re.escape(mark), text):
            first, rest = text[: found.start()], text[found.end() :]
            if (said := _alone(first, language)) and (more := _known(rest, language)):
                return said + _catalogue(language).get(mark, mark) + more
    return ""


@lru_cache(
    maxsize=100_000
)  # a sentence is parted at many places, and each part comes up again with the next
def _known(text: str, language: str) -> str:
    """The text in the page's language, where all of it is known; else nothing."""
    return _alone(text, language) or _joined(text, language)


@lru_cache(maxsize=100_000)
def _alone(text: str, language: str) -> str:
    """The same of a text that is not several in a row."""
    return text and (
        _whole(text, language)
        or _counted(text, language)
        or _quoted(text, language)
        or _filled(text, language)
    )


def _counted(text: str, language: str) -> str:
    found = _COUNTED.fullmatch(text)
    said = _whole(found[2], language) if found else ""
    return f"{found[1]} {said}" if found and said else ""


def _quoted(text: str, language: str) -> str:
    """Names of steps, of stages, each in its marks."""
    if not _QUOTES.fullmatch(text):
        return ""
    return re.sub("“([^”]*)”", lambda one: f"“{_said(one[1], language)}”", text)


@cache
def _shapes(language: str) -> list[tuple[re.Pattern[str], str]]:
    """The sentences with something to fill in, those with most words of their own first."""
    found = [(one, said) for one, said in _entries(_DOMAIN, language).items() if "{}" in one]
    found.sort(key=lambda pair: -len(pair[0].replace("{}", "")))
    return [
        (re.compile(re.escape(one).replace(r"\{\}", "(.*?)"), re.DOTALL), said)
        for one, said in found
    ]


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    """The words of a language by the declared ones; none for Vietnamese. A word that the desk says too stands there."""
    declared = _entries(_DOMAIN, language)
    return {**_entries("django", language), **declared} if declared else {}


@cache
def words_of_both() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words, in lower case, of our English sentences, and those of the Vietnamese ones they are said for."""
    told = {**_entries("django", "en"), **_entries(_DOMAIN, "en")}
    return _words(told.values()), _words(told)


def _entries(domain: str, language: str) -> dict[str, str]:
    found = gettext.translation(
        domain, settings.LOCALE_PATHS[0], languages=[language], fallback=True
    )
    entries = getattr(found, "_catalog", {})  # no public way leads to all of them
    return {ours: said for ours, said in entries.items() if isinstance(ours, str) and ours}


def _words(sentences: Iterable[str]) -> frozenset[str]:
    return frozenset(word for one in sentences for word in re.findall(r"\w+", one.casefold()))
