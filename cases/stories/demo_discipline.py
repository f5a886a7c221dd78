"""Matters to try discipline on: an inspection on signs half way, a cell about to vote, dated back from today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from cases.stories import documents
from cases.stories.demo import Committee
from cases.stories.teller import Teller
from registry.models import Body, Person
from registry.provinces import Province

LAND = "việc chấp hành quy định về đất đai của hộ gia đình"
ABSENCE = "việc bỏ sinh hoạt chi bộ không có lý do"


def tell(province: Province, today: date) -> None:
    """Lead both matters to where people can go on from today."""
    folder, people = Path(mkdtemp(prefix="kiem-tra-demo-")), province.people
    inspection = Inspection(Committee.of(province), people["dangvien"], LAND)
    teller = Teller(lambda _line: None, folder)
    inspection.draft(teller, today)
    inspection.go_out(teller, today)
    cell = Cell(
        province.bodies["chi_bo_thon2"], people["bithu2"], people["phobithu2"],
        recorder=people["thon2a"], member=people["thon2g"],
    )  # fmt: skip
    discipline(Teller(lambda _line: None, folder), cell, ABSENCE, today)


@dataclass(frozen=True)
class Inspection:
    """A member is inspected on signs of violation, about `theme`."""

    us: Committee
    member: Person
    theme: str

    def draft(self, teller: Teller, today: date) -> None:
        """Propose it, answer what the law leaves open, and draft the decision."""
        us, day = self.us, _back(today)
        scope = {
            "theme": self.theme,
            "period_from": f"{today.year - 1}-01-01",
            "period_to": f"{today - timedelta(days=60)}",
        }
        teller.opens(
            "P3.DV", body=us.body, subjects=[self.member], by=us.officer, on=day(28),
            source="nam_tinh_hinh", **scope, reasons="Có phản ánh của tổ chức về việc sử dụng đất chưa đúng.",
        )  # fmt: skip
        teller.takes(
            "answer_rule", by=us.chair, on=day(27), rule="authority.signs_inspection.bodies",
            value=documents.proposed("authority.signs_inspection.bodies", day(27)),
            source=documents.sample("tra_loi_mau"),
        )  # fmt: skip
        teller.takes(
            "draft_decide", by=us.officer, on=day(26), **scope, days=45, unit="day",
            team=[
                {"person": us.lead.pk, "role": "truong_doan"},
                {"person": us.secretary.pk, "role": "thu_ky_doan"},
                {"person": us.member.pk, "role": "thanh_vien_doan"},
            ],
        )  # fmt: skip

    def go_out(self, teller: Teller, today: date) -> None:
        """Sign and number the decision, open the inspection, and receive the explanation."""
        us, day, lead, secretary = self.us, _back(today), self.us.lead, self.us.secretary
        teller.takes("decide", by=us.chair, on=day(26))
        for held in teller.told.papers.filter(paper__state="da_ky").order_by("paper_id"):
            teller.takes("number_paper", by=us.clerk, on=day(26), paper=held.paper_id)
        teller.takes(
            "prepare", by=lead, on=day(25), outline="Nguồn gốc, hiện trạng sử dụng đất.\nViệc kê khai, nghĩa vụ.",
            schedule="Tuần 1: triển khai\nTuần 2: nhận báo cáo giải trình\nTuần 3: thẩm tra",
            tasks=f"{lead.full_name}: chỉ đạo chung\n{secretary.full_name}: ghi biên bản, tổng hợp",
        )  # fmt: skip
        teller.takes(
            "open", by=lead, on=day(22), place="Trụ sở Đảng ủy xã",
            chair=f"{lead.full_name}, Trưởng đoàn", attendance=f"{lead.full_name}, Trưởng đoàn",
            subject_side=f"{self.member.full_name}, đảng viên",
            proceedings="Công bố quyết định, kế hoạch; thông báo các quyền.",
        )  # fmt: skip
        teller.takes(
            "receive_explanation", by=secretary, on=day(14), subject=1,
            summary="Giải trình theo đề cương, kèm giấy tờ về đất.",
        )  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """A cell that disciplines one of its members: who leads it, who writes, who the member is."""

    body: Body
    secretary: Person
    deputy: Person
    recorder: Person
    member: Person


def discipline(teller: Teller, cell: Cell, theme: str, today: date) -> None:
    """The cell has heard its member and is called to vote today."""
    day, secretary, deputy, member = _back(today), cell.secretary, cell.deputy, cell.member
    teller.opens(
        "P5.CB", body=cell.body, subjects=[member], by=deputy, on=day(16), route="tu_phat_hien",
        theme=theme,
        violation="Bỏ sinh hoạt chi bộ hai tháng không báo cáo.",
    )  # fmt: skip
    teller.takes(
        "draft_plan", by=deputy, on=day(15), theme=theme,
        tasks=f"{secretary.full_name}: chủ trì\n{deputy.full_name}: hướng dẫn đảng viên tự kiểm điểm",
        schedule="Tuần 1: tự kiểm điểm\nTuần 2: nghe trình bày\nTuần 3: họp chi bộ",
        outline="Diễn biến, lý do bỏ sinh hoạt.\nTrách nhiệm bản thân, tự nhận hình thức.",
    )  # fmt: skip
    teller.takes("plan", by=secretary, on=day(15))
    teller.takes(
        "receive_self_criticism", by=deputy, on=day(9), proposed_form="khien_trach",
        summary="Nhận thiếu sót do đi làm xa, hứa báo cáo đầy đủ.",
    )  # fmt: skip
    teller.takes(
        "hear", by=secretary, on=day(6), place="Nhà văn hóa thôn",
        chair=f"{secretary.full_name}, Bí thư Chi bộ",
        attendance=f"{secretary.full_name}, Bí thư\n{deputy.full_name}, Phó Bí thư",
        subject_side=f"{member.full_name}, đảng viên", recorder=f"{deputy.full_name}, Phó Bí thư",
        statement="Tôi đi làm xa, không báo cáo được; mong chi bộ xem xét.",
    )  # fmt: skip
    meeting = Teller(teller.say, teller.folder)
    meeting.opens(
        "HN", body=cell.body, subjects=[], by=secretary, on=day(1), starts="19 giờ 30",
        held_on=f"{today}", place="Nhà văn hóa thôn",
        chair=f"{secretary.full_name}, Bí thư Chi bộ", recorder=f"{cell.recorder.full_name}, đảng viên",
    )  # fmt: skip
    meeting.takes(
        "add_item", by=secretary, on=day(1), case=teller.told.reference, purpose="quyet_dinh"
    )
    meeting.takes(
        "draft_invite", by=deputy, on=day(1), content="xem xét, thi hành kỷ luật một đảng viên",
        requests="Hồ sơ gửi kèm, nộp lại sau cuộc họp",
    )  # fmt: skip
    meeting.takes("invite", by=secretary, on=day(1))


def _back(today: date):
    return lambda days: today - timedelta(days=days)
