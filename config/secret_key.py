"""The key that signs sessions and forms: the environment's, or made once and kept in `var/`."""

import os
import secrets
from pathlib import Path


def kept_in(var: Path) -> str:
    """Return the key in `var/secret_key`, making it on the first call; only its owner can read it.

    Several processes may call at once: all get the key of the one that came first.
    """
    path = var / "secret_key"
    if not path.exists():
        _lay(path, secrets.token_urlsafe(64))
    return path.read_text()


def _lay(path: Path, key: str) -> None:
    """Put a finished file in place by linking it, which fails where another has done so before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(key)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
