"""The questions of settling a denunciation, in the words of the official forms; none asks who denounced."""

from workflows.conditions.denunciation import FREELY, NOT_OURS, OF_A_MEMBER, OF_AN_ORGANISATION
from workflows.conditions.inspection import CELL_SCOPE
from workflows.inputs import Amount, Choice, Day, Input, SubjectOf, Team, Text
from workflows.inputs import FindingOf as _FindingOf
from workflows.letters import IN_THE_LIST
from workflows.questions import inspection
from workflows.questions.intake import FORWARDING, NO_NAMES, NOTICE
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
    PROCEEDINGS,
    REMEDY,
    SUBJECT_SIDE,
    TEAM,
    UNIT,
)
from workflows.questions.themes import COUNTED_AS

ABOUT_RESULT, ABOUT_TERM = "ket_qua", "gia_han"
ACCUSED = "Thành phần của người bị tố cáo, tổ chức đảng quản lý"

TEAM = Team(name="team", label="Đoàn giải quyết tố cáo", roles=TEAM.roles)
THEME = Text(name="theme", label="Nội dung tố cáo", help=NO_NAMES, personal=False, most=500)
PERIOD = (
    Day(name="period_from", label="Mốc thời gian xem xét, từ ngày"),
    Day(name="period_to", label=PERIOD[1].label),
)
SESSION: list[Input] = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    Text(name="subject_side", label=ACCUSED, help=ONE_A_LINE, long=True),
    Text(name="proceedings", label=PROCEEDINGS.label, help=NO_NAMES, long=True),
]
FINDING = _FindingOf(name="finding", label="Nội dung tố cáo")
REASON = Text(name="reason", label="Lý do", help=NO_NAMES, long=True)

RECEIPT: list[Input] = [
    Day(
        name="received_on",
        label="Ngày tổ chức có thẩm quyền nhận đơn",
        help="Thời hạn giải quyết tính từ ngày này.",
    ),
    THEME,
]
CELL_SCOPE_OF = Choice(name="scope", label="Nội dung tố cáo thuộc việc gì", options=CELL_SCOPE)
FORWARDED_BY = Text(
    name="forwarded_by",
    label="Phiếu chuyển đơn của cấp trên: số, ngày",
    help="Danh tính người tố cáo ở phong bì của cơ quan chuyển đơn; không ghi vào hồ sơ này.",
    personal=False,
    most=120,
)
SENDER_CHECK: list[Input] = [
    PLACE,
    CHAIR,
    Choice(
        name="confirmed",
        label="Kết quả làm việc",
        options=[
            ("xac_nhan", "Người tố cáo nhận đơn là của mình, có năng lực hành vi"),
            ("chua_gap", "Chưa gặp được, phải làm việc lại"),
            ("mao_ten", "Người có tên trong đơn không viết đơn"),
            ("khong_nang_luc", "Người tố cáo không có năng lực hành vi dân sự"),
        ],
    ),
    Text(name="matters", label="Từng nội dung tố cáo đã xác định", help=NO_NAMES, long=True),
    Text(name="papers_given", label="Tài liệu, chứng cứ giao nộp", long=True, required=False),
    Choice(
        name="protection",
        label="Bảo vệ người tố cáo",
        options=[
            ("giu_bi_mat", "Giữ bí mật danh tính"),
            ("giu_bi_mat_va_bao_ve", "Giữ bí mật danh tính và có biện pháp bảo vệ khác"),
        ],
    ),
]
REFUSAL: list[Input] = [
    Choice(
        name="ground",
        label="Trường hợp",
        options=[(one.value, str(one.label)) for one in IN_THE_LIST],
    ),
    REASON,
]
NOTES = [Text(name="note", label="Ghi chú", help=NO_NAMES, long=True)]
FORWARD: list[Input] = [*FORWARDING, *NOTICE]


def _field(fields: dict[str, tuple[str, str]]) -> Choice:
    options = [(code, label) for code, (label, _begins) in fields.items()]
    return Choice(
        name="field",
        label="Nội dung tố cáo thuộc",
        options=[*options, (NOT_OURS, "Không thuộc các nội dung trên")],
    )


PROPOSED: list[Input] = [
    THEME,
    *PERIOD,
    _field(OF_A_MEMBER),
    Text(name="reasons", label="Căn cứ, nhận định", help=NO_NAMES, long=True),
]
PROPOSED_OF_AN_ORGANISATION: list[Input] = [
    _field(OF_AN_ORGANISATION) if one.name == "field" else one for one in PROPOSED
]
PLAN: list[Input] = [
    THEME,
    *PERIOD,
    Amount(name="days", label="Thời gian giải quyết", least=1, most=400),
    UNIT,
    TEAM,
]
OUTLINE: list[Input] = [
    Text(name="outline", label="Đề cương gợi ý báo cáo giải trình", help=NO_NAMES, long=True),
    Text(name="schedule", label="Lịch làm việc", long=True),
    Text(name="tasks", label="Phân công trong đoàn", long=True),
]
VERIFICATION: list[Input] = [
    PLACE,
    CHAIR,
    Text(name="met", label="Người được gặp", help=f"{ONE_A_LINE} Không gặp người tố cáo ở đây.", long=True),
    Text(name="matters", label="Nội dung cần xác minh", help=NO_NAMES, long=True),
    Text(name="verified", label="Kết quả xác minh", help=NO_NAMES, long=True),
]  # fmt: skip
#: There is no result between right and wrong: what is partly right is two contents.
ONE_RESULT_EACH = "Đúng một phần thì ghi phần đúng, phần không đúng thành hai nội dung."
CONTENT: list[Input] = [
    SubjectOf(name="subject", label="Người, tổ chức bị tố cáo"),
    Text(
        name="content", label="Một nội dung tố cáo", help=f"{ONE_RESULT_EACH} {NO_NAMES}", long=True
    ),
    COUNTED_AS,
]
#: The four results, as the law names them.
RESULTS = (
    ("sai", "Sai"),
    ("khong_co_so", "Không có cơ sở, không đủ căn cứ"),
    ("dung_khuyet_diem", "Đúng, có khuyết điểm"),
    ("dung_vi_pham", "Đúng, có vi phạm"),
)
ASSESSMENT: list[Input] = [
    FINDING,
    Text(name="explained", label="Giải trình của người bị tố cáo", long=True),
    Text(name="verified", label="Kết quả thẩm tra, xác minh", help=NO_NAMES, long=True),
    Choice(name="proposed", label="Đoàn đề xuất kết luận", options=RESULTS),
]
EXCHANGE: list[Input] = [*SESSION, OPINIONS]
CONFERENCE: list[Input] = [
    *(one for one in SESSION if one.name != "proceedings"),
    OPINIONS,
    Text(name="conclusion", label="Kết luận hội nghị", long=True),
]
FULL_CONFERENCE: list[Input] = [
    *(one for one in inspection.FULL_CONFERENCE if one.name in ("called_count", "present_count", "absent")),
    *CONFERENCE,
]  # fmt: skip
RESULT: list[Input] = [
    Text(name="assessment", label="Đánh giá chung, nguyên nhân, trách nhiệm", long=True),
    Text(name="proposals", label="Đề xuất", help=NO_NAMES, long=True),
]
MEETING: list[Input] = [
    *COUNT,
    PLACE,
    CHAIR,
    ATTENDANCE,
    Text(
        name="subject_opinion",
        label="Ý kiến của người bị tố cáo, ghi nguyên văn",
        help="Ý kiến này được đọc đầy đủ tại kỳ họp.",
        long=True,
    ),
    OPINIONS,
    Text(name="conclusion", label="Kết luận kỳ họp", help=NO_NAMES, long=True),
]
CONCLUSION: list[Input] = [
    Text(name="assessment", label="Nhận định chung", help=NO_NAMES, long=True),
    Text(name="demands", label="Yêu cầu, xử lý", long=True),
]
RESULT_TO_SENDER: list[Input] = [
    Choice(
        name="way",
        label="Hình thức thông báo",
        options=[
            ("van_ban", "Gửi văn bản qua phong bì danh tính"),
            ("truc_tiep", "Mời đến, thông báo trực tiếp"),
        ],
    ),
    Choice(name="about", label="Thông báo về", options=[(ABOUT_RESULT, "Kết quả giải quyết")]),
    Text(
        name="message",
        label="Lời nhắn thêm",
        help="Kết luận từng nội dung được ghi sẵn; không ghi hình thức xử lý, không ghi tên người khác.",
        long=True,
        required=False,
    ),
]
REFUSAL_TO_SENDER: list[Input] = [RESULT_TO_SENDER[1], *NOTICE]
LONGER: list[Input] = [*EXTENSION, *NOTICE]
FREELY_WITHDRAWN = Choice(
    name="freely",
    label="Vì sao rút",
    options=[
        (FREELY, "Tự nguyện"),
        ("de_doa", "Bị đe dọa, ép buộc"),
        ("mua_chuoc", "Bị mua chuộc"),
    ],
)
WITHDRAWN: list[Input] = [
    PLACE,
    CHAIR,
    Choice(
        name="scope",
        label="Rút",
        options=[("toan_bo", "Toàn bộ nội dung tố cáo"), ("mot_phan", "Một phần nội dung")],
    ),
    Text(name="matters", label="Nội dung được rút", help=NO_NAMES, long=True),
    FREELY_WITHDRAWN,
    Text(name="proceedings", label="Nội dung làm việc", help=NO_NAMES, long=True),
]
STOP: list[Input] = [FREELY_WITHDRAWN, REASON]
FREEZE: list[Input] = [
    Day(name="congress_on", label="Ngày khai mạc đại hội"),
    Text(name="congress", label="Đại hội", personal=False, most=200),
    Text(name="handed_to", label="Cấp ủy khóa mới tiếp nhận", personal=False, most=200),
    REASON,
]
FALSE_ON_PURPOSE: list[Input] = [
    FINDING,
    Text(name="signs", label="Dấu hiệu cố ý tố cáo sai", help=f"Mỗi dấu hiệu một dòng. {NO_NAMES}", long=True),
    Text(name="proposals", label="Đề xuất", help=NO_NAMES, long=True),
]  # fmt: skip
NEW_TEAM = [TEAM, REASON]
RETURN = [Text(name="reason", label="Nội dung cần thẩm tra thêm", help=NO_NAMES, long=True)]
EXPLANATION, REFUSED, HEAD = inspection.EXPLANATION, inspection.REFUSAL, inspection.HEAD
COLLECTIVE_EXPLANATION, AGREEMENT = inspection.COLLECTIVE_EXPLANATION, inspection.AGREEMENT

__all__ = ["ARCHIVE", "REMEDY", "SUBJECT_SIDE"]
