"""The site's own law versions: one signed file each, naming the one before; kept outside code and database.

A version is written first and put in force by moving one pointer, so a killed process leaves either
the old law or the new one, whole. Whatever was changed, cut out or signed by another is refused.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from law.adoption import Adoption, from_json, laid_over
from law.adoption_key import SigningKey, signed_by
from law.faults import Fault, LawRefused
from law.lawbook import LawBook

FORMAT = 1
#: What the first version names as the one before it.
NOTHING_BEFORE = "0" * 64
POINTER = "current"

Mark = tuple[int, int, int] | None


@dataclass(frozen=True)
class Version:
    """One adoption as the site's next law: its number from 1, the hash before, when, and its own hash.

    `from_site` is the key of another site whose file brought it, or None.
    """

    number: int
    previous: str
    adopted_at: str
    adoption: Adoption
    from_site: str | None = None

    @property
    def said(self) -> dict[str, Any]:
        """Return what is hashed and signed."""
        return {
            "format": FORMAT,
            "number": self.number,
            "previous": self.previous,
            "adopted_at": self.adopted_at,
            "adoption": self.adoption.as_json(),
            "from_site": self.from_site,
        }

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the canonical text: the version's name for ever."""
        text = json.dumps(self.said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


class Versions:
    """The versions of one site: their folder, the key that signs them, and the pointer to the newest."""

    def __init__(self, folder: Path, key: Path) -> None:
        self.folder, self.key = folder, SigningKey(key)
        self._pointer = str(folder / POINTER)

    def mark(self) -> Mark:
        """Return what changes whenever another version is put in force; None before the first one."""
        try:
            found = os.stat(self._pointer)  # noqa: PTH116 -- asked at every question of the law
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def in_force(self) -> tuple[Version, ...]:
        """Return every version from the first to the newest; LawRefused when one cannot be trusted."""
        head = self.head()
        found: list[Version] = []
        while head != NOTHING_BEFORE:
            version = self._read(head)
            found.append(version)
            head = version.previous
        found.reverse()
        if [version.number for version in found] != list(range(1, len(found) + 1)):
            raise _refused(self.folder / POINTER, "thứ tự các phiên bản không liền nhau")
        return tuple(found)

    def head(self) -> str:
        """Return the hash of the newest version in force."""
        path = self.folder / POINTER
        return path.read_text(encoding="ascii").strip() if path.exists() else NOTHING_BEFORE

    @contextlib.contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """Keep other processes of this machine from adding a version within the block."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def prepare(self, adoption: Adoption, adopted_at: str, from_site: str | None = None) -> Version:
        """Write and sign the next version without putting it in force yet."""
        held = self.in_force()
        previous = held[-1].hash if held else NOTHING_BEFORE
        version = Version(len(held) + 1, previous, adopted_at, adoption, from_site)
        self._write(f"{version.hash}.json", _text(version, self.key))
        return version

    def enact(self, version: str) -> None:
        """Put a prepared version in force; harmless when it, or a later one, already is.

        LawRefused when it is not prepared, cannot be trusted, or does not follow the newest.
        """
        if version in {held.hash for held in self.in_force()}:
            return
        if self._read(version).previous != self.head():
            raise _refused(self.folder / f"{version}.json", "không nối tiếp phiên bản đang dùng")
        self._write(POINTER, version + "\n")

    # Export and import

    def exported(self) -> str:
        """Return all versions in force as one text, for another site or a safe place."""
        versions = [_signed(version, self.key) for version in self.in_force()]
        plain = {"format": FORMAT, "site": self.key.public, "versions": versions}
        return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"

    def take_in(self, text: str, book: LawBook, *, trust: str = "") -> tuple[Version, ...]:
        """Put in force, over `book`, what an exported text holds and this site does not; return it.

        LawRefused, and nothing taken in, when the text was changed, comes from a site whose key is
        neither ours nor `trust`, or holds a row that this law refuses.
        """
        with self.one_at_a_time():
            brought = self._brought(text, trust)
            laid_over(book, (version.adoption for version in brought))
            return tuple(self._own(version, text) for version in brought)

    def _own(self, version: Version, text: str) -> Version:
        site = _plain(text, Path())["site"]
        from_site = version.from_site if site == self.key.public else site
        own = self.prepare(version.adoption, version.adopted_at, from_site)
        self.enact(own.hash)
        return own

    def _brought(self, text: str, trust: str) -> tuple[Version, ...]:
        name = Path("tệp nhập")
        plain = _plain(text, name)
        site = str(plain.get("site"))
        if site not in (self.key.public, trust):
            raise _refused(name, f"ký bằng khóa của nơi khác; nếu tin nơi đó, thêm --trust {site}")
        brought = [_checked(one, site, name) for one in plain.get("versions") or ()]
        chain = [NOTHING_BEFORE, *(version.hash for version in brought)]
        if [version.previous for version in brought] != chain[:-1]:
            raise _refused(name, "các phiên bản không nối tiếp nhau")
        known = {json.dumps(held.adoption.as_json()) for held in self.in_force()}
        return tuple(v for v in brought if json.dumps(v.adoption.as_json()) not in known)

    # Files

    def _read(self, version: str) -> Version:
        path = self.folder / f"{version}.json"
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _refused(path, "thiếu tệp, hoặc không đọc được") from error
        found = _checked(_plain(text, path), self.key.public, path)
        if found.hash != version:
            raise _refused(path, "nội dung không khớp tên tệp")
        return found

    def _write(self, name: str, text: str) -> None:
        """Write a file so that it is there whole or not at all, whatever happens meanwhile."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=self.folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(draft).replace(self.folder / name)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(draft).unlink()
            raise


def _signed(version: Version, key: SigningKey) -> dict[str, Any]:
    signed = {"key": key.public, "signature": key.sign(version.hash)}
    return {**version.said, "signed": signed}


def _text(version: Version, key: SigningKey) -> str:
    return json.dumps(_signed(version, key), ensure_ascii=False, indent=1) + "\n"


def _plain(text: str, path: Path) -> Mapping[str, Any]:
    try:
        plain = json.loads(text)
    except ValueError as error:
        raise _refused(path, "không đọc được") from error
    if not isinstance(plain, dict):
        raise _refused(path, "không đúng dạng")
    return plain


def _checked(plain: Mapping[str, Any], public: str, path: Path) -> Version:
    """Return the version in those values; refuse one that is no version or not signed by `public`."""
    try:
        version = Version(
            plain["number"], plain["previous"], plain["adopted_at"], from_json(plain["adoption"]),
            plain["from_site"],
        )  # fmt: skip
        whole = {**version.said, "signed": plain["signed"]} == plain
        signature = plain["signed"]["signature"]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _refused(path, "không đúng dạng của một phiên bản") from error
    if not whole or not signed_by(public, version.hash, signature):
        raise _refused(path, "đã bị sửa, hoặc không mang chữ ký của trang này")
    return version


def _refused(path: Path, reason: str) -> LawRefused:
    return LawRefused(
        [Fault(str(path), 1, f"bản bổ sung luật {reason}; khôi phục từ bản sao lưu.")]
    )
