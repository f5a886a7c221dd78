"""What a reader can do next in a file, what stands against it, and else whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from cases import services
from cases.models import Case, WorkRow
from cases.reading import File
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.case import NextAction
from desk.worded import worded
from permissions.roles import Role
from workflows import signing_route
from workflows.everyday.taking_back import CANCEL, REISSUE
from workflows.matter import Matter
from workflows.own_steps import ANSWER as ANSWER_REQUEST
from workflows.own_steps import is_own, unanswered
from workflows.rows import RowKind
from workflows.stages import Step


def actions_of(case: Case, file: File) -> list[NextAction]:
    """What this stage offers this reader: first what can be done, then what waits, everyday deeds last."""
    actions = []
    for step in _theirs(file):
        reasons = services.judge(file, step)
        if any(r.rule == "permission" for r in reasons) or (step.everyday and reasons):
            continue  # not this reader's deed; the page says whose turn it is
        if not _has_use(step, file):
            continue
        actions.append(
            NextAction(
                title=worded(step.label),
                sentence=worded(step.sentence),
                url=_deed_url(case, file, step),
                verb=_verb(step),
                icon=_icon(step),
                first=step.moves and not step.aside,
                reasons=[words.reason(r) for r in reasons],
                beside=_beside(step, file.procedure),
            )
        )
    order = {True: 0, False: 1}
    return sorted(actions, key=lambda a: (order[a.doable], not a.first))


def _theirs(file: File) -> list[Step]:
    """The steps of this stage; whom the file is about meets only those that are the member's own."""
    steps = file.procedure.on_the_table(file.facts)
    return [s for s in steps if is_own(s)] if file.standing.is_subject else steps


def _deed_url(case: Case, file: File, step: Step) -> str:
    """Where a deed is done: a waiting draft has one page for all that is done with it."""
    if signed := signing_route.decided_with(step, file.facts):
        return case_url(case, "approval", step=signed)
    return case_url(case, "step", step=step.code)


def _beside(step: Step, procedure: type[Matter]) -> bool:
    """Whether a deed lies beside the ordinary path: everyday, a way out, an extension or its draft."""
    signed = procedure.step(step.prepares) if step.prepares else step
    if is_own(step) or step.code == ANSWER_REQUEST:
        return False
    return step.everyday or signed.aside or (signed.drafted and not signed.moves)


def _has_use(step: Step, file: File) -> bool:
    """Whether an everyday step has something to be done with in this file."""
    states = {paper.state for paper in file.facts.papers}
    if step.lays is RowKind.NUMBERED:
        return "da_ky" in states
    if step.code == ANSWER_REQUEST:
        return bool(unanswered(file.facts))
    if step.lays is RowKind.SERVICE:
        return "da_ban_hanh" in states
    if step.lays is RowKind.ENDORSED:
        waits = signing_route.every_waiting(file.facts)[:1]
        return any(not services.judge(file, step, {"draft": one.number}) for one in waits)
    # done where one signs, or on the page of the paper
    return step.code not in (signing_route.RETURN, signing_route.AGAIN, CANCEL, REISSUE)


def _verb(step: Step) -> str:
    if step.drafted:
        return _("Xem và ký")
    if is_own(step):
        return _("Nộp")
    if step.lays is RowKind.ENDORSED:
        return _("Xem dự thảo")
    if step.prepares:
        return _("Soạn, trình ký")
    return _("Thực hiện") if step.moves else _("Ghi")


def _icon(step: Step) -> str:
    if step.drafted or step.prepares:
        return "pen"
    return "file-plus" if step.writes else "edit"


def whose_turn(case: Case, rows: Sequence[WorkRow]) -> str:
    """Who moves the file on, by the `rows` of its work."""
    if not rows:
        return _("Hồ sơ đã kết thúc.") if case.closed_on else _("Hồ sơ đang chờ.")
    who = {
        row.person.full_name if row.person else f"{worded(Role(row.role).label)}, {row.body.name}"
        for row in rows
    }
    return _("Đang chờ: %(who)s.") % {"who": "; ".join(sorted(who))}
