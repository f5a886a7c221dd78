"""The questions that the steps of an inspection ask, in the words of the official forms."""

from workflows.conditions.inspection import CELL_SCOPE
from workflows.followed import ANSWER_BY
from workflows.inputs import Amount, Choice, Day, File, PostHolder, RowOf, SubjectOf, Team, Text
from workflows.questions.supervision import (
    ARCHIVE,
    ATTENDANCE,
    CHAIR,
    COUNT,
    EXTENSION,
    ONE_A_LINE,
    OPINIONS,
    PERIOD,
    PLACE,
    REMEDY,
    SESSION,
    TEAM,
    UNIT,
)
from workflows.questions.themes import COUNTED_AS
from workflows.rows import RowKind

TEAM = Team(name="team", label="Đoàn kiểm tra", roles=TEAM.roles)
THEME = Text(name="theme", label="Nội dung kiểm tra", personal=False, most=500)
PERIOD = (
    Day(name="period_from", label="Mốc thời gian kiểm tra, từ ngày"),
    Day(name="period_to", label=PERIOD[1].label),
)
SUBJECT_OPINION = Text(
    name="subject_opinion",
    label="Ý kiến của đối tượng, ghi nguyên văn",
    help="Ý kiến này được đọc đầy đủ tại kỳ họp.",
    long=True,
)

ONE_LINE_EACH = "Mỗi nội dung một dòng."
SOURCE = Choice(
    name="source",
    label="Nguồn dấu hiệu",
    options=[
        ("giam_sat", "Kết quả giám sát"),
        ("nam_tinh_hinh", "Nắm tình hình, thông tin của tổ chức"),
        ("don_thu", "Đơn thư"),
        ("co_quan_khac", "Cơ quan pháp luật, thanh tra, kiểm toán"),
    ],
)
SCOPE = Choice(name="scope", label="Dấu hiệu vi phạm thuộc việc gì", options=CELL_SCOPE)
SCREENING = [
    SOURCE,
    THEME,
    *PERIOD,
    Text(name="situation", label="Tình hình nắm được", long=True),
    Text(name="proposals", label="Hướng đề xuất", long=True),
]
PROPOSAL = [
    SOURCE,
    THEME,
    *PERIOD,
    Text(name="reasons", label="Dấu hiệu vi phạm, căn cứ", long=True),
]
FOLLOW_UP = [THEME, *PERIOD]
UPWARD = [
    Text(name="addressee", label="Tổ chức đảng có thẩm quyền", help="Mỗi nơi một dòng.", long=True),
    Text(name="signs", label="Dấu hiệu vi phạm", help="Mỗi dấu hiệu một dòng.", long=True),
    Text(name="reason", label="Vì sao thuộc thẩm quyền của cấp trên", long=True),
]
HANDED_UP = [Text(name="note", label="Nơi nhận, ngày gửi báo cáo", long=True)]
AGREEMENT = [
    PostHolder(name="in_charge", label="Thành viên phụ trách"),
    PostHolder(name="directed_by", label="Phó chủ nhiệm chỉ đạo đoàn kiểm tra"),
    Text(name="opinion", label="Ý kiến", long=True),
]
DROP = [Text(name="reason", label="Lý do", long=True)]
PLAN = [
    THEME,
    *PERIOD,
    Amount(name="days", label="Thời gian kiểm tra", least=1, most=400),
    UNIT,
    TEAM,
]
OUTLINE = [
    Text(name="outline", label="Đề cương gợi ý báo cáo giải trình", long=True),
    Text(name="schedule", label="Lịch làm việc", long=True),
    Text(name="tasks", label="Phân công trong đoàn", long=True),
]
EXPLANATION = [
    SubjectOf(name="subject", label="Đối tượng giải trình"),
    Text(name="summary", label="Nội dung giải trình", long=True),
    File(name="scan", label="Tệp báo cáo", required=False),
]
REFUSAL = [
    SubjectOf(name="subject", label="Đối tượng"),
    Text(name="proceedings", label="Các lần yêu cầu, lý do", long=True),
]
VERIFICATION = [
    PLACE,
    CHAIR,
    Text(name="met", label="Người được gặp", help=ONE_A_LINE, long=True),
    Text(name="matters", label="Nội dung cần xác minh", long=True),
    Text(name="verified", label="Kết quả xác minh", long=True),
]
TRANSFER = [
    Text(name="addressee", label="Cơ quan nhận hồ sơ", help="Mỗi nơi một dòng.", long=True),
    Text(name="signs", label="Dấu hiệu cần xem xét", help="Mỗi dấu hiệu một dòng.", long=True),
    Text(name="attached", label="Hồ sơ chuyển kèm", help="Mỗi tài liệu một dòng.", long=True),
]
RECOMMENDATION = [
    Text(name="addressee", label="Nơi nhận kiến nghị", help="Mỗi nơi một dòng.", long=True),
    Text(name="proposals", label="Nội dung kiến nghị", help="Mỗi nội dung một dòng.", long=True),
]
LETTER = [
    Text(name="addressee", label="Nơi được đề nghị", help="Mỗi nơi một dòng.", long=True),
    Text(name="content", label="Việc cần làm rõ", most=300),
    Text(
        name="requests", label="Nội dung đề nghị xác minh", help="Mỗi nội dung một dòng.", long=True
    ),
]
EXCHANGE = [*SESSION, OPINIONS]
CONTENT = [
    SubjectOf(name="subject", label="Đối tượng"),
    Text(name="content", label="Nội dung kiểm tra và kết quả thẩm tra", long=True),
    COUNTED_AS,
]
CONFERENCE = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    *(question for question in SESSION if question.name == "subject_side"),
    OPINIONS,
    Text(name="conclusion", label="Kết luận hội nghị", long=True),
]
RESULT = [
    Text(name="strengths", label="Ưu điểm", long=True),
    Text(name="faults", label="Khuyết điểm, vi phạm", long=True),
    Text(name="causes", label="Nguyên nhân, trách nhiệm", long=True),
    Text(name="proposals", label="Đề xuất", long=True),
]
MEETING = [
    *COUNT,
    PLACE,
    CHAIR,
    ATTENDANCE,
    SUBJECT_OPINION,
    OPINIONS,
    Text(name="conclusion", label="Kết luận kỳ họp", long=True),
]
REQUEST = [
    Text(name="addressee", label="Tổ chức đảng được yêu cầu", help="Mỗi nơi một dòng.", long=True),
    Text(name="requests", label="Nội dung yêu cầu", help=ONE_LINE_EACH, long=True),
    Text(name="attached", label="Hồ sơ gửi kèm", help="Mỗi tài liệu một dòng.", long=True),
]
TO_ACT = [
    Text(name="addressee", label="Nơi được đề nghị", help="Mỗi nơi một dòng.", long=True),
    Text(name="signs", label="Việc cần xem xét", help="Mỗi việc một dòng.", long=True),
    Text(name="requests", label="Nội dung đề nghị", help=ONE_LINE_EACH, long=True),
]
ALIGNMENT = [
    Text(name="addressee", label="Cơ quan, đoàn thể", help="Mỗi nơi một dòng.", long=True),
    Text(name="requests", label="Nội dung đề nghị", help=ONE_LINE_EACH, long=True),
    ANSWER_BY,
]
EXAMINATION = [
    Text(name="addressee", label="Cơ quan chuyên môn", help="Mỗi nơi một dòng.", long=True),
    Text(name="content", label="Việc cần giám định, cho ý kiến", most=300),
    Text(name="requests", label="Câu hỏi chuyên môn", help="Mỗi câu một dòng.", long=True),
    Text(name="attached", label="Tài liệu, mẫu vật gửi kèm", help="Mỗi thứ một dòng.", long=True),
]
EXAMINED = [
    RowOf(name="examination", label="Yêu cầu giám định", of=[RowKind.EXAMINATION]),
    Choice(
        name="outcome",
        label="Kết quả",
        options=[
            ("da_co", "Đã có kết luận giám định, ý kiến chuyên môn"),
            ("khong_co", "Không có kết quả, ghi rõ lý do"),
        ],
    ),
    Text(name="verified", label="Nội dung kết quả, lý do", long=True),
    File(name="scan", label="Tệp", required=False),
]
NEW_SIGNS = [
    Text(
        name="others", label="Đối tượng khác có dấu hiệu", help="Mỗi đối tượng một dòng.", long=True
    ),
    Text(name="signs", label="Dấu hiệu vi phạm", help="Mỗi dấu hiệu một dòng.", long=True),
    Text(name="proposals", label="Đề xuất", long=True),
]
SIGNS_ANSWER = [
    RowOf(name="signs", label="Báo cáo của đoàn", of=[RowKind.NEW_SIGNS]),
    Choice(
        name="answer",
        label="Quyết định",
        options=[
            ("kiem_tra", "Lập hồ sơ kiểm tra đối tượng đó"),
            ("khong_kiem_tra", "Không kiểm tra, nêu lý do"),
            ("chuyen", "Chuyển nơi có thẩm quyền"),
        ],
    ),
    Text(name="reason", label="Lý do", long=True),
]
CRIME_SIGNS = [
    Text(name="signs", label="Dấu hiệu tội phạm", help="Mỗi dấu hiệu một dòng.", long=True),
    Text(name="attached", label="Tài liệu kèm theo", help="Mỗi tài liệu một dòng.", long=True),
    Text(name="proposals", label="Đề xuất", long=True),
]
SUSPENSION = [
    SubjectOf(name="subject", label="Đối tượng"),
    Text(name="obstruction", label="Hành vi gây trở ngại", long=True),
    Text(name="proposals", label="Đề nghị", long=True),
]
NEW_TEAM = [TEAM, Text(name="reason", label="Lý do", long=True)]
HEAD = [
    SubjectOf(name="subject", label="Tổ chức đảng"),
    Text(
        name="head",
        label="Người đứng đầu",
        help="Họ và tên, chức vụ trong thời gian được kiểm tra.",
        most=200,
    ),
    Choice(
        name="responsibility",
        label="Trách nhiệm của người đứng đầu",
        options=[
            ("truc_tiep", "Trực tiếp vi phạm"),
            ("lanh_dao", "Chịu trách nhiệm lãnh đạo, chỉ đạo"),
            ("lien_doi", "Để xảy ra vi phạm do thiếu kiểm tra, giám sát"),
            ("khong", "Không có trách nhiệm"),
        ],
    ),
    Text(name="assessment", label="Nhận xét, chứng cứ", long=True),
]
COLLECTIVE_EXPLANATION = [
    SubjectOf(name="subject", label="Tổ chức đảng giải trình"),
    Text(name="number", label="Số, ký hiệu báo cáo", personal=False, most=40, required=False),
    Text(name="agreed_by", label="Tập thể thông qua", help="Cuộc họp, ngày họp.", most=200),
    Text(name="summary", label="Nội dung giải trình của tập thể", long=True),
    File(name="scan", label="Tệp báo cáo", required=False),
]
FULL_CONFERENCE = [
    Amount(name="called_count", label="Số thành viên được triệu tập", least=1),
    Amount(name="present_count", label="Số thành viên có mặt", least=1),
    Text(
        name="absent",
        label="Vắng mặt, lý do",
        help="Mỗi người một dòng: họ tên, lý do.",
        long=True,
        required=False,
    ),
    *CONFERENCE,
]
RETURN = [Text(name="reason", label="Nội dung cần thẩm tra thêm", long=True)]
NOTICE = [
    Text(name="strengths", label="Ưu điểm", long=True),
    Text(name="faults", label="Khuyết điểm, vi phạm", long=True),
    Text(name="demands", label="Yêu cầu", long=True),
]

__all__ = ["ARCHIVE", "EXTENSION", "PERIOD", "REMEDY", "SESSION", "TEAM", "THEME"]
