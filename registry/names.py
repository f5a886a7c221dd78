"""Vietnamese names: the order in which people sort them, and the form in which they are searched."""

import re
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


#: A letter or a digit: what stands between them parts words, in numbers of papers too.
_WORD = re.compile(r"[^\W_]+")

#: Shorter ones are whole words: "An" is no beginning of "Anh".
_BEGINNING = 3


def search_words(text: str) -> list[str]:
    """Return the words of `text` as they are found: "Số 03-QĐ/UBKTĐU" → so, 3, qd, ubktdu."""
    return [word.lstrip("0") or "0" for word in _WORD.findall(search_key(text))]


def as_vector(text: str) -> str:
    """Return the words of `text` with their places, as PostgreSQL reads a tsvector."""
    words = search_words(text)[:16_000]  # further places are not told apart
    return " ".join(f"'{word}':{place}" for place, word in enumerate(words, start=1))


def as_query(text: str) -> str:
    """Return what is looked for, as PostgreSQL reads a tsquery; empty where `text` holds no word.

    Every word has to be there, in any order; what was typed in one, as a number of a paper is, stands together.
    The last word may be the beginning of one.
    """
    phrases = [words for part in text.split() if (words := search_words(part))]
    said = [" <-> ".join(f"'{word}'" for word in words) for words in phrases]
    if said and len(phrases[-1][-1]) >= _BEGINNING and not phrases[-1][-1].isdigit():
        said[-1] += ":*"
    return " & ".join(f"({one})" for one in said)


def typed_so(text: str, within: str) -> bool:
    """Whether every word of `text` stands in `within` with the very marks it was typed with.

    Where the tone is written ("hòa", "hoà") makes no difference.
    """
    return {_marked(word) for word in text.split()} <= {_marked(word) for word in within.split()}


def _marked(word: str) -> tuple[str, str]:
    return _letters_and_tones(nfc(word).casefold())


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
