"""Chờ tôi duyệt: the drafts that wait for the reader, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Case
from cases.waiting import Waiting
from desk.gathering.addresses import case_url
from desk.pages.approval import ApprovalRow, ApprovalsPage
from desk.pages.parts import Tag, Tone, Who, due
from workflows import catalogue
from workflows.stages import Step


def approval_url(case: Case, step: Step) -> str:
    """The one page on which the draft of `step` is decided."""
    return case_url(case, "approval", step=step.code)


def approvals_page(waiting: Sequence[Waiting], today: date) -> ApprovalsPage:
    """Gather the list from what waits for its reader."""
    return ApprovalsPage([_row(one, today) for one in waiting])


def _row(one: Waiting, today: date) -> ApprovalRow:
    count = {"n": one.endorsed}
    return ApprovalRow(
        due=due(one.due, today),
        ref=one.case.reference,
        title=one.case.title,
        procedure=catalogue.get(one.case.procedure).label,
        paper=one.step.label,
        url=approval_url(one.case, one.step),
        drafter=Who(one.drafter.full_name),
        at=one.at,
        status=Tag(_("Chờ ký"), Tone.INFO, "pen")
        if one.signs
        else Tag(_("Chờ ký nháy, thẩm định"), Tone.HOLD, "person-check"),
        endorsed=ngettext("%(n)d người đã ký nháy", "%(n)d người đã ký nháy", one.endorsed) % count
        if one.endorsed
        else "",
    )
