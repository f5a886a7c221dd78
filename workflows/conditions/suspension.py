"""The conditions of a suspension: its ground, whether the subject was heard, its days, what ends it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from law import Answer, Hit
from workflows.facts import Facts
from workflows.guards import (
    Guard,
    Judgement,
    asking,
    guard,
    look_up,
    rule,
)
from workflows.rows import RowKind
from workflows.suspensions import (
    COMMITTEE,
    Ground,
    LegalAct,
    first_day,
    ground,
    sits_on_a_committee,
)

HEARD, COMPLAINT = "suspension.heard", "suspension.complaint"
NOTICE = "notice.legal_bodies"
#: Forms of discipline after which there is nobody left to return.
LAST_FORMS = frozenset({"khai_tru", "giai_tan"})


# The ground


@cache
def the_case_is_one_of_the_laws(rule_id: str) -> Guard:
    """The ground stands among the cases that `rule_id` names, or was looked at and answered."""

    def asks(facts: Facts, hit: Hit) -> bool:
        return isinstance(hit.settled_by, Answer) or ground(facts).label in hit.value

    asks.__doc__ = "Trường hợp này không thuộc các trường hợp bị đình chỉ."
    return rule(rule_id, remedy="Không đình chỉ; tiếp tục kiểm tra, xem xét theo trình tự.")(asks)


@rule(
    "suspension.mandatory",
    remedy="Ban hành quyết định đình chỉ; khi hết căn cứ thì cho trở lại sinh hoạt.",
)
def the_law_leaves_a_choice(facts: Facts, hit: Hit) -> bool:
    """Trường hợp này phải đình chỉ sinh hoạt đảng, không được để lại."""
    return ground(facts).label not in hit.value


@guard(
    remedy="Người không ở cấp ủy thì đình chỉ khi bị truy tố, tạm giam, hoặc khi cố ý gây trở ngại.",
    reads_inputs=True,
)
def a_charge_reaches_committee_members_only(facts: Facts) -> bool:
    """Đảng viên này không phải cấp ủy viên: mới bị khởi tố thì chưa thuộc trường hợp đình chỉ này."""
    return ground(facts) is not Ground.CHARGED or all(map(sits_on_a_committee, facts.subjects))


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
        papers = [paper for paper in facts.papers if paper.step == step]
        return bool(papers) and all(p.state not in ("du_thao", "da_trinh", "da_ky") for p in papers)

    the_decision_is_numbered.__doc__ = f"{called} chưa được lấy số."
    remedy = "Văn thư lấy số, ngày cho quyết định trước khi công bố."
    return guard(remedy=remedy, righted_by=("number_paper",))(the_decision_is_numbered)


# Proceedings, discipline


@dataclass(frozen=True)
class NoticeGuard(Guard):
    """Looks up in how many days the law body must tell; a late notice is taken all the same."""

    rules: tuple[str, ...] = (NOTICE,)

    def judge(self, facts: Facts) -> Judgement:
        """Only the order of the days refuses."""
        hit = look_up(NOTICE, facts)
        return Judgement(None if self.asks(facts) else self._refuse(None), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Nothing of the Party organisation's own way hangs on it."""
        return ()


def _told_after_the_act(facts: Facts) -> bool:
    happened, received = (
        str(facts.inputs.get(name, "")) for name in ("happened_on", "received_on")
    )
    return happened <= (received or "9") <= facts.acted_on.isoformat() or not received


the_notice_follows_the_act = NoticeGuard(
    id="the_notice_follows_the_act",
    sentence="Ngày nhận thông báo phải từ ngày của việc được thông báo, không sau ngày ghi nhận.",
    remedy="Ghi đúng hai ngày theo văn bản và dấu đến.",
    asks=_told_after_the_act,
    reads_inputs=True,
)


def told_late(facts: Facts) -> bool | None:
    """Whether the law body told later than its days allow; None where nobody knows these days."""
    hit = look_up(NOTICE, facts)
    if not hit.gives_verdict or not isinstance(hit.value, int):
        return None
    happened, received = (
        date.fromisoformat(facts.inputs[name]) for name in ("happened_on", "received_on")
    )
    return (received - happened).days > hit.value


@rule("suspension.criminal", remedy="Trả lời về thời hạn đình chỉ theo tố tụng, nêu văn bản.")
def the_term_follows_the_proceedings(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được thời hạn đình chỉ khi đảng viên bị truy tố, tạm giam, khởi tố."""
    return True  # the question itself is the guard


@guard(
    remedy="Ghi thông báo của cơ quan pháp luật về việc gia hạn trước.",
    righted_by=("record_notice",),
)
def the_proceedings_were_extended(facts: Facts) -> bool:
    """Chưa có thông báo của cơ quan pháp luật về việc gia hạn thời hạn tố tụng."""
    told = len([*facts.of(RowKind.LEGAL_NOTICE, act=LegalAct.LONGER)])
    return told > len([*facts.of(RowKind.EXTENSION)])


@guard(
    remedy="Ghi quyết định kỷ luật trước; còn là đảng viên, còn hoạt động thì ra quyết định cho trở lại.",
    righted_by=("record_discipline",),
)
def discipline_left_nobody_to_return(facts: Facts) -> bool:
    """Chưa có quyết định khai trừ, giải tán: đình chỉ chỉ kết thúc bằng quyết định cho trở lại."""
    found = facts.last(RowKind.OUTCOME)
    return found is not None and found.facts["result"] in LAST_FORMS
