"""The page on which many papers are chosen to be numbered and printed, and the file they are taken out in."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import RecordPaper
from cases.papers_at_once import MOST, choosable
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.papers import file_name
from desk.pages.paper import AtOncePage, AtOnceRow
from desk.pages.parts import Link, Tab
from desk.paper_forms import AtOnceFilter, AtOnceForm
from documents.kinds import find
from documents.models import State
from registry.models import Person

#: The two lists one chooses from: what still waits, and what is printed and not yet handed over.
WAITING, PRINTED = (State.SIGNED, State.READY), (State.ISSUED,)


@dataclass(frozen=True)
class Listed:
    """The papers of the list that is asked for, and what narrows it."""

    rows: list[RecordPaper]
    filters: AtOnceFilter
    printed: bool


def listed(person: Person, today: date, asked: Any) -> Listed:
    """Read a list, the papers of the latest step first, no more than one job takes."""
    printed = asked.get("muc") == "da-in"
    found = choosable(person, today).filter(paper__state__in=PRINTED if printed else WAITING)
    kinds = found.order_by("paper__kind").values_list("paper__kind", flat=True).distinct()
    filters = AtOnceFilter([(code, find(code).title) for code in kinds], asked)
    if filters.kind:
        found = found.filter(paper__kind=filters.kind)
    # By the number of the record: ordering by the record itself would join what a clerk may not read.
    rows = found.select_related("paper", "case").order_by("-record_id", "paper_id")[:MOST]
    return Listed(list(rows), filters, printed)


def at_once_page(of: Listed, form: AtOnceForm) -> AtOncePage:
    """The page of a list, with what was ticked before."""
    return AtOncePage(
        form=form,
        filters=of.filters,
        rows=[_row(held, form.chosen) for held in of.rows],
        tabs=[
            Tab(_("Chờ cấp số, chờ in"), "?", None, not of.printed),
            Tab(_("Đã in, chưa giao"), "?muc=da-in", None, of.printed),
        ],
        most=MOST,
    )


def archive(papers: Iterable[RecordPaper]) -> bytes:
    """A ZIP of the stored prints, numbered in their order, with the list of their hashes; the same bytes each time."""
    out, sums = io.BytesIO(), []
    with ZipFile(out, "w", ZIP_STORED) as folder:
        for at, held in enumerate(papers, 1):
            name, pdf = f"{at:03d} {file_name(held.paper)}", bytes(held.paper.print.pdf)
            folder.writestr(ZipInfo(name), pdf)
            sums.append(f"{hashlib.sha256(pdf).hexdigest()}  {name}\n")
        folder.writestr(ZipInfo("sha256.txt"), "".join(sums))
    return out.getvalue()


def _row(held: RecordPaper, chosen: set[int]) -> AtOnceRow:
    paper = held.paper
    return AtOnceRow(
        paper=paper.pk,
        chosen=paper.pk in chosen,
        number=paper.number_text,
        kind=paper.catalogued.title,
        summary=paper.title,
        day=paper.dated or paper.signed_on,
        url=reverse("paper", kwargs={"paper": paper.pk}),
        status=words.paper_state(paper.state, paper.state_label),
        case=Link(held.case.reference, case_url(held.case)),
    )
