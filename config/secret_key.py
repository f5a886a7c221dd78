"""The key that signs sessions and forms: the environment's, or made once and kept in `var/`."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path


def kept_in(var: Path) -> str:
    """Return the key in `var/secret_key`, making it on the first call; only its owner can read it.

    Several processes may call at once: all get the key of the one that came first.
    """
    path = var / "secret_key"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        _lay(path, secrets.token_urlsafe(64))
    return path.read_text()


def _lay(path: Path, key: str) -> None:
    """Put a finished file in place by linking it, which fails where another has done so before."""
    handle, draft = tempfile.mkstemp(dir=path.parent)  # mkstemp lets only its owner read
    with os.fdopen(handle, "w") as file:
        file.write(key)
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    Path(draft).unlink()
