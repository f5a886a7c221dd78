"""Where a file of intake leads: to the file of the part split off, to supervision, to an inspection."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case
from cases.reading import File
from desk.pages.parts import Link
from workflows import catalogue
from workflows.procedures.intake import Intake


def links_onward(case: Case, file: File) -> list[Link]:
    """The files to open out of this one at the stage where it stands; none for any other procedure."""
    if not file.procedure.is_intake:
        return []
    if (
        file.facts.has_taken("split")
        and not case.followed_by.filter(procedure=Intake.code).exists()
    ):
        return [_link(case, file, Intake.code, _("Lập hồ sơ phần tố cáo đã tách"))]
    if case.stage not in file.procedure.leads_on_at:
        return []
    return [
        _link(case, file, one.code, _("Lập hồ sơ: %(label)s") % {"label": one.label})
        for one in catalogue.DECLARED
        if one.comes_after(file.procedure) and not one.is_intake and file.facts.body in one.bodies
    ]


def _link(case: Case, file: File, procedure: str, text: str) -> Link:
    url = reverse("case-new", kwargs={"procedure": procedure, "body": file.body})
    return Link(text, f"{url}?tu={case.reference}", "plus")
