"""P7.CU – Cấp ủy, ban thường vụ giải quyết khiếu nại: its secretaries sign, its team looks into it."""

from permissions.predicates import not_on_team
from workflows.offices import area_officer, leaders, organisers, secretaries
from workflows.procedures.complaint.of_member import Complaint
from workflows.variants import varied


class CommitteeComplaint(Complaint):
    """Cấp ủy hoặc ban thường vụ cấp ủy giải quyết khiếu nại của đảng viên về quyết định kỷ luật."""

    code = "P7.CU"
    label = "Cấp ủy giải quyết khiếu nại kỷ luật của đảng viên"
    bodies = frozenset({"cap_uy", "btv"})
    levels = frozenset({"co_so", "xa", "huyen", "tinh"})
    answers_law = secretaries & not_on_team
    stage = varied(
        Complaint,
        cast={area_officer: organisers, leaders: secretaries},
        changed={
            "open_file": {
                "sentence": "Thường trực cấp ủy ký quyết định, kế hoạch; đoàn giúp cấp ủy giải quyết khiếu nại.",
            },
            "check": {
                "sentence": "Ủy ban kiểm tra giúp cấp ủy đối chiếu thời hạn, thẩm quyền, điều kiện, rồi đề xuất.",
            },
        },
    )
