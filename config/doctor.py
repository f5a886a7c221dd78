"""What this machine lets the product do, told line by line in Vietnamese: `./run doctor`."""

import os
import sys
from collections.abc import Callable, Iterator

from config import logins
from config.embedded import programs
from config.refusals import CannotRun

Finding = tuple[str, Callable[[], str]]


def main() -> int:
    """Print one line for each finding; return 1 when any of them stands in the way."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["KIEM_TRA_LOGIN"] = logins.APP
    answers = [_told(name, ask) for name, ask in _findings()]
    return 0 if all(answers) else 1


def _findings() -> Iterator[Finding]:
    from config.postgresql import conditions  # noqa: PLC0415 -- Django's, once its settings are named

    yield "Trình điều khiển cơ sở dữ liệu", conditions.driver
    if not (os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_OWNER_URL")):
        yield "Chương trình PostgreSQL", lambda: f"{programs.version()} ({programs.folder()})"
    yield "Cơ sở dữ liệu", _database


def _database() -> str:
    """Connect as the site would, and name the server and the login."""
    import django  # noqa: PLC0415 -- takes a second; only this line needs it

    django.setup()
    from django.db import connection  # noqa: PLC0415

    connection.ensure_connection()
    version = ".".join(map(str, connection.get_database_version()))
    return f"PostgreSQL {version}, tài khoản {connection.settings_dict['USER']}"


def _told(name: str, ask: Callable[[], str]) -> bool:
    try:
        print(f"{name:<44} {ask()}")
    except CannotRun as refusal:
        print(f"{name:<44} HỎNG: {refusal}")
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
