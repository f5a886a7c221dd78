"""Mở khẩn cấp: from above, for some hours, for reading only, told at once, and telling nothing otherwise."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from cases import emergency
from cases.emergency import AlreadyOpen, open_in_emergency
from cases.exceptions import ExceptionRefused
from cases.models import Case, StepRecord
from cases.queries import parts_of, visible_to
from cases.refused import StepRefused
from permissions.exceptions import PersonalGrant, granted
from permissions.notices import Notice, notices_for
from permissions.ways import Part
from registry.models import Kinship, Person, Post
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, ago
from workflows import catalogue


@pytest.fixture
def matter(supervision):
    """A supervision that the committee's inspectors conduct; the secretary of the committee can sign in."""
    supervision.goes_to("propose")  # not yet reported to the committee
    for short in ("bithuxa", "uyvienbtv", "bithu", "bithu2"):
        person = supervision.who(short)
        person.account = get_user_model().objects.create_user(short)
        person.save()
    return supervision


def opens(matter, by: str = "bithuxa", reference: str = "", **said) -> PersonalGrant:
    told = {"purpose": "tra_loi", "reason": "Tỉnh ủy hỏi gấp.", "today": TODAY}
    return open_in_emergency(
        reference or matter.case.reference, by=matter.who(by), **{**told, **said}
    )


def sees(person: Person, case: Case) -> bool:
    """Whether the evidence is open to them; what was reported to a leader is not all there is."""
    return visible_to(person, TODAY, Part.EVIDENCE).filter(pk=case.pk).exists()


def refusal(matter, **said) -> str:
    with pytest.raises(ExceptionRefused) as caught:
        opens(matter, **said)
    return str([one.as_json() for one in caught.value.reasons])


def test_a_leader_of_the_committee_reads_the_file_of_its_inspectors_for_some_hours(matter):
    secretary = matter.who("bithuxa")
    assert not sees(secretary, matter.case)

    opened = opens(matter)

    assert sees(secretary, matter.case)
    assert opened.until - opened.given_at == timedelta(hours=4)
    assert granted(secretary, TODAY, opened.until - timedelta(seconds=1)).exists()
    assert not granted(secretary, TODAY, opened.until).exists()


def test_who_was_told_by_a_report_opens_what_lies_in_the_file_and_not_only_its_summary(matter):
    matter.goes_to("decide")
    secretary = matter.who("bithuxa")
    assert parts_of(matter.case, secretary, TODAY) == {Part.HEADER, Part.SIGNED}

    opens(matter)

    assert Part.EVIDENCE in parts_of(matter.case, secretary, TODAY)


def test_when_the_hours_are_over_the_file_is_closed_again(matter, settings):
    settings.EMERGENCY_SPAN = timedelta(0)

    opens(matter)

    assert not sees(matter.who("bithuxa"), matter.case)


def test_the_chair_of_the_body_and_its_auditor_are_told_at_once_who_and_why(matter):
    opens(matter)

    for short in ("chunhiem", "giamsat"):
        (told,) = notices_for(matter.who(short), TODAY)
        assert "Nguyễn Thị Thử Thư" in told.text
        assert "Tỉnh ủy hỏi gấp." in told.text
        assert "Trả lời cấp trên" in told.text
        assert matter.case.reference in told.title
    assert Notice.objects.count() == 2


def test_while_nobody_is_chair_the_deputies_are_told(matter):
    Post.objects.filter(person=matter.who("chunhiem")).update(last_day=ago(1))

    opens(matter)

    assert notices_for(matter.who("phochunhiem"), TODAY).exists()


def test_of_a_file_of_a_cell_its_secretary_and_the_auditor_above_are_told(db):
    told = Discipline()
    case = told.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[told.who("xuong4")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    opener = told.who("hoa_bt")
    opener.account = get_user_model().objects.create_user("hoa_bt")
    opener.save()

    open_in_emergency(case.reference, by=opener, purpose="bao_ve", reason="Mẫu.", today=TODAY)

    assert notices_for(told.who("xuong1"), TODAY).get().link
    assert (
        not notices_for(told.who("soat"), TODAY).get().link
    )  # the file itself is not theirs to read


@pytest.mark.parametrize("by", ["uyvienbtv", "bithu", "bithu2", "thon2a"])
def test_others_are_answered_exactly_as_if_there_were_no_such_file(matter, by):
    assert refusal(matter, by=by) == refusal(matter, by=by, reference="GS-1999-9999")
    assert refusal(matter, by=by) == refusal(matter, by="bithuxa", reference="GS-1999-9999")
    assert not PersonalGrant.objects.exists()
    assert not Notice.objects.exists()


def test_a_form_that_is_not_whole_tells_nothing_about_the_reference_either(matter):
    for gap in ({"reason": " "}, {"purpose": "tò mò"}):
        assert refusal(matter, **gap) == refusal(matter, reference="GS-1999-9999", **gap)


def test_a_post_that_ended_opens_nothing(matter):
    Post.objects.filter(person=matter.who("bithuxa")).update(last_day=ago(1))

    assert "input.reference" in refusal(matter)
    assert not emergency.may_open_some(matter.who("bithuxa"), TODAY)


def test_nobody_opens_a_file_about_his_own_organisation(matter):
    Post.objects.create(
        person=matter.who("bithuxa"), body=matter.province.bodies["chi_bo_thon1"], position="uy_vien",
        first_day=ago(10),
    )  # fmt: skip

    assert refusal(matter) == refusal(matter, reference="GS-1999-9999")


def test_a_relative_of_the_member_it_is_about_opens_nothing(db):
    discipline = Discipline()
    leader, member = discipline.who("ky"), discipline.who("xuong4")
    leader.account = get_user_model().objects.create_user("ky")
    leader.save()
    case = discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[member], route="tu_phat_hien", theme="việc mẫu",
        violation="Việc mẫu.",
    )  # fmt: skip
    said = {"by": leader, "purpose": "tra_loi", "reason": "Tỉnh ủy hỏi gấp.", "today": TODAY}
    Kinship.objects.create(
        person=member, relative=leader, relation="con rể", document="Bản kê khai (mẫu)"
    )

    with pytest.raises(ExceptionRefused) as caught:
        open_in_emergency(case.reference, **said)
    with pytest.raises(ExceptionRefused) as unknown:
        open_in_emergency("KL-1999-9999", **said)

    assert caught.value.reasons == unknown.value.reasons


def test_whoever_reads_the_file_anyway_is_led_to_it_and_nobody_is_alarmed(matter):
    with pytest.raises(AlreadyOpen):
        opens(matter, by="chunhiem")
    opens(matter)
    with pytest.raises(AlreadyOpen):
        opens(matter)

    assert PersonalGrant.objects.count() == 1


def test_reading_is_all_it_opens_every_step_stays_refused(matter):
    opens(matter)
    before = StepRecord.objects.count()

    for step in catalogue.get(matter.case.procedure).steps:
        with pytest.raises(StepRefused) as caught:
            matter.take(step, by="bithuxa")
        assert "permission" in {reason.rule for reason in caught.value.reasons}, step

    assert StepRecord.objects.count() == before
    assert Case.objects.get(pk=matter.case.pk).records == matter.case.history.count()


def test_the_moment_counts_not_the_day_the_site_stands_on(matter):
    opened = opens(matter)

    assert opened.until > timezone.now()
    assert opened.first_day == TODAY
