"""The words that procedures, law and papers are declared with, in the language of the page.

They are declared in Vietnamese, which is official and is what records and papers keep. Their English
lies apart from the desk's own sentences, in locale/en/LC_MESSAGES/declared.po.
"""

from __future__ import annotations

import gettext
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
