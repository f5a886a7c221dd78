"""P6.TC – Giải quyết tố cáo tổ chức đảng: the collective explains itself, its head answers in the same case."""

from workflows.clocks import planned_end, remedies_due
from workflows.conclusions.of_inspection import DECISION, OF_AN_ORGANISATION
from workflows.conclusions.of_supervision import FINDING
from workflows.conditions.denunciation import (
    it_is_to_be_settled,
    it_is_to_be_settled_of_an_organisation,
)
from workflows.conditions.inspection import (
    everybody_was_called,
    the_head_has_answered,
    the_head_has_answered_first,
)
from workflows.denunciation_clocks import settled_in_time
from workflows.matter import Right
from workflows.offices import team_lead
from workflows.own_steps import every_request_is_answered
from workflows.procedures.denunciation.of_member import OWN_EVIDENCE, Denunciation
from workflows.procedures.inspection.of_organisation import AGAINST_IT
from workflows.questions import denunciation as ask
from workflows.rows import RowKind
from workflows.variants import varied

FOUND = Denunciation.findings.steps
HEAD_FIRST = {
    step: {"when": [*FOUND[step].when, the_head_has_answered]} for step in AGAINST_IT
}  # fmt: skip


class OrganisationDenunciation(Denunciation):
    """Giải quyết đơn tố cáo tổ chức đảng; danh tính người tố cáo chỉ ở trong phong bì."""

    code = "P6.TC"
    label = "Giải quyết tố cáo tổ chức đảng"
    subjects = frozenset({"organisation"})
    clocks = (settled_in_time, planned_end, remedies_due)
    rights = (
        Right("Được thông báo quyết định, kế hoạch", "open"),
        Right("Tập thể giải trình, đưa bằng chứng", "receive_explanation", rule=OWN_EVIDENCE),
        Right("Toàn thể thành viên dự hội nghị thông qua dự thảo", "confer"),
        Right("Ý kiến được đọc đầy đủ khi kết luận", "consider_result"),
        Right("Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE),
    )
    stage = varied(
        Denunciation,
        rules={
            it_is_to_be_settled: it_is_to_be_settled_of_an_organisation,
            every_request_is_answered: None,
        },
        without=["defer", "end_deferral", "exempt", "consider_again", "conclude_resumed"],
        changed={
            "propose": {"inputs": ask.PROPOSED_OF_AN_ORGANISATION},
            "receive_explanation": {
                "label": "Nhận báo cáo giải trình của tập thể",
                "sentence": "Tập thể tổ chức đảng thảo luận, thông qua báo cáo giải trình bằng văn bản, kèm tài liệu.",
                "inputs": ask.COLLECTIVE_EXPLANATION,
            },
            "confer": {
                "sentence": "Toàn thể thành viên tổ chức đảng bị tố cáo dự hội nghị, thảo luận, bảo lưu ý kiến.",
                "when": [*Denunciation.steps["confer"].when, everybody_was_called],
                "inputs": ask.FULL_CONFERENCE,
            },
            "conclude": {"when": [*Denunciation.steps["conclude"].when, the_head_has_answered_first]},
            "record_discipline": {"inputs": [FINDING, OF_AN_ORGANISATION, DECISION]},
            **HEAD_FIRST,
        },
    )  # fmt: skip

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
        """Trách nhiệm của người đứng đầu được xem xét trong cùng việc giải quyết tố cáo tổ chức đảng."""
