"""Deadlines of a removal: they raise a flag, a person decides; nothing happens by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from law import terms
from permissions.roles import Relation
from workflows.clocks import Clock, deadline, explained
from workflows.conditions.removal import FILE, WINDOW, window
from workflows.conditions.removal_complaint import CENTRAL
from workflows.conditions.removal_complaint import HANDLING as COMPLAINT_HANDLING
from workflows.facts import Facts
from workflows.guards import look_up
from workflows.rows import RowKind

REVIEW = "probation.review"


@deadline("Gửi hồ sơ, phiếu báo đảng viên", since="announce", until="send_file", rule=FILE)
def file_and_slip(facts: Facts) -> Iterable[Clock]:
    """The last day to send the file and the slip up, from the day the decision was made known."""
    handed = facts.last(RowKind.HANDED_OVER)
    if handed is None or facts.last(RowKind.FILE_SENT):
        return
    hit = look_up(FILE, facts)
    if found := terms.deadline(hit, handed.on):
        said = {**explained(found), "source": hit.cited}
        yield Clock("gui_ho_so", file_and_slip.label, found.last_day, said)


@deadline(
    "Hết thời hạn khiếu nại về xóa tên",
    since="announce",
    until="close",
    rule=WINDOW,
    waited_out=True,
)
def complaint_window(facts: Facts) -> Iterable[Clock]:
    """The last day to complain, from the day the decision was received."""
    if facts.has_taken("close"):
        return
    hit = look_up(WINDOW, facts)
    if found := window(facts, hit):
        said = {**explained(found), "source": hit.cited}
        yield Clock("khieu_nai", complaint_window.label, found.last_day, said)


@deadline(
    "Chi bộ xét khi hết thời gian dự bị", since="raise_ground", until="vote_to_propose", rule=REVIEW
)
def probation_review(facts: Facts) -> Iterable[Clock]:
    """The last day for the cell to consider a member whose probation has ended."""
    opened = facts.last(RowKind.LEVELS)
    ended = opened.facts.get("probation_ended") if opened else None
    if not ended or facts.has_taken("vote_to_propose"):
        return
    hit = look_up(REVIEW, facts)
    if found := terms.deadline(hit, date.fromisoformat(ended)):
        said = {**explained(found), "source": hit.cited}
        yield Clock("xet_du_bi", probation_review.label, found.last_day, said)


@deadline(
    "Giải quyết khiếu nại về xóa tên", since="accept", until="decide", rule=COMPLAINT_HANDLING
)
def handling(facts: Facts) -> Iterable[Clock]:
    """The last day to settle a complaint, from the day the letter came; the centre has its own period."""
    lodged = facts.taken.get("lodge")
    if lodged is None or not facts.has_taken("accept") or facts.has_taken("decide"):
        return
    body = facts.bodies.get(facts.body_at(Relation.DECIDING) or 0)
    hit = look_up(CENTRAL if body and body.level == "tw" else COMPLAINT_HANDLING, facts)
    if found := terms.deadline(hit, lodged.first):
        said = {**explained(found), "source": hit.cited}
        yield Clock("giai_quyet_kn", handling.label, found.last_day, said)
