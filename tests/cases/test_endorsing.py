"""A draft on its way to the signer, through the one door: endorsed, changed, returned, put again."""

import pytest

from cases import services
from cases.models import FileRow
from cases.verification import verify
from cases.versions import look, versions_of
from cases.waiting import waiting_for
from registry.models import Post
from tests.cases.supervision import TODAY, refused

NOTICE = {"strengths": "Nền nếp.", "faults": "Còn thiếu sót.", "demands": "Bổ sung sổ."}
MEETING = {
    "present": 5, "yes": 5, "no": 0, "place": "Trụ sở", "chair": "Vũ Thị Mẫu Chủ, Chủ nhiệm",
    "attendance": "Năm ủy viên", "opinions": "Các ủy viên: nhất trí.", "conclusion": "Nhắc nhở.",
}  # fmt: skip


def draft_of(supervision) -> int:
    live = FileRow.objects.filter(case=supervision.case, kind="trinh_ky", superseded_by=None)
    return live.latest("number").number


def changed(supervision, **said):
    return supervision.take("draft_conclude", by="canbo", **{**NOTICE, **said})


def test_the_vice_chair_endorses_and_the_chair_signs(supervision):
    supervision.goes_to("draft_conclude")

    supervision.take(
        "endorse_draft", by="phochunhiem", draft=draft_of(supervision), opinion="Đúng biên bản."
    )
    supervision.take("conclude", by="chunhiem")

    assert supervision.stage == "da_ket_luan"
    assert verify().faults == ()


def test_the_drafter_does_not_endorse_and_nobody_endorses_twice(supervision):
    supervision.goes_to("draft_conclude")
    supervision.take("draft_conclude", by="phochunhiem", **NOTICE)

    with refused("không tự ký nháy"):
        supervision.take("endorse_draft", by="phochunhiem", draft=draft_of(supervision))
    supervision.take("endorse_draft", by="chunhiem", draft=draft_of(supervision))
    with refused("Bạn đã ký nháy bản dự thảo này"):
        supervision.take("endorse_draft", by="chunhiem", draft=draft_of(supervision))


@pytest.mark.parametrize("who", ["canbo", "vanthu", "uyvien", "giamsat", "bithu"])
def test_nobody_else_endorses(supervision, who):
    supervision.goes_to("draft_conclude")

    with refused("permission"):
        supervision.take("endorse_draft", by=who, draft=draft_of(supervision))


def test_a_changed_draft_is_endorsed_anew(supervision):
    supervision.goes_to("draft_conclude")
    first = draft_of(supervision)
    supervision.take("endorse_draft", by="phochunhiem", draft=first)

    changed(supervision, faults="Còn thiếu sót trong theo dõi.")

    held = versions_of(supervision.case, "conclude")
    assert [row.number for row in held.drafts] == [first, draft_of(supervision)]
    assert held.draft(first).superseded_by is not None
    assert [row.facts["draft"] for row in held.endorsed] == [first]
    with refused("hồ sơ không có mục số"):
        supervision.take("endorse_draft", by="phochunhiem", draft=first)
    supervision.take("endorse_draft", by="phochunhiem", draft=draft_of(supervision))


def test_a_signer_signs_only_the_draft_they_have_read(supervision):
    supervision.goes_to("draft_conclude")
    read = draft_of(supervision)
    changed(supervision, demands="Bổ sung sổ, báo cáo.")

    def signs(draft):
        services.take_step(
            supervision.case, "conclude", actor=supervision.who("chunhiem"), acted_on=TODAY,
            today=TODAY, draft=draft,
        )  # fmt: skip

    with refused("không phải bản bạn đã đọc"):
        signs(read)
    signs(draft_of(supervision))
    assert supervision.stage == "da_ket_luan"


def test_put_to_the_collective_again_the_paper_needs_another_meeting(supervision):
    supervision.goes_to("draft_conclude")

    supervision.take(
        "put_to_collective_again", by="chunhiem", draft=draft_of(supervision), reason="Có tài liệu mới."
    )  # fmt: skip

    with refused("Chưa có dự thảo trình ký", "Ủy ban kiểm tra phải họp"):
        supervision.take("conclude", by="chunhiem")
    with refused("còn thiếu ngày họp"):
        changed(supervision)
    supervision.take("consider_result", by="canbo", **MEETING)
    changed(supervision)
    supervision.take("conclude", by="chunhiem")
    assert supervision.stage == "da_ket_luan"
    assert verify().faults == ()


def test_a_reason_and_the_office_are_needed_to_put_it_again(supervision):
    supervision.goes_to("draft_conclude")
    draft = draft_of(supervision)

    with refused("input.reason"):
        supervision.take("put_to_collective_again", by="chunhiem", draft=draft)
    with refused("permission"):
        supervision.take("put_to_collective_again", by="canbo", draft=draft, reason="…")


def test_a_paper_that_carries_out_no_vote_is_not_put_again(supervision):
    supervision.goes_to("draft_decide")

    with refused("Chưa đến lượt bước “Đưa ra tập thể xem xét lại”"):
        supervision.take(
            "put_to_collective_again", by="chunhiem", draft=draft_of(supervision), reason="…"
        )


def test_each_sees_what_waits_for_them(supervision):
    supervision.goes_to("draft_conclude")

    def waits(who):
        return [(one.step.code, one.signs) for one in waiting_for(supervision.who(who), TODAY)]

    assert waits("chunhiem") == waits("phochunhiem") == [("conclude", True)]
    assert waits("canbo") == waits("uyvien") == waits("vanthu") == waits("bithu") == []
    supervision.take("return_draft", by="chunhiem", draft=draft_of(supervision), reason="Sửa.")
    assert waits("chunhiem") == []


def test_ones_own_draft_does_not_wait_for_oneself(supervision):
    supervision.goes_to("find_shortcoming")
    supervision.take("draft_conclude", by="phochunhiem", **NOTICE)

    assert waiting_for(supervision.who("phochunhiem"), TODAY) == []
    assert len(waiting_for(supervision.who("chunhiem"), TODAY)) == 1


def test_a_look_remembers_the_version_opened_before(supervision):
    supervision.goes_to("draft_conclude")
    chair, case, first = supervision.who("chunhiem"), supervision.case, draft_of(supervision)

    assert look(chair, case, "conclude", first) is None
    assert look(chair, case, "conclude", first) is None
    changed(supervision, faults="Khác.")
    second = draft_of(supervision)
    assert look(chair, case, "conclude", second) == first
    assert look(chair, case, "conclude", second) == first
    assert look(supervision.who("phochunhiem"), case, "conclude", second) is None


class TestWhoeverHadAHandInADraft:
    """Who prepares does not approve: not the drafter, not who changed it, not by another's office either."""

    def test_who_wrote_an_earlier_version_neither_endorses_nor_signs_the_later_one(
        self, supervision
    ):
        supervision.goes_to("draft_conclude")
        supervision.take("draft_conclude", by="phochunhiem", **NOTICE)
        changed(supervision, faults="Còn thiếu sót trong theo dõi.")

        with refused("endorse.own"):
            supervision.take("endorse_draft", by="phochunhiem", draft=draft_of(supervision))
        with refused("draft.own"):
            supervision.take("conclude", by="phochunhiem")
        assert waiting_for(supervision.who("phochunhiem"), TODAY) == []
        supervision.take("conclude", by="chunhiem")

    def test_who_changed_it_signs_no_more_even_when_it_is_submitted_again_by_its_drafter(
        self, supervision
    ):
        supervision.goes_to("draft_conclude")
        supervision.take("draft_conclude", by="chunhiem", **{**NOTICE, "faults": "Sửa."})
        supervision.take("return_draft", by="phochunhiem", draft=draft_of(supervision), reason="…")
        changed(supervision)

        with refused("draft.own"):
            supervision.take("conclude", by="chunhiem")
        supervision.take("conclude", by="phochunhiem")

    def test_acting_for_the_chair_the_drafter_signs_and_endorses_nothing_of_his_own(
        self, supervision
    ):
        supervision.goes_to("draft_conclude")
        chair = Post.objects.get(person=supervision.who("chunhiem"), position="chu_nhiem")
        chair.delegations.create(
            to=supervision.who("canbo"), document="Ủy quyền (mẫu)", first_day=TODAY, last_day=TODAY
        )

        with refused("draft.own"):
            supervision.take("conclude", by="canbo")
        with refused("endorse.own"):
            supervision.take("endorse_draft", by="canbo", draft=draft_of(supervision))

    def test_an_earlier_paper_bars_nobody_from_the_next(self, supervision):
        """Whoever wrote what was signed has no hand in a paper that is begun anew."""
        supervision.goes_to("draft_conclude")
        supervision.take("conclude", by="chunhiem")

        assert not FileRow.objects.filter(
            case=supervision.case, kind="trinh_ky", superseded_by=None
        ).exists()
