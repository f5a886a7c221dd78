"""Disciplines for the tests: a member of a cell judged by his cell, or level by level up to expulsion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from cases import services
from cases.models import Case, FileRow, RecordPaper, StepRecord
from cases.sittings import people_of
from cases.stories import documents
from documents.models import BookEntry, Paper
from documents.printing import print_pending
from registry.models import Body, Membership, Person, Post
from registry.provinces import Province, load
from tests.cases.supervision import refused

#: The chain of story (b), told quickly: each deed of the tests happens in March 2026.
OPENED, CELL, BASE = date(2026, 3, 4), date(2026, 3, 12), date(2026, 3, 17)
HEARD, PROPOSED, DECIDED, SERVED = (
    date(2026, 3, 20), date(2026, 3, 24), date(2026, 3, 27), date(2026, 3, 30),
)  # fmt: skip
POWER = "authority.cap_uy_tren_co_so"
LIGHT, CUMULATION = "vote.threshold.member.light", "vote.no_majority"
DECIDES = "được: quyết định\nhình thức: khiển trách | cảnh cáo | cách chức | khai trừ"
WORKING_RULES = documents.sample("quy_che_lam_viec_mau_an")

_PEOPLE = "Người thứ nhất, chức vụ\nNgười thứ hai, chức vụ"
_SESSION = {
    "place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "attendance": _PEOPLE,
    "subject_side": "Đảng viên được xem xét",
}  # fmt: skip
#: What people say at each step when a test does not care what.
SAID: dict[str, dict[str, Any]] = {
    "take_up": {"route": "tu_phat_hien", "theme": "việc kê khai", "violation": "Kê khai không đúng."},
    "draft_assign_team": {"theme": "việc kê khai", "days": 30, "unit": "day"},
    "draft_plan": {
        "theme": "việc kê khai", "tasks": "Bí thư: chủ trì", "schedule": "Ngày 05/3: họp",
        "outline": "Diễn biến.\nTự nhận hình thức.",
    },
    "present": {**_SESSION, "proceedings": "Công bố kết luận.", "outline": "Diễn biến."},
    "receive_self_criticism": {"proposed_form": "khien_trach", "summary": "Nhận vi phạm."},
    "record_no_self_criticism": {"about": "kiem_diem", "proceedings": "Mời ngày 05, 06, 07/3."},
    "record_no_hearing": {"about": "trinh_bay", "proceedings": "Mời ngày 05, 06, 07/3."},
    "hear": {**_SESSION, "statement": "Tôi xin trình bày."},
    "draft_send_proposal": {"violation": "Kê khai không đúng.", "attached": "Bản tự kiểm điểm"},
    "draft_submit": {"violation": "Kê khai không đúng.", "attached": "Bản tự kiểm điểm"},
    "appraise": {
        "place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "attendance": _PEOPLE,
        "matters": "Sự việc.", "verified": "Đúng.", "conclusion": "Có cơ sở.",
    },
    "compare_limitation": {"act_ended": "2025-06-01", "act_kind": "co_thoi_hieu", "note": "Còn thời hiệu."},
    "draft_decide": {
        "violation": "Kê khai không đúng.", "executors": "Chi bộ", "handover": "Chi bộ thu thẻ đảng viên.",
    },
    "hand_over": {**_SESSION, "result": "da_nhan"},
    "draft_report_up": {
        "addressee": "Đảng ủy cấp trên", "violation": "Kê khai không đúng.", "proposals": "Theo dõi.",
    },
    "receive_complaint": {"summary": "Đề nghị xem xét lại."},
    "vote_again": {"reason": "Biên bản kiểm phiếu có chỗ chưa khớp."},
    "close_window": {"note": "Hết thời hạn."},
    "record_lapse": {"note": "Không tái phạm."},
    "record_no_discipline": {"note": "Không hình thức nào đủ phiếu."},
    "record_time_barred": {"note": "Hết thời hiệu."},
    "deposit": {"archive": "01/2026"},
    "end_watch": {"note": "Hết thời hạn khiếu nại."},
    "supplement": {
        "place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "met": "Người thứ ba, kế toán",
        "matters": "Điểm còn khác nhau.", "verified": "Đã rõ.",
    },
    "return_for_verification": {"reason": "Làm rõ thời điểm."},
    "draft_notify": {
        "called": "ông", "addressee": "Ban Tổ chức", "violation": "Kê khai không đúng.",
        "requests": "Xem xét về chính quyền.",
    },
    "note_proceedings": {
        "document": "15/TB-CQĐT", "authority": "Cơ quan điều tra", "summary": "Bị can bị tạm giam.",
    },
    "take_in": {
        "number": "12/2026/HS-PT", "court": "Tòa án nhân dân tỉnh Mẫu Giang", "judged_on": "2026-02-10",
        "final_on": "2026-02-10", "penalty": "tu",
    },
    "agree": {
        "place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "opinions": "Mọi người: thống nhất.",
    },
}  # fmt: skip
_VOTING = {
    "opinions": "Người thứ nhất: vi phạm đã rõ.", "conclusion": "Vi phạm đã rõ.",
    "tellers": "Người thứ nhất, Tổ trưởng\nNgười thứ hai, Thư ký", "envelope": "phong bì 01",
}  # fmt: skip


class Meeting:
    """A meeting of one body over the matters put on its agenda, called and held on one day."""

    def __init__(self, world: World, body: str, by: str, on: date):
        self.world, self.body, self.by, self.on = world, world.bodies[body], by, on
        self.case = services.open_case(
            "HN", body=self.body, subjects=[], actor=world.who(by), acted_on=on, today=on,
            inputs={"held_on": on.isoformat(), "starts": "08 giờ 00", "place": "Trụ sở",
                    "chair": "Người chủ trì, chức vụ", "recorder": "Người ghi, chức vụ"},
        )  # fmt: skip

    @property
    def reference(self) -> str:
        return self.case.reference

    def takes_in(self, case: Case, purpose: str = "quyet_dinh") -> Meeting:
        """Put a matter on the agenda."""
        return self._take("add_item", case=case.reference, purpose=purpose)

    def opens(self, *, absent: tuple[str, ...] = (), roll: list[Any] | None = None) -> Meeting:
        """Call the roll: everybody of the body is there but the absent."""
        away = {self.world.who(one).pk for one in absent}
        everyone = [
            {"person": one.pk, "here": "vang_co_ly_do" if one.pk in away else "co_mat"}
            for one in people_of(self.body, self.on)
        ]
        return self._take("open_session", attendance=everyone if roll is None else roll)

    def recuses(self, person: str, case: Case) -> Meeting:
        """Somebody asks not to vote on one matter."""
        said = {
            "person": self.world.who(person).pk,
            "case": case.reference,
            "reason": "Người thân.",
        }
        return self._take("recuse", **said)

    def ends(self) -> Meeting:
        return self._take("end_session", conclusion="Đã bỏ phiếu.")

    def _take(self, step: str, **said: Any) -> Meeting:
        services.take_step(
            self.case,
            step,
            actor=self.world.who(self.by),
            acted_on=self.on,
            inputs=said,
            today=self.on,
        )
        return self


class World:
    """The invented province with whoever the tests add to it."""

    def __init__(self, code: str = "kl"):
        self.province: Province = load("mau_giang", code=code)
        self.bodies: Mapping[str, Body] = self.province.bodies

    def who(self, short: str) -> Person:
        return self.province.people[short]

    def cell_of(self, size: int, **statuses: str) -> list[str]:
        """Fill the school's cell up to `size` official members; return their short names, secretary first."""
        names = ["hieu", *(f"m{number}" for number in range(1, size))]
        for name in [*names[1:], *statuses]:
            self.joins(name, "truong", status=statuses.get(name, "chinh_thuc"))
        Post.objects.create(
            person=self.who("m1"), body=self.bodies["chi_bo_truong"], position="pho_bi_thu",
            first_day=date(2025, 5, 1),
        )  # fmt: skip
        return names

    def joins(self, name: str, cell: str, status: str = "chinh_thuc") -> Person:
        """Somebody new in a cell, under a short name of their own."""
        person = Person.objects.create(full_name=f"Mẫu Thị {name.capitalize()}")
        Membership.objects.create(
            person=person,
            cell=self.province.organisations[cell],
            status=status,
            first_day=date(2025, 5, 1),
        )
        self.province.people[name] = person
        return person

    def meets(
        self, body: str, by: str, on: date, *cases: Case, purpose: str = "quyet_dinh", **roll: Any
    ) -> Meeting:
        """A meeting in session over these matters."""
        meeting = Meeting(self, body, by, on)
        for case in cases:
            meeting.takes_in(case, purpose)
        return meeting.opens(**roll)


class Matter:
    """One discipline; `take` fills in whatever the test leaves unsaid."""

    said: Mapping[str, Mapping[str, Any]] = SAID

    def __init__(self, world: World, case: Case):
        self.world, self.case = world, case

    @property
    def stage(self) -> str:
        return Case.objects.get(pk=self.case.pk).stage

    def take(
        self, step: str, *, by: str, on: date, today: date | None = None, **said: Any
    ) -> StepRecord:
        """Take one step as the person of that short name; what is handed over was printed before."""
        if step == "hand_over":
            print_pending()
        inputs = {**self.said.get(step, {}), **said}
        return services.take_step(
            self.case, step, actor=self.world.who(by), acted_on=on, inputs=inputs, today=today or on
        )

    def vote(
        self, step: str, meeting: Meeting, *, by: str = "", on: date | None = None, **said: Any
    ) -> StepRecord:
        """Record a ballot of the meeting: `khien_trach=5, khong=4`, all slips there unless said otherwise."""
        return self.take(
            step, by=by or meeting.by, on=on or meeting.on, **ballot(meeting.reference, **said)
        )

    def sign(self, step: str, *, draft: str, by: str, on: date, **said: Any) -> StepRecord:
        """One prepares, another signs."""
        self.take(f"draft_{step}", by=draft, on=on, **said)
        return services.take_step(self.case, step, actor=self.world.who(by), acted_on=on, today=on)

    def answer(
        self, rule: str, *, on: date, value: str = "", by: str = "chu", source: Any = None
    ) -> StepRecord:
        """The chair of the committee above answers what the law of that day does not tell."""
        said = {
            "rule": rule,
            "value": value or documents.proposed(rule, on),
            "source": source or WORKING_RULES,
        }
        return self.take("answer_rule", by=by, on=on, **said)

    def number(self, *, on: date, by: str = "van") -> Matter:
        """The clerk numbers whatever waits for it."""
        for held in self.case.papers.filter(paper__state="da_ky").order_by("paper_id"):
            self.take("number_paper", by=by, on=on, paper=held.paper_id)
        return self

    def laid(self, kind: str) -> dict[str, Any]:
        """What the file keeps of the newest row of that kind."""
        return dict(self.case.filerows.filter(kind=kind).latest("number").facts)


@contextmanager
def refused_whole(*because: str) -> Iterator[Any]:
    """The block is refused for every one of these reasons at once, each with a remedy, and nothing is written."""
    before = _written()
    with refused(*because) as caught:
        yield caught
    assert _written() == before
    for reason in caught.value.reasons:
        assert reason.remedy, reason
        assert reason.citation or reason.rule.startswith(_UNCITED), reason


#: Reasons that rest on no law: who may, what was typed, which day, whose draft.
_UNCITED = ("permission", "input.", "day.", "draft.", "body.", "paper.")


def _written() -> list[Any]:
    """Everything a step could have written, counted; every file as it stands."""
    counted = [one.objects.count() for one in (StepRecord, FileRow, RecordPaper, Paper, BookEntry)]
    return [*counted, *Case.objects.order_by("pk").values_list("pk", "stage", "records", "head")]


def ballot(meeting: str, **said: Any) -> dict[str, Any]:
    """The tellers' sheet: votes by form, and whatever else of the vote the test names."""
    forms = ("khong", "khien_trach", "canh_cao", "cach_chuc", "khai_tru", "giai_tan")
    votes = {form: said.pop(form, 0) for form in forms}
    invalid = said.pop("invalid", 0)
    received = said.pop("received", sum(votes.values()) + invalid)
    slips = {
        "phat_ra": said.pop("issued", received), "thu_vao": received,
        "hop_le": said.pop("valid", received - invalid), "khong_hop_le": invalid,
    }  # fmt: skip
    return {"meeting": meeting, **_VOTING, "totals": {**slips, **votes}, **said}


def in_the_cell(
    world: World,
    subject: str = "m2",
    on: date = OPENED,
    until: str = "hear",
    cell: str = "chi_bo_truong",
    secretary: str = "hieu",
    deputy: str = "m1",
) -> Matter:
    """A member before his own cell, up to `until`: plan, self-criticism, hearing; all on one day."""
    case = services.open_case(
        "P5.CB", body=world.bodies[cell], subjects=[world.who(subject)],
        actor=world.who(deputy), acted_on=on, inputs=SAID["take_up"], today=on,
    )  # fmt: skip
    matter = Matter(world, case)
    for step in ("plan", "receive_self_criticism", "hear"):
        if step == "plan":
            matter.sign("plan", draft=deputy, by=secretary, on=on)
        else:
            matter.take(step, by=secretary, on=on)
        if step == until:
            break
    return matter


def level_by_level(
    world: World, subject: str = "thu", *, until: str = "hear", **said: Any
) -> Matter:
    """A member before cell, base committee, inspection committee and standing committee, up to `until`."""
    levels = {
        "proposing": [world.bodies[one].pk for one in ("chi_bo_xuong", "dang_uy_hoa")],
        "deciding": world.bodies["btv_an"].pk,
    }  # fmt: skip
    case = services.open_case(
        "P5.DV", body=world.bodies["ubkt_an"], subjects=[world.who(subject)], actor=world.who("soan"),
        acted_on=OPENED, inputs={**SAID["take_up"], **levels, **said}, today=OPENED,
    )  # fmt: skip
    matter = Matter(world, case)
    for step, deed in _CHAIN.items():
        if until == "take_up":
            break
        deed(matter)
        if step == until:
            break
    return matter


def team_of(world: World, lead: str, secretary: str) -> list[dict[str, Any]]:
    """A team of two for the question that names one."""
    roles = {lead: "truong_doan", secretary: "thu_ky_doan"}
    return [{"person": world.who(name).pk, "role": role} for name, role in roles.items()]


def _cell_votes(matter: Matter, **votes: int) -> None:
    world = matter.world
    meeting = world.meets(
        "chi_bo_xuong",
        "xuong1",
        CELL,
        matter.case,
        purpose="de_nghi",
        absent=("xuong12", "xuong13"),
    )
    matter.vote("vote_to_propose", meeting, **votes or {"khai_tru": 10, "canh_cao": 2})
    meeting.ends()


def _base_votes(matter: Matter) -> None:
    meeting = matter.world.meets(
        "dang_uy_hoa", "hoa_bt", BASE, matter.case, purpose="de_nghi", absent=("hoa6",)
    )
    matter.vote("vote_to_propose", meeting, khai_tru=7, canh_cao=1)


def _committee_votes(matter: Matter) -> None:
    meeting = matter.world.meets("ubkt_an", "soan", PROPOSED, matter.case, purpose="de_nghi")
    matter.vote("vote_to_submit", meeting, khai_tru=4, canh_cao=1)


def _decides(matter: Matter) -> None:
    meeting = matter.world.meets("btv_an", "nghe", DECIDED, matter.case, absent=("btv6",))
    matter.answer(POWER, on=DECIDED, value=DECIDES)
    matter.vote("vote_to_decide", meeting, khai_tru=7, canh_cao=1)
    meeting.ends()


def _serves(matter: Matter) -> None:
    matter.number(on=SERVED).take("hand_over", by="nghe", on=SERVED)


#: Story (b) in short: each deed by the step it ends with.
_CHAIN = {
    "assign_team": lambda m: m.sign(
        "assign_team", draft="soan", by="chu", on=OPENED, team=team_of(m.world, "doan", "giam")
    ),
    "present": lambda m: m.take("present", by="doan", on=OPENED),
    "receive_self_criticism": lambda m: m.take("receive_self_criticism", by="soan", on=date(2026, 3, 9)),
    "cell": _cell_votes,
    "cell_sends": lambda m: m.sign("send_proposal", draft="xuong2", by="xuong1", on=date(2026, 3, 13)),
    "base": _base_votes,
    "base_sends": lambda m: m.sign("send_proposal", draft="hoa_pbt", by="hoa_bt", on=BASE),
    "appraise": lambda m: m.take("appraise", by="soan", on=date(2026, 3, 18)),
    "hear": lambda m: m.take("hear", by="nghe", on=HEARD),
    "propose": _committee_votes,
    "submit": lambda m: m.sign("submit", draft="soan", by="chu", on=PROPOSED),
    "vote": _decides,
    "compare_limitation": lambda m: m.take(
        "compare_limitation", by="nghe", on=DECIDED, act_kind="khong_thoi_hieu"
    ),
    "decide": lambda m: m.sign("decide", draft="soan", by="ky", on=SERVED),
    "hand_over": _serves,
}  # fmt: skip
