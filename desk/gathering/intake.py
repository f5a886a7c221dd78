"""What the page of a file of intake shows of its own: its line in the book, the way decided, where it leads."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.incoming import sender_in_words
from cases.incoming_models import IncomingEntry
from cases.models import Case
from cases.reading import File
from desk.gathering import words
from desk.pages.parts import Fact, Link
from desk.worded import worded
from workflows import catalogue
from workflows.facts import Facts
from workflows.procedures.intake import Intake
from workflows.stages import Step


def book_fact(entry: IncomingEntry | None) -> Fact:
    """The line of the incoming book by which the letter came in; a part split off has its letter's."""
    if entry is None:
        return Fact(_("Sổ đơn, thư đến"), _("chưa vào sổ"))
    said = _("số %(n)02d, ngày đến %(day)s") % {
        "n": entry.number, "day": words.day(entry.arrived_on),
    }  # fmt: skip
    return Fact(_("Sổ đơn, thư đến"), said, sender_in_words(entry))


def still_open(path: Iterable[Step], facts: Facts) -> list[Step]:
    """Of the moves of a path, those taken, and those against which the file has not chosen."""
    return [
        step
        for step in path
        if step.code in facts.taken
        or all(guard.judge(facts).reason is None for guard in step.when if guard.chooses)
    ]


def links_onward(case: Case, file: File) -> list[Link]:
    """The files to open out of this one at the stage where it stands; none for any other procedure."""
    if not file.procedure.is_intake:
        return []
    if (
        file.facts.has_taken("split")
        and not case.followed_by.filter(procedure=Intake.code).exists()
    ):
        return [_link(case, file, Intake.code, _("Lập hồ sơ phần tố cáo đã tách"))]
    return [
        _link(case, file, one.code, _("Lập hồ sơ: %(label)s") % {"label": worded(one.label)})
        for one in catalogue.DECLARED
        if one.comes_after(file.procedure)
        and not one.is_intake
        and case.stage in one.opened_at(file.procedure)
        and one.run_by(file.facts.body, file.facts.level)
    ]


def _link(case: Case, file: File, procedure: str, text: str) -> Link:
    url = reverse("case-new", kwargs={"procedure": procedure, "body": file.body})
    return Link(text, f"{url}?tu={case.reference}", "plus")
