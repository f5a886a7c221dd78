"""The conditions of limitation: looked at after the conclusion and the vote, for the form that was voted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import law
from law import Hit, Reason, limitation
from law.terms import Pause
from workflows.conditions.discipline import ballot, form_voted
from workflows.facts import Facts, Row
from workflows.forms import Whom
from workflows.guards import Guard, Judgement, asking, guard, look_up
from workflows.rows import RowKind

#: How limitation runs, and what of the time does not count.
RUNS = "limitation.runs"
_SPANS = (("proceedings_from", "proceedings_to"), ("postponed_from", "postponed_to"))


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
        """The rules that limit each form, and how limitation runs."""
        return (*dict.fromkeys(limitation.RULE[self.whom].values()), RUNS)

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """The limitation itself; where a span is said not to count, how it runs too."""
        yield self.judge(facts)
        yield Judgement(_spans_astray(facts))
        if form_voted(facts) is not None and pauses(facts):
            runs = look_up(RUNS, facts)
            yield Judgement(asking(runs) if runs.force == "ask" else None, runs.as_json())

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


def pauses(facts: Facts) -> list[Pause]:
    """The spans that do not count (criminal proceedings, postponement), both days included."""
    spans = [(facts.inputs.get(first), facts.inputs.get(last)) for first, last in _SPANS]
    return [
        (date.fromisoformat(first), date.fromisoformat(last))
        for first, last in spans
        if first and last and first <= last
    ]


def _spans_astray(facts: Facts) -> Reason | None:
    """A span needs both its days, in order."""
    spans = [(facts.inputs.get(first), facts.inputs.get(last)) for first, last in _SPANS]
    if all(bool(first) == bool(last) and (first or "") <= (last or "") for first, last in spans):
        return None
    return Reason(
        "input.proceedings_to",
        "Khoảng thời gian không tính vào thời hiệu chưa đủ ngày đầu, ngày cuối, hoặc ghi ngược.",
        remedy="Ghi đủ hai ngày, ngày đầu trước ngày cuối; còn kéo dài thì ghi đến ngày họp.",
    )


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
