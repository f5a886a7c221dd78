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


FIELDS = {
    field.name: field
    for field in (
        # What the matter is about
        Field("subject", "đối tượng giám sát", shapes.names),
        Field("content", "nội dung giám sát", shapes.line),
        Field("period", "mốc thời gian giám sát", shapes.line),
        Field("duration", "thời gian làm việc của đoàn", shapes.line),
        Field("grounds", "căn cứ ban hành", shapes.grounds),
        Field("host", "tổ chức đảng chủ trì hội nghị hoặc gửi báo cáo", shapes.line),
        Field("venue", "địa điểm", shapes.line),
        # Who
        Field("team", "thành phần đoàn giám sát", shapes.people),
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
        Field("present", "thành phần của chủ thể giám sát", shapes.people),
        Field("subject_present", "thành phần của đối tượng giám sát", shapes.people),
        Field("absent", "người vắng mặt và lý do", shapes.people),
        Field("other_side", "người ký phía đối tượng", shapes.person),
        Field("opinions", "ý kiến phát biểu", shapes.rows(name="người phát biểu", text="ý kiến")),
        Field("subject_opinion", "ý kiến của đối tượng giám sát", shapes.paragraphs),
        Field("conclusion", "kết luận", shapes.paragraphs),
        Field("votes", "kết quả biểu quyết", shapes.tally),
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
            "kết quả giám sát từng nội dung",
            shapes.rows(
                ("reported",),
                content="nội dung",
                reported="đối tượng báo cáo",
                verified="kết quả giám sát",
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
        Field("observed", "việc đã theo dõi, nắm được", shapes.paragraphs),
        Field("ways", "cách giám sát", shapes.paragraphs),
        # What is asked, and what follows
        Field("requests", "hồ sơ, tài liệu yêu cầu cung cấp", shapes.paragraphs),
        Field("demands", "yêu cầu đối với đối tượng giám sát", shapes.paragraphs),
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
        # Other papers
        Field("decision", "quyết định giám sát", shapes.reference),
        Field("plan", "kế hoạch giám sát", shapes.reference),
        Field("report", "báo cáo kết quả giám sát", shapes.reference),
        Field("notice", "thông báo kết quả giám sát", shapes.reference),
        Field("sender_number", "số và ký hiệu của nơi gửi", shapes.line),
        Field("file_code", "ký hiệu hồ sơ", shapes.line),
        Field("file_title", "tiêu đề hồ sơ", shapes.line),
        Field(
            "contents",
            "danh mục văn bản trong hồ sơ",
            shapes.rows(
                ("number", "note"),
                title="tên loại và trích yếu",
                on="ngày",
                number="số và ký hiệu",
                pages="số trang",
                note="ghi chú",
            ),
        ),
        # How urgent
        Field("urgency", "mức độ khẩn", shapes.line),
    )
}

#: Values every kind may be given besides its own.
ALWAYS_TAKEN = frozenset({"recipients", "urgency"})
