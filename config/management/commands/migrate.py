"""Django's `migrate`, which ends by laying both walls of the database and the schedule of jobs."""

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connections

from cases import second_wall
from config import schedule
from proof import grants


class Command(migrate.Command):
    """An explicit last step, no signal: who reads `migrate` sees that grants belong to it.

    Every run lays all grants and the rules of the second wall afresh, so a table that became a history
    loses its old rights.
    """

    def handle(self, *args, **options):
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            connection = connections[options["database"]]
            grants.lay(connection, settings.APP_ROLE)
            second_wall.lay(connection, settings.APP_ROLE)
            schedule.lay()
