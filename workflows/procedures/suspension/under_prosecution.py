"""P5S.HS – Đình chỉ of a member charged, prosecuted or detained: must be, for the terms of the proceedings."""

from typing import Any

from workflows.conditions.discipline import the_matter_has_been_submitted
from workflows.conditions.proceedings import (
    the_notice_follows_the_act,
    the_proceedings_were_extended,
    the_term_follows_the_proceedings,
)
from workflows.conditions.suspension import (
    POWER,
    a_charge_reaches_committee_members_only,
    it_begins_no_earlier_than_the_decision,
    may_suspend,
    the_case_is_one_of_the_laws,
    the_committees_are_settled,
    the_law_leaves_a_choice,
    the_subject_was_heard,
)
from workflows.procedures.suspension.of_member import Suspension, deciding_leads, hands
from workflows.questions import suspension as ask
from workflows.rows import RowKind
from workflows.suspension_clocks import end_by_law
from workflows.variants import varied


class ProsecutionSuspension(Suspension):
    """Đình chỉ sinh hoạt đảng, sinh hoạt cấp ủy đối với người bị khởi tố, truy tố, tạm giam."""

    code = "P5S.HS"
    label = "Đình chỉ sinh hoạt đảng theo tố tụng"
    clocks = (end_by_law,)
    stage = varied(
        Suspension,
        changed={
            "propose": {
                # the law leaves no choice here, so whoever named a body without the power names another
                "source": ("can_dinh_chi", "da_de_xuat", "da_trinh"),
                "sentence": "Nhận thông báo của cơ quan pháp luật thì đề xuất đình chỉ ngay; "
                "cơ quan đã nêu không có thẩm quyền thì đề xuất lại.",
                "inputs": ask.PROPOSE_IN_PROCEEDINGS,
                "when": [a_charge_reaches_committee_members_only],
            },
            "decline": {"when": [the_law_leaves_a_choice]},
            "decide": {
                "inputs": ask.DECIDE_IN_PROCEEDINGS,
                "when": [
                    the_matter_has_been_submitted,
                    the_case_is_one_of_the_laws,
                    may_suspend(POWER),
                    the_subject_was_heard,
                    the_committees_are_settled,
                    the_term_follows_the_proceedings,
                    it_begins_no_earlier_than_the_decision,
                ],
            },
            "extend": {
                "inputs": ask.EXTEND_IN_PROCEEDINGS,
                "when": [the_proceedings_were_extended, the_term_follows_the_proceedings],
            },
        },
    )
    S: Any = stage.enum

    @stage.step(
        [S.PROPOSED, S.SUBMITTED, S.DECIDED, S.SUSPENDED],
        label="Ghi thông báo của cơ quan pháp luật",
        by=hands | deciding_leads,
        when=[the_notice_follows_the_act],
        inputs=ask.NOTICE,
        lays=RowKind.LEGAL_NOTICE,
    )
    def record_notice(self):
        """Việc bắt, khởi tố, truy tố, gia hạn, bản án được cơ quan pháp luật thông báo và ghi vào hồ sơ."""
