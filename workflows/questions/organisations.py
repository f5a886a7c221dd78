"""The questions of the discipline of an organisation: its collective self-criticism, its head, its members."""

from dataclasses import replace

from workflows.conditions.dissolution import GROUND_WORDS
from workflows.conditions.responsibility import HEAD
from workflows.forms import Whom
from workflows.inputs import (
    Amount,
    BallotTotals,
    Choice,
    Concerned,
    Day,
    File,
    RowOf,
    Text,
)
from workflows.questions import discipline as of_member
from workflows.rows import RowKind

FORMS = [(form.value, str(form.label)) for form in Whom.ORGANISATION.forms]

SELF_CRITICISM = [
    Day(name="criticised_on", label="Ngày họp kiểm điểm tập thể"),
    Amount(name="called", label="Số người được triệu tập", least=1),
    Amount(name="present", label="Số người dự"),
    Choice(name="proposed_form", label="Hình thức tổ chức đảng tự nhận", options=FORMS),
    Amount(name="agreed", label="Số người tán thành hình thức tự nhận"),
    Text(name="summary", label="Nội dung kiểm điểm tập thể", long=True),
    File(name="scan", label="Tệp báo cáo kiểm điểm, biên bản họp", required=False),
]
REFUSAL_TO_CRITICISE = [
    Choice(
        name="about",
        label="Việc không thực hiện",
        options=[("kiem_diem", "Không kiểm điểm tập thể")],
    ),
    of_member.REFUSED,
]
REFUSAL_TO_BE_HEARD = [
    Choice(
        name="about",
        label="Việc không thực hiện",
        options=[("trinh_bay", "Đại diện không đến trình bày")],
    ),
    of_member.REFUSED,
]
VOTE = [
    replace(asked, options=FORMS) if isinstance(asked, BallotTotals) else asked
    for asked in of_member.VOTE
]
_OTHER_WORDS = {
    "statement": "Lời trình bày của đại diện tổ chức đảng, ghi đầy đủ",
    "wishes": "Đề nghị của tổ chức đảng",
    "subject_opinion": "Ý kiến của đại diện tổ chức đảng",
}
HEARING, HANDING_OVER = (
    [replace(one, label=_OTHER_WORDS.get(one.name, one.label)) for one in asked]
    for asked in (of_member.HEARING, of_member.HANDING_OVER)
)
DECISION = [one for one in of_member.DECISION if one.name != "handover"]
NOTIFY = [one for one in of_member.NOTIFY if one.name != "called"]

# The responsible persons

RESPONSIBLE = [
    Concerned(name="person", label="Người phải xem xét trách nhiệm"),
    Choice(
        name="part",
        label="Trách nhiệm",
        options=[
            (HEAD, "Người đứng đầu"),
            ("truc_tiep", "Trực tiếp tham mưu, quyết định, thực hiện"),
            ("lien_doi", "Cùng chịu trách nhiệm tập thể"),
        ],
    ),
    Text(name="grounds", label="Trách nhiệm đối với vi phạm", long=True),
]
_PERSON = RowOf(name="responsible", label="Người trong danh sách", of=(RowKind.RESPONSIBLE,))
PERSON_RESULT = [
    _PERSON,
    Text(
        name="file",
        label="Số hồ sơ kỷ luật của người này",
        help="Ví dụ KL-2026-0003.",
        personal=False,
        most=24,
    ),
    Choice(
        name="result",
        label="Kết quả của hồ sơ đó",
        options=[
            *((form.value, str(form.label)) for form in Whom.MEMBER.forms),
            ("het_thoi_hieu", "Không thi hành do hết thời hiệu"),
        ],
    ),
]
LEAVE_PERSON = [
    _PERSON,
    Choice(
        name="result",
        label="Quyết định",
        options=[("khong_xem_xet", "Không xem xét kỷ luật")],
    ),
    Text(name="decided_at", label="Cuộc họp, văn bản quyết định", personal=False, most=200),
    Text(name="reason", label="Lý do", long=True),
]

# Dissolution

GROUND = Choice(
    name="ground",
    label="Căn cứ giải tán",
    options=[(value, f"{words[0].upper()}{words[1:]}") for value, words in GROUND_WORDS.items()],
)
DISSOLVE = [
    *DECISION,
    Text(
        name="handover",
        label="Đảng viên, hồ sơ, con dấu sau khi giải tán",
        help="Bắt buộc khi giải tán.",
        long=True,
        required=False,
    ),
]
SETTLE = [
    Text(
        name="cases",
        label="Đảng viên phải xem xét riêng, nơi xem xét",
        help="Mỗi người một dòng; không có thì ghi không có.",
        long=True,
    ),
    Text(
        name="transferred",
        label="Đảng viên còn lại chuyển sinh hoạt đến",
        help="Mỗi nơi một dòng, ghi số người.",
        long=True,
    ),
    Text(name="collected", label="Hồ sơ, con dấu đã thu, nơi giữ", long=True),
]
REPORT = [
    Text(name="addressee", label="Nơi nhận báo cáo", help="Mỗi nơi một dòng.", long=True),
    of_member.VIOLATION,
    Text(name="proposals", label="Việc xử lý sau khi giải tán", long=True),
]
