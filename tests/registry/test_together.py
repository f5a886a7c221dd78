"""Several questions in one statement give what each gives alone, whatever the kinds of their values."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Value

from registry.models import Body, Organisation
from registry.together import answered, summed, together
from tests.registry.members.conftest import Commune

#: One value of each kind that comes otherwise through JSON.
KINDS = {
    "day": Value(date(2026, 9, 8), models.DateField()),
    "moment": Value(datetime(2026, 9, 8, 7, 30, 1, 5, tzinfo=UTC), models.DateTimeField()),
    "hour": Value(time(7, 30), models.TimeField()),
    "exact": Value(Decimal("12.340"), models.DecimalField(max_digits=9, decimal_places=3)),
    "near": Value(0.1, models.FloatField()),
    "key": Value(UUID(int=7), models.UUIDField()),
    "told": Value({"a": [1, None, "ệ"]}, models.JSONField()),
    "days": Value([date(2026, 9, 8), None], ArrayField(models.DateField())),
    "names": Value(["ấ%", '"'], ArrayField(models.TextField())),
    "nothing": Value(None, models.DateField()),
}


@pytest.fixture
def questions(db):
    """Makes the same questions each time it is called."""
    Commune()
    return lambda: [
        Organisation.objects.annotate(**KINDS).order_by("-pk"),
        Body.objects.select_related("organisation").defer("organisation__place").order_by("pk")[:3],
        Body.objects.order_by(F("organisation__name").desc()).values_list("pk", "kind").distinct(),
        Body.objects.values("kind").annotate(number=Count("pk")).order_by("kind"),
        Body.objects.filter(name="không có"),
        summed(Body.objects.all(), bodies=Count("pk"), units=Count("organisation", distinct=True)),
    ]


def test_each_holds_what_it_gives_alone(questions, django_assert_num_queries):
    alone = [list(one) for one in questions()]

    asked = questions()
    with django_assert_num_queries(1):
        together(*asked, Body.objects.none())
        found = [list(one) for one in asked]
        names = [one.organisation.name for one in found[1]]

    assert found == alone
    assert names == [one.organisation.name for one in alone[1]]
    assert found[1][0].organisation.get_deferred_fields() == {"place"}
    for mine, theirs in zip(found[0], alone[0], strict=True):
        assert [getattr(mine, one) for one in KINDS] == [getattr(theirs, one) for one in KINDS]


def test_what_asks_step_by_step_goes_on_side_by_side(questions, django_assert_num_queries):
    def talk(kind):
        bodies = Body.objects.filter(kind=kind)
        yield [bodies]
        units = Organisation.objects.filter(pk__in=[one.organisation_id for one in bodies])
        yield [units]
        return {one.pk for one in units}

    kinds = list(Body.objects.values_list("kind", flat=True).distinct())
    with django_assert_num_queries(2):
        found = answered(*map(talk, kinds))

    assert set().union(*found) == set(Body.objects.values_list("organisation", flat=True))
