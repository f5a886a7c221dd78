"""The questions that the steps of a discipline ask, in the words of the official forms."""

from law.authority import ORDINARY, SUPERIOR_TASK
from workflows.conditions.judgment import PENALTIES
from workflows.followed import ANSWER_BY
from workflows.forms import Form
from workflows.inputs import (
    Amount,
    BallotTotals,
    Bodies,
    BodyOf,
    Choice,
    Day,
    File,
    MeetingOf,
    PostHolder,
    Team,
    Text,
)
from workflows.questions.supervision import (
    ARCHIVE,
    ATTENDANCE,
    CHAIR,
    COUNT,
    ONE_A_LINE,
    OPINIONS,
    PLACE,
    SUBJECT_SIDE,
    TEAM,
    UNIT,
    VERIFICATION,
)
from workflows.questions.themes import COUNTED_AS

FORMS = [(form.value, str(form.label)) for form in Form]
VIOLATION = Text(
    name="violation",
    label="Nội dung vi phạm đã được kết luận",
    help="Mỗi nội dung một dòng.",
    long=True,
)
THEME = Text(name="theme", label="Việc được xem xét", personal=False, most=500)
REASON = Text(name="reason", label="Lý do", long=True)
REFUSED = Text(
    name="proceedings", label="Các lần mời, lý do không đến hoặc không thực hiện", long=True
)

RECORDER = Text(
    name="recorder",
    label="Người ghi biên bản",
    help="Họ và tên, chức vụ; để trống thì là người ghi bước này.",
    most=200,
    required=False,
)

#: Rank by rank upwards, as the table of authority calls them; what the register says counts when it is higher.
JUDGED_AS = Choice(
    name="judged_as",
    label="Xem xét theo diện",
    help="Đã thôi chức, nghỉ hưu thì theo diện khi còn đương chức; để trống thì theo danh bạ.",
    options=[
        ("chi_uy_vien", "Chi ủy viên"),
        ("cap_uy_vien", "Cấp ủy viên"),
        ("can_bo_cap_tren_quan_ly", "Cán bộ thuộc diện cấp ủy cấp trên quản lý"),
        ("uy_vien_trung_uong", "Ủy viên Ban Chấp hành Trung ương"),
    ],
    required=False,
)
SCOPE = Choice(
    name="scope",
    label="Vi phạm khi làm nhiệm vụ do cấp trên giao",
    help="Để trống: không.",
    options=[(ORDINARY, "Không"), (SUPERIOR_TASK, "Có")],
    required=False,
)
TAKE_UP = [
    Choice(
        name="route",
        label="Xem xét từ",
        options=[
            ("ket_luan", "Kết luận kiểm tra"),
            ("cap_duoi_de_nghi", "Đề nghị của tổ chức đảng cấp dưới"),
            ("tu_phat_hien", "Tổ chức đảng tự nắm được"),
            ("co_quan_khac", "Tài liệu của cơ quan pháp luật, thanh tra, kiểm toán"),
            ("cap_tren_xem_xet", "Cấp trên trực tiếp xem xét"),
            ("da_xu_ly_nha_nuoc", "Thông báo xử lý của cơ quan nhà nước, đoàn thể"),
            ("da_chuyen_noi_khac", "Vi phạm thấy sau khi chuyển đi, nơi cũ chưa xem xét"),
        ],
    ),
    THEME,
    VIOLATION,
    COUNTED_AS,
    JUDGED_AS,
    SCOPE,
]
LEVELS = [
    Bodies(
        name="proposing",
        label="Các tổ chức đảng bỏ phiếu đề nghị, từ dưới lên",
        required=False,
    ),
    BodyOf(name="deciding", label="Cơ quan quyết định"),
]
PLAN = [
    THEME,
    Text(name="tasks", label="Phân công", help="Mỗi dòng: họ và tên: việc.", long=True),
    Text(name="schedule", label="Lịch", help="Mỗi dòng: ngày: việc.", long=True),
    Text(name="outline", label="Gợi ý nội dung tự kiểm điểm", help="Mỗi ý một dòng.", long=True),
]
PRESENT = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    SUBJECT_SIDE,
    Text(name="proceedings", label="Việc đã công bố, lịch thống nhất", long=True),
    Text(name="outline", label="Gợi ý nội dung tự kiểm điểm", help="Mỗi ý một dòng.", long=True),
]
SELF_CRITICISM = [
    Choice(name="proposed_form", label="Hình thức đảng viên tự nhận", options=FORMS),
    Text(name="summary", label="Nội dung tự kiểm điểm", long=True),
    File(name="scan", label="Tệp bản tự kiểm điểm", required=False),
]
REFUSAL_TO_CRITICISE = [
    Choice(
        name="about", label="Việc không thực hiện", options=[("kiem_diem", "Không tự kiểm điểm")]
    ),
    REFUSED,
]
REFUSAL_TO_BE_HEARD = [
    Choice(
        name="about", label="Việc không thực hiện", options=[("trinh_bay", "Không đến trình bày")]
    ),
    REFUSED,
]
VOTE = [
    MeetingOf(name="meeting", label="Cuộc họp"),
    Text(name="opinions", label=OPINIONS.label, help=OPINIONS.help, long=True),
    Text(
        name="conclusion",
        label="Kết luận về nội dung, tính chất, mức độ, tác hại, nguyên nhân",
        long=True,
    ),
    Text(
        name="observers",
        label="Người dự không biểu quyết",
        help=ONE_A_LINE,
        long=True,
        required=False,
    ),
    Text(
        name="tellers",
        label="Tổ kiểm phiếu, từ hai người",
        help="Mỗi người một dòng: họ và tên, nhiệm vụ.",
        long=True,
    ),
    BallotTotals(name="totals", label="Số phiếu", options=FORMS),
    Text(name="envelope", label="Niêm phong, nơi giữ phiếu", most=200),
]
#: A cell votes on whoever leads it only with somebody of the committee above beside it.
CELL_VOTE = [
    *VOTE,
    Text(
        name="superior",
        label="Đại diện cấp trên chủ trì hoặc dự hội nghị",
        help="Khi xem xét bí thư chi bộ; mỗi người một dòng: họ và tên, chức vụ.",
        long=True,
        required=False,
    ),
]
PROPOSAL = [
    VIOLATION,
    Text(name="attached", label="Tài liệu gửi kèm", help="Mỗi tài liệu một dòng.", long=True),
]
APPRAISAL = [
    PLACE,
    CHAIR,
    ATTENDANCE,
    Text(name="matters", label="Nội dung thẩm tra", long=True),
    Text(name="verified", label="Kết quả thẩm tra", long=True),
    Text(name="conclusion", label="Nhận xét", long=True),
]
HEARING = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    SUBJECT_SIDE,
    Text(name="statement", label="Lời trình bày của đảng viên, ghi đầy đủ", long=True),
    Text(name="wishes", label="Đề nghị của đảng viên", long=True, required=False),
]
#: Spans that do not count; the law of limitation says which they are.
PAUSES = [
    Day(
        name="proceedings_from",
        label="Tố tụng hình sự về hành vi này, từ ngày",
        help="Thời gian tố tụng không tính vào thời hiệu; không có thì để trống.",
        required=False,
    ),
    Day(name="proceedings_to", label="Tố tụng đến ngày", required=False),
    Day(
        name="postponed_from",
        label="Chưa xem xét theo quy định, từ ngày",
        help="Như thai sản, điều trị nội trú; không có thì để trống.",
        required=False,
    ),
    Day(name="postponed_to", label="Chưa xem xét đến ngày", required=False),
]
LIMITATION = [
    Day(name="act_ended", label="Ngày kết thúc hành vi vi phạm"),
    Choice(
        name="act_kind",
        label="Loại vi phạm",
        options=[
            ("co_thoi_hieu", "Áp dụng thời hiệu"),
            ("khong_thoi_hieu", "Thuộc loại không áp dụng thời hiệu"),
        ],
    ),
    *PAUSES,
    Text(name="note", label="Nhận xét đối chiếu", long=True),
]
VOTE_AGAIN = [REASON]
DECISION = [
    VIOLATION,
    Text(
        name="article",
        label="Điều, khoản về xử lý kỷ luật",
        help="Chỉ ghi khi đã đọc toàn văn; để trống thì văn bản chỉ nêu quy định.",
        personal=False,
        most=200,
        required=False,
    ),
    Text(name="executors", label="Nơi thi hành", help="Mỗi nơi một dòng.", long=True),
    Text(
        name="handover",
        label="Thu thẻ, chuyển giao hồ sơ đảng viên",
        help="Bắt buộc khi khai trừ.",
        long=True,
        required=False,
    ),
]
HANDING_OVER = [
    PLACE,
    CHAIR,
    RECORDER,
    ATTENDANCE,
    SUBJECT_SIDE,
    Choice(
        name="result",
        label="Việc nhận quyết định",
        options=[("da_nhan", "Đã ký nhận"), ("tu_choi_nhan", "Từ chối nhận, đã lập biên bản")],
    ),
    Text(name="subject_opinion", label="Ý kiến của đảng viên", long=True, required=False),
    Text(
        name="witnesses",
        label="Người làm chứng, khi từ chối nhận",
        help=ONE_A_LINE,
        long=True,
        required=False,
    ),
]
NOTIFY = [
    Choice(
        name="called",
        label="Cách gọi trong văn bản",
        options=[("ông", "ông"), ("bà", "bà"), ("đồng chí", "đồng chí")],
        help="Người đã bị khai trừ gọi là ông hoặc bà.",
    ),
    Text(name="addressee", label="Nơi gửi", help="Mỗi nơi một dòng.", long=True),
    VIOLATION,
    Text(name="requests", label="Đề nghị nơi nhận", long=True),
    ANSWER_BY,
]
REPORT_UP = [
    Text(name="addressee", label="Nơi gửi", help="Mỗi nơi một dòng.", long=True),
    VIOLATION,
    Text(name="proposals", label="Theo dõi, giúp đỡ sau kỷ luật", long=True),
]
COMPLAINT = [
    Day(
        name="sent_on",
        label="Ngày gửi đơn",
        help="Gửi bưu điện thì lấy ngày dấu bưu điện.",
    ),
    Text(name="summary", label="Nội dung khiếu nại", long=True),
    File(name="scan", label="Tệp đơn", required=False),
]
NOTE = [Text(name="note", label="Ghi chú", long=True)]
TEAM_PLAN = [
    THEME,
    Amount(name="days", label="Thời gian xem xét", least=1, most=400),
    UNIT,
    Team(name="team", label="Đoàn xem xét kỷ luật", roles=TEAM.roles),
]
NEW_LEVELS = [*LEVELS, REASON]
RETURN = [Text(name="reason", label="Nội dung cần thẩm tra thêm", long=True)]
DELEGATION = [
    Text(name="document", label="Số văn bản ủy quyền", personal=False, most=120),
    Day(name="first_day", label="Có hiệu lực từ ngày"),
    Day(
        name="last_day",
        label="Đến hết ngày",
        help="Bị thu hồi thì ghi lại, ngày cuối là ngày trước ngày thu hồi.",
        required=False,
    ),
]
PROCEEDINGS = [
    Choice(
        name="act",
        label="Việc được thông báo",
        options=[
            ("kham_xet", "Khám xét"),
            ("bat", "Bắt"),
            ("khoi_to", "Khởi tố"),
            ("tam_giam", "Tạm giam"),
            ("gia_han", "Gia hạn biện pháp tố tụng"),
            ("truy_to", "Truy tố"),
            ("ban_an", "Bản án"),
            ("khong_co_toi", "Xác định không có tội"),
        ],
    ),
    Day(name="done_on", label="Ngày của việc đó"),
    Text(name="document", label="Số văn bản thông báo", personal=False, most=120),
    Text(name="authority", label="Cơ quan thông báo", personal=False, most=200),
    Text(name="summary", label="Nội dung thông báo", long=True),
]
JUDGMENT = [
    Text(name="number", label="Số bản án", personal=False, most=120),
    Text(name="court", label="Tòa án", personal=False, most=200),
    Day(name="judged_on", label="Ngày tuyên án"),
    Day(name="final_on", label="Ngày có hiệu lực pháp luật"),
    Choice(name="penalty", label="Hình phạt", options=PENALTIES[::-1]),
    JUDGED_AS,
    File(name="scan", label="Tệp bản án"),
]
AGREEMENT = [*COUNT, PLACE, CHAIR, OPINIONS]
EXPULSION = [
    VIOLATION,
    Text(name="executors", label="Nơi thi hành", help="Mỗi nơi một dòng.", long=True),
    Text(name="handover", label="Thu thẻ, chuyển giao hồ sơ đảng viên", long=True),
]
ADMISSION = Text(
    name="admission",
    label="Việc đảng viên nhận vi phạm, tự kiểm điểm",
    help="Chỉ làm cùng khi vi phạm đã rõ, đến mức kỷ luật và đảng viên tự nhận.",
    long=True,
)
MERGE = [THEME, VIOLATION, JUDGED_AS, SCOPE, *LEVELS]
MERGING_REQUEST = [VIOLATION, ADMISSION]
MERGING_LEAVE = [
    Text(name="addressee", label="Gửi đến", help="Đoàn kiểm tra, chi bộ.", most=200),
    REASON,
]
GONE = [
    Choice(
        name="cause",
        label="Lý do không xem xét tiếp",
        options=[("qua_doi", "Đã qua đời"), ("ra_khoi_dang", "Không còn là đảng viên")],
    ),
    Day(name="since", label="Từ ngày"),
    Text(name="conclusion", label="Kết luận về nội dung vi phạm", long=True),
]
CIRCULATION = [
    Text(name="receivers", label="Người, nơi nhận hồ sơ", help="Mỗi nơi một dòng.", long=True),
    Text(name="attached", label="Tài liệu sao gửi", help="Mỗi tài liệu một dòng.", long=True),
]
HEARER = [
    PostHolder(name="assigned", label="Người được phân công nghe"),
    Text(name="document", label="Văn bản, ý kiến phân công", personal=False, most=200),
]
CELL_PROPOSAL = [
    Text(name="addressee", label="Gửi đến", help="Tổ chức đảng cấp trên trực tiếp.", most=200),
    *PROPOSAL,
]

__all__ = ["ARCHIVE", "VERIFICATION"]
