"""P1 – Giám sát chuyên đề: thematic supervision reminds and corrects; it never disciplines."""

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import may_sign, on_team
from permissions.roles import Role
from workflows.clocks import Deadline, planned_end, remedies_due
from workflows.conclusions.of_supervision import SupervisionConclusion
from workflows.conditions.file import (
    every_content_is_concluded,
    every_demand_is_answered,
    every_paper_is_issued,
    every_sign_is_answered,
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
from workflows.matter import Matter, Right
from workflows.offices import area_officer, member_in_charge, team_lead, team_record, the_team
from workflows.own_steps import every_request_is_answered
from workflows.questions import supervision as ask
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

OWN_EVIDENCE = "right.evidence_reserve_reconsider"


class ThematicStage(TextChoices):
    """Giai đoạn của một cuộc giám sát chuyên đề."""

    PLANNED = "theo_chuong_trinh", "Theo chương trình"
    PROPOSED = "da_de_xuat", "Đã đề xuất"
    DECIDED = "da_quyet_dinh", "Đã quyết định giám sát"
    PREPARED = "da_chuan_bi", "Đã có đề cương, lịch"
    OPENED = "da_trien_khai", "Đã triển khai"
    REPORTED = "da_bao_cao", "Đối tượng đã báo cáo"
    VERIFIED = "da_xac_minh", "Đã thẩm tra, xác minh"
    DRAFTED = "da_du_thao", "Đã dự thảo báo cáo"
    CONFERRED = "da_hoi_nghi", "Đã họp thông qua dự thảo"
    FINALISED = "da_hoan_chinh", "Đã có báo cáo kết quả"
    CONCLUDED = "da_ket_luan", "Đã thông báo kết quả"
    ANNOUNCED = "da_cong_bo", "Đã công bố"
    FOLLOWED = "da_khac_phuc", "Đã khắc phục"
    CLOSED = "da_luu", "Đã nộp lưu hồ sơ"
    DROPPED = "khong_thuc_hien", "Không thực hiện"


class ThematicSupervision(Matter):
    """Giám sát chuyên đề đối với tổ chức đảng hoặc đảng viên."""

    code = "P1.CD"
    label = "Giám sát chuyên đề"
    prefix = "GS"
    opens = "propose"
    follows = frozenset({"P0.TN", "P1.TX"})
    findings = SupervisionConclusion
    bodies = frozenset({"ubkt"})
    clocks: ClassVar[tuple[Deadline, ...]] = (planned_end, remedies_due)
    rights = (
        Right("Được thông báo quyết định, kế hoạch", "open"),
        Right("Được báo cáo, cung cấp tài liệu", "receive_report", rule=OWN_EVIDENCE),
        Right("Dự hội nghị thông qua dự thảo báo cáo", "confer"),
        Right(
            "Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE, "reserve_own_opinion"
        ),
        Right("Được thông báo kết quả", "announce"),
    )

    S = ThematicStage
    stage = Stages(
        ThematicStage,
        basis="basis.supervision.thematic",
        start=S.PLANNED,
        ends=[S.CLOSED, S.DROPPED],
        phases={
            Phase.PREPARE: [S.PLANNED, S.PROPOSED, S.DECIDED, S.PREPARED],
            Phase.CONDUCT: [S.OPENED, S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED, S.FINALISED],
            Phase.FINISH: [S.CONCLUDED, S.ANNOUNCED, S.FOLLOWED, S.CLOSED],
        },
    )

    # I. Bước chuẩn bị

    @stage.step(
        S.PLANNED,
        S.PROPOSED,
        label="Đề xuất giám sát",
        short="Đề xuất",
        by=area_officer,
        when=[the_period_is_in_order],
        inputs=ask.PROPOSAL,
        lays=RowKind.ORIGIN,
        writes=[kinds.SUPERVISION_PROPOSAL],
    )
    def propose(self):
        """Cán bộ theo dõi địa bàn đề xuất bằng văn bản: nội dung, đối tượng, mốc thời gian giám sát."""

    @stage.step(
        S.PROPOSED,
        label="Họp ủy ban",
        by=area_officer,
        when=[the_count_fits],
        inputs=ask.PROPOSAL_MEETING,
        lays=RowKind.MEETING,
    )
    def consider_proposal(self):
        """Ủy ban họp xem xét đề xuất, khi không có thường trực ủy ban hoặc khi cần bàn tập thể."""

    @stage.step(
        S.PROPOSED,
        S.DECIDED,
        label="Ban hành quyết định, kế hoạch giám sát",
        short="Quyết định, kế hoạch",
        by=may_sign,
        when=[the_period_is_in_order, the_team_has_one_lead, no_subject_is_on_the_team],
        inputs=ask.PLAN,
        lays=RowKind.PLAN,
        issues=[kinds.SUPERVISION_DECISION, kinds.SUPERVISION_PLAN],
        drafted=True,
    )
    def decide(self):
        """Thường trực ủy ban, hoặc chủ nhiệm thay mặt ủy ban, ký quyết định và kế hoạch giám sát."""

    @stage.step(
        S.PROPOSED,
        S.DROPPED,
        label="Không thực hiện đề xuất",
        by=may_sign,
        inputs=ask.DROP,
        lays=RowKind.OPINION,
        aside=True,
    )
    def drop(self):
        """Người có thẩm quyền có ý kiến không thực hiện đề xuất; hồ sơ kết thúc, lưu ý kiến."""

    @stage.step(
        S.DECIDED,
        S.PREPARED,
        label="Lập đề cương, lịch, phân công",
        short="Đề cương, lịch",
        by=team_lead,
        inputs=ask.OUTLINE,
        lays=RowKind.OUTLINE,
        writes=[kinds.REPORT_OUTLINE, kinds.TEAM_PLAN],
    )
    def prepare(self):
        """Đoàn xây dựng đề cương gợi ý báo cáo, lịch làm việc và phân công nhiệm vụ."""

    # II. Bước tiến hành

    @stage.step(
        S.PREPARED,
        S.OPENED,
        label="Triển khai quyết định, kế hoạch",
        short="Triển khai",
        by=member_in_charge,
        inputs=ask.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.OPENING_MINUTES],
    )
    def open(self):
        """Ủy viên phụ trách cùng đoàn công bố quyết định, kế hoạch và thông báo các quyền cho đối tượng."""

    @stage.step(
        S.OPENED,
        S.REPORTED,
        label="Nhận báo cáo của đối tượng",
        short="Báo cáo của đối tượng",
        by=team_record,
        inputs=ask.REPORT,
        lays=RowKind.REPORT,
    )
    def receive_report(self):
        """Đối tượng báo cáo theo đề cương, gửi đoàn kèm tài liệu."""

    @stage.step(
        S.OPENED,
        label="Ghi biên bản đối tượng không báo cáo",
        by=team_record,
        inputs=ask.REFUSAL,
        lays=RowKind.REFUSAL,
    )
    def record_refusal(self):
        """Đoàn lập biên bản khi đối tượng đã được yêu cầu nhiều lần mà không báo cáo."""

    @stage.step(
        S.OPENED,
        S.REPORTED,
        label="Tiếp tục khi không có báo cáo",
        by=team_lead,
        when=[the_refusal_is_on_record],
        aside=True,
    )
    def proceed_without_report(self):
        """Việc đối tượng không báo cáo không làm dừng cuộc giám sát."""

    @stage.step(
        S.REPORTED,
        S.VERIFIED,
        label="Thẩm tra, xác minh",
        short="Thẩm tra, xác minh",
        optional=True,
        by=the_team,
        inputs=ask.WORKING_SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.WORKING_MINUTES],
    )
    def verify(self):
        """Đoàn nghiên cứu, trao đổi; chỉ thẩm tra, xác minh khi cần thiết."""

    @stage.step(
        S.VERIFIED,
        label="Thẩm tra, xác minh tiếp",
        by=the_team,
        inputs=ask.VERIFICATION,
        lays=RowKind.MINUTES,
        writes=[kinds.VERIFICATION_MINUTES],
    )
    def verify_further(self):
        """Đoàn làm việc tiếp với tổ chức, cá nhân liên quan."""

    @stage.step(
        [S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED],
        label="Ghi nội dung được giám sát",
        by=team_lead,
        inputs=ask.CONTENT,
        finds=True,
    )
    def record_finding(self):
        """Trưởng đoàn ghi từng nội dung đối với từng đối tượng để ủy ban xem xét, kết luận."""

    @stage.step(
        [S.REPORTED, S.VERIFIED],
        S.DRAFTED,
        label="Dự thảo báo cáo kết quả",
        short="Dự thảo báo cáo",
        by=team_lead,
        when=[every_subject_has_a_content],
        inputs=ask.DRAFT,
        lays=RowKind.RESULT,
    )
    def draft(self):
        """Trưởng đoàn dự thảo báo cáo kết quả giám sát."""

    @stage.step(
        S.DRAFTED,
        S.CONFERRED,
        label="Hội nghị thông qua dự thảo báo cáo",
        short="Hội nghị",
        by=team_record,
        inputs=ask.CONFERENCE,
        lays=RowKind.CONFERENCE,
        writes=[kinds.CONFERENCE_MINUTES],
    )
    def confer(self):
        """Tổ chức đảng được giám sát chủ trì hội nghị; đối tượng dự và phát biểu ý kiến."""

    @stage.step(
        S.CONFERRED,
        S.FINALISED,
        label="Hoàn chỉnh báo cáo kết quả giám sát",
        short="Báo cáo kết quả",
        by=team_lead,
        when=[every_subject_has_a_content],
        inputs=ask.RESULT,
        lays=RowKind.RESULT,
        issues=[kinds.RESULT_REPORT],
    )
    def finalise(self):
        """Trưởng đoàn hoàn chỉnh, ký báo cáo kết quả giám sát, kèm các ý kiến chưa thống nhất."""

    # III. Bước kết thúc

    @stage.step(
        S.FINALISED,
        label="Họp ủy ban xem xét kết quả",
        by=area_officer,
        when=[the_count_fits],
        inputs=ask.RESULT_MEETING,
        lays=RowKind.MEETING,
        writes=[kinds.COMMITTEE_MINUTES],
    )
    def consider_result(self):
        """Ủy ban họp xem xét báo cáo kết quả, biểu quyết kết luận từng nội dung."""

    @stage.step(
        S.FINALISED,
        S.CONCLUDED,
        label="Thông báo kết quả giám sát",
        short="Thông báo kết quả",
        by=may_sign,
        when=[
            the_committee_has_met_on_the_result,
            more_than_half_agree,
            every_content_is_concluded,
            every_sign_is_answered,
        ],
        inputs=ask.NOTICE,
        issues=[kinds.RESULT_NOTICE],
        drafted=True,
        carries_out=RowKind.MEETING,
    )
    def conclude(self):
        """Thay mặt ủy ban ký thông báo kết quả; có dấu hiệu vi phạm thì đã quyết định kiểm tra."""

    @stage.step(
        S.CONCLUDED,
        S.ANNOUNCED,
        label="Thông báo đến đối tượng",
        short="Công bố",
        by=member_in_charge,
        when=[the_notice_has_its_number],
        inputs=ask.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.ANNOUNCEMENT_MINUTES],
    )
    def announce(self):
        """Ủy viên phụ trách thông báo kết quả đến đối tượng; đối tượng được phát biểu."""

    @stage.step(
        [S.ANNOUNCED, S.FOLLOWED],
        label="Nhận báo cáo khắc phục",
        by=area_officer,
        inputs=ask.REMEDY,
        lays=RowKind.REMEDY,
    )
    def receive_remedy(self):
        """Đối tượng báo cáo kết quả khắc phục theo thông báo."""

    @stage.step(
        S.ANNOUNCED,
        S.FOLLOWED,
        label="Xác nhận đã khắc phục",
        short="Khắc phục",
        optional=True,
        by=area_officer,
        when=[every_demand_is_answered],
    )
    def follow_up(self):
        """Cán bộ theo dõi địa bàn xác nhận các yêu cầu đã được thực hiện."""

    @stage.step(
        [S.ANNOUNCED, S.FOLLOWED],
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        short="Lưu hồ sơ",
        by=on_team(Role.TEAM_SECRETARY, Role.TEAM_LEAD) | area_officer,
        when=[every_demand_is_answered, every_request_is_answered, every_paper_is_issued],
        inputs=ask.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.FILE_INDEX],
    )
    def close(self):
        """Đoàn rút kinh nghiệm, nộp lưu hồ sơ có mục lục."""
