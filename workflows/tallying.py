"""A count as it stands before anything is announced: which share binds, how many votes it takes, what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import law
from law import Hit, Reason
from law.faults import Impossible
from law.thresholds import Threshold
from workflows import balloting, motions
from workflows.conditions.ballot import BallotGuard, slip_of
from workflows.conditions.motion import MotionGuard
from workflows.facts import Facts
from workflows.forms import Form
from workflows.guards import Guard, answers_and_releases, spoken
from workflows.sitting import Sitting
from workflows.stages import Step

#: The rule of a show of hands.
ORDINARY = "vote.ordinary"


@dataclass(frozen=True)
class Share:
    """One share that may come to bind: `needed` of `base` votes, None where the law of the day was not read."""

    what: str
    base: int
    hit: Hit
    needed: int | None


@dataclass(frozen=True)
class Tally:
    """What a count comes to. `asks`: the law is silent and nothing is said of the result.

    `leading` got the most votes, `for_leading` of them; `equal` tells that another got as many.
    """

    words: str
    passes: bool
    leading: str
    for_leading: int
    base: int
    needed: int
    citation: str
    lines: tuple[str, ...] = ()
    asks: tuple[Hit, ...] = ()
    differs: bool = False
    equal: bool = False
    goes_up: bool = False


def shares(facts: Facts, sitting: Sitting, step: Step) -> list[Share]:
    """Every share under which the count of `step` may be judged, with the votes it takes at this meeting."""
    facts = replace(facts, sitting=sitting)
    if step.votes:
        return list(_of_forms(facts, sitting, step))
    if step.motion:
        base = balloting.electorate(facts, sitting).base
        return [_share("", base, motions.share(facts, step.motion))]
    return [_share("", facts.members, law.rule(ORDINARY, on=sitting.held_on))]


def faults(
    facts: Facts, sitting: Sitting, step: Step, totals: Mapping[str, int], counters: str
) -> list[Reason]:
    """Everything wrong with the numbers themselves, as the door would say it."""
    said = {"totals": totals, "tellers": counters} if step.at_a_meeting else totals
    facts = replace(facts, sitting=sitting, inputs={**facts.inputs, **said})
    guards = [one for one in step.when if _is_about_numbers(one, step)]
    return [one.reason for guard in guards for one in guard.judgements(facts) if one.reason]


def _is_about_numbers(guard: Guard, step: Step) -> bool:
    return isinstance(guard, (BallotGuard, MotionGuard)) or (
        step.at_a_meeting is None and guard.reads_inputs
    )


def tally(facts: Facts, sitting: Sitting, step: Step, totals: Mapping[str, int]) -> Tally | None:
    """Return what the totals come to; None for numbers that no vote can have."""
    facts = replace(facts, sitting=sitting)
    try:
        if step.votes:
            return _ballot(facts, sitting, step, totals)
        if step.motion:
            return _motion(facts, sitting, step, totals)
    except Impossible:
        return None
    return _hands(facts, sitting, totals)


def _of_forms(facts: Facts, sitting: Sitting, step: Step) -> Iterator[Share]:
    """The rule for the gravest form and that for all others, as far as the slip offers them."""
    assert step.votes
    base, gravest = balloting.electorate(facts, sitting).base, facts.whom.gravest
    options = [one for one in slip_of(facts).options if one != Form.NONE]
    heavy, light = [one for one in options if one == gravest], [o for o in options if o != gravest]
    for forms in (light, heavy):
        for rule in balloting.thresholds(forms, step.votes, facts.whom)[:1]:
            named = ", ".join(Form(one).label.lower() for one in forms)
            yield _share(named, base, answers_and_releases(facts).get(rule) or spoken(rule, facts))


def _share(what: str, base: int, hit: Hit) -> Share:
    needed = Threshold.of(hit.value).needed(base) if hit.gives_verdict and hit.value else None
    return Share(what, base, hit, needed)


def _ballot(facts: Facts, sitting: Sitting, step: Step, totals: Mapping[str, int]) -> Tally:
    assert step.votes
    found = balloting.outcome(facts, sitting, step.votes, totals)
    cast = {name: n for name, n in totals.items() if name not in balloting.SLIPS and n}
    most = max(cast.values(), default=0)
    first = [name for name, n in cast.items() if n == most]
    leading = found.form or (first[0] if first else Form.NONE.value)
    return Tally(
        words=str(Form(found.form).label) if found.form else "",
        passes=found.form is not None,
        leading=str(Form(leading).label),
        for_leading=cast.get(leading, 0),
        base=found.electorate.base,
        needed=found.needed or 0,
        citation=found.threshold or "",
        lines=found.lines,
        asks=found.asks,
        differs=found.differs,
        equal=found.form is None and len(first) > 1,
        goes_up=found.goes_up,
    )


def _motion(facts: Facts, sitting: Sitting, step: Step, totals: Mapping[str, int]) -> Tally:
    assert step.motion
    found = motions.outcome(facts, sitting, step.motion, totals)
    verdict = found.verdict
    return Tally(
        words="",
        passes=found.passes,
        leading=dict(motions.OPTIONS)[motions.YES],
        for_leading=totals[motions.YES],
        base=found.electorate.base,
        needed=(verdict.needed if verdict else 0) or 0,
        citation=(verdict.citation if verdict else "") or "",
        lines=(verdict.arithmetic,) if verdict and verdict.arithmetic else (),
        asks=found.asks,
        differs=found.differs,
        equal=totals[motions.YES] == totals[motions.NO],
    )


def _hands(facts: Facts, sitting: Sitting, totals: Mapping[str, int]) -> Tally:
    hit = law.rule(ORDINARY, on=sitting.held_on)
    if not hit.gives_verdict:
        return Tally("", False, "", totals["yes"], facts.members, 0, "", asks=(hit,))
    share = Threshold.of(hit.value)
    return Tally(
        words="",
        passes=share.passes(totals["yes"], facts.members),
        leading="Tán thành",
        for_leading=totals["yes"],
        base=facts.members,
        needed=share.needed(facts.members),
        citation=hit.cited or "",
        lines=(share.arithmetic(totals["yes"], facts.members),),
        equal=totals["yes"] == totals["no"],
    )
