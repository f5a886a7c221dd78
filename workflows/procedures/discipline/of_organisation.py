"""P5.TC – Xem xét, thi hành kỷ luật tổ chức đảng: the machine of P5.DV, and each responsible person after it."""

from typing import Any

from documents import kinds
from permissions.roles import Relation
from workflows.conditions import ballot as members
from workflows.conditions.discipline import (
    a_form_has_passed,
    another_body_decides,
    refusal_on_record,
    the_body_has_voted,
    the_committee_has_voted_to_propose,
    the_decision_follows_the_vote,
)
from workflows.conditions.limitation import (
    limitation_has_been_compared,
    the_limitation_is_known,
    the_limitation_of_organisations_is_known,
    the_time_has_not_run_out,
)
from workflows.conditions.organisation import the_collective_count_fits
from workflows.conditions.powers import may_decide_for_the_organisation, may_decide_the_form
from workflows.conditions.responsibility import (
    PRINCIPLE,
    each_responsible_person_is_decided,
    nobody_is_listed_twice,
    somebody_is_still_undecided,
    the_head_is_decided_first,
    the_head_is_listed_first,
    the_head_is_on_the_list,
    the_person_is_still_undecided,
)
from workflows.conditions.service import (
    no_complaint_is_open,
    the_decision_has_lapsed,
    the_form_lapses,
    the_form_never_lapses,
    the_window_is_known,
)
from workflows.forms import Part, Whom
from workflows.matter import Right
from workflows.offices import area_officer, leaders, team_record
from workflows.procedures.discipline.heard import COMPLAIN, HEARD
from workflows.procedures.discipline.of_member import Discipline, deciding_leads, keeper
from workflows.questions import organisations as ask
from workflows.rows import RowKind
from workflows.variants import varied

#: Where each ballot of the machine stands, and what it does.
_BALLOTS = (
    (Part.PROPOSES, Relation.LEVEL),
    (Part.PROPOSES, Relation.HANDLING),
    (Part.DECIDES, Relation.DECIDING),
)
_WHOSE = "tổ chức đảng"


class OrganisationDiscipline(Discipline):
    """Xem xét, thi hành kỷ luật tổ chức đảng: khiển trách, cảnh cáo."""

    code = "P5.TC"
    label = "Xem xét, thi hành kỷ luật tổ chức đảng"
    also_opens = ("go_on",)
    follows = frozenset({"P2.CU", "P2.NV", "P3.TC", "P3.TCU", "P3.TTW", "P6.TC", "P9.OAN"})
    subjects = frozenset({"organisation"})
    rights = (
        Right("Được triển khai kết luận, kế hoạch xem xét", "present"),
        Right("Kiểm điểm tập thể, tự nhận hình thức", "receive_self_criticism"),
        Right("Cử đại diện trình bày ý kiến trước khi họp quyết định", "hear", rule=HEARD),
        Right("Biểu quyết bằng phiếu kín", "vote_to_decide", rule="vote.discipline.ballot"),
        Right("Được công bố, trao quyết định", "hand_over"),
        Right("Khiếu nại", "receive_complaint", "mở khi nhận quyết định", COMPLAIN),
    )
    stage = varied(
        Discipline,
        papers={
            kinds.SELF_CRITICISM_GUIDE: kinds.ORGANISATION_SELF_CRITICISM_GUIDE,
            kinds.APPRAISAL_MINUTES: kinds.ORGANISATION_APPRAISAL_MINUTES,
            kinds.HEARING_MINUTES: kinds.ORGANISATION_HEARING_MINUTES,
            kinds.DISCIPLINE_MINUTES: kinds.ORGANISATION_DISCIPLINE_MINUTES,
            kinds.CELL_DISCIPLINE_MINUTES: None,  # what stands above an organisation is no cell
            kinds.CELL_DISCIPLINE_PROPOSAL: None,
            kinds.DISCIPLINE_PROPOSAL: kinds.ORGANISATION_PROPOSAL,
            kinds.SUBMISSION: kinds.ORGANISATION_SUBMISSION,
            kinds.DISCIPLINE_DECISION: kinds.ORGANISATION_DECISION,
            kinds.SERVICE_MINUTES: kinds.ORGANISATION_SERVICE_MINUTES,
            kinds.DISCIPLINE_LETTER: kinds.ORGANISATION_LETTER,
        },
        rules={
            members.the_member_has_been_heard: members.the_organisation_has_been_heard,
            members.the_member_has_criticised_himself: members.the_organisation_has_criticised_itself,
            **{
                members.the_ballot_holds(part, at): members.the_ballot_holds(
                    part, at, Whom.ORGANISATION
                )
                for part, at in _BALLOTS
            },
            the_limitation_is_known: the_limitation_of_organisations_is_known,
            may_decide_the_form: may_decide_for_the_organisation,
        },
        labels={
            "da_kiem_diem": "Đã kiểm điểm tập thể",
            "da_nghe": "Đã nghe đại diện tổ chức đảng trình bày",
        },
        changed={
            "present": {
                "label": "Triển khai đến tổ chức đảng được xem xét",
                "sentence": "Kết luận, lịch xem xét được công bố; tổ chức đảng được nghe các quyền và yêu cầu"
                " kiểm điểm tập thể.",
            },
            "receive_self_criticism": {
                "label": "Nhận báo cáo kiểm điểm tập thể",
                "short": "Kiểm điểm tập thể",
                "sentence": "Tổ chức đảng họp kiểm điểm tập thể, tự nhận hình thức kỷ luật và báo cáo bằng"
                " văn bản.",
                "inputs": ask.SELF_CRITICISM,
                "when": [the_collective_count_fits],
            },
            "record_no_self_criticism": {
                "label": "Ghi biên bản không kiểm điểm tập thể",
                "sentence": "Đã yêu cầu nhiều lần mà tổ chức đảng không kiểm điểm thì lập biên bản.",
                "inputs": ask.REFUSAL_TO_CRITICISE,
            },
            "proceed_without_self_criticism": {
                "label": "Tiếp tục khi không có báo cáo kiểm điểm",
                "when": [refusal_on_record("kiem_diem", "kiểm điểm tập thể", _WHOSE)],
            },
            "vote_to_propose": {
                "label": "Cấp trên của tổ chức đảng bỏ phiếu đề nghị",
                "sentence": "Từng cấp từ cấp trên trực tiếp trở lên nghe báo cáo kiểm điểm, thảo luận và bỏ"
                " phiếu kín đề nghị hình thức.",
                "inputs": ask.VOTE,
            },
            "send_proposal": {"label": "Cấp trên của tổ chức đảng gửi đề nghị"},
            "hear": {
                "label": "Nghe đại diện tổ chức đảng trình bày",
                "sentence": "Đại diện cơ quan quyết định nghe đại diện tổ chức đảng trình bày, ghi đầy đủ để"
                " báo cáo tại cuộc họp.",
                "inputs": ask.HEARING,
            },
            "record_no_hearing": {
                "sentence": "Đã mời nhiều lần mà đại diện tổ chức đảng không đến trình bày thì lập biên bản.",
                "inputs": ask.REFUSAL_TO_BE_HEARD,
            },
            "proceed_unheard": {
                "label": "Tiếp tục khi đại diện tổ chức đảng không đến trình bày",
                "when": [refusal_on_record("trinh_bay", "cử đại diện đến trình bày", _WHOSE)],
            },
            "vote_to_submit": {"inputs": ask.VOTE},
            "submit": {
                "when": [
                    another_body_decides,
                    the_committee_has_voted_to_propose,
                    the_head_is_on_the_list,
                ],
            },
            "vote_to_decide": {
                "inputs": ask.VOTE,
                "sentence": "Nghe báo cáo, biên bản trình bày, báo cáo kiểm điểm tập thể; thảo luận; bỏ phiếu"
                " kín một lần trên một phiếu.",
            },
            "decide": {
                "label": "Ban hành quyết định kỷ luật tổ chức đảng",
                "when": [
                    the_body_has_voted,
                    a_form_has_passed,
                    the_decision_follows_the_vote,
                    limitation_has_been_compared,
                    the_time_has_not_run_out,
                    may_decide_for_the_organisation,
                    the_window_is_known,
                    the_head_is_on_the_list,
                ],
                "inputs": ask.DECISION,
            },
            "hand_over": {"inputs": ask.HANDING_OVER},
            "notify": {
                "sentence": "Thông báo cấp trên và các tổ chức đảng có liên quan để theo dõi việc khắc phục.",
                "inputs": ask.NOTIFY,
            },
            "deposit": {"when": [each_responsible_person_is_decided]},
            "record_lapse": {
                "when": [
                    the_form_lapses,
                    the_decision_has_lapsed,
                    no_complaint_is_open,
                    each_responsible_person_is_decided,
                ],
            },
            "end_watch": {
                "when": [
                    the_form_never_lapses,
                    no_complaint_is_open,
                    each_responsible_person_is_decided,
                ],
            },
        },
    )
    S: Any = stage.enum

    # Trách nhiệm cá nhân

    @stage.step(
        [
            S.TAKEN_UP, S.PRESENTED, S.CRITICISED, S.APPRAISED, S.HEARD, S.SUBMITTED, S.VOTED,
            S.DECIDED, S.HANDED_OVER, S.IN_FORCE,
        ],
        label="Ghi người phải xem xét trách nhiệm",
        by=team_record | area_officer | leaders,
        when=[the_head_is_listed_first, nobody_is_listed_twice],
        inputs=ask.RESPONSIBLE,
        lays=RowKind.RESPONSIBLE,
        basis=PRINCIPLE,
    )  # fmt: skip
    def list_responsible(self):
        """Kỷ luật tổ chức đảng thì phải xem xét trách nhiệm từng cá nhân, trước hết là người đứng đầu."""

    @stage.step(
        [S.VOTED, S.DECIDED, S.HANDED_OVER, S.IN_FORCE],
        label="Ghi kết quả kỷ luật của người trong danh sách",
        by=keeper | leaders,
        when=[
            somebody_is_still_undecided,
            the_head_is_decided_first,
            the_person_is_still_undecided,
        ],
        inputs=ask.PERSON_RESULT,
        lays=RowKind.ACCOUNTED,
        basis=PRINCIPLE,
    )
    def record_person_result(self):
        """Hồ sơ kỷ luật riêng của người đó đã có kết quả thì ghi lại, đúng như hồ sơ ấy."""

    @stage.step(
        [S.VOTED, S.DECIDED, S.HANDED_OVER, S.IN_FORCE],
        label="Quyết định không xem xét kỷ luật người trong danh sách",
        by=deciding_leads | leaders,
        when=[
            somebody_is_still_undecided,
            the_head_is_decided_first,
            the_person_is_still_undecided,
        ],
        inputs=ask.LEAVE_PERSON,
        lays=RowKind.ACCOUNTED,
        basis=PRINCIPLE,
    )
    def leave_person(self):
        """Không đến mức phải xem xét kỷ luật thì quyết định như vậy, nêu lý do, cuộc họp đã bàn."""
