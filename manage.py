#!/usr/bin/env python3
"""Django's command line for Kiểm Tra."""

import os
import signal
import sys

from psycopg2.errors import UndefinedTable

from config import logins
from config.refusals import CannotRun
from law.faults import LawRefused


def main() -> None:
    """Run one command under the database login it needs; a refusal is one line, not a trace."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # leaves the database as found
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    logins.choose_for(sys.argv)
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- settings first
    from django.db.utils import ProgrammingError  # noqa: PLC0415 -- settings first

    try:
        execute_from_command_line(sys.argv)
    except (CannotRun, LawRefused) as refusal:
        sys.exit(str(refusal))
    except ProgrammingError as error:
        if not isinstance(error.__cause__, UndefinedTable):
            raise
        sys.exit("Cơ sở dữ liệu chưa có bảng, hoặc thiếu bảng mới. Chạy: manage.py migrate")


if __name__ == "__main__":
    main()
