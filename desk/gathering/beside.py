"""What may be opened beside a file that still runs: the discipline that goes together with its inspection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse

from cases.merging import explained
from cases.models import Case
from cases.reading import File
from desk.pages.parts import Link
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
            yield Link(kind.label, f"{url}?tu={case.reference}", "plus")
