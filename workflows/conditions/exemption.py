"""What exempts from discipline, and what defers it: causes that the law of the day lists."""

from law import Hit
from workflows.facts import Facts
from workflows.guards import guard, rule

#: Each cause with its words on the form, and the words by which the law's list begins it.
_DEFERRING = {
    "mang_thai": ("Đang mang thai", "mang thai"),
    "thai_san": ("Đang nghỉ thai sản", "đang nghỉ thai sản"),
    "nuoi_con": ("Đang nuôi con nhỏ trong độ tuổi quy định", "nuôi con"),
    "om_nang": ("Bị bệnh nặng, đang điều trị nội trú", "bệnh nặng đang điều trị nội trú"),
}
_EXEMPTING = {
    "lenh_sai": (
        "Chấp hành lệnh sai của cấp trên sau khi đã báo cáo bằng văn bản hoặc bảo lưu ý kiến",
        "chấp hành lệnh sai của cấp trên",
    ),
    "thi_diem": ("Thí điểm, đổi mới được phép", "thí điểm"),
}
#: The law's list is open: a case it does not name stands on a document of its own.
ANOTHER = "khac"

DEFERS = [(code, label) for code, (label, _begins) in _DEFERRING.items()]
EXEMPTS = [
    *((code, label) for code, (label, _begins) in _EXEMPTING.items()),
    (ANOTHER, "Trường hợp khác theo văn bản"),
]


def _lists(hit: Hit, begins: str) -> bool:
    return any(str(one).startswith(begins) for one in hit.value)


@rule(
    "postpone.grounds",
    remedy="Chọn lý do có trong quy định; không có thì xem xét theo trình tự.",
    reads_inputs=True,
)
def the_cause_defers(facts: Facts, hit: Hit) -> bool:
    """Quy định vào ngày họp không có lý do này để chưa xem xét kỷ luật."""
    cause = facts.inputs.get("cause")
    return cause not in _DEFERRING or _lists(hit, _DEFERRING[cause][1])


@rule(
    "exempt.grounds",
    remedy="Chọn trường hợp có trong quy định, hoặc nêu văn bản của trường hợp khác.",
    reads_inputs=True,
)
def the_cause_exempts(facts: Facts, hit: Hit) -> bool:
    """Quy định vào ngày họp không có trường hợp miễn kỷ luật này."""
    cause = facts.inputs.get("cause")
    return cause not in _EXEMPTING or _lists(hit, _EXEMPTING[cause][1])


@guard(remedy="Ghi số, ngày, điều khoản của văn bản quy định trường hợp đó.", reads_inputs=True)
def another_case_names_its_document(facts: Facts) -> bool:
    """Trường hợp miễn kỷ luật khác phải nêu văn bản làm căn cứ."""
    said = facts.inputs
    return said.get("cause") != ANOTHER or bool(said.get("document"))
