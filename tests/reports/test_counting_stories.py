"""The told matters counted: what the forms show of them follows from their records alone."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from cases.models import Case
from registry.models import Organisation
from reports.counted_models import Counted, Mark, Origin, What
from reports.counting.keeping import rebuild, refresh
from tests import databases


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker, tmp_path_factory):
    """The stories told once, and counted."""
    with django_db_blocker.unblock():
        call_command("story", to=tmp_path_factory.mktemp("story"), stdout=StringIO())
        refresh()
        yield
        databases.renew_copy()


def test_look(told, django_db_blocker):
    with django_db_blocker.unblock():
        for c in Counted.objects.order_by("case", "pk"):
            print(c.case and c.case.reference, c.procedure, c.what, c.subject, c.person, c.organisation, c.day, c.since, c.until, c.body, c.level, c.origin, c.form, c.outcome, c.marks, c.themes)
        assert 0
