"""The questions that the steps of a supervision ask, in the words of the official forms."""

from permissions.roles import Role
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
from workflows.questions.themes import COUNTED_AS
from workflows.rows import RowKind

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

PROPOSAL = [
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
]
PROPOSAL_MEETING = [*COUNT, PROCEEDINGS]
PLAN = [
    THEME,
    *PERIOD,
    Amount(name="days", label="Thời gian giám sát", least=1, most=400),
    UNIT,
    TEAM,
]
DROP = [Text(name="reason", label="Lý do", long=True)]
OUTLINE = [
    Text(name="outline", label="Đề cương gợi ý báo cáo", long=True),
    Text(name="schedule", label="Lịch làm việc", long=True),
    Text(name="tasks", label="Phân công trong đoàn", long=True),
]
REPORT = [
    SubjectOf(name="subject", label="Đối tượng báo cáo"),
    Text(name="number", label="Số, ký hiệu báo cáo", personal=False, most=40, required=False),
    Text(name="summary", label="Nội dung chính", long=True),
    File(name="scan", label="Tệp báo cáo", required=False),
]
REFUSAL = [SubjectOf(name="subject", label="Đối tượng"), PROCEEDINGS]
WORKING_SESSION = [*SESSION, OPINIONS]
VERIFICATION = [
    PLACE,
    CHAIR,
    Text(name="met", label="Người được gặp", help=ONE_A_LINE, long=True),
    Text(name="matters", label="Nội dung cần xác minh", long=True),
    Text(name="verified", label="Kết quả xác minh", long=True),
]
CONTENT = [
    SubjectOf(name="subject", label="Đối tượng"),
    Text(name="content", label="Nội dung và kết quả xem xét", long=True),
    COUNTED_AS,
]
DRAFT = [Text(name="draft", label="Nội dung dự thảo", long=True)]
CONFERENCE = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    SUBJECT_SIDE,
    OPINIONS,
    Text(name="conclusion", label="Kết luận hội nghị", long=True),
]
RESULT = [
    Text(name="strengths", label="Ưu điểm", long=True),
    Text(name="faults", label="Hạn chế, khuyết điểm", long=True),
    Text(name="causes", label="Nguyên nhân", long=True),
    Text(name="proposals", label="Kiến nghị", long=True),
]
RESULT_MEETING = [
    *COUNT,
    PLACE,
    CHAIR,
    ATTENDANCE,
    OPINIONS,
    Text(name="conclusion", label="Kết luận kỳ họp", long=True),
]
NOTICE = [
    Text(name="strengths", label="Ưu điểm", long=True),
    Text(name="faults", label="Hạn chế, khuyết điểm", long=True),
    Text(name="demands", label="Yêu cầu đối với đối tượng", long=True),
]
REMEDY = [
    RowOf(name="demand", label="Yêu cầu", of=[RowKind.DEMAND]),
    Text(name="number", label="Số, ký hiệu báo cáo", personal=False, most=40, required=False),
    Text(name="summary", label="Kết quả khắc phục", long=True),
]
ARCHIVE = [Text(name="archive", label="Mã lưu trữ", personal=False, most=40)]
EXTENSION = [
    Amount(name="days", label="Gia hạn thêm", least=1, most=200),
    Text(name="reason", label="Lý do", long=True),
]
NEW_TEAM = [TEAM, Text(name="reason", label="Lý do", long=True)]
AREA_PROPOSAL = [AREA, *PERIOD]
ASSIGNMENT = [AREA, *PERIOD, PostHolder(name="assigned", label="Người được phân công")]
OBSERVATION = [
    Choice(
        name="way",
        label="Cách thức",
        options=[
            ("truc_tiep", "Trực tiếp: dự họp, nghe báo cáo, trao đổi"),
            ("gian_tiep", "Gián tiếp: đọc báo cáo, biên bản, đơn thư"),
        ],
    ),
    PROCEEDINGS,
]
WATCH_REPORT = [
    Text(name="strengths", label="Ưu điểm", long=True),
    Text(name="faults", label="Hạn chế, khuyết điểm", long=True),
    Text(name="proposals", label="Kiến nghị", long=True),
]
REMINDER = [
    Text(name="faults", label="Khuyết điểm", long=True),
    Text(name="demands", label="Yêu cầu", long=True),
]
NEXT_WAY = [
    Choice(
        name="way",
        label="Hướng xử lý",
        options=[
            ("giam_sat_chuyen_de", "Giám sát chuyên đề"),
            ("kiem_tra_dau_hieu", "Kiểm tra khi có dấu hiệu vi phạm"),
        ],
    ),
    Text(name="reason", label="Lý do", long=True),
]
