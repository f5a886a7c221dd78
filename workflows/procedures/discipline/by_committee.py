"""P5.CU – Cấp ủy, ban thường vụ thụ lý: its secretaries sign, and it names the team that looks into it."""

from documents import kinds
from permissions.predicates import not_on_team
from workflows.offices import area_officer, leaders, organisers, secretaries, team_record
from workflows.procedures.discipline.of_member import Discipline
from workflows.variants import varied


class CommitteeDiscipline(Discipline):
    """Cấp ủy hoặc ban thường vụ cấp ủy xem xét, thi hành kỷ luật đảng viên, giao đoàn chuẩn bị."""

    code = "P5.CU"
    label = "Cấp ủy xem xét, thi hành kỷ luật đảng viên"
    bodies = frozenset({"cap_uy", "btv"})
    answers_law = secretaries & not_on_team
    stage = varied(
        Discipline,
        cast={area_officer: organisers, leaders: secretaries},
        papers={kinds.DISCIPLINE_TEAM_DECISION: kinds.COMMITTEE_TEAM_DECISION},
        changed={
            "assign_team": {
                "sentence": "Thường trực cấp ủy ký quyết định, kế hoạch; đoàn giúp cấp ủy xem xét kỷ luật.",
            },
            "appraise": {"by": team_record},  # a check of facts is the team's, not the office's
            "vote_to_submit": {
                "label": "Cấp ủy bỏ phiếu đề nghị",
                "sentence": "Vượt thẩm quyền thì cấp ủy bỏ phiếu kín đề nghị hình thức trước khi trình.",
            },
        },
    )
