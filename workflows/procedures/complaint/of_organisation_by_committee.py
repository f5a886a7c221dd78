"""P7.TCU – Cấp ủy, ban thường vụ giải quyết khiếu nại của tổ chức đảng: both differences in one."""

from permissions.predicates import not_on_team
from workflows.offices import area_officer, leaders, organisers, secretaries
from workflows.procedures.complaint.of_organisation import OrganisationComplaint
from workflows.variants import varied


class OrganisationComplaintAtCommittee(OrganisationComplaint):
    """Cấp ủy hoặc ban thường vụ giải quyết khiếu nại của tổ chức đảng về quyết định kỷ luật."""

    code = "P7.TCU"
    label = "Cấp ủy giải quyết khiếu nại kỷ luật của tổ chức đảng"
    bodies = frozenset({"cap_uy", "btv"})
    answers_law = secretaries & not_on_team
    stage = varied(
        OrganisationComplaint,
        cast={area_officer: organisers, leaders: secretaries},
        changed={
            "open_file": {
                "sentence": "Thường trực cấp ủy ký quyết định, kế hoạch; đoàn giúp cấp ủy giải quyết khiếu nại.",
            },
        },
    )
