#!/usr/bin/env python3
"""Django's command line for Kiểm Tra."""

import os
import sys

from config import logins


def main() -> None:
    """Run one management command under the database login it needs."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    logins.choose_for(sys.argv)
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- settings first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
