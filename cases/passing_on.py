"""A file that passes to another body: judged as it lay there, its work and its clocks derived as it lies here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from cases.models import Case
from cases.outcome import facts_after
from cases.papers import Prepared
from cases.reading import File, Reader, read_file
from cases.refused import StepRefused
from cases.writing import Deed, write_down
from law import Reason
from permissions.roles import ROLES_OF_POSITION, Relation
from registry.models import Body, Post
from workflows.everyday.passing_on import PASS_ON, Fate
from workflows.facts import Facts
from workflows.laying import Laying, lay


@dataclass(frozen=True)
class Passing:
    """One file and where it goes: on which plan, why, and which bodies stand in whose place from now on.

    `undoes` is the number of the row that said where it went, when it comes back, and `taking_part` the bodies
    that took part before it did.
    """

    case: int
    fate: Fate
    to: int
    document: str
    effective: date
    reason: str
    gaps: str = ""
    heirs: tuple[tuple[int, int], ...] = ()
    undoes: int | None = None
    taking_part: tuple[int, ...] | None = None

    @property
    def answers(self) -> dict[str, Any]:
        """The answers to what the step asks."""
        said = {
            "fate": str(self.fate),
            "to": self.to,
            "document": self.document,
            "effective": self.effective.isoformat(),
            "reason": self.reason,
            "gaps": self.gaps,
        }
        return {name: value for name, value in said.items() if value != ""}


@dataclass(frozen=True)
class Passed:
    """What passing a file on left in it: its record, the place of that in the history, the row it laid."""

    record: int
    sequence: int
    row: int


def pass_file(passing: Passing, post: Post, reader: Reader, request: str) -> Passed:
    """Pass the file on and say where that is written. On a locked file, inside the caller's transaction.

    The body of the case changes with the record that says so, and never otherwise (proof.walls). Raises
    StepRefused with every reason, Case.DoesNotExist for no such file.
    """
    before = read_file(passing.case, reader, lock=True)
    if before is None:
        raise Case.DoesNotExist(f"No case {passing.case}.")
    file = _by_the_plan(before, post)
    step = file.procedure.steps[PASS_ON]
    cleaned = file.procedure.clean(step, passing.answers)
    verdict = file.procedure.refusals(step, file.facts, file.standing, passing.answers)
    if reasons := [*verdict.reasons, *_against(file, passing)]:
        raise StepRefused(reasons)
    there = _moved_to(passing, file, reader)
    inputs, personal = dict(cleaned.values), frozenset(q.name for q in step.inputs if q.personal)
    laying = _with_what_changes(lay(step, file.facts, inputs, personal), passing, file, there)
    deed = Deed(
        step=step,
        from_stage=file.facts.stage,
        to_stage=file.facts.stage,
        acted_on=reader.on,
        recorded_at=timezone.now(),
        inputs=inputs,
        personal=personal,
        hits=verdict.hits,
        papers=(),
        key=reader.key,
        request=request,
    )
    record, _digest = write_down(file, deed, laying, facts_after(there, deed, laying, Prepared()))
    return Passed(record, file.records + 1, file.next_number)


def _by_the_plan(file: File, post: Post) -> File:
    """The file as the hand of the act meets it: the post in the deciding body is what it acts by."""
    standing = file.standing
    roles = {**standing.roles, Relation.PLAN: ROLES_OF_POSITION[post.position]}
    posts = {**standing.posts, Relation.PLAN: post.pk}
    held = tuple(dict.fromkeys([*file.held, (post.pk, post.body_id, post.position)]))
    return replace(file, standing=replace(standing, roles=roles, posts=posts), held=held)


def _against(file: File, passing: Passing) -> list[Reason]:
    """The new body lives on the day and runs this procedure, and the file does not lie there already."""
    body = Body.objects.select_related("organisation").get(pk=passing.to)
    reasons = []
    if body.last_day is not None and body.last_day < file.facts.acted_on:
        words = f"{body.name} đã kết thúc hoạt động."
        reasons.append(Reason("input.to", words, remedy="Chọn cơ quan còn hoạt động."))
    if passing.fate is Fate.KEPT and passing.to == file.body:
        return reasons
    if passing.to == file.body:
        words = f"Hồ sơ {file.reference} đang do {body.name} thụ lý."
        reasons.append(Reason("input.to", words, remedy="Chọn cơ quan khác."))
    if not file.procedure.run_by(body.kind, body.organisation.kind):
        words = f"{body.name} không phải chủ thể của quy trình “{file.procedure.label}”."
        reasons.append(Reason("input.to", words, remedy="Chọn cơ quan có thẩm quyền."))
    return reasons


def _moved_to(passing: Passing, file: File, reader: Reader) -> File:
    """The file as it lies with the new body: its level, its members, its locality, its bodies."""
    if passing.to != file.body:
        Case.objects.filter(pk=file.id).update(body=passing.to)
    there = read_file(file.id, reader)
    assert there is not None
    return there


def _with_what_changes(laying: Laying, passing: Passing, file: File, there: File) -> Laying:
    """Beside the answers the file keeps whose place is taken by whom, and what that made of its clocks."""
    (row,) = laying.rows
    heirs = [list(pair) for pair in passing.heirs]
    facts: dict[str, Any] = {**row.facts, "heirs": heirs}
    if passing.undoes is not None:
        facts["undoes"] = passing.undoes
    facts["clocks"] = _clocks(file, file.facts, there.facts)
    taking_part = sorted(set(file.facts.bodies) - {file.body})
    facts["taking_part"] = taking_part
    after = passing.taking_part
    if after is None and taking_part:
        in_place = dict(passing.heirs)
        after = tuple(sorted({in_place.get(one, one) for one in taking_part}))
    return replace(laying, rows=(replace(row, facts=facts),), participants=after)


def _clocks(file: File, before: Facts, after: Facts) -> list[list[str]]:
    """Each running deadline, recomputed from its first day: its last day there, and here."""
    old = {one.name: one for one in file.procedure.running(before)}
    new = {one.name: one for one in file.procedure.running(after)}
    return [
        [name, *(of[name].last_day.isoformat() if name in of else "" for of in (old, new))]
        for name in sorted(old | new)
    ]
