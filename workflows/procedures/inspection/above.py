"""P3.TW – Ủy ban kiểm tra tỉnh, Trung ương: a member in charge agrees, a vice-chair directs the team."""

from workflows.conditions.inspection import the_director_is_named
from workflows.offices import agreeing_members, area_officer, section_officer
from workflows.procedures.inspection.of_member import Inspection
from workflows.procedures.inspection.of_organisation import OrganisationInspection
from workflows.questions import inspection as ask
from workflows.rows import RowKind
from workflows.variants import varied

LEVELS = frozenset({"tinh", "tw"})
DIRECTED = {"decide": {"when": [*Inspection.steps["decide"].when, the_director_is_named]}}


class InspectionAbove(Inspection):
    """Ủy ban kiểm tra cấp tỉnh, Trung ương kiểm tra đảng viên khi có dấu hiệu vi phạm."""

    code = "P3.TW"
    label = "Kiểm tra khi có dấu hiệu vi phạm, cấp tỉnh, Trung ương"
    levels = LEVELS
    stage = varied(Inspection, cast={area_officer: section_officer}, changed=DIRECTED)

    @stage.step(
        stage.enum("da_de_xuat"),
        label="Cho ý kiến về đề xuất kiểm tra",
        by=agreeing_members,
        inputs=ask.AGREEMENT,
        lays=RowKind.OPINION,
    )
    def agree_to_inspect(self):
        """Thành viên phụ trách, phó chủ nhiệm cho ý kiến; nêu phó chủ nhiệm chỉ đạo đoàn kiểm tra."""


class OrganisationInspectionAbove(OrganisationInspection):
    """Ủy ban kiểm tra cấp tỉnh, Trung ương kiểm tra tổ chức đảng khi có dấu hiệu vi phạm."""

    code = "P3.TTW"
    label = "Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm, cấp tỉnh, Trung ương"
    levels = LEVELS
    stage = varied(OrganisationInspection, cast={area_officer: section_officer}, changed=DIRECTED)

    @stage.step(
        stage.enum("da_de_xuat"),
        label="Cho ý kiến về đề xuất kiểm tra",
        by=agreeing_members,
        inputs=ask.AGREEMENT,
        lays=RowKind.OPINION,
    )
    def agree_to_inspect(self):
        """Thành viên phụ trách, phó chủ nhiệm cho ý kiến; nêu phó chủ nhiệm chỉ đạo đoàn kiểm tra."""
