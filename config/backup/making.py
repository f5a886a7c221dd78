"""Making a backup: everything as it stood at one moment, the site at work meanwhile."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from cases import checkpointing
from config.backup import state
from config.backup.address import Address
from config.backup.pieces import CHECKPOINTS, CONTEXT, DATABASE, LAW, STATE, Backup
from law.adoption_key import SigningKey
from proof.checkpoints import TEXTS


def make(folder: Path, source: Address) -> Backup:
    """Lay a backup into `folder`, which must be empty or not there; CannotRun where it cannot be done.

    The log of checkpoints is copied before the moment of the dump, so the dump never knows less than its log.
    """
    made = Backup(folder)
    made.begin()
    made.copy_in(settings.CHECKPOINTS, CHECKPOINTS, first=(TEXTS,))
    with source.open() as held:
        with held.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot(), current_setting('server_version')")
            snapshot, version = cursor.fetchone()
        _dump(made, source, snapshot)
        _describe(made, held)
    made.copy_in(settings.VAR / "law", LAW)
    key = SigningKey(settings.CHECKPOINT_KEY, CONTEXT) if checkpointing.is_ready() else None
    made.close(key, made_at=timezone.now().isoformat(timespec="seconds"), postgresql=version)
    return made


def _dump(made: Backup, source: Address, snapshot: str) -> None:
    with made.path(DATABASE).open("wb") as file:
        source.run(
            "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", output=file
        )  # fmt: skip


def _describe(made: Backup, held: object) -> None:
    with made.path(STATE).open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in state.lines(held))
