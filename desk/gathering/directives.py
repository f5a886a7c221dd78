"""What the pages of guiding documents show: the register, one document and how far it reached, units without one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.guidance import files_about
from cases.models import Case
from cases.queries import visible_to
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.guidance_forms import Cut, NarrowDirectives
from desk.pages.guidance import DirectiveLine, DirectivePage, DirectivesPage, Laid, UnitLine
from desk.pages.parts import Fact, Link, Tag, Tile, Tone
from registry.guidance.directives import newest
from registry.guidance.rights import (
    bodies_kept_by,
    directives_read_by,
    reads_every_unit,
    units_with_programme,
)
from registry.guidance_models import PUTS_INTO_EFFECT, Cascade, Directive
from registry.models import Body, Person
from reports.coverage import Coverage, UnitReached, coverage


def directives_page(person: Person, own: set[int], today: date, asked: Any) -> DirectivesPage:
    """Gather the documents that guide whoever `person` works for."""
    filters = NarrowDirectives(asked)
    found = filters.narrow(directives_read_by(own, today), today)
    return DirectivesPage(
        rows=[
            DirectiveLine(
                str(one), url_of(one), one.theme, one.issuer, one.body.name, _state(one, today)
            )
            for one in found
        ],
        filters=filters,
        narrowed=bool(filters.cleaned_data.get("q")),
        ways=[
            Link(one.name, reverse("directive-new", kwargs={"body": one.pk}), "plus")
            for one in bodies_kept_by(person, today)
        ],
    )


def directive_page(
    directive: Directive, person: Person, own: set[int], today: date, asked: Any
) -> DirectivePage:
    """Gather one document: the two shares on a day, the units behind them, what carries it out."""
    cut = Cut(asked)
    day = (cut.is_valid() and cut.cleaned_data["ngay"]) or today
    kept = bodies_kept_by(person, today)
    read = units_with_programme(person, today, own)
    every = reads_every_unit(directive, read)
    reached = coverage(directive, day)
    if (
        not every
    ):  # of the other units neither the documents nor the inspections are theirs to count
        reached = Coverage(day, [one for one in reached.units if one.unit.pk in own])
    visible = _visible(directive, person, today)
    mine = {one.pk: Link(_called(one), case_url(one), "folder") for one in visible}
    missing = (
        [str(one) for one in reached.without_document],
        [str(one) for one in reached.without_inspection],
    )
    counted = len(reached.units)
    return DirectivePage(
        title=str(directive),
        theme=directive.theme,
        state=_state(directive, today),
        facts=_facts(directive),
        cut=Cut(initial={"ngay": day}),
        day=day,
        shares=[]
        if not every
        else [
            _tile(
                reached.documents,
                _("đã có kế hoạch hoặc công văn"),
                counted - len(missing[0]),
                counted,
            ),
            _tile(
                reached.inspections, _("đã kiểm tra chuyên đề"), counted - len(missing[1]), counted
            ),
        ],
        units=[_unit(one, directive, kept, mine) for one in reached.units],
        without_document=missing[0],
        without_inspection=missing[1],
        export_url=f"{reverse('directive-export', kwargs={'pk': directive.pk})}?ngay={day:%d/%m/%Y}"
        if every
        else "",
        items=[
            Link(str(one), reverse("programme-item", kwargs={"pk": one.pk}), "calendar")
            for one in directive.carried_out_by
            if one.body.organisation_id in read
        ],
        files=list(mine.values()),
        ways=_ways(directive, kept, {one.unit.pk for one in reached.units}),
        gone=_gone(directive),
    )


def url_of(directive: Directive) -> str:
    """Where a document is read."""
    return reverse("directive", kwargs={"pk": directive.pk})


def _visible(directive: Directive, person: Person, today: date) -> QuerySet[Case]:
    rows = files_about(directive).values("case")
    return visible_to(person, today).filter(pk__in=rows).order_by("pk")


def _called(case: Case) -> str:
    return f"{case.reference} · {case.title}"


def _facts(directive: Directive) -> list[Fact]:
    last = words.day(directive.last_day) if directive.last_day else _("chưa định")
    return [
        Fact(_("Cơ quan ban hành"), directive.issuer),
        Fact(_("Sổ của"), directive.body.name),
        Fact(_("Có hiệu lực từ ngày"), words.day(directive.first_day)),
        Fact(_("Đến hết ngày"), last),
    ]


def _state(directive: Directive, day: date) -> Tag:
    if directive.withdrawn_on:
        return Tag(_("Đã bỏ, thay dòng"), Tone.LATE, "x")
    if directive.holds_on(day):
        return Tag(_("Còn hiệu lực"), Tone.OK, "check")
    return Tag(_("Chưa có hiệu lực") if directive.first_day > day else _("Hết hiệu lực"), Tone.HOLD)


def _tile(share: str, what: str, reached: int, counted: int) -> Tile:
    note = _("%(n)d trên %(of)d đơn vị") % {"n": reached, "of": counted}
    return Tile(share, what, "#don-vi", note, Tone.OK if share == "100%" else Tone.SOON, "chart")


def _unit(
    one: UnitReached, directive: Directive, kept: Iterable[Body], mine: dict[int, Link]
) -> UnitLine:
    keeps = {body.organisation_id: body.pk for body in kept}
    body = keeps.get(one.unit.pk) or keeps.get(directive.body.organisation_id)
    return UnitLine(
        unit=one.unit.name,
        documents=[_laid(doc, body) for doc in one.documents],
        reached=one.put_into_effect,
        inspections=len(one.files),
        files=[mine[case] for case in sorted(one.files) if case in mine],
    )


def _laid(cascade: Cascade, body: int | None) -> Laid:
    parts = {"pk": cascade.pk, "body": body}
    untie = reverse("cascade-unlink", kwargs=parts) if body else ""
    return Laid(str(cascade), cascade.title, cascade.kind in PUTS_INTO_EFFECT, untie)


#: The deeds about a document that whoever keeps its register is offered.
_DEEDS = (
    ("sua", lambda: _("Ghi lại cho đúng"), "pen"),
    ("het-hieu-luc", lambda: _("Ghi hết hiệu lực"), "clock"),
    ("bo", lambda: _("Bỏ dòng ghi nhầm"), "x"),
)


def _ways(directive: Directive, kept: list[Body], units: set[int]) -> list[Link]:
    """What this reader may write about a document: its keeper everything, a unit its own plan or letter."""
    if directive.withdrawn_on:
        return []
    issuing = directive.body.organisation_id
    at = next((one for one in kept if one.organisation_id == issuing), None)
    at = at or next((one for one in kept if one.organisation_id in units), None)
    links = []
    if at is not None:
        url = reverse(
            "directive-deed", kwargs={"pk": directive.pk, "body": at.pk, "deed": "trien-khai"}
        )
        links.append(Link(_("Ghi văn bản triển khai"), url, "plus"))
    if directive.body in kept:
        links += [
            Link(
                label(),
                reverse(
                    "directive-deed",
                    kwargs={"pk": directive.pk, "body": directive.body_id, "deed": deed},
                ),
                icon,
            )
            for deed, label, icon in _DEEDS
        ]
    return links


def _gone(directive: Directive) -> Link | None:
    if not directive.withdrawn_on:
        return None
    stands = newest(directive)
    said = _("Dòng này đã bỏ: %(why)s") % {"why": directive.reason}
    return Link(said, url_of(stands) if stands != directive else "")
