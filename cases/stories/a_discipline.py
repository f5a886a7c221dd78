"""Story (a), part C, 2017: the cell hears its member, votes in secret and reprimands him."""

from datetime import date

from cases.models import Case
from cases.stories import books, documents, meetings
from cases.stories.meetings import Gathering
from cases.stories.teller import Teller
from registry.models import Person
from registry.provinces import Province

THEME = "việc không báo cáo chi bộ khi ra nước ngoài"
VIOLATION = "Ra nước ngoài từ 10/3 đến 19/3/2017, không báo cáo chi bộ trước và sau chuyến đi."
PLACE = "Nhà văn hóa thôn Mẫu Đoài"
CHAIR = "Lường Văn Thử, Bí thư Chi bộ"
VOTED = date(2017, 10, 18)
#: An invented document: it answers for this story only and raises no row's confidence.
SAMPLE = documents.sample("thoi_hieu_va_bieu_quyet_2017")


def tell(teller: Teller, province: Province, origin: Case) -> None:
    """Tell the discipline of Bàn Văn Ví from the cell's plan to the day the window closes and the lapse."""
    people, cell = province.people, province.bodies["chi_bo_doai"]
    luong, quach, ban = (people[name] for name in ("luong", "quach", "ban"))
    session = {
        "place": PLACE,
        "chair": CHAIR,
        "recorder": "Bàn Thị Thử, Chi ủy viên",
        "attendance": "Lường Văn Thử, Bí thư Chi bộ\nBàn Thị Thử, Chi ủy viên",
        "subject_side": "Bàn Văn Ví, đảng viên",
    }
    books.opened(cell, date(2017, 10, 1), {"KH": 3, "BC": 3, "QĐ": 0})

    teller.opens(
        "P5.CB", origin=origin, body=cell, subjects=[ban], by=quach, on=date(2017, 10, 5),
        route="ket_luan", theme=THEME, violation=VIOLATION,
    )  # fmt: skip
    teller.takes(
        "draft_plan", by=quach, on=date(2017, 10, 5), theme=THEME,
        tasks="Lường Văn Thử: chủ trì, nghe đảng viên trình bày\n"
        "Quách Thị Mẫu: hướng dẫn đảng viên tự kiểm điểm",
        schedule="Ngày 10/10/2017: nhận bản tự kiểm điểm\nNgày 12/10/2017: nghe đảng viên trình bày\n"
        "Ngày 18/10/2017: hội nghị chi bộ",
        outline="Diễn biến sự việc, việc báo cáo trước và sau chuyến đi.\n"
        "Tính chất, mức độ, nguyên nhân, trách nhiệm.\nTự nhận hình thức kỷ luật.",
    )  # fmt: skip
    teller.takes("plan", by=luong, on=date(2017, 10, 5))
    teller.takes(
        "receive_self_criticism", by=quach, on=date(2017, 10, 10), proposed_form="khien_trach",
        summary="Nhận vi phạm do chủ quan, chưa nắm quy định; hứa sửa chữa.",
    )  # fmt: skip
    teller.takes(
        "hear", by=luong, on=date(2017, 10, 12), **session,
        statement="Tôi thừa nhận không báo cáo chi bộ; đây là lần đầu, mong chi bộ xem xét.",
        wishes="Đề nghị xét hình thức nhẹ nhất.",
    )  # fmt: skip
    meetings.hold(
        teller,
        Gathering(
            body=cell, called_on=date(2017, 10, 13), held_on=VOTED, by=luong,
            place=PLACE, chair=CHAIR, recorder="Bàn Thị Thử, Chi ủy viên", purpose="quyet_dinh",
            absent={
                people["doai14"].pk: "vang_co_ly_do",  # exempt
                people["doai15"].pk: "vang_co_ly_do",  # temporarily elsewhere
                people["doai4"].pk: "vang_co_ly_do",  # an ordinary absence stays in the base
            },
        ),
        lambda meeting: _vote(teller, province, meeting),
        "Chi bộ quyết định khiển trách đồng chí Bàn Văn Ví.",
    )  # fmt: skip
    _decide(teller, province, session)
    _after(teller, province)


#: What the law of 2017 does not tell about the vote; the committee above the cell answers.
ASKED = ("vote.threshold.member.light", "vote.base.members_meeting")
LIMITATION = "limitation.member.reprimand"


def _vote(teller: Teller, province: Province, meeting: str) -> None:
    """The vote and the limitation: each is asked first, answered, then done; no number without a source."""
    luong, kiem = (province.people[name] for name in ("luong", "kiem"))
    ballot = {
        "meeting": meeting,
        "opinions": "Quách Thị Mẫu: đồng chí thành khẩn, vi phạm lần đầu.",
        "conclusion": "Vi phạm đã rõ: không báo cáo trước và sau chuyến đi; ít nghiêm trọng, chưa gây hậu quả;"
        " nguyên nhân do chủ quan.",
        "observers": "Nông Thị Thử Dự, đảng viên dự bị",
        "tellers": "Hoàng Văn Mẫu, Tổ trưởng\nBàn Thị Thử, Thư ký\nNông Văn Thử, Thành viên",
        "totals": {
            "phat_ra": 15, "thu_vao": 15, "hop_le": 15, "khong_hop_le": 0,
            "khong": 3, "khien_trach": 11, "canh_cao": 1, "cach_chuc": 0, "khai_tru": 0,
        },
        "envelope": "phong bì số 01, chi bộ giữ",
    }  # fmt: skip
    compared = {
        "act_ended": "2017-03-19",
        "act_kind": "co_thoi_hieu",
        "note": "Hành vi tháng 3/2017, đến ngày biểu quyết mới bảy tháng; không phát sinh hết thời hiệu theo mọi"
        " cách tính.",
    }
    teller.is_asked("vote_to_decide", by=luong, on=VOTED, about=set(ASKED), **ballot)
    for rule in ASKED:
        _answer(teller, kiem, rule)
    teller.takes("vote_to_decide", by=luong, on=VOTED, **ballot)
    teller.is_asked("compare_limitation", by=luong, on=VOTED, about={LIMITATION}, **compared)
    _answer(teller, kiem, LIMITATION)
    teller.takes("compare_limitation", by=luong, on=VOTED, **compared)


def _answer(teller: Teller, by: Person, rule: str) -> None:
    """Confirm for this file the value that the engine proposed, on the strength of the sample document."""
    value = documents.proposed(rule, VOTED)
    teller.takes("answer_rule", by=by, on=VOTED, rule=rule, value=value, source=SAMPLE)


def _decide(teller: Teller, province: Province, session: dict[str, str]) -> None:
    luong, quach = (province.people[name] for name in ("luong", "quach"))
    teller.takes(
        "draft_decide", by=quach, on=date(2017, 10, 20), violation=VIOLATION,
        executors="Chi bộ thôn Mẫu Đoài",
    )  # fmt: skip
    teller.takes("decide", by=luong, on=date(2017, 10, 20))
    teller.takes(
        "hand_over", by=luong, on=date(2017, 10, 23), **session, result="da_nhan",
        subject_opinion="Đồng chí Bàn Văn Ví chấp hành quyết định.",
    )  # fmt: skip
    teller.takes(
        "draft_report_up", by=quach, on=date(2017, 10, 24), violation=VIOLATION,
        addressee="Đảng ủy xã Mẫu Thượng\nỦy ban Kiểm tra Đảng ủy xã Mẫu Thượng",
        proposals="Giao đồng chí Quách Thị Mẫu theo dõi, giúp đỡ.",
    )  # fmt: skip
    teller.takes("report_up", by=luong, on=date(2017, 10, 24))


def _after(teller: Teller, province: Province) -> None:
    quach = province.people["quach"]
    teller.takes(
        "close_window", by=quach, on=date(2017, 12, 5),
        note="Hết thời hạn, không có khiếu nại.",
    )  # fmt: skip
    teller.takes(
        "record_lapse", by=quach, on=date(2018, 10, 24),
        note="Không tái phạm, không có vi phạm mới; xác nhận quyết định đã hết hiệu lực.",
    )  # fmt: skip
