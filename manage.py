#!/usr/bin/env python3
"""Django's command line for Kiểm Tra."""

import os
import signal
import sys

from config import logins
from config.refusals import CannotRun
from law.faults import LawRefused


def main() -> None:
    """Run one command under the database login it needs; a refusal is one line, not a trace."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # leaves the database as found
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    logins.choose_for(sys.argv)
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- settings first

    try:
        execute_from_command_line(sys.argv)
    except (CannotRun, LawRefused) as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
