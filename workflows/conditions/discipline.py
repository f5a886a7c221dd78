"""The conditions of a discipline outside the ballot: the levels, refusals on record, the decision."""

from __future__ import annotations

from permissions.roles import Relation
from workflows.facts import Facts, Row
from workflows.forms import Part
from workflows.guards import Guard, guard
from workflows.rows import RowKind


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


#: What a member may refuse, as the record of it says.
UNCRITICISED, UNHEARD = "kiem_diem", "trinh_bay"
#: The step that records each refusal.
_RECORDED_BY = {UNCRITICISED: ("record_no_self_criticism",), UNHEARD: ("record_no_hearing",)}


def refusal_on_record(about: str, words: str) -> Guard:
    """A recorded refusal after repeated invitations, `about` self-criticism or the hearing."""

    def asks(facts: Facts) -> bool:
        return facts.last(RowKind.REFUSAL, about=about) is not None

    asks.__name__ = f"a_refusal_is_on_record.{about}"
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
