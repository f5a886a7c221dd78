"""A discipline whose cell keeps its files on paper, for the tests: people of the committee enter for it."""

from __future__ import annotations

from datetime import date, timedelta

from cases import services
from cases.models import Attachment, Case, StepRecord
from cases.sittings import people_of
from proof.canonical import sha256
from registry.models import PaperOnly
from tests.cases.meetings import PLACE, Discipline
from workflows.forms import Form

#: A day whose law of such a vote is known, and the day on which the paper reached the committee.
DAY = date(2026, 3, 12)
LATE = DAY + timedelta(days=6)


class OnPaper(Discipline):
    """The matter of Đặng Văn Thử, whose cell has no computer: `soan` and `van` of the committee enter for it."""

    def __init__(self):
        super().__init__(day=DAY)
        PaperOnly.objects.create(
            body=self.body("chi_bo_xuong"), entered_by=self.body("ubkt_an"),
            document="Quyết định số 12-QĐ/ĐU (mẫu)", first_day=DAY - timedelta(days=1),
        )  # fmt: skip
        scan = Attachment.objects.create(
            sha256=sha256("bản chụp"),
            name="bien-ban.pdf",
            kind="application/pdf",
            size=3,
            content=b"PDF",
        )
        self.paper = {
            "paper_number": "03-BB/CB", "paper_dated": DAY.isoformat(),
            "paper_scan": {"sha256": scan.pk, "name": scan.name, "size": scan.size},
        }  # fmt: skip

    def take(self, case, step, by, /, **said):
        """Six days late, as the paper reaches the committee."""
        record = services.take_step(
            case, step, actor=self.who(by), acted_on=self.day, inputs=said, today=LATE
        )
        return StepRecord.objects.get(pk=record.pk)

    def sitting(self) -> Case:
        """The cell's meeting with the roll called, entered from its minutes."""
        meeting = services.open_case(
            "HN", body=self.body("chi_bo_xuong"), subjects=[], actor=self.who("soan"), acted_on=self.day,
            today=LATE,
            inputs={
                "held_on": self.day.isoformat(), "starts": "08 giờ 00", "place": PLACE,
                "chair": "Hứa Văn Mẫu Trưởng, Bí thư", "recorder": "Ngọc Văn Mẫu An, đảng viên",
                **self.paper,
            },
        )  # fmt: skip
        listed = {"case": self.case.reference, "purpose": "de_nghi", **self.paper}
        self.take(meeting, "add_item", "soan", **listed)
        roll = [{"person": one.pk, "here": "co_mat"} for one in people_of(meeting.body, self.day)]
        self.take(meeting, "open_session", "soan", attendance=roll, **self.paper)
        return meeting

    def ballot(self, meeting: Case) -> dict:
        totals = {"phat_ra": 13, "thu_vao": 13, "hop_le": 13, "khong_hop_le": 0}
        return {
            "meeting": meeting.reference,
            "totals": {**totals, **dict.fromkeys(Form.values, 0), "khai_tru": 13},
            "tellers": "Chu Văn Mẫu Công, Tổ trưởng\nLa Thị Thử Dung, Thư ký",
            "opinions": "Các đồng chí: vi phạm rõ.", "conclusion": "Vi phạm rất nghiêm trọng.",
            "envelope": "phong bì niêm phong, chi bộ giữ",
        }  # fmt: skip

    def votes(self, by: str = "soan") -> StepRecord:
        said = {**self.ballot(self.sitting()), **self.paper}
        return self.take(self.case, "vote_to_propose", by, **said)

    def drafts(self, by: str, **said: object) -> StepRecord:
        words = {"violation": "Dùng bằng giả.", "attached": "Biên bản", "paper_signer": "bi_thu"}
        return self.take(self.case, "draft_send_proposal", by, **{**words, **self.paper, **said})
