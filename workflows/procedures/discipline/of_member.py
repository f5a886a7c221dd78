"""P5.DV – Xem xét, thi hành kỷ luật đảng viên at a committee or inspection committee, level by level."""

from typing import ClassVar

from documents import kinds
from permissions.predicates import may_sign, on_team
from permissions.roles import Relation, Role
from workflows.clocks import Deadline
from workflows.conditions.ballot import conditions
from workflows.conditions.discipline import (
    another_body_decides,
    every_level_has_sent_its_proposal,
    the_committee_has_voted_to_propose,
    the_deciding_body_is_no_proposer,
    the_level_has_voted,
    the_levels_that_have_voted_stay,
    the_matter_has_been_submitted,
)
from workflows.conditions.file import no_subject_is_on_the_team, the_team_has_one_lead
from workflows.conditions.powers import may_decide_the_form
from workflows.conditions.service import (
    no_complaint_is_open,
    the_decision_has_its_number,
    the_decision_has_lapsed,
    the_effect_is_known,
    the_form_lapses,
    the_form_never_lapses,
    the_window_is_known,
)
from workflows.conditions.special import former_office_counts
from workflows.discipline_clocks import complaint_window, lapse
from workflows.forms import Part
from workflows.matter import Matter, Right
from workflows.offices import (
    area_officer,
    hands_of,
    leaders,
    leaders_of,
    member_in_charge,
    team_record,
)
from workflows.procedures.discipline import beside, heard, in_force, voted
from workflows.procedures.discipline.stages import DisciplineStage
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.stages import InRegister, Phase, Stages

level_leads, level_hands = leaders_of(Relation.LEVEL), hands_of(Relation.LEVEL) | on_team()
deciding_leads, deciding_hands = (
    leaders_of(Relation.DECIDING),
    hands_of(Relation.DECIDING) | on_team(),
)
keeper = on_team(Role.TEAM_SECRETARY, Role.TEAM_LEAD) | area_officer


class Discipline(Matter):
    """Ủy ban kiểm tra xem xét, thi hành kỷ luật đảng viên hoặc đề nghị cấp có thẩm quyền quyết định."""

    code = "P5.DV"
    label = "Xem xét, thi hành kỷ luật đảng viên"
    prefix = "KL"
    opens = "take_up"
    also_opens: ClassVar[tuple[str, ...]] = ("go_on",)
    follows = frozenset({"P2.CU", "P3.DV", "P5.CB", "P5.TC", "P5.GT", "P6.DV", "P9.OAN"})
    inspects = True
    subjects = frozenset({"person"})
    one_subject = True
    disciplines = True
    bodies = frozenset({"ubkt"})
    clocks: ClassVar[tuple[Deadline, ...]] = (complaint_window, lapse)
    rights: ClassVar[tuple[Right, ...]] = heard.rights_of(
        Right("Được triển khai kết luận, kế hoạch xem xét", "present"),
        "Trình bày ý kiến trước khi họp quyết định",
    )

    S = DisciplineStage
    stage = Stages(
        DisciplineStage,
        basis="basis.discipline",
        start=S.REFERRED,
        ends=[S.LAPSED, S.CLOSED, S.TIME_BARRED, S.NOT_DISCIPLINED, S.GONE],
        phases={
            Phase.PREPARE: [S.REFERRED, S.TAKEN_UP, S.TEAMED],
            Phase.CONDUCT: [S.PRESENTED, S.CRITICISED, S.APPRAISED, S.HEARD, S.SUBMITTED],
            Phase.FINISH: [S.VOTED, S.DECIDED, S.HANDED_OVER, S.IN_FORCE, S.LAPSED, S.CLOSED],
        },
    )

    BEFORE_THE_VOTE = (
        S.TAKEN_UP, S.TEAMED, S.PRESENTED, S.CRITICISED, S.APPRAISED, S.HEARD, S.SUBMITTED,
    )  # fmt: skip
    UNDER_WAY = (*BEFORE_THE_VOTE, S.VOTED)

    # I. Bước chuẩn bị

    @stage.step(
        S.REFERRED,
        S.TAKEN_UP,
        label="Đưa ra xem xét kỷ luật",
        short="Đưa ra xem xét",
        by=area_officer | leaders,
        when=[the_deciding_body_is_no_proposer, former_office_counts],
        inputs=[*ask.TAKE_UP, *ask.LEVELS],
        lays=RowKind.LEVELS,
    )
    def take_up(self):
        """Ủy ban kiểm tra hoặc ban thường vụ đưa vi phạm ra xem xét, xác định các cấp đề nghị và cấp quyết định."""

    @stage.step(
        S.REFERRED,
        S.TEAMED,
        label="Đoàn kiểm tra tiếp tục xem xét kỷ luật",
        by=area_officer | leaders,
        when=[the_deciding_body_is_no_proposer, former_office_counts],
        inputs=[*ask.TAKE_UP, *ask.LEVELS],
        lays=RowKind.LEVELS,
        aside=True,
        keeps_team=True,
    )
    def go_on(self):
        """Sau kết luận kiểm tra, đoàn tiếp tục việc xem xét kỷ luật, không phải ra quyết định mới."""

    @stage.step(
        S.TAKEN_UP,
        S.TEAMED,
        label="Lập đoàn, ban hành kế hoạch xem xét kỷ luật",
        short="Lập đoàn",
        by=leaders,
        when=[the_team_has_one_lead, no_subject_is_on_the_team],
        inputs=ask.TEAM_PLAN,
        lays=RowKind.PLAN,
        issues=[kinds.DISCIPLINE_TEAM_DECISION, kinds.DISCIPLINE_PLAN],
        drafted=True,
        drafted_by=keeper,
    )
    def assign_team(self):
        """Không có đoàn kiểm tra tiếp tục thì ra quyết định lập đoàn và kế hoạch xem xét kỷ luật."""

    @stage.step(
        [S.TAKEN_UP, S.TEAMED, S.PRESENTED, S.CRITICISED],
        label="Điều chỉnh các cấp xem xét",
        by=area_officer | leaders,
        when=[the_deciding_body_is_no_proposer, the_levels_that_have_voted_stay],
        inputs=ask.NEW_LEVELS,
        lays=RowKind.LEVELS,
    )
    def change_levels(self):
        """Thêm tổ chức đảng mà đảng viên là thành viên; tổ chức đã sáp nhập, giải thể thì thay bằng nơi kế thừa."""

    @stage.step(
        BEFORE_THE_VOTE,
        label="Ghi văn bản ủy quyền khai trừ",
        by=deciding_hands | area_officer,
        inputs=ask.DELEGATION,
        lays=RowKind.DELEGATION,
    )
    def record_delegation(self):
        """Đảng ủy cơ sở được ủy quyền khai trừ thì ghi văn bản, ngày đầu và ngày cuối của việc ủy quyền."""

    # II. Bước tiến hành

    @stage.step(
        S.TEAMED,
        S.PRESENTED,
        label="Triển khai đến đảng viên và tổ chức đảng",
        short="Triển khai",
        by=member_in_charge,
        inputs=ask.PRESENT,
        lays=RowKind.MINUTES,
        writes=[kinds.SELF_CRITICISM_GUIDE],
    )
    def present(self):
        """Kết luận, lịch xem xét được công bố; đảng viên được nghe các quyền và yêu cầu tự kiểm điểm."""

    receive_self_criticism = heard.receive_self_criticism(
        stage, S.PRESENTED, S.CRITICISED, by=team_record | area_officer
    )

    record_no_self_criticism = heard.record_no_self_criticism(
        stage, S.PRESENTED, by=team_record | area_officer
    )

    proceed_without_self_criticism = heard.proceed_without_self_criticism(
        stage, S.PRESENTED, S.CRITICISED, by=may_sign | leaders
    )

    @stage.step(
        [S.PRESENTED, S.CRITICISED, S.APPRAISED],
        label="Thẩm tra, xác minh bổ sung",
        by=on_team(),
        inputs=ask.VERIFICATION,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_VERIFICATION_MINUTES],
    )
    def supplement(self):
        """Đoàn nghiên cứu hồ sơ, thẩm tra bổ sung, trao đổi với nơi đề nghị về điểm còn khác nhau."""

    @stage.step(
        S.CRITICISED,
        label="Tổ chức đảng cấp dưới bỏ phiếu đề nghị",
        by=level_hands,
        when=conditions(Part.PROPOSES, Relation.LEVEL),
        inputs=ask.VOTE,
        lays=RowKind.BALLOT,
        writes=[kinds.COUNT_MINUTES, kinds.DISCIPLINE_MINUTES, kinds.CELL_DISCIPLINE_MINUTES],
        at=Relation.LEVEL,
        votes=Part.PROPOSES,
    )
    def vote_to_propose(self):
        """Từng cấp, từ chi bộ lên, nghe kiểm điểm, thảo luận và bỏ phiếu kín đề nghị hình thức."""

    @stage.step(
        S.CRITICISED,
        label="Tổ chức đảng cấp dưới gửi đề nghị",
        by=level_leads,
        when=[the_level_has_voted],
        inputs=ask.PROPOSAL,
        lays=RowKind.SENT,
        issues=[kinds.CELL_DISCIPLINE_PROPOSAL, kinds.SUBMISSION],
        at=Relation.LEVEL,
        drafted=True,
        drafted_by=level_hands,
        carries_out=RowKind.BALLOT,
    )
    def send_proposal(self):
        """Toàn bộ kết quả bỏ phiếu, dù đủ hay không đủ tỷ lệ, được gửi lên kèm hồ sơ."""

    @stage.step(
        S.CRITICISED,
        S.APPRAISED,
        label="Thẩm tra đề nghị",
        short="Thẩm tra",
        by=team_record | area_officer,
        when=[every_level_has_sent_its_proposal],
        inputs=ask.APPRAISAL,
        lays=RowKind.APPRAISAL,
        writes=[kinds.APPRAISAL_MINUTES],
    )
    def appraise(self):
        """Đề nghị của cấp dưới không thay việc thẩm tra: đoàn kiểm lại sự việc, số phiếu, các quyền."""

    @stage.step(
        S.APPRAISED,
        S.HEARD,
        label="Nghe đảng viên trình bày",
        short="Nghe trình bày",
        by=deciding_leads | member_in_charge,
        inputs=ask.HEARING,
        lays=RowKind.HEARING,
        writes=[kinds.HEARING_MINUTES],
        at=Relation.DECIDING,
    )
    def hear(self):
        """Đại diện cơ quan quyết định nghe đảng viên trình bày, ghi đầy đủ để báo cáo tại cuộc họp."""

    record_no_hearing = heard.record_no_hearing(
        stage, S.APPRAISED, by=deciding_leads | member_in_charge
    )

    proceed_unheard = heard.proceed_unheard(stage, S.APPRAISED, S.HEARD, by=deciding_leads)

    @stage.step(
        S.HEARD,
        label="Ủy ban kiểm tra bỏ phiếu đề nghị",
        by=area_officer | leaders,
        when=[another_body_decides, *conditions(Part.PROPOSES, Relation.HANDLING)],
        inputs=ask.VOTE,
        lays=RowKind.BALLOT,
        writes=[kinds.COUNT_MINUTES, kinds.DISCIPLINE_MINUTES],
        votes=Part.PROPOSES,
    )
    def vote_to_submit(self):
        """Vượt thẩm quyền thì ủy ban bỏ phiếu kín đề nghị hình thức trước khi trình."""

    @stage.step(
        S.HEARD,
        S.SUBMITTED,
        label="Trình cơ quan quyết định",
        short="Trình",
        by=leaders,
        when=[another_body_decides, the_committee_has_voted_to_propose],
        inputs=ask.PROPOSAL,
        issues=[kinds.SUBMISSION, kinds.DISCIPLINE_PROPOSAL],
        drafted=True,
        drafted_by=keeper,
        carries_out=RowKind.BALLOT,
        optional=True,
    )
    def submit(self):
        """Tờ trình, báo cáo đề nghị kèm hồ sơ được trình cơ quan có thẩm quyền quyết định."""

    @stage.step(
        [S.HEARD, S.SUBMITTED],
        S.VOTED,
        label="Cơ quan quyết định bỏ phiếu kín",
        short="Bỏ phiếu",
        by=deciding_hands,
        when=[
            the_matter_has_been_submitted,
            *conditions(Part.DECIDES, Relation.DECIDING),
            may_decide_the_form,
        ],
        inputs=ask.VOTE,
        lays=RowKind.BALLOT,
        writes=[kinds.COUNT_MINUTES],
        at=Relation.DECIDING,
        votes=Part.DECIDES,
    )
    def vote_to_decide(self):
        """Nghe báo cáo, biên bản trình bày, bản tự kiểm điểm; thảo luận; bỏ phiếu kín một lần trên một phiếu."""

    @stage.step(
        [S.HEARD, S.SUBMITTED],
        S.CRITICISED,
        label="Trả lại để thẩm tra thêm",
        by=deciding_leads,
        inputs=ask.RETURN,
        lays=RowKind.OPINION,
        at=Relation.DECIDING,
        aside=True,
    )
    def return_for_verification(self):
        """Sự việc chưa rõ thì cơ quan quyết định yêu cầu thẩm tra thêm, rồi nghe đảng viên trình bày lại."""

    note_proceedings = beside.note_proceedings(
        stage, [*UNDER_WAY, S.DECIDED, S.HANDED_OVER, S.IN_FORCE], by=keeper | leaders
    )

    record_gone = beside.record_gone(stage, UNDER_WAY, S.GONE, by=leaders)

    # III. Bước kết thúc

    @stage.step(
        S.VOTED,
        S.HEARD,
        label="Đưa ra biểu quyết lại",
        by=deciding_leads,
        inputs=ask.VOTE_AGAIN,
        lays=RowKind.OPINION,
        aside=True,
    )
    def vote_again(self):
        """Có căn cứ kết quả chưa đúng thì đưa ra cuộc họp khác biểu quyết lại, giữ cả hai biên bản."""

    compare_limitation = voted.compare_limitation(
        stage,
        S.VOTED,
        by=deciding_hands | area_officer,
        writes=[kinds.DISCIPLINE_MINUTES],
        at=Relation.DECIDING,
    )

    record_time_barred = voted.record_time_barred(stage, S.VOTED, S.TIME_BARRED, by=deciding_leads)

    record_no_discipline = voted.record_no_discipline(
        stage, S.VOTED, S.NOT_DISCIPLINED, by=deciding_leads
    )

    @stage.step(
        S.VOTED,
        S.DECIDED,
        label="Ban hành quyết định kỷ luật",
        short="Quyết định",
        by=deciding_leads,
        when=[*voted.BEFORE_SIGNING, the_window_is_known],
        inputs=ask.DECISION,
        issues=[kinds.DISCIPLINE_DECISION],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=keeper | hands_of(Relation.DECIDING),
        carries_out=RowKind.BALLOT,
    )
    def decide(self):
        """Người ký thay mặt cơ quan quyết định ban hành đúng kết quả bỏ phiếu."""

    @stage.step(
        S.DECIDED,
        S.HANDED_OVER,
        label="Công bố, trao quyết định",
        short="Công bố",
        by=deciding_leads | member_in_charge,
        when=[the_decision_has_its_number, the_effect_is_known, the_window_is_known],
        inputs=ask.HANDING_OVER,
        lays=RowKind.HANDED_OVER,
        writes=[kinds.SERVICE_MINUTES],
        at=Relation.DECIDING,
        serves="decide",
        in_register=InRegister.EXPELLED,
    )
    def hand_over(self):
        """Đại diện cơ quan quyết định công bố, trao quyết định; biên bản ghi ngày cuối của thời hạn khiếu nại."""

    @stage.step(
        S.HANDED_OVER,
        label="Thông báo đến các cơ quan liên quan",
        by=deciding_leads,
        inputs=ask.NOTIFY,
        lays=RowKind.NOTIFIED,
        issues=[kinds.DISCIPLINE_LETTER],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=keeper | hands_of(Relation.DECIDING),
    )
    def notify(self):
        """Thông báo cấp trên, cơ quan tổ chức và nơi công tác để xem xét về chính quyền, đoàn thể."""

    @stage.step(
        [S.HANDED_OVER, S.IN_FORCE],
        label="Nộp lưu hồ sơ",
        by=keeper,
        inputs=ask.ARCHIVE,
        lays=RowKind.DEPOSITED,
        writes=[kinds.DISCIPLINE_FILE_INDEX],
    )
    def deposit(self):
        """Đoàn rút kinh nghiệm, nộp lưu hồ sơ; việc khiếu nại, chấp hành vẫn được theo dõi."""

    receive_complaint = in_force.receive_complaint(
        stage, [S.HANDED_OVER, S.IN_FORCE], by=keeper | leaders
    )

    close_window = in_force.close_window(stage, S.HANDED_OVER, S.IN_FORCE, by=keeper)

    record_lapse = in_force.record_lapse(
        stage,
        S.IN_FORCE,
        S.LAPSED,
        by=keeper,
        when=[the_form_lapses, the_decision_has_lapsed, no_complaint_is_open],
        optional=True,
    )

    @stage.step(
        S.IN_FORCE,
        S.CLOSED,
        label="Kết thúc theo dõi",
        by=keeper,
        when=[the_form_never_lapses, no_complaint_is_open],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def end_watch(self):
        """Hình thức không chấm dứt theo thời gian thì kết thúc theo dõi khi hết thời hạn khiếu nại."""
