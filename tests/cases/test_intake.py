"""Letters and findings come in, are numbered, classified and go their way; who denounced stays sealed."""

import pytest
from django.db import IntegrityError, connection, transaction

from cases import services
from cases.incoming import book_for, found
from cases.incoming_models import IncomingEntry
from cases.models import Case, RecordPaper
from cases.queries import visible_to
from cases.verification import verify
from documents.models import BookEntry
from documents.printing import print_pending
from tests.cases.letters import ANONYMOUS, OUR_OWN, Letters
from tests.cases.supervision import TODAY, ago, lay_province, refused
from tests.desk.leaks import Words, tables

WRITER = "Khổng Thị Uyển Nhi"


@pytest.fixture
def office(db):
    return Letters(lay_province())


def stage(case):
    return Case.objects.get(pk=case.pk).stage


def test_a_denunciation_waits_for_its_procedure_and_is_not_lost(office):
    case = office.comes("to_cao", about="dangvien")
    office.goes(case, "to_cao", "giai_quyet_to_cao")
    office.take(case, "accept_denunciation", "chunhiem", ago(5), content="Việc sử dụng đất.")

    assert case.stage == "cho_to_cao"
    with refused("chưa được thông báo", "chưa có văn bản thụ lý"):
        office.take(case, "close", "vanthu")

    notice = office.issued(case, "notify_sender", message="Đơn đang được giải quyết.")
    assert office.numbered(case, notice) == "01-TB/UBKTĐU"
    assert notice.values["addressee"] == ["Người gửi đơn có bí danh NTC-2026-0001"]
    print_pending()
    office.take(
        case, "send_paper", "vanthu", ago(2), paper=notice.pk, receiver="nguoi_gui",
        evidence="RB 12", result="da_nhan",
    )  # fmt: skip
    assert notice.services.get().to == "Người gửi đơn"
    office.take(case, "record_taking_up", document="05-QĐ/UBKTĐU", dated=ago(1).isoformat())
    office.take(case, "close", "vanthu", archive="DT-01/2026")
    assert case.closed_on == TODAY


def test_a_complaint_is_taken_up_also_where_nobody_has_read_the_list_of_refusals(office):
    case = office.comes("khieu_nai", sender="Bàn Thị Mẫu Viên, thôn Thử Hai")
    office.goes(case, "khieu_nai", "giai_quyet_khieu_nai")
    office.take(case, "accept_complaint", "phochunhiem", content="Hình thức cảnh cáo.")

    assert case.stage == "cho_khieu_nai"
    assert IncomingEntry.objects.get(case=case).sender == "Bàn Thị Mẫu Viên, thôn Thử Hai"


@pytest.mark.parametrize(
    ("direction", "receiver"),
    [("cap_duoi", "Chi bộ thôn Thử Hai"), ("cap_tren", "Ủy ban Kiểm tra Tỉnh ủy Thử Hà")],
)
def test_a_letter_of_others_is_sent_down_or_up_and_its_sender_told(office, direction, receiver):
    case = office.comes("to_cao", about="dangvien")
    office.goes(case, "to_cao", "chuyen_don", competent=receiver)

    slip = office.issued(
        case, "forward", direction=direction, receiver=receiver,
        attached="Đơn, 02 trang\nPhiếu đề xuất", reason="Đảng viên thuộc diện nơi nhận quản lý.",
    )  # fmt: skip
    assert office.numbered(case, slip) == "01-PC/UBKTĐU"
    assert (slip.kind, slip.values["addressee"]) == ("PC-01", [receiver])
    assert slip.values["letter"] == f"đơn tố cáo, số đến 01, ngày đến {ago(10):%d/%m/%Y}"

    with refused("chưa được thông báo kết quả"):
        office.take(case, "close", "vanthu")
    notice = office.issued(case, "notify_sender", message=f"Đơn đã chuyển {receiver}.")
    office.numbered(case, notice)
    print_pending()
    office.take(case, "close", "vanthu")
    assert stage(case) == "da_luu"


def test_a_mixed_letter_becomes_two_files_each_in_its_own_state(office):
    letter = office.comes("hon_hop", about="dangvien")
    with refused("không dùng cho loại đơn"):
        office.classify(letter, "hon_hop", "giai_quyet_khieu_nai")
    office.goes(letter, "hon_hop", "tach_don")
    with refused("complaint.mixed_letter"):  # nobody has read what the newest regulation says
        office.take(letter, "split", complaint="Hình thức kỷ luật.", denunciation="Chi sai quỹ.")
    source = {
        "document": "01-QC/UBKTĐU",
        "dated": "2025-08-15",
        "clause": "Điều 9",
        "scan": "ab" * 32,
    }
    office.take(
        letter, "answer_rule", "chunhiem", ago(6), rule="complaint.mixed_letter",
        value="tách hai phần", source=source,
    )  # fmt: skip
    office.take(letter, "split", on=ago(6), complaint="Kỷ luật.", denunciation="Chi sai quỹ.")
    assert letter.stage == "da_vao_so"

    office.goes(letter, "khieu_nai", "khong_thu_ly", on=ago(6))
    office.take(letter, "refuse", "uyvien", ago(5), ground="da_giai_quyet", reason="Đã xong.")
    office.issued(letter, "notify_refusal", message="Đơn không được thụ lý.")
    with refused("part.lost"):
        office.take(letter, "close", "vanthu")

    people, body = office.province.people, office.province.bodies["ubkt"]

    def take_part():
        return services.open_case(
            "P0.TN", body=body, subjects=[], actor=people["canbo"], acted_on=ago(5), origin=letter,
            step="take_part", inputs={"denunciation": "Chi sai quỹ."}, today=TODAY,
        )  # fmt: skip

    part = take_part()
    assert (part.stage, letter.stage) == ("phan_to_cao", "khong_thu_ly")
    with refused("part.twice"):
        take_part()
    guidance = office.issued(part, "guide_sender", guidance="Gửi đơn tố cáo riêng.")
    assert office.numbered(part, guidance) == "01-CV/UBKTĐU"
    assert guidance.values["addressee"] == ["Người gửi đơn có bí danh NTC-2026-0001"]
    assert part.stage == "da_huong_dan"
    assert office.book() == [1]  # one letter, one number
    listed = visible_to(people["canbo"], TODAY).filter(procedure="P0.TN")
    assert set(listed) == {letter, part}


def test_an_anonymous_but_concrete_letter_becomes_information_and_names_nobody(office):
    with refused("phải thống nhất"):
        office.comes("to_cao", kind="khong_ro", sender=WRITER)
    case = office.comes("to_cao", kind="khong_ro", about="dangvien")
    with refused("không khớp với cách ghi trong sổ"):
        office.classify(case, "to_cao", "lam_thong_tin")
    office.goes(case, "to_cao", "lam_thong_tin", **ANONYMOUS)
    with refused("origin.not_there"):
        _supervise(office, case)
    office.take(
        case, "keep_as_information", on=ago(5), used_for="giam_sat",
        assessment="Có cơ sở ban đầu.", proposals="Giám sát chuyên đề.",
    )  # fmt: skip

    report = RecordPaper.objects.get(case=case, paper__kind="BC-04.NT").paper
    entry = IncomingEntry.objects.get(case=case)
    assert "sender" not in report.values
    assert (entry.sender, entry.alias) == ("", "")
    assert Words(WRITER, "Uyển Nhi").places(tables()) == []
    supervision = _supervise(office, case)
    assert (supervision.origin, supervision.stage) == (case, "da_de_xuat")
    with refused("origin.leads_elsewhere"):
        services.open_case(
            "P5.DV", body=office.province.bodies["ubkt"], actor=office.province.people["canbo"],
            subjects=[office.province.people["dangvien"]], acted_on=TODAY, origin=case, today=TODAY,
            inputs={},
        )  # fmt: skip
    print_pending()
    office.take(case, "close", "vanthu")
    assert case.stage == "da_luu"


def _supervise(office, origin):
    said = {
        "source": "nhiem_vu", "theme": "việc giao khoán đất", "period_from": "2026-01-01",
        "period_to": "2026-10-31", "reasons": "Theo thông tin tiếp nhận.",
    }  # fmt: skip
    return services.open_case(
        "P1.CD", body=office.province.bodies["ubkt"], actor=office.province.people["canbo"],
        subjects=[office.province.people["dangvien"]], acted_on=TODAY, origin=origin, today=TODAY,
        inputs=said,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("standing", "settled", "ground"),
    [
        ("khong_nang_luc", "chua", "khong_nang_luc"),
        ("ro_rang", "da_xong", "da_giai_quyet"),
        ("ro_rang", "chua", "khong_cu_the"),
    ],
)
def test_a_denunciation_is_refused_for_a_reason_of_the_law(office, standing, settled, ground):
    case = office.comes("to_cao")
    said = {"standing": standing, "settled": settled}
    if ground != "khong_cu_the":
        office.goes(case, "to_cao", "giai_quyet_to_cao", **said)
        with refused("denunciation.not_considered"):
            office.take(case, "accept_denunciation", "chunhiem", content="Thử thụ lý.")
        office.take(case, "return_proposal", "uyvien", ago(6), reason="Không thụ lý được.")
    office.classify(case, "to_cao", "khong_thu_ly", on=ago(6), **said)
    office.take(case, "decide_route", "uyvien", ago(6), route="khong_thu_ly", opinion="Lưu đơn.")
    with refused("denunciation.not_considered"):  # a photocopied signature is no ground any more
        office.take(case, "refuse", "uyvien", ground="sao_chup", reason="Chữ ký sao chụp.")
    office.take(case, "refuse", "uyvien", ago(5), ground=ground, reason="Đã đối chiếu hồ sơ.")

    letter = office.issued(case, "notify_refusal", message="Có chứng cứ mới thì gửi bổ sung.")
    assert office.numbered(case, letter) == "01-CV/UBKTĐU"
    assert letter.values["reason"] == ["Đã đối chiếu hồ sơ."]
    print_pending()
    office.take(case, "close", "vanthu")


def test_what_is_classified_without_a_reason_or_by_one_hand_is_refused(office):
    case = office.comes(
        "chuyen_den", kind="to_chuc", sender="Thanh tra tỉnh", sender_number="12/CV"
    )
    said = {
        "standing": "khong_phai_don",
        "concrete": "khong",
        "settled": "chua",
        "competent": OUR_OWN,
    }
    with refused("Lý do phân loại, đề xuất", "Chỉ thông tin cụ thể"):
        office.take(case, "classify", nature="chuyen_den", route="lam_thong_tin", **said)
    said["concrete"] = "co"
    office.take(
        case, "classify", "chunhiem", ago(7), nature="chuyen_den", route="lam_thong_tin",
        reason="Tài liệu cụ thể.", **said,
    )  # fmt: skip

    with refused("second_hand"):
        office.take(case, "decide_route", "chunhiem", route="lam_thong_tin", opinion="Đồng ý.")
    office.take(case, "decide_route", "uyvien", route="chuyen_don", opinion="Chuyển cấp trên.")
    with refused("không phải là “dùng làm thông tin"):
        office.take(
            case, "keep_as_information", used_for="giam_sat", assessment="A.", proposals="B."
        )


def test_the_wrong_body_is_refused_with_every_reason(office):
    with refused(
        "không phải chủ thể", "Chỉ người khiếu nại", "Trích yếu nội dung", "không theo thứ tự"
    ) as said:
        office.comes(
            "to_cao", sender=WRITER, by="bithu2", body="chi_bo_thon2", summary=None,
            postmarked_on=ago(1).isoformat(),
        )  # fmt: skip

    assert all(reason.remedy for reason in said.value.reasons)
    assert not Case.objects.exists()
    assert Words(WRITER, "Uyển Nhi").places(tables()) == []


def test_a_denouncer_stands_nowhere_the_accused_or_a_list_could_show(office):
    people = office.province.people
    with refused("Chỉ người khiếu nại được ghi tên"):
        office.comes("to_cao", sender=WRITER, about="uyvien")
    with refused("không giữ phong bì nào"):
        office.comes("to_cao", kind="niem_phong", envelope="NTC-2026-9999")
    case = office.comes("to_cao", about="uyvien")
    entry = IncomingEntry.objects.get(case=case)
    with refused("đã ghi cho một đơn khác"):
        office.comes("phan_anh", kind="niem_phong", envelope=entry.alias)

    assert list(book_for(people["canbo"], TODAY)) == [entry]
    for kept_out in ("uyvien", "bithu2", "dangvien", "phobithuxa"):  # the accused sits in the body
        assert not book_for(people[kept_out], TODAY).exists()
        assert not visible_to(people[kept_out], TODAY).exists()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_incomingentry (case_id, record_id, body_id, term_id, number, arrived_on,"
            " source, sender_kind, alias, sender, search_key, sender_number) SELECT case_id, record_id,"
            " body_id, term_id, 99, arrived_on, source, 'ca_nhan', '', %s, '', '' FROM cases_incomingentry",
            [WRITER],
        )


def test_a_letter_registered_with_a_name_is_never_called_a_denunciation(office):
    case = office.comes("khieu_nai", sender="Bàn Thị Mẫu Viên")

    with refused("có ghi tên người gửi"):
        office.classify(case, "to_cao", "giai_quyet_to_cao")


def test_sending_a_paper_tells_nobody_the_file_is_about(office):
    case = office.comes("to_cao", about="dangvien")
    office.goes(case, "to_cao", "giai_quyet_to_cao")
    office.take(case, "accept_denunciation", "chunhiem", ago(5), content="Việc sử dụng đất.")
    notice = office.issued(case, "notify_sender", message="Đã thụ lý.")
    office.numbered(case, notice)
    print_pending()
    office.take(
        case, "send_paper", "vanthu", ago(1), paper=notice.pk, receiver="nguoi_gui", evidence="RB 1",
        result="da_nhan",
    )  # fmt: skip

    for concerned in ("dangvien", "bithu2"):  # neither the accused nor who leads the accused's cell
        assert not visible_to(office.province.people[concerned], TODAY).exists()


def test_a_line_that_no_step_entered_is_found(office):
    case = office.comes("to_cao")
    office.classify(case, "to_cao", "giai_quyet_to_cao")
    assert verify().faults == ()
    line = IncomingEntry.objects.get()

    line.pk, line.number, line.record = None, 2, case.history.get(sequence=2)
    line.save(force_insert=True)

    found = [str(one.what) for one in verify().faults]
    assert any("khác với bước đã vào sổ" in one for one in found)
    assert any("khác với nhật ký cấp số" in one for one in found)


def test_the_book_runs_without_gaps_and_a_refused_letter_takes_no_number(office):
    office.comes("phan_anh")
    with refused("đã ghi cho một đơn khác"):
        office.comes("phan_anh", kind="niem_phong", envelope=IncomingEntry.objects.get().alias)
    last_year = {"arrived_on": "2025-12-30", "postmarked_on": None}
    office.comes("bao_chi", kind="to_chuc", sender="Báo Thử Hà", **last_year)
    office.comes("khieu_nai", sender="Mai Thị Mẫu Dung")

    assert office.book() == [1, 2, 3]
    book = IncomingEntry.objects.all()
    assert [one.number for one in found(book, "", 2025)] == [2]
    assert [one.number for one in found(book, "mẫu dung", None)] == [3]
    assert [one.number for one in found(book, "phan anh", None)] == [1]
    assert BookEntry.objects.filter(deed=BookEntry.Deed.INCOMING).count() == 3
    assert verify().faults == ()
