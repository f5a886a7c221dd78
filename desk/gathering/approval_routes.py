"""Đường duyệt: the routes that bodies laid down, in force or not, beside the site's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import ApprovalRoute
from desk.pages.approval import BodyRoutes, RouteRow, RoutesPage
from desk.pages.parts import Reason, Tag, Tone
from desk.signing_forms import RouteForm
from desk.worded import worded
from registry.models import Body
from workflows import catalogue
from workflows.stations import Station, site_default


def papers_of_routes() -> list[tuple[str, str]]:
    """Every kind of paper that is drafted for a signer: its code and title, as people sort them."""
    kinds = {
        kind.code: kind.title
        for procedure in catalogue.PROCEDURES.values()
        for step in procedure.all_steps()
        if step.drafted
        for kind in (*step.issues, *step.writes)
    }
    return sorted(((code, f"{code} · {title}") for code, title in kinds.items()))


def routes_page(
    bodies: Sequence[Body], today: date, sent: RouteForm | None, reasons: Sequence[Reason]
) -> RoutesPage:
    """Gather the page; `sent` is a form that was refused, `reasons` what stands at none of its fields."""
    papers = papers_of_routes()
    laid = list(ApprovalRoute.objects.filter(body__in=bodies).select_related("laid_by"))
    told = []
    for body in bodies:
        mine = [row for row in laid if row.body_id == body.pk]
        here = sent if sent is not None and sent.data.get("body") == str(body.pk) else None
        form = here or RouteForm(body.pk, papers, today)
        rows = [_row(row, mine, dict(papers), today) for row in reversed(mine)]
        default = site_default(body.kind, "", today).stations
        told.append(
            BodyRoutes(
                body.name, rows, "; ".join(_labels(default)), form,
                reverse("approval-routes"), here is not None,
            )
        )  # fmt: skip
    return RoutesPage(told, reasons)


def _row(
    row: ApprovalRoute, all_rows: Sequence[ApprovalRoute], papers: dict[str, str], today: date
) -> RouteRow:
    return RouteRow(
        paper=papers.get(row.paper, _("Mọi văn bản")),
        stations=_labels(row.stations) or [_("theo đường duyệt chung")],
        first_day=row.first_day,
        document=row.document,
        laid_by=row.laid_by.full_name,
        status=_status(row, all_rows, today),
        waits=row.waits_for_opinions,
    )


def _status(row: ApprovalRoute, all_rows: Sequence[ApprovalRoute], today: date) -> Tag:
    if row.first_day > today:
        return Tag(_("Chưa áp dụng"), Tone.HOLD, "clock")
    begun = [one for one in all_rows if one.paper == row.paper and one.first_day <= today]
    newest = max(begun, key=lambda one: (one.first_day, one.pk))
    if row.pk != newest.pk:
        return Tag(_("Đã thay"), Tone.LINE, "slash")
    if row.ended:
        return Tag(_("Thôi áp dụng"), Tone.LINE, "slash")
    return Tag(_("Đang áp dụng"), Tone.OK, "check")


def _labels(stations: Sequence[str]) -> list[str]:
    return [worded(Station(one).label) for one in stations]
