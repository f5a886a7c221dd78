"""A cell that considers its own secretary: somebody of the committee above chairs the meeting or is there."""

from datetime import date

import pytest

from cases.models import FileRow
from registry.models import Post
from tests.cases.discipline import LIGHT, OPENED, in_the_cell, refused_whole
from tests.scenarios.matters import decided, words_of

FROM_ABOVE = "vote.cell_secretary_accused"
SUPERIOR = "Đặng Văn Chủ, Ủy viên Ban Thường vụ Đảng ủy xã"


@pytest.fixture
def of_the_secretary(world):
    """The secretary heard by the cell's deputy and a member of its committee, the meeting in session."""
    world.cell_of(9)
    Post.objects.create(
        person=world.who("m2"), body=world.bodies["chi_bo_truong"], position="uy_vien", first_day=date(2025, 5, 1)
    )  # fmt: skip
    matter = in_the_cell(world, "hieu", secretary="m1", deputy="m2")
    meeting = world.meets("chi_bo_truong", "m1", OPENED, matter.case)
    matter.answer(LIGHT, on=OPENED)
    return matter, meeting


def test_the_engine_asks_whether_somebody_from_above_must_take_part_and_then_for_the_name(
    of_the_secretary,
):
    matter, meeting = of_the_secretary

    with refused_whole(FROM_ABOVE):  # nobody has read it
        matter.vote("vote_to_decide", meeting, khien_trach=9)
    matter.answer(FROM_ABOVE, on=OPENED)
    with refused_whole("chưa có đại diện cấp trên chủ trì hoặc dự") as caught:
        matter.vote("vote_to_decide", meeting, khien_trach=9)
    (reason,) = caught.value.reasons
    assert "ghi họ và tên, chức vụ" in reason.remedy
    with refused_whole("chưa có đại diện cấp trên chủ trì hoặc dự"):
        matter.vote("vote_to_propose", meeting, cach_chuc=9)
    matter.vote("vote_to_decide", meeting, khien_trach=9, superior=SUPERIOR)

    decided(matter, OPENED, "m2", "m1")
    minutes = matter.case.papers.get(paper__kind="BB-05.KL.CB").paper
    assert "Người dự, không biểu quyết: - Đồng chí Đặng Văn Chủ" in words_of(minutes)
    assert matter.stage == "da_quyet_dinh"


def test_where_an_answer_says_it_need_not_be_and_of_any_other_member_nobody_is_asked_for(
    of_the_secretary, world
):
    matter, meeting = of_the_secretary
    matter.answer(FROM_ABOVE, on=OPENED, value="không")

    matter.vote("vote_to_decide", meeting, khien_trach=9)

    other = in_the_cell(world, "m4", secretary="hieu", deputy="m1")
    second = world.meets("chi_bo_truong", "hieu", OPENED, other.case)
    other.answer(LIGHT, on=OPENED)
    other.vote("vote_to_decide", second, khien_trach=9)
    assert FileRow.objects.filter(case=other.case, kind="tra_loi").count() == 1
