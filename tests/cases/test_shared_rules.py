"""Rules that every procedure keeps, through the real door: pauses, scope, sessions, hand-over, take-over, loans."""

from datetime import timedelta

import pytest

from cases import services
from cases.models import Attachment, Case, DeadlineRow, FileRow, RecordPaper, Subject, WorkRow
from cases.reading import Reader, read_file
from cases.verification import verify
from proof.canonical import sha256
from registry.models import Membership
from tests.cases.superiors import body_above
from tests.cases.supervision import TODAY, ago, refused
from workflows.refused import refusals


def facts_of(supervision):
    who = supervision.who("chunhiem").pk
    return read_file(supervision.case.pk, Reader(who, TODAY, TODAY)).facts


def scan() -> str:
    kept, _ = Attachment.objects.get_or_create(
        sha256=sha256("văn bản"),
        defaults={"name": "vb.pdf", "kind": "application/pdf", "size": 3, "content": b"PDF"},
    )
    return kept.pk


def source(number="01-HD/TU (mẫu)"):
    return {"document": number, "dated": "2026-01-05", "clause": "Điều 3", "scan": scan()}


def last_day(supervision, name):
    return DeadlineRow.objects.get(case=supervision.case, name=name)


# Tạm dừng, tiếp tục, mở lại


def test_a_paused_file_stands_still_and_its_plan_with_it(supervision):
    supervision.goes_to("open")
    planned = last_day(supervision, "ket_thuc_giam_sat").last_day

    supervision.take(
        "pause_file", by="chunhiem", on=ago(40), reason="Bão lụt.", document="Thông báo số 3"
    )
    assert not DeadlineRow.objects.filter(case=supervision.case, name="ket_thuc_giam_sat").exists()
    assert set(WorkRow.objects.filter(case=supervision.case).values_list("step", flat=True)) == {
        "resume_file"
    }
    with refused("file.paused", "đang tạm dừng"):
        supervision.take(
            "receive_report", by="uyvien", on=ago(39), subject=1, summary="Báo cáo theo đề cương."
        )
    supervision.take("add_evidence", by="uyvien", on=ago(39), title="Đơn", given_by="Chi bộ")
    supervision.take("resume_file", by="chunhiem", on=ago(30), reason="Đã khắc phục.")

    clock = last_day(supervision, "ket_thuc_giam_sat")
    assert clock.last_day == planned + timedelta(days=10)
    assert clock.explained["pauses"] == [[ago(40).isoformat(), ago(31).isoformat()]]
    assert clock.explained["stood_still"] is True
    supervision.take("receive_report", by="uyvien", on=ago(29), subject=1, summary="Báo cáo.")


def test_only_leaders_pause_and_only_a_paused_file_goes_on(supervision):
    supervision.goes_to("open")

    with refused("permission"):
        supervision.take("pause_file", by="canbo", reason="Bận.", document="Không")
    with refused("the_file_is_paused"):
        supervision.take("resume_file", by="chunhiem", reason="Hết lý do.")
    supervision.take("pause_file", by="chunhiem", reason="Bão lụt.", document="Thông báo số 3")
    with refused("the_file_is_running"):
        supervision.take("pause_file", by="chunhiem", reason="Nữa.", document="Thông báo số 4")


def test_a_dropped_file_is_opened_again_on_a_text_by_who_leads(supervision):
    supervision.goes_to("propose")
    supervision.take("drop", by="chunhiem", reason="Chưa cần giám sát.")
    again = {"reason": "Có thêm thông tin.", "source": source()}

    with refused("permission"):
        supervision.take("reopen_khong_thuc_hien", by="canbo", **again)
    with refused("input.source"):
        supervision.take("reopen_khong_thuc_hien", by="chunhiem", reason="Có thêm thông tin.")
    record = supervision.take("reopen_khong_thuc_hien", by="chunhiem", **again)

    case = Case.objects.get(pk=supervision.case.pk)
    assert (case.stage, case.closed_on) == ("da_de_xuat", None)
    case_record = case.history.get(pk=record.pk)
    (asked,) = [hit for hit in case_record.hits if hit["rule"] == "file.reopen"]
    assert asked["settled_by"]["document"]["number"] == "01-HD/TU (mẫu)"
    assert not verify(Case.objects.filter(pk=case.pk)).faults


# Thay đổi phạm vi


def test_scope_changes_by_a_signed_decision_and_papers_say_the_new_scope(supervision):
    supervision.goes_to("open")
    added = Membership.objects.filter(cell__code__contains="thon1").first()
    member = {"member": added.person_id} if added else {}
    said = {
        "theme": "việc thu, nộp đảng phí",
        "period_to": "2026-08-31",
        "reason": "Phát sinh nội dung mới.",
    }

    with refused("something_is_changed"):
        supervision.take("draft_change_scope", by="uyvien", reason="Không rõ.")
    supervision.take("draft_change_scope", by="uyvien", **said, **member)
    with refused("permission"):
        supervision.take("change_scope", by="uyvien")
    record = supervision.take("change_scope", by="chunhiem")

    paper = RecordPaper.objects.get(record_id=record.pk).paper
    assert (paper.kind, bool(paper.number_text or paper.state == "da_ky")) == ("QD-02.DC", True)
    assert "Nội dung: việc thu, nộp đảng phí" in paper.values["adjusted"]
    assert paper.values["decision"]["number"]
    assert facts_of(supervision).last("pham_vi").facts["theme"] == "việc thu, nộp đảng phí"
    expected = 2 if member else 1
    assert Subject.objects.filter(case=supervision.case, superseded_by=None).count() == expected


def test_nobody_is_added_twice_or_out_of_the_team(supervision):
    supervision.goes_to("open")
    place = supervision.province.organisations["thon1"].pk

    with refused("Đối tượng này đã có"):
        supervision.take("draft_change_scope", by="uyvien", organisation=place, reason="Nhầm.")
    with refused("đang ở trong đoàn"):
        supervision.take(
            "draft_change_scope", by="uyvien", member=supervision.who("uyvien").pk, reason="Nhầm."
        )
    with refused("Danh bạ không có"):
        supervision.take("draft_change_scope", by="uyvien", member=999_999, reason="Nhầm.")


# Triển khai đúng hạn


def test_the_days_to_open_run_only_where_a_text_sets_them(supervision):
    supervision.goes_to("number")
    name = "trien_khai"
    assert not DeadlineRow.objects.filter(case=supervision.case, name=name).exists()

    supervision.take(
        "answer_rule", by="chunhiem", rule="inspection.publish_decision", value="5 ngày làm việc",
        source=source("299-QĐ/TU"),
    )  # fmt: skip

    clock = last_day(supervision, name)
    assert (clock.explained["value"], clock.explained["unit"]) == (5, "working_day")
    assert clock.last_day < TODAY  # the file has not been opened: it is late, and shown so
    supervision.goes_to("open")
    assert not DeadlineRow.objects.filter(case=supervision.case, name=name).exists()


# Biên bản, từ chối


def test_a_session_whose_minutes_are_not_signed_says_so_and_goes_on(supervision):
    supervision.goes_to("prepare")
    session = {
        "place": "Nhà văn hóa", "chair": "Đinh Văn Xét, Trưởng đoàn", "attendance": "Đinh Văn Xét, Trưởng đoàn",
        "subject_side": "Nguyễn Văn Thử, Bí thư", "proceedings": "Công bố quyết định.",
        "recorder": "Lò Thị Ghi, Thư ký đoàn", "signing": "tu_choi_ky",
    }  # fmt: skip

    with refused("the_unsigned_minutes_say_why"):
        supervision.take("open", by="phochunhiem", on=ago(50), **session)
    why = "Không nhất trí lịch làm việc; người chứng kiến: Lò Thị Ghi"
    record = supervision.take("open", by="phochunhiem", on=ago(50), **session, refusal_to_sign=why)

    (refusal,) = refusals(facts_of(supervision))
    assert (refusal.what, refusal.step) == ("tu_choi_ky", "open")
    minutes = RecordPaper.objects.get(record_id=record.pk).paper
    assert minutes.values["unsigned"] == [why]
    assert minutes.values["recorder"]["name"] == "Lò Thị Ghi"


# Bàn giao


def test_a_file_passes_to_another_officer_once_he_confirms(supervision):
    supervision.goes_to("open")
    to = supervision.who("uyvien2").pk
    said = {"to": to, "reason": "Chuyển công tác.", "left": "Nhận báo cáo của chi bộ."}

    with refused("Không bàn giao hồ sơ cho chính mình"):
        supervision.take(
            "hand_over_file", by="canbo", **{**said, "to": supervision.who("canbo").pk}
        )
    supervision.take("hand_over_file", by="canbo", **said)
    row = FileRow.objects.get(case=supervision.case, kind="ban_giao")
    assert len(row.facts["papers"]) == supervision.case.papers.count()
    assert WorkRow.objects.get(case=supervision.case, step="receive_file").person_id == to
    with refused("Chỉ người được bàn giao"):
        supervision.take("receive_file", by="uyvien", handover=row.number, result="du")
    record = supervision.take(
        "receive_file", by="uyvien2", handover=row.number, result="du", note="Đủ theo danh mục."
    )

    minutes = RecordPaper.objects.get(record_id=record.pk).paper
    assert minutes.kind == "BB-BG"
    assert minutes.values["handed_by"]["name"] == supervision.who("canbo").full_name
    assert minutes.values["received_by"]["name"] == supervision.who("uyvien2").full_name
    assert len(minutes.values["contents"]) >= len(row.facts["papers"])
    with refused("a_handover_waits"):
        supervision.take("receive_file", by="uyvien2", handover=row.number, result="du")


def test_after_a_hand_over_the_area_officers_turns_are_his_who_received(supervision):
    supervision.goes_to("finalise")
    to = supervision.who("uyvien2").pk
    supervision.take("hand_over_file", by="canbo", to=to, reason="Chuyển công tác.", left="Kỳ họp.")
    row = FileRow.objects.get(case=supervision.case, kind="ban_giao")

    supervision.take("receive_file", by="uyvien2", handover=row.number, result="du")

    turns = WorkRow.objects.filter(case=supervision.case, role="can_bo_dia_ban")
    assert {turn.person_id for turn in turns} == {to}


# Khắc phục đến cùng


def test_a_demand_is_done_when_somebody_has_looked_and_not_before(supervision):
    supervision.goes_to("announce")
    demand = FileRow.objects.get(case=supervision.case, kind="yeu_cau").number
    report = {"demand": demand, "summary": "Đã bổ sung sổ theo dõi."}
    check = {"demand": demand, "note": "Xem sổ tại chi bộ."}

    with refused("a_remedy_waits_to_be_checked"):
        supervision.take("check_remedy", by="uyvien", result="dat", **check)
    supervision.take("receive_remedy", by="canbo", **report)
    with refused("chưa được kiểm tra"):
        supervision.take("close", by="uyvien", archive="HS-01")
    supervision.take("check_remedy", by="uyvien", result="chua_dat", **check)
    assert DeadlineRow.objects.filter(case=supervision.case, name=f"khac_phuc_{demand}").exists()
    with refused("chưa được kiểm tra"):
        supervision.take("close", by="uyvien", archive="HS-01")
    supervision.take("receive_remedy", by="canbo", **report)
    supervision.take("check_remedy", by="uyvien", result="dat", **check)
    assert not DeadlineRow.objects.filter(
        case=supervision.case, name=f"khac_phuc_{demand}"
    ).exists()
    supervision.take("follow_up", by="canbo")


# Cấp trên rút lên


@pytest.fixture
def superior(supervision):
    return body_above(supervision)


def takes_over(supervision, by, **more):
    said = {
        "why": "khong_xem_xet", "reason": "Ba tháng không xử lý.",
        "responsibility": "Chủ nhiệm chịu trách nhiệm về việc để chậm.",
        "document": "Thông báo số 12-TB/UBKT ngày 10/11/2026", "source": source("30-QĐ/TW (mẫu)"),
    }  # fmt: skip
    return supervision.take("take_over_file", by=by, **{**said, **more})


def test_the_superior_takes_a_file_over_and_goes_on_in_its_own(supervision, superior):
    supervision.goes_to("open")
    with refused("permission"):
        takes_over(supervision, by="chunhiem")
    record = takes_over(supervision, by="bithu")

    lower = Case.objects.get(pk=supervision.case.pk)
    assert (lower.stage, lower.closed_on) == ("cap_tren_rut_len", TODAY)
    assert lower.history.get(pk=record.pk).body == superior
    assert FileRow.objects.get(case=lower, kind="rut_len").words["responsibility"]
    with refused("Chưa đến lượt"):
        supervision.take("verify", by="uyvien")
    upper = services.open_case(
        "P1.CD", body=superior, subjects=[supervision.province.organisations["thon1"]], origin=lower,
        actor=supervision.who("bithu"), acted_on=TODAY, today=TODAY,
        inputs={
            "source": "nhiem_vu", "theme": "việc quản lý đảng viên", "period_from": "2025-01-01",
            "period_to": "2026-10-31", "reasons": "Cấp dưới không xem xét.",
        },
    )  # fmt: skip
    assert (upper.origin, upper.body) == (lower, superior)
    assert not verify(Case.objects.filter(pk__in=[lower.pk, upper.pk])).faults


def test_only_who_took_it_over_goes_on_and_only_about_its_subjects(supervision, superior):
    supervision.goes_to("open")
    takes_over(supervision, by="bithu")
    lower = Case.objects.get(pk=supervision.case.pk)

    with refused("origin.subject", "origin.taken_by_another"):
        services.open_case(
            "P1.CD", body=supervision.province.bodies["ubkt"], origin=lower, actor=supervision.who("canbo"),
            subjects=[supervision.province.organisations["thon2"]], acted_on=TODAY, today=TODAY,
            inputs={
                "source": "nhiem_vu", "theme": "việc khác", "period_from": "2025-01-01",
                "period_to": "2026-10-31", "reasons": "Theo hồ sơ.",
            },
        )  # fmt: skip


# Nộp lưu, mượn


def test_a_whole_file_is_deposited_in_the_official_order_and_then_lent(supervision):
    supervision.goes_to("announce")
    clerk, demand = "vanthu", FileRow.objects.get(case=supervision.case, kind="yeu_cau").number
    supervision.take("receive_remedy", by="canbo", demand=demand, summary="Đã xong.")
    supervision.take("check_remedy", by="uyvien", demand=demand, result="dat", note="Đã xem.")
    for held in supervision.case.papers.filter(paper__state="da_ky"):
        supervision.take("number_paper", by=clerk, paper=held.paper_id)
    loan = {
        "borrower": "Lý Văn Mượn, Ban Tổ chức", "purpose": "Đối chiếu.", "allowed_by": "Chủ nhiệm",
        "due_back": "2026-11-30",
    }  # fmt: skip
    with refused("the_file_is_deposited"):
        supervision.take("borrow_file", by=clerk, **loan)
    from documents.printing import print_pending

    print_pending()
    archive = {"archive": "A29.129.03-001", "retention": "co_thoi_han"}
    with refused("the_retention_is_told_whole"):
        supervision.take("close", by="uyvien2", **archive)
    record = supervision.take(
        "close",
        by="phochunhiem",
        **archive,
        years=20,
        retained_by="Bảng thời hạn bảo quản của Đảng ủy (mẫu)",
    )

    index = RecordPaper.objects.get(record_id=record.pk).paper.values
    assert index["retention"].startswith("20 năm, theo Bảng")
    titles = [one["title"] for one in index["contents"]]
    decision = next(n for n, one in enumerate(titles) if one.startswith("Quyết định"))
    report = titles.index("Báo cáo của đối tượng")
    notice = next(n for n, one in enumerate(titles) if one.startswith("Thông báo kết quả"))
    assert decision < report < notice
    supervision.take("borrow_file", by=clerk, **loan)
    with refused("the_file_is_in_its_place"):
        supervision.take("borrow_file", by=clerk, **loan)
    row = FileRow.objects.get(case=supervision.case, kind="muon_ho_so")
    supervision.take("give_back_file", by=clerk, loan=row.number, condition="Nguyên vẹn.")
    assert Case.objects.get(pk=supervision.case.pk).closed_on == TODAY
