"""What the pages of filed reports show: who has filed, who is late or missing, and each version as frozen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import RecordPaper
from desk.gathering import words
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.pages.statistics import (
    Figure,
    FigureRow,
    FiledTable,
    FilingLine,
    FilingPage,
    FilingsPage,
    PrintedFiling,
)
from desk.statistics_forms import Asked
from desk.worded import worded
from registry.models import Organisation, Person, Placement, on
from reports import due, periodic, rights
from reports.filing_models import Filing, Section
from reports.form import Head
from reports.periods import Kind, Period
from workflows.procedures.periodic_report import PeriodicReport

_TONES = {
    due.State.FILED: (Tone.OK, "check"),
    due.State.LATE: (Tone.SOON, "clock"),
    due.State.MISSING: (Tone.LATE, "clock"),
    due.State.WAITED: (Tone.HOLD, ""),
    due.State.UNKNOWN: (Tone.LINE, ""),
}


def filings_page(asked: Asked, person: Person, today: date) -> FilingsPage:
    """Gather how far the reports of a period are: the unit's own, and those right under it."""
    unit, period = asked.unit, asked.period
    below = list(
        Organisation.objects.filter(
            pk__in=Placement.objects.filter(on(min(period.last, today)), parent=unit).values(
                "organisation"
            )
        ).order_by("name")
    )
    filed = _filed([unit, *below], period)
    papers = periodic.papers([unit, *below], period, person, today)
    ways = {pk: [_paper(one) for one in held] for pk, held in papers.items()}
    lines = [
        _line(one, filed.get(one.pk, ()), period, today, ways.get(one.pk, ())) for one in below
    ]
    mine = [*ways.get(unit.pk, ()), *_ways(asked, person, today, filed)]
    own = _line(unit, filed.get(unit.pk, ()), period, today, mine)
    counts = Counter(line.state.text for line in lines)
    return FilingsPage(
        filters=asked,
        whose=f"{unit.name}, {worded(period.words)}",
        own=own,
        below=lines,
        counts=[Fact(worded(one.label), str(counts.get(worded(one.label), 0))) for one in due.State],
        missing=[line.unit for line in lines if line.filed_on is None],
        back_url=f"{reverse('statistics')}?{urlencode(asked.query())}",
    )


def filing_page(filing: Filing, person: Person, today: date) -> FilingPage:
    """Gather one version of a report as it was frozen."""
    others = Filing.objects.filter(
        organisation=filing.organisation_id, period=filing.period,
        first_day=filing.first_day, last_day=filing.last_day,
    ).order_by("version")  # fmt: skip
    unit = filing.organisation
    may = filing.reopened_by_id is None and rights.reopening_body(person, unit, today)
    return FilingPage(
        title=_("Báo cáo thống kê, lần %(n)d") % {"n": filing.version},
        facts=_facts(filing),
        tables=[_table(one) for one in filing.figures["tables"]],
        versions=[
            Link(_("Lần %(n)d") % {"n": one.version}, reverse("filing", args=[one.pk]))
            for one in others
        ],
        ways=[
            Link(_("Bản in"), reverse("filing-pdf", args=[filing.pk]), "pdf"),
            *(
                [Link(_("Mở lại"), reverse("filing-reopen", args=[filing.pk]), "lock")]
                if may
                else []
            ),
        ],
        explained=filing.explained,
        text=_text(filing),
        back_url=f"{reverse('filings')}?{urlencode(_query(filing))}",
    )


def printed(filing: Filing) -> PrintedFiling:
    """Gather one version as it is printed: forms in which nothing arose are named and not drawn."""
    kept = filing.figures["tables"]
    full = [one for one in kept if any(figure for _row, _column, figure in one["figures"])]
    return PrintedFiling(
        unit=filing.organisation.name,
        period=worded(_period(filing).words),
        version=filing.version,
        filed_on=filing.filed_on,
        due_on=filing.due_on,
        signer=filing.filed_by.full_name,
        tables=[_table(one) for one in full],
        empty=[one["title"] for one in kept if one not in full],
        text=_text(filing),
        explained=filing.explained,
        sha256=filing.sha256,
    )


def _text(filing: Filing) -> list[Fact]:
    return [Fact(worded(one.label), filing.text[one]) for one in Section if filing.text.get(one)]


def _period(filing: Filing) -> Period:
    return Period(Kind(filing.period), filing.first_day, filing.last_day)


def _filed(units: Sequence[Organisation], period: Period) -> dict[int, list[Filing]]:
    found: dict[int, list[Filing]] = {}
    rows = Filing.objects.filter(
        organisation__in=units, period=period.kind, first_day=period.first, last_day=period.last
    ).defer("figures")
    for one in rows.order_by("version"):
        found.setdefault(one.organisation_id, []).append(one)
    return found


def _line(
    unit: Organisation,
    filed: Sequence[Filing],
    period: Period,
    today: date,
    ways: Sequence[Link] = (),
) -> FilingLine:
    last = due.due_on(unit.kind, period)
    state = due.state(filed[0] if filed else None, last, today)
    tone, icon = _TONES[state]
    seen = [Link(_("Xem"), reverse("filing", args=[filed[-1].pk]))] if filed else []
    return FilingLine(
        unit=unit.name,
        state=Tag(worded(state.label), tone, icon),
        due=last,
        filed_on=filed[0].filed_on if filed else None,
        version=_version(filed),
        ways=[*seen, *ways],
    )


def _version(filed: Sequence[Filing]) -> str:
    if not filed:
        return ""
    told = _("lần %(n)d") % {"n": filed[-1].version}
    if filed[-1].reopened_by_id:
        return _("%(which)s, đã mở lại") % {"which": told}
    return _("%(which)s, không phát sinh") % {"which": told} if filed[-1].nothing else told


def _ways(
    asked: Asked, person: Person, today: date, filed: Mapping[int, Sequence[Filing]]
) -> list[Link]:
    standing = [one for one in filed.get(asked.unit.pk, ()) if one.reopened_by_id is None]
    if standing:
        return _writing(asked, person, today)
    if rights.filing_body(person, asked.unit, today) is None:
        return []
    return [
        Link(_("Chốt, nộp báo cáo"), f"{reverse('filing-new')}?{urlencode(asked.query())}", "pen")
    ]


def _writing(asked: Asked, person: Person, today: date) -> list[Link]:
    """The way to the report on paper, once its figures are filed."""
    body = periodic.writing_body(person, asked.unit, today)
    if body is None:
        return []
    url = reverse("case-new", kwargs={"procedure": PeriodicReport.code, "body": body.pk})
    answers = urlencode(periodic.first_answers(body, asked.period, today))
    return [Link(_("Lập báo cáo định kỳ"), f"{url}?{answers}", "file-plus")]


def _paper(held: RecordPaper) -> Link:
    """The report on paper, by its number."""
    return Link(held.paper.number_text, reverse("paper", args=[held.paper_id]))


def _facts(filing: Filing) -> list[Fact]:
    facts = [
        Fact(_("Đơn vị"), filing.organisation.name),
        Fact(_("Kỳ"), worded(_period(filing).words)),
        Fact(_("Nộp ngày"), words.day(filing.filed_on), sub=filing.filed_by.full_name),
        Fact(_("Hạn nộp"), words.day(filing.due_on) if filing.due_on else _("chưa rõ")),
        Fact(_("Mã băm số liệu"), filing.sha256[:16]),
    ]
    if filing.nothing:
        facts.append(Fact(_("Nội dung"), _("Không phát sinh")))
    if filing.reopened_on:
        facts.append(
            Fact(
                _("Mở lại"),
                words.day(filing.reopened_on),
                sub=f"{filing.reopened_under}: {filing.reopened_for}",
            )
        )
    return facts


def _table(kept: Mapping[str, Any]) -> FiledTable:
    return FiledTable(
        title=kept["title"],
        head=[[Head(*one) for one in line] for line in kept["head"]],
        rows=[
            FigureRow(head, [Figure(text) for text in texts]) for _name, head, texts in kept["rows"]
        ],
    )


def _query(filing: Filing) -> dict[str, Any]:
    first, last = filing.first_day, filing.last_day
    return {
        "don_vi": filing.organisation_id, "ky": filing.period, "nam": first.year, "thang": first.month,
        "tu": f"{first:%d/%m/%Y}", "den": f"{last:%d/%m/%Y}",
    }  # fmt: skip
