"""One question put to a meeting, answered yes or no: who counts, under which share, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import law
from law import Hit, votes
from law.ballots import Count
from law.electorate import ACCUSED, Electorate
from law.votes import Verdict
from permissions.roles import Relation
from workflows import balloting
from workflows.facts import BodyFact, Facts
from workflows.forms import Part
from workflows.guards import answers_and_releases, spoken
from workflows.sitting import Sitting

YES, NO = "dong_y", "khong"
#: What stands on the slip or is asked for a show of cards, the usual answer last.
OPTIONS = ((NO, "Không đồng ý"), (YES, "Đồng ý"))
SECRET, CARD = "phieu_kin", "the_dang"
#: The two ways to vote that the law leaves to the meeting.
WAYS = ((SECRET, "Phiếu kín"), (CARD, "Thẻ đảng viên"))


@dataclass(frozen=True)
class Shares:
    """The rules that set the share of the votes, by whose meeting it is: a cell, a base committee, any above."""

    cell: str
    base: str
    base_decides: str
    above: str
    way: str

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule, each once."""
        return tuple(dict.fromkeys((self.cell, self.base, self.base_decides, self.above, self.way)))


@dataclass(frozen=True)
class Motion:
    """A question that one body answers: what it does with the answer, where it stands, which shares bind it."""

    part: Part
    relation: Relation
    shares: Shares

    def rule_for(self, body: BodyFact) -> str:
        """The rule that sets the share at a meeting of this body."""
        if body.kind == "chi_bo":
            return self.shares.cell
        if body.kind == "cap_uy" and body.level in ("co_so", "bo_phan"):
            return self.shares.base_decides if self.part is Part.DECIDES else self.shares.base
        return self.shares.above


@dataclass(frozen=True)
class Outcome:
    """The answer of one meeting. `asks` non-empty: the law is silent and no result is drawn.

    `differs` tells that the answer changes with the person concerned counted or left out.
    """

    motion: Motion
    electorate: Electorate
    verdict: Verdict | None
    hits: tuple[Hit, ...]
    asks: tuple[Hit, ...] = ()
    differs: bool = False

    @property
    def passes(self) -> bool:
        return bool(self.verdict and self.verdict.passes)


def body_of(facts: Facts, motion: Motion) -> BodyFact:
    """The body whose turn it is to vote."""
    found = facts.bodies.get(facts.body_at(motion.relation) or 0)
    return found or BodyFact(facts.own, facts.body, facts.level)


def share(facts: Facts, motion: Motion) -> Hit:
    """The share that binds the body whose turn it is, with what this case has answered or released."""
    rule = motion.rule_for(body_of(facts, motion))
    return answers_and_releases(facts).get(rule) or spoken(rule, facts)


def outcome(facts: Facts, sitting: Sitting, motion: Motion, totals: Mapping[str, int]) -> Outcome:
    """Return what the vote comes to on the day of the meeting, the person concerned counted and left out.

    Raises law's Impossible for numbers no vote can have.
    """
    who, hit, yes = balloting.electorate(facts, sitting), share(facts, motion), totals[YES]
    asked = tuple(one for one in (*who.hits, hit) if not one.gives_verdict)
    hits = tuple({one.rule: one for one in (*who.hits, hit)}.values())
    if asked:
        return Outcome(motion, who, None, hits, asked)
    verdict = _judge(facts, hit, who.base, yes)
    return Outcome(
        motion, who, verdict, hits, differs=_hangs_on_one(facts, who, hit, totals, verdict)
    )


def laid(found: Outcome, sitting: Sitting, totals: Mapping[str, int]) -> dict[str, Any]:
    """What the file keeps of a vote: totals and reasons, nothing that ties a voter to a choice."""
    who, verdict = found.electorate, found.verdict
    return {
        "body": sitting.body,
        "meeting": sitting.meeting,
        "part": found.motion.part.value,
        "base": who.base,
        "base_without_accused": who.base_without_accused,
        "present": sum(p.present and p.id in who.counted for p in sitting.people),
        "entitled": len(who.slips_for),
        "excluded": [[int(one.person), one.reason, one.hit.cited] for one in who.exclusions],
        "recused": [int(one) for one in who.recused],
        "votes": {YES: totals[YES], NO: totals[NO]},
        "passes": found.passes,
        "arithmetic": [verdict.arithmetic] if verdict and verdict.arithmetic else [],
        "needed": verdict.needed if verdict else None,
        "threshold": verdict.citation if verdict else None,
        "differs": found.differs,
    }


def count_of(totals: Mapping[str, int], tellers: int) -> Count:
    """The tellers' sheet in the law's words."""
    cast = {option: totals[option] for option in (YES, NO) if totals[option]}
    return Count(totals["phat_ra"], totals["thu_vao"], totals["khong_hop_le"], cast, tellers)


def _judge(facts: Facts, hit: Hit, base: int, yes: int) -> Verdict:
    return votes.judge(
        law.book(), hit.rule, facts.met_on or facts.acted_on, base=base, yes=yes, hit=hit
    )


def _hangs_on_one(
    facts: Facts, who: Electorate, hit: Hit, totals: Mapping[str, int], verdict: Verdict
) -> bool:
    """Whether leaving out the person concerned, and the yes or no that may be theirs, changes the answer."""
    base = who.base_without_accused
    if base is None or ACCUSED in answers_and_releases(facts):
        return False
    others = {max(totals[YES] - 1, 0), min(totals[YES], base)}
    return any(_judge(facts, hit, base, yes).passes != verdict.passes for yes in others)
