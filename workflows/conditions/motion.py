"""The conditions of a vote on one question: the meeting, how it votes, the count, the share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from law import Hit, Reason, ballots
from law.ballots import Slip
from law.electorate import ACCUSED
from law.faults import Impossible
from workflows import balloting, motions
from workflows.conditions.ballot import (
    of_the_body_at,
    the_matter_is_on_the_agenda,
    the_meeting_is_in_session,
    the_vote_is_on_the_day_of_the_meeting,
)
from workflows.facts import Facts
from workflows.guards import Guard, Judgement, answers_and_releases, asking, guard, spoken
from workflows.motions import Motion
from workflows.rows import RowKind


@guard(
    remedy="Biểu quyết lại thì đưa ra cuộc họp khác; ghi nhầm kết quả thì đính chính bước đã ghi.",
    reads_inputs=True,
)
def the_meeting_has_not_answered_it(facts: Facts) -> bool:
    """Cuộc họp này đã biểu quyết về hồ sơ này."""
    sitting = facts.sitting
    return sitting is None or facts.last(RowKind.MOTION, meeting=sitting.meeting) is None


@dataclass(frozen=True)
class MotionGuard(Guard):
    """The count holds, the law gives the share, and the answer does not hang on the person concerned."""

    motion: Motion | None = None

    @property
    def rules(self) -> Sequence[str]:
        """Every rule such a vote may ask."""
        assert self.motion is not None
        bases = (balloting.base_rule("chi_bo"), balloting.base_rule("cap_uy"))
        return tuple(dict.fromkeys((*self.motion.shares.rules, *bases, ACCUSED)))

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """Every fault of the count, every question the law leaves open, every rule that was asked."""
        totals = facts.inputs.get("totals")
        if facts.sitting is None or not totals:
            return  # said already: an answer is missing
        assert self.motion is not None
        way = self._way(facts)
        yield Judgement(asking(way) if way.force == "ask" else None, way.as_json())
        yield from (Judgement(reason) for reason in self._wrong(facts, totals, way))
        try:
            found = motions.outcome(facts, facts.sitting, self.motion, totals)
        except Impossible as impossible:
            yield Judgement(_wrong_count(str(impossible), way))
            return
        yield from (Judgement(asking(hit), hit.as_json()) for hit in found.asks)
        asked = {hit.rule for hit in found.asks}
        yield from (Judgement(None, h.as_json()) for h in found.hits if h.rule not in asked)
        if found.differs:
            accused = spoken(ACCUSED, facts)
            yield Judgement(asking(accused), accused.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """How the meeting may vote, who counts there, and the share of the body whose turn it is."""
        assert self.motion is not None
        body = motions.body_of(facts, self.motion)
        settled = answers_and_releases(facts)
        base = balloting.base_rule(body.kind)
        yield from (self._way(facts), settled.get(base) or spoken(base, facts))
        yield motions.share(facts, self.motion)

    def avoided(self, facts: Facts) -> Iterable[Hit]:
        """Whether the person concerned counts is computed both ways and asked only where it matters."""
        hit = answers_and_releases(facts).get(ACCUSED) or spoken(ACCUSED, facts)
        return (hit,) if hit.force == "ask" else ()

    def _way(self, facts: Facts) -> Hit:
        assert self.motion is not None
        rule = self.motion.shares.way
        return answers_and_releases(facts).get(rule) or spoken(rule, facts)

    def _wrong(self, facts: Facts, totals: Any, way: Hit) -> Iterator[Reason]:
        """What is wrong with the slips or the cards, whoever was entitled to one."""
        assert facts.sitting is not None
        who = balloting.electorate(facts, facts.sitting)
        tellers = len([one for one in facts.inputs.get("tellers", "").splitlines() if one.strip()])
        count = motions.count_of(totals, tellers)
        slip = Slip((motions.NO, motions.YES), (), way)
        for one in ballots.refusals(count, slip, len(who.slips_for)):
            yield replace(one, rule=way.rule, citation=way.cited, confidence=way.confidence)
        if totals["hop_le"] != count.valid:
            text = (
                f"Số hợp lệ ({totals['hop_le']}) và không hợp lệ ({count.invalid}) không bằng số thu"
                f" vào ({count.received})."
            )
            yield _wrong_count(text, way)


def _wrong_count(text: str, way: Hit) -> Reason:
    return Reason(way.rule, text, way.cited, way.confidence, "Kiểm lại biên bản kiểm phiếu.")


def _asks(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return bool(facts.inputs.get("totals"))


def conditions(motion: Motion) -> list[Guard]:
    """Everything a vote on this question must meet."""
    holds = MotionGuard(
        id="the_motion_holds",
        sentence="Kết quả biểu quyết chưa hợp lệ.",
        remedy="Kiểm lại biên bản kiểm phiếu.",
        asks=_asks,
        reads_inputs=True,
        motion=motion,
    )
    return [
        the_meeting_is_in_session,
        the_vote_is_on_the_day_of_the_meeting,
        the_matter_is_on_the_agenda,
        of_the_body_at(motion.relation),
        the_meeting_has_not_answered_it,
        holds,
    ]
