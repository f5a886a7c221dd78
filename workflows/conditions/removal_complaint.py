"""The conditions of a complaint about a removal: what is not handled, who settles it, what the answer was."""

from __future__ import annotations

from datetime import date

from law import Answer as Answered
from law import Hit, terms
from permissions.roles import Relation
from workflows import removals
from workflows.facts import Facts, Row
from workflows.guards import guard, look_up, rule
from workflows.rows import RowKind

NOT_HANDLED, WINDOW = "removal_complaint.not_handled", "removal_complaint.window"
HANDLING, CENTRAL = "removal_complaint.handling", "removal_complaint.handling.central"
OWN, FOR_ANOTHER = "chinh_minh", "thay_nguoi_khac"
DECIDED_BELOW, NO_DECISION, AT_THE_TOP = "co_quyet_dinh", "chua_co", "cap_cao_nhat"
#: The word by which each reason of the closed list is known in any wording of the law.
LATE, TOP, ANOTHERS, TOO_EARLY = "quá", "cao nhất", "thay người khác", "chưa có quyết định"


def lodged(facts: Facts) -> Row | None:
    """What the letter says, as it was entered."""
    return facts.last(RowKind.LEVELS)


def _late(facts: Facts) -> bool:
    """Whether it was sent after the last day under the longest reading; not where nobody read the period."""
    row = lodged(facts)
    if row is None:
        return False
    found = terms.deadline(look_up(WINDOW, facts), date.fromisoformat(row.facts["received_on"]))
    return found is not None and date.fromisoformat(row.facts["sent_on"]) > found.longest


def reasons_not_to_handle(facts: Facts, hit: Hit) -> list[str]:
    """Which reasons of the law's closed list this letter meets."""
    row = lodged(facts)
    if row is None:
        return []
    met = {
        LATE: _late(facts),
        TOP: row.facts["state"] == AT_THE_TOP,
        ANOTHERS: row.facts["by"] == FOR_ANOTHER,
        TOO_EARLY: row.facts["state"] == NO_DECISION,
    }
    listed = [str(one).lower() for one in hit.value] if isinstance(hit.value, (list, tuple)) else []
    answered = isinstance(hit.settled_by, Answered) or not listed
    return [
        mark
        for mark, is_so in met.items()
        if is_so and (answered or any(mark in one for one in listed))
    ]


@rule(
    NOT_HANDLED,
    remedy="Trả lời người gửi bằng bước không giải quyết, nêu đúng lý do của quy định.",
    chooses=True,
)
def nothing_keeps_it_from_being_handled(facts: Facts, hit: Hit) -> bool:
    """Khiếu nại thuộc trường hợp không giải quyết: quá hạn, thay người khác, chưa có quyết định, đã kết luận cuối."""
    return not reasons_not_to_handle(facts, hit)


@rule(
    NOT_HANDLED,
    remedy="Không thuộc trường hợp nào của quy định thì thụ lý, giải quyết.",
    chooses=True,
)
def a_reason_of_the_law_keeps_it_out(facts: Facts, hit: Hit) -> bool:
    """Khiếu nại này không thuộc trường hợp nào được từ chối."""
    return bool(reasons_not_to_handle(facts, hit))


@guard(remedy="Ghi việc thẩm tra, xác minh trước khi báo cáo.", righted_by=("verify",))
def it_was_looked_into(facts: Facts) -> bool:
    """Chưa thẩm tra, xác minh nội dung khiếu nại."""
    return facts.last(RowKind.APPRAISAL) is not None


@guard(remedy="Chọn cấp ủy, không phải ban tham mưu, làm cơ quan giải quyết.", reads_inputs=True)
def a_committee_settles_it(facts: Facts) -> bool:
    """Cơ quan tổ chức chỉ tham mưu, không tự giải quyết khiếu nại."""
    return facts.inputs.get("deciding") != facts.own


@guard(remedy="Đủ tỷ lệ thì ra quyết định theo kết quả; không đủ thì biểu quyết lại.")
def the_answer_was_voted(facts: Facts) -> bool:
    """Cơ quan giải quyết chưa biểu quyết, hoặc phương án chưa đủ tỷ lệ."""
    return removals.passed(facts, facts.body_at(Relation.DECIDING)) is True


def answer(facts: Facts) -> str | None:
    """What the body that settles it resolved: the answer put to the newest vote that carried."""
    found = [row for row in facts.of(RowKind.MOTION) if row.facts["passes"]]
    return str(found[-1].facts["answer"]) if found else None
