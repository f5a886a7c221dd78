"""Before a signature: who one is, confirmed a moment ago by the strongest means the account has."""

from __future__ import annotations

import time
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings

from desk.account import second_step


def confirmed(request: Any) -> bool:
    """Whether the signed-in person confirmed who they are in the last minutes: with a second step by it alone."""
    records = get_authentication_records(request, request.user)
    again = [one for one in records if one.get("reauthenticated")]
    if second_step.is_on(request.user):
        again = [one for one in again if one["method"] == "mfa"]
    if not again:
        return False
    return time.time() - again[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def confirm_first(request: Any) -> None:
    """Go on only when `confirmed`; otherwise the person is asked, and what they sent waits meanwhile.

    Raises ReauthenticationRequired, which allauth's middleware answers.
    """
    if not confirmed(request):
        raise ReauthenticationRequired
