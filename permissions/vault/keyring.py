"""The site's keys to sealed identities: files outside the database that only their owner can read."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import tempfile
from pathlib import Path

from django.conf import settings

#: Anything that lets another account of the machine read, write or enter.
OTHERS = 0o077


class KeyUnusable(Exception):
    """A key cannot be used: it is missing, damaged, or others can read it. Names no secret."""


class Keyring:
    """The keys kept in one folder; the newest seals, the older ones still open what they sealed.

    A key's id is its number and a fingerprint ("0002-1f0c…"), so that a file put in the place of
    another is found out before it is used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> str:
        """Return the id of the key that seals; nothing while no key was made yet."""
        return max(self.ids(), default="")

    def ids(self) -> list[str]:
        """Return the ids of all keys there are."""
        return sorted(path.name for path in self.folder.glob("[0-9]*-*"))

    def make(self) -> str:
        """Make a further key and return its id. Raises KeyUnusable when others can read the folder.

        Of several processes that make the first key at once, each takes the newest there is.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.refuse_if_exposed()
        secret = secrets.token_bytes(32)
        number = int(self.current().partition("-")[0] or 0) + 1
        name = f"{number:04}-{_fingerprint(secret)}"
        handle, draft = tempfile.mkstemp(dir=self.folder)  # mkstemp lets only its owner read
        with os.fdopen(handle, "w") as file:
            file.write(secret.hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
        (self.folder / name).hardlink_to(draft)
        Path(draft).unlink()
        _sync(self.folder)
        return name

    def secret(self, key_id: str) -> bytes:
        """Return a key's 32 bytes. Raises KeyUnusable when it is missing, damaged or exposed."""
        self.refuse_if_exposed()
        try:
            secret = bytes.fromhex((self.folder / key_id).read_text().strip())
        except (OSError, ValueError):
            secret = b""
        if len(secret) != 32 or key_id.partition("-")[2] != _fingerprint(secret):
            raise KeyUnusable(f"Khóa {key_id} của kho danh tính bị mất hoặc hỏng.")
        return secret

    def discard(self, key_id: str) -> None:
        """Remove a key: what only it could open is lost, in every copy of the database."""
        with contextlib.suppress(FileNotFoundError):
            (self.folder / key_id).unlink()
        _sync(self.folder)

    def refuse_if_exposed(self) -> None:
        """Raise KeyUnusable when another account of the machine can reach a key."""
        paths = [self.folder, *self.folder.glob("*")] if self.folder.exists() else []
        for path in paths:
            if path.stat().st_mode & OTHERS:
                mode = "700" if path.is_dir() else "600"
                raise KeyUnusable(
                    f"Khóa của kho danh tính đang để người khác đọc được: {path} "
                    f"phải có quyền {mode} (chmod {mode})."
                )


def kept() -> Keyring:
    """Return the site's keyring."""
    return Keyring(Path(settings.IDENTITY_VAULT_KEYS))


def _fingerprint(secret: bytes) -> str:
    return hashlib.sha256(b"kiem-tra vault key\n" + secret).hexdigest()[:16]


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
