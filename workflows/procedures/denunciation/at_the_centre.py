"""P6.TW – Ủy ban Kiểm tra Trung ương giải quyết tố cáo: its own procedure, its own time from the team's decision."""

from workflows.clocks import deferrals_end, planned_end, remedies_due
from workflows.conditions.denunciation import (
    it_is_extended_once_and_no_longer,
    the_central_time_is_known,
    the_time_to_settle_is_known,
)
from workflows.conditions.inspection import the_director_is_named
from workflows.denunciation_clocks import settled_at_the_centre
from workflows.offices import agreeing_members, area_officer, section_officer
from workflows.procedures.denunciation.of_member import Denunciation
from workflows.procedures.denunciation.of_organisation import OrganisationDenunciation
from workflows.questions import denunciation as ask
from workflows.rows import RowKind
from workflows.variants import varied

LEVELS = frozenset({"tw"})
BASIS = "basis.denunciation.central"
#: The time at the centre is lengthened where needed: no number of days was read.
RULES = {
    the_time_to_settle_is_known: the_central_time_is_known,
    it_is_extended_once_and_no_longer: None,
}
DIRECTED = {
    "decide": {
        "when": [
            *(RULES.get(one, one) for one in Denunciation.steps["decide"].when),
            the_director_is_named,
        ]
    },
}  # fmt: skip


class CentralDenunciation(Denunciation):
    """Ủy ban Kiểm tra Trung ương giải quyết tố cáo đảng viên thuộc diện Trung ương quản lý."""

    code = "P6.TW"
    label = "Giải quyết tố cáo, cấp Trung ương"
    levels = LEVELS
    clocks = (settled_at_the_centre, planned_end, remedies_due, deferrals_end)
    stage = varied(
        Denunciation, cast={area_officer: section_officer}, rules=RULES, changed=DIRECTED, basis=BASIS
    )  # fmt: skip

    @stage.step(
        stage.enum("da_de_xuat"),
        label="Cho ý kiến về đề xuất giải quyết",
        by=agreeing_members,
        inputs=ask.AGREEMENT,
        lays=RowKind.OPINION,
    )
    def agree_to_inspect(self):
        """Thành viên phụ trách, phó chủ nhiệm cho ý kiến; nêu phó chủ nhiệm chỉ đạo đoàn giải quyết tố cáo."""


class CentralOrganisationDenunciation(OrganisationDenunciation):
    """Ủy ban Kiểm tra Trung ương giải quyết tố cáo tổ chức đảng."""

    code = "P6.TTW"
    label = "Giải quyết tố cáo tổ chức đảng, cấp Trung ương"
    levels = LEVELS
    clocks = (settled_at_the_centre, planned_end, remedies_due)
    stage = varied(
        OrganisationDenunciation,
        cast={area_officer: section_officer},
        rules=RULES,
        changed=DIRECTED,
        basis=BASIS,
    )

    @stage.step(
        stage.enum("da_de_xuat"),
        label="Cho ý kiến về đề xuất giải quyết",
        by=agreeing_members,
        inputs=ask.AGREEMENT,
        lays=RowKind.OPINION,
    )
    def agree_to_inspect(self):
        """Thành viên phụ trách, phó chủ nhiệm cho ý kiến; nêu phó chủ nhiệm chỉ đạo đoàn giải quyết tố cáo."""
