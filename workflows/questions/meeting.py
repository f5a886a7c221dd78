"""The questions that the steps of a meeting ask."""

from workflows.inputs import Amount, Attendance, CaseOf, Choice, Day, PostHolder, RowOf, Text
from workflows.rows import RowKind

CALL = [
    Day(name="held_on", label="Ngày họp"),
    Text(name="starts", label="Giờ bắt đầu", personal=False, most=40, help="Ví dụ: 08 giờ 00."),
    Text(name="place", label="Địa điểm", personal=False, most=200),
    Text(name="chair", label="Người chủ trì", help="Họ và tên, chức vụ.", most=200),
    Text(name="recorder", label="Người ghi biên bản", help="Họ và tên, chức vụ.", most=200),
]
ITEM = [
    CaseOf(name="case", label="Hồ sơ"),
    Choice(
        name="purpose",
        label="Việc xem xét",
        options=[
            ("de_nghi", "Biểu quyết đề nghị (kỷ luật, xóa tên, ra khỏi Đảng)"),
            ("quyet_dinh", "Biểu quyết quyết định (kỷ luật, xóa tên, ra khỏi Đảng)"),
            ("xem_xet_lai", "Bỏ phiếu giải quyết khiếu nại, xem xét lại kỷ luật"),
            ("ket_luan", "Xem xét, kết luận"),
            ("khac", "Nghe báo cáo, cho ý kiến"),
        ],
    ),
]
DROP_ITEM = [
    RowOf(name="item", label="Nội dung trong chương trình", of=[RowKind.AGENDA]),
    Text(name="reason", label="Lý do", long=True),
]
INVITATION = [
    Text(name="content", label="Nội dung cuộc họp", most=300),
    Text(name="requests", label="Yêu cầu chuẩn bị", long=True, required=False),
]
ROLL = [Attendance(name="attendance", label="Điểm danh")]
RECUSAL = [
    PostHolder(name="person", label="Người đề nghị không biểu quyết"),
    CaseOf(name="case", label="Hồ sơ"),
    Text(name="reason", label="Lý do", long=True),
]
AT = Text(name="at", label="Lúc", personal=False, most=40, help="Ví dụ: 08 giờ 15.")
TAKE_UP = [RowOf(name="item", label="Nội dung trong chương trình", of=[RowKind.AGENDA]), AT]
FINISH = TAKE_UP
TAKE_BACK = [
    RowOf(
        name="entry",
        label="Lần ghi nhầm",
        of=[RowKind.ITEM_BEGUN, RowKind.ITEM_ENDED, RowKind.COUNT_VOID],
    ),
    Text(name="reason", label="Lý do", long=True),
]
VOID_COUNT = [
    CaseOf(name="case", label="Hồ sơ"),
    Amount(name="issued", label="Số phiếu phát ra"),
    Amount(name="returned", label="Số phiếu thu về"),
    Text(name="reason", label="Vì sao kết quả không có giá trị", long=True),
]
CLOSE = [
    Text(name="conclusion", label="Kết luận cuộc họp", long=True),
    Text(
        name="ended", label="Giờ kết thúc", personal=False, most=40, help="Ví dụ: 11 giờ 20.",
        required=False,
    ),
]  # fmt: skip
CANCEL = [Text(name="reason", label="Lý do", long=True)]

TASK = [
    Text(name="what", label="Việc phải làm", long=True),
    Text(name="who", label="Giao ai", help="Họ tên, chức vụ, hoặc tên tổ chức, đơn vị.", most=200),
    Day(name="due", label="Hạn hoàn thành"),
    CaseOf(name="case", label="Về hồ sơ, nếu có", required=False),
]
TASK_ENDED = [
    RowOf(name="task", label="Việc được giao", of=[RowKind.TASK]),
    Choice(
        name="result",
        label="Kết quả",
        options=[("xong", "Đã hoàn thành"), ("thoi", "Thôi không làm nữa, nêu lý do")],
    ),
    Text(name="note", label="Đã làm gì, hoặc lý do", long=True),
]
RESULTS = [Text(name="addressee", label="Nơi nhận thông báo", help="Mỗi nơi một dòng.", long=True)]
