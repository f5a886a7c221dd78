"""`manage.py law …`, with the questions that need procedures and files: mutate, simulate."""

from cases.law_questions import mutate, simulate
from law.management.commands.law import Command as LawCommand


class Command(LawCommand):
    """All questions of the law; only `simulate` opens the database."""

    subcommands = (*LawCommand.subcommands, mutate.COMMAND, simulate.COMMAND)
