"""Where a file and its pages are found."""

from django.urls import reverse

from cases.models import Case
from workflows import catalogue


def case_url(case: Case, name: str = "case", **parts: str) -> str:
    """The address of a file, or of one of its pages; a meeting has a page of its own."""
    if name == "case" and catalogue.get(case.procedure).is_meeting:
        name = "meeting"
    return reverse(name, kwargs={"reference": case.reference, **parts})
