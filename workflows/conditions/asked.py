"""What may be answered or released for one case: only what the law leaves open, never the floor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import law
from law import Answer, Hit, NotAllowed, Reason, Release, UnknownRule
from law.faults import Impossible
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, answer_of, document_of, spoken


@dataclass(frozen=True)
class NamedRuleGuard(Guard):
    """A guard over the rule that the answers name, under whatever law that rule has on the day."""

    def judge(self, facts: Facts) -> Judgement:
        """Refuse an id no file defines, and whatever the law or the floor does not leave open."""
        named = facts.inputs.get("rule")
        if not named or "source" not in facts.inputs:
            return Judgement()  # said already: this answer is missing
        try:
            last_meeting, today = spoken(named, facts), law.rule(named, on=facts.acted_on)
        except UnknownRule as unknown:
            return Judgement(Reason("input.rule", str(unknown), remedy="Xem mã ở trang Quy định."))
        judged = self._judge(facts, last_meeting)
        if judged.reason and today.key != last_meeting.key:  # asked for a vote still to be held
            now = self._judge(facts, today)
            return judged if now.reason else now
        return judged

    def _judge(self, facts: Facts, hit: Hit) -> Judgement:
        try:
            self.asks(facts, hit)
        except NotAllowed as forbidden:
            return Judgement(_forbidden(hit, str(forbidden)), hit.as_json())
        except Impossible as unclear:
            return Judgement(Reason("input.value", str(unclear), remedy="Ghi lại giá trị."))
        return Judgement(None, hit.as_json())


def _named(asks: Callable[[Facts, Hit], bool]) -> Guard:
    sentence = " ".join((asks.__doc__ or "").split())
    return NamedRuleGuard(asks.__name__, sentence, "Làm đúng quy định.", asks, reads_inputs=True)


@_named
def the_rule_may_be_released(facts: Facts, hit: Hit) -> bool:
    """Chỉ cho phép làm khác một quy định mới thấy ở một văn bản."""
    hit.released(Release(document_of(facts.inputs["source"]), ""))
    return True


@_named
def the_rule_may_be_answered(facts: Facts, hit: Hit) -> bool:
    """Chỉ trả lời một quy định chưa xác định được."""
    hit.answered(Answer(True, None, document_of(facts.inputs["source"]), ""))
    if "value" in facts.inputs:
        hit.answered(answer_of(hit, facts.inputs, ""))
    return True


def _forbidden(hit: Hit, text: str) -> Reason:
    ways = {
        "ask": "Quy định này chưa xác định được: trả lời ở bước “Trả lời về quy định”.",
        "releasable": "Cần làm khác thì dùng bước “Cho phép theo văn bản”, kèm văn bản làm căn cứ.",
    }
    way = "" if hit.is_floor else ways.get(hit.force, "")
    return Reason(hit.rule, text, hit.cited, hit.confidence, way or "Làm đúng quy định này.")
