"""Which parts of a file each office reads: a table written out here by hand, compared cell by cell."""

import pytest

from cases.queries import papers_for, parts_of, visible_to, ways_into
from permissions.ways import Part, Way
from registry.models import AreaAssignment, Delegation, Post
from tests.cases.meetings import Discipline
from tests.cases.supervision import TODAY, Supervision, ago, lay_province

ALL = {"dau_muc", "chung_cu", "du_thao", "van_ban", "nhat_ky"}
CASEWORK = ALL - {"nhat_ky"}
SUMMARY = {"dau_muc", "van_ban"}


@pytest.fixture
def supervision(db) -> Supervision:
    """The commune's committee supervises a village cell; the team has begun its work."""
    return Supervision(lay_province()).goes_to("open")


def parts(supervision: Supervision, short: str) -> set[str]:
    found = parts_of(supervision.case, supervision.who(short), TODAY)
    return {part.value for part in found}


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("chunhiem", ALL),
        ("phochunhiem", ALL),
        ("giamsat", ALL),
        ("canbo", CASEWORK),
        ("uyvien3", CASEWORK),
        ("vanthu", SUMMARY),
        ("bithuxa", SUMMARY),  # leads the committee that the decision was reported to
        ("phobithuxa", SUMMARY),
        ("uyvienbtv", set()),
        ("bithu", {"dau_muc", "da_cong_bo"}),  # leads the cell that is supervised, and was told
        ("bithu2", set()),
        ("thon2a", set()),
    ],
)
def test_each_office_reads_its_parts_and_no_other(supervision, short, expected):
    assert parts(supervision, short) == expected


def test_a_file_that_was_not_yet_reported_is_hidden_from_the_committee(db):
    supervision = Supervision(lay_province()).goes_to("propose")

    assert parts(supervision, "bithuxa") == set()


def test_a_summary_opens_signed_papers_and_no_minutes(supervision):
    whole = papers_for(supervision.who("canbo"), TODAY)
    seen = papers_for(supervision.who("bithuxa"), TODAY)

    assert seen.filter(paper__number__isnull=False).count() > 0
    assert not seen.filter(paper__number__isnull=True).exclude(paper__state="da_ky").exists()
    assert whole.count() > seen.count()


def test_the_clerk_reads_what_waits_for_a_number(db):
    supervision = Supervision(lay_province()).goes_to("decide")

    waiting = papers_for(supervision.who("vanthu"), TODAY).filter(paper__state="da_ky")

    assert waiting.exists()


def test_an_area_is_followed_through_what_its_cells_report(db):
    """A plain officer of the committee above sees the reported matter of a cell in his area only."""
    discipline = Discipline()
    case = discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong4")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    discipline.take(
        case, "draft_plan", "xuong2", theme="việc mẫu", tasks="Hứa Văn Mẫu Trưởng: chủ trì",
        schedule="Ngày mai: họp", outline="Diễn biến.",
    )  # fmt: skip
    officer = discipline.who("hoa1")  # a plain member of the base committee
    assignment = AreaAssignment.objects.create(
        person=officer, body=discipline.body("dang_uy_hoa"), first_day=ago(9), last_day=TODAY,
        unit=discipline.province.organisations["xuong"], document="Phân công (mẫu)",
    )  # fmt: skip
    assert ways_into(case, officer, TODAY) == []

    discipline.take(case, "plan", "xuong1")  # its plan is reported to the committee above

    assert ways_into(case, officer, TODAY) == [Way.AREA]
    assert parts_of(case, officer, TODAY) == {Part.HEADER, Part.SIGNED}

    AreaAssignment.objects.filter(pk=assignment.pk).update(last_day=ago(1))
    assert ways_into(case, officer, TODAY) == []


@pytest.mark.parametrize("ended", [Post, Delegation])  # nobody acts in a post that has ended
def test_whoever_acts_in_a_post_sees_what_its_holder_sees_for_its_days_only(supervision, ended):
    post = Post.objects.get(person=supervision.who("chunhiem"))
    lent = Delegation.objects.create(
        post=post, to=supervision.who("dangvien"), kind="phu_trach",
        document="Quyết định phân công (mẫu)", first_day=ago(2), last_day=TODAY,
    )  # fmt: skip

    assert parts(supervision, "dangvien") == ALL

    ended.objects.filter(pk=post.pk if ended is Post else lent.pk).update(last_day=ago(1))
    assert parts(supervision, "dangvien") == set()


def test_a_persons_own_matter_has_one_way_only_whatever_office_he_holds(db):
    discipline = Discipline()
    case = discipline.open(
        "P5.CB", "chi_bo_xuong", "xuong1", subjects=[discipline.who("xuong2")],
        route="tu_phat_hien", theme="việc mẫu", violation="Việc mẫu.",
    )  # fmt: skip
    deputy = discipline.who("xuong2")

    assert not visible_to(deputy, TODAY).contains(case)


def test_an_officer_who_moves_loses_sight_at_midnight_and_keeps_his_name_on_what_he_did(
    supervision,
):
    officer = supervision.who("canbo")
    Post.objects.filter(person=officer).update(last_day=ago(1))

    assert parts(supervision, "canbo") == set()
    assert supervision.case.history.filter(actor=officer).exists()
