"""The questions that the steps of a complaint about a removal ask, and those of the restoration after it."""

from workflows import motions
from workflows.conditions.removal_complaint import (
    AT_THE_TOP,
    DECIDED_BELOW,
    FOR_ANOTHER,
    NO_DECISION,
    OWN,
)
from workflows.inputs import BallotTotals, BodyOf, Choice, Day, File, Text
from workflows.questions.discipline import HANDING_OVER, NOTE, REASON
from workflows.questions.removal import VOTE
from workflows.questions.supervision import ARCHIVE, ATTENDANCE, CHAIR, PLACE
from workflows.removals import Answer

LODGE = [
    Text(name="decision", label="Quyết định xóa tên: số, ngày, cơ quan", personal=False, most=300),
    Day(name="received_on", label="Ngày nhận quyết định xóa tên"),
    Day(name="sent_on", label="Ngày gửi đơn", help="Gửi bưu điện thì lấy ngày dấu bưu điện."),
    Choice(
        name="by",
        label="Người khiếu nại",
        options=[(OWN, "Chính người bị xóa tên"), (FOR_ANOTHER, "Khiếu nại thay người khác")],
    ),
    Choice(
        name="state",
        label="Tình trạng việc bị khiếu nại",
        options=[
            (DECIDED_BELOW, "Đã có quyết định, cấp cao nhất chưa kết luận"),
            (NO_DECISION, "Chưa có quyết định xóa tên"),
            (AT_THE_TOP, "Cấp có thẩm quyền cao nhất đã kết luận"),
        ],
    ),
    Text(name="summary", label="Nội dung khiếu nại", help="Mỗi ý một dòng.", long=True),
    File(name="scan", label="Tệp đơn", required=False),
    BodyOf(name="deciding", label="Cấp ủy giải quyết khiếu nại"),
]
REFUSE = [
    Text(name="addressee", label="Người gửi đơn", most=200),
    Text(name="reason", label="Lý do không giải quyết, theo quy định", long=True),
]
VERIFY = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    Text(name="verified", label="Kết quả thẩm tra: căn cứ, trình tự, số phiếu", long=True),
    Text(name="statement", label="Ý kiến của người khiếu nại", long=True, required=False),
]
REPORT = [
    Text(name="proposals", label="Đề xuất hướng giải quyết", long=True),
    Text(name="attached", label="Hồ sơ kèm theo", help="Mỗi tài liệu một dòng.", long=True),
]
VOTE_ON_THE_ANSWER = [
    VOTE[0],
    Choice(
        name="answer",
        label="Phương án đưa ra biểu quyết",
        options=[(one.value, str(one.label)) for one in Answer],
    ),
    *VOTE[1:-1],
    BallotTotals(name="totals", label="Số phiếu, số thẻ", options=motions.OPTIONS),
]
DECIDE = [
    Text(name="reason", label="Lý do giải quyết như vậy", long=True),
    Text(name="executors", label="Nơi thi hành", help="Mỗi nơi một dòng.", long=True),
]
RESTORE = [
    Choice(
        name="route",
        label="Vì sao phục hồi",
        options=[
            ("khieu_nai", "Quyết định giải quyết khiếu nại hủy quyết định xóa tên"),
            ("thay_sai", "Cấp có thẩm quyền tự thấy quyết định xóa tên sai"),
        ],
    ),
    Text(
        name="annulling", label="Văn bản hủy, kết luận: số, ngày, cơ quan", personal=False, most=300
    ),
    Text(name="wrong", label="Quyết định xóa tên bị hủy: số, ngày", personal=False, most=300),
    Text(name="summary", label="Lý do", help="Mỗi ý một dòng.", long=True),
]
__all__ = ["ARCHIVE", "HANDING_OVER", "NOTE", "REASON"]
