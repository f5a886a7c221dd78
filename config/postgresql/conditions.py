"""What must hold before a database is trusted: driver, version, a login that owns nothing."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import psycopg2
from django.db.backends.postgresql.psycopg_any import is_psycopg3

from config.refusals import CannotRun

OLDEST_SERVER = 15

_FACTS = """
SELECT current_user, current_setting('server_version_num')::int / 10000,
       rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls,
       EXISTS (SELECT FROM pg_class WHERE relowner = role.oid
               AND relkind IN ('r', 'p', 'v', 'S') AND relpersistence <> 't')
FROM pg_roles AS role WHERE rolname = current_user
"""

#: Logins already found good in this process; another database or role is asked afresh.
_trusted: set[tuple[str, bool]] = set()


@dataclass(frozen=True)
class Found:
    """What a connection told about itself."""

    login: str
    server: int
    powerful: bool
    owns: bool


def demand(connection: Any, *, app: bool) -> None:
    """Raise CannotRun with all reasons against `connection`; `app` for all but the owner."""
    key = (connection.dsn, app)
    if key in _trusted:
        return
    if reasons := [*driver_reasons(), *reasons_against(ask(connection), app=app)]:
        raise CannotRun(" ".join(reasons))
    _trusted.add(key)


def ask(connection: Any) -> Found:
    """Return what the server says of itself and of the login, leaving the connection as it was."""
    with connection.cursor() as cursor:
        cursor.execute(_FACTS)
        found = Found(*cursor.fetchone())
    connection.rollback()
    return found


@cache
def driver_reasons() -> list[str]:
    """Reasons against the driver: Django silently takes psycopg 3 when any package brings it in."""
    if not is_psycopg3:
        return []
    reason = (
        "Django đang dùng psycopg 3, dự án khai báo psycopg2. "
        "Hãy gỡ gói psycopg khỏi môi trường Python (pip uninstall psycopg) rồi chạy lại."
    )
    return [reason]


def reasons_against(found: Found, *, app: bool) -> list[str]:
    """Reasons against the server and the login that `found` tells of."""
    reasons = []
    if found.server < OLDEST_SERVER:
        reasons.append(f"Máy chủ là PostgreSQL {found.server}; cần từ bản {OLDEST_SERVER} trở lên.")
    if app and found.powerful:
        reasons.append(
            f"Tài khoản {found.login} có quyền quản trị máy chủ cơ sở dữ liệu; "
            "trang và tiến trình nền phải chạy bằng tài khoản thường. Hãy sửa DATABASE_URL."
        )
    if app and found.owns:
        reasons.append(
            f"Tài khoản {found.login} sở hữu bảng nên tự gỡ được các lớp bảo vệ nhật ký. "
            "Hãy để DATABASE_URL trỏ đến tài khoản không sở hữu bảng nào, "
            "DATABASE_OWNER_URL trỏ đến tài khoản sở hữu."
        )
    return reasons


def driver() -> str:
    """Return the driver's name and version."""
    return f"psycopg2 {psycopg2.__version__.split()[0]}"
