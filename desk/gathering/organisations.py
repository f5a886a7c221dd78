"""What the pages of organisations show: the tree of a day with its sums, one organisation, who manages which posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

import law
from desk.gathering import words
from desk.gathering.office_words import person_url, state_of
from desk.organisation_forms import AsOf, OnDay
from desk.pages.organisations import (
    Alert,
    BodyPart,
    ManagedPage,
    ManagedRow,
    Seat,
    TermRow,
    TreePage,
    UnitPage,
    UnitRow,
)
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from registry import tree
from registry.members.rights import WRITING_BODIES
from registry.models import (
    Body,
    BodyKind,
    Organisation,
    OrganisationKind,
    Person,
    Placement,
    Position,
    Post,
    Succession,
    Term,
    on,
)
from registry.names import search_key
from registry.organ_models import ManagedPost, OrganisationLevel
from registry.organs import reading, warnings
from registry.organs.levels import level_among, levels_on
from registry.organs.reading import RolledUp
from registry.organs.rights import kept_by, over

#: Organisations on one page; whoever wants the others goes down the tree or searches.
MOST = 200
_ORDER = {position.value: place for place, position in enumerate(Position)}
HIGHEST_POST = "cadre.management.highest_post"


def day_asked(form: Any, today: date) -> date:
    """The day an address asks for; today where it says none, or none that can be read."""
    form.is_valid()
    return form.cleaned_data.get("ngay") or today


def tree_page(me: Person, today: date, asked: Any) -> TreePage:
    """What stands right under one of my organisations on a day, or whatever of them bears a name."""
    form = AsOf(asked)
    day = day_asked(form, today)
    tops = _tops(me, today)
    units = reading.reach(me, today, day)
    top = _top(form.cleaned_data.get("duoi"), tops, units, day)
    sought = form.cleaned_data.get("q", "").strip()
    if sought:
        found = list(reading.found(units, search_key(sought), day)[: MOST + 1])
    elif top is not None:
        found = list(reading.under(top.pk, day)[: MOST + 1])
    else:
        found = list(Organisation.objects.filter(pk__in=reading.roots_of(units, day)))
    ended = [] if sought or top is None else list(reading.ended_under(top.pk, day)[:MOST])
    shown = found[:MOST]
    sums = reading.rolled_up([one.pk for one in shown] + ([top.pk] if top else []), day)
    return TreePage(
        title=top.name if top else _("Tổ chức đảng"),
        day=day,
        is_today=day == today,
        path=_path(tree.above(top.pk, day), top, units, day, today) if top else [],
        rows=_rows(shown, sums, day, today),
        ended=_ended(ended, day, today),
        filters=AsOf(initial={"duoi": top and top.pk, "ngay": day, "q": sought}),
        counts=_sums(sums.get(top.pk, RolledUp())) if top else [],
        searched=sought,
        more=max(len(found) - MOST, 0),
        own=Link(_("Trang của tổ chức"), _url(top.pk, day, today), "arrow-right") if top else None,
        ways=[
            Link(_("Xuất Excel"), _export_url(top, day, today), "download"),
            Link(_("Phân cấp quản lý cán bộ"), reverse("managed-posts"), "key"),
        ],
    )


def _tops(me: Person, today: date) -> list[int]:
    """My own organisations; 404 for whoever holds no post that reads any."""
    if not (tops := reading.tops_of(me, today)):
        raise Http404("No post that reads organisations.")
    return tops


def _read_by(me: Person, today: date, day: date) -> set[int]:
    """The organisations I read as of a day; 404 for whoever reads none."""
    if not (units := reading.reach(me, today, day)):
        raise Http404("No post that reads organisations.")
    return units


def _top(
    number: int | None, tops: Sequence[int], units: set[int], day: date
) -> Organisation | None:
    """The organisation under which one looks; without a wish one's own, where it is but one and was there."""
    if number is None:
        mine = Organisation.objects.filter(on(day), pk__in=tops)
        return mine.first() if len(tops) == 1 else None
    if number not in units:
        raise Http404("Not an organisation of this person's.")
    return Organisation.objects.get(pk=number)


def _path(
    line: Sequence[int], unit: Organisation, units: set[int], day: date, today: date
) -> list[Link]:
    """Every organisation of the `line` above one, from the top; those one does not read have no address."""
    over = [one for one in line if one != unit.pk]
    names = Organisation.objects.in_bulk(over) if over else {}
    return [
        Link(names[one].name, _tree_url(one, day, today) if one in units else "")
        for one in reversed(over)
    ]


def _rows(
    found: Sequence[Organisation], sums: Mapping[int, RolledUp], day: date, today: date
) -> list[UnitRow]:
    levels = levels_on(found, day)
    rows = []
    for one in found:
        under = sums.get(one.pk, RolledUp())
        rows.append(
            UnitRow(
                name=one.name,
                url=_url(one.pk, day, today),
                kind=worded(OrganisationKind(one.kind).label),
                level=worded(levels[one.pk][0].label),
                units=under.units,
                members=under.members,
                first=one.first_day,
                last=one.last_day,
                below=_tree_url(one.pk, day, today) if under.units else "",
            )
        )
    return rows


def _ended(found: Sequence[Organisation], day: date, today: date) -> list[UnitRow]:
    heirs = _heirs([one.pk for one in found])
    return [
        UnitRow(
            name=one.name,
            url=_url(one.pk, one.last_day or day, today),
            kind=worded(OrganisationKind(one.kind).label),
            level="",
            units=0,
            members=0,
            first=one.first_day,
            last=one.last_day,
            heirs=[Link(name, _url(pk, today, today)) for pk, name in heirs[one.pk]],
        )
        for one in found
    ]


def _heirs(ended: Iterable[int]) -> dict[int, list[tuple[int, str]]]:
    found = defaultdict(list)
    rows = Succession.objects.filter(predecessor__in=list(ended)).select_related("successor")
    for row in rows.order_by("day", "pk"):
        found[row.predecessor_id].append((row.successor_id, row.successor.name))
    return found


def _sums(under: RolledUp) -> list[Fact]:
    return [
        Fact(_("Tổ chức đảng cấp dưới"), str(under.units)),
        Fact(_("Đảng viên chính thức"), str(under.official)),
        Fact(_("Đảng viên dự bị"), str(under.probationary)),
    ]


def unit_page(pk: int, me: Person, today: date, asked: Any) -> UnitPage:
    """One organisation on a day; of one that has ended by then, on its last day."""
    unit = Organisation.objects.filter(pk=pk).first()
    if unit is None:
        raise Http404("No such organisation.")
    form = OnDay(asked)
    day = day_asked(form, today)
    gone = unit.last_day is not None and unit.last_day < day
    day = max(unit.last_day if gone and unit.last_day else day, unit.first_day)
    units = _read_by(me, today, day)
    if unit.pk not in units:
        raise Http404("Not an organisation of this person's.")
    line = tree.above(unit.pk, today)
    then = line if day == today else tree.above(unit.pk, day)
    kept = kept_by(me, today)
    keeping = over(kept, line)
    sums = reading.rolled_up([unit.pk], day).get(unit.pk, RolledUp())
    mine = {one.pk for one in kept}
    bodies, alerts = _bodies(unit, mine, keeping, sums, day, today)
    rows = list(OrganisationLevel.objects.filter(organisation=unit).order_by("-first_day"))
    level, row = level_among(unit, rows, day)
    before, after = _successions(unit, today)
    return UnitPage(
        name=unit.name,
        day=day,
        is_today=day == today,
        path=_path(then, unit, units, day, today),
        facts=[
            Fact(_("Loại"), worded(OrganisationKind(unit.kind).label)),
            Fact(_("Cấp"), worded(level.label), row.document if row else _("theo loại tổ chức")),
            Fact(_("Địa danh"), unit.place or "—"),
            Fact(_("Thời gian"), _days(unit.first_day, unit.last_day)),
            Fact(_("Mã"), unit.code),
            *_sums(sums),
        ],
        bodies=bodies,
        alerts=alerts,
        levels=_levels(rows, keeping),
        heirs=after,
        origins=before,
        filters=OnDay(initial={"ngay": day}),
        tree_url=_tree_url(unit.pk, day, today),
        ended=words.day(unit.last_day) if gone and unit.last_day else "",
        ways=[
            Link(
                _("Xác định cấp"),
                reverse("organisation-level", kwargs={"pk": unit.pk, "body": body.pk}),
                "pen",
            )
            for body in keeping[:1]
        ],
    )


def _bodies(
    unit: Organisation,
    mine: set[int],
    keeping: Sequence[Body],
    sums: RolledUp,
    day: date,
    today: date,
) -> tuple[list[BodyPart], list[Alert]]:
    """The bodies of the day, and what is to be said of a cell itself."""
    bodies = list(Body.objects.filter(on(day), organisation=unit).order_by("pk"))
    posts = defaultdict(list)
    for post in Post.objects.filter(on(day), body__in=bodies).select_related("person"):
        posts[post.body_id].append(post)
    terms = defaultdict(list)
    for term in (
        Term.objects.filter(body__in=bodies).select_related("mandate").order_by("-first_day")
    ):
        terms[term.body_id].append(term)
    standing = frozenset(
        post.person_id
        for body in bodies
        if body.kind in (BodyKind.STANDING, BodyKind.COMMITTEE)
        for post in posts[body.pk]
    )
    parts = []
    for body in bodies:
        body.organisation = unit
        by = body.pk if body.pk in mine else next((one.pk for one in keeping), None)
        parts.append(_body(body, posts[body.pk], terms[body.pk], by, standing, day, today))
    cell = [post for one in bodies if one.kind == BodyKind.CELL for post in posts[one.pk]]
    said = warnings.of_cell(sums.official, cell, day) if unit.kind == OrganisationKind.CELL else ()
    return parts, [_alert(one) for one in said]


def _body(
    body: Body, posts: list[Post], terms: list[Term], by: int | None, standing: frozenset[int],
    day: date, today: date,
) -> BodyPart:  # fmt: skip
    current = next((one for one in terms if _holds(one, day)), None)
    said = [*warnings.of_body(body, posts, day, standing=standing)]
    if current is not None:
        said += warnings.of_term(current, day)
    posts.sort(key=lambda post: (_ORDER[post.position], post.person.sort_key))
    return BodyPart(
        name=body.name,
        kind=worded(BodyKind(body.kind).label),
        days=_days(body.first_day, body.last_day),
        seats=[
            Seat(
                post.person.full_name,
                person_url(post.person_id),
                worded(post.get_position_display()),
                post.first_day,
                post.last_day,
                state_of(post, day),
            )
            for post in posts
        ],
        terms=[_term(one, by, day, today) for one in terms],
        alerts=[_alert(one) for one in said],
        ways=[
            Link(
                _("Mở nhiệm kỳ"),
                reverse("term-new", kwargs={"of": body.pk, "body": by}),
                "plus",
            )
        ]
        if by is not None
        else [],
    )


def _term(term: Term, by: int | None, day: date, today: date) -> TermRow:
    mandate = getattr(term, "mandate", None)
    ways, state, note = [], None, ""
    if mandate is not None:
        waits = mandate.approved_on is None
        state = (
            Tag(_("Chờ chuẩn y"), Tone.SOON, "hourglass")
            if waits
            else Tag(_("Đã chuẩn y"), Tone.OK, "check")
        )
        note = "" if waits else f"{words.day(mandate.approved_on)}, {mandate.approval_document}"
        if waits and by is not None:
            ways.append(_deed_about(term, by, "chuan-y", _("Ghi chuẩn y"), "stamp"))
    if by is not None and _holds(term, today):
        ways.append(_deed_about(term, by, "ket-thuc", _("Kết thúc sớm"), "x"))
    return TermRow(
        name=term.name,
        first=term.first_day,
        last=term.last_day,
        way=worded(mandate.get_way_display()) if mandate else "—",
        document=mandate.document if mandate else _("Chưa ghi căn cứ."),
        state=state or (Tag(_("Đang diễn ra"), Tone.OK, "check") if _holds(term, day) else None),
        note=note,
        ways=ways,
    )


def _deed_about(term: Term, by: int, deed: str, text: str, icon: str) -> Link:
    at = {"pk": term.pk, "body": by, "deed": deed}
    return Link(text, reverse("term-deed", kwargs=at), icon)


def _levels(rows: Sequence[OrganisationLevel], keeping: Sequence[Body]) -> list[TermRow]:
    return [
        TermRow(
            name=worded(row.get_level_display()),
            first=row.first_day,
            last=row.last_day,
            way="",
            document=row.document,
            state=None,
            ways=[
                Link(
                    _("Thôi áp dụng"),
                    reverse("organisation-level-end", kwargs={"pk": row.pk, "body": body.pk}),
                    "x",
                )
                for body in keeping[:1]
                if row.last_day is None
            ],
        )
        for row in rows
    ]


def _successions(unit: Organisation, today: date) -> tuple[list[Fact], list[Fact]]:
    """Out of which organisations it came, and as which it goes on."""
    found = Succession.objects.filter(Q(predecessor=unit) | Q(successor=unit))
    before, after = [], []
    for row in found.select_related("predecessor", "successor").order_by("day", "pk"):
        goes_on = row.predecessor_id == unit.pk
        other = row.successor if goes_on else row.predecessor
        day = today if other.last_day is None else min(other.last_day, today)
        told = Fact(words.day(row.day), other.name, row.document, _url(other.pk, day, today))
        (after if goes_on else before).append(told)
    return before, after


def managed_page(me: Person, today: date, asked: Any) -> ManagedPage:
    """Which kinds of posts the committees of my organisations and of those above manage on a day."""
    form = OnDay(asked)
    day = day_asked(form, today)
    tops = _tops(me, today)
    units = reading.reach(me, today, today)
    line = {one for top in tops for one in tree.above(top, today)}
    rows = ManagedPost.objects.filter(on(day), manager__in=units | line)
    rows = rows.select_related("manager").order_by("manager__name", "position", "pk")
    keeping = [one for one in kept_by(me, today) if one.kind in WRITING_BODIES]
    by = {one.organisation_id: one for one in keeping}
    hit = law.rule(HIGHEST_POST, on=day)
    return ManagedPage(
        rows=[_managed(row, by.get(row.manager_id)) for row in rows],
        day=day,
        filters=OnDay(initial={"ngay": day}),
        rule=hit.cited or "",
        ways=[
            Link(body.name, reverse("managed-post-new", kwargs={"body": body.pk}), "plus")
            for body in keeping
        ],
    )


def _managed(row: ManagedPost, by: Body | None) -> ManagedRow:
    ways = []
    if by is not None and row.last_day is None:
        at = {"pk": row.pk, "body": by.pk}
        ways.append(Link(_("Thôi áp dụng"), reverse("managed-post-end", kwargs=at), "x"))
    return ManagedRow(
        position=worded(Position(row.position).label),
        body=worded(BodyKind(row.body_kind).label),
        organisation=worded(OrganisationKind(row.organisation_kind).label),
        manager=row.manager.name,
        first=row.first_day,
        last=row.last_day,
        document=row.document,
        ways=ways,
    )


def for_export(me: Person, today: date, asked: Any) -> list[tuple[object, ...]]:
    """Every organisation I read as of a day, under the one asked for: what a row of the spreadsheet says."""
    form = AsOf(asked)
    day = day_asked(form, today)
    units = _read_by(me, today, day)
    top = form.cleaned_data.get("duoi")
    if top is not None:
        if top not in units:
            raise Http404("Not an organisation of this person's.")
        units = {top, *tree.below(top, day)}
    found = list(Organisation.objects.filter(on(day), pk__in=units).order_by("kind", "name", "pk"))
    sums, levels = reading.rolled_up([one.pk for one in found], day), levels_on(found, day)
    placed = Placement.objects.filter(on(day), organisation__in=units)
    parents = dict(placed.values_list("organisation", "parent__name"))
    return [
        (
            one.code, one.name, worded(OrganisationKind(one.kind).label), worded(levels[one.pk][0].label),
            parents.get(one.pk, ""), one.place, one.first_day, one.last_day,
            str(sums[one.pk].units), str(sums[one.pk].official), str(sums[one.pk].probationary),
        )
        for one in found
    ]  # fmt: skip


def _alert(one: warnings.Otherwise) -> Alert:
    return Alert(worded(one.words), one.citation, one.sure)


def _holds(term: Term, day: date) -> bool:
    return term.first_day <= day and (term.last_day is None or term.last_day >= day)


def _days(first: date, last: date | None) -> str:
    until = words.day(last) if last else _("nay")
    return f"{words.day(first)} – {until}"


def _at(day: date, today: date) -> str:
    return "" if day == today else f"ngay={day:%d/%m/%Y}"


def _url(pk: int, day: date, today: date) -> str:
    at = _at(day, today)
    return reverse("organisation", args=[pk]) + (f"?{at}" if at else "")


def _tree_url(pk: int, day: date, today: date) -> str:
    return f"{reverse('organisations')}?duoi={pk}" + (f"&{_at(day, today)}" if day != today else "")


def _export_url(top: Organisation | None, day: date, today: date) -> str:
    asked = [f"duoi={top.pk}"] if top else []
    asked += [_at(day, today)] if day != today else []
    return reverse("organisations-export") + (f"?{'&'.join(asked)}" if asked else "")
