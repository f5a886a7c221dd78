"""Chức vụ: what a person may read in the register of offices, and where they may change it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.paging import Place, leaf
from desk.gathering.leaves import pager_between, place_of, read_number, so_many
from desk.gathering.office_words import (
    acting_row,
    area_row,
    awaits,
    body_url,
    event,
    post_row,
    state_of,
    ways_of,
)
from desk.office_forms import AsOf
from desk.pages.offices import OfficeHistoryPage, OfficesPage, PersonPage
from desk.pages.parts import Fact, Link, Tab, Tone, Who
from desk.worded import worded
from registry.keeping import KEEPERS, keeping_post
from registry.models import (
    AreaAssignment,
    Body,
    Delegation,
    Kinship,
    Person,
    Position,
    Post,
    RegisterEntry,
    held_by,
    on,
)

#: Changes shown beside the offices; the others stand in the history.
LATEST = 6
#: Changes on one page of the history. Habits of the screen, both.
PAGE = 25

_ORDER = {position.value: place for place, position in enumerate(Position)}


def bodies_of(person: Person, today: date) -> list[Body]:
    """The bodies whose register a person reads: where they hold a post, or act in one, today."""
    held = Post.objects.filter(held_by(person, today)).select_related("body")
    return list({post.body_id: post.body for post in held.order_by("first_day", "pk")}.values())


def offices_page(me: Person, today: date, asked: Any) -> OfficesPage:
    """The offices of one of my bodies on a day, today unless another is asked."""
    bodies = bodies_of(me, today)
    if not bodies:
        return OfficesPage()
    chosen = asked.get("cq", "")
    body = bodies[0] if not chosen else next((b for b in bodies if str(b.pk) == chosen), None)
    if body is None:
        raise Http404("Not a body of this person.")
    form = AsOf(asked)
    day = (form.is_valid() and form.cleaned_data["ngay"]) or today
    filters = AsOf(initial={"cq": body.pk, "ngay": day})
    is_today, keeps = day == today, keeping_post(me, body, today) is not None
    posts = sorted(
        Post.objects.filter(on(day), body=body).select_related("person", "body"),
        key=lambda post: (_ORDER[post.position], post.person.sort_key),
    )
    lent = list(_lent().filter(on(day), post__in=Post.objects.filter(on(day), body=body)))
    rows = [
        post_row(
            post,
            day,
            [one for one in lent if one.post_id == post.pk],
            ways_of(post, me, today, keeps=keeps) if is_today else (),
        )
        for post in posts
    ]
    areas = _areas().filter(on(day), body=body)
    return OfficesPage(
        body=body.name,
        day=day,
        is_today=is_today,
        unreadable=asked.get("ngay", "") if "ngay" in form.errors else "",
        filters=filters,
        tabs=_tabs(bodies, body, None if is_today else day),
        posts=rows,
        acting=[
            acting_row(one, day, may_end=is_today and _may_end(one, me, keeps)) for one in lent
        ],
        awaiting=[row for post, row in zip(posts, rows, strict=True) if awaits(post, day)],
        areas=[area_row(one, day, may_end=is_today and keeps) for one in areas],
        ways=_ways(body, keeps=keeps) if is_today else [],
        events=[event(one) for one in entries_of(body)[:LATEST]],
        history_url=reverse("office-history", args=[body.pk]),
    )


def person_page(pk: int, me: Person, today: date) -> PersonPage:
    """What one person held, holds and will hold, in the reader's bodies; their own see all of it."""
    person = Person.objects.filter(pk=pk).first()
    if person is None:
        raise Http404("No such person.")
    is_me, bodies = person == me, bodies_of(me, today)
    here = Q() if is_me else Q(body__in=bodies)
    there = Q() if is_me else Q(post__body__in=bodies)
    posts = Post.objects.filter(here, person=person).select_related("person", "body")
    lent = list(_lent().filter(there, Q(to=person) | Q(post__person=person)))
    areas = list(_areas().filter(here, person=person))
    posts = list(posts.order_by("-first_day", "pk"))
    if not (posts or lent or areas or is_me):
        raise Http404("Not in a body of this person.")
    held = {post.body_id for post in posts if state_of(post, today).tone in (Tone.OK, Tone.SOON)}
    keeper = Post.objects.filter(held_by(me, today), body__in=held, position__in=KEEPERS)
    knows_kin = is_me or keeper.exists()
    entries = RegisterEntry.objects.filter(here, person=person)
    return PersonPage(
        who=Who(person.full_name),
        is_me=is_me,
        posts=[post_row(post, today) for post in posts],
        acting=[acting_row(one, today, may_end=False) for one in lent],
        areas=[area_row(one, today, may_end=False) for one in areas],
        kin=_kin(person) if knows_kin else None,
        events=[event(one) for one in _with_people(entries)[:PAGE]],
    )


def history_page(body: Body, asked: Any) -> OfficeHistoryPage:
    """Every change of a body's offices."""
    page = leaf(partial(_newest, entries_of(body)), place_of(asked, read_number), PAGE)
    return OfficeHistoryPage(
        body=body.name,
        back_url=body_url(body.pk),
        events=[event(one) for one in page.rows],
        pager=pager_between(page, asked, so_many(page, _("thay đổi")), lambda one: str(one.pk)),
    )


def _newest(entries: QuerySet[RegisterEntry], place: Place[int], limit: int) -> list[RegisterEntry]:
    """Read at most `limit` changes from a place on, by their number in the database."""
    if place.key is not None:
        entries = entries.filter(**{"pk__gt" if place.back else "pk__lt": place.key})
    return list(entries.order_by("pk" if place.back else "-pk")[:limit])


def entries_of(body: Body) -> QuerySet[RegisterEntry]:
    """The changes of a body's offices, the newest first."""
    return _with_people(RegisterEntry.objects.filter(body=body))


def _with_people(entries: QuerySet[RegisterEntry]) -> QuerySet[RegisterEntry]:
    return entries.select_related("person", "by").order_by("-pk")


def _lent() -> QuerySet[Delegation]:
    people = ("post__person", "post__body", "to")
    return Delegation.objects.select_related(*people).order_by("-first_day", "pk")


def _areas() -> QuerySet[AreaAssignment]:
    found = AreaAssignment.objects.select_related("person", "body", "unit")
    return found.order_by("unit__name", "person__sort_key", "pk")


def _may_end(lent: Delegation, me: Person, keeps: bool) -> bool:
    return keeps or me.pk in (lent.to_id, lent.post.person_id)


def _kin(person: Person) -> list[Fact]:
    found = Kinship.objects.filter(Q(person=person) | Q(relative=person))
    rows = found.select_related("person", "relative").order_by("pk")
    return [
        Fact(
            one.relation,
            str(one.relative if one.person_id == person.pk else one.person),
            _("%(name)s kê khai, %(document)s")
            % {"name": one.person.full_name, "document": one.document},
        )
        for one in rows
    ]


def _tabs(bodies: list[Body], chosen: Body, day: date | None) -> list[Tab]:
    if len(bodies) == 1:
        return []
    kept = f"&ngay={day:%d/%m/%Y}" if day else ""
    return [Tab(one.name, f"?cq={one.pk}{kept}", current=one == chosen) for one in bodies]


def _ways(body: Body, *, keeps: bool) -> list[Link]:
    """The changes of a body's offices that begin at none of their rows."""
    offered = [(_("Kê khai thân thích"), "than-thich", "people")]
    if keeps:
        offered = [
            (_("Ghi chức vụ"), "trao", "plus"),
            (_("Phân công địa bàn"), "dia-ban", "map"),
            (_("Nhập thay cơ quan khác"), "nhap-thay", "edit"),
            (_("Thôi nhập thay"), "thoi-nhap-thay", "x"),
            *offered,
        ]
    return [
        Link(text, reverse("office-new", args=[body.pk, deed]), icon)
        for text, deed, icon in offered
    ]


def facts_of(row: Any, today: date) -> list[Fact]:
    """The row a form is about, beside its questions."""
    if isinstance(row, Post):
        told = [
            Fact(_("Người giữ chức vụ"), row.person.full_name),
            Fact(_("Chức vụ"), worded(row.get_position_display())),
        ]
    elif isinstance(row, Delegation):
        told = [
            Fact(_("Người làm thay"), row.to.full_name, worded(row.get_kind_display())),
            Fact(_("Làm thay"), row.post.person.full_name, worded(row.post.get_position_display())),
        ]
    else:
        told = [Fact(_("Người theo dõi"), row.person.full_name), Fact(_("Địa bàn"), row.unit.name)]
    until = f"{row.last_day:%d/%m/%Y}" if row.last_day else "—"
    state = state_of(row, today)
    return [
        *told,
        Fact(_("Từ ngày"), f"{row.first_day:%d/%m/%Y}"),
        Fact(_("Đến hết ngày"), until),
        *([Fact(_("Tình trạng"), state.text)] if state.tone is not Tone.OK else []),
    ]
