"""The questions that undoing a wrongful discipline asks."""

from collections.abc import Iterable
from typing import Any

from workflows.inputs import BodyOf, Choice, Day, File, Text
from workflows.questions.accountability import answer_for
from workflows.questions.discipline import NOTE, REASON, RECORDER
from workflows.questions.supervision import ARCHIVE, ATTENDANCE, CHAIR, PLACE, SUBJECT_SIDE
from workflows.wrongful import Apology, Condition, Speaker, Undone, Way

ONE_A_LINE = "Mỗi việc một dòng."


def _options(several: Iterable[Any]) -> list[tuple[str, str]]:
    return [(one.value, str(one.label)) for one in several]


_OF_MEMBER = (
    Undone.REPRIMAND, Undone.WARNING, Undone.REMOVAL, Undone.RESIGNED, Undone.EXPULSION, Undone.LEFT,
)  # fmt: skip
_OF_ORGANISATION = (Undone.REPRIMAND, Undone.WARNING, Undone.DISSOLUTION)


def _raised(undone: Iterable[Undone], condition: Iterable[Condition]) -> list[Any]:
    """What is said when the matter is raised: which discipline, of whom, why it may be wrongful."""
    return [
        Text(name="theme", label="Việc đã bị kỷ luật", personal=False, most=500),
        Choice(
            name="signal",
            label="Xem xét từ",
            options=[
                ("khieu_nai", "Quyết định giải quyết khiếu nại"),
                ("cap_tren", "Cấp trên xem xét lại"),
                ("phap_luat", "Kết luận, quyết định, bản án của cơ quan pháp luật"),
                ("de_nghi", "Đề nghị của người bị kỷ luật, thân nhân, tổ chức đảng"),
                ("tu_phat_hien", "Tổ chức đảng tự thấy"),
            ],
        ),
        Choice(name="undone", label="Đã áp dụng", options=_options(undone)),
        Text(
            name="decision",
            label="Quyết định kỷ luật",
            help="Số, ngày, cơ quan ban hành.",
            personal=False,
            most=200,
        ),
        Day(name="decided_on", label="Ngày quyết định kỷ luật"),
        BodyOf(
            name="deciding",
            label="Tổ chức đảng đã quyết định kỷ luật",
            help="Đã kết thúc hoạt động thì chọn tổ chức tiếp nhận, hoặc cấp trên trực tiếp.",
        ),
        Choice(name="condition", label="Hiện nay", options=_options(condition)),
        Text(name="signs", label="Vì sao có thể là oan", help=ONE_A_LINE, long=True),
    ]


PROPOSE = _raised(
    _OF_MEMBER, (Condition.ALIVE, Condition.DEAD, Condition.INCAPABLE, Condition.MISSING)
)
PROPOSE_ORGANISATION = _raised(
    _OF_ORGANISATION, (Condition.WORKING, Condition.DISSOLVED, Condition.ENDED)
)

_RESOLVED = Text(
    name="resolved",
    label="Biên bản họp của cơ quan quyết định",
    help="Số, ngày biên bản; tập thể quyết định thì mới ban hành.",
    personal=False,
    most=200,
)
_EXECUTORS = Text(name="executors", label="Nơi thi hành", help="Mỗi nơi một dòng.", long=True)
_ADDRESSEE = Text(name="addressee", label="Nơi gửi", help="Mỗi nơi một dòng.", long=True)
_CONFIRMED_BY = [
    Choice(
        name="basis",
        label="Căn cứ",
        options=[
            ("to_chuc_dang", "Kết luận, quyết định của tổ chức đảng có thẩm quyền"),
            ("phap_luat", "Kết luận, quyết định, bản án của cơ quan pháp luật"),
        ],
    ),
    Text(
        name="basis_paper",
        label="Văn bản làm căn cứ",
        help="Tên, số, ngày, cơ quan ban hành.",
        personal=False,
        most=300,
    ),
    Day(name="basis_on", label="Ngày văn bản làm căn cứ"),
]
CONFIRM = [
    *_CONFIRMED_BY,
    _RESOLVED,
    Text(name="findings", label="Vì sao xác định là oan", help=ONE_A_LINE, long=True),
]
NOT_WRONGFUL = [_RESOLVED, REASON]
EXCLUDE = [
    Choice(
        name="case",
        label="Trường hợp",
        options=[
            ("khong_giu_tu_cach", "Sau khi bị kỷ luật oan không giữ được tư cách đảng viên"),
            ("khac", "Trường hợp khác"),
        ],
    ),
    _RESOLVED,
    REASON,
]
ANNUL = [_RESOLVED, _EXECUTORS]
NOTE_ANNULLED = [
    Text(
        name="annulment",
        label="Quyết định đã hủy",
        help="Số, ngày, cơ quan ban hành: giải quyết khiếu nại, hoặc của cấp trên.",
        personal=False,
        most=200,
    ),
    Day(name="annulled_on", label="Ngày quyết định đã hủy"),
]
TELL = [
    _ADDRESSEE,
    Day(name="answer_by", label="Đề nghị trả lời trước hết ngày"),
]
WISHES = [
    Choice(
        name="speaker",
        label="Người nêu",
        options=_options((Speaker.SELF, Speaker.HEIRS, Speaker.NOBODY)),
    ),
    Text(
        name="name",
        label="Họ và tên, quan hệ với người bị kỷ luật oan",
        most=300,
        required=False,
    ),
    Choice(
        name="apology",
        label="Mong muốn được xin lỗi bằng",
        options=[*_options(Apology), ("khong_neu", "Không nêu")],
    ),
    Choice(
        name="application",
        label="Đơn xin phục hồi",
        options=[("co", "Có đơn"), ("khong", "Chưa có đơn")],
    ),
    Text(name="wishes", label="Nguyện vọng khác, ghi đầy đủ", long=True, required=False),
    File(name="scan", label="Tệp đơn", required=False),
]
WISHES_OF_ORGANISATION = [
    Choice(
        name="speaker",
        label="Người nêu",
        options=_options((Speaker.REPRESENTATIVE, Speaker.NOBODY)),
    ),
    *WISHES[1:],
]
PLAN = [
    Choice(name="apology", label="Hình thức xin lỗi", options=_options(Apology)),
    Text(name="considered", label="Tiếp thu nguyện vọng", long=True),
    Day(name="apology_due", label="Xin lỗi xong trước hết ngày"),
    Day(name="restoration_due", label="Phục hồi xong trước hết ngày"),
    Text(name="restoration", label="Quyền lợi sẽ phục hồi", help=ONE_A_LINE, long=True),
    Text(name="tasks", label="Phân công", help=ONE_A_LINE, long=True),
    _RESOLVED,
]
_WORDS = Text(name="words", label="Lời xin lỗi, cải chính, ghi nguyên văn", long=True)
APOLOGISE = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    Text(
        name="superior",
        label="Đại diện tổ chức đảng cấp trên trực tiếp",
        help="Họ và tên, chức vụ.",
        most=200,
    ),
    SUBJECT_SIDE,
    _WORDS,
    Text(name="subject_opinion", label="Ý kiến của bên được xin lỗi", long=True, required=False),
]
PUBLISH = [
    _WORDS,
    Text(
        name="at_work",
        label="Đăng ở nơi làm việc",
        help="Báo, trang thông tin điện tử; không còn nơi làm việc thì để trống.",
        most=200,
        required=False,
    ),
    Text(
        name="at_home",
        label="Đăng ở nơi cư trú, nơi tổ chức đảng hoạt động",
        help="Báo, trang thông tin điện tử.",
        most=200,
    ),
    Day(name="published_on", label="Ngày đăng"),
]
RESTORE = [
    Choice(
        name="way",
        label="Phục hồi bằng",
        options=_options((Way.INTERESTS, Way.POST, Way.EQUIVALENT, Way.MEMBERSHIP)),
    ),
    Text(name="restored", label="Các quyền lợi được phục hồi", help=ONE_A_LINE, long=True),
    Text(
        name="post",
        label="Chức vụ, vị trí công tác",
        help="Khi phục hồi chức vụ hoặc bố trí tương đương.",
        personal=False,
        most=200,
        required=False,
    ),
    _RESOLVED,
    _EXECUTORS,
]
RESTORE_ORGANISATION = [
    Choice(
        name="way",
        label="Phục hồi bằng",
        options=_options((Way.INTERESTS, Way.REFOUNDED, Way.REASSESSED)),
    ),
    RESTORE[1],
    Text(
        name="committee",
        label="Cấp ủy lâm thời được chỉ định",
        help="Khi thành lập lại: mỗi người một dòng, họ và tên, chức vụ.",
        long=True,
        required=False,
    ),
    _RESOLVED,
    _EXECUTORS,
]
TAKE_BACK = [
    Text(name="cell", label="Chi bộ tiếp nhận", personal=False, most=200),
    Day(name="from_on", label="Sinh hoạt trở lại từ ngày"),
    Text(name="note", label="Việc trả thẻ, hồ sơ đảng viên; tuổi đảng", long=True),
]
NOTIFY = [
    _ADDRESSEE,
    Text(name="requests", label="Đề nghị nơi nhận", help=ONE_A_LINE, long=True),
]
NOTIFY_OF_ORGANISATION = [
    *NOTIFY,
    Choice(
        name="successor",
        label="Tổ chức đảng kế thừa, tiếp nhận",
        options=[("co", "Có trong nơi gửi"), ("khong_co", "Không có tổ chức kế thừa")],
    ),
]
ANSWER_FOR = answer_for(
    "Trách nhiệm của nơi tham mưu, quyết định kỷ luật oan",
    help="Kiểm tra, kỷ luật thì ghi số hồ sơ đã lập theo hồ sơ này.",
)

__all__ = ["ARCHIVE", "NOTE"]
