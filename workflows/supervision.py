"""P1 – Giám sát: continuous (thường xuyên) and thematic (chuyên đề); it reminds, and never disciplines."""

from django.db.models import TextChoices

from documents import kinds
from permissions.predicates import holds, may_sign, not_the_subject, on_team
from permissions.roles import Role
from workflows.clocks import planned_end, remedies_due
from workflows.conclusion import SupervisionConclusion
from workflows.inputs import (
    Amount,
    Choice,
    Day,
    File,
    PostHolder,
    RowOf,
    SubjectOf,
    Team,
    Text,
)
from workflows.matter import Matter, Right
from workflows.rows import RowKind
from workflows.rules import (
    every_content_is_concluded,
    every_demand_is_answered,
    every_paper_is_issued,
    every_sign_is_answered,
    every_subject_has_a_content,
    more_than_half_agree,
    no_subject_is_on_the_team,
    the_committee_has_met_on_the_result,
    the_count_fits,
    the_extension_is_within_its_share,
    the_notice_has_its_number,
    the_period_is_in_order,
    the_refusal_is_on_record,
    the_team_has_one_lead,
)
from workflows.stages import Phase, Stages

OWN_EVIDENCE = "right.evidence_reserve_reconsider"
THEMATIC, CONTINUOUS = "basis.supervision.thematic", "basis.supervision.continuous"

area_officer = (holds(Role.AREA_OFFICER) | holds(Role.COMMITTEE_MEMBER)) & not_the_subject
team_lead = on_team(Role.TEAM_LEAD)
team_record = on_team(Role.TEAM_LEAD, Role.TEAM_SECRETARY)
member_in_charge = on_team(Role.SUPERVISING_MEMBER, Role.TEAM_LEAD)

THEME = Text(name="theme", label="Nội dung giám sát", personal=False, most=500)
PERIOD = (
    Day(name="period_from", label="Mốc thời gian giám sát, từ ngày"),
    Day(name="period_to", label="đến ngày"),
)
TEAM = Team(
    name="team",
    label="Đoàn giám sát",
    roles=[
        (role.value, str(role.label))
        for role in (Role.TEAM_LEAD, Role.TEAM_SECRETARY, Role.TEAM_MEMBER, Role.SUPERVISING_MEMBER)
    ],
)
AREA = Text(name="area", label="Địa bàn, lĩnh vực", personal=False, most=300)
UNIT = Choice(
    name="unit", label="Đơn vị", options=[("day", "ngày"), ("working_day", "ngày làm việc")]
)
ONE_A_LINE = "Mỗi người một dòng: họ và tên, chức vụ."
PLACE = Text(name="place", label="Địa điểm", personal=False, most=200)
CHAIR = Text(name="chair", label="Người chủ trì", help="Họ và tên, chức vụ.", most=200)
ATTENDANCE = Text(name="attendance", label="Thành phần của chủ thể", help=ONE_A_LINE, long=True)
SUBJECT_SIDE = Text(
    name="subject_side", label="Thành phần của đối tượng", help=ONE_A_LINE, long=True
)
PROCEEDINGS = Text(name="proceedings", label="Diễn biến, nội dung", long=True)
SESSION = [PLACE, CHAIR, ATTENDANCE, SUBJECT_SIDE, PROCEEDINGS]
OPINIONS = Text(
    name="opinions",
    label="Ý kiến phát biểu, cả ý kiến khác",
    help="Mỗi ý kiến một dòng: người phát biểu: nội dung.",
    long=True,
)
COUNT = [
    Amount(name="present", label="Số ủy viên dự"),
    Amount(name="yes", label="Tán thành"),
    Amount(name="no", label="Không tán thành"),
]


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
    findings = SupervisionConclusion
    bodies = frozenset({"ubkt", "cap_uy", "btv", "chi_bo"})
    clocks = (planned_end, remedies_due)
    rights = (
        Right("Được thông báo quyết định, kế hoạch", "open"),
        Right("Được báo cáo, cung cấp tài liệu", "receive_report", rule=OWN_EVIDENCE),
        Right("Dự hội nghị thông qua dự thảo báo cáo", "confer"),
        Right("Bảo lưu ý kiến", "reserve_opinion", "chưa dùng", OWN_EVIDENCE),
        Right("Được thông báo kết quả", "announce"),
    )

    S = ThematicStage
    stage = Stages(
        ThematicStage,
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
        inputs=[
            Choice(
                name="source",
                label="Căn cứ đề xuất",
                options=[
                    ("chuong_trinh_nam", "Chương trình kiểm tra, giám sát năm"),
                    ("nhiem_vu", "Nhiệm vụ cấp ủy giao"),
                ],
            ),
            THEME,
            *PERIOD,
            Text(name="reasons", label="Tình hình, lý do đề xuất", long=True),
        ],
        lays=RowKind.ORIGIN,
        writes=[kinds.SUPERVISION_PROPOSAL],
        basis=THEMATIC,
    )
    def propose(self):
        """Cán bộ theo dõi địa bàn đề xuất bằng văn bản: nội dung, đối tượng, mốc thời gian giám sát."""

    @stage.step(
        S.PROPOSED,
        label="Họp ủy ban",
        by=area_officer,
        when=[the_count_fits],
        inputs=[*COUNT, PROCEEDINGS],
        lays=RowKind.MEETING,
        basis=THEMATIC,
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
        inputs=[
            THEME,
            *PERIOD,
            Amount(name="days", label="Thời gian giám sát", least=1, most=400),
            UNIT,
            TEAM,
        ],
        lays=RowKind.PLAN,
        issues=[kinds.SUPERVISION_DECISION, kinds.SUPERVISION_PLAN],
        drafted=True,
        basis=THEMATIC,
    )
    def decide(self):
        """Thường trực ủy ban, hoặc chủ nhiệm thay mặt ủy ban, ký quyết định và kế hoạch giám sát."""

    @stage.step(
        S.PROPOSED,
        S.DROPPED,
        label="Không thực hiện đề xuất",
        by=may_sign,
        inputs=[Text(name="reason", label="Lý do", long=True)],
        lays=RowKind.OPINION,
        aside=True,
        basis=THEMATIC,
    )
    def drop(self):
        """Người có thẩm quyền có ý kiến không thực hiện đề xuất; hồ sơ kết thúc, lưu ý kiến."""

    @stage.step(
        S.DECIDED,
        S.PREPARED,
        label="Lập đề cương, lịch, phân công",
        short="Đề cương, lịch",
        by=team_lead,
        inputs=[
            Text(name="outline", label="Đề cương gợi ý báo cáo", long=True),
            Text(name="schedule", label="Lịch làm việc", long=True),
            Text(name="tasks", label="Phân công trong đoàn", long=True),
        ],
        lays=RowKind.OUTLINE,
        writes=[kinds.REPORT_OUTLINE, kinds.TEAM_PLAN],
        basis=THEMATIC,
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
        inputs=SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.OPENING_MINUTES],
        basis=THEMATIC,
    )
    def open(self):
        """Ủy viên phụ trách cùng đoàn công bố quyết định, kế hoạch và thông báo các quyền cho đối tượng."""

    @stage.step(
        S.OPENED,
        S.REPORTED,
        label="Nhận báo cáo của đối tượng",
        short="Báo cáo của đối tượng",
        by=team_record,
        inputs=[
            SubjectOf(name="subject", label="Đối tượng báo cáo"),
            Text(
                name="number", label="Số, ký hiệu báo cáo", personal=False, most=40, required=False
            ),
            Text(name="summary", label="Nội dung chính", long=True),
            File(name="scan", label="Tệp báo cáo", required=False),
        ],
        lays=RowKind.REPORT,
        basis=THEMATIC,
    )
    def receive_report(self):
        """Đối tượng báo cáo theo đề cương, gửi đoàn kèm tài liệu."""

    @stage.step(
        S.OPENED,
        label="Ghi biên bản đối tượng không báo cáo",
        by=team_record,
        inputs=[SubjectOf(name="subject", label="Đối tượng"), PROCEEDINGS],
        lays=RowKind.REFUSAL,
        basis=THEMATIC,
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
        basis=THEMATIC,
    )
    def proceed_without_report(self):
        """Việc đối tượng không báo cáo không làm dừng cuộc giám sát."""

    @stage.step(
        S.REPORTED,
        S.VERIFIED,
        label="Thẩm tra, xác minh",
        short="Thẩm tra, xác minh",
        optional=True,
        by=on_team(),
        inputs=[*SESSION, OPINIONS],
        lays=RowKind.MINUTES,
        writes=[kinds.WORKING_MINUTES],
        basis=THEMATIC,
    )
    def verify(self):
        """Đoàn nghiên cứu, trao đổi; chỉ thẩm tra, xác minh khi cần thiết."""

    @stage.step(
        S.VERIFIED,
        label="Thẩm tra, xác minh tiếp",
        by=on_team(),
        inputs=[
            PLACE,
            CHAIR,
            Text(name="met", label="Người được gặp", help=ONE_A_LINE, long=True),
            Text(name="matters", label="Nội dung cần xác minh", long=True),
            Text(name="verified", label="Kết quả xác minh", long=True),
        ],
        lays=RowKind.MINUTES,
        writes=[kinds.VERIFICATION_MINUTES],
        basis=THEMATIC,
    )
    def verify_further(self):
        """Đoàn làm việc tiếp với tổ chức, cá nhân liên quan."""

    @stage.step(
        [S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED],
        label="Ghi nội dung được giám sát",
        by=team_lead,
        inputs=[
            SubjectOf(name="subject", label="Đối tượng"),
            Text(name="content", label="Nội dung và kết quả xem xét", long=True),
        ],
        finds=True,
        basis=THEMATIC,
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
        inputs=[Text(name="draft", label="Nội dung dự thảo", long=True)],
        lays=RowKind.RESULT,
        basis=THEMATIC,
    )
    def draft(self):
        """Trưởng đoàn dự thảo báo cáo kết quả giám sát."""

    @stage.step(
        S.DRAFTED,
        S.CONFERRED,
        label="Hội nghị thông qua dự thảo báo cáo",
        short="Hội nghị",
        by=team_record,
        inputs=[
            PLACE,
            CHAIR,
            ATTENDANCE,
            SUBJECT_SIDE,
            OPINIONS,
            Text(name="conclusion", label="Kết luận hội nghị", long=True),
        ],
        lays=RowKind.CONFERENCE,
        writes=[kinds.CONFERENCE_MINUTES],
        basis=THEMATIC,
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
        inputs=[
            Text(name="strengths", label="Ưu điểm", long=True),
            Text(name="faults", label="Hạn chế, khuyết điểm", long=True),
            Text(name="causes", label="Nguyên nhân", long=True),
            Text(name="proposals", label="Kiến nghị", long=True),
        ],
        lays=RowKind.RESULT,
        issues=[kinds.RESULT_REPORT],
        basis=THEMATIC,
    )
    def finalise(self):
        """Trưởng đoàn hoàn chỉnh, ký báo cáo kết quả giám sát, kèm các ý kiến chưa thống nhất."""

    # III. Bước kết thúc

    @stage.step(
        S.FINALISED,
        label="Họp ủy ban xem xét kết quả",
        by=area_officer,
        when=[the_count_fits],
        inputs=[
            *COUNT,
            PLACE,
            CHAIR,
            ATTENDANCE,
            OPINIONS,
            Text(name="conclusion", label="Kết luận kỳ họp", long=True),
        ],
        lays=RowKind.MEETING,
        writes=[kinds.COMMITTEE_MINUTES],
        basis=THEMATIC,
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
        inputs=[
            Text(name="strengths", label="Ưu điểm", long=True),
            Text(name="faults", label="Hạn chế, khuyết điểm", long=True),
            Text(name="demands", label="Yêu cầu đối với đối tượng", long=True),
        ],
        issues=[kinds.RESULT_NOTICE],
        drafted=True,
        basis=THEMATIC,
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
        inputs=SESSION,
        lays=RowKind.MINUTES,
        writes=[kinds.ANNOUNCEMENT_MINUTES],
        basis=THEMATIC,
    )
    def announce(self):
        """Ủy viên phụ trách thông báo kết quả đến đối tượng; đối tượng được phát biểu."""

    @stage.step(
        S.ANNOUNCED,
        label="Nhận báo cáo khắc phục",
        by=area_officer,
        inputs=[
            RowOf(name="demand", label="Yêu cầu", of=[RowKind.DEMAND]),
            Text(
                name="number", label="Số, ký hiệu báo cáo", personal=False, most=40, required=False
            ),
            Text(name="summary", label="Kết quả khắc phục", long=True),
        ],
        lays=RowKind.REMEDY,
        basis=THEMATIC,
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
        basis=THEMATIC,
    )
    def follow_up(self):
        """Cán bộ theo dõi địa bàn xác nhận các yêu cầu đã được thực hiện."""

    @stage.step(
        [S.ANNOUNCED, S.FOLLOWED],
        S.CLOSED,
        label="Nộp lưu hồ sơ",
        short="Lưu hồ sơ",
        by=on_team(Role.TEAM_SECRETARY, Role.TEAM_LEAD) | area_officer,
        when=[every_demand_is_answered, every_paper_is_issued],
        inputs=[Text(name="archive", label="Mã lưu trữ", personal=False, most=40)],
        lays=RowKind.CLOSING,
        writes=[kinds.FILE_INDEX],
        basis=THEMATIC,
    )
    def close(self):
        """Đoàn rút kinh nghiệm, nộp lưu hồ sơ có mục lục."""

    # Trong suốt cuộc giám sát

    @stage.step(
        [S.OPENED, S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED],
        label="Gia hạn thời gian giám sát",
        by=may_sign,
        when=[the_extension_is_within_its_share],
        inputs=[
            Amount(name="days", label="Gia hạn thêm", least=1, most=200),
            Text(name="reason", label="Lý do", long=True),
        ],
        lays=RowKind.EXTENSION,
        issues=[kinds.TEAM_EXTENSION],
        drafted=True,
        basis=THEMATIC,
    )
    def extend(self):
        """Trưởng đoàn đề nghị, nơi ra quyết định giám sát quyết định gia hạn."""

    @stage.step(
        [S.DECIDED, S.PREPARED, S.OPENED, S.REPORTED, S.VERIFIED, S.DRAFTED, S.CONFERRED],
        label="Thay đổi thành phần đoàn",
        by=may_sign,
        when=[the_team_has_one_lead, no_subject_is_on_the_team],
        inputs=[TEAM, Text(name="reason", label="Lý do", long=True)],
        lays=RowKind.CHANGE,
        issues=[kinds.TEAM_CHANGE],
        drafted=True,
        basis="duty.team.scope_change",
    )
    def change_team(self):
        """Thay đổi nội dung, đối tượng, thời gian, thành phần phải do nơi ra quyết định giám sát quyết định."""


class ContinuousStage(TextChoices):
    """Giai đoạn của việc giám sát thường xuyên một địa bàn."""

    PLANNED = "theo_chuong_trinh", "Theo chương trình"
    PROPOSED = "da_de_xuat", "Đã đề xuất phân công"
    OBSERVING = "dang_theo_doi", "Đang theo dõi"
    REPORTED = "da_bao_cao", "Đã báo cáo"
    CLOSED = "ket_thuc", "Kết thúc theo dõi"


class ContinuousSupervision(Matter):
    """Giám sát thường xuyên: nắm tình hình theo phân công; không lập đoàn, không thông báo từng việc."""

    code = "P1.TX"
    label = "Giám sát thường xuyên"
    prefix = "TX"
    opens = "propose"
    bodies = frozenset({"ubkt", "cap_uy", "btv", "chi_bo"})

    S = ContinuousStage
    stage = Stages(
        ContinuousStage,
        start=S.PLANNED,
        ends=[S.CLOSED],
        phases={
            Phase.PREPARE: [S.PLANNED, S.PROPOSED],
            Phase.CONDUCT: [S.OBSERVING, S.REPORTED],
            Phase.FINISH: [S.CLOSED],
        },
    )

    @stage.step(
        S.PLANNED,
        S.PROPOSED,
        label="Đề xuất phân công",
        by=area_officer,
        inputs=[AREA, *PERIOD],
        lays=RowKind.ORIGIN,
        basis=CONTINUOUS,
    )
    def propose(self):
        """Cán bộ theo dõi địa bàn đề xuất việc phân công theo dõi trong kỳ."""

    @stage.step(
        S.PROPOSED,
        S.OBSERVING,
        label="Phân công theo dõi",
        by=may_sign,
        inputs=[AREA, *PERIOD, PostHolder(name="assigned", label="Người được phân công")],
        lays=RowKind.ASSIGNMENT,
        issues=[kinds.WATCH_ASSIGNMENT],
        drafted=True,
        basis=CONTINUOUS,
    )
    def assign(self):
        """Ủy ban phân công bằng văn bản ủy viên, cán bộ theo dõi từng đơn vị."""

    @stage.step(
        S.OBSERVING,
        label="Ghi nhận qua theo dõi",
        by=area_officer,
        inputs=[
            Choice(
                name="way",
                label="Cách thức",
                options=[
                    ("truc_tiep", "Trực tiếp: dự họp, nghe báo cáo, trao đổi"),
                    ("gian_tiep", "Gián tiếp: đọc báo cáo, biên bản, đơn thư"),
                ],
            ),
            PROCEEDINGS,
        ],
        lays=RowKind.EVIDENCE,
        basis=CONTINUOUS,
    )
    def observe(self):
        """Người được phân công theo dõi, nắm bắt, đánh giá hoạt động của đối tượng."""

    @stage.step(
        S.OBSERVING,
        S.REPORTED,
        label="Báo cáo giám sát thường xuyên",
        by=area_officer,
        inputs=[
            Text(name="strengths", label="Ưu điểm", long=True),
            Text(name="faults", label="Hạn chế, khuyết điểm", long=True),
            Text(name="proposals", label="Kiến nghị", long=True),
        ],
        lays=RowKind.RESULT,
        writes=[kinds.WATCH_REPORT],
        basis=CONTINUOUS,
    )
    def report(self):
        """Người được phân công báo cáo kết quả giám sát thường xuyên."""

    @stage.step(
        S.REPORTED,
        label="Nhắc nhở, chấn chỉnh bằng văn bản",
        by=may_sign,
        inputs=[
            Text(name="faults", label="Khuyết điểm", long=True),
            Text(name="demands", label="Yêu cầu", long=True),
        ],
        lays=RowKind.OPINION,
        issues=[kinds.REMINDER_LETTER],
        drafted=True,
        basis=CONTINUOUS,
    )
    def remind(self):
        """Có khuyết điểm thì nhắc nhở, chấn chỉnh kịp thời."""

    @stage.step(
        S.REPORTED,
        label="Quyết định xem xét tiếp",
        by=may_sign,
        inputs=[
            Choice(
                name="way",
                label="Hướng xử lý",
                options=[
                    ("giam_sat_chuyen_de", "Giám sát chuyên đề"),
                    ("kiem_tra_dau_hieu", "Kiểm tra khi có dấu hiệu vi phạm"),
                ],
            ),
            Text(name="reason", label="Lý do", long=True),
        ],
        lays=RowKind.OPINION,
        basis=CONTINUOUS,
    )
    def look_deeper(self):
        """Cần xem xét sâu hơn, hoặc có dấu hiệu vi phạm, thì lập hồ sơ mới liên kết với hồ sơ này."""

    @stage.step(
        S.REPORTED,
        S.OBSERVING,
        label="Tiếp tục theo dõi",
        by=area_officer,
        basis=CONTINUOUS,
    )
    def resume(self):
        """Việc theo dõi tiếp tục trong kỳ sau."""

    @stage.step(
        S.REPORTED,
        S.CLOSED,
        label="Kết thúc theo dõi",
        by=area_officer,
        when=[every_paper_is_issued],
        inputs=[Text(name="archive", label="Mã lưu trữ", personal=False, most=40)],
        lays=RowKind.CLOSING,
        basis=CONTINUOUS,
    )
    def close(self):
        """Hết kỳ phân công, hồ sơ theo dõi được nộp lưu."""
