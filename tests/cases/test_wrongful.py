"""P9.OAN, P9.OANT through the one door: annulled, apologised for in public, given back, answered for."""

from datetime import date

import pytest

from cases import services
from cases.leaving import leave
from cases.models import Case, RecordPaper
from cases.reading import Reader, read_file
from cases.verification import verify
from desk.gathering import beside
from registry import register
from registry.exits import exit_of
from registry.models import Body, Exit, Membership, Succession
from tests.cases.discipline import SAID as OF_A_DISCIPLINE
from tests.cases.discipline import SERVED, World, level_by_level, refused_whole
from tests.cases.organisations import committee_of_the_commune
from tests.cases.restoration import (
    APOLOGISED,
    ENDED,
    FOUND,
    GIVEN_BACK,
    PLANNED,
    TOLD,
    raised,
)
from tests.cases.supervision import refused
from tests.scenarios.matters import words_of


@pytest.fixture
def world(db):
    return World()


def kinds_of(matter):
    held = RecordPaper.objects.filter(case=matter.case).order_by("paper_id")
    return [one.paper.kind for one in held.select_related("paper")]


def paper(matter, kind):
    return words_of(matter.case.papers.get(paper__kind=kind).paper)


def test_a_reprimand_is_annulled_apologised_for_in_both_forms_and_given_back(world):
    matter = raised(world).confirmed()
    assert matter.case.deadlines.get(name="bao_nguoi_oan").last_day == date(2026, 7, 7)

    matter.told().planned()
    assert {one.name for one in matter.case.deadlines.all()} == {"xin_loi", "phuc_hoi"}
    matter.writes("apologise", on=APOLOGISED, body="ubkt_an", leads=True)
    matter.signs("publish", on=APOLOGISED)
    matter.writes("complete_apology", on=APOLOGISED, body="ubkt_an", leads=True)
    matter.signs("restore", on=GIVEN_BACK).closed()

    assert matter.stage == "da_nop_luu"
    assert kinds_of(matter) == [
        "QD-07.XD", "QD-07.HB", "TB-06.OAN", "KH-03.XL", "BB-11.XL", "TB-06.XL", "QD-07.PH", "TB-06.KQ",
        "ML-01.OAN",
    ]  # fmt: skip
    assert not matter.case.deadlines.exists()
    assert not verify().faults

    confirmed, minutes = paper(matter, "QD-07.XD"), paper(matter, "BB-11.XL")
    assert (
        "Quyết định số 21-QĐ/UBKTĐU (khiển trách) đối với đồng chí Đặng Văn Thử là kỷ luật oan"
        in confirmed
    )
    assert "117-QĐ/TW" in confirmed
    assert "Kết luận số 15-KL/UBKTTU" in confirmed
    assert "Chúng tôi xin lỗi đồng chí." in minutes
    assert "Đào Văn Ký" in minutes  # whoever stands above the body that decided
    assert "Điều kiện quy hoạch" in paper(matter, "QD-07.PH")
    assert "Việc phục hồi thực hiện khi có đơn" not in paper(matter, "TB-06.OAN")


def test_every_reason_is_told_at_once_before_a_plan_is_signed(world):
    matter = raised(world).confirmed()
    matter.signs("annul", on=TOLD)
    matter.take("draft_plan", by="soan", on=TOLD)

    with refused_whole(
        "chưa được thông báo bằng văn bản", "chưa được lấy số", "Chưa ghi nguyện vọng"
    ) as caught:
        matter.take("plan", by="chu", on=TOLD)

    assert len(caught.value.reasons) == 3


def test_the_basis_lies_between_the_discipline_and_the_finding(world):
    matter = raised(world)

    with refused_whole("phải ra sau quyết định kỷ luật"):
        matter.take("draft_confirm", by="nghe", on=FOUND, basis_on="2025-11-30")
    with refused_whole("phải ra sau quyết định kỷ luật"):
        matter.take("draft_confirm", by="nghe", on=FOUND, basis_on="2026-05-09")


def test_silence_is_waited_for_until_the_day_the_notice_gave(world):
    matter = raised(world).confirmed()
    matter.signs("annul", on=TOLD)
    with refused_whole("phải sau ngày thông báo"):
        matter.take("draft_tell", by="soan", on=TOLD, answer_by=TOLD.isoformat())
    matter.signs("tell", on=TOLD)
    nobody = {"speaker": "khong_tra_loi", "apology": "khong_neu"}

    with refused_whole("Chưa hết ngày trả lời"):
        matter.writes("record_wishes", on=date(2026, 5, 25), **nobody)
    with refused_whole("Không trả lời thì không thể vừa có đơn"):
        matter.writes("record_wishes", on=PLANNED, **{**nobody, "application": "co"})
    matter.writes("record_wishes", on=PLANNED, **nobody)
    matter.signs("plan", on=PLANNED, apology="dang_tai")

    with refused_whole("Còn hình thức xin lỗi trong kế hoạch chưa thực hiện"):
        matter.writes("complete_apology", on=APOLOGISED, body="ubkt_an", leads=True)
    matter.signs("publish", on=APOLOGISED)
    matter.writes("complete_apology", on=APOLOGISED, body="ubkt_an", leads=True)
    assert matter.stage == "da_xin_loi"


def test_an_expulsion_noted_as_annulled_is_given_back_on_application_only(world):
    """The register has entered the expulsion; a complaint's decision has annulled it already."""
    thu, last = world.who("thu"), date(2025, 12, 31)
    decision = ("Quyết định số 21-QĐ/ĐU, ngày 01/12/2025", date(2025, 12, 1))
    leave(thu, Exit.Kind.EXPELLED, decision, world.who("nghe"), last, last)
    matter = raised(world, of="btv_an", undone="khai_tru", signal="khieu_nai").confirmed()
    matter.writes("note_annulled", on=TOLD)
    matter.signs("tell", on=TOLD)
    assert "Việc phục hồi thực hiện khi có đơn" in paper(matter, "TB-06.OAN")

    matter.planned({"apology": "hoi_nghi"}, apology="hoi_nghi")
    matter.writes("apologise", on=APOLOGISED)
    matter.writes("complete_apology", on=APOLOGISED)
    matter.take("draft_restore", by="nghe", on=GIVEN_BACK, way="dang_tich")
    with refused_whole("hồ sơ chưa có đơn") as caught:
        matter.take("restore", by="ky", on=GIVEN_BACK)
    assert caught.value.reasons[0].citation == "117-QĐ/TW"

    matter.writes("record_wishes", on=GIVEN_BACK, application="co")
    matter.take("restore", by="ky", on=GIVEN_BACK)
    with refused_whole("Quyết định phục hồi chưa được lấy số"):
        matter.writes("take_back", on=ENDED)
    matter.number(on=GIVEN_BACK)
    with refused_whole("Không sinh hoạt trở lại trước ngày quyết định phục hồi"):
        matter.writes("take_back", on=ENDED, from_on="2026-06-14")
    with refused_whole("chưa được chi bộ tiếp nhận", "Chưa thông báo kết quả"):
        matter.writes("close", on=ENDED)
    matter.writes("take_back", on=ENDED)
    matter.closed()

    assert "Quyết định số 33-QĐ/TU, ngày 06/5/2026" in paper(matter, "QD-07.PH")
    assert "Phục hồi đảng tịch, quyền đảng viên, tuổi đảng đối với" in paper(matter, "QD-07.PH")
    assert matter.stage == "da_nop_luu"
    before, back = Membership.objects.filter(person=thu).order_by("first_day")
    assert (before.last_day, back.first_day) == (last, date(2026, 1, 1))  # without a gap
    assert (back.cell, back.last_day) == (before.cell, None)
    assert exit_of(thu, ENDED) is None
    assert not list(register.faults())


def test_what_is_given_back_is_what_the_law_gives_after_that_form(world):
    matter = raised(world, undone="cach_chuc").confirmed().told().planned(apology="hoi_nghi")
    matter.writes("apologise", on=APOLOGISED, body="ubkt_an", leads=True)
    matter.writes("complete_apology", on=APOLOGISED, body="ubkt_an")

    with refused_whole("không phải cách quy định cho hình thức đã áp dụng oan"):
        matter.take("draft_restore", by="soan", on=GIVEN_BACK, way="dang_tich")
    with refused_whole("chức vụ, vị trí công tác được phục hồi, bố trí"):
        matter.take("draft_restore", by="soan", on=GIVEN_BACK, way="tuong_duong")
    matter.signs("restore", on=GIVEN_BACK, way="tuong_duong", post="Phó Giám đốc")

    assert "chức vụ, vị trí công tác: Phó Giám đốc" in paper(matter, "QD-07.PH")
    matter.signs("notify", on=ENDED)
    with refused_whole("Chưa xem xét trách nhiệm của nơi tham mưu, quyết định"):
        matter.writes("close", on=ENDED)


def test_heirs_speak_for_whoever_has_died(world):
    matter = raised(world, condition="qua_doi").confirmed()
    matter.told(addressee="Bà Mẫu Thị Vợ, vợ đồng chí Đặng Văn Thử")

    with refused_whole("thân nhân nêu thay") as caught:
        matter.writes("record_wishes", on=PLANNED)
    assert caught.value.reasons[0].citation == "117-QĐ/TW Điều 1"
    with refused_whole("phải ghi là ai"):
        matter.writes("record_wishes", on=PLANNED, speaker="than_nhan")

    heirs = {"speaker": "than_nhan", "name": "Mẫu Thị Vợ, vợ", "apology": "hoi_nghi"}
    matter.planned(heirs, apology="hoi_nghi")

    assert matter.laid("nguyen_vong")["speaker"] == "than_nhan"
    assert "Mẫu Thị Vợ" in paper(matter, "TB-06.OAN")
    assert matter.stage == "da_co_ke_hoach"


def test_whoever_did_not_keep_the_quality_of_a_member_gets_no_apology_and_yet_an_annulment(world):
    matter = raised(world).confirmed()
    matter.signs("annul", on=TOLD)

    with refused_whole("không thuộc các trường hợp không được xin lỗi") as caught:
        matter.writes("exclude", on=TOLD, leads=True, case="khac")
    assert "cho phép làm khác" in caught.value.reasons[0].remedy
    matter.writes("exclude", on=TOLD, leads=True)
    with refused_whole("Chưa thông báo kết quả", "Chưa xem xét trách nhiệm"):
        matter.writes("close_excluded", on=ENDED)
    matter.closed(by="close_excluded")

    assert matter.stage == "loai_tru"
    assert kinds_of(matter) == ["QD-07.XD", "QD-07.HB", "TB-06.KQ", "ML-01.OAN"]
    assert "Không thực hiện xin lỗi, phục hồi" in paper(matter, "TB-06.KQ")


def test_a_discipline_that_was_right_is_left_and_the_member_is_told_why(world):
    matter = raised(world)
    matter.writes("find_not_wrongful", on=FOUND, leads=True)
    matter.signs("notify", on=FOUND).writes("close_not_wrongful", on=ENDED)

    assert "Không xác định là kỷ luật oan" in paper(matter, "TB-06.KQ")
    assert "Chứng từ nộp sau hạn" in paper(matter, "TB-06.KQ")
    assert matter.stage == "khong_oan"


def test_only_whoever_decided_or_stands_above_looks_again(world):
    with refused_whole("không có thẩm quyền giải quyết đối với quyết định của"):
        raised(world, by="ubkt_an", of="btv_an")
    with refused_whole("không phải tổ chức đảng quản lý, cấp trên của đối tượng"):
        raised(world, of="chi_bo_truong")
    with refused_whole("đã kết thúc hoạt động ngày 30/06/2025"):
        raised(world, of="ubkt_thuong")
    with refused_whole("không được sau ngày xem xét"):
        raised(world, decided_on="2026-06-01")


def test_a_dissolved_organisation_is_founded_again_with_a_provisional_committee(world):
    committee_of_the_commune(world)
    cell = world.province.organisations["xuong"]
    cell.last_day = date(2025, 12, 31)
    cell.save()
    cell.placements.filter(last_day=None).update(last_day=date(2025, 12, 31))
    matter = raised(
        world, subject=cell, procedure="P9.OANT", by="cap_uy_an", of="cap_uy_an",
        undone="giai_tan", condition="da_giai_tan",
    ).confirmed()  # fmt: skip
    speaks = {"speaker": "dai_dien", "name": "Hứa Văn Mẫu Trưởng", "apology": "hoi_nghi"}
    matter.told().planned(speaks, apology="hoi_nghi")
    matter.writes("apologise", on=APOLOGISED)
    matter.writes("complete_apology", on=APOLOGISED)

    with refused_whole("cấp ủy lâm thời"):
        matter.take("draft_restore", by="nghe", on=GIVEN_BACK, way="lap_lai")
    matter.signs(
        "restore", on=GIVEN_BACK, way="lap_lai", committee="Hứa Văn Mẫu Trưởng, bí thư lâm thời"
    )
    matter.closed(successor="khong_co")

    said = paper(matter, "QD-07.PH.TC")
    assert "Thành lập lại, chỉ định cấp ủy lâm thời đối với Chi bộ Phân xưởng 2" in said
    assert "Hứa Văn Mẫu Trưởng, bí thư lâm thời" in said
    assert matter.stage == "da_nop_luu"


def test_an_ended_organisation_is_assessed_again_and_its_successor_is_told(world):
    thuong, an = world.province.organisations["thuong"], world.province.organisations["an"]
    assert Succession.objects.filter(predecessor=thuong, successor=an).exists()
    above = Body.objects.create(
        organisation=world.province.organisations["tinh"], kind="btv", name="Ban Thường vụ Tỉnh ủy Mẫu Giang",
        symbol="TU", superior_line="ĐẢNG CỘNG SẢN VIỆT NAM", issuing_line="TỈNH ỦY MẪU GIANG",
        signs_electronically=True, first_day=date(2020, 1, 1),
    )  # fmt: skip
    above.terms.create(name="2025–2030", first_day=date(2025, 7, 1), last_day=date(2030, 6, 30))
    for name, position in (("kiem", "bi_thu"), ("xet", "pho_bi_thu"), ("the", "van_thu")):
        above.posts.create(person=world.who(name), position=position, first_day=date(2025, 7, 1))
    world.bodies["btv_tinh"] = above

    with refused_whole("không khớp với hình thức kỷ luật đã áp dụng"):
        raised(
            world, subject=thuong, procedure="P9.OANT", by="btv_tinh", of="btv_tinh",
            undone="canh_cao", condition="da_giai_tan",
        )  # fmt: skip
    matter = raised(
        world, subject=thuong, procedure="P9.OANT", by="btv_tinh", of="btv_tinh",
        undone="canh_cao", condition="da_ket_thuc",
    )  # fmt: skip
    matter.confirmed().told()
    matter.planned({"speaker": "dai_dien", "name": "Đại diện Đảng ủy xã Mẫu An", "apology": "hoi_nghi"},
                   apology="hoi_nghi")  # fmt: skip
    matter.writes("apologise", on=APOLOGISED)
    matter.writes("complete_apology", on=APOLOGISED)
    matter.signs("restore", on=GIVEN_BACK, way="danh_gia_lai")
    matter.writes("answer_for", on=ENDED, leads=True)
    matter.signs("notify", on=ENDED, successor="khong_co")
    with refused_whole("Tổ chức đảng kế thừa chưa được thông báo"):
        matter.writes("close", on=ENDED)
    matter.signs("notify", on=ENDED, addressee="Đảng ủy xã Mẫu An", successor="co")
    matter.writes("close", on=ENDED)

    assert matter.stage == "da_nop_luu"


def test_out_of_a_disciplines_own_file_it_names_what_that_file_ended_in(world):
    expelled = level_by_level(world, until="hand_over")
    number = expelled.case.papers.get(paper__kind="QD-04").paper.number_text

    with refused_whole(f"kết thúc bằng khai trừ, {number}, khác với điều ghi ở đây"):
        raised(world, of="btv_an", origin=expelled.case, undone="canh_cao")
    matter = raised(
        world, of="btv_an", origin=expelled.case, undone="khai_tru",
        decision=f"Quyết định số {number}", decided_on=SERVED.isoformat(),
    )  # fmt: skip

    assert matter.stage == "dang_xem_xet"


def test_those_who_decided_wrongly_answer_in_a_file_opened_out_of_this_one(world):
    matter = raised(world).confirmed()
    levels = {"proposing": [], "deciding": world.bodies["ubkt_an"].pk}

    def opens(on):
        return services.open_case(
            "P5.DV", body=world.bodies["ubkt_an"], subjects=[world.who("hieu")], actor=world.who("soan"),
            origin=Case.objects.get(pk=matter.case.pk), acted_on=on, today=on,
            inputs={**OF_A_DISCIPLINE["take_up"], **levels},
        )  # fmt: skip

    with refused("chưa ở giai đoạn mở được hồ sơ"):
        opens(FOUND)
    matter.told().planned(apology="hoi_nghi")
    for step in ("apologise", "complete_apology"):
        matter.writes(step, on=APOLOGISED, body="ubkt_an", leads=True)
    matter.signs("restore", on=GIVEN_BACK)
    answers = {"on": ENDED, "leads": True, "result": "ky_luat"}
    with refused_whole("Chưa ghi hồ sơ kỷ luật nào được lập theo hồ sơ này"):
        matter.writes("answer_for", **answers, reference="KL-2026-0099")
    answering = opens(ENDED)
    with refused_whole("Chưa ghi hồ sơ kiểm tra nào được lập theo hồ sơ này"):
        matter.writes(
            "answer_for", **{**answers, "result": "kiem_tra"}, reference=answering.reference
        )
    matter.writes("answer_for", **answers, reference=answering.reference)

    assert matter.case.followed_by.get() == answering
    offered = {one.url.split("/")[-3] for one in links_to_answering(matter)}
    assert offered == {"P3.CU", "P3.TCU", "P5.CU"}


def links_to_answering(matter):
    """What the page of the file offers whoever leads the body that looks again."""
    who = matter.world.who("ky").pk
    file = read_file(matter.case.pk, Reader(who, ENDED, ENDED))
    return list(beside.answering(Case.objects.get(pk=matter.case.pk), file))
