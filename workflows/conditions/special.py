"""The conditions of what may befall a discipline on its way: proceedings of the law, a member who is gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from law import Hit
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, guard, look_up, rule

NOTICE, GONE, LEFT = "notice.legal_bodies", "discipline.member_gone", "scope.left_or_retired"


@dataclass(frozen=True)
class Beside(Guard):
    """A rule that is shown with the step and never asked: the step itself does not hang on it."""

    rules: tuple[str, ...] = ()

    def judge(self, facts: Facts) -> Judgement:
        """Refuse only what the answers themselves contradict; the rule stands by."""
        hit = look_up(self.rules[0], facts)
        return Judgement(None if self.asks(facts) else self._refuse(None), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Nothing will be asked of it."""
        return ()


def _came_before(facts: Facts) -> bool:
    done = facts.inputs.get("done_on")
    return done is None or date.fromisoformat(done) <= facts.acted_on


#: The law bodies' own term for telling the Party organisation; that they were late stops nothing here.
the_notice_follows_the_act = Beside(
    id="the_notice_follows_the_act",
    sentence="Ngày của việc được thông báo không được sau ngày nhận thông báo.",
    remedy="Ghi lại ngày của việc được thông báo.",
    asks=_came_before,
    reads_inputs=True,
    rules=(NOTICE,),
)


def _said(facts: Facts) -> bool:
    return True


#: Competence follows the office held at the time, also after it was left.
former_office_counts = Beside(
    id=LEFT,
    sentence="Đã thôi chức, nghỉ hưu, chuyển đi thì vẫn xem xét theo thẩm quyền khi còn đương chức.",
    remedy="Ghi diện khi còn đương chức.",
    asks=_said,
    reads_inputs=True,
    rules=(LEFT,),
)


@guard(
    remedy="Ghi ngày đảng viên mất hoặc ra khỏi Đảng, không sau ngày ghi.",
    chooses=True,
    reads_inputs=True,
)
def the_member_is_gone(facts: Facts) -> bool:
    """Đảng viên vẫn còn trong Đảng thì xem xét tiếp."""
    since = facts.inputs.get("since")
    return since is not None and date.fromisoformat(since) <= facts.acted_on


@rule(
    GONE,
    remedy="Trả lời về việc xem xét kỷ luật khi đảng viên đã mất, không còn trong Đảng; nêu văn bản.",
)
def it_is_known_what_is_left_to_do(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được xem xét đến đâu khi đảng viên đã mất hoặc không còn là đảng viên."""
    return True  # the question itself is the guard
