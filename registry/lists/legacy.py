"""Text typed in the old Vietnamese fonts (TCVN3, VNI) or read in a wrong code page, told apart from Unicode."""

from __future__ import annotations

import re

#: UTF-8 read in a western code page: "Nguyá»…n".
_MISREAD = re.compile(r"Ã[\u0080-\u00bf]|áº|á»|Ä[\u0080-\u00bf\u2018\u2019]|�")
#: Signs that a text in a TCVN3 (".Vn…") font shows where a marked vowel stood; no name has them.
_TCVN3 = re.compile("[µ¸¶·¹»¾¼½¨©ª«¬­®¡¢£¤¥¦§Æ]")
#: In VNI fonts the mark follows its vowel as a letter: "Nguyeãn", "Traàn", "Ñaëng".
_VNI = re.compile("[ñöïøûäåëüÑÖÏØÛÄÅËÜ]|[aA][âêàáãùõ]|[eE][âàáãùõ]|[oO][âõ]")


def font_of(text: str) -> str:
    """Return how a text that is no good Unicode was typed or read; empty for good text."""
    if _MISREAD.search(text):
        return "đọc sai bảng mã"
    if _TCVN3.search(text):
        return "phông TCVN3 (.Vn)"
    return "phông VNI" if _VNI.search(text) else ""
