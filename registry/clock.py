"""The site's own day: the calendar's, unless a training site stands still on a day of its choice."""

from datetime import date

from django.conf import settings
from django.utils import timezone


def today() -> date:
    """Return the day the site takes for today, in its time zone.

    `settings.STANDS_ON` names another day for training and tests; a site with real matters cannot
    set it (config/settings.py).
    """
    return settings.STANDS_ON or timezone.localdate()
