"""A file that was reported is marked by the door, and opens to the same people as its records would say."""

import pytest
from django.db.models import Exists, OuterRef, Q

from cases.models import Case, StepRecord
from cases.readers import REPORTED_AT, through_bodies, ways
from permissions.ways import Way
from registry.models import AreaAssignment, BodyKind, Person, Placement, on
from tests.campaign import WHOLE
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, Supervision, ago, lay_province

#: A campaign asks of a day that is over too.
DAYS = (TODAY, ago(3)) if WHOLE else (TODAY,)


@pytest.fixture
def files(db) -> list[Case]:
    """Files of a commune and of an enterprise in every state of telling: each was told up to another step."""
    province = lay_province()
    told = [Supervision(province).goes_to(step) for step in ("propose", "decide", "record_finding")]
    discipline = Discipline()
    told_cell, untold_cell = _of_the_cell(discipline), _of_the_cell(discipline)
    discipline.take(
        told_cell, "draft_plan", "xuong2", theme="việc mẫu", tasks="Hứa Văn Mẫu Trưởng: chủ trì",
        schedule="Ngày mai: họp", outline="Diễn biến.",
    )  # fmt: skip
    discipline.take(told_cell, "plan", "xuong1")
    for unit in ("xuong", "hoa"):
        AreaAssignment.objects.create(
            person=discipline.who("hoa1"), body=discipline.body("dang_uy_hoa"), first_day=ago(9),
            unit=discipline.province.organisations[unit], document="Phân công (mẫu)",
        )  # fmt: skip
    return [*(one.case for one in told), discipline.case, told_cell, untold_cell]


def _of_the_cell(discipline: Discipline) -> Case:
    return discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong4")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip


def by_the_records() -> Q:
    """The files of which a paper of some step was a report: what the mark stands for."""
    found = Q(pk__in=())
    for code, steps in REPORTED_AT.items():
        taken = StepRecord.objects.filter(case=OuterRef("pk"), step__in=steps)
        found |= Q(procedure=code) & Q(Exists(taken))
    return found


def test_the_door_marks_what_the_records_say_was_reported(files):
    marked = set(Case.objects.filter(reported=True))

    assert marked == set(Case.objects.filter(by_the_records()))
    assert 0 < len(marked & set(files)) < len(files)


def test_those_who_were_told_read_what_bodies_of_theirs_and_cells_right_below_reported(files):
    """Told once more from the file's side, by its records and where its body stands that day."""
    seen: dict[Way, int] = dict.fromkeys((Way.REPORTED, Way.AREA), 0)
    reported = list(Case.objects.filter(by_the_records()).select_related("body"))
    for person in Person.objects.all():
        for way, day in ((way, day) for way in seen for day in DAYS):
            open_ones = set(Case.objects.filter(ways(person, day)[way]))
            expected = {one for one in reported if tells(one, way, person, day)}
            assert open_ones == expected, (way, person, day)
            seen[way] += len(open_ones)
    assert all(seen.values()), seen


def tells(case: Case, way: Way, person: Person, day) -> bool:
    if case.subjects.filter(person=person, superseded_by=None).exists():
        return False
    home = case.body.organisation_id
    above = set(
        Placement.objects.filter(on(day), organisation=home).values_list("parent", flat=True)
    )
    told = above if case.body.kind == BodyKind.CELL else {home}
    if way is Way.REPORTED:
        leading = ("bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem", "giam_sat_ho_so")
        held = person.posts.filter(on(day), position__in=leading)
        return bool(told & set(held.values_list("body__organisation", flat=True)))
    mine = person.posts.filter(on(day)).values("body")
    areas = AreaAssignment.objects.filter(on(day), person=person, body__in=mine)
    followed = set(areas.values_list("unit", flat=True))
    return bool(
        told & set(areas.values_list("body__organisation", flat=True)) and followed & {home, *above}
    )


def test_a_body_is_met_once_however_many_posts_lead_to_it(files):
    for person in Person.objects.all():
        for way, one in through_bodies(person, TODAY).items():
            found = [body.pk for body in one.bodies]
            assert len(found) == len(set(found)), (way, person)
