"""Letting one more person read a file, and taking it back: who may, whom, for how long; and never to act."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model

from cases import exceptions, services
from cases.exceptions import ExceptionRefused
from cases.models import Case, StepRecord
from cases.queries import visible_to
from cases.refused import StepRefused
from cases.who_reads import who_reads
from desk.gathering.exceptions import readers_and_grants
from permissions.exceptions import PersonalGrant
from permissions.ways import Part
from registry.models import Kinship, Membership, Person, Post
from tests.cases.supervision import TODAY, ago
from workflows import catalogue


@pytest.fixture
def matter(supervision):
    """A supervision of the cell thon1 whose plan is decided, and people who can sign in."""
    supervision.goes_to("decide")
    for short in ("bithu", "bithu2", "thon2a", "dangvien", "phobithuxa"):
        person = supervision.who(short)
        person.account = get_user_model().objects.create_user(short)
        person.save()
    return supervision


def lets_in(matter, to: str = "thon2a", by: str = "chunhiem", **said) -> PersonalGrant:
    told = {
        "reason": "Giúp đối chiếu sổ chi bộ.", "first_day": TODAY, "last_day": TODAY + timedelta(days=9),
        "today": TODAY,
    }  # fmt: skip
    return exceptions.give(matter.case, by=matter.who(by), to=matter.who(to), **{**told, **said})


def sees(person: Person, case: Case, on=TODAY) -> bool:
    return visible_to(person, on).filter(pk=case.pk).exists()


def refused(matter, *words: str, **said) -> None:
    with pytest.raises(ExceptionRefused) as caught:
        lets_in(matter, **said)
    texts = " ".join(f"{one.rule} {one.text}" for one in caught.value.reasons)
    for word in words:
        assert word in texts
    assert not PersonalGrant.objects.exists()


def test_whoever_is_let_in_reads_the_file_on_those_days_and_no_other_file(matter):
    reader = matter.who("thon2a")
    assert not sees(reader, matter.case)

    grant = lets_in(matter)

    assert list(visible_to(reader, TODAY)) == [matter.case]
    assert sees(reader, matter.case, grant.last_day)
    assert not sees(reader, matter.case, grant.last_day + timedelta(days=1))
    assert not sees(reader, matter.case, ago(1))


def test_taken_back_it_opens_nothing_and_stays_in_the_list(matter):
    grant = lets_in(matter)

    exceptions.end(grant, matter.case, by=matter.who("phochunhiem"), why="Xong việc.", today=TODAY)

    assert not sees(matter.who("thon2a"), matter.case)
    assert [one.ended_why for one in exceptions.exceptions_on(matter.case)] == ["Xong việc."]


def test_it_is_taken_back_once_with_a_reason_by_whoever_may_give(matter):
    grant = lets_in(matter)
    for by, why, word in (
        ("canbo", "Thôi.", "Chỉ người đứng đầu"),
        ("chunhiem", " ", "Chưa nêu lý do"),
    ):
        with pytest.raises(ExceptionRefused, match=word):
            exceptions.end(grant, matter.case, by=matter.who(by), why=why, today=TODAY)
    exceptions.end(grant, matter.case, by=matter.who("chunhiem"), why="Xong.", today=TODAY)

    with pytest.raises(ExceptionRefused, match="đã chấm dứt từ trước"):
        exceptions.end(grant, matter.case, by=matter.who("chunhiem"), why="Xong.", today=TODAY)


@pytest.mark.parametrize("by", ["canbo", "uyvien", "vanthu", "giamsat", "phobithuxa", "bithu2"])
def test_only_who_leads_the_body_that_handles_the_file_lets_others_in(matter, by):
    refused(matter, "exception.giver", by=by)


def test_nobody_of_the_organisation_concerned_is_let_in(matter):
    newcomer = matter.who("dangvien")
    Membership.objects.filter(person=newcomer).delete()
    Membership.objects.create(
        person=newcomer, cell=matter.province.organisations["thon1"], status="chinh_thuc",
        first_day=ago(10),
    )  # fmt: skip

    refused(matter, "input.person", "thuộc tổ chức đảng là đối tượng", to="bithu")
    refused(matter, "input.person", "thuộc tổ chức đảng là đối tượng", to="dangvien")


def test_neither_is_the_subject_and_a_giver_who_is_the_subject_decides_nothing(matter):
    people = matter.province.people
    Post.objects.create(
        person=people["thon2b"], body=matter.province.bodies["ubkt"], position="pho_chu_nhiem",
        first_day=ago(100),
    )  # fmt: skip
    about_her = services.open_case(
        "P5.DV", body=matter.province.bodies["ubkt"], subjects=[people["thon2b"]],
        actor=people["canbo"], acted_on=TODAY, today=TODAY,
        inputs={
            "route": "tu_phat_hien", "theme": "việc kê khai", "violation": "Kê khai không đúng.",
            "proposing": [matter.province.bodies["chi_bo_thon2"].pk],
            "deciding": matter.province.bodies["btv"].pk,
        },
    )  # fmt: skip
    account = get_user_model().objects.create_user("thon2b")
    Person.objects.filter(pk=people["thon2b"].pk).update(account=account)
    people["thon2b"].refresh_from_db()
    told = {"reason": "Mẫu.", "first_day": TODAY, "last_day": TODAY, "today": TODAY}

    for by, to in (("chunhiem", "thon2b"), ("thon2b", "thon2a")):
        with pytest.raises(ExceptionRefused, match="là đối tượng trong hồ sơ này"):
            exceptions.give(about_her, by=people[by], to=people[to], **told)


def test_every_fault_is_named_at_once_at_its_field(matter):
    matter.who("thon2c")  # has no account
    refused(
        matter, "input.person", "chưa có tài khoản", "input.reason", "input.first_day", "Không cho phép lùi",
        "input.last_day", "không quá 90 ngày", to="thon2c", reason=" ", first_day=ago(1),
        last_day=TODAY + timedelta(days=90),
    )  # fmt: skip
    refused(matter, "đã xem được hồ sơ này", to="phochunhiem")


def test_a_second_row_for_the_same_days_is_refused_and_one_for_later_days_is_not(matter):
    first = lets_in(matter, first_day=TODAY + timedelta(days=2))

    with pytest.raises(ExceptionRefused, match="đã được cho phép từ 22/11/2026"):
        lets_in(matter)

    later = first.last_day + timedelta(days=1)
    assert lets_in(matter, first_day=later, last_day=later)


@pytest.mark.parametrize("who", ["thon2a", "phobithuxa"])
def test_whoever_is_let_in_takes_no_step_of_any_kind(matter, who):
    lets_in(matter, to=who)
    before = StepRecord.objects.count()

    for step in catalogue.get(matter.case.procedure).steps:
        with pytest.raises(StepRefused) as caught:
            matter.take(step, by=who)
        assert "permission" in {reason.rule for reason in caught.value.reasons}, step

    assert StepRecord.objects.count() == before


def test_an_administrator_is_nobody_to_guardian_too(matter):
    account = get_user_model().objects.create_superuser("quantri", password="mat-khau-quan-tri")
    person = Person.objects.create(full_name="Quản Trị Mẫu", account=account)

    assert not visible_to(person, TODAY).exists()


class TestAConflictThatAroseSince:
    """An exception given to whoever was free of the matter opens nothing once they are not."""

    @pytest.fixture
    def of_a_member(self, supervision):
        """A continuous supervision of one member, which somebody outside was let read."""
        case = services.open_case(
            "P5.CB", body=supervision.province.bodies["chi_bo_thon2"],
            subjects=[supervision.who("thon2b")], actor=supervision.who("bithu2"), acted_on=TODAY,
            inputs={"route": "tu_phat_hien", "theme": "việc mẫu", "violation": "Việc mẫu."}, today=TODAY,
        )  # fmt: skip
        reader = supervision.who("dangvien")
        reader.account = get_user_model().objects.create_user("dangvien")
        reader.save()
        exceptions.give(
            case, by=supervision.who("bithu2"), to=reader, reason="Đối chiếu sổ.", first_day=TODAY,
            last_day=TODAY + timedelta(days=9), today=TODAY,
        )  # fmt: skip
        return case, reader, supervision.who("thon2b")

    @pytest.mark.parametrize("declared_by_the_reader", [True, False])
    def test_declared_kin_of_the_subject_the_reader_finds_the_file_no_more(
        self, of_a_member, declared_by_the_reader
    ):
        case, reader, subject = of_a_member
        assert sees(reader, case)
        pair = (reader, subject) if declared_by_the_reader else (subject, reader)

        Kinship.objects.create(
            person=pair[0], relative=pair[1], relation="em ruột", document="Bản kê khai"
        )

        assert not sees(reader, case)
        assert not visible_to(reader, TODAY, Part.EVIDENCE).exists()
        assert reader.pk not in {one.person.pk for one in who_reads(case, TODAY)}

    def test_kin_of_somebody_else_changes_nothing(self, of_a_member, supervision):
        case, reader, _subject = of_a_member

        Kinship.objects.create(
            person=reader, relative=supervision.who("thon2a"), relation="vợ", document="Bản kê khai"
        )

        assert sees(reader, case)
        assert reader.pk in {one.person.pk for one in who_reads(case, TODAY)}

    def test_the_page_of_readers_says_that_the_exception_opens_nothing(self, of_a_member):
        case, reader, subject = of_a_member
        assert [str(row.state.text) for row in _exceptions(case)] == ["Đang xem được"]

        Kinship.objects.create(
            person=reader, relative=subject, relation="em ruột", document="Bản kê khai"
        )

        (row,) = _exceptions(case)
        assert row.state.text == "Không còn mở: có xung đột lợi ích"


def _exceptions(case):
    """The exceptions as the page of readers tells them."""
    return readers_and_grants(case, TODAY, may_end=False)[1]
