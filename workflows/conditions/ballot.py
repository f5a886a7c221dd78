"""The conditions of a secret ballot on discipline: the meeting, the rights kept before it, the count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import law
from law import Hit, Reason, ballots
from law.ballots import Slip
from law.electorate import ACCUSED
from law.faults import Impossible
from permissions.roles import Relation
from workflows import balloting
from workflows.facts import Facts
from workflows.forms import Form, Part, Whom
from workflows.guards import Guard, Judgement, answers_and_releases, asking, guard, rule, spoken
from workflows.reviews import reviewed
from workflows.rows import RowKind

#: The stage of a meeting between its opening and its end (see workflows/procedures/meeting.py).
IN_SESSION = "dang_hop"


@guard(remedy="Mở cuộc họp, điểm danh rồi mới bỏ phiếu.", reads_inputs=True)
def the_meeting_is_in_session(facts: Facts) -> bool:
    """Cuộc họp chưa khai mạc hoặc đã kết thúc."""
    return facts.sitting is None or facts.sitting.stage == IN_SESSION


@guard(remedy="Ghi ngày họp làm ngày thực hiện.", reads_inputs=True)
def the_vote_is_on_the_day_of_the_meeting(facts: Facts) -> bool:
    """Bỏ phiếu phải ghi vào đúng ngày họp."""
    return facts.sitting is None or facts.sitting.held_on == facts.acted_on


@guard(remedy="Đưa hồ sơ vào chương trình họp trước khi bỏ phiếu.", reads_inputs=True)
def the_matter_is_on_the_agenda(facts: Facts) -> bool:
    """Hồ sơ này không có trong chương trình của cuộc họp."""
    return facts.sitting is None or bool(facts.sitting.purposes)


@guard(
    remedy="Biểu quyết lại thì đưa ra cuộc họp khác; ghi nhầm kết quả thì đính chính bước đã ghi.",
    reads_inputs=True,
)
def the_meeting_has_not_voted_on_it(facts: Facts) -> bool:
    """Cuộc họp này đã bỏ phiếu về hồ sơ này."""
    sitting = facts.sitting
    return sitting is None or facts.last(RowKind.BALLOT, meeting=sitting.meeting) is None


def of_the_body_at(relation: Relation) -> Guard:
    """The meeting must be that of the body whose vote the step records."""

    def asks(facts: Facts) -> bool:
        """Cuộc họp này không phải của tổ chức đảng đến lượt biểu quyết."""
        return facts.sitting is None or facts.sitting.body == facts.body_at(relation)

    asks.__name__ = "the_body_whose_turn_it_is_meets"
    return guard(remedy="Chọn cuộc họp của đúng tổ chức đảng.", reads_inputs=True)(asks)


# Rights that come before any vote


@rule(
    "right.heard.before_meeting",
    remedy="Đại diện tổ chức đảng có thẩm quyền nghe đảng viên trình bày, lập biên bản, rồi mới họp.",
    floor=True,
)
def the_member_has_been_heard(facts: Facts, hit: Hit) -> bool:
    """Chưa có biên bản nghe đảng viên trình bày ý kiến trước khi xem xét, quyết định kỷ luật."""
    heard = facts.last(RowKind.HEARING) or facts.last(RowKind.REFUSAL, about="trinh_bay")
    return heard is not None and heard.on <= facts.acted_on


@rule(
    "right.heard.before_meeting",
    remedy="Đại diện tổ chức đảng có thẩm quyền nghe đại diện tổ chức đảng được xem xét, lập biên bản,"
    " rồi mới họp.",
    floor=True,
)
def the_organisation_has_been_heard(facts: Facts, hit: Hit) -> bool:
    """Chưa có biên bản nghe đại diện tổ chức đảng trình bày ý kiến trước khi xem xét, quyết định kỷ luật."""
    return bool(the_member_has_been_heard.asks(facts, hit))


@dataclass(frozen=True)
class SelfCriticismGuard(Guard):
    """A self-criticism lies in the file; without it the law must allow to go on without the accused."""

    rules: tuple[str, ...] = ("proceed_without_accused",)

    def judge(self, facts: Facts) -> Judgement:
        """Ask the law only where there is no self-criticism."""
        if facts.last(RowKind.REPORT):
            return Judgement()
        if facts.last(RowKind.REFUSAL, about="kiem_diem") is None:
            return Judgement(self._refuse(spoken(self.rules[0], facts)))
        hit = self._without_the_accused(facts)
        if hit.force == "ask":
            return Judgement(asking(hit), hit.as_json())
        return Judgement(None if hit.value else self._refuse(hit), hit.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """Whether the member will write is not in the body's hands: open until he has."""
        return () if facts.last(RowKind.REPORT) else (self._without_the_accused(facts),)

    def _without_the_accused(self, facts: Facts) -> Hit:
        return answers_and_releases(facts).get(self.rules[0]) or spoken(self.rules[0], facts)


def _self_criticism(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return facts.last(RowKind.REPORT) is not None


the_member_has_criticised_himself = SelfCriticismGuard(
    id="self_criticism",
    sentence="Chưa có bản tự kiểm điểm, cũng chưa có biên bản ghi việc đảng viên không kiểm điểm.",
    remedy="Nhận bản tự kiểm điểm; đã yêu cầu nhiều lần mà không có thì lập biên bản.",
    asks=_self_criticism,
    floor=True,
)

#: Whether an organisation that will not criticise itself may be considered all the same: nobody has read it.
WITHOUT_ORGANISATION = "proceed_without_organisation"

the_organisation_has_criticised_itself = SelfCriticismGuard(
    id="self_criticism",
    sentence="Chưa có báo cáo kiểm điểm tập thể, cũng chưa có biên bản ghi việc tổ chức đảng không kiểm điểm.",
    remedy="Nhận báo cáo kiểm điểm tập thể; đã yêu cầu nhiều lần mà không có thì lập biên bản.",
    asks=_self_criticism,
    floor=True,
    rules=(WITHOUT_ORGANISATION,),
)


# The count

#: The slips that the law knows for each.
_SLIPS = {
    Whom.MEMBER: (ballots.FORMS["dang_vien"], ballots.FORMS["du_bi"]),
    Whom.ORGANISATION: (ballots.FORMS["to_chuc_dang"],),
}


@dataclass(frozen=True)
class BallotGuard(Guard):
    """The tellers' count holds, the law gives the thresholds, and the result does not hang on the accused."""

    part: Part = Part.DECIDES
    relation: Relation = Relation.HANDLING
    whom: Whom = Whom.MEMBER

    @property
    def rules(self) -> Sequence[str]:
        """Every rule a ballot may ask."""
        accused = (
            (ACCUSED,) if self.whom is Whom.MEMBER else ()
        )  # an organisation has no slip of its own
        return (ballots.BALLOT, *_SLIPS[self.whom], *accused, *balloting.rules(self.whom))

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """Every fault of the count, every question the law leaves open, every rule that was asked."""
        totals = facts.inputs.get("totals")
        if facts.sitting is None or not totals:
            return  # said already: an answer is missing
        secret = spoken(ballots.BALLOT, facts)
        yield Judgement(asking(secret) if secret.force == "ask" else None, secret.as_json())
        slip = slip_of(facts)
        yield Judgement(None, slip.hit.as_json())
        yield from (Judgement(reason) for reason in self._wrong(facts, totals, slip))
        try:
            found = balloting.outcome(facts, facts.sitting, self.part, totals)
        except Impossible as impossible:
            yield Judgement(_wrong_count(str(impossible)))
            return
        yield from (Judgement(asking(hit), hit.as_json()) for hit in found.asks)
        asked = {hit.rule for hit in found.asks}
        yield from (Judgement(None, h.as_json()) for h in found.hits if h.rule not in asked)
        if found.differs:
            accused = spoken(ACCUSED, facts)
            yield Judgement(asking(accused), accused.as_json())

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The ballot itself, its slip, the base of each body that still votes, and the thresholds of the slip."""
        settled = answers_and_releases(facts)
        slip = slip_of(facts)
        thresholds = balloting.thresholds(slip.options, self.part, self.whom)
        bases = dict.fromkeys(balloting.base_rule(kind) for kind in self._still_to_vote(facts))
        for one in (ballots.BALLOT, *bases, *thresholds):
            yield settled.get(one) or spoken(one, facts)
        yield slip.hit

    def avoided(self, facts: Facts) -> Iterable[Hit]:
        """Whether the accused counts is computed both ways and asked only where it changes the result."""
        if self.whom is not Whom.MEMBER:
            return ()
        hit = answers_and_releases(facts).get(ACCUSED) or spoken(ACCUSED, facts)
        return (hit,) if hit.force == "ask" else ()

    def _still_to_vote(self, facts: Facts) -> Iterator[str]:
        """The kinds of the bodies whose vote this guard waits for: every level, or the one body."""
        bodies = (
            facts.levels_left if self.relation is Relation.LEVEL else [facts.body_at(self.relation)]
        )
        for body in bodies:
            known = facts.bodies.get(body or 0)
            yield known.kind if known else facts.body

    def _wrong(self, facts: Facts, totals: Any, slip: Slip) -> Iterator[Reason]:
        """What is wrong with the slips, whoever was entitled to one."""
        assert facts.sitting is not None
        who = balloting.electorate(facts, facts.sitting)
        count = balloting.count_of(totals, _tellers(facts))
        yield from ballots.refusals(count, slip, len(who.slips_for))
        if totals["hop_le"] != count.valid:
            yield _wrong_count(
                f"Phiếu hợp lệ ({totals['hop_le']}) và không hợp lệ ({count.invalid}) không bằng số"
                f" phiếu thu vào ({count.received})."
            )


def slip_of(facts: Facts) -> Slip:
    """The one slip this subject may be voted on with, on the day of the meeting."""
    (subject,) = facts.subjects[:1]
    day = facts.met_on or facts.acted_on
    # whoever was removed from a post holds it no more, and may still see the removal upheld
    holds = subject.holds_post or reviewed(facts).get("form") == Form.REMOVAL
    return ballots.slip(law.book(), day, subject.category_on_slip, holds_post=holds)


def _tellers(facts: Facts) -> int:
    return len([line for line in facts.inputs.get("tellers", "").splitlines() if line.strip()])


def _wrong_count(text: str) -> Reason:
    return Reason(ballots.BALLOT, text, remedy="Kiểm lại biên bản kiểm phiếu.")


def _asks(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return bool(facts.inputs.get("totals"))


def the_ballot_holds(part: Part, relation: Relation, whom: Whom = Whom.MEMBER) -> BallotGuard:
    """The guard over a ballot of the body at `relation` that proposes or decides."""
    return BallotGuard(
        id="the_ballot_holds",
        sentence="Kết quả kiểm phiếu chưa hợp lệ.",
        remedy="Kiểm lại biên bản kiểm phiếu.",
        asks=_asks,
        floor=True,
        reads_inputs=True,
        part=part,
        relation=relation,
        whom=whom,
    )


_HEARD = {
    Whom.MEMBER: the_member_has_been_heard,
    Whom.ORGANISATION: the_organisation_has_been_heard,
}
_CRITICISED = {
    Whom.MEMBER: the_member_has_criticised_himself,
    Whom.ORGANISATION: the_organisation_has_criticised_itself,
}


def of_the_meeting(relation: Relation) -> list[Guard]:
    """What must be so of the meeting itself, whatever it votes on."""
    return [
        the_meeting_is_in_session,
        the_vote_is_on_the_day_of_the_meeting,
        the_matter_is_on_the_agenda,
        of_the_body_at(relation),
        the_meeting_has_not_voted_on_it,
    ]


def conditions(part: Part, relation: Relation, whom: Whom = Whom.MEMBER) -> list[Guard]:
    """Everything a secret ballot of the body at `relation` must meet; `DECIDES` asks for the hearing too."""
    return [
        *of_the_meeting(relation),
        *([_HEARD[whom]] if part is Part.DECIDES else []),
        _CRITICISED[whom],
        the_ballot_holds(part, relation, whom),
    ]
