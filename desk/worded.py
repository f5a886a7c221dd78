"""The words that procedures, law and papers are declared with, in the language of the page.

They are declared in Vietnamese, which is official and is what records and papers keep. Their English
lies apart from the desk's own sentences, in locale/en/LC_MESSAGES/declared.po.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.utils.translation import get_language

_DOMAIN = "declared"


def worded(declared: str) -> str:
    """Return a declared word or sentence as the page's language has it, or as it is where that has none."""
    return _catalogue(get_language() or "").gettext(declared) if declared else declared


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(
        _DOMAIN, settings.LOCALE_PATHS[0], languages=[language], fallback=True
    )


@cache
def words_of_both() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words, in lower case, of our English sentences, and those of the Vietnamese ones they are said for."""
    told: dict[str, str] = {}
    for domain in ("django", _DOMAIN):
        catalogue = gettext.translation(domain, settings.LOCALE_PATHS[0], languages=["en"])
        told |= {str(ours): said for ours, said in catalogue._catalog.items() if ours}  # type: ignore[attr-defined]
    return _words(told.values()), _words(told)


def _words(sentences: Iterable[str]) -> frozenset[str]:
    return frozenset(word for one in sentences for word in re.findall(r"\w+", one.casefold()))
