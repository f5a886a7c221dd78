"""Does anything stand against a member on a day: yes, no, or ask the committee, and each question is written down."""

from datetime import date, timedelta

import pytest

from cases.lapsing import lapse_what_has_run_out
from cases.obstacle_models import ObstacleQuery
from cases.obstacles import asking
from cases.obstacles.answering import answer
from cases.obstacles.open_matters import Kind, Open, open_about
from registry.models import Person, Post, VotingStatus
from registry.provinces import load
from tests.cases.complaints import reprimanded
from tests.cases.denunciations import DAY as DENOUNCED
from tests.cases.denunciations import taken_up, waiting_letter
from tests.cases.discipline import World
from tests.cases.inspections import DAY, opened
from tests.cases.letters import Letters

REWARD, BADGE, TRAVEL, POST = "khen_thuong", "huy_hieu", "di_nuoc_ngoai", "bo_nhiem"
YES, NO, ASK = "co", "khong", "hoi"
NOW = date(2026, 11, 20)
VOTED = date(2025, 7, 14)


@pytest.fixture
def world(db):
    return World()


def asked(person, purpose, day):
    return answer(purpose, day, open_about(person, day)).value


def every(person, day):
    return [asked(person, purpose, day) for purpose in (REWARD, BADGE, TRAVEL, POST)]


def test_while_an_inspection_on_signs_runs_the_committee_is_to_be_asked(world):
    person = world.who("thu")
    assert every(person, NOW) == [NO, NO, NO, NO]

    matter = opened(world)
    assert every(person, NOW) == [ASK, ASK, ASK, ASK]
    matter.goes("decide")

    assert every(person, NOW) == [ASK, ASK, ASK, ASK]  # no text that was read settles it
    assert every(person, DAY - timedelta(days=1)) == [NO, NO, NO, NO]
    assert every(world.who("hieu"), NOW) == [NO, NO, NO, NO]


def test_an_inspection_that_found_no_violation_leaves_nothing(world):
    matter = opened(world).goes()

    matter.does("find_no_violation", finding=1, grounds="Đủ giấy tờ.")
    matter.does("conclude")

    assert every(world.who("thu"), NOW) == [NO, NO, NO, NO]


def test_while_a_denunciation_is_unsettled_the_committee_is_to_be_asked(db):
    office = Letters(load("thu_ha", code="tc"))
    person = office.province.people["dangvien"]
    matter = taken_up(office, origin=waiting_letter(office))
    assert asked(person, REWARD, NOW) == ASK

    matter.goes("verify_sender", "propose", "decide")

    assert every(person, NOW) == [ASK, ASK, ASK, ASK]
    assert asked(person, REWARD, DENOUNCED - timedelta(days=30)) == NO


def test_a_reprimand_holds_back_as_long_as_the_law_of_its_day_says(world):
    matter = reprimanded(world, on=VOTED)
    person = matter.case.subjects.get().person

    assert every(person, VOTED - timedelta(days=14)) == [NO, NO, NO, NO]
    assert every(person, date(2026, 1, 14)) == [YES, YES, YES, YES]
    assert every(person, date(2026, 1, 15)) == [YES, NO, YES, YES]
    matter.take("close_window", by="hieu", on=date(2025, 9, 10))
    lapse_what_has_run_out(date(2026, 7, 15))
    assert every(person, date(2026, 7, 15)) == [NO, NO, NO, NO]
    assert every(person, date(2026, 7, 14)) == [YES, NO, YES, YES]


def test_who_is_prosecuted_is_not_sent_abroad(world):
    person = world.who("thu")
    VotingStatus.objects.create(
        person=person, status="khoi_to", first_day=date(2026, 8, 1), document="QĐ (mẫu)"
    )

    assert every(person, NOW) == [ASK, ASK, YES, ASK]


@pytest.mark.parametrize(
    ("form", "since", "on", "answers"),
    [
        ("canh_cao", date(2025, 8, 1), date(2026, 5, 1), [YES, YES, YES, YES]),
        ("canh_cao", date(2025, 8, 1), date(2026, 5, 2), [YES, NO, YES, YES]),
        ("cach_chuc", date(2025, 8, 1), date(2026, 8, 1), [YES, YES, YES, YES]),
        ("cach_chuc", date(2026, 5, 1), date(2026, 6, 1), [YES, ASK, YES, YES]),
        ("khien_trach", date(2026, 9, 1), date(2026, 10, 1), [ASK, ASK, YES, ASK]),
        ("khien_trach", date(2018, 5, 2), date(2019, 5, 2), [ASK, ASK, ASK, YES]),
        ("khien_trach", date(2018, 5, 2), date(2019, 5, 3), [ASK, ASK, ASK, NO]),
    ],
)
def test_each_wait_ends_by_its_own_row_and_silence_is_asked(form, since, on, answers):
    found = [Open(Kind.DISCIPLINED, form, since)]

    assert [answer(one, on, found) for one in (REWARD, BADGE, TRAVEL, POST)] == answers


def test_what_has_lapsed_and_no_row_speaks_of_holds_nothing_back():
    found = [Open(Kind.DISCIPLINED, "khien_trach", date(2018, 5, 2), lapsed=True)]

    assert {answer(one, NOW, found) for one in (REWARD, BADGE, TRAVEL, POST)} == {NO}


def test_every_question_is_written_down_and_an_auditor_reads_them(world):
    keeper = Post.objects.filter(body=world.bodies["btv_an"], position="bi_thu").first().person
    auditor = Person.objects.create(full_name="Mẫu Thị Soát")
    Post.objects.create(
        person=auditor, body=world.bodies["ubkt_an"], position="giam_sat_ho_so", first_day=date(2025, 7, 1)
    )  # fmt: skip
    opened(world).goes("decide")
    about = world.who("thu")
    assert about in asking.may_ask_about(keeper, NOW)
    assert keeper not in asking.may_ask_about(keeper, NOW)
    assert not asking.may_ask_about(world.who("soan"), NOW)

    said = {"on": NOW, "by": keeper, "today": NOW, "reason": "Khen thưởng năm 2026"}
    first = asking.ask(about, purpose=REWARD, **said)
    asking.ask(world.who("hieu"), purpose=REWARD, **said)

    assert (first.answer, first.unit, first.post.body) == (
        ASK,
        *_home(about),
        world.bodies["btv_an"],
    )
    log = asking.log_read_by(auditor, NOW)
    assert [(one.about, one.answer) for one in log] == [(world.who("hieu"), NO), (about, ASK)]
    assert asking.rates(log) == [(keeper.full_name, 2, 2)]
    assert not asking.log_read_by(keeper, NOW)
    assert "reference" not in {field.name for field in ObstacleQuery._meta.fields}


def _home(person):
    return [one.cell for one in person.memberships.filter(last_day=None)]
