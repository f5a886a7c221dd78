"""The conditions of a discipline outside the ballot: levels, decision, service, complaint, lapse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import law
from law import Hit, limitation, terms
from permissions.roles import Relation
from workflows.facts import Facts, Row
from workflows.forms import NEVER_LAPSES, Part
from workflows.guards import Guard, Judgement, asking, guard, look_up, rule
from workflows.rows import RowKind

WINDOW, LAPSE, EFFECT = "complaint.window", "decision.lapse", "decision.effect"


def ballot(facts: Facts) -> Row | None:
    """The newest ballot that decides."""
    return facts.last(RowKind.BALLOT, part=Part.DECIDES)


def form_voted(facts: Facts) -> str | None:
    """The form the deciding ballot came to, None for no discipline or no ballot."""
    found = ballot(facts)
    return found.facts["form"] if found else None


# Levels


@guard(remedy="Chọn cơ quan quyết định không trùng với các cấp đề nghị.", reads_inputs=True)
def the_deciding_body_is_no_proposer(facts: Facts) -> bool:
    """Cơ quan quyết định không thể vừa là cấp đề nghị."""
    return facts.inputs.get("deciding") not in facts.inputs.get("proposing", ())


@guard(remedy="Ghi kết quả bỏ phiếu đề nghị của cấp này trước.", righted_by=("vote_to_propose",))
def the_level_has_voted(facts: Facts) -> bool:
    """Tổ chức đảng này chưa bỏ phiếu đề nghị."""
    body = facts.body_at(Relation.LEVEL)
    return body is not None and facts.last(RowKind.BALLOT, body=body) is not None


def _votes_and_proposals_left(facts: Facts) -> tuple[str, ...]:
    """For each level below a ballot and a proposal, less what the level whose turn it is has done."""
    codes = [("vote_to_propose", "send_proposal") for _level in facts.levels_left]
    done = the_level_has_voted.asks(facts)
    return tuple(code for pair in codes for code in pair)[done:]


@guard(
    remedy="Từng cấp bỏ phiếu, gửi đề nghị theo thứ tự từ dưới lên.",
    righted_by=("vote_to_propose", "send_proposal"),
    still=_votes_and_proposals_left,
)
def every_level_has_sent_its_proposal(facts: Facts) -> bool:
    """Còn tổ chức đảng cấp dưới chưa bỏ phiếu và gửi đề nghị."""
    return facts.body_at(Relation.LEVEL) is None


@guard(
    remedy="Ủy ban kiểm tra bỏ phiếu đề nghị, ghi kết quả rồi mới trình.",
    righted_by=("vote_to_submit",),
)
def the_committee_has_voted_to_propose(facts: Facts) -> bool:
    """Ủy ban kiểm tra chưa bỏ phiếu đề nghị."""
    return facts.last(RowKind.BALLOT, body=facts.own, part=Part.PROPOSES) is not None


@guard(remedy="Cơ quan này tự quyết định; không phải trình cấp trên.", chooses=True)
def another_body_decides(facts: Facts) -> bool:
    """Cơ quan thụ lý chính là cơ quan quyết định."""
    return facts.body_at(Relation.DECIDING) != facts.own


@guard(remedy="Trình tờ trình, báo cáo đề nghị lên cơ quan quyết định trước.", chooses=True)
def the_matter_has_been_submitted(facts: Facts) -> bool:
    """Chưa trình đề nghị lên cơ quan quyết định."""
    return facts.body_at(Relation.DECIDING) == facts.own or facts.has_taken("submit")


# Refusals on record


#: The step that records each refusal.
_RECORDED_BY = {"kiem_diem": ("record_no_self_criticism",), "trinh_bay": ("record_no_hearing",)}


def refusal_on_record(about: str, words: str) -> Guard:
    """A recorded refusal after repeated invitations, `about` self-criticism or the hearing."""

    def asks(facts: Facts) -> bool:
        return facts.last(RowKind.REFUSAL, about=about) is not None

    asks.__doc__ = f"Chưa có biên bản ghi việc đảng viên không {words} sau nhiều lần mời."
    return guard(
        remedy="Mời lại, nêu rõ ngày; nhiều lần không được thì lập biên bản.",
        righted_by=_RECORDED_BY[about],
    )(asks)


# The decision


@guard(remedy="Cơ quan quyết định bỏ phiếu kín trước; không có phiếu thì không có quyết định.")
def the_body_has_voted(facts: Facts) -> bool:
    """Chưa có kết quả bỏ phiếu quyết định kỷ luật."""
    return ballot(facts) is not None


@guard(remedy="Ghi kết quả “không kỷ luật”, hoặc đưa ra biểu quyết lại.", chooses=True)
def a_form_has_passed(facts: Facts) -> bool:
    """Kết quả bỏ phiếu không có hình thức kỷ luật nào đủ số phiếu."""
    return ballot(facts) is None or form_voted(facts) is not None


@guard(remedy="Có hình thức đủ phiếu thì soạn, ký quyết định.", chooses=True)
def no_form_has_passed(facts: Facts) -> bool:
    """Kết quả bỏ phiếu đã có hình thức kỷ luật đủ số phiếu."""
    return ballot(facts) is not None and form_voted(facts) is None


@guard(remedy="Ghi đúng ngày; quyết định ký sau khi đã biểu quyết.")
def the_decision_follows_the_vote(facts: Facts) -> bool:
    """Quyết định không được ký trước ngày biểu quyết."""
    found = ballot(facts)
    return found is None or facts.acted_on >= found.on


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

    rules: tuple[str, ...] = tuple(dict.fromkeys(limitation.RULE["member"].values()))

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
        forms = [voted] if voted else list(limitation.RULE["member"])
        return [look_up(limitation.RULE["member"][form], facts) for form in forms]


def limitation_hit(facts: Facts, form: str) -> Hit:
    """The rule of limitation for this form and this kind of act, with what the case answered."""
    unlimited = facts.inputs.get("act_kind") == "khong_thoi_hieu"
    name = limitation.NO_LIMIT if unlimited else limitation.RULE["member"][form]
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
        unlimited_theme=facts.inputs.get("act_kind") == "khong_thoi_hieu",
        hit=limitation_hit(facts, form),
    )
    return bool(found.expired)


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

# Service, complaint, lapse


@guard(
    remedy="Văn thư lấy số, ngày cho quyết định trước khi công bố.", righted_by=("number_paper",)
)
def the_decision_has_its_number(facts: Facts) -> bool:
    """Quyết định kỷ luật chưa được lấy số."""
    decisions = [paper for paper in facts.papers if paper.step == "decide"]
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


@guard(remedy="Giải quyết xong khiếu nại trước.")
def no_complaint_is_open(facts: Facts) -> bool:
    """Đã nhận khiếu nại trong thời hạn; hồ sơ chờ kết quả giải quyết khiếu nại."""
    return facts.last(RowKind.COMPLAINT) is None


@guard(remedy="Đối chiếu lại: hình thức này không chấm dứt hiệu lực theo thời gian.", chooses=True)
def the_form_lapses(facts: Facts) -> bool:
    """Hình thức kỷ luật này không tự chấm dứt hiệu lực."""
    return form_voted(facts) not in NEVER_LAPSES


@guard(remedy="Theo dõi chấp hành đến khi quyết định chấm dứt hiệu lực.", chooses=True)
def the_form_never_lapses(facts: Facts) -> bool:
    """Quyết định còn hiệu lực có thời hạn, hồ sơ chưa kết thúc theo dõi."""
    return form_voted(facts) in NEVER_LAPSES


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
    """The last day of the effect, counted from the announced vote and from the handing over."""
    found, handed = ballot(facts), facts.last(RowKind.HANDED_OVER)
    if found is None or handed is None or not isinstance(hit.value, int):
        return ()
    return tuple(
        terms.last_day(start, hit.value, hit.unit or "month").last_day
        for start in dict.fromkeys((found.on, handed.on))
    )
