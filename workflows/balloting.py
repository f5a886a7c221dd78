"""What a secret ballot comes to: who counted, which form passed under which rule, and what is still asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import law
from law import Hit, votes
from law.ballots import Count
from law.electorate import ACCUSED, Electorate
from law.votes import Verdict
from workflows.facts import Facts
from workflows.forms import Form, Part, Whom
from workflows.guards import answers_and_releases, spoken
from workflows.sitting import Sitting, meeting_word

#: The rule for forms that one body decides alone (reprimand, warning, a member's removal from a post).
ONE_BODY = {
    Whom.MEMBER: "vote.threshold.member.light",
    Whom.ORGANISATION: "vote.threshold.org.light",
}
_FORMS_RULE = {Whom.MEMBER: votes.FORMS, Whom.ORGANISATION: votes.ORGANISATION_FORMS}
#: What the tellers count beside the options.
SLIPS = ("phat_ra", "thu_vao", "hop_le", "khong_hop_le")


@dataclass(frozen=True)
class Outcome:
    """The result of one ballot. `asks` non-empty: the law is silent and no result is drawn.

    `needed` votes reach the share that the rule cited as `threshold` sets. `form` is None when no form
    reached it; `goes_up` then sends the whole result to the
    superior. `differs` tells that the answer changes with the accused counted or left out, `none` of a review
    that no discipline at all has the votes a form would need.
    """

    part: Part
    electorate: Electorate
    form: str | None = None
    goes_up: bool = False
    lines: tuple[str, ...] = ()
    needed: int | None = None
    threshold: str | None = None
    hits: tuple[Hit, ...] = ()
    asks: tuple[Hit, ...] = ()
    differs: bool = False
    none: bool = False


def count_of(totals: Mapping[str, int], tellers: int) -> Count:
    """The tellers' sheet in the law's words; options nobody voted for are left out."""
    cast = {form: number for form, number in totals.items() if form not in SLIPS and number}
    return Count(totals["phat_ra"], totals["thu_vao"], totals["khong_hop_le"], cast, tellers)


def electorate(facts: Facts, sitting: Sitting) -> Electorate:
    """Who counts at the meeting, with what this case has answered, about the accused too."""
    settled = answers_and_releases(facts)
    who = sitting.electorate(settled)
    answered = settled.get(ACCUSED)
    if answered is None or who.base_without_accused is None:
        return who
    hits = (*who.hits, answered)
    if answered.value:
        return replace(who, base_without_accused=None, hits=hits)
    accused = {person.id for person in sitting.people if person.accused}
    return replace(
        who,
        base=who.base_without_accused,
        base_without_accused=None,
        counted=tuple(one for one in who.counted if one not in accused),
        slips_for=tuple(one for one in who.slips_for if one not in accused),
        hits=hits,
    )


def outcome(facts: Facts, sitting: Sitting, part: Part, totals: Mapping[str, int]) -> Outcome:
    """Return what the ballot comes to on the day of the meeting, the accused counted and left out.

    Raises law's Impossible for numbers no vote can have.
    """
    settled = answers_and_releases(facts)
    who = electorate(facts, sitting)
    cast = count_of(totals, 0).votes
    verdicts, asks = _judged(facts, who.base, part, cast, settled)
    asks = (*(hit for hit in who.hits if not hit.gives_verdict), *asks)
    if asks:
        return Outcome(part, who, hits=_hits(facts, verdicts, settled, who), asks=asks)
    found = next((one for one in verdicts if one.form), None)
    form = found.form if found else None
    return Outcome(
        part=part,
        electorate=who,
        form=form,
        goes_up=found is None and part is Part.PROPOSES,
        lines=tuple(_in_words(one.arithmetic or "") for one in verdicts),
        needed=verdicts[-1].needed if verdicts else None,
        threshold=verdicts[-1].citation if verdicts else None,
        hits=_hits(facts, verdicts, settled, who),
        differs=any(one != form for one in _without_the_accused(facts, who, sitting, part, cast)),
        none=part is Part.REVIEWS and form is None and _none_passes(facts, who.base, cast, settled),
    )


def _none_passes(
    facts: Facts, base: int, cast: Mapping[str, int], settled: Mapping[str, Hit]
) -> bool:
    """Whether the slips for no discipline alone reach the share that a form of one body needs."""
    hit = _settled(ONE_BODY[facts.whom], facts, settled)
    yes = cast.get(Form.NONE.value, 0)
    return bool(votes.judge(law.book(), hit.rule, _day(facts), base=base, yes=yes, hit=hit).passes)


def laid(found: Outcome, sitting: Sitting, totals: Mapping[str, int]) -> dict[str, Any]:
    """What the file keeps of a ballot: totals and reasons, nothing that ties a voter to a choice."""
    who = found.electorate
    return {
        "body": sitting.body,
        "meeting": sitting.meeting,
        "part": found.part.value,
        "base": who.base,
        "base_without_accused": who.base_without_accused,
        "present": sum(p.present and p.id in who.counted for p in sitting.people),
        "entitled": len(who.slips_for),
        "excluded": [[int(one.person), one.reason, one.hit.cited] for one in who.exclusions],
        "recused": [int(one) for one in who.recused],
        "votes": {form: n for form, n in totals.items() if form not in SLIPS},
        "form": found.form,
        "goes_up": found.goes_up,
        "arithmetic": list(found.lines),
        "needed": found.needed,
        "threshold": found.threshold,
        "differs": found.differs,
        **({"none": found.none} if found.part is Part.REVIEWS else {}),
    }


def rules(whom: Whom) -> tuple[str, ...]:
    """Every rule a ballot about a member, or about an organisation, may ask."""
    two = votes.needs_two_bodies(law.book(), whom.gravest) or ()
    table = law.book().tables["electorate"]
    bases = [table["bases"]["hoi_nghi_dang_vien"], table["bases"]["cap_uy"]]
    others = [row["by"] for row in table["rows"] if "by" in row]
    about = [ONE_BODY[whom], votes.CUMULATION, _FORMS_RULE[whom]]
    return tuple(dict.fromkeys([*bases, *others, *two, *about]))


def base_rule(kind: str) -> str:
    """The rule that says who counts at a meeting of that kind of body."""
    bases: dict[str, str] = law.book().tables["electorate"]["bases"]
    return bases[meeting_word(kind)]


def thresholds(options: Iterable[str], part: Part, whom: Whom) -> tuple[str, ...]:
    """The rules under which a slip with these options may come to be judged."""
    return tuple(_rules_for(dict.fromkeys(options, 1), part, whom))


def _without_the_accused(
    facts: Facts, who: Electorate, sitting: Sitting, part: Part, cast: Mapping[str, int]
) -> Iterator[str | None]:
    """The forms that pass when he is left out, whichever slip was his own; the ballot is secret."""
    base = who.base_without_accused
    if base is None:
        return
    settled = answers_and_releases(facts)
    had_a_slip = any(person.accused and person.id in who.slips_for for person in sitting.people)
    for votes_cast in _without_his_slip(cast, base) if had_a_slip else [cast]:
        verdicts, _asks = _judged(facts, base, part, votes_cast, settled)
        yield next((one.form for one in verdicts if one.form), None)


def _without_his_slip(cast: Mapping[str, int], base: int) -> Iterator[Mapping[str, int]]:
    """The votes as they would be without him: any one of them his, or none where his slip was void."""
    if sum(cast.values()) <= base:
        yield cast
    for his in cast:
        yield {form: number - (form == his) for form, number in cast.items()}


def _judged(
    facts: Facts, base: int, part: Part, cast: Mapping[str, int], settled: Mapping[str, Hit]
) -> tuple[list[Verdict], tuple[Hit, ...]]:
    """One verdict a rule, the heaviest forms first, until one passes or the law is silent."""
    verdicts: list[Verdict] = []
    for rule in _rules_for(cast, part, facts.whom):
        hit = _settled(rule, facts, settled)
        cumulation = _settled(votes.CUMULATION, facts, settled)
        verdict = votes.judge_forms(
            law.book(), rule, _day(facts), base=base, votes=cast, hit=hit, cumulation=cumulation,
            proposal=part is Part.PROPOSES,
        )  # fmt: skip
        verdicts.append(verdict)
        if verdict.state == "unknown":
            needed = (hit,) if part is Part.PROPOSES else (hit, cumulation)
            return verdicts, tuple(one for one in needed if not one.gives_verdict)
        if verdict.form:
            break
    return verdicts, ()


def _rules_for(cast: Mapping[str, int], part: Part, whom: Whom) -> Iterator[str]:
    """The rules under which the forms voted for are judged, the heaviest first."""
    gravest = whom.gravest
    two = votes.needs_two_bodies(law.book(), gravest)
    if cast.get(gravest) and two:
        yield two[part is not Part.PROPOSES]
    lighter = any(cast.get(form) for form in whom.forms if form not in (Form.NONE, gravest))
    if lighter or (cast.get(gravest) and part is not Part.PROPOSES):
        yield ONE_BODY[whom]


def _settled(rule: str, facts: Facts, settled: Mapping[str, Hit]) -> Hit:
    return settled.get(rule) or spoken(rule, facts)


def _day(facts: Facts) -> Any:
    return facts.met_on or facts.acted_on


def _hits(
    facts: Facts, verdicts: list[Verdict], settled: Mapping[str, Hit], who: Electorate
) -> tuple[Hit, ...]:
    asked = [_settled(one.rule, facts, settled) for one in verdicts]
    summed = any("+" in (one.arithmetic or "") for one in verdicts)
    more = [_settled(votes.CUMULATION, facts, settled)] if summed else []
    return tuple({hit.rule: hit for hit in (*who.hits, *asked, *more)}.values())


def _in_words(arithmetic: str) -> str:
    for form in Form:
        arithmetic = arithmetic.replace(f"{form.value}:", f"{form.label.lower()}:")
    return arithmetic
