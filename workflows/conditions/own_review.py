"""The conditions of a superior's own review, where nobody has complained: the same ones, in words that fit."""

from dataclasses import replace

from workflows.conditions.complaint import (
    every_ground_was_examined,
    it_was_complained_of,
    the_complainant_has_been_heard,
    the_three_sides_were_met,
)
from workflows.facts import Facts
from workflows.guards import guard

the_one_concerned_has_been_heard = replace(
    the_complainant_has_been_heard,
    id="the_one_concerned_has_been_heard",
    sentence="Chưa nghe người có quyết định được xem xét lại trình bày, cũng chưa có biên bản ghi việc không đến.",
    remedy="Làm việc với người đó, hoặc mời nhiều lần không đến thì lập biên bản, rồi mới họp.",
)
it_is_a_point_to_review = replace(
    it_was_complained_of,
    id="it_is_a_point_to_review",
    sentence="Nội dung này không thuộc các điểm được đưa ra xem xét lại.",
    remedy="Chọn nội dung đã đưa ra xem xét lại.",
)


@guard(
    remedy="Làm việc với người được xem xét lại, nơi đã kỷ luật, nơi sinh hoạt; ghi kết quả từng điểm.",
    righted_by=("work_with", "examine_ground"),
)
def the_sides_were_met(facts: Facts) -> bool:
    """Chưa làm việc đủ các bên, hoặc còn điểm chưa được thẩm tra, nhận xét."""
    return bool(the_three_sides_were_met.asks(facts) and every_ground_was_examined.asks(facts))
