"""P3 – Kiểm tra đảng viên khi có dấu hiệu vi phạm: from the sign to a conclusion on each content."""

from typing import ClassVar

from documents import kinds
from permissions.predicates import may_sign, on_team
from permissions.roles import Role
from workflows.clocks import Deadline, deferrals_end, planned_end, remedies_due
from workflows.conclusions.of_inspection import InspectionConclusion
from workflows.conditions.file import (
    every_content_is_concluded,
    every_demand_is_answered,
    every_finding_has_its_outcome,
    every_paper_is_issued,
    every_subject_has_a_content,
    more_than_half_agree,
    no_subject_is_on_the_team,
    the_body_may_inspect_signs,
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
from workflows.matter import Matter, Right
from workflows.offices import area_officer, member_in_charge, team_lead, team_record
from workflows.own_steps import every_request_is_answered
from workflows.procedures.inspection.beside import declare_beside
from workflows.procedures.inspection.stages import InspectionStage as S
from workflows.questions import inspection as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

OWN_EVIDENCE = "right.evidence_reserve_reconsider"


class Inspection(Matter):
    """Kiểm tra đảng viên khi có dấu hiệu vi phạm."""

    code = "P3.DV"
    label = "Kiểm tra khi có dấu hiệu vi phạm"
    prefix = "KT"
    opens = "propose"
    also_opens = ("follow_up_sign",)
    may_open = ("screen",)
    follows = frozenset({"P0.TN", "P1.TX", "P1.CD", "P2.CU", "P3.DV", "P6.DV", "P9.OAN"})
    inspects = True
    subjects = frozenset({"person"})
    findings = InspectionConclusion
    bodies = frozenset({"ubkt"})
    clocks: ClassVar[tuple[Deadline, ...]] = (planned_end, remedies_due, deferrals_end)
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Được thông báo quyết định, kế hoạch", "open"),
        Right("Được giải trình, đưa bằng chứng", "receive_explanation", rule=OWN_EVIDENCE),
        Right("Dự hội nghị thông qua dự thảo báo cáo", "confer"),
        Right("Ý kiến được đọc đầy đủ khi kết luận", "consider_result"),
        Right(
            "Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE, "reserve_own_opinion"
        ),
        Right("Đề nghị xem xét lại kết luận", "announce", "mở khi có kết luận", OWN_EVIDENCE),
    )

    stage = Stages(
        S,
        basis="basis.inspection.signs",
        start=S.SIGNS,
        ends=[S.CLOSED, S.DROPPED, S.HANDED_UP],
        phases={
            Phase.PREPARE: [
                S.SIGNS,
                S.SCREENED,
                S.PROPOSED,
                S.DECIDED,
                S.PREPARED,
                S.REFERRED,
            ],
            Phase.CONDUCT: [
                S.OPENED,
                S.EXPLAINED,
                S.VERIFIED,
                S.EXCHANGED,
                S.CONFERRED,
                S.FINALISED,
            ],
            Phase.FINISH: [S.CONCLUDED, S.ANNOUNCED, S.CLOSED],
        },
    )

    # I. Bước chuẩn bị

    @stage.step(
        S.SIGNS,
        S.SCREENED,
        label="Báo cáo nắm tình hình",
        short="Nắm tình hình",
        by=area_officer,
        when=[the_period_is_in_order],
        inputs=ask.SCREENING,
        lays=RowKind.ORIGIN,
        writes=[kinds.SITUATION_REPORT],
        aside=True,
    )
    def screen(self):
        """Cán bộ theo dõi địa bàn nắm tình hình về dấu hiệu vi phạm, báo cáo bằng văn bản trước khi đề xuất."""

    @stage.step(
        [S.SIGNS, S.SCREENED],
        S.PROPOSED,
        label="Đề xuất kiểm tra",
        short="Đề xuất",
        by=area_officer,
        when=[the_period_is_in_order],
        inputs=ask.PROPOSAL,
        lays=RowKind.ORIGIN,
        writes=[kinds.INSPECTION_PROPOSAL],
    )
    def propose(self):
        """Cán bộ theo dõi địa bàn báo cáo dấu hiệu vi phạm và đề xuất kiểm tra bằng văn bản."""

    @stage.step(
        S.SIGNS,
        S.PROPOSED,
        label="Tiếp nhận dấu hiệu từ kết luận trước",
        by=area_officer,
        when=[the_period_is_in_order],
        inputs=ask.FOLLOW_UP,
        lays=RowKind.ORIGIN,
        aside=True,
    )
    def follow_up_sign(self):
        """Dấu hiệu đã được quyết định kiểm tra ở hồ sơ trước; không phải đề xuất lại."""

    @stage.step(
        S.PROPOSED,
        S.DECIDED,
        label="Ban hành quyết định, kế hoạch kiểm tra",
        short="Quyết định, kế hoạch",
        by=may_sign,
        when=[
            the_body_may_inspect_signs,
            the_period_is_in_order,
            the_team_has_one_lead,
            no_subject_is_on_the_team,
        ],
        inputs=ask.PLAN,
        lays=RowKind.PLAN,
        issues=[kinds.INSPECTION_DECISION, kinds.INSPECTION_PLAN],
        drafted=True,
    )
    def decide(self):
        """Thường trực ủy ban, hoặc chủ nhiệm thay mặt ủy ban, ký quyết định và kế hoạch kiểm tra."""

    @stage.step(
        [S.SCREENED, S.PROPOSED],
        S.DROPPED,
        label="Không kiểm tra",
        by=may_sign,
        inputs=ask.DROP,
        lays=RowKind.OPINION,
        aside=True,
    )
    def drop(self):
        """Chưa đủ dấu hiệu thì không kiểm tra; ý kiến và lý do được lưu."""

    @stage.step(
        [S.SCREENED, S.PROPOSED],
        S.REFERRED,
        label="Báo cáo cấp có thẩm quyền",
        by=may_sign,
        inputs=ask.UPWARD,
        lays=RowKind.REFERRED_UP,
        issues=[kinds.UPWARD_REPORT],
        drafted=True,
        aside=True,
    )
    def refer_up(self):
        """Đối tượng, nội dung ngoài thẩm quyền thì không kiểm tra mà báo cáo bằng văn bản cấp có thẩm quyền."""

    @stage.step(
        S.REFERRED,
        S.HANDED_UP,
        label="Kết thúc, chờ cấp có thẩm quyền",
        by=area_officer,
        when=[every_paper_is_issued],
        inputs=ask.HANDED_UP,
        lays=RowKind.CLOSING,
        aside=True,
    )
    def hand_up(self):
        """Báo cáo đã gửi đi; việc kiểm tra thuộc cấp có thẩm quyền."""

    @stage.step(
        S.DECIDED,
        S.PREPARED,
        label="Lập đề cương, lịch, phân công",
        short="Đề cương, lịch",
        by=team_lead,
        inputs=ask.OUTLINE,
        lays=RowKind.OUTLINE,
        writes=[kinds.EXPLANATION_OUTLINE, kinds.INSPECTION_TEAM_PLAN],
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
        inputs=ask.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_OPENING_MINUTES],
    )
    def open(self):
        """Đoàn công bố quyết định, kế hoạch, các quyền và yêu cầu đối tượng báo cáo giải trình."""

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
        """Đảng viên được kiểm tra báo cáo giải trình bằng văn bản, kèm tài liệu."""

    @stage.step(
        S.OPENED,
        label="Ghi biên bản đối tượng không giải trình",
        by=team_record,
        inputs=ask.REFUSAL,
        lays=RowKind.REFUSAL,
    )
    def record_refusal(self):
        """Đã yêu cầu nhiều lần mà đối tượng không giải trình thì lập biên bản và tiếp tục."""

    @stage.step(
        S.OPENED,
        S.EXPLAINED,
        label="Tiếp tục khi không có giải trình",
        by=team_lead,
        when=[the_refusal_is_on_record],
        aside=True,
    )
    def proceed_without_explanation(self):
        """Việc không giải trình không làm dừng cuộc kiểm tra."""

    @stage.step(
        S.EXPLAINED,
        S.VERIFIED,
        label="Thẩm tra, xác minh",
        by=on_team(),
        inputs=ask.VERIFICATION,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_VERIFICATION_MINUTES],
    )
    def verify(self):
        """Đoàn thu thập, nghiên cứu tài liệu, chứng cứ, làm việc với tổ chức, cá nhân liên quan."""

    @stage.step(
        S.VERIFIED,
        label="Thẩm tra, xác minh tiếp",
        by=on_team(),
        inputs=ask.VERIFICATION,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_VERIFICATION_MINUTES],
    )
    def verify_further(self):
        """Việc thẩm tra tiếp tục đến khi nội dung rõ."""

    @stage.step(
        [S.VERIFIED, S.EXCHANGED, S.CONFERRED],
        label="Ghi nội dung kiểm tra",
        by=team_lead,
        inputs=ask.CONTENT,
        finds=True,
    )
    def record_finding(self):
        """Trưởng đoàn ghi từng nội dung với kết quả thẩm tra để ủy ban kết luận."""

    @stage.step(
        S.VERIFIED,
        S.EXCHANGED,
        label="Trao đổi với đối tượng, dự thảo báo cáo",
        short="Trao đổi, dự thảo",
        by=team_record,
        when=[every_subject_has_a_content],
        inputs=ask.EXCHANGE,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_WORKING_MINUTES],
    )
    def exchange(self):
        """Đoàn trao đổi kết quả thẩm tra với đối tượng và tổ chức đảng, làm rõ điểm chưa thống nhất."""

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
        inputs=ask.CONFERENCE,
        lays=RowKind.CONFERENCE,
        writes=[kinds.INSPECTION_CONFERENCE_MINUTES],
    )
    def confer(self):
        """Chi bộ quản lý đảng viên tổ chức hội nghị; đảng viên được dự, phát biểu, bảo lưu ý kiến."""

    @stage.step(
        S.CONFERRED,
        S.FINALISED,
        label="Hoàn chỉnh báo cáo kết quả kiểm tra",
        short="Báo cáo kết quả",
        by=team_lead,
        when=[every_subject_has_a_content, every_examination_is_answered],
        inputs=ask.RESULT,
        lays=RowKind.RESULT,
        issues=[kinds.INSPECTION_REPORT],
    )
    def finalise(self):
        """Trưởng đoàn hoàn chỉnh, ký báo cáo kết quả kiểm tra, kèm ý kiến chưa thống nhất."""

    # III. Bước kết thúc

    @stage.step(
        S.FINALISED,
        label="Họp ủy ban xem xét, kết luận",
        by=area_officer,
        when=[the_count_fits],
        inputs=ask.MEETING,
        lays=RowKind.MEETING,
        writes=[kinds.INSPECTION_COMMITTEE_MINUTES],
    )
    def consider_result(self):
        """Ủy ban nghe báo cáo, nghe đọc đầy đủ ý kiến của đối tượng, thảo luận và biểu quyết kết luận."""

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
        label="Thông báo kết luận kiểm tra",
        short="Thông báo kết luận",
        by=may_sign,
        when=[
            the_committee_has_met_on_the_result,
            more_than_half_agree,
            every_content_is_concluded,
        ],
        inputs=ask.NOTICE,
        issues=[kinds.INSPECTION_NOTICE],
        drafted=True,
        carries_out=RowKind.MEETING,
    )
    def conclude(self):
        """Thay mặt ủy ban ký thông báo kết luận, báo cáo cấp ủy cùng cấp."""

    @stage.step(
        S.CONCLUDED,
        S.ANNOUNCED,
        label="Công bố kết luận",
        short="Công bố",
        by=member_in_charge,
        when=[the_notice_has_its_number],
        inputs=ask.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_ANNOUNCEMENT_MINUTES],
    )
    def announce(self):
        """Kết luận được công bố đến đối tượng và tổ chức đảng quản lý."""

    @stage.step(
        S.ANNOUNCED,
        label="Nhận báo cáo khắc phục",
        by=area_officer,
        inputs=ask.REMEDY,
        lays=RowKind.REMEDY,
    )
    def receive_remedy(self):
        """Đối tượng kiểm tra báo cáo kết quả khắc phục theo thông báo kết luận."""

    @stage.step(
        S.ANNOUNCED,
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        short="Lưu hồ sơ",
        by=on_team(Role.TEAM_SECRETARY, Role.TEAM_LEAD) | area_officer,
        when=[
            every_finding_has_its_outcome,
            every_demand_is_answered,
            every_new_sign_is_answered,
            every_request_is_answered,
            every_paper_is_issued,
        ],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.INSPECTION_FILE_INDEX],
    )
    def close(self):
        """Đoàn rút kinh nghiệm, nộp lưu hồ sơ khi mọi nội dung đã có kết quả cuối cùng."""

    @classmethod
    def additions(cls):
        return (declare_beside, *super().additions())
