"""The Ed25519 key with which a site signs its own law versions: made once, read by its owner alone."""

import contextlib
import os
import tempfile
from functools import cached_property
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

#: Said before every hash that is signed, so that a signature never serves for anything else.
CONTEXT = b"kiem-tra law version\n"


class SigningKey:
    """The key kept in one file; several processes may be the first to ask for it.

    `context` is said before every hash it signs.
    """

    def __init__(self, path: Path, context: bytes = CONTEXT) -> None:
        self.path, self.context = path, context

    @property
    def public(self) -> str:
        """Return the public half, 64 hexadecimal digits; nothing while no key was made yet."""
        return "" if not self.path.exists() else self._private.public_key().public_bytes_raw().hex()

    def sign(self, digest: str) -> str:
        """Return the signature of a hash, 128 hexadecimal digits."""
        return self._private.sign(self.context + digest.encode()).hex()

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._lay(Ed25519PrivateKey.generate().private_bytes_raw().hex())
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.path.read_text().strip()))

    def _lay(self, secret: str) -> None:
        """Link a finished file into place, which fails where another process was first."""
        handle, draft = tempfile.mkstemp(dir=self.path.parent)  # mkstemp lets only its owner read
        with os.fdopen(handle, "w") as file:
            file.write(secret + "\n")
        with contextlib.suppress(FileExistsError):
            self.path.hardlink_to(draft)
        Path(draft).unlink()


def signed_by(public: str, digest: str, signature: str) -> bool:
    """Return whether the signature of that hash was made with the key of that public half."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), CONTEXT + digest.encode())
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
