"""The conditions of a superior's own review, where nobody has complained: the same ones, in words that fit."""

from dataclasses import replace

from workflows.conditions.complaint import (
    it_was_complained_of,
    the_complainant_has_been_heard,
    the_complainant_was_met,
)

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
