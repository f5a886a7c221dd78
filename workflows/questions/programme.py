"""The questions that the steps of an inspection of the year's programme ask, in the words of the forms."""

from dataclasses import replace

from workflows.inputs import Choice, Day, File, SubjectOf, Text
from workflows.questions import inspection, supervision

THEME, PERIOD, TEAM = inspection.THEME, inspection.PERIOD, inspection.TEAM

PROGRAMME = (
    Text(name="programme", label="Chương trình kiểm tra, giám sát năm: số, ký hiệu", personal=False, most=80),
    Day(name="programme_on", label="Ngày của chương trình"),
)  # fmt: skip
INSTRUCTION = [
    *PROGRAMME,
    THEME,
    *PERIOD,
    Text(
        name="prepared_by",
        label="Giao chuẩn bị",
        help="Ủy ban kiểm tra, ban, văn phòng hoặc đồng chí được giao.",
        most=300,
    ),
]
SEAL = Choice(
    name="seal",
    label="Con dấu",
    options=[("dung", "Đoàn được dùng con dấu của cấp ủy"), ("khong", "Đoàn không dùng con dấu")],
)
PLAN = [*inspection.PLAN, SEAL]
#: A plan without the question of a seal, which a cell and an inspection committee's team do not ask.
PLAN_WITHOUT_SEAL = inspection.PLAN
FIELD = Choice(
    name="field",
    label="Lĩnh vực",
    options=[
        ("duoc_giao", "Thuộc lĩnh vực cơ quan được giao tham mưu, giúp việc"),
        ("khac", "Thuộc lĩnh vực khác"),
    ],
)
CONDITION = Choice(
    name="condition",
    label="Điều kiện giám sát chuyên đề của chi bộ",
    options=[
        ("chi_uy", "Chi bộ có chi ủy"),
        ("dong", "Chi bộ đông đảng viên theo mức quy định"),
        ("phan_tan", "Đảng viên phân tán, nhiều tổ, nhiều bộ phận"),
        ("khong", "Không thuộc trường hợp nào"),
    ],
)
OUTLINE = [
    replace(inspection.OUTLINE[0], label="Đề cương gợi ý báo cáo tự kiểm tra"),
    *inspection.OUTLINE[1:],
]
NOTICE_LETTER = [
    Text(name="addressee", label="Nơi được thông báo, đề nghị phối hợp", help="Mỗi nơi một dòng.", long=True),
    Text(name="requests", label="Việc đề nghị phối hợp", help="Mỗi việc một dòng.", long=True),
]  # fmt: skip
SELF_INSPECTION = [
    SubjectOf(name="subject", label="Đối tượng báo cáo"),
    Text(name="number", label="Số, ký hiệu báo cáo", personal=False, most=40, required=False),
    Text(name="summary", label="Nội dung chính của báo cáo tự kiểm tra", long=True),
    File(name="scan", label="Tệp báo cáo", required=False),
]
RECONCILIATION = [
    *(one for one in supervision.SESSION if one.name != "proceedings"),
    Text(name="books", label="Sổ sách đã đối chiếu", help="Mỗi loại một dòng.", long=True),
    Text(name="vouchers", label="Chứng từ đã kiểm", help="Mỗi loại một dòng.", long=True),
    Text(name="verified", label="Số liệu hai bên thống nhất", long=True),
    Text(name="differences", label="Chênh lệch cần làm rõ", long=True, required=False),
]
MEETING = inspection.MEETING
#: An organ's leaders hear the report; its head concludes, and nobody is counted.
LEADERS_MEETING = [one for one in MEETING if one.name not in ("present", "yes", "no")]
LEADERS_REVIEW = [
    one for one in supervision.RESULT_MEETING if one.name not in ("present", "yes", "no")
]
ADMITTED = Choice(
    name="admitted",
    label="Vi phạm và thái độ của đối tượng",
    options=[
        ("thua_nhan", "Vi phạm đã rõ, đến mức kỷ luật; đối tượng thừa nhận, tự kiểm điểm"),
        ("chua_ro", "Chưa rõ, hoặc đối tượng chưa thừa nhận"),
    ],
)
