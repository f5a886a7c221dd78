"""P5.CB – Chi bộ xem xét, thi hành kỷ luật đảng viên: from the plan to the end of the decision's effect."""

from django.db.models import TextChoices

from documents import kinds
from permissions.roles import Relation
from workflows.conditions.ballot import conditions
from workflows.conditions.discipline import (
    a_form_has_passed,
    no_form_has_passed,
    refusal_on_record,
    the_body_has_voted,
    the_cell_has_voted_to_propose,
    the_decision_follows_the_vote,
)
from workflows.conditions.limitation import (
    limitation_has_been_compared,
    the_act_came_before_the_meeting,
    the_limitation_is_known,
    the_time_has_not_run_out,
    the_time_has_run_out,
)
from workflows.conditions.own_secretary import somebody_from_above_takes_part
from workflows.conditions.powers import may_decide_the_form
from workflows.conditions.reporting import the_committees_were_told
from workflows.conditions.service import (
    no_complaint_is_open,
    the_complaint_came_after_the_decision,
    the_complaint_is_in_time,
    the_decision_has_its_number,
    the_decision_has_lapsed,
    the_effect_of_the_vote_is_known,
    the_window_has_closed,
    the_window_is_known,
)
from workflows.conditions.special import (
    former_office_counts,
    it_is_known_what_is_left_to_do,
    the_member_is_gone,
    the_notice_follows_the_act,
)
from workflows.discipline_clocks import cell_decision_in_writing, complaint_window, lapse
from workflows.forms import Part
from workflows.matter import Matter, Right
from workflows.offices import above_leads, cell_hands
from workflows.offices import cell_secretary as secretary
from workflows.questions import discipline as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

HEARD = "right.heard.before_meeting"
COMPLAIN = "right.complain"


class CellDisciplineStage(TextChoices):
    """Giai đoạn chi bộ xem xét, thi hành kỷ luật một đảng viên."""

    REFERRED = "den_muc", "Vi phạm đến mức phải xem xét"
    TAKEN_UP = "da_mo", "Đã đưa ra xem xét kỷ luật"
    PLANNED = "da_co_ke_hoach", "Đã có kế hoạch, đã gợi ý kiểm điểm"
    CRITICISED = "da_kiem_diem", "Đã tự kiểm điểm"
    HEARD = "da_nghe", "Đã nghe đảng viên trình bày"
    VOTED = "da_bieu_quyet", "Đã biểu quyết, đã công bố kết quả"
    DECIDED = "da_quyet_dinh", "Đã ban hành quyết định"
    HANDED_OVER = "da_trao", "Đã trao quyết định, còn thời hạn khiếu nại"
    IN_FORCE = "dang_thi_hanh", "Đang thi hành kỷ luật"
    LAPSED = "het_hieu_luc", "Quyết định đã hết hiệu lực"
    TIME_BARRED = "het_thoi_hieu", "Không thi hành do hết thời hiệu"
    NOT_DISCIPLINED = "khong_ky_luat", "Không kỷ luật"
    PROPOSED = "da_de_nghi", "Đã gửi đề nghị lên cấp trên"
    GONE = "chi_ghi_ket_luan", "Chỉ ghi kết luận"


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
    rights = (
        Right("Được biết kế hoạch, nội dung phải kiểm điểm", "plan"),
        Right("Tự kiểm điểm, tự nhận hình thức", "receive_self_criticism"),
        Right("Trình bày ý kiến trước khi họp", "hear", rule=HEARD),
        Right("Biểu quyết bằng phiếu kín", "vote_to_decide", rule="vote.discipline.ballot"),
        Right("Được công bố, trao quyết định", "hand_over"),
        Right("Khiếu nại", "receive_complaint", "mở khi nhận quyết định", COMPLAIN),
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

    @stage.step(
        S.PLANNED,
        S.CRITICISED,
        label="Nhận bản tự kiểm điểm",
        short="Tự kiểm điểm",
        by=cell_hands,
        inputs=ask.SELF_CRITICISM,
        lays=RowKind.REPORT,
    )
    def receive_self_criticism(self):
        """Đảng viên tự kiểm điểm bằng văn bản và tự nhận hình thức kỷ luật."""

    @stage.step(
        S.PLANNED,
        label="Ghi biên bản không tự kiểm điểm",
        by=cell_hands,
        inputs=ask.REFUSAL_TO_CRITICISE,
        lays=RowKind.REFUSAL,
    )
    def record_no_self_criticism(self):
        """Đã yêu cầu nhiều lần mà đảng viên không kiểm điểm thì lập biên bản."""

    @stage.step(
        S.PLANNED,
        S.CRITICISED,
        label="Tiếp tục khi không có bản tự kiểm điểm",
        by=secretary,
        when=[refusal_on_record("kiem_diem", "tự kiểm điểm")],
        aside=True,
    )
    def proceed_without_self_criticism(self):
        """Việc không kiểm điểm không làm dừng việc xem xét."""

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

    @stage.step(
        S.CRITICISED,
        label="Ghi biên bản không đến trình bày",
        by=cell_hands,
        inputs=ask.REFUSAL_TO_BE_HEARD,
        lays=RowKind.REFUSAL,
    )
    def record_no_hearing(self):
        """Đã mời nhiều lần mà đảng viên không đến trình bày thì lập biên bản."""

    @stage.step(
        S.CRITICISED,
        S.HEARD,
        label="Tiếp tục khi đảng viên không đến trình bày",
        by=secretary,
        when=[refusal_on_record("trinh_bay", "đến trình bày")],
        aside=True,
    )
    def proceed_unheard(self):
        """Quyền trình bày đã được bảo đảm mà đảng viên không sử dụng thì tiếp tục xem xét."""

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

    @stage.step(
        [*UNDER_WAY, S.DECIDED, S.HANDED_OVER, S.IN_FORCE],
        label="Ghi thông báo của cơ quan pháp luật",
        by=cell_hands,
        when=[the_notice_follows_the_act],
        inputs=ask.PROCEEDINGS,
        lays=RowKind.PROCEEDINGS,
    )
    def note_proceedings(self):
        """Đảng viên bị khởi tố, tạm giam thì ghi nhận; việc xem xét không phải chờ, không phải bỏ đình chỉ trước."""

    @stage.step(
        UNDER_WAY,
        S.GONE,
        label="Đảng viên đã mất, không còn trong Đảng",
        by=secretary,
        when=[the_member_is_gone, it_is_known_what_is_left_to_do],
        inputs=ask.GONE,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def record_gone(self):
        """Chưa có quyết định mà đảng viên đã mất hoặc không còn là đảng viên thì chỉ ghi kết luận."""

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

    @stage.step(
        S.VOTED,
        label="Đối chiếu thời hiệu, lập biên bản",
        by=cell_hands,
        when=[
            the_body_has_voted,
            the_act_came_before_the_meeting,
            the_limitation_is_known,
        ],
        inputs=ask.LIMITATION,
        lays=RowKind.LIMITATION,
        writes=[kinds.CELL_DISCIPLINE_MINUTES],
    )
    def compare_limitation(self):
        """Đã kết luận và biểu quyết rồi mới đối chiếu thời hiệu; biên bản cuộc họp được thông qua, ký."""

    @stage.step(
        S.VOTED,
        S.TIME_BARRED,
        label="Không thi hành do hết thời hiệu",
        by=secretary,
        when=[the_time_has_run_out],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def record_time_barred(self):
        """Kết luận và kết quả biểu quyết được ghi lại; không thi hành kỷ luật."""

    @stage.step(
        S.VOTED,
        S.NOT_DISCIPLINED,
        label="Ghi kết quả không kỷ luật",
        by=secretary,
        when=[no_form_has_passed, limitation_has_been_compared],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def record_no_discipline(self):
        """Không hình thức nào đủ phiếu thì không kỷ luật; nội dung trở lại mức kiểm điểm, rút kinh nghiệm."""

    # III. Bước kết thúc

    @stage.step(
        S.VOTED,
        S.DECIDED,
        label="Ban hành quyết định kỷ luật",
        short="Quyết định",
        by=secretary,
        when=[
            the_body_has_voted,
            a_form_has_passed,
            the_decision_follows_the_vote,
            limitation_has_been_compared,
            the_time_has_not_run_out,
            may_decide_the_form,
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

    @stage.step(
        [S.HANDED_OVER, S.IN_FORCE],
        label="Nhận khiếu nại",
        by=cell_hands,
        when=[the_complaint_came_after_the_decision, the_complaint_is_in_time],
        inputs=ask.COMPLAINT,
        lays=RowKind.COMPLAINT,
        basis="right.complain",
    )
    def receive_complaint(self):
        """Khiếu nại gửi trong thời hạn được nhận và chuyển cấp có thẩm quyền; quyết định vẫn phải chấp hành."""

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

    @stage.step(
        S.HANDED_OVER,
        S.IN_FORCE,
        label="Ghi hết thời hạn khiếu nại",
        short="Hết hạn khiếu nại",
        by=cell_hands,
        when=[the_window_has_closed, no_complaint_is_open, the_committees_were_told],
        inputs=ask.NOTE,
        lays=RowKind.OPINION,
    )
    def close_window(self):
        """Hết thời hạn mà không có khiếu nại thì ghi nhận; việc chấp hành được theo dõi tiếp."""

    @stage.step(
        S.IN_FORCE,
        S.LAPSED,
        label="Xác nhận quyết định hết hiệu lực",
        short="Hết hiệu lực",
        by=cell_hands,
        when=[the_decision_has_lapsed, no_complaint_is_open],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
    )
    def record_lapse(self):
        """Hết thời gian thi hành, không tái phạm, không vi phạm mới thì xác nhận quyết định hết hiệu lực."""
