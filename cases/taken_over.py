"""A file that the direct superior took over: who reads it from then on, and who goes on with the matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cases.models import Case
from cases.reading import File
from law import Reason
from permissions.roles import Relation
from registry.models import Body, Organisation, Person
from workflows import catalogue
from workflows.everyday import taking_over
from workflows.laying import Laying
from workflows.matter import Matter
from workflows.rows import RowKind
from workflows.stages import Step


def with_superior(file: File, step: Step, laying: Laying) -> Laying:
    """What a take-over lays, with the superior among those that take part: it reads the lower file whole."""
    if step.lays is not RowKind.TAKEN_OVER:
        return laying
    post = file.standing.posts[Relation.ABOVE]
    superior = next(body for held, body, _position in file.held if held == post)
    others = set(file.facts.bodies) - {file.body}
    return replace(laying, participants=tuple(sorted({*others, superior})))


def goes_on_above(origin: Case | None, kind: type[Matter]) -> bool:
    """Whether a new file of `kind` goes on with what a superior took over from `origin`."""
    return (
        origin is not None
        and origin.stage == taking_over.ENDS_AS
        and taking_over.same_line(catalogue.get(origin.procedure), kind)
    )


def about_going_on(
    origin: Case | None,
    kind: type[Matter],
    body: Body,
    subjects: Sequence[Person | Organisation],
) -> list[Reason]:
    """Only the body that took a file over goes on with it, about somebody the lower file was about."""
    if origin is None or not goes_on_above(origin, kind):
        return []
    reasons = []
    took = origin.history.filter(step=taking_over.TAKE_OVER).order_by("-sequence").first()
    if took is None or took.body_id != body.pk:
        reasons.append(
            Reason(
                "origin.taken_by_another",
                f"Hồ sơ {origin.reference} do cơ quan khác rút lên xem xét.",
                remedy="Cơ quan đã rút hồ sơ lên lập hồ sơ của mình.",
            )
        )
    held = origin.subjects.filter(superseded_by=None)
    before = {
        ("person", one.person_id) if one.person_id else ("organisation", one.organisation_id)
        for one in held
    }
    if any((_is(one), one.pk) not in before for one in subjects):
        words = f"Đối tượng không có trong hồ sơ {origin.reference} đã rút lên."
        reasons.append(Reason("origin.subject", words, remedy="Chọn đối tượng của hồ sơ đó."))
    return reasons


def _is(subject: Person | Organisation) -> str:
    return "person" if isinstance(subject, Person) else "organisation"
