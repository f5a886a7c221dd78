"""What the pages of screening show: rounds, their members, and where a person goes on to open a removal matter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.pages.parts import Fact, Link, Tag, Tone
from desk.pages.screenings import RoundLine, RoundPage, RoundsPage, ScreenedLine
from desk.worded import worded
from registry import tree
from registry.grades.flags import lowest
from registry.models import Body, BodyKind, Membership, Person, on
from registry.screening import screening_bodies
from registry.screening_models import ScreeningRound, ScreeningRow
from workflows.procedures.removal.of_member import StrikeOff
from workflows.procedures.removal.of_probationary import ProbationaryStrikeOff

Outcome = ScreeningRow.Outcome
_TONES = {Outcome.CLEARED: Tone.OK, Outcome.HELPED: Tone.INFO, Outcome.TO_REMOVAL: Tone.SOON}
#: The matter that considers a removal, by what the member is.
_REMOVALS = {
    Membership.Status.OFFICIAL.value: StrikeOff,
    Membership.Status.PROBATIONARY.value: ProbationaryStrikeOff,
}


def rounds_of(units: Collection[int]) -> QuerySet[ScreeningRound]:
    """The rounds of these units, the newest first."""
    rows = ScreeningRound.objects.filter(body__organisation__in=units)
    return rows.select_related("body").order_by("-opened_on", "-pk")


def rounds_page(person: Person, units: Collection[int], today: date) -> RoundsPage:
    """Gather the rounds of these units, which `person` reads."""
    rows = rounds_of(units).annotate(
        all_rows=Count("rows"), said=Count("rows", filter=~Q(rows__outcome=""))
    )
    return RoundsPage(
        rows=[
            RoundLine(
                name=one.name,
                url=reverse("screening", args=[one.pk]),
                body=one.body.name,
                opened=one.opened_on,
                counted=_("%(said)d trên %(all)d đã có kết quả")
                % {"said": one.said, "all": one.all_rows},
                state=_state(one),
            )
            for one in rows[:100]
        ],
        ways=[
            Link(body.name, reverse("screening-new", args=[body.pk]), "plus")
            for body in screening_bodies(person, today)
        ],
    )


def round_page(screening: ScreeningRound, person: Person, today: date) -> RoundPage:
    """Gather one round; nobody reads the row about themselves there."""
    ours = screening_bodies(person, today)
    keeps = screening.body in ours and screening.ended_on is None
    rows = list(
        screening.rows.exclude(person=person)
        .select_related("person", "cell")
        .order_by("cell__name", "person__sort_key")
    )
    statuses = dict(
        Membership.objects.filter(
            on(today), person__in=[one.person_id for one in rows]
        ).values_list("person", "status")
    )
    said = sum(bool(one.outcome) for one in rows)
    territory = {screening.body.organisation_id, *tree.below(screening.body.organisation_id, today)}
    there = {one.person_id for one in rows}
    candidates = [
        one
        for one in (lowest(territory, screening.opened_on.year - 1) if keeps else ())
        if one.person_id not in there and one.person_id != person.pk
    ]
    return RoundPage(
        title=screening.name,
        body=screening.body.name,
        facts=[
            Fact(_("Kế hoạch"), screening.document),
            Fact(_("Ngày mở đợt"), f"{screening.opened_on:%d/%m/%Y}"),
            Fact(_("Tình trạng"), _state(screening).text, tag=_state(screening)),
            Fact(_("Đã có kết quả"), f"{said}/{len(rows)}"),
        ],
        rows=[
            _line(
                one,
                ours,
                keeps=keeps,
                status=statuses.get(one.person_id, ""),
            )
            for one in rows
        ],
        ways=_ways(screening) if keeps else [],
        lowest=[
            Link(
                f"{one.person.full_name}, {one.cell.name}",
                reverse("screening-add", args=[screening.pk]) + f"?nguoi={one.person_id}",
                "plus",
            )
            for one in candidates[:50]
        ],
        lowest_of=str(screening.opened_on.year - 1) if keeps else "",
    )


def _line(one: ScreeningRow, ours: Sequence[Body], *, keeps: bool, status: str) -> ScreenedLine:
    outcome = (
        Tag(worded(one.get_outcome_display()), _TONES[Outcome(one.outcome)]) if one.outcome else None
    )
    at = reverse("screening-outcome", args=[one.pk])
    to_open = one.outcome == Outcome.TO_REMOVAL
    opens = _opening(one, ours, status) if to_open else None
    cell = _("Chi ủy của %(cell)s mở hồ sơ xem xét.") % {"cell": one.cell.name}
    met = f"{one.decided_by}, {one.decided_on:%d/%m/%Y}" if one.decided_on else ""
    return ScreenedLine(
        name=one.person.full_name,
        unit=one.cell.name,
        reason=one.reason,
        added=one.added_on,
        outcome=outcome or Tag(_("Chưa có kết quả"), Tone.HOLD),
        said=f"{one.said} ({met})" if met else "",
        ways=[Link(_("Ghi kết quả"), at, "pen")] if keeps and not one.outcome else [],
        opens=opens,
        note=cell if to_open and opens is None else "",
        looks=Link(
            _("Tìm hồ sơ đã lập"),
            f"{reverse('cases')}?{urlencode({'q': one.person.full_name})}",
            "search",
        )
        if to_open
        else None,
    )


def _opening(one: ScreeningRow, ours: Sequence[Body], status: str) -> Link | None:
    """The page on which a hand of the member's own cell may open the matter; this page opens nothing itself."""
    matter = _REMOVALS.get(status)
    cells = [
        body for body in ours if body.kind == BodyKind.CELL and body.organisation_id == one.cell_id
    ]
    if matter is None or not cells:
        return None
    url = reverse("case-new", kwargs={"procedure": matter.code, "body": cells[0].pk})
    return Link(_("Đến trang lập hồ sơ xem xét"), f"{url}?nguoi={one.person_id}", "plus")


def _ways(screening: ScreeningRound) -> list[Link]:
    return [
        Link(_("Thêm đảng viên"), reverse("screening-add", args=[screening.pk]), "plus"),
        Link(_("Kết thúc đợt"), reverse("screening-end", args=[screening.pk]), "check"),
    ]


def _state(one: ScreeningRound) -> Tag:
    if one.ended_on:
        return Tag(
            _("Đã kết thúc ngày %(day)s") % {"day": f"{one.ended_on:%d/%m/%Y}"}, Tone.OK, "check"
        )
    return Tag(_("Đang rà soát"), Tone.INFO)
