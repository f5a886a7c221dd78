"""Chờ tôi duyệt: the drafts that wait for the reader, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Case
from cases.waiting import Turn, Waiting
from desk.gathering.addresses import case_url
from desk.pages.approval import ApprovalRow, ApprovalsPage
from desk.pages.parts import Link, Tag, Tone, Who, due
from desk.signing_forms import SIGN, BulkForm
from desk.worded import worded
from workflows import catalogue, signing_route
from workflows.stages import Step


def approval_url(case: Case, step: Step) -> str:
    """The one page on which the draft of `step` is decided."""
    return case_url(case, "approval", step=step.code)


#: What can be done for several drafts at once, and the deed it is.
AT_ONCE = {
    Turn.SIGN: SIGN,
    Turn.STATION: signing_route.ENDORSE,
    Turn.ENDORSE: signing_route.ENDORSE,
}


def approvals_page(
    waiting: Sequence[Waiting],
    today: date,
    leads: bool = False,
    form: BulkForm | None = None,
    chosen: Sequence[str] = (),
    to_sign: Sequence[Link] = (),
) -> ApprovalsPage:
    """Gather the list from what waits for its reader; `form` and `chosen` are of an attempt that failed."""
    several = any(one.turn in AT_ONCE for one in waiting)
    return ApprovalsPage(
        [_row(one, today) for one in waiting],
        form=(form or BulkForm()) if several else None,
        routes_url=reverse("approval-routes") if leads else "",
        chosen=chosen,
        to_sign=to_sign,
    )


def choice_of(one: Waiting) -> str:
    """How a deed on one version of one draft is named when several are chosen: the same at every press."""
    return f"{one.case.reference}:{one.step.code}:{one.draft}:{AT_ONCE[one.turn]}"


def _row(one: Waiting, today: date) -> ApprovalRow:
    count = {"n": one.endorsed}
    return ApprovalRow(
        due=due(one.due, today),
        ref=one.case.reference,
        title=one.case.title,
        procedure=worded(catalogue.get(one.case.procedure).label),
        paper=worded(one.step.label),
        url=approval_url(one.case, one.step),
        drafter=Who(one.drafter.full_name),
        at=one.at,
        status=_TURNS[one.turn](),
        stations=_stations(one),
        opinions=_opinions(one),
        choice=choice_of(one) if one.turn in AT_ONCE else "",
        endorsed=ngettext("%(n)d người đã ký nháy", "%(n)d người đã ký nháy", one.endorsed) % count
        if one.endorsed
        else "",
    )


def _stations(one: Waiting) -> str:
    """How many levels of its route the draft has passed."""
    if not one.stations:
        return ""
    said = {"n": len(one.passed), "of": len(one.stations)}
    return _("đã qua %(n)d trên %(of)d cấp") % said


def _opinions(one: Waiting) -> str:
    if not one.opinions_due:
        return ""
    said = {"n": one.opinions, "day": f"{one.opinions_due:%d/%m/%Y}"}
    return _("chờ %(n)d ý kiến, hạn %(day)s") % said


_TURNS = {
    Turn.SIGN: lambda: Tag(_("Chờ ký"), Tone.INFO, "pen"),
    Turn.STATION: lambda: Tag(_("Đến cấp của bạn"), Tone.INFO, "person-check"),
    Turn.COLLECTIVE: lambda: Tag(_("Chờ ghi ý kiến tập thể"), Tone.HOLD, "people"),
    Turn.OPINION: lambda: Tag(_("Chờ bạn cho ý kiến"), Tone.SOON, "edit"),
    Turn.ENDORSE: lambda: Tag(_("Chờ ký nháy, thẩm định"), Tone.HOLD, "person-check"),
}
