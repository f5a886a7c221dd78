"""P2.NV – Ủy ban kiểm tra kiểm tra tổ chức đảng cấp dưới thực hiện nhiệm vụ kiểm tra, giám sát."""

from dataclasses import replace

from permissions.predicates import may_sign
from workflows.conclusions.of_programme import WITHOUT_DISCIPLINE
from workflows.conditions.programme import the_subject_is_below
from workflows.offices import chair_off_the_team, secretaries
from workflows.own_steps import every_request_is_answered
from workflows.procedures.programme.of_committee import ProgrammeInspection
from workflows.questions import programme as ask
from workflows.variants import varied


class LowerBodiesInspection(ProgrammeInspection):
    """Ủy ban kiểm tra xem xét tổ chức đảng cấp dưới thực hiện nhiệm vụ kiểm tra, giám sát."""

    code = "P2.NV"
    label = "Kiểm tra tổ chức đảng cấp dưới thực hiện nhiệm vụ kiểm tra, giám sát"
    follows = frozenset({"P1.TX"})
    bodies = frozenset({"ubkt"})
    levels = frozenset()
    subjects = frozenset({"organisation"})
    answers_law = chair_off_the_team
    disciplined_from = frozenset()
    rights = tuple(replace(right, or_by="") for right in ProgrammeInspection.rights)
    stage = varied(
        ProgrammeInspection,
        cast={secretaries: may_sign},
        rules={
            every_request_is_answered: None
        },  # an organisation asks by letter, not by an account
        without=WITHOUT_DISCIPLINE,
        changed={
            "instruct": {
                "label": "Đề xuất theo chương trình",
                "sentence": "Cán bộ theo dõi địa bàn đề xuất cuộc kiểm tra có trong chương trình năm của ủy ban.",
                "when": [*ProgrammeInspection.steps["instruct"].when, the_subject_is_below],
            },
            "decide": {
                "sentence": "Chủ nhiệm hoặc phó chủ nhiệm thay mặt ủy ban ký quyết định, kế hoạch kiểm tra.",
                "inputs": ask.PLAN_WITHOUT_SEAL,
            },
            "consider_result": {
                "sentence": "Ủy ban họp nghe báo cáo và ý kiến của đối tượng, thảo luận, biểu quyết kết luận."
            },
        },
    )
