"""The conditions of a suspension: its ground, who decides it, whether the subject was heard, its days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from law import Answer, Hit, Reason
from permissions.roles import Relation
from workflows.conditions.powers import LIGHTEST, PowerGuard, word_of
from workflows.facts import BodyFact, Facts
from workflows.guards import (
    Guard,
    Judgement,
    answers_and_releases,
    asking,
    guard,
    look_up,
    rule,
    spoken,
)
from workflows.rows import RowKind
from workflows.suspensions import (
    COMMITTEE,
    IN_PROCEEDINGS,
    Ground,
    first_day,
    ground,
    sits_on_a_committee,
)

POWER, POWER_OVER_ORGANISATION = "authority.suspension", "authority.suspension.org"
HEARD, COMPLAINT = "suspension.heard", "suspension.complaint"
#: Forms of discipline after which there is nobody left to return.
LAST_FORMS = frozenset({"khai_tru", "giai_tan"})


# The ground


@rule(
    "suspension.grounds",
    remedy="Không đình chỉ; tiếp tục kiểm tra, xem xét theo trình tự.",
)
def the_case_is_one_of_the_laws(facts: Facts, hit: Hit) -> bool:
    """Trường hợp này không thuộc các trường hợp bị đình chỉ."""
    return isinstance(hit.settled_by, Answer) or ground(facts).is_among(hit.value)


@rule(
    "suspension.grounds.org",
    remedy="Trả lời về các trường hợp tổ chức đảng bị đình chỉ hoạt động, nêu văn bản.",
)
def the_cases_of_organisations_are_known(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được các trường hợp tổ chức đảng bị đình chỉ hoạt động."""
    return True  # the question itself is the guard


@rule(
    "suspension.mandatory",
    remedy="Ban hành quyết định đình chỉ; khi hết căn cứ thì cho trở lại sinh hoạt.",
)
def the_law_leaves_a_choice(facts: Facts, hit: Hit) -> bool:
    """Trường hợp này phải đình chỉ sinh hoạt đảng, không được để lại."""
    return not ground(facts).is_among(hit.value)


@guard(
    remedy="Người không ở cấp ủy thì đình chỉ khi bị truy tố, tạm giam, hoặc khi cố ý gây trở ngại.",
    reads_inputs=True,
)
def a_charge_reaches_committee_members_only(facts: Facts) -> bool:
    """Đảng viên này không phải cấp ủy viên: mới bị khởi tố thì chưa thuộc trường hợp đình chỉ này."""
    return ground(facts) is not Ground.CHARGED or all(map(sits_on_a_committee, facts.subjects))


# Who decides


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
        and word_of(_deciding(facts), facts, LIGHTEST) in said.get("criminal_bodies", ())
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


# Whether the subject was heard, and what else follows


@dataclass(frozen=True)
class AskedUnless(Guard):
    """A question of law that is asked only where the file has not made it idle.

    Where `either` answer will do, only an open question refuses.
    """

    rules: tuple[str, ...] = ()
    either: bool = False

    def judge(self, facts: Facts) -> Judgement:
        """Ask the law only where `asks` does not hold."""
        if self.asks(facts):
            return Judgement()
        hit = look_up(self.rules[0], facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        holds = self.either or bool(hit.value)
        return Judgement(None if holds else self._refuse(hit), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The rule, while the file still leads to the question."""
        return () if self.asks(facts) else (look_up(self.rules[0], facts),)


def _heard(facts: Facts) -> bool:
    heard = facts.last(RowKind.HEARING)
    return heard is not None and heard.on <= facts.acted_on


def _no_committee(facts: Facts) -> bool:
    whole = ground(facts) is not Ground.CHARGED
    return not (whole and any(map(sits_on_a_committee, facts.subjects)))


the_subject_was_heard = AskedUnless(
    id="the_subject_was_heard",
    sentence="Chưa nghe đối tượng trình bày trước khi quyết định đình chỉ.",
    remedy="Nghe đối tượng trình bày, lập biên bản, rồi mới quyết định.",
    asks=_heard,
    righted_by=("hear",),
    rules=(HEARD,),
)
the_committees_are_settled = AskedUnless(
    id="the_committees_are_settled",
    sentence="Chưa xác định được việc sinh hoạt cấp ủy của người bị đình chỉ sinh hoạt đảng.",
    remedy="Trả lời về quy định này, nêu văn bản.",
    asks=_no_committee,
    rules=(COMMITTEE,),
    either=True,
)


@rule(COMPLAINT, remedy="Trả lời về thời hạn khiếu nại quyết định đình chỉ, nêu văn bản.")
def the_complaint_is_known(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được việc khiếu nại quyết định đình chỉ."""
    return True  # the question itself is the guard


# Days


@guard(remedy="Ghi đình chỉ từ ngày ký quyết định hoặc ngày sau.", reads_inputs=True)
def it_begins_no_earlier_than_the_decision(facts: Facts) -> bool:
    """Không đình chỉ lùi ngày: ngày bắt đầu phải từ ngày ký quyết định."""
    return str(facts.inputs.get("from_on", "9")) >= facts.acted_on.isoformat()


@guard(remedy="Ghi ngày trở lại từ ngày bắt đầu bị đình chỉ trở đi.", reads_inputs=True)
def the_return_comes_after_it_began(facts: Facts) -> bool:
    """Ngày trở lại không được trước ngày bắt đầu bị đình chỉ."""
    return str(facts.inputs.get("returns_on", "9")) >= first_day(facts)


@cache
def numbered(step: str, called: str) -> Guard:
    """The papers of `step` have their numbers: nothing is announced without one."""

    def the_decision_is_numbered(facts: Facts) -> bool:
        papers = facts.papers_of(step)
        return bool(papers) and all(p.state not in ("du_thao", "da_trinh", "da_ky") for p in papers)

    the_decision_is_numbered.__doc__ = f"{called} chưa được lấy số."
    remedy = "Văn thư lấy số, ngày cho quyết định trước khi công bố."
    return guard(remedy=remedy, righted_by=("number_paper",))(the_decision_is_numbered)


# Discipline meanwhile


@guard(
    remedy="Ghi quyết định kỷ luật trước; còn là đảng viên, còn hoạt động thì ra quyết định cho trở lại.",
    righted_by=("record_discipline",),
)
def discipline_left_nobody_to_return(facts: Facts) -> bool:
    """Chưa có quyết định khai trừ, giải tán: đình chỉ chỉ kết thúc bằng quyết định cho trở lại."""
    found = facts.last(RowKind.OUTCOME)
    return found is not None and found.facts["result"] in LAST_FORMS
