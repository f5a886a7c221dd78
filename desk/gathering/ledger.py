"""What the page of the ledger shows: its lines for a unit and a period, each leading to the list behind it."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from desk.pages.ledger import LedgerPage, LedgerRow, Reading
from desk.pages.statistics import Figure
from desk.statistics_forms import Asked
from desk.worded import worded
from registry.members.rights import units_read_by
from registry.models import Person
from reports.ledger import FORM, Line, lines

#: Registers that only those read who read members.
_OF_MEMBERS = frozenset({"absences", "grade-figures"})


def ledger_page(asked: Asked, person: Person, today: date, *, behind_time: bool) -> LedgerPage:
    """Gather the lines of the ledger."""
    reads_members = bool(units_read_by(person, today))

    def figure(line: Line) -> Figure:
        if line.cell:
            where = reverse("statistics-list", kwargs={"code": FORM})
            return Figure(line.text, f"{where}?{urlencode({**asked.query(), 'cot': line.cell})}")
        open_to_me = line.register and (reads_members or line.register not in _OF_MEMBERS)
        return Figure(line.text, reverse(line.register) if open_to_me else "")

    return LedgerPage(
        whose=f"{asked.unit.name}, {worded(asked.period.words)}",
        filters=asked,
        rows=[
            LedgerRow(
                one.id, one.head, figure(one), [Reading(other.head, figure(other)) for other in one.readings]
            )
            for one in lines(asked.unit, asked.period)
        ],
        back_url=f"{reverse('statistics')}?{urlencode(asked.query())}",
        behind=behind_time,
        partial=asked.period.is_partial_on(today),
    )  # fmt: skip
