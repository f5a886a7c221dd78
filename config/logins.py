"""Two database logins: the owner lays tables, `app` runs everything else (walls: see proof/walls.py)."""

import os

OWNER, APP = "owner", "app"

#: Commands that lay or remove tables; nothing else may run as the owner.
OWNER_COMMANDS = frozenset({"migrate", "flush", "sqlmigrate", "createcachetable"})


def choose_for(argv: list[str]) -> None:
    """Select the login for this command line, unless the environment already names one."""
    command = argv[1] if len(argv) > 1 else ""
    os.environ.setdefault("KIEM_TRA_LOGIN", OWNER if command in OWNER_COMMANDS else APP)


def current() -> str:
    """The login this process runs under: `owner` or `app`."""
    return os.environ.get("KIEM_TRA_LOGIN", APP)
