"""What the pages about members away show: the share by unit, the people behind it, one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from cases import struck_off
from cases.paging import Place, leaf
from desk.absence_forms import NarrowAway
from desk.gathering import words
from desk.gathering.leaves import (
    PAGE,
    filters_of,
    pager_between,
    place_of,
    read_number,
    so_many,
)
from desk.gathering.office_words import event
from desk.pages.absences import (
    AwayLine,
    AwayPage,
    MatterPage,
    StruckOffPage,
    StruckOffUnit,
    UnitShare,
)
from desk.pages.parts import Fact, Link, Tag, Tone
from registry import tree
from registry.absence_models import Absence
from registry.absences.hints import hints
from registry.absences.reading import Away, away_on, by_unit, shown_by, told_of, total
from registry.absences.rights import bodies_kept_by, home_cell
from registry.cell_transfers.deeds import bodies_for
from registry.members.rights import bodies_written_by, units_read_by
from registry.models import Body, BodyKind, Organisation, Person, Post, RegisterEntry, held_by
from reports import figures

#: The share is written as the first figure of the project was.
DECIMALS = 1
DEEDS = (RegisterEntry.Deed.AWAY, RegisterEntry.Deed.AWAY_CHANGED, RegisterEntry.Deed.AWAY_BACK)


def away_page(person: Person, today: date, read: set[int], asked: Any) -> AwayPage:
    """Gather the share and one page of the people of the unit asked for; `read` are the units `person` reads."""
    filters = NarrowAway(asked)
    top = unit_asked_for(person, today, read, filters)
    under = tree.below(top.pk, today)
    rows, shares = rows_of(read & {top.pk, *under}, filters, today), by_unit(top, today, under)
    found = leaf(partial(_by_name, rows), place_of(asked, _read_place), PAGE)
    cells = Organisation.objects.in_bulk({one.home for one in found.rows})
    whole, query = total(shares, top), filters_of(asked)
    return AwayPage(
        unit=top.name,
        up=Link(_("Tất cả đơn vị"), reverse("absences")) if asked.get("don_vi") else None,
        of_all=figures.part_of(whole.undeclared, whole.away),
        share=figures.percent(whole.undeclared, whole.away, DECIMALS),
        units=[_share(one, top) for one in shares if one.away],
        nobody=sum(not one.away for one in shares),
        struck_off_url=reverse("absences-struck-off")
        + (f"?don_vi={top.code}" if asked.get("don_vi") else ""),
        rows=[_line(one, cells[one.home], today) for one in found.rows],
        filters=filters,
        narrowed=any(filters.cleaned_data.get(name) for name in ("q", "xem")),
        export_url=reverse("absences-export") + (f"?{query}" if query else ""),
        news=[
            Link(one.name, reverse("absence-new", kwargs={"body": one.pk}), "plus")
            for one in bodies_kept_by(person, today)
        ],
        imports=[
            Link(
                one.name,
                reverse("list-import", kwargs={"code": "di-lam-an-xa", "body": one.pk}),
                "plus",
            )
            for one in bodies_written_by(person, today)
        ],
        pager=pager_between(found, asked, so_many(found, _("đảng viên")), lambda one: str(one.pk)),
    )


def unit_asked_for(
    person: Person, today: date, read: set[int], filters: NarrowAway
) -> Organisation:
    """The unit asked for, 404 for one not read; else, of those in which `person` holds a post, the widest."""
    filters.is_valid()
    if code := filters.cleaned_data.get("don_vi"):
        named = Organisation.objects.filter(code=code, pk__in=read).first()
        if named is None:
            raise Http404("Not a unit this person reads.")
        return named
    held = Organisation.objects.filter(
        pk__in=Post.objects.filter(held_by(person, today)).values("body__organisation")
    )
    own = [one for one in held.order_by("pk") if one.pk in read]
    return max(own, key=lambda one: len(tree.below(one.pk, today))) if len(own) > 1 else own[0]


def rows_of(units: set[int], filters: NarrowAway, today: date) -> QuerySet[Absence]:
    """What of these units the filters leave, by name as people sort them."""
    rows = filters.narrow(told_of(units, today), today).select_related("person")
    return rows.order_by("person__sort_key", "pk")


def struck_off_page(person: Person, today: date, read: set[int], asked: Any) -> StruckOffPage:
    """Gather in how many units under the one asked for somebody was struck off for staying away from their cell."""
    top = unit_asked_for(person, today, read, NarrowAway(asked))
    found = struck_off.by_unit(top, today)
    return StruckOffPage(
        unit=top.name,
        figure=figures.part_of(found.concerned, len(found.units)),
        units=[
            StruckOffUnit(
                unit.name,
                [
                    Fact(one.person.full_name, one.decision, words.day(one.last_day))
                    for one in people
                ],
            )
            for unit, people in found.units
            if people
        ],
        unclear=found.unclear,
    )


def _share(one: Away, top: Organisation) -> UnitShare:
    return UnitShare(
        name=one.unit.name if one.unit != top else _("Trực thuộc %(unit)s") % {"unit": top.name},
        url="" if one.unit == top else f"?don_vi={one.unit.code}",
        away=figures.count(one.away),
        undeclared=figures.count(one.undeclared),
        share=figures.percent(one.undeclared, one.away, DECIMALS),
    )


def _line(row: Absence, cell: Organisation, today: date) -> AwayLine:
    return AwayLine(
        name=row.person.full_name,
        url=reverse("absence", kwargs={"pk": row.matter}),
        cell=cell.name,
        place=row.place,
        declared=bool(row.address),
        first=row.first_day,
        last=row.returned_on or row.until,
        tags=list(_tags(row, today)),
    )


def _tags(row: Absence, today: date) -> Iterator[Tag]:
    """How one stands, in a few words; what a person should look at comes first."""
    for _since, _words, what in shown_by(row, today):
        text = {
            "dia_chi": _("Chưa khai báo địa chỉ"),
            "nhan_xet": _("Thiếu nhận xét của nơi đến"),
        }.get(what, _("Hết thời gian miễn"))
        yield Tag(text, Tone.SOON, "clock")
    if row.returned_on and row.returned_on <= today:
        yield Tag(_("Đã về"), Tone.OK, "check")
    elif row.exempt_until and row.exempt_until >= today:
        yield Tag(_("Được miễn sinh hoạt"), Tone.INFO)


def newest(pk: int, person: Person, today: date) -> tuple[Absence, Organisation]:
    """The newest telling of an absence with the member's cell, for who reads it; their own is read by everybody."""
    row = (
        Absence.objects.filter(Absence.of(pk), superseded_by=None).select_related("person").first()
    )
    home = home_cell(row.person, today) if row else None
    if row is None or home is None:
        raise Http404("No such absence.")
    if row.person_id != person.pk and home.pk not in units_read_by(person, today):
        raise Http404("Not a member this person reads.")
    return row, home


def absence_page(pk: int, person: Person, today: date) -> MatterPage:
    """Gather one absence."""
    row, home = newest(pk, person, today)
    here = away_on({home.pk}, today).filter(place__iexact=row.place).count()
    return MatterPage(
        name=row.person.full_name,
        sentence=_("Đi %(place)s từ ngày %(day)s")
        % {"place": row.place, "day": words.day(row.first_day)},
        area=Link(_("Đi làm ăn xa"), reverse("absences")),
        facts=list(facts_of(row, home)),
        flags=[said for _since, said, _what in shown_by(row, today)],
        hints=list(hints(row, here, today)) if row.returned_on is None else [],
        events=[event(one) for one in history_of(row.person, DEEDS)],
        ways=list(_ways(row, home, person, today)),
    )


def facts_of(row: Absence, home: Organisation) -> Iterator[Fact]:
    """What is told of it now."""
    yield Fact(_("Chi bộ"), home.name)
    yield Fact(_("Nơi đến"), row.place)
    yield Fact(_("Địa chỉ đã khai báo"), row.address or _("Chưa khai báo"))
    yield Fact(_("Đi từ ngày"), words.day(row.first_day))
    yield Fact(_("Dự kiến về ngày"), words.day(row.until) if row.until else "—")
    exempt = words.day(row.exempt_until) if row.exempt_until else "—"
    yield Fact(_("Được miễn sinh hoạt đến hết ngày"), exempt, row.exempt_by)
    yield Fact(_("Đăng ký cư trú ở nơi đến"), _("Đã đăng ký") if row.registered else _("Chưa"))
    if row.returned_on:
        yield Fact(_("Đã về ngày"), words.day(row.returned_on))
        yield Fact(_("Nhận xét của nơi đến"), row.comment or _("Chưa có"))


def history_of(person: Person, deeds: tuple[RegisterEntry.Deed, ...]) -> QuerySet[RegisterEntry]:
    """What was written about the member by these deeds, the newest first."""
    entries = RegisterEntry.objects.filter(person=person, deed__in=deeds)
    return entries.select_related("person", "by").order_by("-pk")[:PAGE]


def _ways(row: Absence, home: Organisation, person: Person, today: date) -> Iterator[Link]:
    """What `person` may write about it, for the committee where they act for one."""
    body = body_for(person, [home], today)
    if body is None or row.person_id == person.pk:
        return
    if row.returned_on is None:
        yield _way(row, body, "thay-doi", _("Ghi thay đổi"), "pen")
        if body.kind != BodyKind.CELL:
            yield _way(row, body, "mien", _("Ghi cho miễn sinh hoạt"), "file")
        yield _way(row, body, "ve", _("Ghi đã về"), "check")
    elif not row.comment:
        yield _way(row, body, "nhan-xet", _("Ghi nhận xét của nơi đến"), "letter")


def body_for(person: Person, cells: list[Organisation], today: date) -> Body | None:
    """The body for which `person` writes about a member of these cells: a committee before a cell."""
    found = bodies_for(person, cells, today)
    above = [one for one in found if one.kind != BodyKind.CELL]
    return next(iter(above or found), None)


def _way(row: Absence, body: Body, deed: str, text: str, icon: str) -> Link:
    at = {"pk": row.matter, "body": body.pk, "deed": deed}
    return Link(text, reverse("absence-deed", kwargs=at), icon)


def _read_place(written: str) -> tuple[str, int]:
    row = Absence.objects.filter(pk=read_number(written)).select_related("person").first()
    if row is None:
        raise ValueError(written)
    return row.person.sort_key, row.pk


def _by_name(rows: QuerySet[Absence], place: Place[tuple[str, int]], limit: int) -> list[Absence]:
    """Read at most `limit` rows from a place on, by name as people sort them."""
    if place.key is not None:
        name, pk = place.key
        beyond = "lt" if place.back else "gt"
        rows = rows.filter(
            Q(**{f"person__sort_key__{beyond}": name})
            | Q(**{"person__sort_key": name, f"pk__{beyond}": pk})
        )
    order = ("-person__sort_key", "-pk") if place.back else ("person__sort_key", "pk")
    return list(rows.order_by(*order)[:limit])
