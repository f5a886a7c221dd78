"""One discipline before a cell that votes on it, for the tests: the matter, the meeting, the people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cases import services
from cases.models import Case, StepRecord
from cases.sittings import people_of
from registry.models import Body, Person
from registry.provinces import Province, load
from tests.cases.supervision import TODAY
from workflows.forms import Form

PLACE = "Nhà văn hóa Phân xưởng 2"
VIOLATION = "Sử dụng bằng đại học không do trường cấp trong hồ sơ đảng viên."
SESSION = {
    "place": PLACE,
    "chair": "Ma Văn Đoàn, Phó Chủ nhiệm",
    "attendance": "Ma Văn Đoàn, Phó Chủ nhiệm",
    "subject_side": "Đặng Văn Thử, đảng viên",
}


class Discipline:
    """The matter of Đặng Văn Thử: his cell and the base committee propose, the standing committee decides."""

    def __init__(self, province: Province | None = None, day: date = TODAY):
        self.province = province or load("mau_giang", code="kiem-thu-kl")
        self.day = day
        self.case = self.open("P5.DV", "ubkt_an", "soan", subjects=[self.who("thu")],
            route="ket_luan", theme="việc sử dụng bằng đại học", violation=VIOLATION,
            proposing=[self.body("chi_bo_xuong").pk, self.body("dang_uy_hoa").pk],
            deciding=self.body("btv_an").pk,
        )  # fmt: skip

    def who(self, short: str) -> Person:
        return self.province.people[short]

    def body(self, short: str) -> Body:
        return self.province.bodies[short]

    def open(
        self, procedure: str, body: str, by: str, /, *, subjects: Any = (), **said: Any
    ) -> Case:
        return services.open_case(
            procedure, body=self.body(body), subjects=subjects, actor=self.who(by), acted_on=self.day,
            inputs=said, today=self.day,
        )  # fmt: skip

    def take(self, case: Case, step: str, by: str, /, **said: Any) -> StepRecord:
        return services.take_step(
            case, step, actor=self.who(by), acted_on=self.day, inputs=said, today=self.day
        )

    def is_told(self) -> Discipline:
        """A team is named, and the member hears of the matter and of his rights."""
        self.take(
            self.case, "draft_assign_team", "soan", theme="việc sử dụng bằng đại học", days=30,
            unit="day", team=[{"person": self.who("doan").pk, "role": "truong_doan"}],
        )  # fmt: skip
        self.take(self.case, "assign_team", "chu")
        self.take(
            self.case, "present", "doan", **SESSION,
            proceedings="Công bố kết luận, các quyền.", outline="Diễn biến sự việc.",
        )  # fmt: skip
        return self

    def criticises_himself(self) -> Discipline:
        self.is_told()
        self.take(
            self.case, "receive_self_criticism", "soan", proposed_form="canh_cao",
            summary="Nhận vi phạm.",
        )  # fmt: skip
        return self

    def meeting(self, body: str = "chi_bo_xuong", by: str = "xuong1") -> Case:
        """A meeting of that body today, called and not more."""
        return self.open(
            "HN", body, by, held_on=self.day.isoformat(), starts="08 giờ 00", place=PLACE,
            chair="Hứa Văn Mẫu Trưởng, Bí thư Chi bộ", recorder="Ngọc Văn Mẫu An, đảng viên",
        )  # fmt: skip

    def lists(self, meeting: Case, purpose: str = "de_nghi", by: str = "xuong1") -> None:
        self.take(meeting, "add_item", by, case=self.case.reference, purpose=purpose)

    def invites(self, meeting: Case, drafter: str = "xuong2", signer: str = "xuong1") -> None:
        self.take(meeting, "draft_invite", drafter, content="xem xét, thi hành kỷ luật đảng viên")
        self.take(meeting, "invite", signer)

    def opens(
        self, meeting: Case, by: str = "xuong1", away: Mapping[str, str] | None = None
    ) -> None:
        """Call the roll: everyone is there but those `away` (short name → how the roll says it)."""
        absent = {self.who(short).pk: said for short, said in (away or {}).items()}
        roll = [
            {"person": one.pk, "here": absent.get(one.pk, "co_mat")}
            for one in people_of(meeting.body, self.day)
        ]
        self.take(meeting, "open_session", by, attendance=roll)

    def votes(self, meeting: Case, by: str = "xuong1", issued: int = 13, **cast: int) -> None:
        """Record a secret ballot in which every slip came back valid."""
        totals = {"phat_ra": issued, "thu_vao": issued, "hop_le": issued, "khong_hop_le": 0}
        self.take(
            self.case, "vote_to_propose", by, meeting=meeting.reference,
            totals={**totals, **dict.fromkeys(Form.values, 0), **cast},
            tellers="Chu Văn Mẫu Công, Tổ trưởng\nLa Thị Thử Dung, Thư ký",
            opinions="Các đồng chí: vi phạm rõ.", conclusion="Vi phạm rất nghiêm trọng.",
            envelope="phong bì niêm phong, chi bộ giữ",
        )  # fmt: skip

    def ends(self, meeting: Case, by: str = "xuong1") -> None:
        self.take(meeting, "end_session", by, conclusion="Chi bộ đề nghị khai trừ.")
