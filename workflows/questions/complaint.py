"""The questions that the steps of a complaint ask, and those of a superior's own review of a decision."""

from django.db.models import TextChoices

from workflows.complaints import About, Cause, Filer, Finding, Ground, Proposal
from workflows.inputs import Amount, BodyOf, Choice, Day, File, Team, Text
from workflows.questions.accountability import answer_for
from workflows.questions.discipline import COMPLAINT, HANDING_OVER, NOTE, REASON, RECORDER, VOTE
from workflows.questions.supervision import (
    ARCHIVE,
    ATTENDANCE,
    CHAIR,
    ONE_A_LINE,
    OPINIONS,
    PLACE,
    SUBJECT_SIDE,
    TEAM,
    UNIT,
)
from workflows.reviews import Outcome


def _options(words: type[TextChoices]) -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in words]


DISCIPLINE = Text(
    name="discipline",
    label="Số hồ sơ kỷ luật",
    help="Mở từ chính hồ sơ kỷ luật thì để trống.",
    personal=False,
    most=24,
    required=False,
)
_YES = [("co", "Có")]
CONTENTS = [
    Choice(
        name=f"about_{value}", label=f"Khiếu nại về {label.lower()}", options=_YES, required=False
    )
    for value, label in _options(About)
]
RECEIVE = [
    DISCIPLINE,
    Day(name="sent_on", label="Ngày gửi đơn", help="Gửi bưu điện thì lấy ngày dấu bưu điện."),
    Day(name="arrived_on", label="Ngày nhận đơn"),
    Choice(name="filer", label="Người khiếu nại", options=_options(Filer)),
    *CONTENTS,
    Text(name="grounds", label="Các nội dung khiếu nại", help="Mỗi nội dung một dòng.", long=True),
    File(name="scan", label="Tệp đơn", required=False),
]
CHECK = [
    Choice(
        name="proposal",
        label="Đề xuất",
        options=[
            *_options(Proposal),
            *((value, f"Không giải quyết: {label.lower()}") for value, label in _options(Ground)),
        ],
    ),
    Text(name="reason", label="Nhận xét điều kiện, lý do đề xuất", long=True),
]
REFUSE = [REASON]
FORWARD = [
    BodyOf(name="to", label="Cơ quan có thẩm quyền giải quyết"),
    REASON,
    Text(name="attached", label="Tài liệu chuyển kèm", help="Mỗi tài liệu một dòng.", long=True),
]
OPEN = [
    Amount(name="days", label="Thời gian làm việc của đoàn", least=1, most=400),
    UNIT,
    Team(name="team", label="Đoàn giải quyết khiếu nại", roles=TEAM.roles),
    Text(name="schedule", label="Các bước tiến hành", help="Mỗi bước một dòng.", long=True),
]
PRESENT = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    SUBJECT_SIDE,
    Text(name="proceedings", label="Việc đã công bố, lịch thống nhất", long=True),
]
_MET = Text(name="met", label="Bên làm việc", help=ONE_A_LINE, long=True)
_MATTERS = Text(name="matters", label="Nội dung làm việc", help="Mỗi ý một dòng.", long=True)
_SAID = Text(name="verified", label="Ý kiến, tài liệu của bên làm việc", long=True)
WORK = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    _MET,
    _MATTERS,
    _SAID,
]
NOT_MET = [
    Choice(
        name="about",
        label="Việc không thực hiện",
        options=[("lam_viec", "Người khiếu nại không đến làm việc")],
    ),
    Text(name="proceedings", label="Các lần mời, lý do không đến", long=True),
]
NOT_COME = [
    Choice(
        name="about",
        label="Việc không thực hiện",
        options=[("lam_viec", "Không đến làm việc")],
    ),
    Text(name="proceedings", label="Các lần mời, lý do không đến", long=True),
]
EXAMINE = [
    Choice(name="about", label="Nội dung khiếu nại", options=_options(About)),
    Text(name="content", label="Nội dung cụ thể", most=1000),
    Text(name="verified", label="Kết quả thẩm tra, xác minh", long=True),
    Choice(name="finding", label="Nhận xét", options=_options(Finding)),
]
EXCHANGE = [PLACE, CHAIR, ATTENDANCE, _MET, _MATTERS, _SAID]
CONFER = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    SUBJECT_SIDE,
    OPINIONS,
    Text(name="conclusion", label="Kết luận hội nghị", long=True),
]
REPORT = [
    Choice(name="proposed", label="Đề nghị của đoàn", options=_options(Outcome)),
    Text(name="assessment", label="Nhận xét, đánh giá", long=True),
    Text(name="proposals", label="Đề nghị cụ thể", help="Mỗi đề nghị một dòng.", long=True),
    Text(name="dissent", label="Ý kiến chưa thống nhất", long=True, required=False),
]
RETURN = [Text(name="reason", label="Nội dung cần thẩm tra thêm", long=True)]
REFER = [
    Text(
        name="addressee",
        label="Kính gửi",
        help="Cơ quan có thẩm quyền quyết định hình thức đó.",
        most=200,
    ),
    REASON,
    Text(name="attached", label="Tài liệu trình kèm", help="Mỗi tài liệu một dòng.", long=True),
]
DECIDE = [
    Text(name="reason", label="Nhận xét về nội dung khiếu nại", help="Mỗi ý một dòng.", long=True),
    Text(
        name="posts",
        label="Chức vụ bị cách",
        help="Chỉ ghi khi thay đổi thành cách chức; mỗi chức vụ một dòng.",
        long=True,
        required=False,
    ),
    Text(name="executors", label="Nơi thi hành", help="Mỗi nơi một dòng.", long=True),
]
WITHDRAW = [
    Day(name="letter_on", label="Ngày của đơn xin rút"),
    Choice(
        name="free",
        label="Người khiếu nại tự nguyện rút",
        options=[("co", "Tự nguyện, không bị vận động, gây sức ép"), ("khong", "Chưa xác nhận")],
    ),
    REASON,
    File(name="scan", label="Tệp đơn xin rút", required=False),
]
EXTEND = [
    Amount(name="days", label="Gia hạn thêm", least=1, most=400),
    REASON,
]
#: A superior that reviews a decision without a complaint says what is wrong with it.
TAKE_UP = [
    DISCIPLINE,
    Choice(name="cause", label="Thấy quyết định kỷ luật", options=_options(Cause)),
    *CONTENTS,
    Text(name="grounds", label="Những điểm phải xem xét lại", help="Mỗi điểm một dòng.", long=True),
    Text(name="reason", label="Nguồn thông tin, lý do xem xét lại", long=True),
]
ANSWER_FOR = answer_for("Trách nhiệm của nơi đã xử lý không đúng mức")

__all__ = ["ARCHIVE", "COMPLAINT", "HANDING_OVER", "NOTE", "RECORDER", "VOTE"]
