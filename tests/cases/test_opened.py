"""What is asked by kept SQL is what the ways say, for everybody, part by part and page by page."""

from datetime import timedelta
from functools import reduce
from itertools import product
from operator import or_

import pytest
from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from cases import emergency, exceptions
from cases.models import Case, RecordPaper, Subject
from cases.newest import newest
from cases.own import meant_for_the_subject
from cases.paging import Place
from cases.queries import (
    find_cases,
    matters,
    meetings,
    papers_for,
    parts_of,
    visible_to,
    ways_into,
)
from cases.readers import ways
from permissions.ways import Part, Way
from registry.models import AreaAssignment, Person
from tests import campaign
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, ago


@pytest.fixture
def discipline(db) -> Discipline:
    """Two matters, a meeting called to vote on one of them, and somebody let in by each exception."""
    found = Discipline()
    for short in ("doai1", "btv1", "hoa_bt"):
        person = found.who(short)
        person.account = get_user_model().objects.create_user(short)
        person.save()
    found.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[found.who("xuong4")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    sitting = found.meeting()
    found.lists(sitting)
    found.invites(sitting)
    found.is_told()
    exceptions.give(
        found.case, by=found.who("chu"), to=found.who("doai1"), reason="Phục vụ thẩm tra.",
        first_day=TODAY, last_day=TODAY + timedelta(days=3), today=TODAY,
    )  # fmt: skip
    AreaAssignment.objects.create(
        person=found.who("hoa1"), body=found.body("dang_uy_hoa"), first_day=ago(9),
        unit=found.province.organisations["xuong"], document="Phân công (mẫu)",
    )  # fmt: skip
    return found


def by_the_ways(person: Person, part: Part = Part.HEADER, day=TODAY):
    """The files that the conditions themselves open, as Django puts them into SQL."""
    return Case.objects.filter(reduce(or_, ways(person, day, part).values()))


#: A campaign asks of a day that is over too.
DAYS = (TODAY, ago(3)) if campaign.WHOLE else (TODAY,)
#: Heads, officers and clerks of the bodies, members with a vote and without, the member concerned, a guest.
PEOPLE = ("chu", "hoa_bt", "hoa1", "ky", "van", "xuong1", "xuong3", "xuong4", "thu", "doai1")


def people(discipline: Discipline) -> list[Person]:
    return [discipline.who(short) for short in PEOPLE]


def test_everybody_sees_enters_and_reads_what_the_ways_open_part_by_part(discipline):
    for person, part, day in product(people(discipline), Part, DAYS):
        assert set(visible_to(person, day, part)) == set(by_the_ways(person, part, day))

    used = set[Way]()
    for case in Case.objects.all():
        for person in people(discipline):
            leading = [
                way
                for way, condition in ways(person, TODAY).items()
                if Case.objects.filter(condition, pk=case.pk).exists()
            ]
            assert ways_into(case, person, TODAY) == leading
            assert parts_of(case, person, TODAY) == {
                part for part in Part if by_the_ways(person, part).filter(pk=case.pk).exists()
            }
            used |= set(leading)
    assert used >= {Way.BODY, Way.TAKES_PART, Way.CALLED, Way.VOTES, Way.GRANT, Way.OWN}


def test_an_emergency_opens_by_the_hour_though_its_sql_is_older(supervision):
    supervision.goes_to("propose")
    secretary = supervision.who("bithuxa")
    secretary.account = get_user_model().objects.create_user("bithuxa")
    secretary.save()
    assert ways_into(supervision.case, secretary, TODAY) == []

    emergency.open_in_emergency(
        supervision.case.reference, by=secretary, purpose="tra_loi", reason="Tỉnh ủy hỏi gấp.",
        today=TODAY,
    )  # fmt: skip

    assert ways_into(supervision.case, secretary, TODAY) == [Way.BREAK_GLASS]
    assert set(visible_to(secretary, TODAY)) == set(by_the_ways(secretary)) == {supervision.case}


@campaign.only
def test_a_page_of_files_forth_or_back_narrowed_or_searched_is_what_the_ways_open(discipline):
    last = Case.objects.latest("pk").pk
    searched = [
        None, find_cases(Case.objects.all(), "thu"), Case.objects.filter(procedure="P5.CB")
    ]  # fmt: skip
    pages = 0
    for person, narrow, among in product(
        people(discipline), (matters, meetings, QuerySet.all), searched
    ):
        open_ones = narrow(by_the_ways(person)).order_by("-pk")
        if among is not None:
            open_ones = open_ones.filter(pk__in=among.values("pk"))
        older = open_ones.filter(pk__lt=last)

        back = newest(person, TODAY, narrow, among, Place(0, back=True), 50)
        forth = newest(person, TODAY, narrow, among, Place(last), 50)

        assert list(back.rows) == list(open_ones)
        assert list(forth.rows) == list(older or open_ones)  # an empty page becomes the last one
        pages += bool(open_ones)
    assert pages > 20


def test_everybody_opens_the_papers_of_the_parts_they_read(discipline):
    opened = 0
    for person in people(discipline):
        expected = {one for one in RecordPaper.objects.all() if may_open(person, one)}
        assert set(papers_for(person, TODAY)) == expected, person
        opened += len(expected)
    assert opened > 10


def may_open(person: Person, held: RecordPaper) -> bool:
    """The rule of papers, told once more without SQL but for what each part of it is about."""
    parts = parts_of(held.case, person, TODAY)
    about = Subject.objects.filter(person=person, superseded_by=None)
    if (
        held.record.step == "end_session"
        and about.filter(case__on_agendas__meeting=held.case).exists()
    ):
        return False
    if about.filter(case=held.case).exists():
        meant = RecordPaper.objects.filter(meant_for_the_subject(), pk=held.pk).exists()
        return Part.HEADER in parts and meant
    signed = held.paper.number is not None or held.paper.state == "da_ky"
    return Part.EVIDENCE in parts or (signed and Part.SIGNED in parts)
