"""The questions of `manage.py procedures`, one module each."""

from workflows.commands import check, draw, export, listing, show

SUBCOMMANDS = (listing.COMMAND, show.COMMAND, export.COMMAND, check.COMMAND, draw.COMMAND)

__all__ = ["SUBCOMMANDS"]
