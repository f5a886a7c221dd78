"""The law this installation lives under: the folder shipped with it, read once."""

from functools import cache
from pathlib import Path

from law.lawbook import LawBook
from law.loader import load

FOLDER = Path(__file__).parent


@cache
def book() -> LawBook:
    """Return the default law book; LawRefused when a file of it is wrong."""
    return load(FOLDER)
