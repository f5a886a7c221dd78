"""What the pages of the yearly programme show: the items of a year with their states, one item and its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.guidance import ItemState, Standing, rows_about, standings
from cases.models import Case
from cases.queries import visible_to
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.guidance_forms import NarrowProgramme
from desk.pages.guidance import ItemLine, ItemPage, ProgrammePage, Proof
from desk.pages.parts import Fact, Link, Tag, Tile, Tone
from desk.worded import worded
from registry.guidance.programme import months
from registry.guidance.rights import bodies_kept_by, items_read_by
from registry.guidance_models import ProgrammeItem
from registry.models import Body, Person
from workflows import catalogue

#: The parts whose matters begin because they are planned; an inspection on signs begins with the signs.
_OPENED_BY_PLAN = frozenset({"P1", "P2"})
_TONES = {
    ItemState.PLANNED: (Tone.HOLD, "calendar"),
    ItemState.UNDER_WAY: (Tone.INFO, "play"),
    ItemState.DONE: (Tone.OK, "check"),
    ItemState.LATE: (Tone.LATE, "clock"),
    ItemState.CANCELLED: (Tone.LINE, "x"),
}


def programme_page(person: Person, own: set[int], today: date, asked: Any) -> ProgrammePage:
    """Gather the items of one year, of one body or all, with the figures over them."""
    year, items, filters = narrowed(person, own, today, asked)
    stand = standings(items, today, person)
    kept = asked.urlencode()
    return ProgrammePage(
        year=year,
        rows=[_line(one, stand[one.pk]) for one in items],
        tiles=_tiles(stand),
        filters=filters,
        export_url=reverse("programme-export") + (f"?{kept}" if kept else ""),
        ways=[
            Link(one.name, reverse("programme-new", kwargs={"body": one.pk}), "plus")
            for one in bodies_kept_by(person, today)
        ],
    )


def narrowed(
    person: Person, own: set[int], today: date, asked: Any
) -> tuple[int, list[ProgrammeItem], NarrowProgramme]:
    """The year asked for, the items of it that `person` reads, and the filters as they stand."""
    read = items_read_by(person, today, own)
    years = {today.year, *read.values_list("year", flat=True)}
    bodies = Body.objects.filter(programme_items__in=read).distinct().order_by("name")
    form = NarrowProgramme(sorted(years, reverse=True), list(bodies), asked)
    form.is_valid()
    year = form.cleaned_data.get("nam") or today.year
    found = read.filter(year=year)
    if body := form.cleaned_data.get("cq"):
        found = found.filter(body=body)
    shown = {"nam": year, "cq": body or ""}
    return year, _whole(found), NarrowProgramme(form.years, form.bodies, shown)


def item_page(item: ProgrammeItem, person: Person, own: set[int], today: date) -> ItemPage:
    """Gather one item: how it stands, its files as far as `person` may open them, what can be done."""
    stand = standings([item], today, person)[item.pk]
    files = _files(item, person, today)
    keeps = item.body in bodies_kept_by(person, today)
    open_item = item.ended_on is None
    return ItemPage(
        title=_("Mục %(n)s, chương trình năm %(year)s")
        % {"n": f"{item.number:02}", "year": item.year},
        theme=item.theme,
        state=state_of(stand.state),
        note=note_of(item, stand),
        facts=list(_facts(item, stand)),
        units=[one.name for one in item.units.order_by("name")],
        files=[Link(f"{one.reference} · {one.title}", case_url(one), "folder") for one in files],
        hidden=max(0, len(stand.files) - len(files)),
        evidence=[
            Proof(one.title, one.dated, reverse("item-evidence", kwargs={"pk": one.pk}))
            for one in item.evidence.order_by("dated", "pk")
        ],
        wants_evidence=item.kind == ProgrammeItem.Kind.DISSEMINATION,
        ways=list(_ways(item)) if keeps and open_item else [],
        opens=list(_opens(item, own)) if open_item else [],
    )


def state_of(state: ItemState) -> Tag:
    """A state as a tag."""
    tone, icon = _TONES[state]
    return Tag(worded(state.label), tone, icon)


def note_of(item: ProgrammeItem, stand: Standing) -> str:
    """What stands beside a state: the reason, or how far the files are."""
    if item.reason:
        return item.reason
    said = []
    if stand.files:
        done = {"n": stand.finished, "of": len(stand.files)}
        said.append(_("%(n)d trên %(of)d hồ sơ đã xong") % done)
    if stand.units > 1:
        done = {"n": stand.units_done, "of": stand.units}
        said.append(_("%(n)d trên %(of)d đơn vị") % done)
    return ", ".join(said)


def _whole(items: QuerySet[ProgrammeItem]) -> list[ProgrammeItem]:
    found = items.select_related("body", "responsible").prefetch_related("units")
    return list(found.order_by("body__name", "number"))


def _line(item: ProgrammeItem, stand: Standing) -> ItemLine:
    return ItemLine(
        number=f"{item.number:02}",
        theme=item.theme,
        url=reverse("programme-item", kwargs={"pk": item.pk}),
        kind=worded(item.get_kind_display()),
        body=item.body.name,
        units=[one.name for one in item.units.all()],
        time=months(item.first_month, item.last_month).capitalize(),
        responsible=item.responsible.full_name,
        state=state_of(stand.state),
        note=note_of(item, stand),
    )


def _tiles(stand: Mapping[int, Standing]) -> list[Tile]:
    counted = Counter(one.state for one in stand.values())
    ahead = counted[ItemState.PLANNED] + counted[ItemState.UNDER_WAY]
    not_due = _("%(n)d chưa đến hạn") % {"n": ahead}
    figures = [
        (len(stand), _("mục trong chương trình"), not_due, Tone.HOLD, "calendar"),
        (counted[ItemState.DONE], _("đã thực hiện"), "", Tone.OK, "check"),
        (counted[ItemState.CANCELLED], _("không thực hiện, có lý do"), "", Tone.LINE, "x"),
        (counted[ItemState.LATE], _("chậm so với kế hoạch"), "", Tone.LATE, "clock"),
    ]
    return [
        Tile(figure, text, "#cac-muc", note, tone, icon)
        for figure, text, note, tone, icon in figures
    ]


def _facts(item: ProgrammeItem, stand: Standing) -> Iterator[Fact]:
    yield Fact(_("Cơ quan"), item.body.name)
    yield Fact(_("Hình thức"), worded(item.get_kind_display()))
    time = months(item.first_month, item.last_month).capitalize()
    yield Fact(
        _("Thời gian dự kiến"), time, _("đến hết ngày %(day)s") % {"day": words.day(stand.due)}
    )
    yield Fact(_("Người phụ trách"), item.responsible.full_name)
    yield Fact(_("Văn bản ban hành chương trình"), item.document)
    if item.directive is not None:
        yield Fact(_("Thực hiện văn bản chỉ đạo"), str(item.directive), item.directive.theme)
    if item.ended_on is not None:
        yield Fact(worded(item.get_ending_display()), words.day(item.ended_on), item.reason)


def _files(item: ProgrammeItem, person: Person, today: date) -> Sequence[Case]:
    rows = rows_about(item=[item.pk]).values("case")
    return list(visible_to(person, today).filter(pk__in=rows).order_by("pk"))


#: The deeds about an item that whoever keeps the programme is offered.
_DEEDS = (
    ("bang-chung", lambda: _("Đính kèm bằng chứng"), "file-plus"),
    ("huy", lambda: _("Không thực hiện"), "x"),
)


def _ways(item: ProgrammeItem) -> Iterator[Link]:
    deeds = [*_DEEDS]
    if item.kind == ProgrammeItem.Kind.DISSEMINATION:
        deeds.append(("ket-thuc", lambda: _("Kết thúc mục này"), "check"))
    for deed, label, icon in deeds:
        yield Link(label(), reverse("item-deed", kwargs={"pk": item.pk, "deed": deed}), icon)


def _opens(item: ProgrammeItem, own: set[int]) -> Iterator[Link]:
    """The procedures by which this item's own body begins a file about it."""
    if item.kind == ProgrammeItem.Kind.DISSEMINATION:
        return
    if item.body.organisation_id not in own:
        return
    inspects = item.kind == ProgrammeItem.Kind.INSPECTION
    for kind in catalogue.PROCEDURES.values():
        part = kind.code.partition(".")[0]
        planned = part in _OPENED_BY_PLAN and kind.inspects == inspects
        if planned and kind.run_by(item.body.kind, item.body.organisation.kind):
            url = reverse("case-new", kwargs={"procedure": kind.code, "body": item.body_id})
            yield Link(worded(kind.label), f"{url}?muc={item.pk}", "plus")
