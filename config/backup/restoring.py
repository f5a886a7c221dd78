"""Restoring a backup into a database that did not exist, and laying it beside what was written down then."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from cases import second_wall
from cases.verification import Report, verify
from config.backup import state
from config.backup.address import Address, working_in
from config.backup.pieces import CHECKPOINTS, DATABASE, LAW, STATE, Backup
from config.refusals import CannotRun
from proof import grants
from proof.checkpoints import Log


@dataclass(frozen=True)
class Compared:
    """A database beside a backup: what was told of it then, and everything that differs now."""

    told: dict[str, int]
    differences: list[state.Difference]


def restore(backup: Backup, target: Address) -> None:
    """Lay the database of a backup into `target`; whole, or not at all where `target` is not there yet.

    A database that exists must hold no tables (a site's own, before its first `migrate`). CannotRun otherwise.
    """
    new = _prepared(target)
    try:
        target.run(
            "pg_restore", "--exit-on-error", "--no-owner", "--no-privileges", "--single-transaction",
            read=backup.path(DATABASE),
        )  # fmt: skip
        with working_in(target):
            grants.lay(connection, settings.APP_ROLE)
            second_wall.lay(connection, settings.APP_ROLE)
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
    except BaseException:
        if new:
            _maintenance(target).ask(f'DROP DATABASE "{target.name}" WITH (FORCE)')
        raise


def restore_files(backup: Backup) -> list[Path]:
    """Put the adopted law and the sealed log where the site looks for them, if nothing is there; return where."""
    laid = []
    for name, place in ((LAW, settings.VAR / "law"), (CHECKPOINTS, settings.CHECKPOINTS)):
        if not backup.path(name).is_dir() or place is None:
            continue
        if place.is_dir() and any(place.iterdir()):
            raise CannotRun(f"{place} đã có dữ liệu: chuyển đi nơi khác rồi phục hồi lại.")
        shutil.copytree(backup.path(name), place, dirs_exist_ok=True)
        laid.append(place)
    return laid


def compare(backup: Backup, target: Address) -> Compared:
    """Lay the database `target` beside what the backup wrote down of the one it was made of."""
    then = backup.path(STATE).read_text(encoding="utf-8").splitlines()
    with target.open() as held:
        with held.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return Compared(state.counted(then), state.compared(then, state.lines(held)))


def verified(backup: Backup, target: Address) -> Report:
    """Check every history of the restored database, against the log that lies in the backup too."""
    log = Log(backup.path(CHECKPOINTS)) if backup.path(CHECKPOINTS).is_dir() else None
    with working_in(target):
        return verify(log=log)


def _prepared(target: Address) -> bool:
    """Whether `target` was made now; CannotRun where it exists and is not empty."""
    there = _maintenance(target).ask("SELECT 1 FROM pg_database WHERE datname = %s", target.name)
    if not there:
        _maintenance(target).ask(f'CREATE DATABASE "{target.name}" TEMPLATE template0')
        return True
    if target.ask("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1"):
        raise CannotRun(f"Cơ sở dữ liệu {target.name} đã có dữ liệu: chọn một tên mới.")
    return False


def _maintenance(target: Address) -> Address:
    return target.named("postgres")
