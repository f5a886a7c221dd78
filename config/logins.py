"""Two database logins: the owner lays tables, `app` runs everything else (proof/grants.py)."""

import os
from pathlib import Path
from typing import Any

from config.refusals import CannotRun

OWNER, APP = "owner", "app"

#: Not a login: the command answers from files and never opens the database.
NOBODY = "nobody"

#: The name of a site's database where no address of one is given.
DATABASE = "kiem_tra"

#: Commands that lay, remove or copy whole tables; nothing else may run as the owner.
OWNER_COMMANDS = frozenset(
    {"migrate", "flush", "sqlmigrate", "createcachetable", "pgtrigger", "backup"}
)

#: Commands that must answer where there is no database, with the words that do need one.
FILE_COMMANDS: dict[str, frozenset[str]] = {
    "": frozenset(),
    "help": frozenset(),
    "version": frozenset(),
    "check": frozenset({"--database"}),
    "collectstatic": frozenset(),
    "findstatic": frozenset(),
    "makemigrations": frozenset(),
    "law": frozenset({"simulate"}),
    "procedures": frozenset(),
}

#: Subcommands that read files alone, of commands that otherwise use the database.
FILE_SUBCOMMANDS = {"papers": frozenset({"list", "sample", "check", "verify", "keys"})}


def choose_for(argv: list[str]) -> None:
    """Select the login for this command line, unless the environment already names one."""
    os.environ.setdefault("KIEM_TRA_LOGIN", needed_by(argv[1:]))


def needed_by(words: list[str]) -> str:
    """Return the login a command needs, given its name and arguments."""
    command, arguments = (words[0], words[1:]) if words else ("", [])
    if command in OWNER_COMMANDS:
        return OWNER
    if command in FILE_COMMANDS and not FILE_COMMANDS[command].intersection(arguments):
        return NOBODY
    if FILE_SUBCOMMANDS.get(command, frozenset()).intersection(arguments[:1]):
        return NOBODY
    return APP


def current() -> str:
    """The login this process runs under: `owner`, `app` or `nobody`."""
    return os.environ.get("KIEM_TRA_LOGIN", APP)


def database(env: Any, var: Path, login: str) -> dict[str, Any]:
    """Return Django's description of the database for `login`: the environment's or ours in `var`.

    Raises CannotRun when a site names its database to one login but not to the one needed.
    """
    common = {
        "ENGINE": "config.postgresql",
        "LOGIN": login,
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
    if not (env("DATABASE_URL") or env("DATABASE_OWNER_URL")):
        return {**common, "NAME": DATABASE, "USER": login, "EMBEDDED": str(var / "database")}
    variable = "DATABASE_OWNER_URL" if login == OWNER else "DATABASE_URL"
    if not env(variable) and login != NOBODY:
        raise CannotRun(
            f"Biến môi trường {variable} chưa đặt: cần địa chỉ cơ sở dữ liệu cho tài khoản {login}."
        )
    return {**env.db_url(variable, default=""), **common}


def role(env: Any, login: str) -> str:
    """Return the name that `login` has in the database itself."""
    variable = "DATABASE_OWNER_URL" if login == OWNER else "DATABASE_URL"
    return env.db_url(variable)["USER"] if env(variable) else login
