"""The duty to consider each responsible person of a disciplined organisation, its head before the others."""

from __future__ import annotations

from law import Hit
from workflows.facts import Facts, Row
from workflows.guards import guard, rule
from workflows.rows import RowKind

PRINCIPLE = "principle.org_then_individuals"
#: How the list names whoever heads the organisation.
HEAD = "nguoi_dung_dau"


def listed(facts: Facts) -> tuple[Row, ...]:
    """The list of responsible persons, in the order in which they were named."""
    return tuple(facts.of(RowKind.RESPONSIBLE))


def undecided(facts: Facts) -> tuple[Row, ...]:
    """Those of the list about whom nothing has been decided yet."""
    decided = {row.facts["responsible"] for row in facts.of(RowKind.ACCOUNTED)}
    return tuple(row for row in listed(facts) if row.number not in decided)


# The list


@guard(remedy="Ghi người đứng đầu vào danh sách trước.", reads_inputs=True)
def the_head_is_listed_first(facts: Facts) -> bool:
    """Danh sách trách nhiệm phải nêu người đứng đầu trước những người khác."""
    named = facts.inputs.get("part")
    return named in (None, HEAD) or any(row.facts["part"] == HEAD for row in listed(facts))


@guard(remedy="Người này đã có trong danh sách; ghi nhầm thì đính chính.", reads_inputs=True)
def nobody_is_listed_twice(facts: Facts) -> bool:
    """Người này đã có trong danh sách trách nhiệm."""
    return facts.inputs.get("person") not in {row.facts["person"] for row in listed(facts)}


@rule(
    PRINCIPLE,
    remedy="Ghi trách nhiệm của người đứng đầu ở bước “Ghi người phải xem xét trách nhiệm”.",
    righted_by=("list_responsible",),
)
def the_head_is_on_the_list(facts: Facts, hit: Hit) -> bool:
    """Chưa nêu trách nhiệm của người đứng đầu tổ chức đảng."""
    return any(row.facts["part"] == HEAD for row in listed(facts))


# What is decided about each


@guard(remedy="Ghi kết quả đối với người đứng đầu trước.", reads_inputs=True)
def the_head_is_decided_first(facts: Facts) -> bool:
    """Phải có kết quả đối với người đứng đầu trước những người khác."""
    waiting = undecided(facts)
    chosen = [row for row in waiting if row.number == facts.inputs.get("responsible")]
    heads = [row for row in waiting if row.facts["part"] == HEAD]
    return not chosen or not heads or chosen[0] in heads


@guard(
    remedy="Người này đã có kết quả; ghi nhầm thì đính chính.",
    reads_inputs=True,
)
def the_person_is_still_undecided(facts: Facts) -> bool:
    """Đã ghi kết quả đối với người này."""
    chosen = facts.inputs.get("responsible")
    return chosen is None or all(
        row.facts["responsible"] != chosen for row in facts.of(RowKind.ACCOUNTED)
    )


@guard(remedy="Ghi người phải xem xét trách nhiệm trước.", righted_by=("list_responsible",))
def somebody_is_still_undecided(facts: Facts) -> bool:
    """Danh sách trách nhiệm không còn ai chưa có kết quả."""
    return bool(undecided(facts))


def _deeds_left(facts: Facts) -> tuple[str, ...]:
    """The list where there is none, and then the result of each person on it."""
    first = () if listed(facts) else ("list_responsible",)
    return (*first, *("record_person_result" for _row in undecided(facts) or first))


@rule(
    PRINCIPLE,
    remedy="Với từng người trong danh sách, người đứng đầu trước: ghi kết quả hồ sơ kỷ luật của người đó,"
    " hoặc quyết định không xem xét kỷ luật, nêu lý do.",
    righted_by=("list_responsible", "record_person_result", "leave_person"),
    still=_deeds_left,
)
def each_responsible_person_is_decided(facts: Facts, hit: Hit) -> bool:
    """Còn người phải xem xét trách nhiệm chưa có kết quả."""
    return bool(listed(facts)) and not undecided(facts)
