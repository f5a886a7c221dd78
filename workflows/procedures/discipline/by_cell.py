"""P5.CB – Chi bộ xem xét, thi hành kỷ luật đảng viên: from the plan to the end of the decision's effect."""

from documents import kinds
from permissions.roles import Relation
from workflows.conditions.ballot import conditions
from workflows.conditions.discipline import the_cell_has_voted_to_propose
from workflows.conditions.own_secretary import somebody_from_above_takes_part
from workflows.conditions.powers import may_decide_the_form
from workflows.conditions.reporting import the_committees_were_told
from workflows.conditions.service import (
    no_complaint_is_open,
    the_decision_has_its_number,
    the_decision_has_lapsed,
    the_effect_of_the_vote_is_known,
    the_window_is_known,
)
from workflows.conditions.special import former_office_counts
from workflows.discipline_clocks import cell_decision_in_writing, complaint_window, lapse
from workflows.forms import Part
from workflows.matter import Matter, Right
from workflows.offices import above_leads, cell_hands
from workflows.offices import cell_secretary as secretary
from workflows.procedures.discipline import beside, heard, in_force, voted
from workflows.procedures.discipline.stages import CellDisciplineStage
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages


class CellDiscipline(Matter):
    """Chi bộ xem xét, thi hành kỷ luật đảng viên."""

    code = "P5.CB"
    label = "Chi bộ xem xét, thi hành kỷ luật"
    prefix = "KL"
    opens = "take_up"
    follows = frozenset({"P2.CB", "P2.CBN", "P3.DV", "P5.TC", "P5.GT", "P6.DV"})
    subjects = frozenset({"person"})
    one_subject = True
    disciplines = True
    bodies = frozenset({"chi_bo"})
    answers_law = above_leads
    clocks = (cell_decision_in_writing, complaint_window, lapse)
    rights = heard.rights_of(
        Right("Được biết kế hoạch, nội dung phải kiểm điểm", "plan"),
        "Trình bày ý kiến trước khi họp",
    )

    S = CellDisciplineStage
    stage = Stages(
        CellDisciplineStage,
        basis="basis.discipline",
        start=S.REFERRED,
        ends=[S.LAPSED, S.TIME_BARRED, S.NOT_DISCIPLINED, S.PROPOSED, S.GONE],
        phases={
            Phase.PREPARE: [S.REFERRED, S.TAKEN_UP, S.PLANNED],
            Phase.CONDUCT: [S.CRITICISED, S.HEARD, S.VOTED],
            Phase.FINISH: [S.DECIDED, S.HANDED_OVER, S.IN_FORCE, S.LAPSED],
        },
    )

    UNDER_WAY = (S.TAKEN_UP, S.PLANNED, S.CRITICISED, S.HEARD, S.VOTED)

    # I. Bước chuẩn bị

    @stage.step(
        S.REFERRED,
        S.TAKEN_UP,
        label="Đưa ra xem xét kỷ luật",
        short="Đưa ra xem xét",
        by=cell_hands,
        when=[former_office_counts],
        inputs=ask.TAKE_UP,
        lays=RowKind.ORIGIN,
    )
    def take_up(self):
        """Chi ủy đưa vi phạm của đảng viên ra chi bộ xem xét, nêu nguồn và nội dung vi phạm."""

    @stage.step(
        S.TAKEN_UP,
        S.PLANNED,
        label="Ban hành kế hoạch, gợi ý kiểm điểm",
        short="Kế hoạch",
        by=secretary,
        inputs=ask.PLAN,
        lays=RowKind.PLAN,
        issues=[kinds.CELL_DISCIPLINE_PLAN],
        writes=[kinds.CELL_SELF_CRITICISM_GUIDE],
        drafted=True,
        drafted_by=cell_hands,
    )
    def plan(self):
        """Chi ủy lập kế hoạch, hướng dẫn đảng viên viết bản tự kiểm điểm."""

    # II. Bước tiến hành

    receive_self_criticism = heard.receive_self_criticism(
        stage, S.PLANNED, S.CRITICISED, by=cell_hands
    )

    record_no_self_criticism = heard.record_no_self_criticism(stage, S.PLANNED, by=cell_hands)

    proceed_without_self_criticism = heard.proceed_without_self_criticism(
        stage, S.PLANNED, S.CRITICISED, by=secretary
    )

    @stage.step(
        S.CRITICISED,
        S.HEARD,
        label="Nghe đảng viên trình bày",
        short="Nghe trình bày",
        by=cell_hands,
        inputs=ask.HEARING,
        lays=RowKind.HEARING,
        writes=[kinds.HEARING_MINUTES],
    )
    def hear(self):
        """Đại diện chi bộ nghe đảng viên trình bày ý kiến trước khi chi bộ họp."""

    record_no_hearing = heard.record_no_hearing(stage, S.CRITICISED, by=cell_hands)

    proceed_unheard = heard.proceed_unheard(stage, S.CRITICISED, S.HEARD, by=secretary)

    @stage.step(
        S.HEARD,
        S.VOTED,
        label="Hội nghị chi bộ bỏ phiếu kín",
        short="Bỏ phiếu",
        by=cell_hands,
        when=[
            *conditions(Part.DECIDES, Relation.HANDLING),
            somebody_from_above_takes_part,
            may_decide_the_form,
        ],
        inputs=ask.CELL_VOTE,
        lays=RowKind.BALLOT,
        writes=[kinds.COUNT_MINUTES],
        votes=Part.DECIDES,
    )
    def vote_to_decide(self):
        """Chi bộ nghe kiểm điểm, thảo luận, kết luận, bỏ phiếu kín; chủ trì công bố kết quả, có hiệu lực ngay."""

    @stage.step(
        S.HEARD,
        label="Chi bộ bỏ phiếu đề nghị",
        by=cell_hands,
        when=[*conditions(Part.PROPOSES, Relation.HANDLING), somebody_from_above_takes_part],
        inputs=ask.CELL_VOTE,
        lays=RowKind.BALLOT,
        writes=[kinds.COUNT_MINUTES, kinds.CELL_DISCIPLINE_MINUTES],
        votes=Part.PROPOSES,
    )
    def vote_to_propose(self):
        """Cách chức, khai trừ hoặc vi phạm nhiệm vụ cấp trên giao thì chi bộ chỉ bỏ phiếu đề nghị."""

    @stage.step(
        S.HEARD,
        S.PROPOSED,
        label="Gửi đề nghị lên cấp trên",
        by=secretary,
        when=[the_cell_has_voted_to_propose],
        inputs=ask.CELL_PROPOSAL,
        lays=RowKind.SENT,
        issues=[kinds.CELL_DISCIPLINE_PROPOSAL],
        drafted=True,
        drafted_by=cell_hands,
        carries_out=RowKind.BALLOT,
        aside=True,
    )
    def send_proposal(self):
        """Toàn bộ kết quả bỏ phiếu, dù đủ hay không đủ tỷ lệ, được gửi lên cấp có thẩm quyền kèm hồ sơ."""

    note_proceedings = beside.note_proceedings(
        stage, [*UNDER_WAY, S.DECIDED, S.HANDED_OVER, S.IN_FORCE], by=cell_hands
    )

    record_gone = beside.record_gone(stage, UNDER_WAY, S.GONE, by=secretary)

    @stage.step(
        S.VOTED,
        S.HEARD,
        label="Đưa ra biểu quyết lại",
        by=secretary,
        inputs=ask.VOTE_AGAIN,
        lays=RowKind.OPINION,
        aside=True,
    )
    def vote_again(self):
        """Có căn cứ kết quả chưa đúng thì đưa ra hội nghị khác biểu quyết lại, giữ cả hai biên bản."""

    compare_limitation = voted.compare_limitation(
        stage, S.VOTED, by=cell_hands, writes=[kinds.CELL_DISCIPLINE_MINUTES]
    )

    record_time_barred = voted.record_time_barred(stage, S.VOTED, S.TIME_BARRED, by=secretary)

    record_no_discipline = voted.record_no_discipline(
        stage, S.VOTED, S.NOT_DISCIPLINED, by=secretary
    )

    # III. Bước kết thúc

    @stage.step(
        S.VOTED,
        S.DECIDED,
        label="Ban hành quyết định kỷ luật",
        short="Quyết định",
        by=secretary,
        when=[
            *voted.BEFORE_SIGNING,
            the_effect_of_the_vote_is_known,
            the_window_is_known,
        ],
        inputs=ask.DECISION,
        issues=[kinds.CELL_DISCIPLINE_DECISION],
        drafted=True,
        drafted_by=cell_hands,
        carries_out=RowKind.BALLOT,
    )
    def decide(self):
        """Chi bộ ra quyết định bằng văn bản theo kết quả bỏ phiếu; không phải chuẩn y."""

    @stage.step(
        S.DECIDED,
        S.HANDED_OVER,
        label="Trao quyết định",
        short="Trao quyết định",
        by=cell_hands,
        when=[the_decision_has_its_number, the_window_is_known],
        inputs=ask.HANDING_OVER,
        lays=RowKind.HANDED_OVER,
        writes=[kinds.SERVICE_MINUTES],
        serves="decide",
    )
    def hand_over(self):
        """Bí thư trao quyết định; biên bản ghi ngày nhận và ngày cuối của thời hạn khiếu nại."""

    @stage.step(
        S.HANDED_OVER,
        label="Báo cáo việc thi hành kỷ luật",
        by=secretary,
        inputs=ask.REPORT_UP,
        lays=RowKind.NOTIFIED,
        issues=[kinds.CELL_DISCIPLINE_REPORT],
        drafted=True,
        drafted_by=cell_hands,
    )
    def report_up(self):
        """Chi bộ báo cáo đảng ủy, ủy ban kiểm tra cấp trên; sao gửi hồ sơ đảng viên."""

    receive_complaint = in_force.receive_complaint(
        stage, [S.HANDED_OVER, S.IN_FORCE], by=cell_hands
    )

    @stage.step(
        [S.HANDED_OVER, S.IN_FORCE],
        label="Nộp lưu hồ sơ",
        by=cell_hands,
        inputs=ask.ARCHIVE,
        lays=RowKind.DEPOSITED,
        writes=[kinds.DISCIPLINE_FILE_INDEX],
    )
    def deposit(self):
        """Hồ sơ được xếp theo mục lục, nộp lưu; việc khiếu nại, chấp hành vẫn được theo dõi."""

    close_window = in_force.close_window(
        stage,
        S.HANDED_OVER,
        S.IN_FORCE,
        by=cell_hands,
        when=[*in_force.WINDOW_IS_OVER, the_committees_were_told],
    )

    record_lapse = in_force.record_lapse(
        stage,
        S.IN_FORCE,
        S.LAPSED,
        by=cell_hands,
        when=[the_decision_has_lapsed, no_complaint_is_open],
    )
