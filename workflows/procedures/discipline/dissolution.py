"""P5.GT – Giải tán tổ chức đảng: the committee directly above proposes, the one above that decides."""

from typing import Any

from documents import kinds
from permissions.roles import Relation
from workflows.conditions.ballot import conditions
from workflows.conditions.discipline import the_deciding_body_is_no_proposer
from workflows.conditions.dissolution import (
    REPORT,
    the_dissolution_is_reported,
    the_form_is_dissolution,
    the_ground_is_one_of_the_law,
    the_members_are_settled,
)
from workflows.conditions.powers import may_decide_for_the_organisation, may_propose_dissolution
from workflows.conditions.responsibility import each_responsible_person_is_decided
from workflows.conditions.service import no_complaint_is_open, the_form_never_lapses
from workflows.discipline_clocks import CLOSE, after_dissolution, complaint_window, lapse
from workflows.forms import Part, Whom
from workflows.offices import hands_of, leaders
from workflows.procedures.discipline.of_member import deciding_leads, keeper
from workflows.procedures.discipline.of_organisation import OrganisationDiscipline
from workflows.questions import discipline as ask_of_member
from workflows.questions import organisations as ask
from workflows.rows import RowKind
from workflows.variants import varied

_TAKEN_UP = {
    "when": [the_deciding_body_is_no_proposer, the_ground_is_one_of_the_law],
    "inputs": [*ask_of_member.TAKE_UP, ask.GROUND, *ask_of_member.LEVELS],
}


class Dissolution(OrganisationDiscipline):
    """Giải tán tổ chức đảng."""

    code = "P5.GT"
    label = "Giải tán tổ chức đảng"
    follows = OrganisationDiscipline.follows | {"P5.TC"}
    dissolves = True
    clocks = (complaint_window, lapse, after_dissolution)
    stage = varied(
        OrganisationDiscipline,
        without=["vote_to_submit", "submit"],
        changed={
            "take_up": {
                "label": "Đưa ra xem xét giải tán",
                "sentence": "Nêu căn cứ giải tán, cấp ủy cấp trên trực tiếp đề nghị và cấp ủy trên nữa quyết"
                " định.",
                **_TAKEN_UP,
            },
            "go_on": {
                "label": "Đoàn kiểm tra tiếp tục xem xét giải tán",
                **_TAKEN_UP,
            },
            "vote_to_propose": {
                "label": "Cấp ủy cấp trên trực tiếp bỏ phiếu đề nghị",
                "sentence": "Cấp ủy cấp trên trực tiếp nghe báo cáo kiểm điểm, thảo luận và bỏ phiếu kín đề"
                " nghị giải tán.",
                "when": [
                    *conditions(Part.PROPOSES, Relation.LEVEL, Whom.ORGANISATION),
                    may_propose_dissolution,
                ],
            },
            "vote_to_decide": {
                "label": "Cấp ủy cách một cấp bỏ phiếu kín quyết định",
                "when": [
                    *conditions(Part.DECIDES, Relation.DECIDING, Whom.ORGANISATION),
                    may_decide_for_the_organisation,
                ],
            },
            "decide": {
                "label": "Ban hành quyết định giải tán hoặc kỷ luật",
                "sentence": "Đúng kết quả bỏ phiếu: quyết định giải tán, hay quyết định hình thức nhẹ hơn đủ số"
                " phiếu.",
                "inputs": ask.DISSOLVE,
                "issues": [kinds.ORGANISATION_DECISION, kinds.DISSOLUTION_DECISION],
            },
            "end_watch": {
                "sentence": "Đảng viên đã chuyển sinh hoạt, từng cá nhân đã được xem xét thì kết thúc theo dõi;"
                " danh bạ ghi tổ chức đảng kết thúc là việc riêng của người giữ danh bạ.",
                "when": [
                    the_form_never_lapses,
                    no_complaint_is_open,
                    the_members_are_settled,
                    the_dissolution_is_reported,
                    each_responsible_person_is_decided,
                ],
            },
        },
    )
    S: Any = stage.enum

    @stage.step(
        [S.HANDED_OVER, S.IN_FORCE],
        label="Báo cáo quyết định giải tán",
        by=deciding_leads,
        when=[the_form_is_dissolution],
        inputs=ask.REPORT,
        lays=RowKind.NOTIFIED,
        issues=[kinds.DISSOLUTION_REPORT],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=keeper | hands_of(Relation.DECIDING),
        basis=REPORT,
    )
    def report_dissolution(self):
        """Cấp ủy quyết định giải tán báo cáo lên cấp trên trực tiếp và Ủy ban Kiểm tra Trung ương."""

    @stage.step(
        [S.HANDED_OVER, S.IN_FORCE],
        label="Ghi việc chuyển đảng viên, thu hồ sơ, con dấu",
        by=keeper | leaders,
        when=[the_form_is_dissolution],
        inputs=ask.SETTLE,
        lays=RowKind.SETTLED,
        basis=CLOSE,
    )
    def settle_members(self):
        """Ai phải xem xét thì xem xét riêng; đảng viên còn lại chuyển sinh hoạt; hồ sơ, con dấu được thu."""
