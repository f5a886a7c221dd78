"""The list of meetings: those to come first, then those that are over, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case, FileRow
from cases.paging import Place, leaf
from cases.queries import meetings, visible_to
from cases.sittings import name_of
from desk.gathering.addresses import case_url
from desk.gathering.leaves import PAGE, pager_between, place_of, read_dated, so_many
from desk.pages.meeting import MeetingGroup, MeetingRow, MeetingsPage
from desk.pages.parts import Due, Link, Tag, Tone, due
from desk.worded import worded
from permissions.roles import ROLES_OF_POSITION
from registry.models import Body, Person, Post, held_by
from workflows.procedures.meeting import Meeting, MeetingStage
from workflows.rows import RowKind

#: What a stage of a meeting looks like.
TONES = {
    MeetingStage.IN_SESSION: (Tone.SOON, "meeting"),
    MeetingStage.CALLED: (Tone.INFO, "letter"),
    MeetingStage.ENDED: (Tone.OK, "check"),
    MeetingStage.CANCELLED: (Tone.HOLD, "slash"),
}


def meetings_page(person: Person, today: date, asked: Any) -> MeetingsPage:
    """Gather the meetings that `person` organises or is called to."""
    found = with_call(meetings(visible_to(person, today))).select_related("body")
    coming = found.filter(closed_on=None).order_by("held_on", "pk")
    over = leaf(partial(_latest, found.exclude(closed_on=None)), place_of(asked, read_dated), PAGE)
    groups = (
        (_("Đang họp và sắp họp"), [_row(one, today) for one in coming]),
        (_("Đã họp"), [_row(one, today) for one in over.rows]),
    )
    return MeetingsPage(
        groups=[MeetingGroup(title, rows) for title, rows in groups if rows],
        call=_call(person, today),
        pager=pager_between(
            over, asked, so_many(over, _("cuộc họp")), lambda one: f"{one.held_on}.{one.pk}"
        ),
    )


def _latest(held: QuerySet[Any], place: Place[tuple[date, int]], limit: int) -> list[Any]:
    """Read at most `limit` meetings from a place on, by the day they were held."""
    if place.key is not None:
        day, pk = place.key[0].isoformat(), place.key[1]
        beyond = "gt" if place.back else "lt"
        held = held.filter(
            Q(**{f"held_on__{beyond}": day}) | Q(**{"held_on": day, f"pk__{beyond}": pk})
        )
    return list(held.order_by(*(("held_on", "pk") if place.back else ("-held_on", "-pk")))[:limit])


def with_call(cases: QuerySet[Case]) -> QuerySet[Any]:
    """Add what the call of each meeting says (day, hour, place) and how many items it has."""
    call = FileRow.objects.filter(
        case=OuterRef("pk"), kind=RowKind.ORIGIN, superseded_by=None
    ).order_by("-number")
    return cases.annotate(
        call=Subquery(call.values("facts")[:1]),
        held_on=Subquery(call.annotate(day=KT("facts__held_on")).values("day")[:1]),
        items=Count(F("agenda")),
    )


def stage_tag(case: Case) -> Tag:
    """Where a meeting stands, with its word, colour and icon."""
    tone, icon = TONES.get(MeetingStage(case.stage), (Tone.INFO, ""))
    return Tag(worded(MeetingStage(case.stage).label), tone, icon)


def titled(body: Body) -> str:
    """The official name of a meeting, to stand as a heading."""
    name = name_of(body)
    return name[0].upper() + name[1:]


def day_of(day: date, today: date, *, over: bool) -> Due:
    """The day of a meeting and how far it is; one that is over has no distance."""
    left = (day - today).days
    if over:
        return Due(day, "", Tone.HOLD)
    if left < 0:
        return Due(day, _("đã qua ngày họp"), Tone.LATE)
    if left == 0:
        return Due(day, _("hôm nay"), Tone.SOON)
    return due(day, today)


def _row(case: Any, today: date) -> MeetingRow:
    day = date.fromisoformat(case.held_on)
    return MeetingRow(
        ref=case.reference,
        url=case_url(case),
        title=titled(case.body),
        day=day,
        hour=case.call["starts"],
        place=case.call["place"],
        stage=stage_tag(case),
        items=case.items,
        due=day_of(day, today, over=case.closed_on is not None),
    )


def _call(person: Person, today: date) -> Sequence[Link]:
    """Where this person calls a meeting, one way a body they write for."""
    roles = {role.value for _relation, role in Meeting.steps[Meeting.opens].by.seats}
    held = Post.objects.filter(held_by(person, today), body__kind__in=Meeting.bodies)
    bodies: dict[int, Body] = {
        post.body_id: post.body
        for post in held.select_related("body").order_by("pk")
        if roles & {role.value for role in ROLES_OF_POSITION[post.position]}
    }
    return [
        Link(
            _("Triệu tập cuộc họp")
            if len(bodies) == 1
            else _("Triệu tập: %(body)s") % {"body": one.name},
            reverse("case-new", kwargs={"procedure": Meeting.code, "body": one.pk}),
            "plus",
        )
        for one in bodies.values()
    ]
