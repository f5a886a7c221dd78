"""Pages of work and of files: put together they are everything a person has, once and in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import worklist
from cases.models import Case, Participant, StepRecord, Subject, TeamSeat, WorkRow
from cases.newest import newest
from cases.paging import Place
from cases.queries import matters, visible_to, work_for
from cases.worklist import Asked, Kind, Offices, kind_of
from permissions.roles import Role
from registry.models import Post
from tests.campaign import WHOLE
from tests.cases.supervision import TODAY, lay_province
from workflows import catalogue

PROCEDURES = ("P1.TX", "P1.CD", "P3.DV", "P5.CB", "P5.DV", "HN")
STEPS = ("open", "decide", "draft_decide", "number_paper", "add_evidence", "announce")

#: One file: what it is, who takes part, until when, and the work that waits in it.
WORK = st.tuples(
    st.sampled_from(STEPS), st.sampled_from(list(Role)), st.integers(0, 30), st.booleans()
)
FILES = st.lists(
    st.fixed_dictionaries(
        {
            "procedure": st.sampled_from(PROCEDURES),
            "body": st.integers(0, 30),
            "due": st.none() | st.integers(-3, 12),
            "work": st.lists(WORK, max_size=4),
            "seat": st.none() | st.integers(0, 30),
            "takes_part": st.none() | st.integers(0, 30),
            "about": st.none() | st.integers(0, 30),
            "told": st.booleans(),
        }
    ),
    max_size=14,
)
SLOWLY = settings(
    max_examples=30 if WHOLE else 12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def province(db) -> SimpleNamespace:
    """A province with its people in their posts; files are laid into it and taken out again."""
    found = lay_province()
    people = sorted(found.people.values(), key=lambda one: one.pk)
    return SimpleNamespace(people=people, bodies=sorted(found.bodies.values(), key=lambda b: b.pk))


@contextmanager
def laid(province: SimpleNamespace, files: list[dict[str, Any]]) -> Iterator[None]:
    """Lay files for as long as an example lasts."""
    with transaction.atomic():
        lay(province, files)
        yield
        transaction.set_rollback(True)


def lay(province: SimpleNamespace, files: list[dict[str, Any]]) -> None:
    """Lay files as rows alone; the transaction ends before its walls would ask for their histories."""
    people, bodies = province.people, province.bodies
    for number, file in enumerate(files):
        case = Case.objects.create(
            reference=f"T-{number}", procedure=file["procedure"], title=f"Hồ sơ {number}",
            body=bodies[file["body"] % len(bodies)], stage="x", opened_on=TODAY, moved_on=TODAY,
        )  # fmt: skip
        due = None if file["due"] is None else TODAY + timedelta(days=file["due"])
        known = catalogue.get(file["procedure"]).steps
        for step, role, whose, seat in (work for work in file["work"] if work[0] in known):
            body, person = bodies[whose % len(bodies)], people[whose % len(people)]
            WorkRow.objects.create(
                case=case, step=step, role=role, since=TODAY, due=due,
                body=None if seat else body, person=person if seat else None,
            )  # fmt: skip
        if file["seat"] is not None:
            TeamSeat.objects.create(case=case, person=people[file["seat"] % len(people)], role="x")
        if file["takes_part"] is not None:
            body = bodies[file["takes_part"] % len(bodies)]
            Participant.objects.create(case=case, body=body)
        if file["about"] is not None:
            record = _record(case, people[0], "open" if file["told"] else "decide")
            person = people[file["about"] % len(people)]
            Subject.objects.create(case=case, number=1, laid_by=record, person=person)


def _record(case: Case, actor: Any, step: str) -> StepRecord:
    return StepRecord.objects.create(
        case=case, sequence=1, content="", hash="0" * 64, recorded_at=timezone.now(), step=step,
        from_stage="", to_stage="x", moves=True, actor=actor, body=case.body, acted_on=TODAY,
        inputs={}, salts={}, hits=[], facts_id="0", standing_id="0", edition_id="0",
        key=case.reference, request="",
    )  # fmt: skip


def forth_and_back(page: Any, key: Any) -> list[Any]:
    """Read every page to the last, then back to the first: the same pages, or the test fails."""
    leaves = [page(Place())]
    assert not leaves[0].before
    while leaves[-1].after:
        leaves.append(page(Place(key(leaves[-1].rows[-1]))))
        assert leaves[-1].rows, "a page promised and empty"
        assert leaves[-1].before
    for earlier, later in reversed(list(pairwise(leaves))):
        again = page(Place(key(later.rows[0]), back=True))
        assert [key(row) for row in again.rows] == [key(row) for row in earlier.rows]
        assert again.before == earlier.before
        assert again.after
    return [row for leaf in leaves for row in leaf.rows]


def due_then_number(row: WorkRow) -> tuple[date, int]:
    return (row.due or date.max, row.case_id)


def asks_for(row: WorkRow, kind: Kind) -> bool:
    return kind is Kind.ALL or kind_of(row) == kind


@SLOWLY
@given(FILES, st.integers(0, 99), st.sampled_from(list(Kind)), st.integers(1, 4))
def test_the_pages_of_work_are_all_that_waits_once_and_by_the_day(province, files, who, kind, size):
    person = province.people[who % len(province.people)]
    with laid(province, files):
        offices = Offices.of(person, TODAY)
        waits = [row for row in work_for(person, TODAY) if asks_for(row, kind)]

        found = forth_and_back(
            lambda place: worklist.page_of(offices, Asked(kind), place, size), lambda one: one.key
        )

        assert [one.key for one in found] == sorted({due_then_number(row) for row in waits})
        assert {one.row.pk for one in found} <= {row.pk for row in waits}
        assert all(due_then_number(one.row) == one.key for one in found)
        assert worklist.count(offices, [Asked(kind)]) == [len(found)]


@SLOWLY
@given(FILES, st.integers(0, 99))
def test_what_is_late_and_what_is_soon_is_told_by_the_day(province, files, who):
    person = province.people[who % len(province.people)]
    with laid(province, files):
        days = {due_then_number(row) for row in work_for(person, TODAY)}
        week = TODAY + timedelta(days=7)

        found = worklist.count(
            Offices.of(person, TODAY), [worklist.late(TODAY), worklist.soon(TODAY, 7)]
        )

        assert found == [
            sum(due < TODAY for due, _case in days),
            sum(TODAY <= due <= week for due, _case in days),
        ]


@SLOWLY
@given(FILES, st.integers(0, 99), st.booleans(), st.integers(1, 4))
def test_the_pages_of_files_are_all_a_person_may_open_once_and_the_newest_first(
    province, files, who, without_meetings, size
):
    person = province.people[who % len(province.people)]
    narrow = matters if without_meetings else lambda cases: cases
    with laid(province, files):
        found = forth_and_back(
            lambda place: newest(person, TODAY, narrow, None, place, size), lambda case: case.pk
        )

        assert found == list(narrow(visible_to(person, TODAY)).order_by("-pk"))


class TestALongList:
    """The chair's commune with forty files, of which each waits for her signature by two roads."""

    @pytest.fixture
    def chair(self, province):
        post = Post.objects.filter(position="chu_nhiem", body__kind="ubkt", last_day=None).earliest(
            "pk"
        )
        self.offices = Offices.of(post.person, TODAY)
        with laid(province, []):
            self.lay_more(post, 40)
            yield post

    def lay_more(self, post: Post, many: int) -> None:
        first = Case.objects.count()
        for number in range(first, first + many):
            case = Case.objects.create(
                reference=f"T-{number}", procedure="P1.CD", title="x", body=post.body, stage="x",
                opened_on=TODAY, moved_on=TODAY,
            )  # fmt: skip
            for step, person in (("draft_decide", None), ("decide", None), ("decide", post.person)):
                WorkRow.objects.create(
                    case=case, step=step, role="chu_nhiem", since=TODAY, due=TODAY,
                    body=None if person else post.body, person=person,
                )  # fmt: skip

    def page(self, place: Place) -> Any:
        return worklist.page_of(self.offices, Asked(), place, 25)

    def test_a_file_that_waits_twice_stands_once_and_the_signature_comes_first(self, chair):
        rows = self.page(Place()).rows

        assert len({one.row.case_id for one in rows}) == 25
        assert {one.row.step for one in rows} == {"decide"}

    def test_nothing_waits_for_the_chair_in_a_file_about_her(self, chair):
        (first, *_) = self.page(Place()).rows
        record = _record(first.row.case, chair.person, "open")
        Subject.objects.create(case=first.row.case, number=1, laid_by=record, person=chair.person)

        assert first.key not in [one.key for one in self.page(Place()).rows]
        assert worklist.count(self.offices, [Asked()]) == [39]

    def test_counting_stops_at_many(self, chair):
        self.lay_more(chair, 80)

        assert worklist.count(self.offices, [Asked(), Asked(Kind.NUMBER)]) == [worklist.MANY, 0]

    def test_a_page_whose_rows_are_done_meanwhile_becomes_the_last_one(self, chair):
        rows = self.page(Place()).rows
        WorkRow.objects.filter(case__gt=rows[-1].row.case_id).delete()

        found = self.page(Place(rows[-1].key))

        assert [one.key for one in found.rows] == [one.key for one in rows]
        assert not found.after

    def test_going_back_where_less_than_a_page_is_left_begins_at_the_first(self, chair):
        second = self.page(Place(self.page(Place()).rows[-1].key))
        WorkRow.objects.filter(case__lt=self.page(Place()).rows[3].row.case_id).delete()

        found = self.page(Place(second.rows[0].key, back=True))

        assert len(found.rows) == 25
        assert not found.before

    @pytest.mark.parametrize("more", [0, 30])
    def test_a_page_takes_as_many_statements_however_many_rows_wait(self, chair, more):
        self.lay_more(chair, more)

        with CaptureQueriesContext(
            connection,
        ) as work:
            offices = Offices.of(chair.person, TODAY)
            worklist.page_of(offices, Asked(), Place(), 25)
            worklist.count(offices, [Asked(), Asked(Kind.SIGN)])
        with CaptureQueriesContext(connection) as files:
            newest(chair.person, TODAY, matters, None, Place(), 25)

        assert (len(work), len(files)) == (4, 1)
