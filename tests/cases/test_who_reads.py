"""Who may open a file, asked from the file, is who finds it when asked person by person."""

from collections import defaultdict
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model

from cases import emergency, exceptions, services
from cases.models import Case
from cases.readers import ways
from cases.who_reads import who_reads
from permissions.ways import Way
from registry.models import AreaAssignment, Delegation, PaperOnly, Person, Post
from tests import campaign
from tests.cases import walls
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY


@pytest.fixture
def discipline(db) -> Discipline:
    return Discipline()


def from_the_file(case: Case) -> set[tuple[Way, int]]:
    return {(one.way, one.person.pk) for one in who_reads(case, TODAY)}


def from_the_people() -> dict[int, set[tuple[Way, int]]]:
    """Who finds each file by which way, every file at once: asking file by file takes minutes."""
    found: dict[int, set[tuple[Way, int]]] = defaultdict(set)
    for person in Person.objects.all():
        for way, condition in ways(person, TODAY).items():
            for case in Case.objects.filter(condition).values_list("pk", flat=True):
                found[case].add((way, person.pk))
    return found


def both_agree() -> set[Way]:
    """Compare both sides for every file there is, and both walls; return the ways that were seen in use."""
    used = set()
    walls.agree([TODAY])
    of_people = from_the_people()
    for case in Case.objects.select_related("body"):
        found = from_the_file(case)
        assert found == of_people[case.pk], case
        used |= {way for way, _person in found}
    return used


def test_both_sides_agree_for_a_discipline_with_its_meeting(discipline):
    reader = discipline.who("doai1")
    reader.account = get_user_model().objects.create_user("doai1")
    reader.save()
    PaperOnly.objects.create(
        body=discipline.body("dang_uy_hoa"), entered_by=discipline.body("btv_an"),
        document="Quyết định (mẫu)", first_day=TODAY,
    )  # fmt: skip
    meeting = discipline.meeting()
    discipline.lists(meeting)
    discipline.invites(meeting)
    discipline.is_told()
    exceptions.give(
        discipline.case, by=discipline.who("chu"), to=reader, reason="Phục vụ thẩm tra.", first_day=TODAY,
        last_day=TODAY + timedelta(days=3), today=TODAY,
    )  # fmt: skip

    unused = {Way.TEAM, Way.ANSWERS, Way.REPORTED, Way.AREA, Way.SERVED, Way.BREAK_GLASS}
    assert both_agree() >= set(Way) - unused


@campaign.only
def test_both_sides_agree_for_a_matter_that_a_cell_reports_upwards(discipline):
    case = discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong4")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    discipline.take(
        case, "draft_plan", "xuong2", theme="việc mẫu", tasks="Hứa Văn Mẫu Trưởng: chủ trì",
        schedule="Ngày mai: họp", outline="Diễn biến.",
    )  # fmt: skip
    AreaAssignment.objects.create(
        person=discipline.who("hoa1"), body=discipline.body("dang_uy_hoa"), first_day=TODAY,
        unit=discipline.province.organisations["xuong"], document="Phân công (mẫu)",
    )  # fmt: skip
    assert both_agree() & {Way.REPORTED, Way.AREA} == set()

    discipline.take(case, "plan", "xuong1")  # its plan is reported to the committee above

    assert both_agree() >= {Way.REPORTED, Way.AREA}


def test_both_sides_agree_for_a_supervision_with_its_team(supervision):
    supervision.goes_to("decide")
    Delegation.objects.create(
        post=Post.objects.get(person=supervision.who("chunhiem")), to=supervision.who("dangvien"),
        kind="phu_trach", document="Quyết định phân công (mẫu)", first_day=TODAY, last_day=TODAY,
    )  # fmt: skip
    opener = supervision.who("bithuxa")
    opener.account = get_user_model().objects.create_user("bithuxa")
    opener.save()
    emergency.open_in_emergency(
        supervision.case.reference, by=opener, purpose="tra_loi", reason="Mẫu.", today=TODAY
    )

    assert both_agree() >= {Way.BODY, Way.TEAM, Way.BREAK_GLASS}


def test_both_sides_agree_for_a_matter_of_a_cell_whose_law_is_answered_from_above(supervision):
    bodies, people = supervision.province.bodies, supervision.province.people
    services.open_case(
        "P5.CB", body=bodies["chi_bo_thon2"], subjects=[people["thon2b"]], actor=people["bithu2"],
        acted_on=TODAY, today=TODAY,
        inputs={"route": "tu_phat_hien", "theme": "việc mẫu", "violation": "Việc mẫu."},
    )  # fmt: skip

    assert both_agree() >= {Way.BODY, Way.ANSWERS}
