"""Where a matter goes on that a superior took over: the link by which its people open a file of their own."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case
from cases.reading import File
from desk.pages.parts import Link
from permissions.roles import Relation
from registry.models import Body
from workflows import catalogue
from workflows.everyday import taking_over


def goes_on_in(case: Case, file: File) -> list[Link]:
    """Offer whoever leads the body that took the file over to open its own; nothing to anybody else."""
    above = file.standing.posts.get(Relation.ABOVE)
    if file.facts.stage != taking_over.ENDS_AS or above is None:
        return []
    taken = case.history.filter(step=taking_over.TAKE_OVER).order_by("-sequence").first()
    body = next((of for post, of, _position in file.held if post == above), None)
    if taken is None or taken.body_id != body or case.followed_by.exists():
        return []
    kind = Body.objects.get(pk=body).kind
    procedure = next(
        (
            one
            for one in (file.procedure, *catalogue.DECLARED)
            if kind in one.bodies and taking_over.same_line(file.procedure, one)
        ),
        None,
    )
    if procedure is None:
        return []
    url = reverse("case-new", kwargs={"procedure": procedure.code, "body": body})
    return [Link(_("Lập hồ sơ của cấp trên"), f"{url}?tu={case.reference}", "plus")]
