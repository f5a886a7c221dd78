"""P3.CU – Cấp ủy, ban thường vụ kiểm tra khi có dấu hiệu vi phạm: led and signed by the secretary."""

from permissions.predicates import may_sign
from workflows.offices import secretaries, secretaries_off_the_team
from workflows.procedures.inspection.of_member import Inspection
from workflows.procedures.inspection.of_organisation import OrganisationInspection
from workflows.variants import varied

BODIES = frozenset({"cap_uy", "btv"})
IN_A_COMMITTEE = {
    "decide": {
        "sentence": "Thường trực cấp ủy, hoặc bí thư thay mặt cấp ủy, ký quyết định và kế hoạch kiểm tra.",
    },
    "consider_result": {"label": "Họp cấp ủy, ban thường vụ xem xét, kết luận"},
    "conclude": {
        "sentence": "Thay mặt cấp ủy, ban thường vụ ký thông báo kết luận.",
    },
}


class CommitteeInspection(Inspection):
    """Cấp ủy, ban thường vụ kiểm tra đảng viên khi có dấu hiệu vi phạm."""

    code = "P3.CU"
    label = "Cấp ủy kiểm tra khi có dấu hiệu vi phạm"
    bodies = BODIES
    answers_law = secretaries_off_the_team
    stage = varied(Inspection, cast={may_sign: secretaries}, changed=IN_A_COMMITTEE)


class CommitteeInspectsOrganisation(OrganisationInspection):
    """Cấp ủy, ban thường vụ kiểm tra tổ chức đảng khi có dấu hiệu vi phạm."""

    code = "P3.TCU"
    label = "Cấp ủy kiểm tra tổ chức đảng khi có dấu hiệu vi phạm"
    bodies = BODIES
    answers_law = secretaries_off_the_team
    stage = varied(
        OrganisationInspection,
        cast={may_sign: secretaries},
        changed=IN_A_COMMITTEE,
    )
