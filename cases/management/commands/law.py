"""`manage.py law …`, with the questions that need procedures and files: mutate, simulate."""

from cases.law_questions import gaps, mutate, simulate
from law.management.commands.law import Command as LawCommand


class Command(LawCommand):
    """All questions of the law; only `simulate` opens the database."""

    subcommands = (
        *(gaps.COMMAND if one.name == "gaps" else one for one in LawCommand.subcommands),
        mutate.COMMAND,
        simulate.COMMAND,
    )
