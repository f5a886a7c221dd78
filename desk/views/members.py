"""Danh sách đảng viên: the copy read, a list looked over and taken in, what is wrong guided and closed."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.team_reads import rows_read_on_a_team
from desk.gathering import asked_about, words
from desk.gathering import members as gathered
from desk.member_forms import Guidance, Misuse, today_in
from desk.pages.deed import DeedPage
from desk.pages.parts import Link
from desk.saved_filters import with_saved_filters
from desk.views import person_of
from law import Reason
from registry import clock, offices
from registry.keeping import OfficeRefused
from registry.member_models import MemberFinding
from registry.members.findings import CloseFinding, FindMisuse, GuideFinding
from registry.members.rights import (
    bodies_written_by,
    living_read_by,
    rows_about,
    units_read_by,
    written,
)
from registry.models import Body, Person, Post, held_by
from registry.organs.rights import kept


@require_safe
@with_saved_filters("members")
def members(request: HttpRequest) -> HttpResponse:
    """The copy as far as I read it; whoever reads no member has no such page."""
    person, today = person_of(request), clock.today()
    if not units_read_by(person, today):
        raise Http404("No post that reads members.")
    page = gathered.members_page(person, today, request.GET)
    return render(request, "pages/members/list.html", {"page": page})


@require_safe
def member(request: HttpRequest, pk: int) -> HttpResponse:
    """One member; everybody reads their own row, a team those its files are about."""
    person, today = person_of(request), clock.today()
    rows = list(rows_about(pk))
    if (row := living_read_by(person, rows, today)) is None:
        on_team = rows_read_on_a_team(person).select_related("cell", "person", "taken_in")
        row = get_object_or_404(on_team, person=pk)
    held = list(Post.objects.filter(held_by(person, today)).select_related("body"))
    keeper = next(
        (one for one in written(held) if one.organisation_id == row.organisation_id), None
    )
    ways = asked_about.ways_to(row.person, person, by_line=keeper is not None)
    earlier = [one for one in rows if one.pk != row.pk]
    page = gathered.member_page(row, person, today, keeper, kept(held), earlier, ways)
    return render(request, "pages/members/member.html", {"page": page})


@require_safe
def findings(request: HttpRequest) -> HttpResponse:
    """What is wrong in the data of the units I read."""
    person, today = person_of(request), clock.today()
    if not units_read_by(person, today):
        raise Http404("No post that reads members.")
    page = gathered.findings_page(person, today, request.GET)
    return render(request, "pages/members/findings.html", {"page": page})


def misuse(request: HttpRequest, body: int) -> HttpResponse:
    """Write down that data was used otherwise than allowed."""
    me, ours = _writing(request, body)
    units = gathered.units_of(me, clock.today())
    form = Misuse(units, request.POST if request.method == "POST" else None)
    today_in(form, "found_on", clock.today())
    return _deed_page(request, form, lambda said: FindMisuse(in_body=ours, **said), me, ours)


def finding(request: HttpRequest, pk: int, body: int, deed: str) -> HttpResponse:
    """Guidance about one finding, or its end."""
    kinds = {"huong-dan": GuideFinding, "khac-phuc": CloseFinding}
    me, ours = _writing(request, body)
    row = get_object_or_404(MemberFinding, pk=pk, organisation=ours.organisation_id)
    if deed not in kinds:
        raise Http404("Nothing of that name is done about a finding.")
    form = Guidance(request.POST if request.method == "POST" else None)
    today_in(form, "day", clock.today())
    return _deed_page(
        request, form, lambda said: kinds[deed](finding=row, in_body=ours, **said), me, ours, row
    )


def _deed_page(request, form, deed_of, me: Person, ours: Body, row: MemberFinding | None = None):
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        try:
            offices.record(deed_of(form.cleaned_data), by=me, today=clock.today())
            messages.success(request, _("Đã ghi."))
            return redirect("member-findings")
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    area = Link(_("Sai sót dữ liệu"), reverse("member-findings"))
    page = DeedPage(
        title=_("Sai sót dữ liệu đảng viên"),
        sentence=row.words
        if row
        else _("Việc sử dụng dữ liệu sai quy định, do người phát hiện ghi."),
        body=ours.name,
        back_url=reverse("member-findings"),
        form=form,
        press=_("Ghi lại"),
        reasons=[words.reason(one) for one in reasons],
    )
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)


def _writing(request: HttpRequest, body: int) -> tuple[Person, Body]:
    """Me, and a body whose member list I keep; 404 for any other."""
    me = person_of(request)
    return me, get_object_or_404(bodies_written_by(me, clock.today()), pk=body)
