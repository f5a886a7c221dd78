"""What the page of a member's commitments shows: year by year, point by point, with what files found about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case, FileRow
from cases.queries import visible_to
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.guidance import PledgeBox, PledgesPage, Point, Yardstick
from desk.pages.parts import Link, Tag, Tone
from permissions.ways import Part
from registry.guidance.rights import bodies_kept_by
from registry.guidance_models import Pledge, PledgePoint
from registry.models import Person
from workflows.facts import Facts
from workflows.rows import RowKind

Marks = Mapping[int, list[tuple[Tag, Link]]]


def pledges_page(
    member: Person, pledges: Iterable[Pledge], me: Person, today: date, *, lists: bool
) -> PledgesPage:
    """Gather what `member` committed to, with the marks in files whose inside `me` reads.

    `lists` says whether `me` reads the member list, from which one comes here.
    """
    boxes = list(pledges)
    points = [one for box in boxes for one in box.points.all()]
    marks = _marks(points, me, today)
    return PledgesPage(
        name=member.full_name,
        back=Link(_("Danh sách đảng viên"), reverse("members"))
        if lists
        else Link(_("Việc của tôi"), reverse("worklist")),
        pledges=[_box(one, marks) for one in boxes],
        ways=[]
        if member == me
        else [
            Link(one.name, reverse("pledge-new", kwargs={"pk": member.pk, "body": one.pk}), "plus")
            for one in bodies_kept_by(me, today)
        ],
    )


def yardsticks_of(case: Case, facts: Facts) -> list[Yardstick]:
    """The points that a file measured its members by; no statement where it measured none."""
    if not any(row.kind == RowKind.YARDSTICK for row in facts.rows):
        return []
    found = FileRow.objects.filter(case=case, kind=RowKind.YARDSTICK, superseded_by=None)
    rows = list(found.order_by("number"))
    named = PledgePoint.objects.select_related("pledge__person")
    points = named.in_bulk([row.facts["point"] for row in rows])
    return [_measured(row, points[row.facts["point"]]) for row in rows]


def _measured(row: FileRow, point: PledgePoint) -> Yardstick:
    return Yardstick(
        whose=point.pledge.person.full_name,
        pledge=str(point.pledge),
        point=f"{point.number}. {point.pledged}",
        state=mark_of(row.facts["met"]),
        ground=str(row.words["ground"]),
    )


def mark_of(met: str) -> Tag:
    """Whether a point was met, as a tag."""
    return Tag(_("Đạt"), Tone.OK, "check") if met == "dat" else Tag(_("Chưa đạt"), Tone.SOON, "x")


def _marks(points: list[PledgePoint], me: Person, today: date) -> Marks:
    inside = visible_to(me, today, Part.EVIDENCE)
    rows = FileRow.objects.filter(
        kind=RowKind.YARDSTICK, superseded_by=None, facts__point__in=[one.pk for one in points],
        case__in=inside.values("pk"),
    )  # fmt: skip
    found: dict[int, list[tuple[Tag, Link]]] = defaultdict(list)
    for row in rows.select_related("case").order_by("pk"):
        found[row.facts["point"]].append((mark_of(row.facts["met"]), _file(row.case)))
    return found


def _file(case: Case) -> Link:
    return Link(case.reference, case_url(case), "folder")


def _box(pledge: Pledge, marks: Marks) -> PledgeBox:
    replaced = ""
    if pledge.replaced_on:
        said = {"day": words.day(pledge.replaced_on), "why": pledge.reason}
        replaced = _("Đã thay ngày %(day)s: %(why)s") % said
    return PledgeBox(
        title=str(pledge),
        document=f"{pledge.document}, {words.day(pledge.dated)}",
        points=[
            Point(one.number, one.pledged, marks.get(one.pk, [])) for one in pledge.points.all()
        ],
        replaced=replaced,
    )
