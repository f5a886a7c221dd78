"""Who leads the subject's own organisation reads what was decided, once it was made known, and nothing else."""

from datetime import timedelta

import pytest

from cases.models import Case
from cases.newest import newest
from cases.paging import Place
from cases.queries import matters, papers_for, parts_of, visible_to, ways_into
from cases.readers import ways
from cases.who_reads import who_reads
from documents.printing import print_pending
from permissions.ways import Way
from registry.models import Membership, Person, Post
from tests.cases.discipline import SERVED, World, level_by_level
from tests.cases.supervision import TODAY, Supervision, ago, lay_province

OUTER = {"dau_muc", "da_cong_bo"}


def parts(case: Case, person: Person, day=TODAY) -> set[str]:
    return {part.value for part in parts_of(case, person, day)}


def agree(case: Case) -> set[int]:
    """Both sides name the same people; return them."""
    found = {one.person.pk for one in who_reads(case, TODAY) if one.way is Way.SERVED}
    asked = {
        person.pk
        for person in Person.objects.all()
        if Case.objects.filter(ways(person, TODAY)[Way.SERVED], pk=case.pk).exists()
    }
    assert found == asked
    return found


class TestAnOrganisation:
    """The commune's committee supervises a village cell."""

    @pytest.fixture
    def supervision(self, db) -> Supervision:
        return Supervision(lay_province()).goes_to("decide")

    def test_its_secretary_reads_nothing_before_it_was_told_and_then_the_outer_part(
        self, supervision
    ):
        secretary = supervision.who("bithu")
        assert parts(supervision.case, secretary) == agree(supervision.case) == set()

        supervision.goes_to("open")

        assert parts(supervision.case, secretary) == OUTER
        assert ways_into(supervision.case, secretary, TODAY) == [Way.SERVED]
        assert agree(supervision.case) == {secretary.pk}
        assert parts(supervision.case, supervision.who("bithu2")) == set()

    def test_the_papers_are_those_that_went_out_to_it_and_no_minutes_or_drafts(self, supervision):
        supervision.goes_to("draft_conclude")
        print_pending()
        secretary = supervision.who("bithu")

        seen = {one.paper.kind for one in papers_for(secretary, TODAY)}
        assert seen == {"QD-01", "KH-01"}

        supervision.goes_to("announce")
        print_pending()
        assert {one.paper.kind for one in papers_for(secretary, TODAY)} == {*seen, "TB-01"}

    def test_it_ends_with_the_office_and_begins_with_one_lent(self, supervision):
        supervision.goes_to("open")
        post = Post.objects.get(person=supervision.who("bithu"))
        acting = supervision.who("bithu2")
        post.delegations.create(
            to=acting, document="Phân công (mẫu)", kind="phu_trach", first_day=TODAY, last_day=TODAY
        )
        assert agree(supervision.case) == {post.person_id, acting.pk}

        Post.objects.filter(pk=post.pk).update(last_day=ago(1))

        assert agree(supervision.case) == set()

    def test_it_stands_in_the_list_of_files(self, supervision):
        supervision.goes_to("open")

        leaf = newest(supervision.who("bithu"), TODAY, matters, None, Place(), 10)

        assert supervision.case in leaf.rows


class TestAMember:
    """A member is disciplined by the standing committee; the decision is handed over."""

    @pytest.fixture
    def world(self, db) -> World:
        return World()

    def test_the_secretary_of_another_level_or_cell_reads_nothing_and_that_of_his_own_after_service(
        self, world
    ):
        newcomer = world.joins("moi", "xuong")
        body = world.bodies["chi_bo_xuong"]
        matter = level_by_level(world, until="decide")
        Post.objects.create(
            person=newcomer, body=_committee_of(body), position="bi_thu", first_day=SERVED
        )
        assert agree(matter.case) == set()

        matter.number(on=SERVED)
        matter.take("hand_over", by="nghe", on=SERVED)

        assert newcomer.pk in agree(matter.case)
        assert parts(matter.case, newcomer) == OUTER
        assert parts(matter.case, world.who("hieu")) == set()
        assert {one.paper.kind for one in papers_for(newcomer, TODAY).filter(case=matter.case)} == {
            "KH-01.KL",  # the plan is addressed to the member too
            "QD-04",
        }

    def test_it_is_the_cell_of_that_day_and_a_later_one_reads_nothing(self, world):
        matter = level_by_level(world, until="hand_over")
        moved = world.who("thu")
        Membership.objects.filter(person=moved).update(last_day=SERVED + timedelta(days=10))
        Membership.objects.create(
            person=moved, cell=world.province.organisations["truong"], status="chinh_thuc",
            first_day=SERVED + timedelta(days=11),
        )  # fmt: skip

        assert parts(matter.case, world.who("hieu")) == set()
        assert world.who("xuong1").pk in agree(matter.case)

    def test_a_secretary_reads_nothing_of_his_own_matter_by_it(self, world):
        """Who is himself the subject reads what is meant for the subject, by that way alone."""
        matter = level_by_level(world, until="hand_over")
        subject = world.who("thu")
        Post.objects.create(
            person=subject,
            body=world.bodies["chi_bo_xuong"],
            position="pho_bi_thu",
            first_day=SERVED,
        )

        assert ways_into(matter.case, subject, TODAY) == [Way.OWN]
        assert subject.pk not in agree(matter.case)


def _committee_of(cell):
    """The committee of the cell: its leaders take no part in the matter by the meeting's own office."""
    return type(cell).objects.create(
        organisation=cell.organisation, kind="chi_uy", name="Chi ủy Phân xưởng 2", symbol="CU",
        superior_line=cell.superior_line, issuing_line=cell.issuing_line, first_day=cell.first_day,
    )  # fmt: skip


def test_a_page_of_files_is_one_statement_for_whoever_reads_by_it_too(
    db, django_assert_num_queries
):
    supervision = Supervision(lay_province()).goes_to("open")
    for short in ("thon2a", "bithu"):
        person = supervision.who(short)
        with django_assert_num_queries(1):
            newest(person, TODAY, matters, None, Place(), 10)
        assert visible_to(person, TODAY).exists() is (short == "bithu")
