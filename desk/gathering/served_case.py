"""Gathering the page of a file for whoever leads the organisation of its subject."""

from datetime import date

from django.utils.translation import gettext as _

from cases.models import Case
from desk.gathering import titles, words
from desk.gathering.case import header, papers_of_file
from desk.pages.parts import Fact
from desk.pages.served_case import ServedCasePage
from desk.worded import worded
from registry.models import Person
from workflows import catalogue


def served_case_page(case: Case, person: Person, today: date) -> ServedCasePage:
    """Gather the page of `case` for `person`, to whom only what was served is open."""
    procedure = catalogue.get(case.procedure)
    closed = words.day(case.closed_on) if case.closed_on else _("chưa kết thúc")
    return ServedCasePage(
        header=header(case, procedure),
        facts=[
            Fact(titles.body_label(procedure), case.body.name),
            Fact(_("Ngày lập hồ sơ"), words.day(case.opened_on)),
            Fact(_("Ngày kết thúc"), closed),
            Fact(_("Quy trình áp dụng"), worded(procedure.label)),
        ],
        papers=papers_of_file(case, person, today, procedure),
    )
