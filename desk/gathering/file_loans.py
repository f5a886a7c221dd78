"""What the book of loans of member files shows: what is out and late first."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from desk.file_loan_forms import NarrowLoans
from desk.gathering.words import day
from desk.pages.file_loans import FileLoanRow, FileLoansPage
from desk.pages.parts import Link, Tag, Tone
from registry.file_loan_models import MemberFileLoan
from registry.members.loans import loans_read_by
from registry.members.rights import bodies_written_by
from registry.models import Person

#: Lines of one page; whoever wants the others narrows, or takes the sheet.
MOST = 100


def loans_page(person: Person, today: date, asked: Any) -> FileLoansPage:
    """Gather the book as `person` reads it on `today`."""
    filters = NarrowLoans(asked)
    rows = list(filters.narrow(loans_read_by(person, today), today)[: MOST + 1])
    kept = set(bodies_written_by(person, today).values_list("pk", flat=True))
    written = f"?{asked.urlencode()}" if asked else ""
    return FileLoansPage(
        rows=[_row(one, today, by_keeper=one.body_id in kept) for one in rows[:MOST]],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        export_url=reverse("file-loans-export") + written,
        more=len(rows) - MOST,
    )


def state_of(loan: MemberFileLoan, today: date) -> Tag:
    """Out, late by how many days, or back on which day."""
    if loan.returned_on:
        return Tag(_("Trả ngày %(day)s") % {"day": day(loan.returned_on)}, Tone.OK, "check")
    if (late := (today - loan.due_back).days) > 0:
        return Tag(_("Quá hạn %(n)d ngày") % {"n": late}, Tone.LATE, "clock")
    return Tag(_("Đang cho mượn"), Tone.INFO, "hourglass")


def _row(one: MemberFileLoan, today: date, *, by_keeper: bool) -> FileLoanRow:
    url = reverse("file-take-back", kwargs={"pk": one.pk})
    return FileLoanRow(
        name=one.person.full_name, unit=one.unit.name, borrower=one.borrower, purpose=one.purpose,
        allowed_by=one.allowed_by, lent_on=one.lent_on, due_back=one.due_back, condition=one.condition,
        state=state_of(one, today),
        back=Link(_("Nhận lại"), url) if by_keeper and not one.returned_on else None,
    )  # fmt: skip
