"""Writing down what an administrator does to an account: in the database, and in the server's log."""

import getpass
import logging
import os
from typing import Any

from permissions.models import AccountDeed

log = logging.getLogger(__name__)


def note(account: Any, deed: AccountDeed.Deed, said: str = "") -> AccountDeed:
    """Keep that `deed` was done to `account` by whoever runs this process, and return the row."""
    row = AccountDeed.objects.create(account=account, deed=deed, said=said, by=_who())
    log.warning("%s: %s %s (%s)", deed.label, account.get_username(), said, row.by)
    return row


def _who() -> str:
    """The user of the server: whoever called sudo, where that is known."""
    try:
        return os.environ.get("SUDO_USER") or getpass.getuser()
    except (KeyError, OSError):  # a process whose number has no name
        return f"uid {os.getuid()}"
