"""The index of a file and its demands, as its page lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.endings import OPEN, ending_of
from cases.models import Case, FileRow
from cases.reading import File
from desk.gathering.words import day
from desk.pages.case import DemandRow, FindingRow, IndexEntry, IndexHeading
from desk.pages.parts import PaperRow, Tag, Tone
from desk.worded import worded
from workflows import dossiers
from workflows.matter import Matter
from workflows.remedied import Standing, standings
from workflows.rows import RowKind


def index_of(file: File, papers: Sequence[PaperRow]) -> list[IndexHeading]:
    """The official order of the dossier with what the file has there; papers not to be read are only counted."""
    listed = {row.url: row for row in papers}
    rows = {row.number: row for row in file.facts.rows}
    return [
        IndexHeading(
            worded(place.heading.title),
            [
                *(_paper(listed.get(_url(one.id))) for one in place.papers),
                *(
                    IndexEntry(worded(RowKind(rows[number].kind).label), day(rows[number].on))
                    for number in place.rows
                ),
            ],
            Tag(_("còn thiếu, bắt buộc"), Tone.SOON, "warning") if place.missing else None,
        )
        for place in dossiers.index(file.procedure, file.facts)
    ]


def _url(paper: int) -> str:
    return reverse("paper", kwargs={"paper": paper})


def _paper(row: PaperRow | None) -> IndexEntry:
    if row is None:
        return IndexEntry(_("một văn bản bạn không xem được"))
    return IndexEntry(
        row.title, day(row.day) if row.day else "", row.number or "", row.url, row.pages
    )


def findings_of(case: Case, procedure: type[Matter]) -> list[FindingRow]:
    """The contents of a file, each with whose it is and how it was concluded."""
    if procedure.findings is None:
        return []
    enum = procedure.findings.stage.enum
    rows = case.findings.filter(superseded_by=None).select_related(
        "subject__person", "subject__organisation"
    )
    return [
        FindingRow(
            str(row.subject),
            row.content,
            Tag(worded(enum(row.stage).label), Tone.INFO if row.stage == enum.values[0] else Tone.OK),
            ending=_ending(row.stage),
        )
        for row in rows.order_by("number")
    ]


def _ending(stage: str) -> Tag | None:
    """In which of the seven ways a concluded violation ends; the open ones stand out."""
    ending = ending_of(stage)
    return Tag(worded(ending.label), Tone.HOLD if ending in OPEN else Tone.OK) if ending else None


def demands_of(case: Case, file: File, today: date, subjects: Mapping[int, str]) -> list[DemandRow]:
    """Each demand with whose it is, its day, the report, who looked and what was found."""
    found = list(standings(file.facts))
    if not found:
        return []
    laid = FileRow.objects.filter(
        case=case,
        superseded_by=None,
        kind__in=(RowKind.DEMAND, RowKind.REMEDY, RowKind.REMEDY_CHECKED),
    ).select_related("laid_by__actor")
    rows = {row.number: row for row in laid}
    return [_demand(one, rows, today, subjects) for one in found]


def _demand(
    one: Standing, rows: Mapping[int, FileRow], today: date, subjects: Mapping[int, str]
) -> DemandRow:
    check = rows[one.check.number] if one.check else None
    late = one.days_late(today)
    return DemandRow(
        content=str(rows[one.demand.number].words.get("demand", "")),
        owner=subjects.get(one.demand.facts.get("finding", 0), ""),
        due=day(one.due),
        report=day(one.report.on) if one.report else _("chưa có"),
        checked=f"{check.laid_by.actor.full_name}, {day(check.laid_by.acted_on)}" if check else "",
        state=_state(one),
        late=_("quá hạn %(n)d ngày") % {"n": late} if late else "",
    )


def _state(one: Standing) -> Tag:
    if one.done:
        return Tag(_("Đã khắc phục"), Tone.OK, "check")
    if one.waits:
        return Tag(_("Chờ kiểm tra"), Tone.SOON, "hourglass")
    return Tag(_("Chưa khắc phục xong") if one.check else _("Chờ báo cáo"), Tone.HOLD)
