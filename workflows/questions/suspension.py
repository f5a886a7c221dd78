"""The questions that the steps of a suspension ask, in the words of the official forms."""

from workflows.forms import Form
from workflows.inputs import Amount, BodyOf, Choice, Day, File, Text
from workflows.questions.discipline import COMPLAINT as COMPLAINT_LETTER
from workflows.questions.discipline import HANDING_OVER as HANDED
from workflows.questions.discipline import NOTE, REASON, RECORDER
from workflows.questions.supervision import ARCHIVE, ATTENDANCE, CHAIR, PLACE, SUBJECT_SIDE
from workflows.suspensions import Cause, Ground, LegalAct

#: What a member can be disciplined with while suspended, and what an organisation can.
_OF_MEMBER = [(form.value, str(form.label)) for form in Form]
_OF_ORGANISATION = [
    (Form.NONE.value, str(Form.NONE.label)),
    (Form.REPRIMAND.value, str(Form.REPRIMAND.label)),
    (Form.WARNING.value, str(Form.WARNING.label)),
    ("giai_tan", "Giải tán"),
]
THEME = Text(name="theme", label="Việc đang được kiểm tra, xem xét", personal=False, most=500)
SIGNS = Text(
    name="signs",
    label="Dấu hiệu vi phạm, hành vi gây trở ngại",
    help="Mỗi việc một dòng, nêu ngày, tài liệu làm căn cứ.",
    long=True,
)
DECIDING = BodyOf(name="deciding", label="Cơ quan quyết định đình chỉ")
PROPOSE = [THEME, SIGNS, DECIDING]
PROCEEDINGS = [
    Choice(
        name="ground",
        label="Trường hợp",
        options=[
            (one.value, str(one.label).capitalize())
            for one in (Ground.PROSECUTED, Ground.DETAINED, Ground.CHARGED)
        ],
    ),
    Text(
        name="act_paper",
        label="Văn bản của cơ quan tiến hành tố tụng",
        help="Tên, số, ngày, cơ quan ban hành.",
        personal=False,
        most=300,
    ),
]
PROPOSE_IN_PROCEEDINGS = [
    THEME,
    *PROCEEDINGS,
    Text(name="signs", label="Nội dung được thông báo", help="Mỗi việc một dòng.", long=True),
    DECIDING,
]
SUBMIT = [Text(name="attached", label="Tài liệu gửi kèm", help="Mỗi tài liệu một dòng.", long=True)]
HEAR = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    SUBJECT_SIDE,
    Text(name="statement", label="Lời trình bày, ghi đầy đủ", long=True),
    Text(name="wishes", label="Đề nghị của đối tượng", long=True, required=False),
]
DECLINE = [REASON]

FROM = Day(name="from_on", label="Đình chỉ từ ngày")
_RESOLVED = Text(
    name="resolved",
    label="Biên bản họp của cơ quan quyết định",
    help="Số, ngày biên bản; tập thể quyết định thì mới ban hành.",
    personal=False,
    most=200,
)
_WHY = Text(name="reason", label="Lý do đình chỉ ghi trong quyết định", long=True)
_EXECUTORS = Text(name="executors", label="Nơi thi hành", help="Mỗi nơi một dòng.", long=True)
DECIDE = [
    FROM,
    Amount(
        name="days",
        label="Thời hạn",
        help="Theo đơn vị của quy định ngày ký: ngày, hoặc ngày làm việc.",
        least=1,
        most=400,
    ),
    _RESOLVED,
    _WHY,
    _EXECUTORS,
]
UNTIL = Day(
    name="until",
    label="Thời hạn tố tụng đến hết ngày",
    help="Theo văn bản của cơ quan tiến hành tố tụng; chưa biết thì để trống.",
    required=False,
)
DECIDE_IN_PROCEEDINGS = [FROM, UNTIL, _RESOLVED, _WHY, _EXECUTORS]
HANDING_OVER = HANDED
NOTIFY = [
    Text(name="addressee", label="Nơi gửi", help="Mỗi nơi một dòng.", long=True),
    Text(name="requests", label="Đề nghị nơi nhận", help="Mỗi việc một dòng.", long=True),
]
EXTEND = [
    Amount(name="days", label="Gia hạn thêm", least=1, most=400),
    _RESOLVED,
    REASON,
    _EXECUTORS,
]
EXTEND_IN_PROCEEDINGS = [
    Day(name="until", label="Thời hạn tố tụng được gia hạn đến hết ngày"),
    _RESOLVED,
    REASON,
    _EXECUTORS,
]
NOTICE = [
    Choice(
        name="act",
        label="Việc được thông báo",
        options=[(one.value, str(one.label)) for one in LegalAct],
    ),
    Text(name="paper", label="Văn bản: tên, số, cơ quan", personal=False, most=300),
    Day(name="happened_on", label="Ngày của việc đó"),
    Day(name="received_on", label="Ngày tổ chức đảng nhận thông báo"),
    Text(name="summary", label="Nội dung", long=True),
    File(name="scan", label="Tệp văn bản", required=False),
]
_DECISION = Text(name="decision", label="Số, ngày quyết định kỷ luật", personal=False, most=200)
DISCIPLINED = [
    Choice(name="result", label="Kết quả xem xét kỷ luật", options=_OF_MEMBER),
    _DECISION,
]
ORGANISATION_DISCIPLINED = [
    Choice(name="result", label="Kết quả xem xét kỷ luật", options=_OF_ORGANISATION),
    _DECISION,
]
LIFT = [
    Day(name="returns_on", label="Trở lại từ ngày"),
    Choice(name="cause", label="Lý do", options=[(one.value, str(one.label)) for one in Cause]),
    _RESOLVED,
    Text(name="reason", label="Căn cứ, nhận xét", long=True),
    _EXECUTORS,
]
RETURNING = HANDED
COMPLAINT = COMPLAINT_LETTER

__all__ = ["ARCHIVE", "NOTE"]
