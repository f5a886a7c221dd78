"""The register's rows in words, tags and links."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from desk.pages.offices import ActingRow, AreaRow, PostRow, Span
from desk.pages.parts import Event, Link, Tag, Tone, Who
from desk.worded import worded
from registry.models import AreaAssignment, Delegation, Person, Post, RegisterEntry

_TONES = {
    RegisterEntry.Deed.GIVEN: Tone.OK,
    RegisterEntry.Deed.APPROVED: Tone.OK,
    RegisterEntry.Deed.DELEGATED: Tone.INFO,
    RegisterEntry.Deed.SUBSTITUTED: Tone.INFO,
    RegisterEntry.Deed.AREA_GIVEN: Tone.INFO,
    RegisterEntry.Deed.ON_PAPER: Tone.INFO,
}


def person_url(person: int) -> str:
    """Where one person's posts stand."""
    return reverse("office-person", args=[person])


def body_url(body: int) -> str:
    """Where a body's offices stand."""
    return f"{reverse('offices')}?cq={body}"


def state_of(row: Any, day: date) -> Tag:
    """Whether a dated row holds on the day, and of a post whether it was approved by then."""
    if row.first_day > day:
        return Tag(_("Chưa đến ngày"), Tone.INFO, "calendar")
    if row.last_day is not None and row.last_day < day:
        return Tag(_("Đã thôi"), Tone.HOLD, "slash")
    if getattr(row, "awaits_approval", False):
        if awaits(row, day):
            return Tag(_("Chờ chuẩn y"), Tone.SOON, "hourglass")
        return Tag(_("Đã chuẩn y"), Tone.OK, "check")
    return Tag(_("Đang giữ"), Tone.OK, "check") if isinstance(row, Post) else _in_force()


def _in_force() -> Tag:
    return Tag(_("Đang áp dụng"), Tone.OK, "check")


def awaits(post: Post, day: date) -> bool:
    """Whether a post still waited for its approval on the day."""
    return post.awaits_approval and (post.approved_on is None or post.approved_on > day)


def post_row(
    post: Post, day: date, lent: Iterable[Delegation] = (), ways: Iterable[Link] = ()
) -> PostRow:
    """One post as a row, with who acts in it."""
    approved = post.approved_on is not None and not awaits(post, day)
    note = ""
    if approved:
        note = _("ngày %(day)s, %(document)s") % {
            "day": f"{post.approved_on:%d/%m/%Y}",
            "document": post.approval_document,
        }
    return PostRow(
        who=Who(post.person.full_name),
        url=person_url(post.person_id),
        position=worded(post.get_position_display()),
        body=post.body.name,
        days=Span(post.first_day, post.last_day),
        state=state_of(post, day),
        note=note,
        acting=[f"{one.to.full_name} ({worded(one.get_kind_display()).lower()})" for one in lent],
        ways=list(ways),
    )


def acting_row(lent: Delegation, day: date, *, may_end: bool) -> ActingRow:
    """Who acts for whom, as a row."""
    held = f"{lent.post.person.full_name}, {worded(lent.post.get_position_display())}"
    return ActingRow(
        who=Who(lent.to.full_name),
        url=person_url(lent.to_id),
        post=held,
        kind=worded(lent.get_kind_display()),
        days=Span(lent.first_day, lent.last_day),
        document=lent.document,
        state=state_of(lent, day),
        way=_ending("lam-thay", lent.pk) if may_end else None,
    )


def area_row(area: AreaAssignment, day: date, *, may_end: bool) -> AreaRow:
    """Who follows which unit, as a row."""
    return AreaRow(
        who=Who(area.person.full_name),
        url=person_url(area.person_id),
        unit=area.unit.name,
        body=area.body.name,
        days=Span(area.first_day, area.last_day),
        document=area.document,
        state=state_of(area, day),
        way=_ending("dia-ban", area.pk) if may_end else None,
    )


def _ending(what: str, pk: int) -> Link:
    return Link(_("Cho thôi"), reverse("office-end", args=[what, pk]), "x")


def ways_of(post: Post, me: Person, today: date, *, keeps: bool) -> list[Link]:
    """What `me` may change about a post that holds."""
    offered = []
    if post.person_id == me.pk:
        offered.append((_("Ủy quyền"), "uy-quyen", "key"))
    if keeps:
        offered.append((_("Phân công thay"), "phan-cong-thay", "people"))
        if awaits(post, today) and post.person_id != me.pk:
            offered.append((_("Ghi chuẩn y"), "chuan-y", "stamp"))
        offered.append((_("Cho thôi"), "thoi", "x"))
    return [
        Link(text, reverse("office-post", args=[post.pk, deed]), icon)
        for text, deed, icon in offered
    ]


def event(entry: RegisterEntry) -> Event:
    """One entry of the history: what, about whom, by whom, when, on which document."""
    said = json.loads(entry.content)
    return Event(
        text=f"{worded(entry.get_deed_display())}: {entry.person}"
        if entry.person
        else worded(entry.get_deed_display()),
        day=entry.recorded_at.date(),
        by=entry.by.full_name if entry.by else "",
        at=timezone.localtime(entry.recorded_at),
        tone=_TONES.get(RegisterEntry.Deed(entry.deed), Tone.HOLD),
        note=" · ".join(filter(None, [said.get("words"), said.get("document")])),
    )
