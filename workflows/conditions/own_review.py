"""The conditions of a superior's own review, where nobody has complained: the same ones, in words that fit."""

from dataclasses import replace

from law import Hit
from workflows.complaints import Cause
from workflows.conditions.complaint import (
    it_was_complained_of,
    the_complainant_has_been_heard,
    the_complainant_was_met,
)
from workflows.facts import Facts
from workflows.guards import rule
from workflows.reviews import form_resolved, is_heavier, reviewed
from workflows.rows import RowKind

the_one_concerned_has_been_heard = replace(
    the_complainant_has_been_heard,
    id="the_one_concerned_has_been_heard",
    sentence="Chưa nghe người có quyết định được xem xét lại trình bày, cũng chưa có biên bản ghi việc không đến.",
    remedy="Làm việc với người đó, hoặc mời nhiều lần không đến thì lập biên bản, rồi mới họp.",
)
the_one_concerned_was_met = replace(
    the_complainant_was_met,
    id="the_one_concerned_was_met",
    sentence="Đoàn chưa làm việc với người có quyết định được xem xét lại, cũng chưa có biên bản ghi việc không đến.",
    remedy="Làm việc với người đó; mời nhiều lần không đến thì lập biên bản.",
)
it_is_a_point_to_review = replace(
    it_was_complained_of,
    id="it_is_a_point_to_review",
    sentence="Nội dung này không thuộc các điểm được đưa ra xem xét lại.",
    remedy="Chọn nội dung đã đưa ra xem xét lại.",
)


def the_lower_body_was_too_lenient(facts: Facts) -> bool:
    """Whether the decision was looked at as too light, and the superior came to a heavier form."""
    known = reviewed(facts)
    return known.get("cause") == Cause.TOO_LIGHT and is_heavier(
        form_resolved(facts), than=known.get("form")
    )


@rule(
    "authority.superior_takeover",
    remedy="Xem xét trách nhiệm của nơi đã xử lý không đúng mức, ghi kết quả.",
    righted_by=("answer_for",),
    applies=the_lower_body_was_too_lenient,
)
def the_lower_body_has_answered_for_it(facts: Facts, hit: Hit) -> bool:
    """Chưa xem xét trách nhiệm của nơi đã xử lý không đúng mức."""
    return facts.last(RowKind.LENIENCY) is not None
