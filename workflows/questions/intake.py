"""The questions of taking in and handling letters, in the words of the incoming book and its forms."""

from django.db.models import TextChoices

from workflows.inputs import Choice, Day, EnvelopeOf, Input, PaperOf, Text
from workflows.letters import Ground, Route, Sender, Source, Standing


def _options(of: type[TextChoices]) -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in of]


NO_NAMES = "Không ghi họ tên, địa chỉ hay chi tiết làm lộ người tố cáo."
ROUTE = Choice(name="route", label="Hướng xử lý", options=_options(Route))

REGISTRATION: list[Input] = [
    Choice(
        name="source",
        label="Loại đơn, nguồn thông tin",
        help="Theo nhận định ban đầu; phân loại lại ở bước sau.",
        options=_options(Source),
    ),
    Day(name="arrived_on", label="Ngày đến"),
    Day(name="postmarked_on", label="Ngày dấu bưu điện", required=False),
    Choice(
        name="sender_kind",
        label="Người gửi",
        help="Đơn có nội dung tố cáo, phản ánh: nhận phong bì danh tính trước rồi chỉ ghi bí danh.",
        options=_options(Sender),
    ),
    EnvelopeOf(name="envelope", label="Bí danh của phong bì danh tính", required=False),
    Text(
        name="sender",
        label="Họ tên, địa chỉ người khiếu nại, chất vấn; hoặc tên cơ quan gửi",
        help="Để trống khi danh tính nằm trong phong bì hoặc không rõ người gửi.",
        required=False,
        most=300,
    ),
    Text(
        name="sender_number",
        label="Số, ký hiệu văn bản của cơ quan gửi",
        required=False,
        personal=False,
        most=80,
    ),
    Text(name="summary", label="Trích yếu nội dung", help=NO_NAMES, long=True),
]

CLASSIFICATION: list[Input] = [
    Choice(name="nature", label="Phân loại", options=_options(Source)),
    Choice(name="standing", label="Tình trạng của người gửi", options=_options(Standing)),
    Choice(
        name="concrete",
        label="Nội dung",
        options=[("co", "Cụ thể, có thể kiểm tra được"), ("khong", "Không cụ thể")],
    ),
    Choice(
        name="settled",
        label="Đã giải quyết chưa",
        options=[
            ("chua", "Chưa, hoặc có chứng cứ mới"),
            ("da_xong", "Đã giải quyết xong, không có chứng cứ mới"),
        ],
    ),
    Text(
        name="competent",
        label="Cơ quan có thẩm quyền giải quyết",
        help="Ghi rõ tên cơ quan, tổ chức.",
        personal=False,
        most=200,
    ),
    ROUTE,
    Text(name="reason", label="Lý do phân loại, đề xuất", help=NO_NAMES, long=True),
]

DIRECTION: list[Input] = [ROUTE, Text(name="opinion", label="Ý kiến chỉ đạo", long=True)]
RETURN: list[Input] = [Text(name="reason", label="Lý do", long=True)]

FORWARDING: list[Input] = [
    Choice(
        name="direction",
        label="Chuyển đến",
        options=[
            ("cap_duoi", "Cấp dưới"),
            ("cap_tren", "Cấp trên"),
            ("co_quan_khac", "Cơ quan khác"),
        ],
    ),
    Text(name="receiver", label="Tên cơ quan, tổ chức nhận", personal=False, most=200),
    Text(name="attached", label="Tài liệu chuyển kèm, mỗi tài liệu một dòng", long=True),
    Text(name="reason", label="Lý do chuyển", help="Nêu thẩm quyền của nơi nhận.", long=True),
]

ACCEPTANCE: list[Input] = [
    Text(name="content", label="Nội dung được thụ lý", help=NO_NAMES, long=True),
]

SPLITTING: list[Input] = [
    Text(name="complaint", label="Phần khiếu nại, tiếp tục ở hồ sơ này", long=True),
    Text(name="denunciation", label="Phần tố cáo, lập hồ sơ riêng", help=NO_NAMES, long=True),
]
PART: list[Input] = [
    Text(name="denunciation", label="Nội dung phần tố cáo", help=NO_NAMES, long=True),
]
GUIDANCE: list[Input] = [
    Text(name="guidance", label="Nội dung hướng dẫn người gửi", long=True),
]

INFORMATION: list[Input] = [
    Choice(
        name="used_for",
        label="Dùng cho",
        options=[
            ("giam_sat", "Giám sát"),
            ("kiem_tra", "Xem xét kiểm tra khi có dấu hiệu vi phạm"),
            ("theo_doi", "Theo dõi, nắm tình hình"),
        ],
    ),
    Text(name="assessment", label="Tình hình nắm được, nhận định", help=NO_NAMES, long=True),
    Text(name="proposals", label="Đề xuất", long=True),
]

REFUSAL: list[Input] = [
    Choice(name="ground", label="Trường hợp", options=_options(Ground)),
    Text(name="reason", label="Lý do cụ thể", help=NO_NAMES, long=True),
]

NOTICE: list[Input] = [
    Text(name="message", label="Nội dung thông báo cho người gửi", long=True),
]

SENDING: list[Input] = [
    PaperOf(name="paper", label="Văn bản"),
    Choice(
        name="receiver",
        label="Người nhận",
        help="Họ tên, địa chỉ người tố cáo lấy từ phong bì danh tính, không ghi vào đây.",
        options=[("nguoi_gui", "Người gửi đơn"), ("noi_nhan", "Cơ quan nhận đơn chuyển")],
    ),
    Text(
        name="evidence",
        label="Số bưu phẩm, giấy nhận",
        help="Chỉ ghi số; không ghi họ tên.",
        most=80,
    ),
    Choice(
        name="result",
        label="Kết quả",
        options=[("da_nhan", "Đã nhận"), ("tu_choi_nhan", "Không nhận, trả lại")],
    ),
]

TAKING_UP: list[Input] = [
    Text(
        name="document", label="Số, ký hiệu văn bản thụ lý hoặc quyết định", personal=False, most=80
    ),
    Day(name="dated", label="Ngày văn bản"),
]
ARCHIVE: list[Input] = [
    Text(name="archive", label="Ký hiệu lưu", personal=False, most=60, required=False),
]
ANSWER: list[Input] = [
    Text(name="message", label="Nội dung trả lời đảng viên", long=True),
]
LONGER: list[Input] = [
    Day(name="until", label="Hẹn trả lời trước ngày"),
    Text(name="reason", label="Lý do cần thêm thời gian, đã báo người hỏi", long=True),
]
