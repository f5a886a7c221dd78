"""Every step rests on a rule of law, can be taken by somebody, and refuses with a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import law
from law import UnknownRule
from permissions.roles import ROLES_OF_POSITION, Relation, Role
from workflows.guards import CONCLUDING, Guard
from workflows.matter import Matter
from workflows.promises.broken import Broken, at_step
from workflows.uses import rules_of_guard

#: Which roles can be held from where: the team gives its own, posts give those of a body.
_OF_THE_TEAM = frozenset(
    {Role.TEAM_LEAD, Role.TEAM_SECRETARY, Role.TEAM_MEMBER, Role.SUPERVISING_MEMBER}
)
_HELD_FROM = {Relation.TEAM: _OF_THE_TEAM, Relation.SELF: frozenset({Role.CONCERNED})}
_BY_POST: frozenset[Role] = frozenset().union(*ROLES_OF_POSITION.values())


def regimes() -> list[date]:
    """The first day of every regulation of procedure we know."""
    return [one["from"] for one in law.book().regimes["procedure"]]


def faults_of_rule(rule: str) -> str:
    """What is wrong with a rule that a procedure rests on; empty when nothing is.

    A rule that nobody has read is no fault: the engine asks. A verdict without a source is one.
    """
    if not rule:
        return "không nêu căn cứ"
    try:
        hits = [law.rule(rule, on=day) for day in regimes()]
    except UnknownRule:
        return f"căn cứ “{rule}” không có trong law/"
    bare = [hit.on.isoformat() for hit in hits if not hit.cited and hit.force != "ask"]
    return f"căn cứ “{rule}” không dẫn văn bản nào vào ngày {', '.join(bare)}" if bare else ""


def every_step_is_cited(procedure: type[Matter]) -> Iterator[Broken]:
    """The basis of each step is a rule of law/ that cites its source under every regulation."""
    for machine in procedure.machines():
        for step in machine.steps.values():
            if fault := faults_of_rule(step.basis):
                yield at_step(
                    machine,
                    step,
                    f"{fault}.",
                    "Nêu `basis` là một quy tắc có dẫn văn bản (manage.py law show).",
                )


def every_step_has_somebody_to_take_it(procedure: type[Matter]) -> Iterator[Broken]:
    """Each step is open to at least one role that somebody can hold from there."""
    for machine in procedure.machines():
        for step in machine.steps.values():
            nowhere = [seat for seat in step.by.seats if not _can_be_held(*seat)]
            if not step.by.seats or not step.by.words or nowhere:
                yield at_step(
                    machine,
                    step,
                    f"không ai giữ được vai trò này ({step.by.words or 'không nêu ai'}).",
                    "Nêu `by` là vai trò có trong permissions/roles.py, đúng nơi giữ.",
                )


def _can_be_held(where: Relation, role: Role) -> bool:
    return role in _HELD_FROM.get(where, _BY_POST)


def every_guard_names_its_remedy(procedure: type[Matter]) -> Iterator[Broken]:
    """A refusal says why, on which rule, and what puts it right; the steps it names exist."""
    for machine in procedure.machines():
        for step in machine.steps.values():
            for guard in step.when:
                for fault, remedy in _faults(procedure, guard):
                    yield at_step(machine, step, f"điều kiện “{guard.sentence}” {fault}", remedy)


def _faults(procedure: type[Matter], guard: Guard) -> Iterator[tuple[str, str]]:
    if not guard.sentence.endswith("."):
        yield "không phải một câu trọn.", "Viết câu mà cán bộ đọc khi bị từ chối."
    if not guard.remedy.strip().endswith("."):
        yield "không nêu cách khắc phục.", "Ghi `remedy`: làm gì thì bước này được nhận."
    for rule in rules_of_guard(guard):
        if fault := faults_of_rule(rule):
            yield f"{fault}.", "Nêu một quy tắc có dẫn văn bản trong law/."
    for code in guard.righted_by:
        if code != CONCLUDING and procedure.step(code) is None:
            yield f"dẫn đến bước “{code}” không có.", "Nêu `righted_by` là bước của quy trình này."
    if CONCLUDING in guard.righted_by and procedure.findings is None:
        yield "chờ kết luận từng nội dung mà quy trình không có.", "Nêu `findings` của quy trình."
