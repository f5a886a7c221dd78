"""P2 – Kiểm tra theo chương trình: a committee inspects how its policy is carried out, and concludes itself."""

from typing import ClassVar

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import on_team
from permissions.roles import Role
from workflows.clocks import Deadline, planned_end, remedies_due
from workflows.conclusions.of_programme import ProgrammeConclusion
from workflows.conditions.file import (
    every_content_is_concluded,
    every_demand_is_answered,
    every_finding_has_its_outcome,
    every_paper_is_issued,
    every_sign_is_answered,
    every_subject_has_a_content,
    no_subject_is_on_the_team,
    the_count_fits,
    the_extension_is_within_its_share,
    the_notice_has_its_number,
    the_period_is_in_order,
    the_refusal_is_on_record,
    the_team_has_one_lead,
)
from workflows.conditions.programme import AGREED
from workflows.matter import Matter, Right
from workflows.offices import (
    area_officer,
    member_in_charge,
    secretaries,
    secretaries_off_the_team,
    team_lead,
    team_record,
    the_team,
)
from workflows.own_steps import every_request_is_answered
from workflows.questions import inspection as of_inspection
from workflows.questions import programme as ask
from workflows.questions import supervision as of_supervision
from workflows.rows import RowKind
from workflows.stages import Phase, Stages

OWN_EVIDENCE = "right.evidence_reserve_reconsider"


class ProgrammeStage(TextChoices):
    """Giai đoạn của một cuộc kiểm tra theo chương trình."""

    PROGRAMMED = "theo_chuong_trinh", "Theo chương trình năm"
    INSTRUCTED = "da_giao_chuan_bi", "Đã giao chuẩn bị"
    DECIDED = "da_quyet_dinh", "Đã quyết định kiểm tra"
    PREPARED = "da_chuan_bi", "Đã có đề cương, lịch"
    OPENED = "da_trien_khai", "Đã triển khai"
    REPORTED = "da_tu_kiem_tra", "Đối tượng đã tự kiểm tra, báo cáo"
    VERIFIED = "da_xac_minh", "Đã thẩm tra, xác minh"
    DRAFTED = "da_du_thao", "Đã dự thảo báo cáo"
    CONFERRED = "da_hoi_nghi", "Đã họp thông qua dự thảo"
    FINALISED = "da_hoan_chinh", "Đã có báo cáo kết quả"
    CONCLUDED = "da_ket_luan", "Đã thông báo kết luận"
    ANNOUNCED = "da_cong_bo", "Đã công bố"
    FOLLOWED = "da_khac_phuc", "Đã khắc phục"
    CLOSED = "da_luu", "Đã nộp lưu hồ sơ"
    DROPPED = "khong_thuc_hien", "Không thực hiện"


class ProgrammeInspection(Matter):
    """Cấp ủy, ban thường vụ cấp trên trực tiếp của cơ sở kiểm tra theo chương trình năm."""

    code = "P2.CU"
    label = "Kiểm tra theo chương trình của cấp ủy"
    prefix = "CH"
    opens = "instruct"
    follows = frozenset({"P1.TX", "P1.TXU"})
    inspects = True
    findings = ProgrammeConclusion
    bodies = frozenset({"cap_uy", "btv"})
    levels = frozenset({"xa", "huyen"})
    answers_law = secretaries_off_the_team
    disciplined_from = frozenset({"c3", "da_ky_luat", "khong_ky_luat"})
    clocks: ClassVar[tuple[Deadline, ...]] = (planned_end, remedies_due)
    rights: ClassVar[tuple[Right, ...]] = (
        Right("Được thông báo quyết định, kế hoạch", "open"),
        Right("Được báo cáo, cung cấp tài liệu", "receive_report", rule=OWN_EVIDENCE),
        Right("Dự hội nghị thông qua dự thảo báo cáo", "confer"),
        Right("Ý kiến được nghe đầy đủ khi kết luận", "consider_result"),
        Right(
            "Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE, "reserve_own_opinion"
        ),
        Right("Đề nghị xem xét lại kết luận", "announce", "mở khi có kết luận", OWN_EVIDENCE),
    )

    S = ProgrammeStage
    stage = Stages(
        ProgrammeStage,
        basis="basis.inspection.programme",
        start=S.PROGRAMMED,
        ends=[S.CLOSED, S.DROPPED],
        phases={
            Phase.PREPARE: [S.PROGRAMMED, S.INSTRUCTED, S.DECIDED, S.PREPARED],
            Phase.CONDUCT: [S.OPENED, S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED, S.FINALISED],
            Phase.FINISH: [S.CONCLUDED, S.ANNOUNCED, S.FOLLOWED, S.CLOSED],
        },
    )

    # I. Bước chuẩn bị

    @stage.step(
        S.PROGRAMMED,
        S.INSTRUCTED,
        label="Giao chuẩn bị cuộc kiểm tra",
        short="Giao chuẩn bị",
        by=area_officer,
        when=[the_period_is_in_order],
        inputs=ask.INSTRUCTION,
        lays=RowKind.ORIGIN,
    )
    def instruct(self):
        """Theo chương trình năm, cấp ủy, ban thường vụ giao ủy ban kiểm tra hoặc ban của cấp ủy chuẩn bị."""

    @stage.step(
        S.INSTRUCTED,
        S.DECIDED,
        label="Ban hành quyết định lập đoàn, kế hoạch kiểm tra",
        short="Quyết định, kế hoạch",
        by=secretaries,
        when=[the_period_is_in_order, the_team_has_one_lead, no_subject_is_on_the_team],
        inputs=ask.PLAN,
        lays=RowKind.PLAN,
        issues=[kinds.PROGRAMME_DECISION, kinds.PROGRAMME_PLAN],
        drafted=True,
    )
    def decide(self):
        """Thường trực cấp ủy ký quyết định thành lập đoàn và kế hoạch kiểm tra."""

    @stage.step(
        S.INSTRUCTED,
        S.DROPPED,
        label="Không thực hiện",
        by=secretaries,
        inputs=of_inspection.DROP,
        lays=RowKind.OPINION,
        aside=True,
    )
    def drop(self):
        """Cấp ủy điều chỉnh chương trình thì không thực hiện cuộc kiểm tra này; lý do được lưu."""

    @stage.step(
        S.DECIDED,
        S.PREPARED,
        label="Lập đề cương, lịch, phân công",
        short="Đề cương, lịch",
        by=team_lead,
        inputs=ask.OUTLINE,
        lays=RowKind.OUTLINE,
        writes=[kinds.SELF_INSPECTION_OUTLINE, kinds.PROGRAMME_TEAM_PLAN],
    )
    def prepare(self):
        """Đoàn xây dựng đề cương gợi ý báo cáo tự kiểm tra, lịch làm việc và phân công nhiệm vụ."""

    @stage.step(
        [S.DECIDED, S.PREPARED],
        label="Thông báo kiểm tra, đề nghị phối hợp",
        by=secretaries,
        inputs=ask.NOTICE_LETTER,
        lays=RowKind.OPINION,
        issues=[kinds.INSPECTION_LETTER],
        drafted=True,
    )
    def give_notice(self):
        """Thông báo đến đối tượng và đề nghị cơ quan, tổ chức liên quan phối hợp."""

    # II. Bước tiến hành

    @stage.step(
        S.PREPARED,
        S.OPENED,
        label="Triển khai quyết định, kế hoạch",
        short="Triển khai",
        by=member_in_charge,
        inputs=of_inspection.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.PROGRAMME_OPENING_MINUTES],
    )
    def open(self):
        """Trưởng đoàn cùng đoàn công bố quyết định, kế hoạch và thông báo các quyền cho đối tượng."""

    @stage.step(
        S.OPENED,
        S.REPORTED,
        label="Nhận báo cáo tự kiểm tra",
        short="Tự kiểm tra",
        by=team_record,
        inputs=ask.SELF_INSPECTION,
        lays=RowKind.REPORT,
    )
    def receive_report(self):
        """Đối tượng tự kiểm tra, báo cáo bằng văn bản theo đề cương, kèm tài liệu."""

    @stage.step(
        S.OPENED,
        label="Ghi biên bản đối tượng không báo cáo",
        by=team_record,
        inputs=of_inspection.REFUSAL,
        lays=RowKind.REFUSAL,
    )
    def record_refusal(self):
        """Đã yêu cầu nhiều lần mà đối tượng không báo cáo thì lập biên bản và tiếp tục."""

    @stage.step(
        S.OPENED,
        S.REPORTED,
        label="Tiếp tục khi không có báo cáo",
        by=team_lead,
        when=[the_refusal_is_on_record],
        aside=True,
    )
    def proceed_without_report(self):
        """Việc đối tượng không báo cáo không làm dừng cuộc kiểm tra."""

    @stage.step(
        S.REPORTED,
        S.VERIFIED,
        label="Thẩm tra, xác minh",
        by=the_team,
        inputs=of_inspection.EXCHANGE,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_WORKING_MINUTES],
    )
    def verify(self):
        """Đoàn nghiên cứu báo cáo, hồ sơ, làm việc với đối tượng để thẩm tra, xác minh."""

    @stage.step(
        S.VERIFIED,
        label="Thẩm tra, xác minh tiếp",
        by=the_team,
        inputs=of_inspection.VERIFICATION,
        lays=RowKind.MINUTES,
        writes=[kinds.PROGRAMME_VERIFICATION_MINUTES],
    )
    def verify_further(self):
        """Đoàn làm việc tiếp với tổ chức, cá nhân có liên quan."""

    @stage.step(
        [S.VERIFIED, S.DRAFTED, S.CONFERRED],
        label="Ghi nội dung kiểm tra",
        by=team_lead,
        inputs=of_inspection.CONTENT,
        finds=True,
    )
    def record_finding(self):
        """Trưởng đoàn ghi từng nội dung đối với từng đối tượng để tập thể xem xét, kết luận."""

    @stage.step(
        S.VERIFIED,
        S.DRAFTED,
        label="Dự thảo báo cáo kết quả",
        short="Dự thảo báo cáo",
        by=team_lead,
        when=[every_subject_has_a_content],
        inputs=of_supervision.DRAFT,
        lays=RowKind.RESULT,
    )
    def draft(self):
        """Trưởng đoàn dự thảo báo cáo kết quả kiểm tra."""

    @stage.step(
        S.DRAFTED,
        S.CONFERRED,
        label="Hội nghị thông qua dự thảo báo cáo",
        short="Hội nghị",
        by=team_record,
        inputs=of_inspection.CONFERENCE,
        lays=RowKind.CONFERENCE,
        writes=[kinds.PROGRAMME_CONFERENCE_MINUTES],
    )
    def confer(self):
        """Tổ chức đảng được kiểm tra chủ trì hội nghị; đối tượng dự và phát biểu ý kiến."""

    @stage.step(
        S.CONFERRED,
        S.FINALISED,
        label="Hoàn chỉnh báo cáo kết quả kiểm tra",
        short="Báo cáo kết quả",
        by=team_lead,
        when=[every_subject_has_a_content],
        inputs=of_inspection.RESULT,
        lays=RowKind.RESULT,
        issues=[kinds.PROGRAMME_REPORT],
    )
    def finalise(self):
        """Trưởng đoàn hoàn chỉnh, ký báo cáo kết quả kiểm tra, kèm ý kiến chưa thống nhất."""

    # III. Bước kết thúc

    @stage.step(
        S.FINALISED,
        label="Họp xem xét, kết luận",
        by=area_officer,
        when=[the_count_fits],
        inputs=ask.MEETING,
        lays=RowKind.MEETING,
        writes=[kinds.PROGRAMME_COMMITTEE_MINUTES],
    )
    def consider_result(self):
        """Cấp ủy, ban thường vụ nghe báo cáo và ý kiến của đối tượng, thảo luận, biểu quyết kết luận."""

    @stage.step(
        S.FINALISED,
        S.CONCLUDED,
        label="Thông báo kết luận kiểm tra",
        short="Thông báo kết luận",
        by=secretaries,
        when=[*AGREED, every_content_is_concluded, every_sign_is_answered],
        inputs=of_inspection.NOTICE,
        issues=[kinds.PROGRAMME_NOTICE],
        drafted=True,
        carries_out=RowKind.MEETING,
    )
    def conclude(self):
        """Thay mặt cấp ủy, ban thường vụ ký thông báo kết luận kiểm tra."""

    @stage.step(
        S.CONCLUDED,
        S.ANNOUNCED,
        label="Công bố kết luận",
        short="Công bố",
        by=member_in_charge,
        when=[the_notice_has_its_number],
        inputs=of_inspection.SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.INSPECTION_ANNOUNCEMENT_MINUTES],
    )
    def announce(self):
        """Kết luận được công bố đến đối tượng và tổ chức đảng quản lý đối tượng."""

    @stage.step(
        [S.ANNOUNCED, S.FOLLOWED],
        label="Nhận báo cáo khắc phục",
        by=area_officer,
        inputs=of_inspection.REMEDY,
        lays=RowKind.REMEDY,
    )
    def receive_remedy(self):
        """Đối tượng báo cáo kết quả khắc phục theo thông báo kết luận."""

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
        """Người theo dõi xác nhận các yêu cầu đã được thực hiện."""

    @stage.step(
        [S.ANNOUNCED, S.FOLLOWED],
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        short="Lưu hồ sơ",
        by=on_team(Role.TEAM_SECRETARY, Role.TEAM_LEAD) | area_officer,
        when=[
            every_finding_has_its_outcome,
            every_demand_is_answered,
            every_request_is_answered,
            every_paper_is_issued,
        ],
        inputs=of_inspection.ARCHIVE,
        lays=RowKind.CLOSING,
        writes=[kinds.PROGRAMME_FILE_INDEX],
    )
    def close(self):
        """Đoàn rút kinh nghiệm, nộp lưu hồ sơ có mục lục."""

    # Trong suốt cuộc kiểm tra

    @stage.step(
        [S.OPENED, S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED],
        label="Gia hạn thời gian kiểm tra",
        by=secretaries,
        when=[the_extension_is_within_its_share],
        inputs=of_supervision.EXTENSION,
        lays=RowKind.EXTENSION,
        issues=[kinds.INSPECTION_EXTENSION],
        drafted=True,
    )
    def extend(self):
        """Trưởng đoàn đề nghị, nơi ra quyết định kiểm tra quyết định gia hạn."""

    @stage.step(
        [S.DECIDED, S.PREPARED, S.OPENED, S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED],
        label="Thay đổi thành phần đoàn",
        by=secretaries,
        when=[the_team_has_one_lead, no_subject_is_on_the_team],
        inputs=[ask.TEAM, *of_supervision.NEW_TEAM[1:]],
        lays=RowKind.CHANGE,
        issues=[kinds.INSPECTION_TEAM_CHANGE],
        drafted=True,
        basis="duty.team.scope_change",
    )
    def change_team(self):
        """Thay đổi nội dung, đối tượng, thời gian, thành phần phải do nơi ra quyết định kiểm tra quyết định."""
