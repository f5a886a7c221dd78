"""Story (b), part B, 2026: cell, base committee and inspection committee propose; the standing committee expels."""

from datetime import date
from typing import Any

from cases.models import Case
from cases.stories import books, documents, meetings
from cases.stories.b_inspection import DOAN, PLACE, SESSION
from cases.stories.meetings import Gathering
from cases.stories.teller import Teller
from registry.models import Person
from registry.provinces import Province
from workflows.forms import Form

THEME = "việc sử dụng bằng đại học không do trường cấp"
VIOLATION = "Từ năm 2019 sử dụng bằng đại học không do trường cấp trong hồ sơ tuyển dụng và hồ sơ đảng viên."
COMMUNE = "Trụ sở Đảng ủy xã Mẫu An"
#: The committee's own working rules, invented for the story, on which its power was answered.
WORKING_RULES = documents.sample("quy_che_lam_viec_mau_an")
POWER = "authority.cap_uy_tren_co_so"
ATTACHED = (
    "Bản tự kiểm điểm\nBiên bản hội nghị, biên bản kiểm phiếu\nBáo cáo kết quả kiểm tra và chứng cứ"
)


def tell(teller: Teller, province: Province, origin: Case) -> None:
    """Tell the discipline of Đặng Văn Thử from the same session to the deposited file."""
    people, bodies = province.people, province.bodies
    soan, doan, giam = (people[n] for n in ("soan", "doan", "giam"))
    for body, day, last in (
        ("chi_bo_xuong", date(2026, 3, 1), {"BC": 2}),
        ("dang_uy_hoa", date(2026, 3, 1), {"TTr": 3}),
        ("btv_an", date(2026, 3, 1), {"QĐ": 30, "CV": 14}),
    ):
        books.opened(bodies[body], day, last)

    teller.opens(
        "P5.DV", step="go_on", origin=origin, body=bodies["ubkt_an"], subjects=[people["thu"]],
        by=soan, on=date(2026, 3, 4), route="ket_luan", theme=THEME, violation=VIOLATION,
        proposing=[bodies["chi_bo_xuong"].pk, bodies["dang_uy_hoa"].pk],
        deciding=bodies["btv_an"].pk,
    )  # fmt: skip
    teller.takes(
        "present", by=doan, on=date(2026, 3, 4), **SESSION,
        proceedings="Cùng buổi công bố kết luận: thông báo các quyền, lịch xem xét kỷ luật.",
        outline="Diễn biến, nguồn gốc văn bằng.\nTính chất, mức độ, tác hại, nguyên nhân.\n"
        "Tự nhận hình thức kỷ luật.",
    )  # fmt: skip
    teller.takes(
        "receive_self_criticism", by=giam, on=date(2026, 3, 9), proposed_form="canh_cao",
        summary="Nhận vi phạm, xin được xem xét hình thức nhẹ hơn.",
    )  # fmt: skip
    _levels(teller, province)
    _appraise_and_hear(teller, province)
    _propose(teller, province)
    _decide(teller, province)
    _announce(teller, province)


def _levels(teller: Teller, province: Province) -> None:
    people, bodies = province.people, province.bodies
    truong, pho = people["xuong1"], people["xuong2"]
    meetings.hold(
        teller,
        Gathering(
            body=bodies["chi_bo_xuong"], called_on=date(2026, 3, 10), held_on=date(2026, 3, 12),
            by=truong, place=PLACE, chair="Hứa Văn Mẫu Trưởng, Bí thư Chi bộ",
            recorder="Ngọc Văn Mẫu An, đảng viên", purpose="de_nghi",
            absent={
                people["xuong12"].pk: "vang_co_ly_do",  # exempt
                people["xuong13"].pk: "vang_co_ly_do",  # temporarily elsewhere
            },
        ),
        lambda meeting: teller.takes(
            "vote_to_propose", by=truong, on=date(2026, 3, 12),
            **_ballot(
                meeting, issued=12, invalid=1, khai_tru=9, canh_cao=2,
                tellers="Chu Văn Mẫu Công, Tổ trưởng\nLa Thị Thử Dung, Thư ký",
                observers="Trần Thị Soạn, đại diện Đảng ủy xã Mẫu An",
            ),
        ),
        "Chi bộ đề nghị khai trừ đồng chí Đặng Văn Thử.",
    )  # fmt: skip
    _send(teller, drafter=pho, signer=truong, on=date(2026, 3, 13))
    bi_thu, pho_bi_thu, day = people["hoa_bt"], people["hoa_pbt"], date(2026, 3, 17)
    meetings.hold(
        teller,
        Gathering(
            body=bodies["dang_uy_hoa"], called_on=date(2026, 3, 14), held_on=day, by=bi_thu,
            place=PLACE, chair="Đàm Văn Thử Bí, Bí thư Đảng ủy",
            recorder="Nông Văn Mẫu Quý, Ủy viên", purpose="de_nghi",
            absent={people["hoa6"].pk: "vang_co_ly_do"},
        ),
        lambda meeting: teller.takes(
            "vote_to_propose", by=bi_thu, on=day,
            **_ballot(
                meeting, issued=8, khai_tru=7, canh_cao=1,
                tellers="Bế Thị Thử Sen, Tổ trưởng\nMa Văn Mẫu Thành, Thư ký",
            ),
        ),
        "Đảng ủy cơ sở đề nghị khai trừ đồng chí Đặng Văn Thử.",
    )  # fmt: skip
    _send(teller, drafter=pho_bi_thu, signer=bi_thu, on=day)


def _appraise_and_hear(teller: Teller, province: Province) -> None:
    people = province.people
    teller.takes(
        "appraise", by=people["giam"], on=date(2026, 3, 18), place=COMMUNE,
        chair="Ma Văn Đoàn, Trưởng đoàn", attendance=DOAN,
        matters="Nội dung vi phạm, kết quả bỏ phiếu, việc bảo đảm các quyền của đảng viên.",
        verified="Sự việc đúng như kết luận kiểm tra; phiếu đã niêm phong, đúng thể lệ.",
        conclusion="Đề nghị của chi bộ, đảng ủy cơ sở có cơ sở, đúng trình tự.",
    )  # fmt: skip
    teller.takes(
        "hear", by=people["nghe"], on=date(2026, 3, 20), place=COMMUNE,
        chair="Lục Thị Nghe, Phó Bí thư Đảng ủy", recorder="Triệu Thị Thẩm, Ủy viên Ủy ban Kiểm tra",
        attendance="Lục Thị Nghe, Phó Bí thư Đảng ủy\nTriệu Thị Thẩm, Ủy viên Ủy ban Kiểm tra",
        subject_side="Đặng Văn Thử, đảng viên",
        statement="Tôi thừa nhận đã dùng bằng không do trường cấp; tôi ân hận, mong Ban Thường vụ xem xét.",
        wishes="Đề nghị được xét hình thức nhẹ hơn.",
    )  # fmt: skip


def _propose(teller: Teller, province: Province) -> None:
    people, day = province.people, date(2026, 3, 24)
    soan, chu, van = (people[n] for n in ("soan", "chu", "van"))
    meetings.hold(
        teller,
        Gathering(
            body=province.bodies["ubkt_an"], called_on=date(2026, 3, 21), held_on=day, by=soan,
            place=COMMUNE, chair="Lý Thị Chủ, Chủ nhiệm", recorder="Nông Văn Giám, Ủy viên",
            purpose="de_nghi", invited_by=(soan, chu),
        ),
        lambda meeting: teller.takes(
            "vote_to_submit", by=soan, on=day,
            **_ballot(
                meeting, issued=5, khai_tru=4, canh_cao=1,
                tellers="Triệu Thị Thẩm, Tổ trưởng\nHoàng Văn Tra, Thư ký",
            ),
        ),
        "Ủy ban Kiểm tra đề nghị Ban Thường vụ khai trừ đồng chí Đặng Văn Thử.",
    )  # fmt: skip
    teller.takes("draft_submit", by=soan, on=day, violation=VIOLATION, attached=ATTACHED)
    teller.takes("submit", by=chu, on=day)
    books.numbered(teller, van, day)


def _decide(teller: Teller, province: Province) -> None:
    people, day = province.people, date(2026, 3, 27)
    ky, nghe, chu, van = (people[n] for n in ("ky", "nghe", "chu", "van"))
    meetings.hold(
        teller,
        Gathering(
            body=province.bodies["btv_an"], called_on=date(2026, 3, 25), held_on=day, by=nghe,
            place=COMMUNE, chair="Phan Văn Ký, Bí thư Đảng ủy", recorder="Ngô Thị Văn, văn thư",
            purpose="quyet_dinh", absent={people["btv6"].pk: "vang_co_ly_do"}, invited_by=(nghe, ky),
        ),
        lambda meeting: _vote_and_compare(teller, nghe, chu, day, meeting),
        "Ban Thường vụ quyết định khai trừ ra khỏi Đảng đồng chí Đặng Văn Thử.",
    )  # fmt: skip
    teller.takes(
        "draft_decide", by=nghe, on=date(2026, 3, 30), violation=VIOLATION,
        executors="Ủy ban Kiểm tra Đảng ủy, Đảng ủy cơ sở Công ty cổ phần Mẫu Hòa, Chi bộ Phân xưởng 2",
        handover="Chi bộ Phân xưởng 2 thu thẻ đảng viên; Đảng ủy cơ sở chuyển giao hồ sơ đảng viên.",
    )  # fmt: skip
    teller.takes("decide", by=ky, on=date(2026, 3, 30))
    books.numbered(teller, van, date(2026, 3, 30))


def _announce(teller: Teller, province: Province) -> None:
    people = province.people
    ky, nghe, van, giam = (people[n] for n in ("ky", "nghe", "van", "giam"))
    teller.takes(
        "hand_over", by=nghe, on=date(2026, 3, 30), place=PLACE,
        chair="Lục Thị Nghe, Phó Bí thư Đảng ủy, đại diện Ban Thường vụ",
        recorder="Ngô Thị Văn, văn thư",
        attendance="Lục Thị Nghe, Phó Bí thư Đảng ủy\nMa Văn Đoàn, Phó Chủ nhiệm Ủy ban Kiểm tra\n"
        "Đàm Văn Thử Bí, Bí thư Đảng ủy cơ sở\nHứa Văn Mẫu Trưởng, Bí thư Chi bộ",
        subject_side="Đặng Văn Thử, đảng viên", result="da_nhan",
    )  # fmt: skip
    teller.takes(
        "draft_notify", by=nghe, on=date(2026, 3, 31), called="ông", violation=VIOLATION,
        addressee="Ủy ban Kiểm tra Tỉnh ủy Mẫu Giang\nBan Tổ chức Tỉnh ủy Mẫu Giang\nCông ty cổ phần Mẫu Hòa",
        requests="Xem xét, xử lý về chính quyền, đoàn thể theo quy định",
    )  # fmt: skip
    teller.takes("notify", by=ky, on=date(2026, 3, 31))
    books.numbered(teller, van, date(2026, 3, 31))
    teller.takes("deposit", by=giam, on=date(2026, 4, 3), archive="HS-KL-03/2026")


def _vote_and_compare(teller: Teller, by: Person, chair: Person, day: date, meeting: str) -> None:
    """The power to expel was not read: the engine asks, the chair answers with the working rules."""
    ballot = _ballot(
        meeting, issued=8, khai_tru=7, canh_cao=1,
        tellers="Nông Thị Thử Bốn, Tổ trưởng\nTriệu Văn Mẫu Năm, Thư ký",
        observers="Trần Thị Soạn, Kiểm tra viên",
    )  # fmt: skip
    teller.is_asked("vote_to_decide", by=by, on=day, about={POWER}, **ballot)
    teller.takes(
        "answer_rule", by=chair, on=day, rule=POWER, source=WORKING_RULES,
        value="được: quyết định\nhình thức: khiển trách | cảnh cáo | cách chức | khai trừ",
    )  # fmt: skip
    teller.takes("vote_to_decide", by=by, on=day, **ballot)
    teller.takes(
        "compare_limitation", by=by, on=day, act_ended="2025-12-31", act_kind="khong_thoi_hieu",
        note="Sử dụng văn bằng không hợp pháp: không áp dụng thời hiệu.",
    )  # fmt: skip


def _ballot(
    meeting: str, *, issued: int, tellers: str, invalid: int = 0, observers: str = "", **cast: int
) -> dict[str, Any]:
    """One secret ballot as the tellers report it: every slip given out came back."""
    totals = {
        "phat_ra": issued, "thu_vao": issued, "hop_le": issued - invalid, "khong_hop_le": invalid,
        **dict.fromkeys(Form.values, 0), **cast,
    }  # fmt: skip
    return {
        "meeting": meeting,
        "totals": totals,
        "tellers": tellers,
        **({"observers": observers} if observers else {}),
        "opinions": "Các đồng chí phát biểu: vi phạm rõ, kéo dài, ảnh hưởng uy tín tổ chức đảng.",
        "conclusion": "Sử dụng văn bằng không hợp pháp trong hồ sơ tuyển dụng và hồ sơ đảng viên, rất nghiêm"
        " trọng; nguyên nhân do thiếu trung thực.",
        "envelope": "phong bì niêm phong, nơi họp giữ",
    }


def _send(teller: Teller, *, drafter: Person, signer: Person, on: date) -> None:
    teller.takes("draft_send_proposal", by=drafter, on=on, violation=VIOLATION, attached=ATTACHED)
    teller.takes("send_proposal", by=signer, on=on)
