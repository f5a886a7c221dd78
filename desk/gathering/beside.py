"""What may be opened beside a file: its discipline, what undoes that, who answers for a wrongful one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.merging import explained
from cases.models import Case
from cases.reading import File
from desk.pages.parts import Link
from desk.worded import worded
from permissions.roles import Relation
from workflows import catalogue


def beside(case: Case, file: File, related: Iterable[Case]) -> Iterator[Link]:
    """A way to each such procedure that is not opened yet, for those who hold a post in the handling body."""
    if not file.standing.roles.get(Relation.HANDLING) or not explained(set(file.facts.taken)):
        return
    opened = {one.procedure for one in related if one.origin_id == case.pk}
    for kind in catalogue.DECLARED:
        follows = file.procedure.code in kind.follows and file.facts.body in kind.bodies
        if kind.merges and follows and kind.code not in opened:
            url = reverse("case-new", kwargs={"procedure": kind.code, "body": file.body})
            yield Link(worded(kind.label), f"{url}?tu={case.reference}", "plus")


def undoing(case: Case, file: File) -> Iterator[Link]:
    """A way to undo a discipline that was announced, for those who hold a post in the handling body."""
    announced = file.procedure.disciplines and file.facts.has_taken("hand_over")
    if not announced or not file.standing.roles.get(Relation.HANDLING):
        return
    about = "person" if file.facts.subjects[0].is_person else "organisation"
    for kind in catalogue.DECLARED:
        follows = kind.comes_after(file.procedure) and kind.run_by(
            file.facts.body, file.facts.level
        )
        if kind.restores and follows and about in kind.subjects:
            url = reverse("case-new", kwargs={"procedure": kind.code, "body": file.body})
            yield Link(worded(kind.label), f"{url}?tu={case.reference}", "plus")


def answering(case: Case, file: File) -> Iterator[Link]:
    """A way to each matter in which those who decided wrongly are inspected or disciplined for it."""
    there = file.procedure.restores and file.facts.stage in file.procedure.leads_on_at
    if not there or not file.standing.roles.get(Relation.HANDLING):
        return
    title = _("%(matter)s (trách nhiệm về kỷ luật oan)")
    for kind in catalogue.DECLARED:
        answers = kind.inspects and not kind.reviews and kind.comes_after(file.procedure)
        if answers and kind.run_by(file.facts.body, file.facts.level):
            url = reverse("case-new", kwargs={"procedure": kind.code, "body": file.body})
            yield Link(title % {"matter": worded(kind.label)}, f"{url}?tu={case.reference}", "plus")
