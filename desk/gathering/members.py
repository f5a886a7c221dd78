"""What the pages of the member list show: the copy as far as one reads it, an import looked over, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.paging import Place, leaf
from desk.gathering import member_files, words
from desk.gathering.leaves import (
    PAGE,
    filters_of,
    pager_between,
    place_of,
    read_number,
    so_many,
)
from desk.gathering.lists import MOST, TONES
from desk.member_forms import Narrow, NarrowFindings
from desk.pages.lists import FindingLine
from desk.pages.members import (
    FindingsPage,
    MemberLine,
    MemberPage,
    MembersPage,
    Span,
)
from desk.pages.parts import Fact, Link, Tag, Tone
from desk.worded import worded
from registry.member_models import MemberFinding, MemberRow
from registry.members.quality import Kind
from registry.members.rights import bodies_written_by, rows_read_by, units_read_by
from registry.models import Body, Membership, Organisation, Person
from registry.organs.files import MISSING_PAPER


def members_page(person: Person, today: date, asked: Any) -> MembersPage:
    """Gather one page of the copy as `person` reads it on `today`."""
    filters = Narrow(asked)
    rows = filters.narrow(rows_read_by(person, today))
    found = leaf(partial(by_name, rows), place_of(asked, read_place), PAGE)
    open_ones = MemberFinding.objects.filter(
        unit__in=units_read_by(person, today), fixed_on=None
    ).count()
    return MembersPage(
        rows=[_line(one) for one in found.rows],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        findings=Link(
            _("%(n)d sai sót dữ liệu chưa khắc phục") % {"n": open_ones}, reverse("member-findings")
        ),
        imports=[
            Link(
                body.name,
                reverse("list-import", kwargs={"code": "dang-vien", "body": body.pk}),
                "plus",
            )
            for body in bodies_written_by(person, today)
        ],
        pager=pager_between(found, asked, so_many(found, _("đảng viên")), lambda one: str(one.pk)),
        export_url=f"{reverse('members-export')}?{filters_of(asked)}".rstrip("?"),
    )


def member_page(
    row: MemberRow,
    me: Person,
    today: date,
    keeper: Body | None,
    kept: Sequence[Body],
    earlier: Sequence[MemberRow],
    ways: Sequence[Link] = (),
) -> MemberPage:
    """Gather one member's page; the personal number is shown to whoever keeps the list, and to nobody else.

    `keeper` is the body for which `me` keeps it, None for any other reader; `kept` are the bodies whose register I
    keep, `earlier` what lists said before; `ways` lead to what else is known.
    """
    person = row.person
    facts = [
        Fact(_("Chi bộ"), row.cell.name),
        Fact(_("Loại đảng viên"), worded(Membership.Status(row.status).label)),
        Fact(_("Ngày sinh"), words.day(row.born)),
        Fact(_("Ngày kết nạp"), words.day(row.admitted_on)),
        Fact(
            _("Ngày công nhận chính thức"), words.day(row.official_on) if row.official_on else "—"
        ),
        Fact(_("Chức vụ theo danh sách"), row.post or "—"),
        Fact(_("Nguồn"), row.taken_in.source),
        Fact(_("Số liệu tính đến ngày"), words.day(row.taken_in.synced_on)),
    ]
    if keeper is not None:
        facts.insert(1, Fact(_("Số định danh cá nhân"), row.personal_id))
        facts.insert(2, Fact(_("Số thẻ đảng viên"), row.card or "—"))
    return MemberPage(
        name=person.full_name,
        facts=facts,
        memberships=[
            Span(worded(one.get_status_display()), one.cell.name, one.first_day, one.last_day)
            for one in person.memberships.select_related("cell").order_by("-first_day")
        ],
        posts=[
            Span(worded(one.get_position_display()), one.body.name, one.first_day, one.last_day)
            for one in person.posts.select_related("body").order_by("-first_day")
        ],
        earlier=[
            Fact(words.day(one.taken_in.synced_on), f"{one.full_name}, {one.cell.name}")
            for one in earlier
        ],
        findings=list(
            MemberFinding.objects.filter(
                Q(key=row.personal_id)
                | Q(check_name=MISSING_PAPER, key__startswith=f"{row.person_id}:"),
                fixed_on=None,
            ).values_list("words", flat=True)
        ),
        ways=[
            *ways,
            Link(_("Cam kết, giao việc"), reverse("pledges", kwargs={"pk": person.pk}), "check"),
            *member_files.ways_about(row, me, keeper, kept, today),
            *([_lending(person, keeper)] if keeper is not None and person != me else []),
        ],
        management=member_files.management_of(person, today),
        file=member_files.file_of(row, today),
    )


def _lending(person: Person, body: Body) -> Link:
    at = reverse("file-lend", kwargs={"pk": person.pk, "body": body.pk})
    return Link(_("Cho mượn hồ sơ"), at, "folder")


def findings_page(person: Person, today: date, asked: Any) -> FindingsPage:
    """Gather the findings of the units that `person` reads."""
    filters = NarrowFindings(asked)
    bodies = {one.organisation_id: one for one in bodies_written_by(person, today)}
    rows = filters.narrow(findings_read_by(person, today)).select_related("unit")
    found = list(rows.order_by("fixed_on", "-found_on", "pk")[: MOST + 1])
    counts = Counter(
        findings_read_by(person, today).filter(fixed_on=None).values_list("kind", flat=True)
    )
    return FindingsPage(
        rows=[_finding_line(one, bodies.get(one.organisation_id)) for one in found[:MOST]],
        filters=filters,
        counts=[Fact(worded(kind.label), str(counts.get(kind.value, 0))) for kind in Kind],
        more=max(len(found) - MOST, 0),
        export_url=f"{reverse('member-findings-export')}?{filters_of(asked)}".rstrip("?"),
        ways=[
            Link(body.name, reverse("misuse-new", kwargs={"body": body.pk}), "plus")
            for body in bodies.values()
        ],
    )


def findings_read_by(person: Person, today: date) -> QuerySet[MemberFinding]:
    """The findings about the units `person` reads, open and closed."""
    units = units_read_by(person, today)
    return MemberFinding.objects.filter(Q(unit__in=units) | Q(unit=None, organisation__in=units))


def _finding_line(one: MemberFinding, keeps: Body | None) -> FindingLine:
    return FindingLine(
        kind=Tag(worded(Kind(one.kind).label), TONES[Kind(one.kind)]),
        words=worded(one.words),
        remedy=one.remedy,
        unit=one.unit.name if one.unit else "",
        found_on=one.found_on,
        state=_state(one),
        note=_("Đã hướng dẫn ngày %(day)s: %(said)s")
        % {"day": words.day(one.guided_on), "said": one.guidance}
        if one.guided_on
        else "",
        ways=list(_ways(one, keeps)) if keeps is not None and one.fixed_on is None else [],
    )


def _state(one: MemberFinding) -> Tag:
    if one.fixed_on:
        return Tag(_("Đã khắc phục"), Tone.OK, "check")
    return Tag(_("Đã hướng dẫn") if one.guided_on else _("Chưa khắc phục"), Tone.SOON)


def _ways(one: MemberFinding, keeps: Body) -> Iterator[Link]:
    """What a keeper may write about an open finding; what an import sees, an import closes."""
    deeds = [("huong-dan", _("Ghi hướng dẫn"), "pen")]
    if one.kind == Kind.USE:
        deeds.append(("khac-phuc", _("Ghi đã khắc phục"), "check"))
    for deed, text, icon in deeds:
        at = {"pk": one.pk, "body": keeps.pk, "deed": deed}
        yield Link(text, reverse("finding-deed", kwargs=at), icon)


def _line(row: MemberRow) -> MemberLine:
    official = row.status == Membership.Status.OFFICIAL
    return MemberLine(
        name=row.person.full_name,
        url=reverse("member", kwargs={"pk": row.person_id}),
        cell=row.cell.name,
        status=Tag(worded(Membership.Status(row.status).label), Tone.OK if official else Tone.INFO),
        admitted=row.admitted_on,
        post=row.post,
        source=row.taken_in.source,
        synced_on=row.taken_in.synced_on,
    )


def read_place(written: str) -> tuple[str, int]:
    """Read the number of a row as its place by name. Raises ValueError for anything that numbers none."""
    row = MemberRow.objects.filter(pk=read_number(written)).select_related("person").first()
    if row is None:
        raise ValueError(written)
    return row.person.sort_key, row.pk


def by_name(
    rows: QuerySet[MemberRow], place: Place[tuple[str, int]], limit: int
) -> list[MemberRow]:
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


def units_of(person: Person, today: date) -> QuerySet[Organisation]:
    """The units a finding may be about: those the reader reads, by name."""
    return Organisation.objects.filter(pk__in=units_read_by(person, today)).order_by("name")
