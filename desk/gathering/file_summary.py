"""The summary of a file for whoever sits down with it on paper: its page, in the words of a paper."""

from __future__ import annotations

from datetime import date

from django.template import Context
from django.utils.translation import override

from cases.models import Case
from cases.queries import parts_of
from desk.gathering.case import case_page
from documents.pages import templates
from documents.press import press
from registry.models import Person

_SHEET, _STYLES = "dossier/summary.html", ("dossier/front.css", "dossier/summary.css")


def file_summary(case: Case, person: Person, mark: str, today: date) -> bytes:
    """Press what `person` reads on the page of `case`, under `mark`, in Vietnamese whatever the screen speaks."""
    with override("vi"):
        page = case_page(case, person, today, "findings", parts_of(case, person, today))
        said = {"page": page, "mark": mark, "taken": today, "body": case.body.name}
        html = templates().get_template(_SHEET).render(Context(said))
    return press(html, *_STYLES)
