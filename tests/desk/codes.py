"""A telephone with an authenticator app, for tests: the code it shows now, and one it does not show."""

from __future__ import annotations

import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache

SECRET = "JBSWY3DPEHPK3PXP"


def shown(secret: str = SECRET) -> str:
    """The code of this half minute; it may be used again in the next test."""
    cache.clear()
    counter = next(iter(yield_hotp_counters_from_time()))
    assert time.time() > counter
    return format_hotp_value(hotp_value(secret, counter))


def not_shown(secret: str = SECRET) -> str:
    """Six digits that no half minute near this one shows."""
    near = {
        format_hotp_value(hotp_value(secret, counter + step))
        for counter in yield_hotp_counters_from_time()
        for step in range(-4, 5)
    }
    return next(code for code in (f"{n:06}" for n in range(100)) if code not in near)


def set_up(account) -> None:
    """Give an account its second step, with recovery codes."""
    TOTP.activate(account, SECRET)
    RecoveryCodes.activate(account)
