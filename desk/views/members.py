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
from desk.gathering import members as gathered
from desk.gathering import words
from desk.member_forms import Guidance, ListFile, Misuse, today_in
from desk.pages.deed import DeedPage
from desk.pages.parts import Link
from desk.views import person_of
from jobs.running import open_about
from law import Reason
from registry import clock, offices
from registry.keeping import OfficeRefused
from registry.member_models import MemberFinding, WaitingList
from registry.members.findings import CloseFinding, FindMisuse, GuideFinding
from registry.members.in_background import (
    LONG,
    about,
    ask,
    ask_to_look,
    deed_of,
    looked_over,
)
from registry.members.reading import COLUMNS
from registry.members.rights import bodies_written_by, rows_read_by, units_read_by
from registry.models import Body, Person
from reports.sheets import KIND, Column, sheet


@require_safe
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
    row = rows_read_by(person, today).filter(person=pk).first()
    if row is None:
        on_team = rows_read_on_a_team(person).select_related("cell", "person", "taken_in")
        row = get_object_or_404(on_team, person=pk)
    keeper = bodies_written_by(person, today).filter(organisation=row.organisation_id).first()
    page = gathered.member_page(row, person, today, keeper)
    return render(request, "pages/members/member.html", {"page": page})


def import_list(request: HttpRequest, body: int) -> HttpResponse:
    """Choose a list; it waits until somebody has looked it over."""
    me, ours = _writing(request, body)
    if (running := open_about(about(ours.pk))) is not None:
        return redirect("job", running.pk)
    form = ListFile(request.POST or None, request.FILES or None)
    today_in(form, "synced_on", clock.today())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        waiting, _new = WaitingList.objects.update_or_create(
            body=ours,
            by=me,
            defaults={
                "file_name": said["file"].name[:200],
                "content": said["file"].read(),
                "rows": form.rows,
                "source": said["source"],
                "synced_on": said["synced_on"],
            },
        )
        if form.rows > LONG:
            return redirect("job", ask_to_look(waiting, by=request.user, today=clock.today()).pk)
        return redirect("members-preview", ours.pk)
    page = gathered.import_page(ours, form, clock.today())
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/members/import.html", {"page": page}, status=status)


def preview(request: HttpRequest, body: int) -> HttpResponse:
    """What taking the waiting list in would do; sent, it is taken in, or put away."""
    me, ours = _writing(request, body)
    if (running := open_about(about(ours.pk))) is not None:
        return redirect("job", running.pk)
    waiting = WaitingList.objects.filter(body=ours, by=me).first()
    if waiting is None:
        return redirect("members-import", ours.pk)
    if "away" in request.POST:
        waiting.delete()
        return redirect("members-import", ours.pk)
    deed, today = deed_of(waiting, me), clock.today()
    reasons: Sequence[Reason] = offices.reasons_against(deed, by=me, today=today)
    if waiting.rows > LONG:
        return _long_preview(request, waiting, reasons)
    if request.method == "POST":
        try:
            taken = offices.record(deed, by=me, today=today)
            waiting.delete()
            said = {"new": taken.created, "changed": taken.changed, "held": taken.held_back}
            told = _("Đã nhập: %(new)d mới, %(changed)d thay đổi, %(held)d giữ lại.")
            messages.success(request, told % said)
            return redirect("members")
        except OfficeRefused as refused:
            reasons = refused.reasons
    page = gathered.preview_page(waiting, deed.comparison, reasons)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/members/preview.html", {"page": page}, status=status)


def _long_preview(
    request: HttpRequest, waiting: WaitingList, reasons: Sequence[Reason]
) -> HttpResponse:
    """Of a long list a job told what taking it in would do; sent, another takes it in."""
    today = clock.today()
    if (looked := looked_over(waiting)) is None:
        return redirect("job", ask_to_look(waiting, by=request.user, today=today).pk)
    if request.method == "POST" and not reasons:
        return redirect("job", ask(waiting, by=request.user, today=today).pk)
    page = gathered.long_preview_page(waiting, looked.result, reasons)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/members/preview.html", {"page": page}, status=status)


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty list with its columns, to be filled in Excel."""
    person_of(request)
    content = sheet(_("Danh sách đảng viên"), [Column(one, 22) for one in COLUMNS], [], "")
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = 'attachment; filename="danh-sach-dang-vien.xlsx"'
    return answer


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
