"""The questions that the steps of an inspection ask, in the words of the official forms."""

from workflows.inputs import Amount, Choice, Day, File, SubjectOf, Team, Text
from workflows.questions.supervision import (
    ARCHIVE,
    ATTENDANCE,
    CHAIR,
    COUNT,
    ONE_A_LINE,
    OPINIONS,
    PERIOD,
    PLACE,
    REMEDY,
    SESSION,
    TEAM,
    UNIT,
)

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

PROPOSAL = [
    Choice(
        name="source",
        label="Nguồn dấu hiệu",
        options=[
            ("giam_sat", "Kết quả giám sát"),
            ("nam_tinh_hinh", "Nắm tình hình, thông tin của tổ chức"),
            ("don_thu", "Đơn thư"),
            ("co_quan_khac", "Cơ quan pháp luật, thanh tra, kiểm toán"),
        ],
    ),
    THEME,
    *PERIOD,
    Text(name="reasons", label="Dấu hiệu vi phạm, căn cứ", long=True),
]
FOLLOW_UP = [THEME, *PERIOD]
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
RETURN = [Text(name="reason", label="Nội dung cần thẩm tra thêm", long=True)]
NOTICE = [
    Text(name="strengths", label="Ưu điểm", long=True),
    Text(name="faults", label="Khuyết điểm, vi phạm", long=True),
    Text(name="demands", label="Yêu cầu", long=True),
]

__all__ = ["ARCHIVE", "PERIOD", "REMEDY", "SESSION", "TEAM", "THEME"]
