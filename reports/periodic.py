"""What a filed report hands to the periodic report on paper: its figures as they were frozen, line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from cases.locked_figures import Locked
from cases.models import FileRow, RecordPaper
from cases.queries import papers_for
from documents.kinds import PERIODIC_REPORT
from registry.flags.deciding import committees_above
from registry.models import Body, BodyKind, Organisation, Person, Position, Post, held_by
from reports.filing_models import Filing
from reports.periods import Kind, Period
from workflows.rows import RowKind

#: The forms whose figures the paper bears, in its order: what was done, what came in, what is still open.
BORNE = ("so-lieu-chinh", "don-thu", "ho-so")
#: Who writes for an inspection committee, as the procedure has it: its leaders, its officers, its clerk.
_WRITERS = (Position.CHAIR, Position.VICE_CHAIR, Position.OFFICER, Position.CLERK)


def standing(organisation: int, first: date, last: date) -> Locked | None:
    """Return the report that stands filed for exactly these days; None for one never filed, or opened again."""
    of_days = Filing.objects.filter(organisation=organisation, first_day=first, last_day=last)
    found = of_days.filter(reopened_by=None).order_by("-pk").first()
    if found is None:
        return None
    period = Period(Kind(found.period), first, last)
    return Locked(
        period.words, found.filed_on, () if found.nothing else tuple(_lines(found.figures))
    )


def papers(
    units: Collection[Organisation], period: Period, person: Person, today: date
) -> dict[int, list[RecordPaper]]:
    """Return the numbered reports of these days that `person` may open, by the number of their unit. One statement."""
    days = {
        "facts__first_day": period.first.isoformat(),
        "facts__last_day": period.last.isoformat(),
    }
    told = FileRow.objects.filter(
        case=OuterRef("case"), kind=RowKind.ORIGIN, superseded_by=None, **days
    )
    held = papers_for(person, today).filter(
        Exists(told), paper__kind=PERIODIC_REPORT.code, paper__number__isnull=False,
        case__body__organisation__in=units,
    ).select_related("paper", "case__body").defer("paper__values").order_by("paper_id")  # fmt: skip
    found: dict[int, list[RecordPaper]] = {}
    for one in held:
        found.setdefault(one.case.body.organisation_id, []).append(one)
    return found


def writing_body(person: Person, unit: Organisation, today: date) -> Body | None:
    """The inspection committee of `unit` for which `person` may begin a report; None for whoever may not."""
    bodies = Post.objects.filter(
        held_by(person, today), body__organisation=unit, body__kind=BodyKind.INSPECTION,
        position__in=_WRITERS,
    ).select_related("body")  # fmt: skip
    post = bodies.order_by("pk").first()
    return post.body if post else None


def first_answers(body: Body, period: Period, today: date) -> dict[str, str]:
    """What the first form of a report is told beforehand: its days, and the inspection committee next above."""
    above = [
        one for one in committees_above(body.organisation, today)
        if one.organisation_id != body.organisation_id
    ]  # fmt: skip
    days = {"tu_ngay": f"{period.first:%d/%m/%Y}", "den_ngay": f"{period.last:%d/%m/%Y}"}
    return {**days, **({"gui": str(above[0].pk)} if above else {})}


def _lines(figures: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    tables = {table["code"]: table for table in figures["tables"]}
    for table in (tables[code] for code in BORNE if code in tables):
        names = _names(table)
        for _row, head, texts in table["rows"]:
            within = head if len(table["rows"]) > 1 else ""
            for name, text in zip(names, texts, strict=True):
                what = ": ".join(part for part in (within, name) if part)
                yield {"part": table["title"], "what": what, "figure": text}


def _names(table: Mapping[str, Any]) -> list[str]:
    """The columns, each under the head that lies over it."""
    over = [
        text if down < len(table["head"]) else ""
        for text, across, down in table["head"][0]
        for _ in range(across)
    ]
    heads = [head for _name, head in table["columns"]]
    return [f"{group}: {head}" if group else head for group, head in zip(over, heads, strict=True)]
