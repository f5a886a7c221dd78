"""A file of supervision or of the programme, walked from step to step by the right people of one body."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from cases import services
from cases.models import Case, RecordPaper, StepRecord
from documents.models import Paper
from documents.printing import print_pending
from registry.models import Organisation, Person
from registry.provinces import Province, load

#: While 296-QĐ/TW holds: it says what an advisory organ may do, and which cells supervise a theme.
START = date(2026, 2, 2)
TODAY = date(2026, 4, 9)

SESSION = {
    "place": "Nhà văn hóa",
    "chair": "Nguyễn Văn Chủ, Trưởng đoàn",
    "attendance": "Nguyễn Văn Chủ, Trưởng đoàn\nTrần Thị Ghi, Thư ký",
    "subject_side": "Lê Văn Thử, Bí thư",
    "proceedings": "Công bố quyết định, kế hoạch, các quyền.",
}
COUNTLESS = {
    "place": "Trụ sở",
    "chair": "Nguyễn Văn Chủ, Bí thư",
    "attendance": "Nguyễn Văn Chủ\nTrần Thị Ghi",
    "subject_opinion": "Tôi nhất trí với dự thảo báo cáo.",
    "opinions": "Trần Thị Ghi: nhất trí.",
    "conclusion": "Chấp hành cơ bản tốt, còn một nội dung phải rút kinh nghiệm.",
}
OF_LEADERS = {name: said for name, said in COUNTLESS.items() if name != "subject_opinion"}
PERIOD = {"period_from": "2025-01-01", "period_to": "2025-12-31"}
RESULT = {
    "strengths": "Nền nếp.",
    "faults": "Còn thiếu sót.",
    "causes": "Chủ quan.",
    "proposals": "Nhắc nhở.",
}
#: What is answered at each step, unless a test says otherwise.
SAID: dict[str, dict[str, Any]] = {
    "instruct": {
        "programme": "05-CTr/ĐU", "programme_on": "2026-01-10", "theme": "việc thực hiện quy chế làm việc",
        **PERIOD, "prepared_by": "Ủy ban kiểm tra",
    },
    "propose": {
        "source": "chuong_trinh_nam", "theme": "việc thực hiện quy chế làm việc", **PERIOD,
        "reasons": "Có trong chương trình năm.",
    },
    "decide": {"theme": "việc thực hiện quy chế làm việc", **PERIOD, "days": 25, "unit": "day"},
    "prepare": {
        "outline": "Tình hình chung.\nKết quả thực hiện.", "schedule": "Tuần 1: triển khai",
        "tasks": "Nguyễn Văn Chủ: chỉ đạo chung",
    },
    "give_notice": {"addressee": "Ủy ban nhân dân xã", "requests": "Cử người làm việc."},
    "open": SESSION,
    "receive_report": {"subject": 1, "summary": "Tự kiểm tra theo đề cương, kèm sổ sách."},
    "verify": {**SESSION, "opinions": "Lê Văn Thử: đã giao đủ sổ sách."},
    "record_finding": {"subject": 1, "content": "Việc ghi biên bản sinh hoạt: còn sơ sài."},
    "draft": {"draft": "Dự thảo báo cáo kết quả."},
    "confer": {
        **{name: said for name, said in SESSION.items() if name != "proceedings"},
        "opinions": "Lê Văn Thử: nhất trí.", "conclusion": "Nhất trí với dự thảo.",
    },
    "finalise": RESULT,
    "consider_result": {**COUNTLESS, "present": 3, "yes": 3, "no": 0},
    "conclude": {"strengths": "Nền nếp.", "faults": "Ghi biên bản sơ sài.", "demands": "Ghi đủ ý kiến."},
    "announce": SESSION,
    "follow_up": {},
    "close": {"archive": "CH-01/2026"},
}  # fmt: skip


@dataclass
class Walk:
    """One file of one body: who prepares, who signs, who is on the team; a day passes with every step."""

    province: Province
    procedure: str
    body: str
    hand: str
    signer: str
    team: tuple[str, ...] = ()
    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    day: date = START
    today: date = TODAY
    case: Case | None = None

    def who(self, short: str) -> Person:
        return self.province.people[short]

    def opens(
        self, *subjects: Person | Organisation, step: str, origin: Case | None = None
    ) -> Walk:
        self.case = services.open_case(
            self.procedure, body=self.province.bodies[self.body], subjects=subjects, actor=self.who(self.hand),
            acted_on=self.day, inputs=self._answers(step), today=self.today, step=step, origin=origin,
        )  # fmt: skip
        return self

    def take(self, step: str, by: str, **said: Any) -> StepRecord:
        assert self.case is not None
        return services.take_step(
            self.case, step, actor=self.who(by), acted_on=self.day, inputs=said, today=self.today
        )

    def sign(self, step: str, **said: Any) -> StepRecord:
        """Prepare the papers of a step and sign them; they take their numbers at once."""
        self.take(f"draft_{step}", self.hand, **{**self._answers(step), **said})
        return self.take(step, self.signer)

    def goes(self, *steps: str) -> Walk:
        """Take the steps in turn, each by whoever does it, a day apart."""
        lead = self.team[0] if self.team else self.signer
        for step in steps:
            self.day += timedelta(days=1)
            if step in ("decide", "conclude", "give_notice", "extend"):
                self.sign(step)
            elif step in ("consider_result", "follow_up", "receive_remedy", "close"):
                print_pending()
                self.take(step, self.hand, **self._answers(step))
            else:
                self.take(step, lead, **self._answers(step))
        return self

    def finds(self, step: str, finding: int = 1, **said: Any) -> Walk:
        grounds = {} if step == "decide_to_inspect" else {"grounds": "Đã rõ qua kiểm tra."}
        self.take(step, self.signer, finding=finding, **grounds, **said)
        return self

    def _answers(self, step: str) -> dict[str, Any]:
        roles = ("truong_doan", "thu_ky_doan", "thanh_vien_doan")
        team = [
            {"person": self.who(short).pk, "role": role}
            for short, role in zip(self.team, roles, strict=False)
        ]
        given = {"team": team} if step == "decide" else {}
        said = {**SAID.get(step, {}), **given, **self.said.get(step, {})}
        return {name: answer for name, answer in said.items() if answer is not None}

    @property
    def stage(self) -> str:
        assert self.case is not None
        return Case.objects.get(pk=self.case.pk).stage

    @property
    def numbers(self) -> list[str]:
        """The numbers of the papers, in the order in which they were signed."""
        held = RecordPaper.objects.filter(case=self.case, paper__number__isnull=False)
        return list(held.order_by("paper_id").values_list("paper__number_text", flat=True))

    @property
    def kinds(self) -> list[str]:
        held = RecordPaper.objects.filter(case=self.case).order_by("paper_id")
        return list(held.values_list("paper__kind", flat=True))

    def paper(self, kind: str) -> Paper:
        return Paper.objects.get(record_paper__case=self.case, kind=kind)


def lay() -> Province:
    return load("bao_van", code="bao-van")
