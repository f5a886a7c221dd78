"""P3.TC – Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm: the collective explains itself, its head answers."""

from typing import Any

from documents import kinds
from workflows.clocks import planned_end, remedies_due
from workflows.conclusions.of_inspection import DECISION, OF_AN_ORGANISATION
from workflows.conclusions.of_supervision import FINDING
from workflows.conditions.inspection import (
    everybody_was_called,
    the_head_has_answered,
    the_head_has_answered_first,
)
from workflows.matter import Right
from workflows.offices import team_lead
from workflows.own_steps import every_request_is_answered
from workflows.procedures.inspection.of_member import OWN_EVIDENCE, Inspection
from workflows.questions import inspection as ask
from workflows.rows import RowKind
from workflows.variants import varied

#: Conclusions that find the organisation against the rules: its head's responsibility comes first.
AGAINST_IT = (
    "find_violation_below_discipline", "refer_to_own_discipline", "ask_lower_body", "propose_up",
)  # fmt: skip


def head_first(step: str) -> dict[str, Any]:
    """The step as it is for a member, and beside it the responsibility of the head."""
    found = Inspection.step(step)
    assert found is not None
    return {"when": [*found.when, the_head_has_answered]}


OF_THE_COLLECTIVE: dict[str, dict[str, Any]] = {
    "receive_explanation": {
        "label": "Nhận báo cáo giải trình của tập thể",
        "sentence": "Tập thể tổ chức đảng thảo luận, thông qua báo cáo giải trình bằng văn bản, kèm tài liệu.",
        "inputs": ask.COLLECTIVE_EXPLANATION,
    },
    "confer": {
        "sentence": "Toàn thể thành viên tổ chức đảng được kiểm tra dự hội nghị, thảo luận, bảo lưu ý kiến.",
        "when": [everybody_was_called],
        "inputs": ask.FULL_CONFERENCE,
    },
    "conclude": {"when": [*Inspection.steps["conclude"].when, the_head_has_answered_first]},
    # Nobody of an organisation asks again by a page of their own.
    "close": {
        "when": [
            one for one in Inspection.steps["close"].when if one is not every_request_is_answered
        ]
    },
    "record_discipline": {"inputs": [FINDING, OF_AN_ORGANISATION, DECISION]},
    **{step: head_first(step) for step in AGAINST_IT},
}


class OrganisationInspection(Inspection):
    """Ủy ban kiểm tra kiểm tra tổ chức đảng khi có dấu hiệu vi phạm."""

    code = "P3.TC"
    label = "Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm"
    subjects = frozenset({"organisation"})
    clocks = (planned_end, remedies_due)
    rights = (
        Right("Được thông báo quyết định, kế hoạch", "open"),
        Right("Tập thể giải trình, đưa bằng chứng", "receive_explanation", rule=OWN_EVIDENCE),
        Right("Toàn thể thành viên dự hội nghị thông qua dự thảo", "confer"),
        Right("Ý kiến được đọc đầy đủ khi kết luận", "consider_result"),
        Right("Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE),
    )
    stage = varied(
        Inspection,
        papers={
            kinds.INSPECTION_DECISION: kinds.ORGANISATION_INSPECTION_DECISION,
            kinds.INSPECTION_PLAN: kinds.ORGANISATION_INSPECTION_PLAN,
            kinds.EXPLANATION_OUTLINE: kinds.COLLECTIVE_OUTLINE,
            kinds.INSPECTION_CONFERENCE_MINUTES: kinds.FULL_CONFERENCE_MINUTES,
            kinds.INSPECTION_REPORT: kinds.ORGANISATION_INSPECTION_REPORT,
            kinds.INSPECTION_NOTICE: kinds.ORGANISATION_INSPECTION_NOTICE,
        },
        without=["defer", "end_deferral", "exempt", "consider_again", "conclude_resumed"],
        changed=OF_THE_COLLECTIVE,
    )

    @stage.step(
        [
            stage.enum("da_xac_minh"),
            stage.enum("da_trao_doi"),
            stage.enum("da_hoi_nghi"),
            stage.enum("da_hoan_chinh"),
        ],
        label="Ghi trách nhiệm của người đứng đầu",
        by=team_lead,
        inputs=ask.HEAD,
        lays=RowKind.HEAD,
    )
    def record_head(self):
        """Trách nhiệm của người đứng đầu được xem xét trong cùng cuộc kiểm tra tổ chức đảng."""
