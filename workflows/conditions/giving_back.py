"""The conditions of giving back what a wrongful discipline took, and of ending the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from law import Hit
from workflows.facts import Facts
from workflows.guards import (
    Guard,
    Judgement,
    answers_and_releases,
    asking,
    guard,
    rule,
    spoken,
)
from workflows.rows import RowKind
from workflows.wrongful import (
    Condition,
    Undone,
    Way,
    condition,
    is_listed,
    returns_to_a_cell,
    undone,
)

# What is given back


@rule(
    "wrongful.application",
    remedy="Nhận đơn của người bị kỷ luật oan, hoặc của thân nhân, rồi ghi vào hồ sơ.",
    righted_by=("record_wishes",),
)
def whoever_left_has_applied(facts: Facts, hit: Hit) -> bool:
    """Bị khai trừ oan, đã ra khỏi Đảng thì phục hồi khi có đơn; hồ sơ chưa có đơn."""
    applied = facts.last(RowKind.WISHES, application="co") is not None
    return applied or not undone(facts).is_among(hit.value)


#: The rule that says what is given back, by what was imposed.
_RESTORED_BY = {
    Undone.REPRIMAND: "wrongful.restoration.light",
    Undone.WARNING: "wrongful.restoration.light",
    Undone.REMOVAL: "wrongful.restoration.post",
    Undone.RESIGNED: "wrongful.restoration.post",
    Undone.EXPULSION: "wrongful.restoration.membership",
    Undone.LEFT: "wrongful.restoration.membership",
    Undone.DISSOLUTION: "wrongful.restoration.dissolved",
}
_OF_THE_ENDED = "wrongful.restoration.ended"


@dataclass(frozen=True)
class FitsWhatWasImposed(Guard):
    """The way of restoring is one that the law gives back after that form: another rule for each."""

    rules: tuple[str, ...] = ()

    def judge(self, facts: Facts) -> Judgement:
        """Ask the rule of the form that was imposed; a document may release from it."""
        said = facts.inputs.get("way")
        if said is None:
            return Judgement()
        hit = self._hit(facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        holds = hit.force == "released" or is_listed(Way(said), hit.value)
        return Judgement(None if holds else self._refuse(hit), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The rule of the form that was imposed."""
        return (self._hit(facts),)

    def _hit(self, facts: Facts) -> Hit:
        rule_id = rule_of_restoring(facts)
        return answers_and_releases(facts).get(rule_id) or spoken(rule_id, facts)


def rule_of_restoring(facts: Facts) -> str:
    """The rule that says what is given back here: one for what has ended, one for each form."""
    ended = condition(facts) is Condition.ENDED
    return _OF_THE_ENDED if ended else _RESTORED_BY[undone(facts)]


def _asks_the_way(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return "way" in facts.inputs


the_way_fits_what_was_imposed = FitsWhatWasImposed(
    id="the_way_fits_what_was_imposed",
    sentence="Cách phục hồi này không phải cách quy định cho hình thức đã áp dụng oan.",
    remedy="Chọn cách phục hồi quy định cho hình thức đó.",
    asks=_asks_the_way,
    reads_inputs=True,
    rules=(*dict.fromkeys(_RESTORED_BY.values()), _OF_THE_ENDED),
)


@guard(remedy="Chỉ ghi khi đã quyết định phục hồi đảng tịch cho người còn sinh hoạt được.")
def membership_was_given_back(facts: Facts) -> bool:
    """Quyết định phục hồi không phục hồi đảng tịch cho người còn sinh hoạt được."""
    return returns_to_a_cell(facts)


@guard(remedy="Ghi ngày từ ngày quyết định phục hồi trở đi.", reads_inputs=True)
def the_return_follows_the_decision(facts: Facts) -> bool:
    """Không sinh hoạt trở lại trước ngày quyết định phục hồi."""
    row = facts.last(RowKind.REINSTATED)
    said = facts.inputs.get("from_on")
    return said is None or row is None or said >= row.on.isoformat()


# The end


@guard(
    remedy="Chi bộ tiếp nhận sinh hoạt đảng trở lại, ghi vào hồ sơ và danh bạ.",
    righted_by=("take_back",),
    applies=returns_to_a_cell,
)
def whoever_returns_was_taken_back(facts: Facts) -> bool:
    """Người được phục hồi đảng tịch chưa được chi bộ tiếp nhận sinh hoạt trở lại."""
    return facts.last(RowKind.TAKEN_BACK) is not None


@rule(
    "wrongful.accountability",
    remedy="Xem xét trách nhiệm của nơi tham mưu, quyết định kỷ luật oan, ghi kết quả.",
    righted_by=("answer_for",),
)
def somebody_answered_for_it(facts: Facts, hit: Hit) -> bool:
    """Chưa xem xét trách nhiệm của nơi tham mưu, quyết định kỷ luật oan."""
    return facts.last(RowKind.ANSWERED_FOR) is not None


@guard(
    remedy="Gửi thông báo kết quả cho người bị kỷ luật, thân nhân và nơi có liên quan.",
    righted_by=("notify",),
)
def the_result_was_told(facts: Facts) -> bool:
    """Chưa thông báo kết quả xem xét kỷ luật oan."""
    return facts.last(RowKind.NOTIFIED) is not None


@guard(
    remedy="Gửi thông báo kết quả cho tổ chức đảng kế thừa, tiếp nhận.",
    righted_by=("notify",),
    applies=lambda facts: condition(facts) is Condition.ENDED,
)
def the_successor_was_told(facts: Facts) -> bool:
    """Tổ chức đảng kế thừa chưa được thông báo kết quả."""
    return facts.last(RowKind.NOTIFIED, successor="co") is not None
