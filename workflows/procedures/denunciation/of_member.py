"""P6 – Giải quyết tố cáo đảng viên: from the letter to a result for each content; the denouncer stays sealed."""

from typing import ClassVar

from documents import kinds
from permissions.predicates import may_sign, on_team
from permissions.roles import Role
from workflows.clocks import Deadline, deferrals_end, planned_end, remedies_due
from workflows.conclusions.of_denunciation import DenunciationConclusion
from workflows.conditions.denunciation import (
    every_content_is_assessed,
    it_is_to_be_settled,
    the_accused_reads_no_alias,
    the_denouncer_was_told,
    the_ground_is_listed,
    the_letter_was_received_by_then,
    the_sender_stands_by_it,
    the_time_to_settle_is_known,
)
from workflows.conditions.file import (
    every_content_is_concluded,
    every_demand_is_answered,
    every_finding_has_its_outcome,
    every_paper_is_issued,
    every_subject_has_a_content,
    more_than_half_agree,
    no_subject_is_on_the_team,
    the_committee_has_met_on_the_result,
    the_count_fits,
    the_notice_has_its_number,
    the_period_is_in_order,
    the_refusal_is_on_record,
    the_team_has_one_lead,
)
from workflows.conditions.inspection import (
    every_examination_is_answered,
    every_new_sign_is_answered,
)
from workflows.denunciation_clocks import settled_in_time
from workflows.matter import Matter, Right
from workflows.offices import area_officer, member_in_charge, team_lead, team_record
from workflows.own_steps import every_request_is_answered
from workflows.procedures.denunciation.beside import declare_beside
from workflows.procedures.denunciation.stages import BEFORE, DenunciationStage
from workflows.questions import denunciation as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

OWN_EVIDENCE = "right.evidence_reserve_reconsider"
UNTOUCHED = "right.accused_in_denunciation"


class Denunciation(Matter):
    """Giải quyết đơn tố cáo đảng viên đã được thụ lý; danh tính người tố cáo chỉ ở trong phong bì."""

    code = "P6.DV"
    label = "Giải quyết tố cáo"
    prefix = "TC"
    opens = "receive"
    also_opens: ClassVar[tuple[str, ...]] = ("receive",)
    follows = frozenset({"P0.TN"})
    follows_at = frozenset({"cho_to_cao"})
    seals_sender = True
    settles = "giải quyết tố cáo"
    inspects = True
    disciplined_from = frozenset({"c3", "c3b", "c4", "da_ky_luat", "khong_ky_luat"})
    subjects = frozenset({"person"})
    findings = DenunciationConclusion
    bodies = frozenset({"ubkt"})
    clocks: ClassVar[tuple[Deadline, ...]] = (
        settled_in_time,
        planned_end,
        remedies_due,
        deferrals_end,
    )
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Giữ nguyên các quyền đến khi có kết luận", "conclude", "đang giữ", UNTOUCHED),
        Right("Được thông báo quyết định, kế hoạch", "open"),
        Right("Được giải trình, đưa bằng chứng", "receive_explanation", rule=OWN_EVIDENCE),
        Right("Dự hội nghị thông qua dự thảo báo cáo", "confer"),
        Right("Ý kiến được đọc đầy đủ khi kết luận", "consider_result"),
        Right(
            "Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE, "reserve_own_opinion"
        ),
        Right("Đề nghị xem xét lại kết luận", "announce", "mở khi có kết luận", OWN_EVIDENCE),
    )

    S = DenunciationStage
    stage = Stages(
        DenunciationStage,
        basis="basis.denunciation",
        start=S.WAITING,
        ends=[S.CLOSED, S.PUT_AWAY],
        phases={
            Phase.PREPARE: [
                S.WAITING, S.RECEIVED, S.SENDER_CHECKED, S.PROPOSED, S.DECIDED, S.PREPARED,
            ],
            Phase.CONDUCT: [
                S.OPENED, S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED, S.FINALISED,
            ],
            Phase.FINISH: [
                S.CONCLUDED, S.ANNOUNCED, S.CLOSED, S.NOT_ACCEPTED, S.FORWARDED, S.WITHDRAWN, S.PUT_AWAY,
            ],
        },
    )  # fmt: skip

    # I. Bước chuẩn bị

    @stage.step(
        S.WAITING,
        S.RECEIVED,
        label="Nhận đơn để giải quyết",
        short="Nhận đơn",
        by=area_officer,
        when=[the_letter_was_received_by_then],
        inputs=ask.RECEIPT,
        lays=RowKind.ORIGIN,
    )
    def receive(self):
        """Đơn đã thụ lý được chuyển giải quyết; ghi nội dung tố cáo và ngày nhận đơn, không ghi người tố cáo."""

    @stage.step(
        S.RECEIVED,
        S.SENDER_CHECKED,
        label="Làm việc với người tố cáo",
        short="Gặp người tố cáo",
        by=area_officer,
        inputs=ask.SENDER_CHECK,
        lays=RowKind.SENDER_CHECKED,
        writes=[kinds.SENDER_MINUTES],
    )
    def verify_sender(self):
        """Làm việc với người tố cáo để xác định danh tính, đối tượng, nội dung; danh tính chỉ vào phong bì."""

    @stage.step(
        [S.SENDER_CHECKED, S.PROPOSED],
        label="Làm việc lại với người tố cáo",
        by=area_officer,
        inputs=ask.SENDER_CHECK,
        lays=RowKind.SENDER_CHECKED,
        writes=[kinds.SENDER_MINUTES],
    )
    def verify_sender_again(self):
        """Lần trước chưa gặp được, hoặc cần hỏi thêm, thì làm việc lại với người tố cáo."""

    @stage.step(
        BEFORE,
        S.NOT_ACCEPTED,
        label="Không thụ lý",
        by=may_sign,
        when=[the_ground_is_listed],
        inputs=ask.REFUSAL,
        lays=RowKind.OPINION,
        aside=True,
    )
    def not_accept(self):
        """Đơn thuộc trường hợp tố cáo không xem xét thì không thụ lý, nêu rõ lý do."""

    @stage.step(
        S.NOT_ACCEPTED,
        label="Thông báo lý do không thụ lý",
        by=may_sign,
        inputs=ask.REFUSAL_TO_SENDER,
        lays=RowKind.SENDER_TOLD,
        issues=[kinds.REFUSAL_LETTER],
        drafted=True,
    )
    def notify_refusal(self):
        """Người tố cáo được trả lời bằng văn bản vì sao đơn không được thụ lý."""

    @stage.step(
        [S.SENDER_CHECKED, S.PROPOSED],
        S.FORWARDED,
        label="Chuyển cơ quan có thẩm quyền",
        by=may_sign,
        inputs=ask.FORWARD,
        issues=[kinds.FORWARDING_SLIP, kinds.SENDER_NOTICE],
        drafted=True,
        aside=True,
    )
    def forward(self):
        """Đối tượng, nội dung ngoài thẩm quyền thì chuyển đơn đến nơi có thẩm quyền và thông báo người tố cáo."""

    @stage.step(
        S.SENDER_CHECKED,
        S.PROPOSED,
        label="Đề xuất giải quyết",
        short="Đề xuất",
        by=area_officer,
        when=[the_period_is_in_order, the_sender_stands_by_it, it_is_to_be_settled],
        inputs=ask.PROPOSED,
        lays=RowKind.SETTLEMENT_PROPOSED,
        writes=[kinds.SETTLEMENT_PROPOSAL],
    )
    def propose(self):
        """Cán bộ theo dõi địa bàn báo cáo đối tượng, nội dung tố cáo và đề xuất giải quyết bằng văn bản."""

    @stage.step(
        S.PROPOSED,
        S.DECIDED,
        label="Thụ lý, ban hành quyết định, kế hoạch",
        short="Quyết định, kế hoạch",
        by=may_sign,
        when=[
            the_sender_stands_by_it,
            the_time_to_settle_is_known,
            the_period_is_in_order,
            the_team_has_one_lead,
            no_subject_is_on_the_team,
            the_accused_reads_no_alias,
        ],
        inputs=ask.PLAN,
        lays=RowKind.PLAN,
        issues=[kinds.SETTLEMENT_DECISION, kinds.SETTLEMENT_PLAN],
        drafted=True,
    )
    def decide(self):
        """Thường trực ủy ban, hoặc chủ nhiệm thay mặt ủy ban, ký quyết định lập đoàn và kế hoạch giải quyết."""

    @stage.step(
        S.DECIDED,
        S.PREPARED,
        label="Lập đề cương, lịch, phân công",
        short="Đề cương, lịch",
        by=team_lead,
        when=[the_accused_reads_no_alias],
        inputs=ask.OUTLINE,
        lays=RowKind.OUTLINE,
        writes=[kinds.ACCUSED_OUTLINE, kinds.SETTLEMENT_TEAM_PLAN],
    )
    def prepare(self):
        """Đoàn xây dựng đề cương gợi ý giải trình, lịch làm việc và phân công nhiệm vụ."""

    # II. Bước tiến hành

    @stage.step(
        S.PREPARED,
        S.OPENED,
        label="Triển khai quyết định, kế hoạch",
        short="Triển khai",
        by=member_in_charge,
        when=[the_accused_reads_no_alias],
        inputs=ask.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.SETTLEMENT_OPENING_MINUTES],
    )
    def open(self):
        """Đoàn công bố quyết định, kế hoạch, các quyền; không đưa đơn, không cho biết người tố cáo."""

    @stage.step(
        S.OPENED,
        S.EXPLAINED,
        label="Nhận báo cáo giải trình",
        short="Giải trình",
        by=team_record,
        inputs=ask.EXPLANATION,
        lays=RowKind.REPORT,
    )
    def receive_explanation(self):
        """Người bị tố cáo báo cáo giải trình bằng văn bản, kèm tài liệu."""

    @stage.step(
        S.OPENED,
        label="Ghi biên bản người bị tố cáo không giải trình",
        by=team_record,
        inputs=ask.REFUSED,
        lays=RowKind.REFUSAL,
    )
    def record_refusal(self):
        """Đã yêu cầu nhiều lần mà người bị tố cáo không giải trình thì lập biên bản và tiếp tục."""

    @stage.step(
        S.OPENED,
        S.EXPLAINED,
        label="Tiếp tục khi không có giải trình",
        by=team_lead,
        when=[the_refusal_is_on_record],
        aside=True,
    )
    def proceed_without_explanation(self):
        """Việc không giải trình không làm dừng việc giải quyết tố cáo."""

    @stage.step(
        S.EXPLAINED,
        S.VERIFIED,
        label="Thẩm tra, xác minh",
        by=on_team(),
        inputs=ask.VERIFICATION,
        lays=RowKind.MINUTES,
        writes=[kinds.SETTLEMENT_VERIFICATION_MINUTES],
    )
    def verify(self):
        """Đoàn thu thập, nghiên cứu tài liệu, chứng cứ, làm việc với tổ chức, cá nhân liên quan."""

    @stage.step(
        S.VERIFIED,
        label="Thẩm tra, xác minh tiếp",
        by=on_team(),
        inputs=ask.VERIFICATION,
        lays=RowKind.MINUTES,
        writes=[kinds.SETTLEMENT_VERIFICATION_MINUTES],
    )
    def verify_further(self):
        """Việc thẩm tra tiếp tục đến khi từng nội dung rõ đúng, sai."""

    @stage.step(
        [S.VERIFIED, S.EXCHANGED, S.CONFERRED],
        label="Ghi nội dung tố cáo",
        by=team_lead,
        when=[the_accused_reads_no_alias],
        inputs=ask.CONTENT,
        finds=True,
    )
    def record_finding(self):
        """Từng nội dung tố cáo được ghi riêng để xác minh và kết luận riêng."""

    @stage.step(
        [S.VERIFIED, S.EXCHANGED, S.CONFERRED],
        label="Ghi kết quả xác minh một nội dung",
        by=team_lead,
        inputs=ask.ASSESSMENT,
        lays=RowKind.ASSESSED,
    )
    def assess_content(self):
        """Mỗi nội dung có lời giải trình, kết quả xác minh và đề xuất một trong bốn kết luận."""

    @stage.step(
        S.VERIFIED,
        S.EXCHANGED,
        label="Trao đổi với người bị tố cáo, dự thảo báo cáo",
        short="Trao đổi, dự thảo",
        by=team_record,
        when=[every_subject_has_a_content, every_content_is_assessed, the_accused_reads_no_alias],
        inputs=ask.EXCHANGE,
        lays=RowKind.MINUTES,
        writes=[kinds.SETTLEMENT_WORKING_MINUTES],
    )
    def exchange(self):
        """Đoàn trao đổi kết quả từng nội dung với người bị tố cáo và tổ chức đảng, làm rõ điểm chưa thống nhất."""

    @stage.step(
        S.EXCHANGED,
        S.VERIFIED,
        label="Thẩm tra lại điểm chưa thống nhất",
        by=team_lead,
        aside=True,
    )
    def verify_again(self):
        """Còn ý kiến khác nhau thì tiếp tục thẩm tra, xác minh."""

    @stage.step(
        S.EXCHANGED,
        S.CONFERRED,
        label="Hội nghị thông qua dự thảo báo cáo",
        short="Hội nghị",
        by=team_record,
        when=[the_accused_reads_no_alias],
        inputs=ask.CONFERENCE,
        lays=RowKind.CONFERENCE,
        writes=[kinds.SETTLEMENT_CONFERENCE_MINUTES],
    )
    def confer(self):
        """Tổ chức đảng của người bị tố cáo tổ chức hội nghị; người bị tố cáo được dự, phát biểu, bảo lưu ý kiến."""

    @stage.step(
        S.CONFERRED,
        S.FINALISED,
        label="Hoàn chỉnh báo cáo kết quả giải quyết tố cáo",
        short="Báo cáo kết quả",
        by=team_lead,
        when=[
            every_subject_has_a_content,
            every_content_is_assessed,
            every_examination_is_answered,
        ],
        inputs=ask.RESULT,
        lays=RowKind.RESULT,
        issues=[kinds.SETTLEMENT_REPORT],
    )
    def finalise(self):
        """Trưởng đoàn hoàn chỉnh, ký báo cáo kết quả theo từng nội dung, kèm ý kiến chưa thống nhất."""

    # III. Bước kết thúc

    @stage.step(
        S.FINALISED,
        label="Họp ủy ban xem xét, kết luận",
        by=area_officer,
        when=[the_count_fits],
        inputs=ask.MEETING,
        lays=RowKind.MEETING,
        writes=[kinds.SETTLEMENT_COMMITTEE_MINUTES],
    )
    def consider_result(self):
        """Ủy ban nghe báo cáo, nghe đọc đầy đủ ý kiến của người bị tố cáo, biểu quyết kết luận từng nội dung."""

    @stage.step(
        S.FINALISED,
        S.VERIFIED,
        label="Trả lại để thẩm tra thêm",
        by=may_sign,
        when=[the_committee_has_met_on_the_result],
        inputs=ask.RETURN,
        lays=RowKind.OPINION,
        aside=True,
    )
    def return_for_verification(self):
        """Nội dung chưa rõ thì ủy ban yêu cầu đoàn thẩm tra, xác minh thêm."""

    @stage.step(
        S.FINALISED,
        S.CONCLUDED,
        label="Thông báo kết luận giải quyết tố cáo",
        short="Thông báo kết luận",
        by=may_sign,
        when=[
            the_committee_has_met_on_the_result,
            more_than_half_agree,
            every_content_is_concluded,
            the_accused_reads_no_alias,
        ],
        inputs=ask.CONCLUSION,
        issues=[kinds.SETTLEMENT_NOTICE],
        drafted=True,
        carries_out=RowKind.MEETING,
    )
    def conclude(self):
        """Thay mặt ủy ban ký thông báo kết luận từng nội dung, báo cáo cấp ủy cùng cấp."""

    @stage.step(
        S.CONCLUDED,
        S.ANNOUNCED,
        label="Công bố kết luận",
        short="Công bố",
        by=member_in_charge,
        when=[the_notice_has_its_number, the_accused_reads_no_alias],
        inputs=ask.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.SETTLEMENT_ANNOUNCEMENT_MINUTES],
    )
    def announce(self):
        """Kết luận được công bố đến người bị tố cáo và tổ chức đảng quản lý."""

    @stage.step(
        S.ANNOUNCED,
        label="Thông báo kết quả cho người tố cáo",
        by=may_sign,
        inputs=ask.RESULT_TO_SENDER,
        lays=RowKind.SENDER_TOLD,
        issues=[kinds.DENOUNCER_NOTICE],
        drafted=True,
    )
    def inform_denouncer(self):
        """Người tố cáo được thông báo kết luận từng nội dung bằng hình thức thích hợp, trong phạm vi được phép."""

    @stage.step(
        S.ANNOUNCED,
        label="Nhận báo cáo khắc phục",
        by=area_officer,
        inputs=ask.REMEDY,
        lays=RowKind.REMEDY,
    )
    def receive_remedy(self):
        """Người bị tố cáo có khuyết điểm, vi phạm báo cáo kết quả khắc phục theo thông báo kết luận."""

    @stage.step(
        S.ANNOUNCED,
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        short="Lưu hồ sơ",
        by=on_team(Role.TEAM_SECRETARY, Role.TEAM_LEAD) | area_officer,
        when=[
            the_denouncer_was_told,
            every_finding_has_its_outcome,
            every_demand_is_answered,
            every_new_sign_is_answered,
            every_request_is_answered,
            every_paper_is_issued,
        ],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.SETTLEMENT_FILE_INDEX],
    )
    def close(self):
        """Đoàn rút kinh nghiệm, nộp lưu hồ sơ khi mọi nội dung đã có kết quả và người tố cáo đã được thông báo."""

    @stage.step(
        [S.NOT_ACCEPTED, S.FORWARDED, S.WITHDRAWN],
        S.PUT_AWAY,
        label="Kết thúc, lưu đơn",
        by=area_officer,
        when=[the_denouncer_was_told, every_finding_has_its_outcome, every_paper_is_issued],
        inputs=ask.NOTES,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def put_away(self):
        """Đơn không thụ lý, đã chuyển hoặc đã rút thì kết thúc hồ sơ, lưu đơn."""

    @classmethod
    def additions(cls):
        return (declare_beside, *super().additions())
