"""The conditions after a decision: its number, its effect, its service, the complaint, the lapse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from law import Hit, terms
from permissions.roles import Relation
from workflows.conditions.discipline import ballot, form_voted
from workflows.facts import Facts
from workflows.forms import NEVER_LAPSES
from workflows.guards import Guard, Judgement, asking, guard, look_up, rule
from workflows.reviews import Outcome, complaint_is_open, form_in_force, last_result
from workflows.rows import RowKind

WINDOW, LAPSE, EFFECT = "complaint.window", "decision.lapse", "decision.effect"
#: Whether the time served under an earlier form counts once the form is changed.
SERVED = "decision.lapse.served_time"


@guard(
    remedy="Văn thư lấy số, ngày cho quyết định trước khi công bố.", righted_by=("number_paper",)
)
def the_decision_has_its_number(facts: Facts) -> bool:
    """Quyết định kỷ luật chưa được lấy số."""
    decisions = facts.papers_of("decide")
    return bool(decisions) and all(
        p.state not in ("du_thao", "da_trinh", "da_ky") for p in decisions
    )


@rule(
    "decision.chi_bo.effect",
    remedy="Trả lời về hiệu lực của quyết định chi bộ, nêu văn bản, để ghi vào quyết định.",
)
def the_effect_of_the_vote_is_known(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được quyết định của chi bộ có hiệu lực từ khi nào."""
    return True  # the question itself is the guard


@dataclass(frozen=True)
class EffectGuard(Guard):
    """From when the decision binds must be known, unless signing and announcing fall on one day."""

    rules: tuple[str, ...] = (EFFECT,)

    def judge(self, facts: Facts) -> Judgement:
        """Signed and announced on one day, both readings give the same day and nothing is asked."""
        decided = facts.taken.get("decide")
        hit = look_up(EFFECT, facts)
        if hit.force == "ask" and decided and decided.last != facts.acted_on:
            return Judgement(asking(hit), hit.as_json())
        return Judgement(None, hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Asked once the day of signing has gone by."""
        late = (decided := facts.taken.get("decide")) and decided.last != facts.acted_on
        return (look_up(EFFECT, facts),) if late else ()

    def avoided(self, facts: Facts) -> Iterable[Hit]:
        """Signing and announcing on one day, nothing hangs on it."""
        hit = look_up(EFFECT, facts)
        return (hit,) if hit.force == "ask" and not self.ahead(facts) else ()


def _same_day(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    decided = facts.taken.get("decide")
    return bool(decided and decided.last == facts.acted_on)


the_effect_is_known = EffectGuard(
    id="the_effect_is_known",
    sentence="Chưa xác định được hiệu lực của quyết định.",
    remedy="Công bố trong ngày ký, hoặc trả lời về quy định hiệu lực.",
    asks=_same_day,
)


@rule(WINDOW, remedy="Trả lời về thời hạn khiếu nại để ghi ngày cuối vào biên bản trao quyết định.")
def the_window_is_known(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được thời hạn khiếu nại."""
    return True  # the question itself is the guard: an unknown window is asked


@rule(
    WINDOW,
    remedy="Chuyển người gửi đơn sang đề nghị cấp trên xem xét lại; quyết định vẫn có hiệu lực.",
)
def the_complaint_is_in_time(facts: Facts, hit: Hit) -> bool:
    """Khiếu nại gửi sau ngày cuối của thời hạn theo cách tính dài nhất."""
    window = complaint_window(facts, hit)
    sent = facts.inputs.get("sent_on")
    return window is None or sent is None or date.fromisoformat(sent) <= window.longest


def _day_after_the_window(facts: Facts) -> date | None:
    window = complaint_window(facts, look_up(WINDOW, facts))
    return window.longest + timedelta(days=1) if window else None


@rule(
    WINDOW,
    remedy="Chờ qua ngày cuối của thời hạn khiếu nại theo cách tính dài nhất.",
    not_before=_day_after_the_window,
)
def the_window_has_closed(facts: Facts, hit: Hit) -> bool:
    """Thời hạn khiếu nại chưa hết."""
    window = complaint_window(facts, hit)
    return window is not None and facts.acted_on > window.longest


@guard(
    remedy="Ghi đúng ngày gửi đơn: từ ngày nhận quyết định đến ngày ghi nhận.", reads_inputs=True
)
def the_complaint_came_after_the_decision(facts: Facts) -> bool:
    """Ngày gửi đơn phải từ ngày nhận quyết định và không sau ngày ghi nhận."""
    handed, sent = facts.last(RowKind.HANDED_OVER), facts.inputs.get("sent_on")
    if handed is None or sent is None:
        return True
    return handed.on <= date.fromisoformat(sent) <= facts.acted_on


@guard(remedy="Giải quyết xong khiếu nại trước.", elsewhere=True)
def no_complaint_is_open(facts: Facts) -> bool:
    """Đã nhận khiếu nại trong thời hạn; hồ sơ chờ kết quả giải quyết khiếu nại."""
    return not complaint_is_open(facts)


@guard(remedy="Đối chiếu lại: hình thức này không chấm dứt hiệu lực theo thời gian.", chooses=True)
def the_form_lapses(facts: Facts) -> bool:
    """Hình thức kỷ luật này không tự chấm dứt hiệu lực."""
    return form_in_force(facts) not in NEVER_LAPSES


@guard(remedy="Theo dõi chấp hành đến khi quyết định chấm dứt hiệu lực.", chooses=True)
def the_form_never_lapses(facts: Facts) -> bool:
    """Quyết định còn hiệu lực có thời hạn, hồ sơ chưa kết thúc theo dõi."""
    return form_in_force(facts) in NEVER_LAPSES


@dataclass(frozen=True)
class LapseGuard(Guard):
    """The time of the decision has run out under every reading of its first day."""

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Whether the decision lapses at all hangs on the form: no question before one is voted."""
        return super().ahead(facts) if form_voted(facts) else ()


def _over(facts: Facts, hit: Hit) -> bool:
    days = lapse_days(facts, hit)
    return bool(days) and facts.acted_on > max(days)


def _day_after_the_effect(facts: Facts) -> date | None:
    days = lapse_days(facts, look_up(LAPSE, facts))
    return max(days) + timedelta(days=1) if days else None


the_decision_has_lapsed = LapseGuard(
    id=LAPSE,
    sentence="Chưa hết thời gian thi hành kỷ luật theo cách tính dài nhất.",
    remedy="Chờ hết thời gian theo cách tính dài nhất.",
    asks=_over,
    law=LAPSE,
    not_before=_day_after_the_effect,
)


def complaint_window(facts: Facts, hit: Hit) -> terms.Deadline | None:
    """The window from the day the decision was received; None before that, or without a rule."""
    handed = facts.last(RowKind.HANDED_OVER)
    return terms.deadline(hit, handed.on) if handed else None


def lapse_days(facts: Facts, hit: Hit) -> tuple[date, ...]:
    """The last days of the effect by every reading of its first day; one alone where nothing is disputed."""
    if not isinstance(hit.value, int):
        return ()
    return tuple(
        terms.last_day(start, hit.value, hit.unit or "month").last_day
        for start in dict.fromkeys(lapse_starts(facts))
    )


def lapse_starts(facts: Facts) -> list[date]:
    """The first days from which the effect may count: the announcement, what settled a complaint, time served.

    A cell's decision binds from the vote it announces, and is handed over later. What was kept on a complaint
    may count from either announcement. A form that was changed goes on counting from the first one where the
    law says that the time served counts; where it does not say, both are possible.
    """
    found, handed, last = ballot(facts), facts.last(RowKind.HANDED_OVER), last_result(facts)
    if found is None or handed is None:
        return []
    first = [found.on, handed.on] if _decided_by_a_cell(facts) else [handed.on]
    if last is None:
        return first
    served = look_up(SERVED, facts)
    if last.facts["said"] == Outcome.CHANGED and served.gives_verdict and served.value:
        return first
    return [*first, last.on]


@guard(
    remedy="Người theo dõi hồ sơ đối chiếu ngày đầu, xác nhận khi hết theo cách tính dài nhất.",
    chooses=True,
)
def the_lapse_is_undisputed(facts: Facts) -> bool:
    """Ngày đầu của thời gian thi hành còn hiểu khác nhau, phải có người xác nhận."""
    return len(set(lapse_starts(facts))) == 1


def _decided_by_a_cell(facts: Facts) -> bool:
    body = facts.bodies.get(facts.body_at(Relation.DECIDING) or 0)
    return (body.kind if body else facts.body) == "chi_bo"
