"""The answer to "does anything stand against this member on that day?": yes, no, or ask the inspection committee."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import law
from cases.obstacle_models import ObstacleQuery
from cases.obstacles.open_matters import Kind, Open
from law import Hit
from law.terms import deadline
from workflows.forms import Form

Answer, Purpose = ObstacleQuery.Answer, ObstacleQuery.Purpose

REWARD, TRAVEL = "obstacle.reward", "obstacle.travel"
DURING = "effect.during_discipline"
_BADGE = {
    Form.REPRIMAND.value: "effect.badge_delay.reprimand",
    Form.WARNING.value: "effect.badge_delay.warning",
    Form.REMOVAL.value: "effect.badge_delay.removal",
}
_POST = {
    Form.REPRIMAND.value: "effect.higher_post.ban.reprimand",
    Form.WARNING.value: "effect.higher_post.ban.warning",
    Form.REMOVAL.value: "effect.higher_post.ban.removal",
}
_ANY_POST = "effect.higher_post.ban.any"


def answer(purpose: str, day: date, found: Iterable[Open]) -> Answer:
    """Return the one answer for all that stands open on `day`: a certain yes before a doubt, a doubt before no.

    What the law of the day does not settle is never a yes and never a no: the committee is to be asked.
    """
    given = {_ANSWERS[Purpose(purpose)](day, one) for one in found}
    return next((one for one in (Answer.YES, Answer.ASK) if one in given), Answer.NO)


def _reward(day: date, one: Open) -> Answer:
    if one.kind is Kind.DISCIPLINED:
        return _during(one)
    return _listed(REWARD, day, one)


def _travel(day: date, one: Open) -> Answer:
    if one.kind is Kind.DISCIPLINED and one.lapsed:
        return Answer.NO
    return _listed(TRAVEL, day, one)


def _badge(day: date, one: Open) -> Answer:
    return _waits(day, one, _BADGE.get(one.form)) if one.form else Answer.ASK


def _nomination(day: date, one: Open) -> Answer:
    """The wait for this form, else the one for any form that the law of its day knew."""
    if not one.form:
        return Answer.ASK
    rules = [rule for rule in (_POST.get(one.form), _ANY_POST) if rule and _is_known(rule, one)]
    waits = _waits(day, one, rules[0] if rules else None)
    return Answer.YES if Answer.YES in (waits, _during(one)) else waits


def _listed(rule: str, day: date, one: Open) -> Answer:
    """Yes for what the row names; what it does not name, or no row settles, is asked."""
    hit = law.rule(rule, on=day)
    return Answer.YES if _settles(hit) and one.kind in hit.value else Answer.ASK


def _during(one: Open) -> Answer:
    """While a discipline runs the law of its day keeps honours and posts back; where it is silent, one asks."""
    if one.lapsed or one.since is None:
        return Answer.NO
    hit = law.rule(DURING, on=one.since)
    return Answer.YES if _settles(hit) and hit.value else Answer.ASK


def _waits(day: date, one: Open, rule: str | None) -> Answer:
    """Until the last day of the wait yes, by the longest reading; without a known wait one asks while it runs."""
    silent = Answer.NO if one.lapsed else Answer.ASK
    if rule is None or one.since is None:
        return silent
    last = deadline(law.rule(rule, on=one.since), one.since)
    if last is None:
        return silent
    return Answer.YES if day <= last.longest else Answer.NO


def _is_known(rule: str, one: Open) -> bool:
    return one.since is not None and _settles(law.rule(rule, on=one.since))


def _settles(hit: Hit) -> bool:
    return hit.gives_verdict and hit.state == "known"


_ANSWERS: dict[Purpose, Callable[[date, Open], Answer]] = {
    Purpose.REWARD: _reward,
    Purpose.BADGE: _badge,
    Purpose.TRAVEL: _travel,
    Purpose.NOMINATION: _nomination,
}
