"""The conditions of a discipline that runs together with an inspection: asked for, and allowed on the record."""

from __future__ import annotations

from law import Hit
from workflows.facts import Facts
from workflows.guards import guard, rule

MERGED = "discipline.merged"


@rule(
    MERGED,
    remedy="Trả lời về việc xem xét kỷ luật cùng với kiểm tra, nêu văn bản cho phép.",
)
def merging_is_provided_for(facts: Facts, hit: Hit) -> bool:
    """Quy định không cho xem xét kỷ luật cùng với kiểm tra."""
    return hit.value is not False


@guard(remedy="Trưởng đoàn báo cáo đề nghị trước.", righted_by=("request_merging",))
def the_team_has_asked(facts: Facts) -> bool:
    """Đoàn kiểm tra chưa báo cáo đề nghị xem xét kỷ luật cùng với kiểm tra."""
    return facts.has_taken("request_merging")
