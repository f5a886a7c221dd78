"""The vocabulary of values that papers are made of: each has one name, one label and one shape."""

from dataclasses import dataclass

from documents import shapes
from documents.shapes import Shape


@dataclass(frozen=True)
class Field:
    """One value a paper may ask for; `label` is how a refusal names it to an officer."""

    name: str
    label: str
    shape: Shape


#: What a secret ballot is about: a body with the power decides, any other proposes.
MOTIONS = DECIDES, PROPOSES, REVIEWS = (
    "thi hành kỷ luật", "đề nghị thi hành kỷ luật", "giải quyết khiếu nại, xem xét lại hình thức kỷ luật",
)  # fmt: skip

#: The forms of discipline (Điều lệ Đảng): those of a member, and the one that ends an organisation.
FORMS = REPRIMAND, WARNING, REMOVAL, EXPULSION, DISSOLUTION = (
    "khiển trách", "cảnh cáo", "cách chức", "khai trừ", "giải tán",
)  # fmt: skip

#: What a restoration says more of: which post is given back, who leads what is founded again.
POST_GIVEN_BACK = "Phục hồi chức vụ"
EQUIVALENT_POST = "Bố trí vị trí công tác, chức vụ tương đương"
REFOUNDED = "Thành lập lại, chỉ định cấp ủy lâm thời"

#: How fast a paper is to be carried, from the slowest mark on; the last one names its hour.
URGENCIES = *_, BY_THE_HOUR = "khẩn", "thượng khẩn", "hỏa tốc", "hỏa tốc hẹn giờ"

FIELDS = {
    field.name: field
    for field in (
        # What the matter is about
        Field("subject", "đối tượng kiểm tra, giám sát hoặc được xem xét", shapes.names),
        Field("content", "nội dung kiểm tra, giám sát hoặc xem xét", shapes.line),
        Field("period", "mốc thời gian kiểm tra, giám sát", shapes.line),
        Field("duration", "thời gian làm việc của đoàn", shapes.line),
        Field("grounds", "căn cứ ban hành", shapes.grounds),
        Field("host", "tổ chức đảng chủ trì hội nghị hoặc gửi báo cáo", shapes.line),
        Field("venue", "địa điểm", shapes.line),
        # Who
        Field("team", "thành phần đoàn", shapes.people),
        Field("signatory", "người ký", shapes.person),
        Field("addressee", "nơi gửi", shapes.names),
        Field("recipients", "nơi nhận", shapes.names),
        Field("leaving", "người thôi tham gia đoàn", shapes.people),
        Field("joining", "người bổ sung vào đoàn", shapes.people),
        Field("met", "người được gặp để xác minh", shapes.people),
        Field("handed_by", "người giao hồ sơ", shapes.person),
        Field("received_by", "người nhận hồ sơ", shapes.person),
        # Meetings
        Field("held_on", "ngày họp, ngày làm việc", shapes.day),
        Field("started", "giờ bắt đầu", shapes.line),
        Field("ended", "giờ kết thúc", shapes.line),
        Field("chair", "người chủ trì", shapes.person),
        Field("recorder", "người ghi biên bản", shapes.person),
        Field(
            "present", "thành phần của bên kiểm tra, giám sát hoặc thành phần dự họp", shapes.people
        ),
        Field(
            "subject_present", "thành phần của đối tượng, tổ chức đảng có liên quan", shapes.people
        ),
        Field("absent", "người vắng mặt và lý do", shapes.people),
        Field("other_side", "người ký phía đối tượng", shapes.person),
        Field("opinions", "ý kiến phát biểu", shapes.rows(name="người phát biểu", text="ý kiến")),
        Field("subject_opinion", "ý kiến của đối tượng", shapes.paragraphs),
        Field("conclusion", "kết luận", shapes.paragraphs),
        Field("votes", "kết quả biểu quyết", shapes.tally),
        Field(
            "roll",
            "số người được triệu tập và số có mặt",
            shapes.counts(called="số người được triệu tập", present="số người có mặt"),
        ),
        Field(
            "agenda",
            "từng nội dung họp và kết quả",
            shapes.rows(matter="nội dung", result="kết quả"),
        ),
        Field(
            "tasks",
            "việc giao sau cuộc họp",
            shapes.rows(what="việc phải làm", who="giao ai", due="hạn"),
        ),
        Field("lessons", "việc cần rút kinh nghiệm", shapes.paragraphs),
        # The periodic report: figures as they were filed, and what is planned
        Field("reported", "kỳ báo cáo", shapes.line),
        Field("counted_on", "ngày chốt số liệu", shapes.day),
        Field(
            "figures",
            "số liệu đã chốt",
            shapes.rows(part="phần", what="nội dung", figure="số liệu"),
        ),
        Field("ahead", "nhiệm vụ kỳ tới", shapes.paragraphs),
        Field("agreed_timetable", "lịch làm việc thống nhất", shapes.paragraphs),
        # Proposal, plan and outline
        Field("source", "cơ sở đề xuất", shapes.paragraphs),
        Field("assessment", "khái quát, nhận định tình hình", shapes.paragraphs),
        Field("purpose", "mục đích, yêu cầu", shapes.paragraphs),
        Field("method", "phương pháp, các bước tiến hành", shapes.paragraphs),
        Field("arrangements", "tổ chức thực hiện", shapes.paragraphs),
        Field("questions", "nội dung gợi ý báo cáo", shapes.paragraphs),
        Field("rules", "nội quy làm việc của đoàn", shapes.paragraphs),
        Field(
            "assignments",
            "bảng phân công nhiệm vụ",
            shapes.rows(("post",), name="họ và tên", post="chức vụ", task="nhiệm vụ"),
        ),
        Field(
            "timetable",
            "lịch làm việc",
            shapes.rows(("place",), on="thời gian", work="nội dung", place="địa điểm"),
        ),
        # What was found
        Field("matters", "nội dung làm việc, xác minh", shapes.paragraphs),
        Field("verified", "kết quả xác minh", shapes.paragraphs),
        Field("papers_given", "hồ sơ, tài liệu cung cấp", shapes.paragraphs),
        Field("identity", "đặc điểm, tình hình", shapes.paragraphs),
        Field("answers", "nội dung báo cáo theo đề cương", shapes.paragraphs),
        Field(
            "results",
            "kết quả từng nội dung",
            shapes.rows(
                ("reported",),
                content="nội dung",
                reported="đối tượng báo cáo",
                verified="kết quả kiểm tra, giám sát",
                finding="nhận xét",
            ),
        ),
        Field("background", "khái quát đặc điểm, tình hình", shapes.paragraphs),
        Field("strengths", "ưu điểm", shapes.paragraphs),
        Field("faults", "hạn chế, khuyết điểm", shapes.paragraphs),
        Field("causes", "nguyên nhân, trách nhiệm", shapes.paragraphs),
        Field("proposals", "kiến nghị, đề xuất", shapes.paragraphs),
        Field("dissent", "ý kiến chưa thống nhất", shapes.paragraphs),
        Field("signs", "dấu hiệu vi phạm và hướng xử lý", shapes.paragraphs),
        Field("others", "đối tượng khác có dấu hiệu vi phạm", shapes.paragraphs),
        Field("head_answers", "trách nhiệm của người đứng đầu", shapes.paragraphs),
        Field("observed", "việc đã theo dõi, nắm được", shapes.paragraphs),
        Field("ways", "cách giám sát", shapes.paragraphs),
        # What is asked, and what follows
        Field("requests", "hồ sơ, tài liệu yêu cầu cung cấp", shapes.paragraphs),
        Field("demands", "yêu cầu đối với đối tượng", shapes.paragraphs),
        Field("due_on", "thời hạn thực hiện", shapes.day),
        Field("reason", "lý do", shapes.paragraphs),
        Field("old_limit", "thời hạn cũ", shapes.line),
        Field("new_limit", "thời hạn mới", shapes.line),
        Field("receipt", "việc giao, nhận văn bản", shapes.paragraphs),
        Field(
            "remedied",
            "kết quả khắc phục từng yêu cầu",
            shapes.rows(("left",), demand="yêu cầu", done="kết quả khắc phục", left="việc còn lại"),
        ),
        # Inspection: rights, findings, and who is asked to go on
        Field("rights", "quyền của đối tượng kiểm tra", shapes.paragraphs),
        Field("duties", "trách nhiệm của đối tượng kiểm tra", shapes.paragraphs),
        Field("weighing", "tình tiết giảm nhẹ, tăng nặng", shapes.paragraphs),
        Field(
            "findings",
            "kết luận từng nội dung",
            shapes.rows(
                ("outcome",), content="nội dung", conclusion="kết luận", outcome="hướng xử lý"
            ),
        ),
        Field(
            "finding_votes",
            "biểu quyết từng nội dung",
            shapes.rows(
                counted=("yes", "no", "other"),
                content="nội dung",
                conclusion="kết luận",
                yes="tán thành",
                no="không tán thành",
                other="ý kiến khác",
            ),
        ),
        Field("lower_body", "tổ chức đảng cấp dưới được yêu cầu xem xét", shapes.line),
        Field("lower_body_due_on", "thời hạn tổ chức đảng cấp dưới báo cáo", shapes.day),
        Field("higher_body", "tổ chức đảng cấp trên được đề nghị xem xét", shapes.line),
        Field("measures", "kiến nghị khác kèm theo kết luận", shapes.paragraphs),
        Field("discipline_steps", "việc triển khai xem xét kỷ luật", shapes.paragraphs),
        # Discipline: who, for what, how it was considered
        Field("member", "đảng viên được xem xét kỷ luật", shapes.member),
        Field("organisation", "tổ chức đảng được xem xét kỷ luật", shapes.organisation),
        Field("ground", "căn cứ giải tán", shapes.line),
        Field(
            "responsible",
            "trách nhiệm của từng cá nhân",
            shapes.rows(
                ("text",), name="họ và tên", part="trách nhiệm", text="nội dung trách nhiệm"
            ),
        ),
        Field("violation", "nội dung vi phạm đã kết luận", shapes.paragraphs),
        Field("self_criticism", "việc tự kiểm điểm của đảng viên", shapes.paragraphs),
        Field("proposed_form", "hình thức đảng viên tự nhận", shapes.line),
        Field("statement", "lời trình bày của đảng viên", shapes.paragraphs),
        Field("wishes", "đề nghị của đảng viên", shapes.paragraphs),
        Field("hearing", "biên bản nghe đảng viên trình bày ý kiến", shapes.reference),
        Field("meeting", "cuộc họp", shapes.line),
        Field("observers", "người dự không biểu quyết", shapes.people),
        # Secret ballot
        Field("motion", "việc biểu quyết", shapes.one_of(*MOTIONS)),
        Field("options", "các hình thức ghi trên phiếu", shapes.names),
        Field(
            "attendance",
            "số người tính kết quả và số có mặt",
            shapes.counts(called="số người tính kết quả", present="số người có mặt"),
        ),
        Field("electorate", "cách tính số người tính kết quả", shapes.paragraphs),
        Field("tellers", "người kiểm phiếu", shapes.people),
        Field(
            "slips",
            "số phiếu",
            shapes.counts(
                issued="phát ra", received="thu về", valid="hợp lệ", invalid="không hợp lệ"
            ),
        ),
        Field(
            "vote_result",
            "số phiếu của từng hình thức",
            shapes.rows(counted=("votes",), form="hình thức", votes="số phiếu"),
        ),
        Field("arithmetic", "cách tính kết quả biểu quyết", shapes.paragraphs),
        Field("outcome", "kết quả biểu quyết", shapes.paragraphs),
        Field("limitation", "đối chiếu thời hiệu", shapes.paragraphs),
        Field("envelope", "niêm phong phiếu", shapes.line),
        Field(
            "levels",
            "kết quả biểu quyết ở từng cấp",
            shapes.rows(body="tổ chức đảng", on="ngày", base="số tính kết quả", result="kết quả"),
        ),
        Field("attached", "hồ sơ, tài liệu gửi kèm", shapes.paragraphs),
        # The decision on discipline and its service
        Field("form", "hình thức kỷ luật", shapes.one_of(*FORMS)),
        Field("posts_removed", "các chức vụ bị cách", shapes.names),
        Field("effect", "hiệu lực của quyết định", shapes.paragraphs),
        Field("complaint", "quyền khiếu nại", shapes.paragraphs),
        Field("handover", "việc thu thẻ, chuyển giao hồ sơ đảng viên", shapes.paragraphs),
        Field("executors", "nơi thi hành quyết định", shapes.names),
        Field("discipline_decision", "quyết định kỷ luật", shapes.reference),
        Field("received_on", "ngày nhận quyết định", shapes.day),
        Field("complaint_starts", "ngày đầu của thời hạn khiếu nại", shapes.day),
        Field("complaint_ends", "ngày cuối của thời hạn khiếu nại", shapes.day),
        Field("refusal", "việc từ chối ký, nhận quyết định", shapes.paragraphs),
        Field("witnesses", "người làm chứng", shapes.people),
        Field("judgment", "bản án đã có hiệu lực", shapes.paragraphs),
        Field("admission", "việc đảng viên nhận vi phạm, tự kiểm điểm", shapes.paragraphs),
        # Suspension
        Field("suspended_from", "sinh hoạt, hoạt động bị đình chỉ", shapes.line),
        Field("act_paper", "văn bản của cơ quan tiến hành tố tụng", shapes.line),
        Field("term", "thời hạn đình chỉ", shapes.line),
        Field("suspension", "quyết định đình chỉ", shapes.reference),
        Field("returns_on", "ngày trở lại sinh hoạt, hoạt động", shapes.day),
        # A wrongful discipline undone
        Field("imposed", "hình thức đã áp dụng oan", shapes.line),
        Field("wrong_decision", "quyết định kỷ luật oan", shapes.line),
        Field("decider", "tổ chức đảng đã quyết định kỷ luật oan", shapes.line),
        Field("confirmation", "quyết định xác định kỷ luật oan", shapes.reference),
        Field("annulment", "quyết định hủy kỷ luật oan", shapes.line),
        Field("apology_forms", "hình thức xin lỗi", shapes.names),
        Field("apology_words", "lời xin lỗi, cải chính", shapes.paragraphs),
        Field("applies", "việc phải có đơn", shapes.line),
        Field("considered", "việc tiếp thu nguyện vọng", shapes.paragraphs),
        Field("apology_due_on", "ngày xin lỗi xong", shapes.day),
        Field("restoration_due_on", "ngày phục hồi xong", shapes.day),
        Field("restored_by", "cách phục hồi", shapes.line),
        Field("restored", "quyền lợi được phục hồi", shapes.paragraphs),
        Field("new_post", "chức vụ, vị trí công tác được phục hồi, bố trí", shapes.line),
        Field("provisional_committee", "cấp ủy lâm thời", shapes.people),
        Field("published_in", "nơi đăng lời xin lỗi", shapes.names),
        Field("published_on", "ngày đăng lời xin lỗi", shapes.day),
        # Removal from the list of members: the question put, the ground, the proofs
        Field("asked", "việc được đưa ra biểu quyết", shapes.line),
        Field("voting_way", "cách biểu quyết", shapes.line),
        Field("removal_ground", "căn cứ, sự việc", shapes.paragraphs),
        Field("appraised", "ý kiến thẩm định của đảng ủy bộ phận", shapes.paragraphs),
        Field("times", "lần yêu cầu", shapes.line),
        Field("admitted_on", "ngày vào Đảng", shapes.day),
        Field("recognised_on", "ngày công nhận chính thức", shapes.day),
        Field("party_age", "tuổi đảng", shapes.line),
        Field("from_cell", "nơi chuyển sinh hoạt đi", shapes.line),
        Field("complained", "nội dung khiếu nại", shapes.paragraphs),
        Field("answer", "kết quả giải quyết", shapes.line),
        Field("restored_from", "ngày được phục hồi", shapes.day),
        Field("annulled", "quyết định bị hủy", shapes.line),
        Field("removal_decision", "quyết định xóa tên, cho ra khỏi Đảng", shapes.reference),
        # A complaint against a discipline, or a superior's own review of one
        Field("discipline_standing", "quyết định kỷ luật được xem xét lại", shapes.paragraphs),
        Field("complained_of", "các điểm khiếu nại, phải xem xét lại", shapes.paragraphs),
        Field("not_handled", "trường hợp không giải quyết", shapes.line),
        Field("met_as", "tư cách của bên làm việc", shapes.line),
        Field("resolved", "kết quả giải quyết về hình thức kỷ luật", shapes.paragraphs),
        Field("resolution", "quyết định giải quyết khiếu nại, xem xét lại", shapes.reference),
        Field("extended", "thời gian gia hạn", shapes.line),
        # Intake: a letter or finding that came in, and what becomes of it
        Field("letter", "đơn, thông tin đến", shapes.line),
        Field("sender", "người gửi", shapes.line),
        Field("nature", "loại đơn, thông tin", shapes.line),
        Field("competent", "cơ quan có thẩm quyền giải quyết", shapes.line),
        Field("handling", "hướng xử lý", shapes.names),
        Field("message", "nội dung thông báo, hướng dẫn", shapes.paragraphs),
        # A denunciation: its denouncer under an alias, each content apart
        Field("protection", "bảo vệ người tố cáo", shapes.line),
        Field("withdrawal", "việc rút nội dung tố cáo", shapes.paragraphs),
        Field("congress", "đại hội và ngày khai mạc", shapes.line),
        # Other papers
        Field("decision", "quyết định kiểm tra, giám sát", shapes.reference),
        Field("plan", "kế hoạch kiểm tra, giám sát", shapes.reference),
        Field("report", "báo cáo kết quả", shapes.reference),
        Field("notice", "thông báo kết quả, kết luận", shapes.reference),
        Field("sender_number", "số và ký hiệu của nơi gửi", shapes.line),
        Field("file_code", "ký hiệu hồ sơ", shapes.line),
        Field("file_title", "tiêu đề hồ sơ", shapes.line),
        Field(
            "contents",
            "danh mục văn bản trong hồ sơ",
            shapes.rows(
                ("number", "note", "pages"),
                title="tên loại và trích yếu",
                on="ngày",
                number="số và ký hiệu",
                pages="số trang",
                note="ghi chú",
            ),
        ),
        # While a matter runs, and when its file passes on
        Field("adjusted", "nội dung điều chỉnh, bổ sung", shapes.paragraphs),
        Field("work_left", "việc còn lại khi bàn giao", shapes.paragraphs),
        Field("remarks", "ý kiến của bên nhận", shapes.paragraphs),
        Field("unsigned", "việc từ chối ký biên bản", shapes.paragraphs),
        Field("retention", "thời hạn bảo quản", shapes.line),
        # Inspection of the year's programme
        Field("programme", "chương trình kiểm tra, giám sát năm", shapes.line),
        Field("seal", "việc đoàn dùng con dấu của cấp ủy", shapes.line),
        Field("books", "sổ sách đã đối chiếu", shapes.paragraphs),
        Field("vouchers", "chứng từ đã kiểm", shapes.paragraphs),
        Field("differences", "chênh lệch cần làm rõ", shapes.paragraphs),
        # What any paper may bear besides (66-QĐ/TW, the optional components), and what is attached
        Field("urgency", "mức độ khẩn", shapes.one_of(*URGENCIES)),
        Field("urgency_hour", "giờ hẹn chuyển đến", shapes.line),
        Field("circulation", "chỉ dẫn lưu hành", shapes.line),
        Field("typist", "ký hiệu người đánh máy", shapes.line),
        Field("print_run", "số lượng bản phát hành", shapes.count),
        Field("contact", "thông tin liên hệ của cơ quan", shapes.line),
        Field("annexes", "phụ lục", shapes.annexes),
    )
}

#: The components that whoever drafts may add to any paper; no template asks for them one by one.
OPTIONAL = (
    "urgency", "urgency_hour", "circulation", "typist", "print_run", "contact", "annexes",
)  # fmt: skip

#: Values every kind may be given besides its own.
ALWAYS_TAKEN = frozenset({"recipients", *OPTIONAL})

#: What an optional component cannot do without, as `Kind.needs_when` says it of values of one kind.
ALWAYS_NEEDED_WITH = {("urgency", BY_THE_HOUR): frozenset({"urgency_hour"})}
