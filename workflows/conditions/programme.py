"""The conditions of supervision and of an inspection of the programme that hang on who runs it, and about whom."""

from __future__ import annotations

from collections.abc import Mapping

from law import Hit
from law.thresholds import Threshold
from workflows.conditions.file import (
    meeting_on_the_result,
    more_than_half_agree,
    the_committee_has_met_on_the_result,
)
from workflows.conditions.powers import without_power
from workflows.facts import FURTHER_DOWN, RIGHT_UNDER, SAME, Facts
from workflows.guards import Guard, guard, rule

#: How the table of authority calls the body of an organisation that may have no power to discipline.
_WORDS = {"bo_phan": "dang_uy_bo_phan"}


@rule(
    "chi_bo.thematic_supervision",
    remedy="Giám sát thường xuyên, hoặc đề nghị cấp trên giám sát chuyên đề.",
    reads_inputs=True,
)
def the_cell_may_supervise_a_theme(facts: Facts, hit: Hit) -> bool:
    """Chi bộ không có chi ủy, không đông đảng viên như quy định, không phân tán thì không giám sát chuyên đề."""
    said = facts.inputs.get("condition")
    if said == "chi_uy":
        return "chi_uy" in facts.beside
    if said == "dong":
        least = hit.value.get("min_members_gt") if hasattr(hit.value, "get") else None
        return least is None or facts.members > least
    return said == "phan_tan"


@rule(
    "authority.programme.organ",
    remedy="Chuyển cơ quan có lĩnh vực này, hoặc đề nghị cấp ủy giao.",
    reads_inputs=True,
)
def the_field_is_the_organs_own(facts: Facts, _hit: Hit) -> bool:
    """Cơ quan tham mưu, giúp việc chỉ kiểm tra, giám sát trong lĩnh vực được giao."""
    return facts.inputs.get("field") == "duoc_giao"


@guard(
    remedy="Ghi hội nghị: ngày họp, số người dự, số tán thành, biên bản.",
    righted_by=("consider_result",),
)
def the_body_has_met_on_the_result(facts: Facts) -> bool:
    """Tập thể có thẩm quyền phải họp xem xét kết quả trước khi kết luận."""
    return meeting_on_the_result(facts) is not None


@rule(
    "vote.ordinary",
    remedy="Đưa ra hội nghị khác; kết luận chỉ được thông qua khi hơn một nửa tán thành.",
    righted_by=("consider_result",),
)
def more_than_half_of_the_body_agree(facts: Facts, hit: Hit) -> bool:
    """Kết luận chưa được quá nửa số thành viên của tập thể có thẩm quyền tán thành."""
    meeting = meeting_on_the_result(facts)
    if meeting is None:
        return True  # its absence is a reason of its own
    return Threshold.of(hit.value).passes(meeting.facts["yes"], meeting.facts["base"])


@guard(remedy="Họp lãnh đạo, nghe báo cáo kết quả, ghi biên bản.", righted_by=("consider_result",))
def the_leaders_have_met_on_the_result(facts: Facts) -> bool:
    """Lãnh đạo cơ quan chưa họp xem xét báo cáo kết quả."""
    return meeting_on_the_result(facts) is not None


@rule(
    "inspection.programme.to_discipline",
    remedy="Kết luận “có dấu hiệu vi phạm” rồi chuyển kiểm tra khi có dấu hiệu vi phạm.",
)
def the_way_to_discipline_is_open(_facts: Facts, hit: Hit) -> bool:
    """Kiểm tra theo chương trình không dẫn thẳng đến xem xét kỷ luật."""
    return hit.value is True


@guard(
    remedy="Vi phạm chưa rõ, hoặc đối tượng không thừa nhận, thì chuyển kiểm tra khi có dấu hiệu vi phạm.",
    reads_inputs=True,
)
def the_subject_admits_it(facts: Facts) -> bool:
    """Chỉ xem xét kỷ luật ngay khi vi phạm đã rõ và đối tượng thừa nhận, tự kiểm điểm."""
    return facts.inputs.get("admitted") == "thua_nhan"


@guard(remedy="Chọn tổ chức đảng cấp dưới của cấp ủy.")
def the_subject_is_below(facts: Facts) -> bool:
    """Đối tượng phải là tổ chức đảng cấp dưới."""
    stands = {subject.stands for subject in facts.subjects if not subject.is_person}
    return stands <= {RIGHT_UNDER, FURTHER_DOWN}


@guard(remedy="Kiểm tra tài chính của cấp ủy cùng cấp do ủy ban kiểm tra cấp trên làm.")
def it_is_not_the_same_level_committee(facts: Facts) -> bool:
    """Ủy ban kiểm tra không kiểm tra tài chính của chính cấp ủy cùng cấp."""
    return all(subject.stands != SAME for subject in facts.subjects)


@guard(
    remedy="Chọn tổ chức đảng có thẩm quyền kỷ luật hoặc giải quyết khiếu nại, trước hết là cấp dưới trực tiếp."
)
def the_subject_may_discipline(facts: Facts) -> bool:
    """Đối tượng phải là tổ chức đảng có thẩm quyền thi hành kỷ luật hoặc giải quyết khiếu nại kỷ luật."""
    bodies = {_WORDS[s.level] for s in facts.subjects if s.level in _WORDS}
    return not any(without_power(body, facts.acted_on) for body in bodies)


#: What agrees in a committee or a cell, and in an organ, whose head concludes with no count of votes.
AGREED = [the_body_has_met_on_the_result, more_than_half_of_the_body_agree]
OF_A_BODY: Mapping[Guard, Guard | None] = {
    the_committee_has_met_on_the_result: the_body_has_met_on_the_result,
    more_than_half_agree: more_than_half_of_the_body_agree,
}
OF_AN_ORGAN: Mapping[Guard, Guard | None] = {
    the_committee_has_met_on_the_result: the_leaders_have_met_on_the_result,
    more_than_half_agree: None,
}
