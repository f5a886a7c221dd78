"""P6.CU – Cấp ủy, ban thường vụ giải quyết tố cáo: led and signed by the secretary."""

from permissions.predicates import may_sign
from workflows.offices import secretaries, secretaries_off_the_team
from workflows.procedures.denunciation.of_member import Denunciation
from workflows.procedures.denunciation.of_organisation import OrganisationDenunciation
from workflows.variants import varied

BODIES = frozenset({"cap_uy", "btv"})
IN_A_COMMITTEE = {
    "decide": {
        "sentence": "Thường trực cấp ủy, hoặc bí thư thay mặt cấp ủy, ký quyết định lập đoàn và kế hoạch giải quyết.",
    },
    "consider_result": {"label": "Họp cấp ủy, ban thường vụ xem xét, kết luận"},
    "conclude": {"sentence": "Thay mặt cấp ủy, ban thường vụ ký thông báo kết luận từng nội dung."},
}


class CommitteeDenunciation(Denunciation):
    """Cấp ủy, ban thường vụ giải quyết đơn tố cáo đảng viên."""

    code = "P6.CU"
    label = "Cấp ủy giải quyết tố cáo"
    bodies = BODIES
    answers_law = secretaries_off_the_team
    stage = varied(Denunciation, cast={may_sign: secretaries}, changed=IN_A_COMMITTEE)


class CommitteeOrganisationDenunciation(OrganisationDenunciation):
    """Cấp ủy, ban thường vụ giải quyết đơn tố cáo tổ chức đảng."""

    code = "P6.TCU"
    label = "Cấp ủy giải quyết tố cáo tổ chức đảng"
    bodies = BODIES
    answers_law = secretaries_off_the_team
    stage = varied(OrganisationDenunciation, cast={may_sign: secretaries}, changed=IN_A_COMMITTEE)
