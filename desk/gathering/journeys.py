"""What the pages of journeys abroad show: the register as far as one reads it, what is late, what one may write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.paging import Place, leaf
from desk.gathering import words
from desk.gathering.leaves import (
    PAGE,
    filters_of,
    pager_between,
    place_of,
    read_dated,
    so_many,
)
from desk.journey_forms import Narrow
from desk.pages.journeys import JourneyLine, JourneyPage, JourneysPage
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from registry.journey_models import Journey, ReportRule
from registry.journeys.deadlines import Rules
from registry.journeys.hints import hint_of
from registry.journeys.rights import bodies_writing, journeys_read_by, units_of
from registry.journeys.standing import Standing, standing_of
from registry.members.rights import WRITING_BODIES
from registry.models import Body, Person


def journeys_page(person: Person, today: date, asked: Any) -> JourneysPage:
    """Gather one page of the journeys that `person` reads on `today`."""
    filters = Narrow(asked, today)
    rows = filters.narrow(journeys_read_by(person, today)).select_related("person", "cell")
    found = leaf(partial(_newest, rows), place_of(asked, read_dated), PAGE)
    rules = Rules({one.cell_id for one in found.rows})
    standings = [(one, standing_of(one, rules, today)) for one in found.rows]
    bodies = list(bodies_writing(person, today))
    kept = filters_of(asked)
    return JourneysPage(
        rows=[_line(one, standing) for one, standing in standings],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        unruled=sorted({one.cell.name for one, standing in standings if standing.unruled}),
        ways=list(_ways_in(bodies)),
        rules=[
            Link(body.name, reverse("report-rule", kwargs={"body": body.pk}), "clock")
            for body in bodies
        ],
        export=reverse("journeys-export") + (f"?{kept}" if kept else ""),
        pager=pager_between(found, asked, so_many(found, _("chuyến đi")), _place),
    )


def _ways_in(bodies: list[Body]) -> Iterator[Link]:
    """Entering one journey, or a list of them; the body is named where there are several."""
    for body in bodies:
        at, whose = {"body": body.pk}, f": {body.name}" if len(bodies) > 1 else ""
        yield Link(_("Ghi chuyến đi") + whose, reverse("journey-new", kwargs=at), "plus")
        if body.kind in WRITING_BODIES:
            of_list = reverse("list-import", kwargs={"code": "di-nuoc-ngoai", **at})
            yield Link(_("Nhập danh sách") + whose, of_list, "plus")


def journey_page(journey: Journey, person: Person, today: date) -> JourneyPage:
    """Gather one journey as `person` reads it."""
    rules = Rules([journey.cell_id])
    standing = standing_of(journey, rules, today)
    together = _together(journey)
    return JourneyPage(
        name=journey.person.full_name,
        cell=journey.cell.name,
        facts=list(_facts(journey, standing)),
        flags=[words.capitalised(worded(one.words)) + "." for one in standing.faults],
        hint=hint_of(journey, together),
        unruled=standing.unruled,
        ways=list(_ways(journey, person, today)),
        void=_("Đã gạch bỏ ngày %(day)s: %(why)s")
        % {"day": words.day(journey.void_on), "why": journey.void_reason}
        if journey.void_on
        else "",
    )


def _together(journey: Journey) -> int:
    """How many members of the same group go abroad in those days; alone where no group is named."""
    if not journey.group:
        return 1
    same = Journey.objects.filter(
        group=journey.group,
        void_on=None,
        leaves_on__lte=journey.returns_on,
        returns_on__gte=journey.leaves_on,
    )
    return same.values("person").distinct().count()


def _facts(journey: Journey, standing: Standing) -> Iterator[Fact]:
    yield Fact(_("Nơi đến"), journey.place)
    yield Fact(_("Mục đích"), worded(journey.get_purpose_display()))
    if journey.group:
        yield Fact(_("Đoàn, nhóm cùng đi"), journey.group)
    yield Fact(
        _("Ngày đi, ngày về dự kiến"),
        f"{words.day(journey.leaves_on)} – {words.day(journey.returns_on)}",
    )
    yield Fact(
        _("Báo cáo trước khi đi"),
        words.day(journey.reported_on) if journey.reported_on else _("không báo cáo"),
        _by(standing.before_by, standing.before_rule),
    )
    yield Fact(_("Văn bản"), journey.document)
    if journey.decision:
        yield Fact(
            _("Ý kiến"),
            f"{worded(journey.get_decision_display())}, {words.day(journey.decided_on)}",
            journey.decision_document,
        )
    yield Fact(_("Ngày về"), words.day(journey.came_back_on) if journey.came_back_on else "—")
    yield Fact(
        _("Báo cáo sau khi về"),
        words.day(journey.after_on) if journey.after_on else "—",
        journey.after_document or _by(standing.after_by, standing.after_rule),
    )


def _by(day: date | None, rule: ReportRule | None) -> str:
    if day is None or rule is None:
        return _("chưa có quy định thời hạn")
    return _("hạn %(day)s, theo %(document)s") % {
        "day": words.day(day),
        "document": rule.document,
    }


#: By the last word of the address: the icon of each deed about a journey.
DEEDS = {"y-kien": "pen", "ve-nuoc": "check", "bao-cao-sau": "file", "gach-bo": "x"}


def writing_body(journey: Journey, person: Person, today: date) -> Body | None:
    """The body through which `person` writes about the journey: the nearest to its cell; nobody writes their own."""
    if journey.person_id == person.pk:
        return None
    bodies = [
        (len(units), body.pk, body)
        for body in bodies_writing(person, today).select_related("organisation")
        if journey.cell_id in (units := units_of(body, min(journey.leaves_on, today)))
    ]
    return min(bodies)[2] if bodies else None


def _ways(journey: Journey, person: Person, today: date) -> Iterator[Link]:
    body = writing_body(journey, person, today)
    if body is None or journey.void_on:
        return
    open_ones = {
        "y-kien": journey.reported_on is not None and not journey.decision,
        "ve-nuoc": journey.came_back_on is None and journey.leaves_on <= today,
        "bao-cao-sau": journey.came_back_on is not None and journey.after_on is None,
        "gach-bo": True,
    }
    for deed, icon in DEEDS.items():
        if open_ones[deed]:
            at = {"pk": journey.pk, "body": body.pk, "deed": deed}
            yield Link(label_of(deed), reverse("journey-deed", kwargs=at), icon)


def label_of(deed: str) -> str:
    """What a deed about a journey is called."""
    return {
        "y-kien": _("Ghi ý kiến"),
        "ve-nuoc": _("Ghi ngày về"),
        "bao-cao-sau": _("Ghi báo cáo sau khi về"),
        "gach-bo": _("Gạch bỏ"),
    }[deed]


def _line(journey: Journey, standing: Standing) -> JourneyLine:
    return JourneyLine(
        name=journey.person.full_name,
        url=reverse("journey", kwargs={"pk": journey.pk}),
        cell=journey.cell.name,
        place=journey.place,
        purpose=worded(journey.get_purpose_display()),
        first=journey.leaves_on,
        last=journey.came_back_on or journey.returns_on,
        before=_before(journey),
        after=_after(journey),
        flags=[worded(one.words) for one in standing.faults],
    )


def _before(journey: Journey) -> Tag:
    if journey.void_on:
        return Tag(_("Đã gạch bỏ"), Tone.HOLD, "slash")
    if journey.reported_on is None:
        return Tag(_("Không báo cáo"), Tone.LATE, "warning")
    if not journey.decision:
        return Tag(_("Đã báo cáo, chờ ý kiến"), Tone.SOON, "hourglass")
    agreed = journey.decision == Journey.Decision.AGREED
    return Tag(worded(journey.get_decision_display()), Tone.OK if agreed else Tone.SOON)


def _after(journey: Journey) -> Tag:
    if journey.after_on:
        return Tag(_("Đã báo cáo"), Tone.OK, "check")
    return Tag(_("Chưa báo cáo") if journey.came_back_on else _("Chưa về"), Tone.HOLD)


def _newest(rows: QuerySet[Journey], place: Place[tuple[date, int]], limit: int) -> list[Journey]:
    """Read at most `limit` journeys from a place on, the newest leaving first."""
    if place.key is not None:
        day, pk = place.key
        beyond = "gt" if place.back else "lt"
        rows = rows.filter(
            Q(**{f"leaves_on__{beyond}": day}) | Q(leaves_on=day, **{f"pk__{beyond}": pk})
        )
    order = ("leaves_on", "pk") if place.back else ("-leaves_on", "-pk")
    return list(rows.order_by(*order)[:limit])


def _place(journey: Journey) -> str:
    return f"{journey.leaves_on.isoformat()}.{journey.pk}"


def rules_of(body: Body) -> list[Fact]:
    """The rules an organisation has laid, the newest first."""
    rows = ReportRule.objects.filter(organisation=body.organisation_id).order_by("-first_day")
    return [Fact(words.day(one.first_day), in_words(one), one.document) for one in rows]


def in_words(rule: ReportRule) -> str:
    """A rule as one reads it: "trước khi đi 7 ngày làm việc; sau khi về 15 ngày"."""
    said = []
    if rule.before is not None:
        unit = worded(ReportRule.Unit(rule.before_unit).label)
        said.append(_("trước khi đi %(n)d %(unit)s") % {"n": rule.before, "unit": unit})
    if rule.after is not None:
        unit = worded(ReportRule.Unit(rule.after_unit).label)
        said.append(_("sau khi về %(n)d %(unit)s") % {"n": rule.after, "unit": unit})
    return "; ".join(said)
