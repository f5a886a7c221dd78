"""The questions that the steps of a removal ask, in the words of the official forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workflows import motions
from workflows.inputs import (
    Amount,
    BallotTotals,
    Bodies,
    BodyOf,
    Choice,
    Day,
    File,
    Input,
    MeetingOf,
    Months,
    Text,
)
from workflows.questions.discipline import COMPLAINT as COMPLAINT_LETTER
from workflows.questions.discipline import DELEGATION, NOTE, REASON, RECORDER, VOTE_AGAIN
from workflows.questions.supervision import (
    ARCHIVE,
    ATTENDANCE,
    CHAIR,
    ONE_A_LINE,
    OPINIONS,
    PLACE,
    SUBJECT_SIDE,
)
from workflows.removals import ANNULLED, OFFICIAL, PROBATIONARY, Answer, Ground, Silence, Violation

ASSISTING = BodyOf(
    name="assisting",
    label="Cơ quan tổ chức tham mưu",
    help="Ban tổ chức, ban xây dựng Đảng của cơ quan quyết định; không có thì để trống.",
    required=False,
)
VIOLATION = Choice(
    name="violation",
    label="Vi phạm của đảng viên",
    options=[(one.value, str(one.label)) for one in Violation],
)


def grounds_of(offered: Iterable[Ground]) -> Choice:
    """Which ground, of those that such a file may rest on."""
    options = [(one.value, f"{one.label[0].upper()}{one.label[1:]}") for one in offered]
    return Choice(name="ground", label="Căn cứ", options=options)


FACTS = Text(name="summary", label="Sự việc làm căn cứ", help="Mỗi việc một dòng.", long=True)
LEVELS = [
    Bodies(
        name="proposing",
        label="Các cấp ủy xem xét đề nghị sau chi bộ, từ dưới lên",
        required=False,
    ),
    BodyOf(name="deciding", label="Cơ quan quyết định"),
]
_WHO_ACTS = [*LEVELS, ASSISTING]
RAISE = [grounds_of(OFFICIAL), VIOLATION, FACTS, *_WHO_ACTS]
RAISE_PROBATIONARY = [
    grounds_of(PROBATIONARY),
    VIOLATION,
    Day(name="probation_ended", label="Ngày hết thời gian dự bị", required=False),
    FACTS,
    *_WHO_ACTS,
]
REQUEST_TO_LEAVE = [
    VIOLATION,
    Day(name="written_on", label="Ngày ghi trong đơn"),
    Text(name="summary", label="Lý do xin ra khỏi Đảng, ghi theo đơn", long=True),
    File(name="scan", label="Tệp đơn", required=False),
    *_WHO_ACTS,
]
RAISE_TRANSFER = [
    VIOLATION,
    Day(name="left_on", label="Ngày nhận giấy giới thiệu chuyển sinh hoạt đảng"),
    Text(name="from_cell", label="Chi bộ, tổ chức đảng nơi chuyển đi", personal=False, most=200),
    FACTS,
    LEVELS[1],
    ASSISTING,
]
RAISE_ANNULMENT = [
    grounds_of(ANNULLED),
    VIOLATION,
    Text(
        name="admission",
        label="Quyết định đã ban hành: tên, số, ngày, cơ quan",
        personal=False,
        most=300,
    ),
    Choice(
        name="by",
        label="Cơ quan này",
        options=[
            ("da_ban_hanh", "Là cơ quan đã ban hành quyết định đó"),
            ("ke_thua", "Kế thừa cơ quan đã ban hành, có cấp trên đồng ý bằng văn bản"),
        ],
    ),
    Text(
        name="consent",
        label="Văn bản đồng ý của cấp trên, khi là cơ quan kế thừa",
        personal=False,
        most=300,
        required=False,
    ),
    FACTS,
    LEVELS[1],
    ASSISTING,
]
PROOF = [
    Months(
        name="absent",
        label="Các tháng bỏ sinh hoạt không có lý do chính đáng",
        help="Mỗi tháng một dòng, ví dụ 05/2026; không phải liền nhau.",
        required=False,
    ),
    Months(
        name="unpaid",
        label="Các tháng không đóng đảng phí không có lý do chính đáng",
        help="Theo sổ thu đảng phí; mỗi tháng một dòng.",
        required=False,
    ),
    Day(name="card_on", label="Ngày trả hoặc hủy thẻ đảng viên", required=False),
    Day(name="educated_from", label="Chi bộ giáo dục, giúp đỡ từ ngày", required=False),
    Amount(
        name="unfit_years", label="Số năm liền vi phạm tư cách", least=1, most=20, required=False
    ),
    Amount(
        name="unfit_last", label="Năm cuối vi phạm tư cách", least=1990, most=2100, required=False
    ),
    Text(
        name="paper",
        label="Kết luận, nhận xét, bản án làm chứng cứ",
        help="Tên, số, ngày, cơ quan.",
        personal=False,
        most=300,
        required=False,
    ),
    Text(name="documents", label="Tài liệu kèm theo", help="Mỗi tài liệu một dòng.", long=True),
]
PAPER_PROOF = [PROOF[-2], PROOF[-1]]
WARNING = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    SUBJECT_SIDE,
    Text(name="proceedings", label="Việc nhắc nhở, biện pháp giáo dục, giúp đỡ", long=True),
    Text(name="promise", label="Ý kiến, cam kết của đảng viên", long=True, required=False),
]
CALL = [
    Day(name="called_for", label="Ngày phải nộp bản tự kiểm điểm, đến kiểm điểm"),
    PLACE,
    Text(name="outline", label="Nội dung phải kiểm điểm", help="Mỗi ý một dòng.", long=True),
]
SELF_CRITICISM = [
    Text(name="summary", label="Nội dung tự kiểm điểm", long=True),
    File(name="scan", label="Tệp bản tự kiểm điểm", required=False),
]
REFUSAL = [
    Choice(
        name="about",
        label="Vì sao không kiểm điểm",
        options=[(one.value, str(one.label)) for one in Silence],
    ),
    Text(name="proceedings", label="Các lần yêu cầu, lý do", long=True),
]
VOTE: list[Input] = [
    MeetingOf(name="meeting", label="Cuộc họp"),
    Choice(name="way", label="Biểu quyết bằng", options=motions.WAYS),
    Text(name="opinions", label=OPINIONS.label, help=OPINIONS.help, long=True),
    Text(name="conclusion", label="Kết luận của hội nghị", long=True),
    Text(
        name="observers",
        label="Người dự không biểu quyết",
        help=ONE_A_LINE,
        long=True,
        required=False,
    ),
    Text(
        name="tellers",
        label="Tổ kiểm phiếu, đếm thẻ, từ hai người",
        help="Mỗi người một dòng: họ và tên, nhiệm vụ.",
        long=True,
    ),
    BallotTotals(name="totals", label="Số phiếu, số thẻ", options=motions.OPTIONS),
]
RESOLUTION = [
    Text(name="attached", label="Hồ sơ gửi kèm", help="Mỗi tài liệu một dòng.", long=True)
]
APPRAISAL = [
    Text(name="conclusion", label="Ý kiến thẩm định", long=True),
    File(name="scan", label="Văn bản thẩm định", required=False),
]
SUBMIT = [
    Text(name="verified", label="Kết quả thẩm định hồ sơ, trình tự, số phiếu", long=True),
    Text(name="attached", label="Hồ sơ kèm theo", help="Mỗi tài liệu một dòng.", long=True),
]
DECIDE = [
    Text(name="executors", label="Nơi thi hành", help="Mỗi nơi một dòng.", long=True),
]
NEW_LEVELS = [
    *LEVELS,
    ASSISTING,
    replace(VIOLATION, required=False, help="Đã xem xét, xử lý xong vi phạm thì ghi lại."),
    REASON,
]
REFER_UP = [*LEVELS, ASSISTING, REASON]
ANNOUNCE = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    Text(
        name="subject_side",
        label="Người nhận quyết định, người chứng kiến",
        help=ONE_A_LINE,
        long=True,
    ),
    Choice(
        name="result",
        label="Việc nhận quyết định",
        options=[("da_nhan", "Đã ký nhận"), ("tu_choi_nhan", "Từ chối nhận, đã lập biên bản")],
    ),
    Choice(
        name="card",
        label="Thẻ đảng viên, huy hiệu Đảng",
        options=[
            ("da_thu", "Đã thu"),
            ("da_tra", "Người đó đã trả từ trước"),
            ("khong_thu", "Không thu được"),
        ],
    ),
    Text(name="card_note", label="Không thu được vì sao", long=True, required=False),
    Text(name="subject_opinion", label="Ý kiến của người nhận", long=True, required=False),
]
SEND_FILE = [
    Text(name="addressee", label="Nơi nhận hồ sơ, phiếu báo", personal=False, most=300),
    Text(name="papers_sent", label="Hồ sơ, phiếu báo đã gửi", long=True),
]
COMPLAINT = COMPLAINT_LETTER
COMPLAINT_RESULT = [
    Choice(
        name="answer",
        label="Kết quả giải quyết khiếu nại",
        options=[(one.value, str(one.label)) for one in Answer],
    ),
    Text(
        name="decision",
        label="Số, ngày quyết định giải quyết khiếu nại",
        personal=False,
        most=200,
    ),
]
# of a request to leave
PERSUASION = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    SUBJECT_SIDE,
    Text(name="proceedings", label="Việc trao đổi, động viên, ý kiến của đảng viên", long=True),
]
WITHDRAWAL = [
    Text(name="note", label="Lý do rút đơn", long=True),
    File(name="scan", label="Tệp đơn rút", required=False),
]
CERTIFICATE = [
    Day(name="admitted_on", label="Ngày vào Đảng"),
    Day(name="recognised_on", label="Ngày công nhận chính thức", required=False),
    Text(name="counted", label="Tuổi đảng được tính", personal=False, most=120),
]
# of a transfer that never arrived
ENQUIRY = [
    Text(name="addressee", label="Nơi được hỏi", help="Mỗi nơi một dòng.", long=True),
    Text(name="requests", label="Nội dung đề nghị xác nhận", help="Mỗi việc một dòng.", long=True),
]
CONFIRMATION = [
    Text(name="given_by", label="Nơi xác nhận chưa nộp hồ sơ chuyển sinh hoạt", most=200),
    Text(name="paper", label="Văn bản xác nhận: tên, số, ngày", personal=False, most=300),
    Text(name="proceedings", label="Nội dung xác nhận; lý do, nếu biết", long=True),
    File(name="scan", label="Tệp văn bản", required=False),
]
TOLD = [
    Text(name="addressee", label="Nơi gửi", help="Mỗi nơi một dòng.", long=True),
    Text(name="requests", label="Đề nghị nơi nhận", help="Mỗi việc một dòng.", long=True),
]
# of an admission that was wrong
EXPLANATION = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    SUBJECT_SIDE,
    Text(name="statement", label="Giải trình của người được xem xét, ghi đầy đủ", long=True),
    Text(
        name="wishes",
        label="Ý kiến của người giới thiệu, nơi đề nghị; chỉ đạo của cấp trên",
        long=True,
        required=False,
    ),
]

__all__ = ["ARCHIVE", "DELEGATION", "NOTE", "REASON", "VOTE_AGAIN"]
