"""The conditions of a discipline at the central level: what is below it, who hears, which meeting comes first."""

from __future__ import annotations

from permissions.roles import Relation
from workflows.conditions.discipline import UNHEARD
from workflows.facts import Facts
from workflows.guards import guard
from workflows.rows import RowKind

CENTRE = "tw"


def _is_central(body: int | None, facts: Facts) -> bool:
    known = facts.bodies.get(body or 0)
    return known is not None and known.level == CENTRE


def _votes_and_proposals_below(facts: Facts) -> tuple[str, ...]:
    left = [body for body in facts.levels_left if not _is_central(body, facts)]
    codes = [code for _body in left for code in ("vote_to_propose", "send_proposal")]
    voted = bool(left) and facts.last(RowKind.BALLOT, body=left[0]) is not None
    return tuple(codes[voted:])


@guard(
    remedy="Từng cấp dưới bỏ phiếu, gửi đề nghị theo thứ tự từ dưới lên.",
    righted_by=("vote_to_propose", "send_proposal"),
    still=_votes_and_proposals_below,
)
def every_level_below_has_sent_its_proposal(facts: Facts) -> bool:
    """Còn tổ chức đảng cấp dưới chưa bỏ phiếu và gửi đề nghị."""
    return all(_is_central(body, facts) for body in facts.levels_left)


@guard(remedy="Họp sau khi người được phân công đã nghe đảng viên trình bày.")
def central_levels_vote_after_the_hearing(facts: Facts) -> bool:
    """Ở Trung ương, phải nghe đảng viên trình bày rồi mới họp, bỏ phiếu đề nghị."""
    if not _is_central(facts.body_at(Relation.LEVEL), facts):
        return True
    heard = facts.last(RowKind.HEARING) or facts.last(RowKind.REFUSAL, about=UNHEARD)
    return heard is not None and heard.on <= facts.acted_on


@guard(
    remedy="Thường trực Ban Bí thư phân công một ủy viên nghe đảng viên trình bày.",
    righted_by=("assign_hearer",),
)
def the_hearer_is_assigned(facts: Facts) -> bool:
    """Chưa phân công người nghe đảng viên trình bày."""
    return facts.last(RowKind.ASSIGNMENT) is not None
