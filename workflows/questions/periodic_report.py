"""The questions that a periodic report asks: the days it covers, and free words; never a figure."""

from workflows.inputs import BodyOf, Day, Text

PERIOD = [
    Day(name="first_day", label="Kỳ báo cáo, từ ngày"),
    Day(
        name="last_day",
        label="đến hết ngày",
        help="Đúng các ngày của báo cáo thống kê đã chốt ở trang Nộp báo cáo.",
    ),
    BodyOf(name="to", label="Gửi cơ quan cấp trên"),
]
DROP = [Text(name="reason", label="Lý do", long=True)]
WORDS = [
    Text(
        name="background",
        label="Đặc điểm, tình hình; việc lãnh đạo, chỉ đạo trong kỳ",
        help="Số liệu do phần mềm ghi từ báo cáo thống kê đã chốt; ở đây chỉ ghi lời.",
        long=True,
    ),
    Text(name="strengths", label="Ưu điểm", long=True),
    Text(name="faults", label="Hạn chế, khuyết điểm", long=True),
    Text(name="causes", label="Nguyên nhân", long=True, required=False),
    Text(name="ahead", label="Nhiệm vụ kỳ tới", long=True),
    Text(name="proposals", label="Kiến nghị, đề xuất", long=True, required=False),
]
ARCHIVE = [Text(name="archive", label="Mã lưu trữ", personal=False, most=40)]
