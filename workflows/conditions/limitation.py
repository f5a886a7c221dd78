"""The conditions of limitation: looked at after the conclusion and the vote, for the form that was voted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import law
from law import Hit, limitation
from law.terms import Pause
from workflows.conditions.discipline import ballot, form_voted
from workflows.facts import Facts, Row
from workflows.forms import Whom
from workflows.guards import Guard, Judgement, asking, guard, look_up
from workflows.rows import RowKind


@guard(
    remedy="Đối chiếu thời hiệu sau khi biểu quyết, ghi kết quả.",
    righted_by=("compare_limitation",),
)
def limitation_has_been_compared(facts: Facts) -> bool:
    """Chưa đối chiếu thời hiệu kỷ luật sau khi biểu quyết."""
    return _compared(facts) is not None


@guard(remedy="Ghi kết quả: không thi hành do hết thời hiệu.", chooses=True)
def the_time_has_not_run_out(facts: Facts) -> bool:
    """Đã hết thời hiệu kỷ luật đối với hình thức đã biểu quyết."""
    found = _compared(facts)
    return found is None or not found.facts["expired"]


@guard(remedy="Còn thời hiệu thì ban hành quyết định.", chooses=True)
def the_time_has_run_out(facts: Facts) -> bool:
    """Chưa hết thời hiệu kỷ luật đối với hình thức đã biểu quyết."""
    found = _compared(facts)
    return found is not None and bool(found.facts["expired"])


def _compared(facts: Facts) -> Row | None:
    found, voted = facts.last(RowKind.LIMITATION), ballot(facts)
    return found if found and voted and found.number > voted.number else None


@dataclass(frozen=True)
class LimitationGuard(Guard):
    """The law says whether the time to discipline this act has run out for the form that was voted."""

    whom: Whom = Whom.MEMBER

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that limit each form."""
        return tuple(dict.fromkeys(limitation.RULE[self.whom].values()))

    def judge(self, facts: Facts) -> Judgement:
        """Ask for the limitation where the law does not give it; the result itself is laid, not refused."""
        form = form_voted(facts)
        if form is None or "act_ended" not in facts.inputs:
            return Judgement()
        hit = limitation_hit(facts, form)
        return Judgement(asking(hit) if hit.force == "ask" else None, hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The limitation of the form voted; before the vote, of every form that may come of it."""
        voted = form_voted(facts)
        if voted is None and ballot(facts):
            return ()  # no form, no limitation
        rule = limitation.RULE[self.whom]
        return [look_up(rule[form], facts) for form in ([voted] if voted else rule)]


def limitation_hit(facts: Facts, form: str) -> Hit:
    """The rule of limitation for this form and this kind of act, with what the case answered."""
    unlimited = facts.inputs.get("act_kind") == "khong_thoi_hieu"
    name = limitation.NO_LIMIT if unlimited else limitation.RULE[facts.whom][form]
    return look_up(name, facts)


def time_has_run_out(facts: Facts) -> bool:
    """Whether the act is time-barred for the form voted; only asked where the law gave a verdict."""
    form = form_voted(facts)
    if form is None:
        return False
    found = limitation.limitation(
        law.book(),
        act=date.fromisoformat(facts.inputs["act_ended"]),
        form=form,
        on=facts.met_on or facts.acted_on,
        organisation=facts.whom is Whom.ORGANISATION,
        unlimited_theme=facts.inputs.get("act_kind") == "khong_thoi_hieu",
        pauses=pauses(facts),
        hit=limitation_hit(facts, form),
    )
    return bool(found.expired)


def pauses(facts: Facts) -> tuple[Pause, ...]:
    """The days that do not count, as the form says them: a deferral, proceedings of the courts."""
    first, last = (facts.inputs.get(name) for name in ("paused_from", "paused_to"))
    if not first or not last or last < first:
        return ()
    return ((date.fromisoformat(first), date.fromisoformat(last)),)


@guard(remedy="Ghi cả ngày đầu và ngày cuối, ngày đầu trước ngày cuối.", reads_inputs=True)
def the_pause_is_whole(facts: Facts) -> bool:
    """Thời gian không tính vào thời hiệu phải có ngày đầu và ngày cuối."""
    first, last = (facts.inputs.get(name) for name in ("paused_from", "paused_to"))
    return bool(first) == bool(last) and (not first or str(first) <= str(last))


@guard(remedy="Ghi lại ngày kết thúc hành vi, trước ngày họp.", reads_inputs=True)
def the_act_came_before_the_meeting(facts: Facts) -> bool:
    """Ngày kết thúc hành vi phải trước ngày họp."""
    met = facts.met_on or facts.acted_on
    return str(facts.inputs.get("act_ended", "")) <= met.isoformat()


def _asks(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return form_voted(facts) is not None


the_limitation_is_known = LimitationGuard(
    id="the_limitation_is_known",
    sentence="Chưa xác định được thời hiệu kỷ luật.",
    remedy="Trả lời về quy định thời hiệu, nêu văn bản.",
    asks=_asks,
    reads_inputs=True,
)

the_limitation_of_organisations_is_known = replace(the_limitation_is_known, whom=Whom.ORGANISATION)
