"""Denunciations are settled content by content, through the real door; nobody learns from a file who denounced."""

import pytest

import law
from cases import services
from cases.endings import Ending, ending_of
from cases.models import Case, StepRecord
from cases.reading import Reader, read_file
from cases.verification import verify
from documents.kinds.for_subject import SHOWN
from documents.printing import print_pending
from tests.cases.denunciations import (
    ALIAS,
    CONGRESS,
    DAY,
    DEMAND,
    EXTENSION,
    GROUNDS,
    HANDLING,
    WITHDRAWAL,
    InACell,
    taken_up,
    waiting_letter,
)
from tests.cases.discipline import refused_whole
from tests.cases.letters import ANONYMOUS, Letters
from tests.cases.supervision import TODAY, ago, lay_province, refused
from workflows import catalogue
from workflows.conclusions.of_denunciation import RESULT_OF
from workflows.questions.denunciation import RESULTS


@pytest.fixture
def office(db):
    return Letters(lay_province())


def test_a_letter_is_settled_content_by_content_and_its_sender_stays_sealed(office):
    letter = waiting_letter(office)

    with refused("chưa nêu hồ sơ nào"):
        taken_up(office)
    matter = taken_up(office, origin=letter)

    # The letter knows by itself that it was taken up, in its own history.
    told = StepRecord.objects.filter(case=letter).latest("sequence")
    assert (told.step, told.inputs["document"]) == (
        "record_taking_up",
        f"Hồ sơ {matter.case.reference}",
    )

    matter.does("verify_sender", confirmed="chua_gap")
    with refused_whole("nhận đơn là của mình"):
        matter.does("propose")
    matter.does("verify_sender_again", place="Trụ sở", chair="Người chủ trì, chức vụ",
        confirmed="xac_nhan", matters="Xác nhận sai hồ sơ.", protection="giu_bi_mat")  # fmt: skip
    with refused_whole("không thuộc nội dung tố cáo đảng viên phải giải quyết"):
        matter.does("propose", field="khac")
    matter.does("propose")

    # Nobody has read the time to settle it under the newest regulation: the engine asks.
    with refused("Thời hạn giải quyết tố cáo"):
        matter.does("decide")
    matter.answers(HANDLING)
    matter.take("decide", by="chunhiem")
    with refused_whole("không ghi bí danh"):
        matter.does("prepare", outline=f"Việc {ALIAS.lower()} nêu.")
    matter.goes("prepare", "open", "receive_explanation", "verify", "record_finding")
    matter.does("record_finding", content="Nhận quà của người nhận khoán.")
    matter.does("assess_content")
    with refused_whole("chưa có kết quả xác minh"):
        matter.does("exchange")
    matter.does("assess_content", finding=2, verified="Không có chứng cứ.", proposed="sai")
    matter.goes("exchange", "confer", "finalise", "consider_result")

    matter.does("find_violation_below_discipline", finding=1, **GROUNDS, **DEMAND)
    with refused_whole("Kết luận từng nội dung: còn thiếu"):
        matter.does("conclude")
    matter.does("find_false", finding=2, **GROUNDS)
    matter.does("conclude")
    assert [ending_of(one) for one in matter.outcomes] == [Ending.BELOW, None]

    matter.numbered().goes("announce", "report_false_denunciation")
    with refused_whole("Người tố cáo chưa được thông báo", "dấu hiệu vi phạm", "khắc phục"):
        matter.does("close")
    matter.does("answer_new_signs", signs=_newest(matter, "dau_hieu_moi"))
    matter.does("receive_remedy", demand=_newest(matter, "yeu_cau"), summary="Đã kiểm điểm.")
    matter.does("check_remedy", **_checked(matter))
    matter.does("inform_denouncer")
    matter.numbered().does("close")

    assert matter.case.stage == "da_luu"
    notice = matter.paper("TB-02.NTC").values
    assert notice["addressee"] == [f"Người gửi đơn có bí danh {ALIAS}"]
    assert [one["conclusion"] for one in notice["findings"]] == ["Đúng, có vi phạm", "Sai"]
    assert "Kiểm điểm" not in str(notice)
    shown = [one for one in matter.papers if one.kind in SHOWN]
    assert {"QD-01.TO", "DC-01.TO", "BB-01.TO", "TB-02"} <= {one.kind for one in shown}
    assert not [
        one.kind for one in shown if ALIAS in str(one.values) or "số đến" in str(one.values)
    ]
    assert ALIAS in str(matter.paper("BB-03.TO").values)
    _closes(office, letter)
    assert not verify().faults


def _closes(office, letter):
    """The file of the letter ends too: what it waited for was never typed."""
    notice = office.issued(letter, "notify_sender", message="Đơn đã được thụ lý.")
    office.numbered(letter, notice)
    print_pending()
    office.take(letter, "close", "vanthu", archive="DT-01/2026")
    assert letter.stage == "da_luu"


def _newest(matter, kind):
    return matter.case.filerows.filter(kind=kind).latest("number").number


def _checked(matter):
    return {"demand": _newest(matter, "yeu_cau"), "result": "dat", "note": "Đã kiểm điểm."}


def test_only_what_waits_is_taken_up_and_a_sign_is_not_opened_out_of_it(office):
    waiting, still = waiting_letter(office), office.comes("to_cao", about="dangvien")
    people, body = office.province.people, office.province.bodies["ubkt"]

    with refused("chưa ở giai đoạn mở được hồ sơ"):
        taken_up(office, origin=still)
    with refused("chưa ở giai đoạn mở được hồ sơ"):
        services.open_case(
            "P3.DV", body=body, subjects=[people["dangvien"]], actor=people["canbo"], acted_on=DAY, today=TODAY,
            origin=waiting, step="propose",
            inputs={"source": "don_thu", "theme": "việc đất", "period_from": "2025-01-01",
                    "period_to": "2025-12-31", "reasons": "Có dấu hiệu."},
        )  # fmt: skip


def test_a_denunciation_already_settled_is_not_accepted_and_its_sender_told_why(office):
    matter = taken_up(office, origin=waiting_letter(office)).goes("verify_sender")

    with refused_whole("không có trong các trường hợp tố cáo không xem xét"):
        matter.does("not_accept", ground="sao_chup")  # a ground of the regulation before
    matter.does("not_accept", ground="da_giai_quyet")
    with refused_whole("Người tố cáo chưa được thông báo"):
        matter.does("put_away")
    matter.does("notify_refusal")
    letter = matter.paper("CV-01.KTL")
    assert letter.values["addressee"] == [f"Người gửi đơn có bí danh {ALIAS}"]
    matter.numbered().does("put_away")

    assert matter.case.stage == "da_cat"


def test_what_is_beyond_the_body_goes_on_by_a_slip_and_its_sender_is_told(office):
    matter = taken_up(office, origin=waiting_letter(office)).goes("verify_sender")

    matter.does(
        "forward", direction="cap_tren", receiver="Ủy ban Kiểm tra Tỉnh ủy Thử Hà", attached="Đơn, đã che tên",
        reason="Thuộc diện cấp trên quản lý.", message="Đơn đã chuyển cấp trên.",
    )  # fmt: skip
    matter.numbered().does("put_away")

    assert [one.kind for one in matter.papers][-2:] == ["PC-01", "TB-03"]
    assert matter.paper("TB-03").values["handling"] == ["đơn được chuyển cơ quan có thẩm quyền"]


def test_a_violation_at_the_level_of_discipline_leads_to_discipline_and_its_outcome_comes_back(
    office,
):
    people = office.province.people
    matter = taken_up(office, origin=waiting_letter(office)).goes()

    def disciplined():
        return services.open_case(
            "P5.DV", body=office.province.bodies["ubkt"], subjects=[people["dangvien"]], actor=people["canbo"],
            acted_on=DAY, today=TODAY, origin=matter.case, step="go_on",
            inputs={
                "route": "ket_luan", "violation": "Xác nhận sai hồ sơ.", "theme": "việc giao khoán",
                "deciding": office.province.bodies["btv"].pk,
            },
        )  # fmt: skip

    with refused("chưa kết luận nội dung nào là vi phạm"):
        disciplined()
    matter.does("propose_up", finding=1, **GROUNDS)
    matter.does("conclude")
    matter.numbered().goes("announce")
    discipline = disciplined()

    assert (discipline.origin, discipline.team.count()) == (matter.case, 2)
    with refused("không kết thúc như vậy"):
        matter.take("record_no_discipline", by="canbo", finding=1, **GROUNDS)
    with refused_whole("Còn nội dung chưa có kết quả cuối cùng"):
        matter.does("close")


def test_a_withdrawal_under_threat_stops_nothing_a_free_one_does(office):
    matter = taken_up(office, origin=waiting_letter(office)).goes(
        "verify_sender", "propose", "decide"
    )

    with refused_whole(
        "Chưa có biên bản", "Rút đơn tố cáo"
    ):  # nobody has read whether it ends the handling
        matter.does("stop_settling")
    matter.answers(WITHDRAWAL, "có")
    matter.does("record_withdrawal", freely="de_doa")
    with refused_whole("Chỉ việc rút tố cáo do người tố cáo tự nguyện"):
        matter.does("stop_settling", freely="de_doa")
    with refused_whole("không tự nguyện rút"):
        matter.does("stop_settling")
    matter.does("record_withdrawal", scope="mot_phan")
    with refused_whole("chỉ rút một phần"):
        matter.does("stop_settling")
    matter.does("record_withdrawal")
    matter.does("stop_settling")
    matter.numbered().does("put_away")

    assert matter.case.stage == "da_cat"
    assert ALIAS in str(matter.paper("BB-03.TO.RT").values)
    assert ALIAS not in str(matter.paper("TB-06.TO").values)


def test_one_content_withdrawn_ends_without_a_result_and_the_others_go_on(office):
    matter = taken_up(office, origin=waiting_letter(office))
    matter.goes(
        "verify_sender", "propose", "decide", "prepare", "open", "receive_explanation", "verify",
        "record_finding",
    )  # fmt: skip
    matter.does("record_finding", content="Nhận quà.")
    matter.answers(WITHDRAWAL, "có")
    matter.does("record_withdrawal", scope="mot_phan", matters="Nhận quà.")

    matter.does("drop_withdrawn", finding=2)

    assert matter.outcomes == ["xem_xet", "nd_da_rut"]
    matter.does("assess_content")
    matter.does("exchange")  # nothing is asked any more of what was withdrawn


def test_a_letter_of_shortly_before_a_congress_waits_for_the_next_term(office):
    matter = taken_up(office, origin=waiting_letter(office)).goes("verify_sender", "propose")

    with refused_whole("trước ngày khai mạc đại hội") as caught:
        matter.does("freeze_for_congress", congress_on="2027-03-01")
    assert "07-HD/UBKTTW" in caught.value.reasons[0].citation
    matter.does("freeze_for_congress", congress_on="2026-12-01")
    matter.answers(HANDLING)
    with refused("đang tạm dừng"):
        matter.does("decide")
    assert matter.paper("BC-07.TO").values["addressee"] == ["Cấp ủy xã khóa mới"]

    matter.take("resume_file", by="chunhiem", reason="Đại hội đã xong.")
    matter.take("decide", by="chunhiem") if _drafted(matter) else matter.does("decide")
    assert matter.case.stage == "da_quyet_dinh"
    assert CONGRESS in {hit["rule"] for hit in _hits(matter, "freeze_for_congress")}


def _drafted(matter):
    return matter.case.filerows.filter(
        kind="trinh_ky", superseded_by=None, facts__step="decide"
    ).exists()


def _hits(matter, step):
    return StepRecord.objects.filter(case=matter.case, step=step).latest("sequence").hits


def test_more_time_is_given_once_and_the_denouncer_is_told(office):
    matter = taken_up(office, origin=waiting_letter(office)).goes(
        "verify_sender", "propose", "decide"
    )
    kind, file_facts = catalogue.get("P6.DV"), _facts(matter)
    before = {one.name: one.last_day for one in kind.running(file_facts)}

    with refused_whole("Gia hạn giải quyết tố cáo"):
        matter.does("extend")
    matter.answers(EXTENSION, "30 ngày làm việc")
    with refused_whole("chỉ được gia hạn một lần"):
        matter.does("extend", days=31)
    matter.does("extend")
    with refused_whole("chỉ được gia hạn một lần"):
        matter.does("extend")

    after = {one.name: one.last_day for one in kind.running(_facts(matter))}
    assert after["giai_quyet_to_cao"] > before["giai_quyet_to_cao"]
    assert matter.paper("TB-03").values["handling"] == ["thời hạn giải quyết tố cáo được gia hạn"]
    assert matter.paper("TB-03").values["addressee"] == [f"Người gửi đơn có bí danh {ALIAS}"]


def _facts(matter):
    file = read_file(matter.case.pk, Reader(0, TODAY, TODAY))
    assert file is not None
    return file.facts


def test_an_organisation_answers_whole_and_its_head_in_the_same_case(office):
    cell = office.province.organisations["thon1"]
    matter = taken_up(
        office, cell, procedure="P6.TC", origin=waiting_letter(office, about="")
    ).goes("verify_sender")
    with refused_whole("tổ chức đảng phải giải quyết"):
        matter.does("propose", field="khac")
    matter.does("propose", field="doan_ket")
    matter.goes("decide", "prepare", "open")
    matter.does("receive_explanation", agreed_by="Hội nghị chi bộ ngày 16/11/2026")
    matter.goes("verify", "record_finding", "assess_content", "exchange")
    with refused_whole("Số người dự vượt số thành viên"):
        matter.does("confer", called_count=14, present_count=15)
    matter.does("confer", called_count=14, present_count=13)
    matter.goes("finalise", "consider_result")

    with refused_whole("Chưa ghi trách nhiệm của người đứng đầu"):
        matter.does("find_violation_below_discipline", finding=1, **GROUNDS, **DEMAND)
    matter.does("record_head")
    matter.does("find_violation_below_discipline", finding=1, **GROUNDS, **DEMAND)
    matter.does("conclude")

    assert "Người đứng đầu" in matter.paper("TB-02").values["head_answers"][0]
    assert matter.paper("BB-04.TO").values["roll"] == {"called": 14, "present": 13}


def test_a_cell_settles_what_came_down_to_it_meets_once_and_concludes(office):
    body = office.province.bodies["chi_bo_thon2"]
    came = {"forwarded_by": "05-PC/UBKTĐU, 10/11/2026", "scope": "pham_chat"}
    matter = taken_up(office, procedure="P6.CB", body=body, hands=InACell, **came)
    matter.goes("verify_sender").does("propose", field="pham_chat")
    for rule in (HANDLING,):
        matter.answers(rule)
    matter.does("decide")
    matter.goes(
        "prepare", "open", "receive_explanation", "verify", "record_finding", "assess_content", "exchange",
        "finalise",
    )  # fmt: skip
    matter.does("consider_result", present=6, yes=6)
    matter.does("find_unfounded", finding=1, **GROUNDS)
    matter.does("conclude")
    matter.numbered().goes("announce")
    matter.does("inform_denouncer")
    matter.numbered().does("close")

    assert matter.case.stage == "da_luu"
    assert "giữ trong phong bì" in matter.paper("BB-03.TO").values["sender"]
    assert [one.kind for one in matter.papers if one.number_text] == [
        "KH-01.TO.CB", "BC-02.TO", "TB-02", "TB-02.NTC"
    ]  # fmt: skip


def test_a_cell_does_not_settle_what_superiors_gave_its_member_to_do(office):
    body = office.province.bodies["chi_bo_thon2"]
    came = {"forwarded_by": "05-PC/UBKTĐU, 10/11/2026", "scope": "nhiem_vu_cap_tren"}
    matter = taken_up(office, procedure="P6.CB", body=body, hands=InACell, **came)
    matter.goes("verify_sender").does("propose", field="chuc_trach")

    with refused("chi_bo_scope"):  # nobody has read it again since the newest regulation
        matter.does("decide")
    matter.answers(HANDLING)
    matter.answers("authority.signs_inspection.chi_bo_scope")
    with refused_whole("không giải quyết tố cáo về nhiệm vụ do cấp trên giao"):
        matter.take("decide", by="bithu2")


def test_what_a_cell_leaves_undone_the_committee_above_takes_over_and_settles(office):
    body = office.province.bodies["chi_bo_thon2"]
    came = {"forwarded_by": "05-PC/UBKTĐU, 10/11/2026", "scope": "pham_chat"}
    below = taken_up(office, procedure="P6.CB", body=body, hands=InACell, **came)
    source = {
        "document": "01-QC/UBKTĐU",
        "dated": "2025-08-15",
        "clause": "Điều 9",
        "scan": "ab" * 32,
    }
    below.take(
        "take_over_file", by="chunhiem", why="khong_xem_xet", reason="Chi bộ để quá lâu.",
        responsibility="Kiểm điểm chi ủy.", document="12-CV/UBKTĐU, 16/11/2026", source=source,
    )  # fmt: skip

    matter = taken_up(office, origin=below.case).goes("verify_sender")

    assert (below.case.stage, matter.case.origin) == ("cap_tren_rut_len", below.case)
    assert "giữ trong phong bì" in matter.paper("BB-03.TO").values["sender"]


# Scenario 37: a letter that complains and denounces; one that nobody signed


def test_a_letter_of_two_kinds_is_two_files_and_what_is_denounced_anew_is_settled(office):
    letter = office.comes("hon_hop", about="dangvien")
    office.goes(letter, "hon_hop", "tach_don")
    source = {
        "document": "01-QC/UBKTĐU",
        "dated": "2025-08-15",
        "clause": "Điều 9",
        "scan": "ab" * 32,
    }
    office.take(
        letter, "answer_rule", "chunhiem", ago(6), rule="complaint.mixed_letter", value="tách hai phần",
        source=source,
    )  # fmt: skip
    office.take(letter, "split", on=ago(6), complaint="Kỷ luật.", denunciation="Chi sai quỹ.")
    part = services.open_case(
        "P0.TN", body=office.province.bodies["ubkt"], subjects=[], actor=office.province.people["canbo"],
        acted_on=ago(6), origin=letter, step="take_part", inputs={"denunciation": "Chi sai quỹ."}, today=TODAY,
    )  # fmt: skip
    office.goes(letter, "khieu_nai", "giai_quyet_khieu_nai", on=ago(6))
    office.take(letter, "accept_complaint", "chunhiem", ago(5), content="Hình thức kỷ luật.")
    with refused("chưa ở giai đoạn mở được hồ sơ"):
        taken_up(office, origin=letter)  # the complaint's part is not settled as a denunciation
    office.issued(part, "guide_sender", guidance="Gửi đơn tố cáo riêng.")

    assert (letter.stage, part.stage) == ("cho_khieu_nai", "da_huong_dan")
    anew = waiting_letter(office)
    matter = taken_up(office, origin=anew).goes("verify_sender")
    assert "NTC-2026-0002" in str(matter.paper("BB-03.TO").values)  # an envelope of its own


def test_what_nobody_signed_is_information_alone_and_has_no_sender_anywhere(office):
    letter = office.comes("to_cao", kind="khong_ro", about="dangvien")
    office.goes(letter, "to_cao", "lam_thong_tin", **ANONYMOUS)
    office.take(
        letter, "keep_as_information", on=ago(5), used_for="kiem_tra", assessment="Có ghi chép.",
        proposals="Xem xét kiểm tra.",
    )  # fmt: skip

    with refused("chưa ở giai đoạn mở được hồ sơ"):
        taken_up(office, origin=letter)
    assert letter.stage == "lam_thong_tin"
    entry = letter.incoming.get()
    assert (entry.alias, entry.sender) == ("", "")
    assert not Case.objects.filter(procedure__startswith="P6").exists()


# The four results


def test_every_way_a_content_ends_has_one_of_the_four_results_of_the_law():
    machine = catalogue.get("P6.DV").findings
    listed = law.rule("denunciation.conclusion", on=TODAY).value

    assert set(machine.stage.enum.values) - set(RESULT_OF) == {"xem_xet", "nd_da_rut"}
    assert set(RESULT_OF.values()) == set(dict(RESULTS))
    assert len(RESULTS) == len(listed) == 4
    for (_code, label), words in zip(RESULTS, listed, strict=True):
        assert words.startswith(label.partition(",")[0].lower())
