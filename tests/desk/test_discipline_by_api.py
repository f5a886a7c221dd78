"""A cell's discipline through the API alone, each by their own key: what is asked, what is refused, the decision."""

import json
from dataclasses import dataclass

import pytest
from django.test import Client

from cases.models import Case
from cases.sittings import people_of
from documents.models import Paper
from documents.printing import print_pending
from documents.services import Series, open_book
from permissions.models import ApiToken
from registry import clock
from registry.models import Body, Person, Term, on
from registry.provinces import load

SAMPLE = {"document": "Công văn mẫu", "dated": "2026-05-04", "clause": "mục 1", "scan": "a" * 64}


@dataclass
class Desk:
    """One cell of the sample commune, whose people each hold a key."""

    province: object
    ref: str = ""

    def sends(self, who: str, address: str, body: dict, status: int = 200) -> dict:
        person: Person = self.province.people[who]
        answer = Client().post(
            f"/api/{address}", json.dumps(body), content_type="application/json",
            headers={"Authorization": f"Bearer {ApiToken.give(person, may_sign=True)}"},
        )  # fmt: skip
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def takes(self, who: str, step: str, ref: str = "", status: int = 200, **inputs) -> dict:
        body = {"acted_on": f"{clock.today()}", "inputs": inputs}
        return self.sends(who, f"cases/{ref or self.ref}/steps/{step}", body, status)

    def opens(self, who: str, procedure: str, subjects: list, **inputs) -> str:
        body = {
            "procedure": procedure, "body": self.cell.pk, "subjects": subjects,
            "acted_on": f"{clock.today()}", "inputs": inputs,
        }  # fmt: skip
        return self.sends(who, "cases", body, 201)["reference"]

    @property
    def cell(self) -> Body:
        return self.province.bodies["chi_bo_thon2"]


@pytest.fixture
def desk(db) -> Desk:
    return Desk(load("thu_ha", code="p"))


def _until_the_vote(desk: Desk) -> str:
    """Take a member's matter to the vote; return the meeting that is in session."""
    member = desk.province.people["thon2g"]
    desk.ref = desk.opens(
        "phobithu2", "P5.CB", [{"person": member.pk}], route="tu_phat_hien",
        theme="việc bỏ sinh hoạt chi bộ", violation="Bỏ sinh hoạt chi bộ không báo cáo.",
    )  # fmt: skip
    desk.takes(
        "phobithu2", "draft_plan", theme="việc bỏ sinh hoạt chi bộ", tasks="Phan Thị Thử Hai: chủ trì",
        schedule="Hôm nay: họp chi bộ", outline="Diễn biến, lý do.",
    )  # fmt: skip
    desk.takes("bithu2", "plan")
    desk.takes(
        "phobithu2",
        "receive_self_criticism",
        proposed_form="khien_trach",
        summary="Nhận thiếu sót.",
    )
    meeting = desk.opens(
        "bithu2", "HN", [], held_on=f"{clock.today()}", starts="19 giờ 30", place="Nhà văn hóa thôn",
        chair="Phan Thị Thử Hai, Bí thư", recorder="Hồ Văn Thử Anh, đảng viên",
    )  # fmt: skip
    desk.takes("bithu2", "add_item", meeting, case=desk.ref, purpose="quyet_dinh")
    absent = desk.province.people["thon2d"].pk
    desk.takes(
        "bithu2", "open_session", meeting,
        attendance=[
            {"person": one.pk, "here": "vang_co_ly_do" if one.pk == absent else "co_mat"}
            for one in people_of(desk.cell, clock.today())
        ],
    )  # fmt: skip
    return meeting


def _ballot(meeting: str, **cast: int) -> dict:
    votes = dict.fromkeys(("khong", "khien_trach", "canh_cao", "cach_chuc", "khai_tru"), 0) | cast
    given = sum(votes.values())
    slips = {"phat_ra": given, "thu_vao": given, "hop_le": given, "khong_hop_le": 0}
    return {
        "meeting": meeting, "totals": {**slips, **votes}, "opinions": "Các đồng chí: nhất trí.",
        "conclusion": "Vi phạm đã rõ, ít nghiêm trọng.", "envelope": "phong bì 01",
        "tellers": "Ngô Thị Mẫu Bình, Tổ trưởng\nDương Văn Thử Cần, Thư ký",
    }  # fmt: skip


def _hears(desk: Desk) -> None:
    desk.takes(
        "bithu2", "hear", place="Nhà văn hóa thôn", chair="Phan Thị Thử Hai, Bí thư",
        attendance="Phan Thị Thử Hai, Bí thư", subject_side="Lâm Văn Thử Giang, đảng viên",
        statement="Tôi nhận thiếu sót.",
    )  # fmt: skip


def test_a_vote_before_the_hearing_is_refused_with_every_reason(desk):
    meeting = _until_the_vote(desk)

    answer = desk.takes(
        "bithu2", "vote_to_decide", status=422, **_ballot(meeting, khien_trach=6, cach_chuc=2)
    )

    rules = {reason["rule"] for reason in answer["reasons"]}
    assert {"order", "right.heard.before_meeting", "form.member.official"} <= rules
    hearing = next(r for r in answer["reasons"] if r["rule"] == "right.heard.before_meeting")
    assert hearing["citation"]
    assert hearing["remedy"]


def test_what_the_law_leaves_open_is_asked_and_answered_from_above_then_the_cell_decides(desk):
    meeting = _until_the_vote(desk)
    _hears(desk)
    ballot = _ballot(meeting, khien_trach=6, khong=1)

    asked = desk.takes("bithu2", "vote_to_decide", status=422, **ballot)
    questions = {reason["rule"] for reason in asked["reasons"]}
    assert questions == {"vote.base.members_meeting"}

    desk.takes(
        "chunhiem", "answer_rule", rule="vote.base.members_meeting", source=SAMPLE,
        value="đảng viên chính thức, trừ người được miễn sinh hoạt và vắng mặt",
    )  # fmt: skip
    desk.takes("bithu2", "vote_to_decide", **ballot)

    case = Case.objects.get(reference=desk.ref)
    row = case.filerows.get(kind="bo_phieu")
    assert (row.facts["base"], row.facts["form"]) == (7, "khien_trach")
    assert row.facts["arithmetic"] == ["khiển trách: 6; 2·6 = 12 > 7"]
    assert case.stage == "da_bieu_quyet"


def test_the_decision_is_signed_numbered_and_printed(desk):
    meeting = _until_the_vote(desk)
    _hears(desk)
    term = Term.objects.get(on(clock.today()), body=desk.cell)
    open_book(Series(desk.cell, term, "QĐ"), next_number=4, on=clock.today())
    desk.takes(
        "chunhiem", "answer_rule", rule="vote.base.members_meeting", source=SAMPLE,
        value="đảng viên chính thức, trừ người được miễn sinh hoạt và vắng mặt",
    )  # fmt: skip
    desk.takes("bithu2", "vote_to_decide", **_ballot(meeting, khien_trach=6, khong=1))
    desk.takes(
        "bithu2", "compare_limitation", act_ended="2026-09-30", act_kind="co_thoi_hieu",
        note="Chưa hết thời hiệu.", status=422,
    )  # fmt: skip
    for rule, value in (
        ("limitation.member.reprimand", "60 tháng"),
        ("decision.chi_bo.effect", "ngay sau khi công bố kết quả biểu quyết"),
        ("complaint.window", "30 ngày"),
    ):
        desk.takes("chunhiem", "answer_rule", rule=rule, source=SAMPLE, value=value)
    desk.takes(
        "bithu2", "compare_limitation", act_ended="2026-09-30", act_kind="co_thoi_hieu",
        note="Chưa hết thời hiệu.",
    )  # fmt: skip
    desk.takes(
        "phobithu2", "draft_decide", violation="Bỏ sinh hoạt chi bộ không báo cáo.",
        executors="Chi bộ thôn Thử Hai",
    )  # fmt: skip
    desk.takes("bithu2", "decide")
    print_pending()

    decision = Paper.objects.get(kind="QD-04.CB")
    assert decision.number_text == "04-QĐ/CB"
    assert bytes(decision.print.pdf).startswith(b"%PDF")
    assert "30 ngày" in " ".join(decision.values["complaint"])
