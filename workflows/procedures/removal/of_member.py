"""P8.XT – Xóa tên đảng viên chính thức: from the ground to the list, each level voting, the whole result going up."""

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import Predicate, holds, not_the_subject
from permissions.roles import Relation, Role
from workflows.clocks import Deadline
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.motion import conditions
from workflows.conditions.removal import (
    CHAIN,
    a_complaint_waits_for_its_answer,
    a_shortfall_goes_up,
    another_body_is_named,
    discipline_comes_first,
    every_complaint_is_answered,
    every_level_has_spoken,
    may_remove,
    no_violation_calls_for_expulsion,
    the_card_is_accounted_for,
    the_cell_carried_it,
    the_cell_fell_short,
    the_cell_only_proposes,
    the_cell_voted,
    the_complaint_is_in_time,
    the_decision_carried,
    the_decision_fell_short,
    the_decision_stands,
    the_decision_was_annulled,
    the_file_was_sent,
    the_ground_is_proved,
    the_last_body_has_decided,
    the_level_carried_it,
    the_level_fell_short,
    the_level_voted,
    the_levels_that_have_spoken_stay,
    the_member_is_official,
    the_member_was_called_often_enough,
    the_section_has_appraised,
    the_window_has_closed,
    the_window_is_known,
    there_is_a_body_above,
)
from workflows.conditions.service import the_complaint_came_after_the_decision
from workflows.conditions.suspension import numbered
from workflows.matter import Matter, Right
from workflows.offices import cell_hands, cell_secretary, hands_of, leaders_of
from workflows.questions import removal as ask
from workflows.removal_clocks import complaint_window, file_and_slip
from workflows.removal_shares import STRIKE_OFF, decided_by, proposed_by
from workflows.rows import RowKind
from workflows.stages import InRegister, Phase, Stages

COMPLAIN = "removal_complaint.window"
level_leads, level_hands = leaders_of(Relation.LEVEL), hands_of(Relation.LEVEL)
deciding_leads, deciding_hands = leaders_of(Relation.DECIDING), hands_of(Relation.DECIDING)
organ_leads = leaders_of(Relation.ASSISTING)
organ_hands = hands_of(Relation.ASSISTING) | (
    holds(Role.SECTION_CHIEF, of=Relation.ASSISTING) & not_the_subject
)
section_leads = leaders_of(Relation.ABOVE)
announcers: Predicate = cell_secretary | deciding_leads


class RemovalStage(TextChoices):
    """Giai đoạn xem xét một người ra khỏi danh sách đảng viên."""

    FOUND = "phat_hien", "Thấy có căn cứ"
    RAISED = "da_neu", "Đã nêu căn cứ, cấp xem xét"
    WARNED = "da_nhac_nho", "Đã nhắc nhở, đang giáo dục"
    CALLED = "da_yeu_cau", "Đã yêu cầu tự kiểm điểm"
    READY = "du_dieu_kien", "Đủ điều kiện đưa ra chi bộ"
    PROPOSED = "chi_bo_da_gui", "Chi bộ đã gửi kết quả"
    SUBMITTED = "da_trinh", "Đã trình cơ quan quyết định"
    RESOLVED = "da_bieu_quyet", "Cơ quan quyết định đã biểu quyết"
    DECIDED = "da_quyet_dinh", "Đã ban hành quyết định"
    ANNOUNCED = "da_cong_bo", "Đã công bố, còn thời hạn khiếu nại"
    CLOSED = "da_nop_luu", "Đã nộp lưu hồ sơ"
    RECOVERED = "da_tien_bo", "Đã sửa chữa, không xem xét"
    KEPT = "khong_xoa_ten", "Không xóa tên"
    UNDONE = "da_bi_huy", "Quyết định đã bị hủy"


class StrikeOff(Matter):
    """Xóa tên trong danh sách đảng viên đối với đảng viên chính thức."""

    code = "P8.XT"
    label = "Xóa tên đảng viên"
    prefix = "XT"
    opens = "raise_ground"
    subjects = frozenset({"person"})
    one_subject = True
    bodies = frozenset({"chi_bo"})
    question = "xóa tên trong danh sách đảng viên"
    leaves_by = "xoa_ten"
    waits_at: ClassVar[frozenset[str]] = frozenset(
        {"vote_to_propose", "vote_at_level", "vote_to_decide", "decide"}
    )
    answers_law: ClassVar[Predicate] = deciding_leads
    clocks: ClassVar[tuple[Deadline, ...]] = (file_and_slip, complaint_window)
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Được yêu cầu, được tự kiểm điểm trước chi bộ", "request"),
        Right("Chi bộ biểu quyết bằng thẻ hoặc phiếu kín", "vote_to_propose"),
        Right("Được công bố, trao quyết định", "announce"),
        Right("Khiếu nại về xóa tên", "receive_complaint", "mở khi nhận quyết định", COMPLAIN),
    )

    S = RemovalStage
    stage = Stages(
        RemovalStage,
        basis="basis.removal",
        start=S.FOUND,
        ends=[S.CLOSED, S.RECOVERED, S.KEPT, S.UNDONE],
        phases={
            Phase.PREPARE: [S.FOUND, S.RAISED, S.WARNED, S.CALLED],
            Phase.CONDUCT: [S.READY, S.PROPOSED, S.SUBMITTED],
            Phase.FINISH: [S.RESOLVED, S.DECIDED, S.ANNOUNCED, S.CLOSED],
        },
    )

    BEFORE_THE_CELL = (S.RAISED, S.WARNED, S.CALLED, S.READY)

    # I. Căn cứ, giáo dục, yêu cầu kiểm điểm

    @stage.step(
        S.FOUND,
        S.RAISED,
        label="Nêu căn cứ xóa tên",
        short="Nêu căn cứ",
        by=cell_hands,
        when=[the_member_is_official, no_violation_calls_for_expulsion, the_cell_only_proposes],
        inputs=ask.RAISE,
        lays=RowKind.LEVELS,
    )
    def raise_ground(self):
        """Chi ủy nêu căn cứ, sự việc; có vi phạm đến mức khai trừ thì xem xét kỷ luật, không xóa tên."""

    @stage.step(
        BEFORE_THE_CELL,
        label="Ghi chứng cứ của căn cứ",
        by=cell_hands,
        inputs=ask.PROOF,
        lays=RowKind.PROOF,
    )
    def prove(self):
        """Mỗi căn cứ có chứng cứ riêng: sổ đảng phí, biên bản vắng mặt, hồ sơ giáo dục, biên bản trả thẻ."""

    @stage.step(
        S.RAISED,
        S.WARNED,
        label="Nhắc nhở, giáo dục",
        by=cell_hands,
        inputs=ask.WARNING,
        lays=RowKind.MINUTES,
        writes=[kinds.REMOVAL_WARNING],
        optional=True,
    )
    def warn(self):
        """Chi bộ nhắc nhở, giao người giúp đỡ; việc giáo dục được ghi biên bản."""

    @stage.step(
        [S.RAISED, S.WARNED],
        S.RECOVERED,
        label="Ghi đảng viên đã sửa chữa",
        by=cell_secretary,
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def recover(self):
        """Đảng viên đã sửa chữa, có tiến bộ thì không xem xét xóa tên."""

    @stage.step(
        [S.RAISED, S.WARNED],
        S.CALLED,
        label="Yêu cầu tự kiểm điểm",
        by=cell_secretary,
        inputs=ask.CALL,
        lays=RowKind.CALLED,
        writes=[kinds.CRITICISM_CALL],
    )
    def request(self):
        """Chi ủy yêu cầu đảng viên viết bản tự kiểm điểm và kiểm điểm trước chi bộ."""

    @stage.step(
        S.CALLED,
        label="Yêu cầu tự kiểm điểm lần nữa",
        by=cell_secretary,
        inputs=ask.CALL,
        lays=RowKind.CALLED,
        writes=[kinds.CRITICISM_CALL],
    )
    def request_again(self):
        """Chưa có bản tự kiểm điểm thì yêu cầu lại, đến đủ số lần theo quy định."""

    @stage.step(
        S.CALLED,
        S.READY,
        label="Nhận bản tự kiểm điểm",
        short="Tự kiểm điểm",
        by=cell_hands,
        inputs=ask.SELF_CRITICISM,
        lays=RowKind.REPORT,
    )
    def receive_self_criticism(self):
        """Đảng viên nộp bản tự kiểm điểm."""

    @stage.step(
        S.CALLED,
        label="Ghi việc không tự kiểm điểm",
        by=cell_hands,
        inputs=ask.REFUSAL,
        lays=RowKind.REFUSAL,
    )
    def record_refusal(self):
        """Không viết, không đến, cố ý không viết hoặc không liên lạc được thì ghi biên bản."""

    @stage.step(
        S.CALLED,
        S.READY,
        label="Tiến hành khi không có bản tự kiểm điểm",
        by=cell_secretary,
        when=[the_member_was_called_often_enough],
        aside=True,
    )
    def proceed_without(self):
        """Đã yêu cầu đủ số lần, hoặc đảng viên cố ý không viết, thì chi bộ vẫn tiến hành."""

    # II. Các cấp biểu quyết, từ chi bộ lên

    @stage.step(
        S.READY,
        label="Chi bộ biểu quyết",
        by=cell_hands,
        when=[
            discipline_comes_first,
            the_ground_is_proved,
            *conditions(proposed_by(Relation.HANDLING, STRIKE_OFF)),
        ],
        inputs=ask.VOTE,
        lays=RowKind.MOTION,
        writes=[kinds.MOTION_MINUTES],
        motion=proposed_by(Relation.HANDLING, STRIKE_OFF),
    )
    def vote_to_propose(self):
        """Chi bộ nghe kiểm điểm, thảo luận, biểu quyết bằng thẻ đảng viên hoặc phiếu kín."""

    @stage.step(
        S.READY,
        S.PROPOSED,
        label="Ban hành nghị quyết của chi bộ",
        short="Nghị quyết chi bộ",
        by=cell_secretary,
        when=[the_ground_is_proved, the_cell_voted, the_cell_carried_it],
        inputs=ask.RESOLUTION,
        lays=RowKind.SENT,
        issues=[kinds.CELL_RESOLUTION],
        drafted=True,
        drafted_by=cell_hands,
        carries_out=RowKind.MOTION,
    )
    def send_proposal(self):
        """Đủ tỷ lệ đảng viên chính thức đồng ý thì chi bộ ra nghị quyết đề nghị, gửi hồ sơ lên."""

    @stage.step(
        S.READY,
        S.PROPOSED,
        label="Báo cáo kết quả không đủ tỷ lệ của chi bộ",
        by=cell_secretary,
        when=[the_cell_fell_short, a_shortfall_goes_up],
        inputs=ask.RESOLUTION,
        lays=RowKind.SENT,
        issues=[kinds.CELL_SHORTFALL_REPORT],
        drafted=True,
        drafted_by=cell_hands,
        carries_out=RowKind.MOTION,
        aside=True,
    )
    def report_shortfall(self):
        """Không đủ tỷ lệ thì báo cáo toàn bộ kết quả lên cấp ủy có thẩm quyền xem xét, quyết định."""

    @stage.step(
        S.PROPOSED,
        label="Đảng ủy bộ phận thẩm định",
        by=section_leads,
        inputs=ask.APPRAISAL,
        lays=RowKind.APPRAISAL,
        at=Relation.ABOVE,
    )
    def appraise(self):
        """Chi bộ thuộc đảng ủy bộ phận thì đảng ủy bộ phận thẩm định, không biểu quyết."""

    @stage.step(
        S.PROPOSED,
        label="Cấp ủy xem xét, biểu quyết đề nghị",
        by=level_hands,
        when=[
            the_section_has_appraised,
            *conditions(proposed_by(Relation.LEVEL, STRIKE_OFF)),
        ],
        inputs=ask.VOTE,
        lays=RowKind.MOTION,
        writes=[kinds.MOTION_MINUTES],
        at=Relation.LEVEL,
        motion=proposed_by(Relation.LEVEL, STRIKE_OFF),
    )
    def vote_at_level(self):
        """Đảng ủy cơ sở xem xét đề nghị của chi bộ, biểu quyết."""

    @stage.step(
        S.PROPOSED,
        label="Ban hành nghị quyết của đảng ủy cơ sở",
        by=level_leads,
        when=[the_level_voted, the_level_carried_it],
        inputs=ask.RESOLUTION,
        lays=RowKind.SENT,
        issues=[kinds.BASE_RESOLUTION],
        at=Relation.LEVEL,
        drafted=True,
        drafted_by=level_hands,
        carries_out=RowKind.MOTION,
    )
    def send_from_level(self):
        """Đủ tỷ lệ cấp ủy viên đồng ý thì ra nghị quyết đề nghị cấp có thẩm quyền quyết định."""

    @stage.step(
        S.PROPOSED,
        label="Báo cáo kết quả không đủ tỷ lệ của cấp ủy",
        by=level_leads,
        when=[the_level_fell_short, a_shortfall_goes_up],
        inputs=ask.RESOLUTION,
        lays=RowKind.SENT,
        issues=[kinds.SHORTFALL_REPORT],
        at=Relation.LEVEL,
        drafted=True,
        drafted_by=level_hands,
        carries_out=RowKind.MOTION,
    )
    def report_from_level(self):
        """Không đủ tỷ lệ ở cấp này thì toàn bộ kết quả được báo cáo lên cấp ủy có thẩm quyền."""

    @stage.step(
        S.PROPOSED,
        S.SUBMITTED,
        label="Cơ quan tổ chức thẩm định, trình",
        short="Trình",
        by=organ_leads,
        when=[the_section_has_appraised, every_level_has_spoken],
        inputs=ask.SUBMIT,
        lays=RowKind.RESULT,
        issues=[kinds.ORGAN_SUBMISSION],
        at=Relation.ASSISTING,
        drafted=True,
        drafted_by=organ_hands,
    )
    def submit(self):
        """Cơ quan tổ chức của cấp ủy, không phải ủy ban kiểm tra, thẩm định hồ sơ và trình."""

    @stage.step(
        S.SUBMITTED,
        S.PROPOSED,
        label="Trả lại để bổ sung hồ sơ",
        by=deciding_leads,
        inputs=[ask.REASON],
        lays=RowKind.OPINION,
        at=Relation.DECIDING,
        aside=True,
    )
    def return_file(self):
        """Hồ sơ chưa đủ, sự việc chưa rõ thì trả lại để bổ sung."""

    @stage.step(
        [*BEFORE_THE_CELL, S.PROPOSED, S.SUBMITTED],
        label="Ghi văn bản ủy quyền quyết định",
        by=cell_hands | organ_hands | deciding_hands,
        inputs=ask.DELEGATION,
        lays=RowKind.DELEGATION,
    )
    def record_delegation(self):
        """Đảng ủy cơ sở được ủy quyền quyết định thì ghi văn bản, ngày đầu và ngày cuối của việc ủy quyền."""

    @stage.step(
        [*BEFORE_THE_CELL, S.PROPOSED, S.SUBMITTED],
        label="Điều chỉnh cấp xem xét, cấp quyết định",
        by=cell_hands | organ_hands | deciding_leads,
        when=[the_cell_only_proposes, the_levels_that_have_spoken_stay],
        inputs=ask.NEW_LEVELS,
        lays=RowKind.LEVELS,
    )
    def change_levels(self):
        """Cấp đã ghi không có thẩm quyền, đã sáp nhập hoặc giải thể thì ghi lại cho đúng."""

    @stage.step(
        S.RESOLVED,
        S.SUBMITTED,
        label="Đưa ra biểu quyết lại",
        by=deciding_leads,
        inputs=ask.VOTE_AGAIN,
        lays=RowKind.OPINION,
        at=Relation.DECIDING,
        aside=True,
    )
    def vote_again(self):
        """Có căn cứ kết quả chưa đúng thì đưa ra hội nghị khác biểu quyết lại, giữ cả hai biên bản."""

    @stage.step(
        S.SUBMITTED,
        S.RESOLVED,
        label="Cơ quan quyết định biểu quyết",
        short="Biểu quyết",
        by=deciding_hands,
        when=[discipline_comes_first, may_remove(CHAIN), *conditions(decided_by(STRIKE_OFF))],
        inputs=ask.VOTE,
        lays=RowKind.MOTION,
        writes=[kinds.MOTION_MINUTES],
        at=Relation.DECIDING,
        motion=decided_by(STRIKE_OFF),
    )
    def vote_to_decide(self):
        """Ban thường vụ có thẩm quyền, hoặc đảng ủy cơ sở được ủy quyền, xem xét, biểu quyết."""

    # III. Quyết định, công bố

    @stage.step(
        S.RESOLVED,
        S.PROPOSED,
        label="Báo cáo lên cấp ủy cấp trên quyết định",
        by=deciding_leads,
        when=[
            the_decision_fell_short,
            there_is_a_body_above,
            a_shortfall_goes_up,
            another_body_is_named,
        ],
        inputs=ask.REFER_UP,
        lays=RowKind.LEVELS,
        at=Relation.DECIDING,
        aside=True,
    )
    def refer_up(self):
        """Đảng ủy cơ sở được ủy quyền mà không đủ tỷ lệ thì toàn bộ kết quả lên cấp ủy có thẩm quyền."""

    @stage.step(
        S.RESOLVED,
        S.KEPT,
        label="Ghi kết quả không thông qua",
        by=deciding_leads,
        when=[the_decision_fell_short, the_last_body_has_decided],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
        at=Relation.DECIDING,
        aside=True,
    )
    def record_kept(self):
        """Cơ quan có thẩm quyền không thông qua thì đảng viên tiếp tục sinh hoạt."""

    @stage.step(
        S.RESOLVED,
        S.DECIDED,
        label="Ban hành quyết định xóa tên",
        short="Quyết định",
        by=deciding_leads,
        when=[the_decision_carried, may_remove(CHAIN), the_window_is_known],
        inputs=ask.DECIDE,
        issues=[kinds.REMOVAL_DECISION],
        at=Relation.DECIDING,
        drafted=True,
        drafted_by=organ_hands | deciding_hands,
        carries_out=RowKind.MOTION,
    )
    def decide(self):
        """Người ký ban hành đúng kết quả biểu quyết; quyết định ghi quyền khiếu nại."""

    @stage.step(
        S.DECIDED,
        S.ANNOUNCED,
        label="Công bố quyết định, thu thẻ, đưa khỏi danh sách",
        short="Công bố",
        by=announcers,
        when=[
            numbered("decide", "Quyết định"),
            the_window_is_known,
            the_card_is_accounted_for,
        ],
        inputs=ask.ANNOUNCE,
        lays=RowKind.HANDED_OVER,
        writes=[kinds.REMOVAL_MINUTES],
        serves="decide",
        in_register=InRegister.LEFT,
    )
    def announce(self):
        """Quyết định được công bố tại chi bộ, trao cho người bị xóa tên; thu thẻ; danh bạ ghi ngày ra khỏi Đảng."""

    @stage.step(
        S.ANNOUNCED,
        label="Gửi hồ sơ, phiếu báo đảng viên",
        by=cell_hands | organ_hands,
        inputs=ask.SEND_FILE,
        lays=RowKind.FILE_SENT,
        basis="exit.file_and_slip",
    )
    def send_file(self):
        """Hồ sơ đảng viên và phiếu báo được gửi lên cấp ủy có thẩm quyền trong thời hạn."""

    @stage.step(
        S.ANNOUNCED,
        label="Nhận khiếu nại về xóa tên",
        by=cell_hands | organ_hands,
        when=[the_complaint_came_after_the_decision, the_complaint_is_in_time],
        inputs=ask.COMPLAINT,
        lays=RowKind.COMPLAINT,
        basis="removal_complaint.window",
    )
    def receive_complaint(self):
        """Khiếu nại gửi trong thời hạn được nhận, chuyển cơ quan tổ chức của cấp ủy cấp trên."""

    @stage.step(
        S.ANNOUNCED,
        label="Ghi kết quả giải quyết khiếu nại",
        by=cell_hands | organ_hands,
        when=[a_complaint_waits_for_its_answer],
        inputs=ask.COMPLAINT_RESULT,
        lays=RowKind.ANSWERED,
    )
    def record_answer(self):
        """Có quyết định giải quyết khiếu nại thì ghi kết quả vào hồ sơ này."""

    @stage.step(
        S.ANNOUNCED,
        S.UNDONE,
        label="Ghi quyết định đã bị hủy",
        by=cell_hands | organ_hands,
        when=[the_decision_was_annulled],
        inputs=ask.NOTE,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def record_undone(self):
        """Quyết định xóa tên bị hủy thì hồ sơ này khép lại; quyền đảng viên được phục hồi bằng quyết định riêng."""

    @stage.step(
        S.ANNOUNCED,
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        by=cell_hands | organ_hands,
        when=[
            the_window_has_closed,
            every_complaint_is_answered,
            the_decision_stands,
            the_file_was_sent,
            every_paper_is_issued,
        ],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.REMOVAL_FILE_INDEX],
    )
    def close(self):
        """Hết thời hạn khiếu nại, hồ sơ đã gửi thì nộp lưu."""
