"""Django's `migrate`, which ends by laying the rights of the login `app` and the schedule of jobs."""

from django.conf import settings
from django.core.management.commands import migrate
from django.db import connections

from config import schedule
from proof import grants


class Command(migrate.Command):
    """An explicit last step, no signal: who reads `migrate` sees that grants belong to it.

    Every run lays all grants afresh, so a table that became a history loses its old rights.
    """

    def handle(self, *args, **options):
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            grants.lay(connections[options["database"]], settings.APP_ROLE)
            schedule.lay()
