"""P5S.TC – Đình chỉ hoạt động of an organisation: the same machine under the rules for organisations."""

from documents import kinds
from law.extensions import ORGANISATION_SUSPENSION
from workflows.conditions.discipline import the_matter_has_been_submitted
from workflows.conditions.suspension import (
    POWER_OVER_ORGANISATION,
    it_begins_no_earlier_than_the_decision,
    may_suspend,
    the_cases_of_organisations_are_known,
    the_subject_was_heard,
)
from workflows.conditions.suspension_term import (
    the_extension_is_lawful,
    the_term_is_lawful,
    the_term_still_runs,
)
from workflows.matter import Right
from workflows.procedures.suspension.of_member import Suspension
from workflows.questions import suspension as ask
from workflows.suspension_clocks import end_of_term
from workflows.variants import varied


class OrganisationSuspension(Suspension):
    """Đình chỉ hoạt động của một tổ chức đảng."""

    code = "P5S.TC"
    label = "Đình chỉ hoạt động tổ chức đảng"
    subjects = frozenset({"organisation"})
    clocks = (end_of_term(ORGANISATION_SUSPENSION.first),)
    rights = (
        *Suspension.rights[:2],
        Right("Khiếu nại quyết định đình chỉ", "receive_complaint", "mở khi nhận quyết định"),
        Right("Hoạt động trở lại khi hết căn cứ", "lift", "xem xét khi hết căn cứ hoặc hết hạn"),
    )
    stage = varied(
        Suspension,
        papers={kinds.SUSPENSION_DECISION: kinds.ORGANISATION_SUSPENSION_DECISION},
        changed={
            "decide": {
                "when": [
                    the_matter_has_been_submitted,
                    the_cases_of_organisations_are_known,
                    may_suspend(POWER_OVER_ORGANISATION),
                    the_subject_was_heard,
                    the_term_is_lawful(ORGANISATION_SUSPENSION),
                    it_begins_no_earlier_than_the_decision,
                ],
            },
            "extend": {
                "when": [the_term_still_runs, the_extension_is_lawful(ORGANISATION_SUSPENSION)]
            },
            "record_discipline": {"inputs": ask.ORGANISATION_DISCIPLINED},
            "lift": {"label": "Cho hoạt động trở lại"},
            "hand_over": {
                "sentence": "Quyết định được công bố, trao cho đại diện tổ chức đảng bị đình chỉ.",
            },
        },
        labels={"da_tro_lai": "Đã hoạt động trở lại"},
    )
