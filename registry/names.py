"""Vietnamese names: the order in which people sort them, and the form in which they are searched."""

import unicodedata

from proof.canonical import nfc

_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_SHAPES = {"\u0306": "1", "\u0302": "2", "\u031b": "3"}


def sort_key(full_name: str) -> str:
    """Return the key by which Vietnamese people sort `full_name`: given name, middle, family.

    Letters first (a ă â, d đ, o ô ơ), then tones (ngang, huyền, hỏi, ngã, sắc, nặng).
    """
    words = nfc(full_name).casefold().split()
    ordered = words[-1:] + words[1:-1] + words[:1] if len(words) > 1 else words
    told = [_letters_and_tones(word) for word in ordered]
    return " ".join(letters for letters, _ in told) + "|" + " ".join(tone for _, tone in told)


def search_key(text: str) -> str:
    """Return `text` without marks, in lower case: "Đặng Văn Thử" → "dang van thu"."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _letters_and_tones(word: str) -> tuple[str, str]:
    """Every letter followed by its shape ("a0" a, "a1" ă, "a2" â, "d1" đ), and the tone apart."""
    letters: list[str] = []
    tone = "1"
    for mark in unicodedata.normalize("NFD", word):
        if mark in _TONES:
            tone = _TONES[mark]
        elif mark in _SHAPES and letters:
            letters[-1] = letters[-1][0] + _SHAPES[mark]
        else:
            letters.append("d1" if mark == "đ" else f"{mark}0")
    return "".join(letters), tone
