"""The law this installation lives under: the folder shipped with it, and what the site adopted since."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from law.adoption import laid_over
from law.adoption_versions import Mark, Versions
from law.lawbook import LawBook
from law.loader import load

FOLDER = Path(__file__).parent
_instead: ContextVar[LawBook | None] = ContextVar("law_instead", default=None)


class _Site:
    """Where the site keeps its versions, and the law that comes of the newest one seen."""

    versions: Versions | None = None
    seen: tuple[Mark, LawBook] | None = None


def book() -> LawBook:
    """Return the law book in use: the block's own, else the newest version of the site.

    LawRefused when a file of the law is wrong, or an adopted version cannot be trusted.
    """
    return _instead.get() or newest()


@contextmanager
def using(other: LawBook) -> Iterator[LawBook]:
    """Ask another law book within the block: a coming change, an old edition, a mutation."""
    token = _instead.set(other)
    try:
        yield other
    finally:
        _instead.reset(token)


@contextmanager
def steady() -> Iterator[LawBook]:
    """Keep to one law within the block, whatever version comes into force meanwhile."""
    with using(book()) as held:
        yield held


def keep_adoptions(folder: Path | None, key: Path | None = None) -> None:
    """Say where the site keeps its own law versions and the key that signs them; None: nowhere.

    LawRefused when a version there cannot be trusted.
    """
    _Site.versions = Versions(folder, key or folder / "key") if folder else None
    _Site.seen = None
    if _Site.versions:
        _Site.versions.in_force()


def versions() -> Versions | None:
    """Return the site's own law versions, None where it keeps none."""
    return _Site.versions


def shipped() -> LawBook:
    """Return the law as it came with this installation, without what was adopted."""
    return _shipped(FOLDER)


def newest() -> LawBook:
    """Return the site's newest law, also within a block that keeps to another."""
    if _Site.versions is None:
        return _shipped(FOLDER)
    mark = _Site.versions.mark()
    if mark is None:
        return _shipped(FOLDER)
    if _Site.seen is None or _Site.seen[0] != mark:
        _Site.seen = mark, with_adoptions(_shipped(FOLDER))
    return _Site.seen[1]


def with_adoptions(files: LawBook) -> LawBook:
    """Return what the law would be if `files` were shipped here; LawRefused where they do not fit."""
    adopted = _Site.versions.in_force() if _Site.versions else ()
    return laid_over(files, (version.adoption for version in adopted))


@cache
def _shipped(folder: Path) -> LawBook:
    return load(folder)
