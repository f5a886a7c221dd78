"""The conditions of a dissolution: its ground, what follows for the members, the report upward."""

from __future__ import annotations

from law import Hit
from workflows.conditions.discipline import ballot, form_voted
from workflows.facts import Facts
from workflows.forms import Form
from workflows.guards import guard, rule
from workflows.rows import RowKind

GROUNDS, REPORT = "authority.org.dissolution.grounds", "authority.org.dissolution.report"

#: The grounds, in the words of the law's list; the list of the day says which of them hold.
GROUND_WORDS = {
    "chong_duong_loi": "hành động chống đường lối, chủ trương của Đảng",
    "dac_biet_nghiem_trong": "vi phạm đặc biệt nghiêm trọng nguyên tắc tổ chức, pháp luật của Nhà nước",
}


@rule(
    GROUNDS,
    remedy="Không có căn cứ giải tán thì mở hồ sơ xem xét khiển trách, cảnh cáo.",
    reads_inputs=True,
)
def the_ground_is_one_of_the_law(facts: Facts, hit: Hit) -> bool:
    """Căn cứ này không thuộc các trường hợp giải tán tổ chức đảng."""
    said = facts.inputs.get("ground")
    return said is None or GROUND_WORDS.get(said) in hit.value


@guard(remedy="Chỉ ghi khi tổ chức đảng bị giải tán.", chooses=True)
def the_form_is_dissolution(facts: Facts) -> bool:
    """Hình thức đã quyết định không phải là giải tán."""
    return ballot(facts) is None or form_voted(facts) == Form.DISSOLUTION


@guard(
    remedy="Ghi việc chuyển đảng viên, xử lý hồ sơ, con dấu của tổ chức đảng đã giải tán.",
    righted_by=("settle_members",),
)
def the_members_are_settled(facts: Facts) -> bool:
    """Chưa ghi việc xem xét, chuyển sinh hoạt đảng viên của tổ chức đảng đã giải tán."""
    return facts.last(RowKind.SETTLED) is not None


@rule(
    REPORT,
    remedy="Báo cáo quyết định giải tán lên các cấp theo quy định.",
    righted_by=("report_dissolution",),
)
def the_dissolution_is_reported(facts: Facts, hit: Hit) -> bool:
    """Chưa báo cáo quyết định giải tán lên cấp trên."""
    return facts.has_taken("report_dissolution")
