"""Who sees what of a discipline and of the meetings that vote on it, day by day and step by step."""

import pytest

from cases.models import Case
from cases.queries import papers_for, visible_to
from registry.models import Membership, Person, Post
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, ago


@pytest.fixture
def discipline(db) -> Discipline:
    return Discipline()


def sees(person: Person, case: Case) -> bool:
    return visible_to(person, TODAY).filter(pk=case.pk).exists()


@pytest.mark.parametrize("short", ["xuong1", "xuong2", "hoa_bt", "hoa_pbt", "ky", "nghe", "van"])
def test_who_leads_or_writes_for_a_body_that_takes_part_sees_the_matter(discipline, short):
    assert sees(discipline.who(short), discipline.case)


@pytest.mark.parametrize("short", ["xuong3", "hoa1", "btv1"])
def test_plain_members_of_a_body_that_takes_part_do_not(discipline, short):
    assert not sees(discipline.who(short), discipline.case)


def test_a_leader_whose_post_has_ended_sees_nothing_more(discipline):
    Post.objects.filter(person=discipline.who("hoa_bt")).update(last_day=ago(1))

    assert not sees(discipline.who("hoa_bt"), discipline.case)


class TestAVoter:
    """An official member of the cell that meets, who holds no office."""

    def test_sees_the_meeting_from_its_call_but_the_matter_only_when_invited(self, discipline):
        voter, meeting = discipline.who("xuong3"), discipline.meeting()
        discipline.lists(meeting)

        assert sees(voter, meeting)
        assert not sees(voter, discipline.case)

        discipline.invites(meeting)

        assert sees(voter, discipline.case)

    def test_who_got_no_invitation_sees_the_matter_once_the_meeting_is_open(self, discipline):
        voter, meeting = discipline.who("xuong3"), discipline.meeting()
        discipline.lists(meeting)

        discipline.opens(meeting)

        assert sees(voter, discipline.case)

    def test_sees_the_matter_no_more_when_the_meeting_has_ended_but_still_the_meeting(
        self, discipline
    ):
        voter, meeting = discipline.who("xuong3"), discipline.meeting()
        discipline.lists(meeting)
        discipline.invites(meeting)
        discipline.opens(meeting)

        discipline.ends(meeting)

        assert not sees(voter, discipline.case)
        assert sees(voter, meeting)

    def test_sees_no_matter_of_a_meeting_that_was_called_off(self, discipline):
        voter, meeting = discipline.who("xuong3"), discipline.meeting()
        discipline.lists(meeting)
        discipline.invites(meeting)

        discipline.take(meeting, "cancel", "xuong1", reason="Bão lớn.")

        assert not sees(voter, discipline.case)

    def test_sees_no_matter_that_was_taken_off_the_agenda(self, discipline):
        voter, meeting = discipline.who("xuong3"), discipline.meeting()
        discipline.lists(meeting)
        discipline.invites(meeting)

        discipline.take(meeting, "drop_item", "xuong1", item=2, reason="Chưa đủ hồ sơ.")

        assert not sees(voter, discipline.case)

    def test_sees_no_matter_whose_place_on_the_agenda_was_a_mistake(self, discipline):
        voter, meeting = discipline.who("xuong3"), discipline.meeting()
        discipline.lists(meeting)
        discipline.invites(meeting)

        wrong = {"record": 2, "what": "bo", "reason": "Đưa nhầm hồ sơ."}
        discipline.take(meeting, "ask_correction", "xuong1", **wrong)
        request = meeting.filerows.get(kind="xin_dinh_chinh").number
        discipline.take(
            meeting, "correct", "xuong2", request=request, result="dung", note="Giấy mời."
        )

        assert not sees(voter, discipline.case)

    def test_sees_no_other_matter_of_the_body(self, discipline):
        voter, meeting = discipline.who("xuong3"), discipline.meeting()
        other = discipline.open(
            "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong4")],
            route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
        )  # fmt: skip
        discipline.lists(meeting)
        discipline.invites(meeting)

        assert not sees(voter, other)


@pytest.fixture
def invited(discipline) -> Discipline:
    """The cell is invited to vote on the matter."""
    meeting = discipline.meeting()
    discipline.lists(meeting)
    discipline.invites(meeting)
    discipline.sitting = meeting
    return discipline


def test_a_probationary_member_is_no_voter(invited):
    newcomer = Person.objects.create(full_name="Nông Thị Mẫu Mới")
    Membership.objects.create(
        person=newcomer, cell=invited.province.organisations["xuong"], first_day=ago(100),
        status=Membership.Status.PROBATIONARY,
    )  # fmt: skip

    assert not sees(newcomer, invited.case)
    assert not sees(newcomer, invited.sitting)


def test_a_member_of_another_cell_or_one_who_has_moved_is_no_voter(invited):
    Membership.objects.filter(person=invited.who("xuong5")).update(last_day=ago(1))

    for short in ("doai1", "xuong5"):
        assert not sees(invited.who(short), invited.case)
        assert not sees(invited.who(short), invited.sitting)


def test_a_member_of_the_committee_that_meets_is_a_voter_and_others_are_not(discipline):
    meeting = discipline.meeting("dang_uy_hoa", by="hoa_bt")
    discipline.lists(meeting, by="hoa_bt")
    discipline.invites(meeting, drafter="hoa_pbt", signer="hoa_bt")

    assert sees(discipline.who("hoa1"), discipline.case)
    assert not sees(discipline.who("xuong3"), discipline.case)
    assert not sees(discipline.who("btv1"), discipline.case)


def test_the_subject_sees_his_matter_when_told_and_never_as_a_voter(invited):
    subject = invited.who("thu")

    assert sees(subject, invited.sitting)
    assert not sees(subject, invited.case)

    invited.is_told()

    assert sees(subject, invited.case)


def test_the_subject_of_a_cells_discipline_is_told_by_its_plan(discipline):
    subject = discipline.who("xuong4")
    case = discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[subject], route="tu_phat_hien",
        theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    discipline.take(
        case, "draft_plan", "xuong2", theme="việc mẫu", tasks="Hứa Văn Mẫu Trưởng: chủ trì",
        schedule="Ngày mai: họp", outline="Diễn biến.",
    )  # fmt: skip
    assert not sees(subject, case)

    discipline.take(case, "plan", "xuong1")

    assert sees(subject, case)


def test_the_minutes_of_a_meeting_are_not_for_a_subject_who_has_not_been_told(invited):
    invited.opens(invited.sitting)
    invited.ends(invited.sitting)
    minutes = invited.sitting.papers.get(paper__kind="BB-05.HN")

    assert papers_for(invited.who("xuong3"), TODAY).contains(minutes)
    assert not papers_for(invited.who("thu"), TODAY).contains(minutes)
