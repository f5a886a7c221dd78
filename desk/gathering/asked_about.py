"""What the pages of declarations and of obstacles show: members looked for, what opened, the two logs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.forms import BaseForm
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import foreign as declared
from cases.obstacle_models import ForeignRead, ObstacleQuery
from cases.obstacles import asking
from cases.paging import Place, leaf
from desk.gathering import words
from desk.gathering.leaves import PAGE, pager_between, place_of, read_number, so_many
from desk.journey_forms import FindMember
from desk.pages.journeys import (
    AskedLine,
    Declared,
    ForeignPage,
    LogLine,
    LogPage,
    ObstaclePage,
    PeoplePage,
)
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from registry.journey_models import ForeignRelation
from registry.journeys.rights import cells_opened_to
from registry.models import Membership, Person, Post, on

#: Members shown for one search, and earlier questions beside a form.
MOST = 30

_TONES = {
    ObstacleQuery.Answer.YES: (Tone.LATE, "warning"),
    ObstacleQuery.Answer.NO: (Tone.OK, "check"),
    ObstacleQuery.Answer.ASK: (Tone.INFO, "question"),
}


def foreign_index(me: Person, today: date, asked: Any) -> PeoplePage:
    """Where one's own declarations are, those one may open in a case, and a member looked for."""
    cells = cells_opened_to(me, today)
    here = Membership.objects.filter(on(today), cell__in=cells).values("person")
    people = Person.objects.filter(pk__in=here).order_by("sort_key")
    filters = FindMember(asked) if cells else None
    in_cases = [one for one in declared.holders_in_cases_of(me, today) if one.pk != me.pk]
    return PeoplePage(
        title=_("Kê khai quan hệ nước ngoài"),
        sentence=_(
            "Chỉ mở cho người có trách nhiệm; mỗi lượt đọc ghi lại ai đọc, lúc nào, vì sao."
        ),
        filters=filters,
        asked=bool(asked.get("q")),
        found=_links(filters.find(people), "foreign-of") if filters else [],
        near=[
            Link(_("Kê khai của tôi"), reverse("foreign-of", kwargs={"pk": me.pk}), "people"),
            *_links(in_cases[:MOST], "foreign-of"),
        ],
        near_title=_("Của tôi, và đảng viên trong vụ việc tôi làm"),
    )


def ways_to(about: Person, me: Person, *, by_line: bool) -> list[Link]:
    """From a member's page on: the declarations where they open to `me`, and the organisation line's question."""
    if not by_line and about.pk != me.pk:
        return []
    at = {"pk": about.pk}
    ways = [Link(_("Kê khai quan hệ nước ngoài"), reverse("foreign-of", kwargs=at), "lock")]
    if about.pk != me.pk:
        ways.append(Link(_("Hỏi vướng mắc"), reverse("obstacle", kwargs=at), "scale"))
    return ways


def foreign_gate(holder: Person, form: BaseForm) -> ForeignPage:
    """The question why, before anything is shown."""
    return ForeignPage(name=holder.full_name, own=False, form=form)


def foreign_page(
    holder: Person, access: declared.Access, rows: Sequence[ForeignRelation], me: Person
) -> ForeignPage:
    """What was declared, to whom it opened."""
    return ForeignPage(
        name=holder.full_name,
        own=holder.pk == me.pk,
        form=None,
        rows=[
            Declared(
                number=str(one),
                kind=worded(one.get_kind_display()),
                said=one.said,
                since=one.since,
                declared_on=one.declared_on,
                paper=one.paper,
            )
            for one in rows
        ],
        opened=True,
        write="" if access.wants_reason else reverse("foreign-declare", kwargs={"pk": holder.pk}),
    )


def foreign_log(auditor: Person, today: date, asked: Any) -> LogPage:
    """The readings about members whom the auditor oversees."""

    def line(one: ForeignRead) -> LogLine:
        case = one.case.reference if one.case else ""
        return LogLine(
            at=timezone.localtime(one.at),
            by=one.by.full_name,
            capacity=capacity(one.post),
            about=one.about.full_name,
            unit=one.unit.name if one.unit else "",
            what=worded(one.get_way_display()),
            why=" · ".join(filter(None, [case, one.reason])),
        )

    rows, pager = log_leaf(declared.log_read_by(auditor, today), asked, line, _("lượt đọc"))
    return LogPage(
        title=_("Nhật ký đọc kê khai quan hệ nước ngoài"),
        sentence=_("Ai đã đọc, theo lối nào, vì sao. Nội dung kê khai không có ở đây."),
        area=Link(_("Kê khai quan hệ nước ngoài"), reverse("foreign")),
        what=_("Lối vào"),
        rows=rows,
        pager=pager,
    )


def obstacles_index(me: Person, today: date, asked: Any) -> PeoplePage:
    """The member looked for."""
    filters = FindMember(asked)
    return PeoplePage(
        title=_("Hỏi vướng mắc"),
        sentence=_(
            "Chỉ trả lời: có, không, hoặc hỏi ủy ban kiểm tra. Mỗi lượt hỏi đều ghi vào nhật ký."
        ),
        filters=filters,
        asked=bool(asked.get("q")),
        found=_links(filters.find(asking.may_ask_about(me, today)), "obstacle"),
    )


def obstacle_page(about: Person, form: BaseForm, me: Person) -> ObstaclePage:
    """The question, and what this reader was told before."""
    return ObstaclePage(
        name=about.full_name,
        form=form,
        asked=[
            AskedLine(
                purpose=worded(one.get_purpose_display()),
                on=one.on,
                reason=one.reason,
                answer=answer_tag(one.answer),
                at=timezone.localtime(one.at),
            )
            for one in asking.asked_before(me, about)[:MOST]
        ],
    )


def obstacle_log(auditor: Person, today: date, asked: Any) -> LogPage:
    """The questions about members whom the auditor oversees, and how often each person asked lately."""

    def line(one: ObstacleQuery) -> LogLine:
        said = {"purpose": worded(one.get_purpose_display()), "day": words.day(one.on)}
        return LogLine(
            at=timezone.localtime(one.at),
            by=one.by.full_name,
            capacity=capacity(one.post),
            about=one.about.full_name,
            unit=one.unit.name,
            what=_("%(purpose)s, vào ngày %(day)s") % said,
            why=f"{one.reason} → {worded(one.get_answer_display())}",
        )

    log = asking.log_read_by(auditor, today)
    rows, pager = log_leaf(log, asked, line, _("lượt hỏi"))
    return LogPage(
        title=_("Nhật ký hỏi vướng mắc"),
        sentence=_("Ai hỏi về ai, để làm gì, được trả lời thế nào."),
        area=Link(_("Danh sách đảng viên"), reverse("members")),
        what=_("Việc"),
        rows=rows,
        rates_title=_("Số lượt hỏi trong %(n)d ngày qua") % {"n": asking.RATE_DAYS},
        rates=[
            Fact(who, _("%(n)d lượt, về %(people)d người") % {"n": times, "people": people})
            for who, times, people in asking.rates(log)
        ],
        pager=pager,
    )


def answer_tag(answer: str) -> Tag:
    """An answer, always with its word."""
    known = ObstacleQuery.Answer(answer)
    tone, icon = _TONES[known]
    return Tag(worded(known.label), tone, icon)


def _links(people: QuerySet[Person] | Sequence[Person], name: str) -> list[Link]:
    return [Link(one.full_name, reverse(name, kwargs={"pk": one.pk})) for one in people[:MOST]]


def capacity(post: Post | None) -> str:
    """As what somebody acted: the post and its body, or nothing."""
    return f"{worded(post.get_position_display())} · {post.body.name}" if post else ""


def log_leaf(
    rows: QuerySet[Any], asked: Any, line: Callable[[Any], LogLine], noun: str
) -> tuple[list[LogLine], Any]:
    """One page of a log, the newest line first, with the way to the others."""
    found = leaf(partial(_newest, rows), place_of(asked, read_number), PAGE)
    pager = pager_between(found, asked, so_many(found, noun), lambda one: str(one.pk))
    return [line(one) for one in found.rows], pager


def _newest(rows: QuerySet[Any], place: Place[int], limit: int) -> list[Any]:
    """Read at most `limit` lines from a place on, by their number."""
    if place.key is not None:
        rows = rows.filter(**{"pk__gt" if place.back else "pk__lt": place.key})
    return list(rows.order_by("pk" if place.back else "-pk")[:limit])
