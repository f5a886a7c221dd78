"""The conditions of a complaint: who may settle it, which are not handled, what must be done before the vote."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from law import Hit, terms
from permissions.roles import Relation
from workflows.complaints import IN_THE_LIST, About, Filer, Ground, Party, Proposal
from workflows.conditions.ballot import of_the_meeting, the_ballot_holds
from workflows.conditions.powers import PowerGuard, a_body_acts
from workflows.facts import BodyFact, Facts
from workflows.forms import Form, Part, Whom
from workflows.guards import Guard, Judgement, guard, look_up, rule
from workflows.reviews import day_of, form_resolved, is_heavier, outcome_of, received_on, reviewed
from workflows.rows import RowKind

FIRST, FINAL, NO_SKIP = (
    "complaint.ladder.first",
    "complaint.ladder.final",
    "complaint.no_level_skipping",
)
NOT_HANDLED, WINDOW, EXTENSION = "complaint.not_handled", "complaint.window", "complaint.extension"
CENTRE = "tw"


def _kept(facts: Facts, name: str) -> Collection[int]:
    """One of the lists of bodies or people that a review keeps of the decision."""
    kept = reviewed(facts).get(name)
    return kept if isinstance(kept, Collection) else ()


# What was proposed


def proposal_of(facts: Facts) -> str:
    """What the officer who looked at the conditions proposes: in the newest row; empty before that."""
    row = facts.last(RowKind.ADMISSIBILITY)
    return str(row.facts["proposal"]) if row else ""


def ground_of(facts: Facts) -> str:
    """The ground on which it is proposed not to handle the complaint; empty where that is not proposed."""
    said = proposal_of(facts)
    return said if said in Ground.values else ""


@guard(
    remedy="Ghi lại: ngày gửi không sau ngày nhận, ngày nhận không sau ngày ghi.", reads_inputs=True
)
def the_letter_came_in_order(facts: Facts) -> bool:
    """Ngày gửi, ngày nhận đơn và ngày ghi không theo thứ tự."""
    sent, arrived = (str(facts.inputs.get(name, "")) for name in ("sent_on", "arrived_on"))
    return sent <= arrived <= facts.acted_on.isoformat()


@guard(remedy="Đánh dấu ít nhất một nội dung khiếu nại.", reads_inputs=True)
def something_is_complained_of(facts: Facts) -> bool:
    """Chưa ghi khiếu nại về nội dung nào."""
    return any(facts.inputs.get(f"about_{one.value}") for one in About)


def proposed(what: Proposal) -> Guard:
    """The officer who checked the letter proposed this."""

    def asks(facts: Facts) -> bool:
        return proposal_of(facts) in ("", what)  # nothing stands against it before the check

    asks.__name__ = f"it_was_proposed_to_{what.name.lower()}"
    asks.__doc__ = f"Cán bộ không đề xuất “{what.label.lower()}”."
    return guard(remedy="Làm theo đề xuất, hoặc trả lại để kiểm tra điều kiện lại.", chooses=True)(
        asks
    )


@guard(remedy="Làm theo đề xuất, hoặc trả lại để kiểm tra điều kiện lại.", chooses=True)
def it_was_proposed_to_refuse(facts: Facts) -> bool:
    """Cán bộ không đề xuất “không giải quyết”."""
    return bool(ground_of(facts))


# Which complaints are not handled


@rule(
    NOT_HANDLED,
    remedy="Giải quyết hoặc chuyển đơn; hoặc chọn đúng trường hợp trong quy định.",
)
def the_ground_is_the_laws(facts: Facts, hit: Hit) -> bool:
    """Lý do nêu ra không có trong các trường hợp không giải quyết khiếu nại."""
    ground = ground_of(facts)
    return not ground or any(IN_THE_LIST[Ground(ground)] in str(one) for one in hit.value)


@dataclass(frozen=True)
class GroundHolds(Guard):
    """What the file itself shows of the ground must bear it out; lateness by the longest reading of the law."""

    rules: tuple[str, ...] = (WINDOW,)

    def judge(self, facts: Facts) -> Judgement:
        """Ask for the window only where the complaint is to be refused as late; doubt favours who complains."""
        ground = ground_of(facts)
        if ground != Ground.LATE:
            return Judgement(None if _shown(facts, ground) else self._refuse(None))
        hit = look_up(WINDOW, facts)
        late = is_late(facts)
        return Judgement(None if late else self._refuse(hit), hit.as_json())

    def ahead(self, facts: Facts) -> tuple[Hit, ...]:
        """No question waits here: whoever cannot show that it is late handles the complaint."""
        return ()


def _shown(facts: Facts, ground: str | None) -> bool:
    """Whether the file bears the ground out, where the file knows of it."""
    about, received = reviewed(facts), received_on(facts)
    return {
        Ground.NO_DECISION.value: received is None,
        Ground.FOR_ANOTHER.value: about.get("filer") == Filer.ANOTHER,
        Ground.WOULD_NOT_RECEIVE.value: bool(about.get("would_not_receive")),
    }.get(ground or "", True)


the_ground_is_borne_out = GroundHolds(
    id="the_ground_is_borne_out",
    sentence="Hồ sơ không cho thấy trường hợp này: còn nghi ngờ thì phải nhận giải quyết.",
    remedy="Nhận giải quyết; quá hạn thì chỉ từ chối sau ngày cuối theo cách tính dài nhất.",
    asks=lambda facts: _shown(facts, ground_of(facts)),
)


def window(facts: Facts) -> terms.Deadline | None:
    """The days in which this decision could be complained of; None where nobody knows, or nothing was received."""
    received = received_on(facts)
    return terms.deadline(look_up(WINDOW, facts), received) if received else None


def is_late(facts: Facts) -> bool:
    """Whether the letter was sent after the last day by every reading; never where the law is silent."""
    found, sent = window(facts), day_of(reviewed(facts).get("sent_on"))
    return bool(found and sent and sent > found.longest)


@dataclass(frozen=True)
class InTime(Guard):
    """A complaint sent in time by any reading is handled; where the law is silent it is, too."""

    rules: tuple[str, ...] = (WINDOW,)

    def judge(self, facts: Facts) -> Judgement:
        """The postmark decides; nothing is asked, for doubt favours whoever complains."""
        hit = look_up(WINDOW, facts)
        return Judgement(self._refuse(hit) if is_late(facts) else None, hit.as_json())

    def ahead(self, facts: Facts) -> tuple[Hit, ...]:
        """Nothing is asked here."""
        return ()


it_is_in_time = InTime(
    id="it_is_in_time",
    sentence="Đơn gửi sau ngày cuối của thời hạn khiếu nại theo cách tính dài nhất.",
    remedy="Thông báo không giải quyết, nêu lý do; người khiếu nại có thể đề nghị cấp trên xem xét lại.",
    asks=lambda facts: not is_late(facts),
)


@guard(remedy="Thông báo không giải quyết: chỉ người, tổ chức bị kỷ luật được khiếu nại.")
def whoever_was_disciplined_complains(facts: Facts) -> bool:
    """Đơn khiếu nại thay người khác."""
    return reviewed(facts).get("filer") != Filer.ANOTHER


@guard(
    remedy="Chờ quyết định kỷ luật được công bố, trao; đơn gửi trước đó thì thông báo không giải quyết."
)
def there_is_a_decision_in_hand(facts: Facts) -> bool:
    """Chưa có quyết định kỷ luật bằng văn bản được trao."""
    return received_on(facts) is not None


# The ladder


@guard(remedy="Chuyển đơn đến cơ quan cấp trên của nơi đã quyết định.")
def the_body_stands_above(facts: Facts) -> bool:
    """Cơ quan này không phải cấp trên của nơi đã quyết định."""
    return facts.own in _kept(facts, "above")


def _is_first(facts: Facts) -> bool:
    about = reviewed(facts)
    return about.get("decided_by") == about.get("first_by")


@rule(
    FIRST,
    remedy="Quyết định của ủy ban kiểm tra thì ban thường vụ, cấp ủy cùng cấp giải quyết trước; quyết định của nơi"
    " khác thì cấp trên trực tiếp: chuyển đơn đến đó.",
    applies=_is_first,
)
def it_comes_to_the_first_level(facts: Facts, hit: Hit) -> bool:
    """Cơ quan này không phải cấp giải quyết khiếu nại đầu tiên đối với quyết định này."""
    return bool(hit.settled_by) or facts.own in _kept(facts, "next")


@rule(
    NO_SKIP,
    remedy="Khiếu nại tiếp theo từng cấp: chuyển đơn đến cấp trên trực tiếp của nơi vừa giải quyết.",
    applies=lambda facts: not _is_first(facts),
)
def no_level_is_skipped(facts: Facts, hit: Hit) -> bool:
    """Khiếu nại tiếp phải gửi đến cấp trên trực tiếp của nơi vừa giải quyết, không vượt cấp."""
    return bool(hit.settled_by) or not hit.value or facts.own in _kept(facts, "next")


@guard(remedy="Chọn cơ quan giải quyết kế tiếp của nơi đã quyết định.", reads_inputs=True)
def the_receiver_is_competent(facts: Facts) -> bool:
    """Nơi chuyển đến không phải cấp có thẩm quyền giải quyết khiếu nại này."""
    to = facts.inputs.get("to")
    return to is None or (to != facts.own and to in _kept(facts, "above"))


@guard(
    remedy="Thay người khác: ai đã quyết định, chuẩn bị việc kỷ luật thì không xem xét lại.",
    reads_inputs=True,
)
def nobody_who_decided_is_on_the_team(facts: Facts) -> bool:
    """Trong đoàn có người đã tham gia quyết định hoặc chuẩn bị quyết định kỷ luật này."""
    team = {member["person"] for member in facts.inputs.get("team", ())}
    return not team & set(_kept(facts, "people"))


#: How the law's text names the bodies of the centre that settle for the last time.
_AT_THE_CENTRE = {
    "ubkt": "UBKT Trung ương",
    "ban_bi_thu": "Ban Bí thư",
    "cap_uy": "Ban Chấp hành Trung ương",
}


@rule(
    FINAL,
    remedy="Trả lời cấp nào giải quyết cuối cùng, để ghi vào quyết định quyền khiếu nại tiếp.",
    applies=lambda facts: facts.level == CENTRE,
)
def it_is_known_whether_it_is_final(facts: Facts, hit: Hit) -> bool:
    """Chưa xác định được đây có phải cấp giải quyết cuối cùng không."""
    return True  # the question itself is the guard


def is_final(facts: Facts) -> bool:
    """Whether nobody stands above this settlement: below the centre somebody always does.

    By form where a body below the centre decided first, else by the row for the decisions of the centre.
    """
    if facts.level != CENTRE or facts.body == "cap_uy":
        return facts.level == CENTRE
    about, value = reviewed(facts), look_up(FINAL, facts).value
    of_the_centre = about.get("first_level") == CENTRE
    key = "cap_trung_uong" if of_the_centre else about.get("form")
    named = value.get(key) if isinstance(value, Mapping) else value
    return _AT_THE_CENTRE.get(facts.body, "?") in str(named)


# Looking into it


def _met_with(facts: Facts, party: Party) -> bool:
    return facts.has_taken(party.value)


#: How the record of a complainant who would not come is told apart.
NOT_MET = "lam_viec"


def _heard(facts: Facts) -> bool:
    return _met_with(facts, Party.COMPLAINANT) or bool(facts.last(RowKind.REFUSAL, about=NOT_MET))


@guard(
    remedy="Làm việc với người khiếu nại; mời nhiều lần không đến thì lập biên bản.",
    righted_by=(Party.COMPLAINANT.value,),
)
def the_complainant_was_met(facts: Facts) -> bool:
    """Đoàn chưa làm việc với người khiếu nại, cũng chưa có biên bản ghi việc không đến."""
    return _heard(facts)


@guard(
    remedy="Làm việc với tổ chức đảng đã quyết định kỷ luật, lập biên bản.",
    righted_by=(Party.DISCIPLINER.value,),
)
def the_disciplining_body_was_met(facts: Facts) -> bool:
    """Đoàn chưa làm việc với tổ chức đảng đã quyết định kỷ luật."""
    return _met_with(facts, Party.DISCIPLINER)


@guard(
    remedy="Làm việc với chi bộ, tổ chức đảng nơi sinh hoạt về việc chấp hành từ khi bị kỷ luật.",
    righted_by=(Party.HOME.value,),
)
def the_home_was_met(facts: Facts) -> bool:
    """Đoàn chưa làm việc với chi bộ, tổ chức đảng nơi sinh hoạt."""
    return _met_with(facts, Party.HOME)


def _examined(about: About) -> Guard:
    """A point that the letter makes was examined; what nobody complained of need not be."""

    def asks(facts: Facts) -> bool:
        asked = reviewed(facts).get(f"about_{about.value}")
        return not asked or facts.last(RowKind.GROUND, about=about.value) is not None

    asks.__name__ = f"the_{about.name.lower()}_was_examined"
    asks.__doc__ = f"Điểm về {about.label.lower()} chưa được thẩm tra, nhận xét."
    return guard(
        remedy="Ghi kết quả thẩm tra, nhận xét từng điểm.", righted_by=("examine_ground",)
    )(asks)


of_the_examination = (
    the_complainant_was_met,
    the_disciplining_body_was_met,
    the_home_was_met,
    *(_examined(one) for one in About),
)


@guard(
    remedy="Ghi nội dung thuộc đơn khiếu nại; nội dung mới thì người khiếu nại gửi đơn bổ sung.",
    reads_inputs=True,
)
def it_was_complained_of(facts: Facts) -> bool:
    """Đơn không khiếu nại về nội dung này."""
    return bool(reviewed(facts).get(f"about_{facts.inputs.get('about')}"))


# The vote and what it comes to


@guard(
    remedy="Làm việc với người khiếu nại hoặc lập biên bản việc không đến, rồi mới họp.",
)
def the_complainant_has_been_heard(facts: Facts) -> bool:
    """Chưa nghe người khiếu nại trình bày, cũng chưa có biên bản ghi việc không đến làm việc."""
    return _heard(facts)


@rule(
    "vote.complaint.bchtw",
    remedy="Bỏ phiếu kín; kết quả kiểm phiếu ghi ở bước này.",
    applies=lambda facts: facts.body == "cap_uy" and facts.level == CENTRE,
)
def the_central_committee_votes_in_secret(facts: Facts, hit: Hit) -> bool:
    """Ban Chấp hành Trung ương giải quyết khiếu nại cuối cùng bằng phiếu kín."""
    return True  # the step records no other ballot; the rule itself is what is looked up


def of_the_vote(whom: Whom = Whom.MEMBER) -> list[Guard]:
    """Everything the secret ballot on a complaint must meet: its meeting, whom it heard, its count."""
    handling = Relation.HANDLING
    return [
        *of_the_meeting(handling),
        the_complainant_has_been_heard,
        the_ballot_holds(Part.REVIEWS, handling, whom),
    ]


@guard(remedy="Đưa ra cuộc họp khác biểu quyết lại, hoặc báo cáo cấp trên.", chooses=True)
def something_has_passed(facts: Facts) -> bool:
    """Không hình thức nào, cũng không việc xóa bỏ, đủ số phiếu."""
    voted = facts.last(RowKind.BALLOT, part=Part.REVIEWS)
    return voted is None or outcome_of(facts) is not None


@guard(remedy="Ghi đúng ngày; quyết định ký sau khi đã biểu quyết.")
def it_is_signed_after_the_vote(facts: Facts) -> bool:
    """Quyết định không được ký trước ngày biểu quyết."""
    ballot = facts.last(RowKind.BALLOT, part=Part.REVIEWS)
    return ballot is None or facts.acted_on >= ballot.on


@dataclass(frozen=True)
class ReviewingPower(PowerGuard):
    """A heavier form than the one reviewed needs the power to decide it; keeping or easing one does not."""

    @property
    def forms(self) -> tuple[str, ...]:
        whom = self.whom or Whom.MEMBER
        return tuple(form.value for form in whom.forms if form is not Form.NONE)

    def asked(self, facts: Facts) -> tuple[BodyFact, str]:
        """This body, and the form that passed where it is heavier than the one reviewed."""
        form, before = form_resolved(facts), reviewed(facts).get("form")
        own = BodyFact(facts.own, facts.body, facts.level)
        return own, (form or "") if is_heavier(form, before) else ""


may_decide_the_heavier_form = ReviewingPower(
    id="may_decide_the_heavier_form",
    sentence="Hình thức nặng hơn đã biểu quyết vượt thẩm quyền của cơ quan này.",
    remedy="Trình cấp có thẩm quyền quyết định, báo cho người khiếu nại.",
    asks=a_body_acts,
    whom=Whom.MEMBER,
)
may_decide_the_heavier_form_for_an_organisation = replace(
    may_decide_the_heavier_form, whom=Whom.ORGANISATION
)


@dataclass(frozen=True)
class BeyondPower(Guard):
    """The form that passed is one this body may not decide itself."""

    rules: tuple[str, ...] = ()
    power: PowerGuard = may_decide_the_heavier_form

    def judge(self, facts: Facts) -> Judgement:
        """The other side of the power to decide: what stands against deciding is what lets it go up."""
        against = [one for one in self.power.judgements(facts) if one.reason]
        return Judgement(None if against else self._refuse(None))


the_form_is_beyond_this_body = BeyondPower(
    id="the_form_is_beyond_this_body",
    sentence="Cơ quan này tự quyết định được kết quả đã biểu quyết.",
    remedy="Soạn, ký quyết định giải quyết.",
    asks=lambda facts: not may_decide_the_heavier_form.judge(facts).reason,
    chooses=True,
)
an_organisations_form_is_beyond_this_body = replace(
    the_form_is_beyond_this_body, power=may_decide_the_heavier_form_for_an_organisation
)


# Afterwards


@guard(
    remedy="Xác nhận người khiếu nại tự nguyện rút; bị vận động, ép rút thì tiếp tục giải quyết.",
    reads_inputs=True,
)
def it_is_withdrawn_freely(facts: Facts) -> bool:
    """Chưa xác nhận người khiếu nại tự nguyện rút đơn."""
    return facts.inputs.get("free") in (None, "co")


@rule(
    EXTENSION, remedy="Giải quyết trong thời hạn, hoặc nêu quy định cho gia hạn.", reads_inputs=True
)
def the_extension_is_within_the_law(facts: Facts, hit: Hit) -> bool:
    """Gia hạn quá mức quy định cho phép."""
    so_far = sum(row.facts["days"] for row in facts.of(RowKind.EXTENSION))
    return bool(so_far + int(facts.inputs.get("days", 0)) <= hit.value)


@guard(remedy="Đã giải quyết ở cấp cuối cùng thì kết thúc; không còn khiếu nại tiếp.", chooses=True)
def somebody_stands_above(facts: Facts) -> bool:
    """Quyết định này là cấp giải quyết cuối cùng."""
    return not is_final(facts)


@dataclass(frozen=True)
class NothingMore(Guard):
    """Either nobody stands above this settlement, or the time to complain further has gone by."""

    rules: tuple[str, ...] = (WINDOW,)

    def judge(self, facts: Facts) -> Judgement:
        """The window counts by its longest reading; a last settlement waits for nothing."""
        hit = look_up(WINDOW, facts)
        if is_final(facts):
            return Judgement(None, hit.as_json())
        return Judgement(None if _over(facts) else self._refuse(hit), hit.as_json())

    def ahead(self, facts: Facts) -> tuple[Hit, ...]:
        """Asked at the decision already."""
        return ()


def _over(facts: Facts) -> bool:
    found = window(facts)
    return found is not None and facts.acted_on > found.longest


def _day_after(facts: Facts) -> date | None:
    found = window(facts)
    return found.longest + timedelta(days=1) if found and not is_final(facts) else None


no_further_complaint_can_come = NothingMore(
    id="no_further_complaint_can_come",
    sentence="Thời hạn khiếu nại tiếp chưa hết.",
    remedy="Chờ qua ngày cuối của thời hạn khiếu nại tiếp theo cách tính dài nhất.",
    asks=_over,
    not_before=_day_after,
)
