"""The one door: it says every reason at once, does nothing half, and moves nobody without a post."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases import services
from cases.models import Case, FileRow, StepRecord
from cases.refused import StepRefused
from registry.models import Post
from tests.cases.supervision import TODAY, Supervision, ago, refused


def test_a_supervision_opens_with_its_first_step(supervision):
    supervision.goes_to("propose")

    assert supervision.stage == "da_de_xuat"
    assert supervision.last.step == "propose"
    assert supervision.last.hits[0]["citation"] == "21-QĐ/TW"
    assert supervision.case.subjects.count() == 1


def test_every_reason_is_given_at_once(supervision):
    supervision.goes_to("propose")

    with refused(
        "permission", "Chưa đến lượt", "Ngày thực hiện không được sau hôm nay", "Diễn biến"
    ) as caught:
        supervision.take("open", by="vanthu", on=date(2026, 12, 1))

    assert len(caught.value.reasons) >= 6
    assert all(reason.remedy for reason in caught.value.reasons)
    assert supervision.stage == "da_de_xuat"


def test_a_step_out_of_order_says_where_the_file_stands(supervision):
    supervision.goes_to("propose")

    with refused("đang ở “Đã đề xuất”"):
        supervision.take("finalise", by="phochunhiem")

    assert StepRecord.objects.filter(case=supervision.case).count() == 1


def test_a_word_that_is_no_step_is_refused(supervision):
    supervision.goes_to("propose")

    with refused("không có bước “__init__”"):
        supervision.take("__init__", by="canbo")


def test_a_post_ends_at_midnight_after_its_last_day(supervision):
    supervision.goes_to("draft_decide")
    Post.objects.filter(person=supervision.who("chunhiem")).update(last_day=ago(1))

    with refused("Chỉ chủ nhiệm hoặc phó chủ nhiệm"):
        supervision.take("decide", by="chunhiem", on=TODAY)


def test_the_last_day_of_a_post_still_counts(supervision):
    supervision.goes_to("draft_decide")
    Post.objects.filter(person=supervision.who("chunhiem")).update(last_day=TODAY)

    supervision.take("decide", by="chunhiem", on=TODAY)

    assert supervision.stage == "da_quyet_dinh"


def test_no_move_before_the_last_move_and_none_tomorrow(supervision):
    supervision.goes_to("prepare")

    with refused("ngày của bước chuyển gần nhất"):
        supervision.take("open", by="phochunhiem", on=ago(60))
    with refused("Ngày thực hiện không được sau hôm nay"):
        supervision.take("open", by="phochunhiem", on=date(2026, 11, 21))


def test_a_stay_step_may_be_entered_late(supervision):
    supervision.goes_to("verify")

    record = supervision.take(
        "add_evidence", by="uyvien", on=ago(55), title="Sổ theo dõi", given_by="Chi bộ"
    )

    assert record.acted_on == ago(55)
    assert supervision.stage == "da_xac_minh"


def test_whoever_writes_a_paper_does_not_sign_it(supervision):
    supervision.goes_to("propose")
    team = [{"person": supervision.who("uyvien").pk, "role": "truong_doan"}]
    supervision.take(
        "draft_decide", by="phochunhiem", theme="việc mẫu", period_from="2026-01-01",
        period_to="2026-06-30", days=30, unit="day", team=team,
    )  # fmt: skip

    with refused("Người soạn dự thảo không được tự ký duyệt"):
        supervision.take("decide", by="phochunhiem")


def test_no_paper_is_signed_that_nobody_prepared(supervision):
    supervision.goes_to("propose")

    with refused("Chưa có dự thảo trình ký"):
        supervision.take("decide", by="chunhiem")


def test_a_returned_draft_waits_no_longer(supervision):
    supervision.goes_to("draft_decide")
    draft = FileRow.objects.get(case=supervision.case, kind="trinh_ky")

    supervision.take(
        "return_draft", by="chunhiem", draft=draft.number, reason="Rà lại thành phần đoàn."
    )

    with refused("Chưa có dự thảo trình ký"):
        supervision.take("decide", by="chunhiem")


def test_the_subject_never_sits_on_the_team_and_the_team_has_one_lead(supervision):
    supervision.goes_to("propose")

    with refused("đúng một trưởng đoàn"):
        supervision.take(
            "draft_decide", by="canbo", theme="việc mẫu", period_from="2026-01-01",
            period_to="2026-06-30", days=30, unit="day",
            team=[{"person": supervision.who("uyvien").pk, "role": "thanh_vien_doan"}],
        )  # fmt: skip


def test_somebody_not_in_the_register_cannot_be_named(supervision):
    supervision.goes_to("propose")

    with refused("Danh bạ không có người mang số 999999"):
        supervision.take(
            "draft_decide", by="canbo", theme="việc mẫu", period_from="2026-01-01",
            period_to="2026-06-30", days=30, unit="day",
            team=[{"person": 999999, "role": "truong_doan"}],
        )  # fmt: skip


def test_a_conclusion_needs_a_meeting_and_more_than_half(supervision):
    supervision.goes_to("finalise")

    with refused("Ủy ban kiểm tra phải họp"):
        supervision.take("find_no_violation", by="chunhiem", finding=1, grounds="Rõ.")

    said = {"place": "Trụ sở", "chair": "Chủ nhiệm", "attendance": "Năm người", "opinions": "Nhất trí",
            "conclusion": "Không có."}  # fmt: skip
    supervision.take("consider_result", by="canbo", present=5, yes=2, no=3, **said)
    with refused("vote.ordinary", "quá nửa"):
        supervision.take("find_no_violation", by="chunhiem", finding=1, grounds="Rõ.")

    supervision.take("consider_result", by="canbo", present=5, yes=3, no=2, **said)
    supervision.take("find_no_violation", by="chunhiem", finding=1, grounds="Rõ.")
    assert supervision.case.findings.get(superseded_by=None).stage == "c0"


def test_more_votes_than_members_do_not_fit(supervision):
    supervision.goes_to("finalise")

    with refused("không khớp với số ủy viên"):
        supervision.take(
            "consider_result", by="canbo", present=9, yes=9, no=0, place="Trụ sở", chair="Chủ nhiệm",
            attendance="Chín người", opinions="Nhất trí", conclusion="Không có.",
        )  # fmt: skip


def test_supervision_has_no_way_to_discipline(supervision):
    supervision.goes_to("consider_result")

    for step in ("discipline", "find_discipline", "c3", "c4"):
        with refused("không có bước"):
            supervision.take(step, by="chunhiem", finding=1)


def test_a_finding_that_is_not_there_cannot_be_concluded(supervision):
    supervision.goes_to("consider_result")

    with refused("Hồ sơ không có nội dung số 7"):
        supervision.take("find_no_violation", by="chunhiem", finding=7, grounds="Rõ.")


def test_bad_input_changes_nothing(supervision):
    supervision.goes_to("prepare")
    before = (supervision.stage, StepRecord.objects.count(), FileRow.objects.count())

    for said in ({}, {"place": "x" * 5000}, {"place": ["không", "phải", "chữ"]}, {"nonsense": 1}):
        with pytest.raises(StepRefused):
            supervision.take("open", by="phochunhiem", **said)

    assert (supervision.stage, StepRecord.objects.count(), FileRow.objects.count()) == before


def test_a_case_that_is_not_there(supervision):
    with pytest.raises(Case.DoesNotExist):
        services.take_step(
            10**9, "open", actor=supervision.who("canbo"), acted_on=TODAY, today=TODAY
        )


@pytest.mark.parametrize("past", [1, 200])
def test_a_step_costs_the_same_whatever_the_history(supervision, past):
    supervision.goes_to("verify")
    said = {"title": "Tài liệu", "given_by": "Chi bộ"}
    for _ in range(past):
        supervision.take("add_evidence", by="uyvien", **said)

    with CaptureQueriesContext(connection) as asked:
        supervision.take("add_evidence", by="uyvien", **said)

    # savepoint, lock and read, write with all its checks, release
    assert len(asked) == 4, [one["sql"][:80] for one in asked.captured_queries]


def test_two_supervisions_do_not_meet(db):
    from tests.cases.supervision import lay_province

    one = Supervision(lay_province("mot")).goes_to("propose")
    other = Supervision(lay_province("hai")).goes_to("propose")

    with refused("permission"):
        services.take_step(
            one.case, "add_evidence", actor=other.who("canbo"), acted_on=TODAY, today=TODAY,
            inputs={"title": "Tài liệu", "given_by": "Nơi khác"},
        )  # fmt: skip
