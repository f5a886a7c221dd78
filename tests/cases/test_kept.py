"""SQL that is kept: only what one asks with changes from one asking to the next."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import Exists, OuterRef

from cases.kept import Asking, Blank, Holds, NotKept, keep, keep_of_one
from cases.models import Case, TeamSeat
from registry.models import Person
from tests.cases.supervision import TODAY

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def opened_before(asking: Asking):
    return Case.objects.filter(pk=asking.file, opened_on__lt=asking.at, procedure="P1.CD")


def with_the_reader_on_its_team(asking: Asking):
    rows = TeamSeat.objects.filter(case=OuterRef("pk"), person=asking.person)
    return Case.objects.filter(Exists(rows)).values("pk")


def test_what_one_asks_with_is_a_blank_and_the_rest_a_value():
    kept = keep(opened_before)

    assert kept.values == (Blank("at"), Blank("file"), "P1.CD")
    assert kept.filled(Asking(7, TODAY, NOW, file=3)) == [TODAY, 3, "P1.CD"]


@pytest.mark.parametrize(
    "build",
    [
        lambda asking: Case.objects.filter(opened_on__lt=asking.at - timedelta(days=30)),
        lambda asking: Case.objects.filter(pk=1) if asking.at.year == 1 else Case.objects.all(),
        lambda _asking: Case.objects.filter(pk=id(object())),
    ],
    ids=["a day counted from the day asked about", "another question", "no two alike"],
)
def test_a_question_that_depends_on_its_reader_in_another_way_is_refused(build, monkeypatch):
    numbers = iter(range(10))
    monkeypatch.setitem(build.__globals__, "id", lambda _: next(numbers))

    with pytest.raises(NotKept):
        keep(build)


def test_it_is_asked_of_the_file_of_whatever_query_stands_around(supervision):
    supervision.goes_to("open")
    member = TeamSeat.objects.filter(case=supervision.case)[0].person
    kept = keep_of_one(with_the_reader_on_its_team)

    def sees(person: Person, **file: str) -> Holds:
        return Holds(kept, Asking(person.pk, TODAY, NOW), **file)

    of_member = Case.objects.filter(sees(member))
    assert of_member.get() == supervision.case
    assert Case.objects.filter(pk__in=of_member.values("pk")).get() == supervision.case
    assert Case.objects.filter(~sees(member)).count() == Case.objects.count() - 1
    assert not Case.objects.filter(sees(supervision.who("bithu"))).exists()
    assert {row.case for row in TeamSeat.objects.filter(sees(member, file="case"))} == {
        supervision.case
    }
