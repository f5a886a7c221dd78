"""What the pages of flags show: every open flag one may decide about, the decisions, what a committee was asked."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.flagged import open_flags
from cases.proposal_models import ProposalTaken
from cases.proposals import case_of, number_of, readable, receiving, taken, waiting_for
from desk.flag_forms import NarrowFlags
from desk.gathering.addresses import case_url
from desk.pages.flags import DecisionPage, FlagLine, FlagsPage
from desk.pages.parts import Fact, Link, Tab, Tag, Tone
from desk.worded import worded
from registry import tree
from registry.flag_models import FlagDecision
from registry.flags.flag import Flag, FlagKind
from registry.models import Body, Person

Outcome = FlagDecision.Outcome
#: How many flags a page lists; whoever wants the others narrows.
MOST = 100
DECIDED, WAITING = "da-xet", "cho-tiep-nhan"


def flags_page(person: Person, bodies: list[Body], today: date, asked: Any) -> FlagsPage:
    """Gather the flags that wait for a decision, the proposals that wait to be taken in, or all decisions.

    `bodies` are those for which `person` decides; who decides for none begins with what was proposed to their body.
    """
    filters = NarrowFlags(asked)
    shown = filters.cleaned_data.get("muc") or ("" if bodies else WAITING)
    shown = shown if shown in (WAITING, DECIDED) else ""
    waiting = waiting_for(person, today)
    if shown:
        found = waiting if shown == WAITING else readable(person, today)
        rows = _decided(found, filters)
    else:
        rows = _open(person, bodies, today, filters)
    tabs = [
        Tab(_("Đề nghị chờ tiếp nhận"), f"?muc={WAITING}", waiting.count(), shown == WAITING),
        Tab(_("Đã quyết định"), f"?muc={DECIDED}", None, shown == DECIDED),
    ]
    if bodies:
        count = None if shown else len(rows)
        tabs.insert(0, Tab(_("Chờ xem xét"), reverse("flags"), count, not shown))
    return FlagsPage(
        rows=rows[:MOST],
        filters=filters,
        tabs=tabs,
        narrowed=bool(filters.kind or filters.asked),
        decided=bool(shown),
        more=max(len(rows) - MOST, 0),
    )


def _open(person: Person, bodies: list[Body], today: date, filters: NarrowFlags) -> list[FlagLine]:
    """The flags left by the filters; each is decided for the lowest of the reader's bodies over its unit."""
    under = tree.each_with_all_under({one.organisation_id for one in bodies}, today)
    reach = [(body, under[body.organisation_id]) for body in bodies]
    reach.sort(key=lambda pair: len(pair[1]))
    units = set().union(*under.values())
    flags = [one for one in open_flags(person, today, units) if filters.leaves(one)]
    return [
        _flag_line(one, next(body for body, units in reach if one.unit.pk in units))
        for one in flags
    ]


def _flag_line(flag: Flag, body: Body) -> FlagLine:
    url = f"{reverse('flag-decide', args=[body.pk])}?{urlencode({'nguon': flag.source})}"
    return FlagLine(
        name=flag.person.full_name,
        unit=flag.unit.name,
        kind=Tag(worded(flag.kind.label), Tone.INFO),
        words=worded(flag.words),
        since=flag.since,
        ways=[Link(_("Xem xét, quyết định"), url, "pen")],
    )


def _decided(decisions: QuerySet[FlagDecision], filters: NarrowFlags) -> list[FlagLine]:
    rows = decisions.select_related("person", "unit", "to").order_by("-pk")
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    for word in filters.asked:
        rows = rows.filter(
            Q(person__search_key__contains=word) | Q(unit__search_key__contains=word)
        )
    found = list(rows[: MOST + 1])
    done = set(ProposalTaken.objects.filter(decision__in=found).values_list("decision", flat=True))
    return [_decision_line(one, is_taken=one.pk in done) for one in found]


def _decision_line(one: FlagDecision, *, is_taken: bool) -> FlagLine:
    return FlagLine(
        name=one.person.full_name,
        unit=one.unit.name,
        kind=Tag(worded(FlagKind(one.kind).label), Tone.INFO),
        words=one.flagged,
        since=one.decided_on,
        state=_state(one, is_taken=is_taken),
        note=one.to.name if one.to else "",
        ways=[Link(_("Xem quyết định"), reverse("flag-decision", args=[one.pk]), "file")],
    )


def _state(one: FlagDecision, *, is_taken: bool) -> Tag:
    if one.outcome == Outcome.NONE:
        return Tag(_("Không đề nghị"), Tone.HOLD)
    if is_taken:
        return Tag(_("Đề nghị, đã tiếp nhận"), Tone.OK, "check")
    return Tag(_("Đề nghị, chờ tiếp nhận"), Tone.SOON)


def facts_of(flag: Flag) -> list[Fact]:
    """The flag beside the form in which somebody decides about it."""
    return [
        Fact(_("Đảng viên"), flag.person.full_name, flag.unit.name),
        Fact(_("Loại dấu hiệu"), worded(flag.kind.label)),
        Fact(_("Dấu hiệu"), worded(flag.words)),
        Fact(_("Từ ngày"), f"{flag.since:%d/%m/%Y}"),
    ]


def decision_page(one: FlagDecision, person: Person, today: date) -> DecisionPage:
    """Gather one decision; the file it led to is named to whoever may see that."""
    case, is_taken = case_of(one, person, today), taken(one)
    facts = [
        Fact(_("Đảng viên"), one.person.full_name, one.unit.name),
        Fact(_("Loại dấu hiệu"), worded(FlagKind(one.kind).label)),
        Fact(_("Dấu hiệu"), one.flagged, _("từ ngày %(day)s") % {"day": f"{one.since:%d/%m/%Y}"}),
        Fact(_("Người quyết định"), one.by.full_name, one.body.name),
        Fact(_("Ngày quyết định"), f"{one.decided_on:%d/%m/%Y}"),
    ]
    if one.to:
        facts.append(Fact(_("Chuyển đến"), one.to.name, number_of(one)))
    if case:
        facts.append(Fact(_("Hồ sơ"), case.reference, url=case_url(case)))
    mine = (
        one.to is not None
        and not is_taken
        and receiving(person, today).filter(pk=one.to.pk).exists()
    )
    return DecisionPage(
        title=_("Quyết định về dấu hiệu"),
        state=_state(one, is_taken=is_taken),
        facts=facts,
        reason=one.reason,
        way=Link(_("Tiếp nhận, vào sổ"), reverse("proposal-take-in", args=[one.pk]), "plus")
        if mine
        else None,
        note=_("Cơ quan nhận đã lập hồ sơ; bạn không thuộc số người đọc hồ sơ ấy.")
        if is_taken and case is None
        else "",
    )


def proposal_fact(case: Any) -> list[Fact]:
    """On a file of intake: the proposal it was opened on; nothing for any other."""
    found = FlagDecision.objects.filter(taken__case=case).select_related("body").first()
    if found is None:
        return []
    return [
        Fact(
            _("Theo đề nghị"), number_of(found), found.body.name, url=reverse("flag-decision", args=[found.pk])
        )
    ]  # fmt: skip
