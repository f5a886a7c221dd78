"""The questions of `manage.py law`, one module each; later rooms add their own to this list."""

from law.commands import (
    adoptions,
    authority,
    check,
    deadline,
    diff,
    gaps,
    limitation,
    show,
    table,
    vote,
)
from law.commands.answer import Answer, Subcommand

SUBCOMMANDS: tuple[Subcommand, ...] = (
    check.COMMAND,
    show.COMMAND,
    vote.COMMAND,
    authority.COMMAND,
    deadline.COMMAND,
    limitation.COMMAND,
    gaps.COMMAND,
    diff.COMMAND,
    table.COMMAND,
    adoptions.COMMAND,
)

__all__ = ["SUBCOMMANDS", "Answer", "Subcommand"]
