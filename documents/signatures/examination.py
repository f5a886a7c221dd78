"""What is to be known of the signatures of one file, found by a process that only has this file."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from documents.signatures.keyring import trusted

#: The largest file that is looked at, in bytes; and how long one may take, in seconds.
LARGEST, PATIENCE = 20 * 1024 * 1024, 90


@dataclass(frozen=True)
class TimeStamp:
    """A time-stamp token beside a signature: when, by whom, and whether it holds."""

    at: datetime
    by: str
    intact: bool
    chain: str


@dataclass(frozen=True, kw_only=True)
class Found:
    """One signature of a file, in plain facts.

    `chain`: known · unknown · expired · revoked · unfit. `covers`: file · revision · part. `later`
    is what was added after it: nothing · archival · filling · annotations · other · unknown.
    `certifies` is the level (1 to 3) at which it locks the file, 0 where it does not.
    """

    field: str
    kind: str = "signature"
    holder: str = ""
    issuer: str = ""
    serial: str = ""
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    said_at: datetime | None = None
    intact: bool = False
    chain: str = "unknown"
    covers: str = "part"
    later: str = "unknown"
    revision: int = 0
    certifies: int = 0
    allowed: bool = True
    digest: str = ""
    weak: bool = False
    profile: str = ""
    time_stamp: TimeStamp | None = None
    unreadable: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether what was signed is unchanged, and nothing was added that may not be."""
        later = self.later in ("nothing", "archival", "filling")
        return self.intact and self.covers != "part" and later and self.allowed

    @property
    def is_known(self) -> bool:
        """Whether the certificate leads to a root this site trusts."""
        return self.chain == "known"


@dataclass(frozen=True)
class Examination:
    """All signatures of a file, in their order; or `fault`, why it could not be examined.

    `fault`: not_pdf · encrypted · broken · large · heavy.
    """

    signatures: tuple[Found, ...] = ()
    revisions: int = 0
    fault: str = ""


def examine(pdf: bytes) -> Examination:
    """Examine a file from anywhere; it is not kept, and whatever it is, an answer comes back."""
    if len(pdf) > LARGEST:
        return Examination(fault="large")
    roots = [str(trusted())] if trusted() else []
    try:
        done = subprocess.run(
            [sys.executable, "-m", "documents.signatures.examining", *roots],
            input=pdf,
            capture_output=True,
            timeout=PATIENCE,
            cwd=settings.BASE_DIR,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return Examination(fault="heavy")
    return examined(json.loads(done.stdout))


def examined(told: dict[str, Any]) -> Examination:
    """Return what the examining process told, as values."""
    if fault := told.get("fault"):
        return Examination(fault=fault)
    return Examination(tuple(_found(one) for one in told["signatures"]), told["revisions"])


def _found(told: dict[str, Any]) -> Found:
    days = {name: _day(told.get(name)) for name in ("said_at", "valid_from", "valid_to")}
    stamp = told.get("time_stamp")
    if stamp:
        stamp = TimeStamp(**{**stamp, "at": _day(stamp["at"])})
    return Found(**{**told, **days, "time_stamp": stamp})


def _day(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
