"""What a meeting has before it: which item of its agenda, since when, and the counts that came to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workflows.facts import Facts, Row
from workflows.guards import guard
from workflows.rows import RowKind

#: The steps by which a meeting goes from item to item.
TAKE_UP, FINISH, TAKE_BACK, VOID = "take_up", "finish_item", "take_back_entry", "void_count"


@dataclass(frozen=True)
class Span:
    """One stretch of a meeting on one item (the number of its agenda row); `until` empty while it lasts."""

    item: int
    since: str
    until: str
    last: int


def spans(facts: Facts) -> list[Span]:
    """Every stretch in the order in which it was begun; an item put off may have several."""
    found: list[Span] = []
    for row in facts.rows:
        if row.kind == RowKind.ITEM_BEGUN:
            found.append(Span(row.facts["item"], row.facts["at"], "", row.number))
        elif row.kind == RowKind.ITEM_ENDED and found and not found[-1].until:
            began = found.pop()
            found.append(Span(began.item, began.since, row.facts["at"], row.number))
    return found


def current(facts: Facts) -> int | None:
    """The item now before the meeting, by the number of its agenda row."""
    last = next(reversed(spans(facts)), None)
    return last.item if last and not last.until else None


def void_counts(facts: Facts, case: str) -> list[Row]:
    """The counts of this matter that had no value, in order; the ballot was held again each time."""
    return list(facts.of(RowKind.COUNT_VOID, case=case))


def last_entry(facts: Facts) -> int | None:
    """The newest entry of the meeting's course that may be a slip of the hand."""
    course = (RowKind.ITEM_BEGUN, RowKind.ITEM_ENDED, RowKind.COUNT_VOID)
    return max((row.number for row in facts.rows if row.kind in course), default=None)


@guard(
    remedy="Ghi giờ kết thúc nội dung đang xem xét, rồi sang nội dung khác.", righted_by=(FINISH,)
)
def no_item_is_before_the_meeting(facts: Facts) -> bool:
    """Còn một nội dung đang xem xét."""
    return current(facts) is None


@guard(remedy="Ghi giờ bắt đầu nội dung trước.", righted_by=(TAKE_UP,))
def an_item_is_before_the_meeting(facts: Facts) -> bool:
    """Không có nội dung nào đang xem xét."""
    return current(facts) is not None


@guard(remedy="Chọn đúng nội dung đang xem xét.", reads_inputs=True)
def that_item_is_before_the_meeting(facts: Facts) -> bool:
    """Nội dung này không phải nội dung đang xem xét."""
    return facts.inputs.get("item") in (None, current(facts))


@guard(
    remedy="Bỏ lần ghi sau cùng trước; đã công bố thì sửa bằng bước đính chính.", reads_inputs=True
)
def it_is_the_last_entry(facts: Facts) -> bool:
    """Chỉ bỏ được lần ghi sau cùng của diễn biến cuộc họp."""
    return facts.inputs.get("entry") in (None, last_entry(facts))


@guard(
    remedy="Kết quả kiểm phiếu có giá trị thì công bố, kể cả khi không phương án nào đủ số phiếu.",
    reads_inputs=True,
)
def more_came_back_than_went_out(facts: Facts) -> bool:
    """Chỉ bỏ phiếu lại ngay trong cuộc họp khi số phiếu thu về nhiều hơn số phiếu phát ra."""
    said: Any = facts.inputs
    return "returned" not in said or said["returned"] > said.get("issued", 0)


@guard(remedy="Chọn hồ sơ có trong chương trình họp.", reads_inputs=True)
def it_is_on_this_agenda(facts: Facts) -> bool:
    """Hồ sơ này không có trong chương trình họp."""
    case = facts.inputs.get("case")
    return case is None or any(facts.of(RowKind.AGENDA, case=case))
