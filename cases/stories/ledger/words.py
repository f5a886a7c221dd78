"""What people of the ledger's province say at each step: the ordinary words, by the name of the question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from permissions.roles import Role
from workflows.facts import Facts
from workflows.inputs import Input
from workflows.stages import Step

_SAID: dict[str, str] = {
    "theme": "việc chấp hành Điều lệ Đảng và những điều đảng viên không được làm",
    "reasons": "Có trong chương trình công tác kiểm tra, giám sát của năm.",
    "programme": "Chương trình kiểm tra, giám sát của năm",
    "prepared_by": "Văn phòng Đảng ủy",
    "outline": "Tình hình chung.\nViệc thực hiện nhiệm vụ được giao.\nTự nhận xét.",
    "schedule": "Tuần thứ nhất: triển khai\nTuần thứ hai: nhận báo cáo\nTuần thứ ba: làm việc",
    "tasks": "Trưởng đoàn: chỉ đạo chung\nThư ký đoàn: ghi biên bản, tổng hợp",
    "place": "Nhà văn hóa",
    "proceedings": "Công bố văn bản, thống nhất lịch làm việc; thông báo các quyền.",
    "summary": "Báo cáo theo đề cương, tự nhận xét đầy đủ.",
    "opinions": "Đại diện chi bộ: nhất trí với nội dung nêu trong báo cáo.",
    "subject_opinion": "Tôi nhất trí với nội dung báo cáo.",
    "matters": "Sổ sách, biên bản sinh hoạt của chi bộ.",
    "verified": "Nội dung báo cáo đúng với sổ sách.",
    "content": "Việc thực hiện nhiệm vụ được giao và chế độ sinh hoạt đảng.",
    "draft": "Dự thảo báo cáo kết quả.",
    "strengths": "Chấp hành chế độ sinh hoạt, thực hiện nhiệm vụ được giao.",
    "faults": "Ghi chép, theo dõi có lúc chưa kịp thời.",
    "causes": "Phân công chưa rõ.",
    "proposals": "Xem xét, kết luận theo báo cáo.",
    "conclusion": "Hội nghị nhất trí với báo cáo.",
    "demands": "Tiếp tục phát huy, báo cáo theo chế độ.",
    "demand": "Kiểm điểm, khắc phục, báo cáo kết quả.",
    "grounds": "Đã rõ qua làm việc.",
    "note": "Đã thực hiện theo quy định.",
    "archive": "Hồ sơ lưu theo năm",
    "violation": "Vi phạm quy định về việc thực hiện nhiệm vụ của đảng viên.",
    "statement": "Tôi xin trình bày, nhận rõ khuyết điểm.",
    "executors": "Chi bộ và các cơ quan có liên quan",
    "handover": "Chi bộ thu thẻ đảng viên.",
    "attached": "Biên bản hội nghị, bản tự kiểm điểm",
    "addressee": "Đảng ủy cấp trên",
    "requests": "Xem xét theo thẩm quyền.",
    "starts": "08 giờ 00",
    "envelope": "phong bì niêm phong, lưu hồ sơ",
    "documents": "Sổ theo dõi sinh hoạt và thu đảng phí",
    "papers_sent": "Hồ sơ đảng viên, phiếu báo",
    "called": "đồng chí",
    "reason": "Đã xem xét, thống nhất.",
    "referred_to": "Đảng ủy cấp trên",
    "proof": "Giấy xác nhận của cơ sở y tế",
    "document": "Văn bản của cơ quan có thẩm quyền",
    "counted": "thời gian tham gia đầy đủ",
}
_CHOSEN = {
    "unit": "day", "route": "tu_phat_hien", "violation": "khong", "card": "da_thu", "way": "phieu_kin",
    "act_kind": "khong_thoi_hieu", "source": "nam_tinh_hinh", "proposed_form": "khien_trach",
}  # fmt: skip
#: Days from the deed to a day that people name in it.
_AHEAD = {"due": 60, "called_for": 3}


def answers(
    step: Step, on: date, facts: Facts | None, given: dict[str, Any], who: Callable[[str], str]
) -> dict[str, Any]:
    """Return what is answered to a step on a day: what is `given`, else the ordinary words.

    `who` gives the names that stand for "attendance", "chair" and the like. Raises KeyError for a required
    question that has no ordinary answer.
    """
    said = {name: answer for name, answer in given.items() if answer is not None}
    for one in step.inputs:
        if one.name not in given and one.required:
            said[one.name] = _answer(one, on, facts, who)
    return said


def _answer(one: Input, on: date, facts: Facts | None, who: Callable[[str], str]) -> Any:
    if one.kind == "text":
        return who(one.name) or _SAID[one.name]
    if one.kind == "choice":
        options = [value for value, _label in getattr(one, "options", ())]
        usual = _CHOSEN.get(one.name)
        return usual if usual in options else options[0]
    if one.kind == "date":
        return _day(one.name, on).isoformat()
    if one.kind == "amount":
        return {"days": 20, "no": 0}.get(one.name, facts.members if facts else 0)
    if one.kind in ("subject", "finding"):
        return 1
    raise KeyError(f"Nothing is ordinarily said to {one.name} ({one.kind}).")


def _day(name: str, on: date) -> date:
    if name == "period_from":
        return on - timedelta(days=400)
    if name == "period_to":
        return on - timedelta(days=36)
    if name == "programme_on":
        return on - timedelta(days=20)
    return on + timedelta(days=_AHEAD.get(name, 0))


def team(lead: int, record: int) -> list[dict[str, Any]]:
    """Return a team of two as it is answered, by the numbers of its people."""
    return [
        {"person": lead, "role": Role.TEAM_LEAD.value},
        {"person": record, "role": Role.TEAM_SECRETARY.value},
    ]
