"""P7.TW – Ban Bí thư, Bộ Chính trị, Ban Chấp hành Trung ương: the last levels, of which the last settles for good."""

from workflows.conditions.complaint import of_the_vote, the_central_committee_votes_in_secret
from workflows.procedures.complaint.by_committee import CommitteeComplaint
from workflows.variants import varied


class CentralComplaint(CommitteeComplaint):
    """Ban Bí thư, Bộ Chính trị, Ban Chấp hành Trung ương giải quyết khiếu nại kỷ luật của đảng viên."""

    code = "P7.TW"
    label = "Trung ương giải quyết khiếu nại kỷ luật của đảng viên"
    bodies = frozenset({"cap_uy", "btv", "ban_bi_thu"})
    levels = frozenset({"tw"})
    leads_on_at = frozenset({"khieu_nai_tiep", "da_chuyen", "da_luu"})
    stage = varied(
        CommitteeComplaint,
        without=["refer_up"],  # nobody has more power than the centre
        changed={
            "vote": {
                "when": [*of_the_vote(), the_central_committee_votes_in_secret],
                "sentence": "Nghe báo cáo, ý kiến người khiếu nại; thảo luận; bỏ phiếu kín. Ban Chấp hành Trung ương"
                " giải quyết cuối cùng.",
            },
        },
        labels={"da_cong_bo": "Đã công bố"},
    )
