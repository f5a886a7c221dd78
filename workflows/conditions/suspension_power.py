"""Who may suspend: the rule on suspending, and the power to discipline that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from law import Hit, Reason
from permissions.roles import Relation
from workflows.conditions.powers import PowerGuard, word_of
from workflows.facts import BodyFact, Facts
from workflows.guards import Guard, Judgement, answers_and_releases, asking, guard, spoken
from workflows.suspensions import IN_PROCEEDINGS, ground

POWER, POWER_OVER_ORGANISATION = "authority.suspension", "authority.suspension.org"


@guard(remedy="Chọn cơ quan cấp trên có thẩm quyền làm cơ quan quyết định.", reads_inputs=True)
def another_body_is_asked(facts: Facts) -> bool:
    """Chi bộ chỉ đề nghị đình chỉ, không tự quyết định."""
    return facts.inputs.get("deciding") != facts.own


@dataclass(frozen=True)
class SuspendingPower(Guard):
    """The deciding body may suspend: by the power to discipline that the rule names, or in proceedings."""

    power: str = POWER

    @property
    def rules(self) -> tuple[str, ...]:
        """The rule on suspending, then those of the table of powers it leads to."""
        return (self.power, *(_TO_DISCIPLINE.rules if self.power == POWER else ()))

    def judge(self, facts: Facts) -> Judgement:
        """The first reason against it, or what was looked up last."""
        found = list(self.judgements(facts))
        return next((one for one in found if one.reason), found[-1])

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """The rule on suspending; where it leads to the power to discipline, that power too."""
        hit = self._hit(facts)
        yield Judgement(self._against(hit), hit.as_json())
        if self._leads_on(facts, hit):
            yield from _TO_DISCIPLINE.judgements(_as_full_member(facts))

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The same rules, as far as they are still open."""
        hit = self._hit(facts)
        yield hit
        if self._leads_on(facts, hit):
            yield from _TO_DISCIPLINE.ahead(_as_full_member(facts))

    def _hit(self, facts: Facts) -> Hit:
        return _settled(self.power, facts)

    def _against(self, hit: Hit) -> Reason | None:
        """Nobody has read it, or it says that this body does not decide."""
        if hit.force == "ask":
            return asking(hit)
        decides = _parts(hit).get("mode", "decide") == "decide" or hit.force == "released"
        return None if decides else self._refuse(hit)

    def _leads_on(self, facts: Facts, hit: Hit) -> bool:
        """Whether the rule names a power to discipline, and does not give the power of itself."""
        by_itself = hit.force in ("ask", "released") or _in_proceedings(facts, hit)
        return self.power == POWER and not by_itself and bool(_forms(hit))


@dataclass(frozen=True)
class PowerToDiscipline(PowerGuard):
    """The deciding body has the power to discipline that the rule on suspending takes for its own."""

    form: str = "khai_tru"

    def asked(self, facts: Facts) -> tuple[BodyFact, str]:
        """The deciding body, and the first form that the rule names."""
        return _deciding(facts), next(iter(_forms(_settled(POWER, facts))), "")


def _settled(rule_id: str, facts: Facts) -> Hit:
    return answers_and_releases(facts).get(rule_id) or spoken(rule_id, facts)


def _forms(hit: Hit) -> tuple[str, ...]:
    said = _parts(hit).get("forms", ())
    return (said,) if isinstance(said, str) else tuple(said)


def _deciding(facts: Facts) -> BodyFact:
    body = facts.bodies.get(facts.body_at(Relation.DECIDING) or 0)
    return body or BodyFact(facts.own, facts.body, facts.level)


def _parts(hit: Hit) -> Mapping[str, Any]:
    return hit.value if isinstance(hit.value, Mapping) else {}


def _in_proceedings(facts: Facts, hit: Hit) -> bool:
    """Whether the rule gives this body the power over this member because of the proceedings."""
    said, subject = _parts(hit), facts.subjects[0]
    return (
        ground(facts) in IN_PROCEEDINGS
        and word_of(_deciding(facts), facts) in said.get("criminal_bodies", ())
        and subject.category in said.get("criminal_subjects", ())
    )


def _as_full_member(facts: Facts) -> Facts:
    """Nobody expels a probationary member; the power meant is the one over a full member."""
    full = (
        replace(s, category="dang_vien") if s.category == "du_bi" else s for s in facts.subjects
    )
    return replace(facts, subjects=tuple(full))


def _asks_power(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return facts.body != ""


_SAID: dict[str, Any] = {
    "id": "the_body_may_suspend",
    "sentence": "Cơ quan này không có thẩm quyền quyết định đình chỉ đối tượng này.",
    "remedy": "Đề nghị cơ quan có thẩm quyền quyết định.",
    "asks": _asks_power,
}
_TO_DISCIPLINE = PowerToDiscipline(**_SAID)


def may_suspend(power: str) -> Guard:
    """The guard over the power that `power` gives."""
    return SuspendingPower(**_SAID, power=power)
