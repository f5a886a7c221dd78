"""Removals for the tests: of a member of the workshop's cell, told quickly, each deed by its step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cases import services
from documents.printing import print_pending
from registry.models import Body, Post, Term
from tests.cases.discipline import Matter, Meeting, World
from workflows.motions import NO, YES

#: Each deed of the tests happens in the first months of 2026.
RAISED, CELL, BASE, TRIED, DECIDED, TOLD = (
    date(2026, 1, 6), date(2026, 1, 15), date(2026, 1, 20), date(2026, 1, 26), date(2026, 1, 28),
    date(2026, 1, 30),
)  # fmt: skip
_PEOPLE = "Người thứ nhất, chức vụ\nNgười thứ hai, chức vụ"
_SESSION = {
    "place": "Trụ sở", "chair": "Người chủ trì, chức vụ", "attendance": _PEOPLE,
    "subject_side": "Người được xem xét",
}  # fmt: skip
#: What people say at each step when a test does not care what.
SAID: dict[str, dict[str, Any]] = {
    "raise_ground": {"violation": "khong", "summary": "Bỏ sinh hoạt nhiều tháng."},
    "prove": {"documents": "Sổ thu đảng phí"},
    "warn": {**_SESSION, "proceedings": "Nhắc trở lại sinh hoạt."},
    "request": {"called_for": "2026-01-12", "place": "Trụ sở", "outline": "Lý do bỏ sinh hoạt."},
    "request_again": {"called_for": "2026-01-14", "place": "Trụ sở", "outline": "Như trên."},
    "receive_self_criticism": {"summary": "Tôi đi làm xa, không sinh hoạt."},
    "record_refusal": {"about": "khong_den", "proceedings": "Đã yêu cầu mà không đến."},
    "draft_send_proposal": {"attached": "Biên bản hội nghị"},
    "draft_report_shortfall": {"attached": "Biên bản hội nghị"},
    "draft_send_from_level": {"attached": "Nghị quyết chi bộ"},
    "draft_report_from_level": {"attached": "Nghị quyết chi bộ"},
    "draft_submit": {"verified": "Hồ sơ đủ.", "attached": "Nghị quyết các cấp"},
    "draft_decide": {"executors": "Chi bộ"},
    "announce": {**_SESSION, "result": "da_nhan", "card": "da_thu"},
    "send_file": {"addressee": "Ban Tổ chức", "papers_sent": "Hồ sơ đảng viên, phiếu báo"},
    "receive_complaint": {"summary": "Đề nghị xem xét lại."},
    "record_kept": {"note": "Không thông qua."},
    "recover": {"note": "Đã trở lại sinh hoạt."},
    "close": {"archive": "01/2026"},
    "record_undone": {"note": "Quyết định bị hủy."},
    "persuade": {**_SESSION, "proceedings": "Động viên ở lại."},
    "draft_certify": {"admitted_on": "2010-03-02", "counted": "15 năm"},
    "draft_enquire": {"addressee": "Chi bộ cũ", "requests": "Xác nhận đã chuyển đi."},
    "record_confirmation": {
        "given_by": "Chi bộ cũ", "paper": "Công văn số 4-CV/CB", "proceedings": "Đã giới thiệu chuyển đi.",
    },
    "draft_notify_sender": {"addressee": "Chi bộ cũ", "requests": "Biết, đưa khỏi danh sách."},
    "explain": {**_SESSION, "statement": "Tôi khai thiếu."},
}  # fmt: skip
_VOTING = {
    "way": "phieu_kin", "opinions": "Người thứ nhất: sự việc rõ.", "conclusion": "Đủ căn cứ.",
    "tellers": "Người thứ nhất, Tổ trưởng\nNgười thứ hai, Thư ký",
}  # fmt: skip


class Removal(Matter):
    """One removal; `take` fills in whatever the test leaves unsaid."""

    said: Mapping[str, Mapping[str, Any]] = SAID

    def take(self, step: str, *, by: str, on: date, today: date | None = None, **said: Any) -> Any:
        if step in ("announce", "close"):
            print_pending()
        return super().take(step, by=by, on=on, today=today, **said)

    def votes(self, step: str, meeting: Meeting, yes: int, no: int = 0, **said: Any) -> Any:
        """Record how a meeting answered the question; every slip came back valid."""
        cast = yes + no
        totals = {
            "phat_ra": cast, "thu_vao": cast, "hop_le": cast, "khong_hop_le": 0, YES: yes, NO: no,
        }  # fmt: skip
        return self.take(
            step, by=meeting.by, on=meeting.on,
            **{"meeting": meeting.reference, **_VOTING, "totals": totals, **said},
        )  # fmt: skip


def with_organ(world: World) -> Body:
    """Give the commune its organ for organisation, with a head and an officer in it."""
    organ = Body.objects.create(
        organisation=world.province.organisations["an"], kind="ban", name="Ban Xây dựng Đảng xã Mẫu An",
        symbol="BXDĐ", superior_line="ĐẢNG ỦY XÃ MẪU AN", issuing_line="BAN XÂY DỰNG ĐẢNG",
        first_day=date(2025, 7, 1),
    )  # fmt: skip
    Term.objects.create(body=organ, name="2025–2030", first_day=date(2025, 7, 1))
    for name, position in {"to": "truong_ban", "viec": "kiem_tra_vien"}.items():
        person = world.joins(name, "truong")
        Post.objects.create(
            person=person, body=organ, position=position, first_day=date(2025, 7, 1)
        )
    world.bodies["ban_an"] = organ
    return organ


def raised(world: World, on: date = RAISED, *, subject: str = "thu", **said: Any) -> Removal:
    """Raised before the workshop's cell; its base committee proposes, the commune's standing committee decides."""
    bodies = {
        "proposing": [world.bodies["dang_uy_hoa"].pk], "deciding": world.bodies["btv_an"].pk,
        "assisting": world.bodies["ban_an"].pk,
    }  # fmt: skip
    procedure, kind = said.pop("procedure", "P8.XT"), said.pop("body", "chi_bo_xuong")
    default = {"ground": "bo_sinh_hoat"} if procedure == "P8.XT" else {}
    case = services.open_case(
        procedure, body=world.bodies[kind], subjects=[world.who(subject)],
        actor=world.who(said.pop("by", "xuong2")), acted_on=on, today=on,
        inputs={**SAID["raise_ground"], **default, **bodies, **said},
    )  # fmt: skip
    return Removal(world, case)


def called(removal: Removal, on: date = RAISED) -> Removal:
    """Proved by three months in one year, called once; the member writes."""
    removal.take("prove", by="xuong2", on=on, absent="05/2025, 06/2025, 12/2025")
    removal.take("request", by="xuong1", on=on)
    removal.take("receive_self_criticism", by="xuong2", on=on)
    return removal


def resolved_in_the_cell(
    removal: Removal, yes: int = 9, no: int = 2, *, on: date = CELL, sends: bool = True
) -> Removal:
    """The cell answers with so many votes of eleven cast, and sends its resolution."""
    meeting = removal.world.meets(
        "chi_bo_xuong", "xuong1", on, removal.case, purpose="de_nghi", absent=("xuong12", "xuong13", "thu")
    )  # fmt: skip
    removal.votes("vote_to_propose", meeting, yes, no)
    if sends:
        removal.sign("send_proposal", draft="xuong2", by="xuong1", on=on)
    return removal


def resolved_at_the_base(
    removal: Removal, yes: int = 7, no: int = 1, on: date = BASE, *, sends: bool = True
) -> Removal:
    """The base committee of nine answers, and sends its resolution."""
    meeting = removal.world.meets(
        "dang_uy_hoa", "hoa_bt", on, removal.case, purpose="de_nghi", absent=("hoa6",)
    )
    removal.votes("vote_at_level", meeting, yes, no)
    if sends:
        removal.sign("send_from_level", draft="hoa_pbt", by="hoa_bt", on=on)
    return removal


def decided(removal: Removal, yes: int = 8, no: int = 1, on: date = DECIDED) -> Removal:
    """The organ submits; the standing committee answers and its secretary signs."""
    removal.sign("submit", draft="viec", by="to", on=TRIED)
    meeting = removal.world.meets("btv_an", "nghe", on, removal.case)
    removal.votes("vote_to_decide", meeting, yes, no)
    removal.sign("decide", draft="viec", by="ky", on=on)
    removal.number(on=on)
    return removal


def announced(removal: Removal, on: date = TOLD, by: str = "xuong1", **said: Any) -> Removal:
    """Read out in the cell, the card collected: from the next day on the register knows no member."""
    removal.take("announce", by=by, on=on, **said)
    return removal


def struck_off(world: World) -> Removal:
    """The whole way of a strike-off, to the day it was made known."""
    with_organ(world)
    removal = resolved_at_the_base(resolved_in_the_cell(called(raised(world))))
    return announced(decided(removal))
