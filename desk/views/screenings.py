"""Rà soát, sàng lọc: rounds opened and ended, members listed, outcomes written; nothing here ends a membership."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.models import ListTaken
from desk.gathering import screenings as gathered
from desk.pages.deed import DeedPage
from desk.pages.export import ExportPage
from desk.pages.parts import Fact, Link
from desk.screening_forms import EndOfRound, NewRound, Outcome, Screened
from desk.views import person_of, register_deeds
from desk.views.exports import Purpose, taken_out
from desk.worded import worded
from registry import clock, offices, tree
from registry.members.rights import units_read_by
from registry.models import Body, Person, on
from registry.screening import EndRound, OpenRound, SayOutcome, Screen, screening_bodies
from registry.screening_models import ScreeningRound, ScreeningRow
from reports.sheets import KIND, Column, sheet


@require_safe
def screenings(request: HttpRequest) -> HttpResponse:
    """The rounds of the units I read; whoever reads no member has no such page."""
    me = person_of(request)
    units = units_read_by(me, clock.today())
    if not units:
        raise Http404("No post that reads members.")
    page = gathered.rounds_page(me, units, clock.today())
    return render(request, "pages/screenings/list.html", {"page": page})


@require_safe
def screening(request: HttpRequest, pk: int) -> HttpResponse:
    """One round with its members."""
    me, found = _read(request, pk)
    page = gathered.round_page(found, me, clock.today())
    return render(
        request,
        "pages/screenings/one.html",
        {"page": page, "export_url": reverse("screening-export", args=[pk])},
    )


def new(request: HttpRequest, body: int) -> HttpResponse:
    """A round begins."""
    me = person_of(request)
    ours = _ours(me, body)
    form = NewRound(register_deeds.sent(request), initial={"opened_on": clock.today()})
    page = DeedPage(
        title=_("Mở đợt rà soát, sàng lọc"),
        sentence=_("Đợt gồm danh sách đảng viên, lý do và kết quả của từng người."),
        body=ours.name,
        back_url=reverse("screenings"),
        form=form,
        press=_("Mở đợt"),
    )
    return register_deeds.answer(
        request, page, _area(),
        lambda said: offices.record(OpenRound(in_body=ours, **said), by=me, today=clock.today()),
        lambda row: reverse("screening", args=[row.pk]),
    )  # fmt: skip


def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A member is put on the list."""
    me, found = _kept(request, pk)
    today = clock.today()
    places = {found.body.organisation_id, *tree.below(found.body.organisation_id, today)}
    members = Person.objects.filter(on(today, "memberships__"), memberships__cell__in=places)
    members = members.exclude(pk=me.pk).exclude(screened__screening=found).distinct()
    form = Screened(
        members.order_by("sort_key"),
        today,
        register_deeds.sent(request),
        request.GET.get("nguoi", ""),
    )
    page = DeedPage(
        title=_("Thêm đảng viên vào danh sách rà soát"),
        sentence=_("Đưa vào danh sách chưa phải là kết luận; kết quả ghi sau khi họp xem xét."),
        body=found.name,
        back_url=reverse("screening", args=[pk]),
        form=form,
        press=_("Thêm vào danh sách"),
    )
    return register_deeds.answer(
        request, page, _area(),
        lambda said: offices.record(Screen(in_body=found.body, screening=found, **said), by=me, today=today),
        lambda _row: reverse("screening", args=[pk]),
    )  # fmt: skip


def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of one member."""
    me = person_of(request)
    row = get_object_or_404(
        ScreeningRow.objects.select_related("screening__body", "person", "cell"), pk=pk
    )
    ours = _ours(me, row.screening.body_id)
    if row.person_id == me.pk:
        raise Http404("Nobody writes the outcome about themselves.")
    form = Outcome(register_deeds.sent(request), initial={"decided_on": clock.today()})
    page = DeedPage(
        title=_("Ghi kết quả rà soát"),
        sentence=_(
            "Kết quả “đưa ra xem xét” không xóa tên ai: chi ủy mở hồ sơ riêng, theo đủ trình tự."
        ),
        body=row.screening.name,
        back_url=reverse("screening", args=[row.screening_id]),
        form=form,
        press=_("Ghi kết quả"),
        facts=[
            Fact(_("Đảng viên"), row.person.full_name, row.cell.name),
            Fact(_("Lý do đưa vào danh sách"), row.reason),
        ],
    )
    return register_deeds.answer(
        request, page, _area(),
        lambda said: offices.record(
            SayOutcome(in_body=ours, screening=row.screening, row=row, **said), by=me, today=clock.today()
        ),
        lambda _row: reverse("screening", args=[row.screening_id]),
    )  # fmt: skip


def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The round is over."""
    me, found = _kept(request, pk)
    form = EndOfRound(register_deeds.sent(request), initial={"ended_on": clock.today()})
    page = DeedPage(
        title=_("Kết thúc đợt rà soát"),
        sentence=_("Mỗi dòng phải có kết quả trước khi kết thúc."),
        body=found.name,
        back_url=reverse("screening", args=[pk]),
        form=form,
        press=_("Kết thúc đợt"),
    )
    return register_deeds.answer(
        request, page, _area(),
        lambda said: offices.record(
            EndRound(in_body=found.body, screening=found, **said), by=me, today=clock.today()
        ),
        lambda _row: reverse("screening", args=[pk]),
    )  # fmt: skip


def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The page that asks what for; sent, the list of the round."""
    me, found = _read(request, pk)
    rows = found.rows.exclude(person=me).select_related("person", "cell")
    form = Purpose(register_deeds.sent(request))
    if not form.is_valid():
        page = ExportPage(
            form=form,
            title=_("Xuất danh sách rà soát"),
            listed=found.name,
            sentence=_("Tệp gồm danh sách, lý do và kết quả của đợt này."),
            counted=_("%(n)d đảng viên") % {"n": rows.count()},
            back_url=reverse("screening", args=[pk]),
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    columns = [
        Column(_("Họ và tên"), 30), Column(_("Đơn vị"), 40), Column(_("Lý do"), 50), Column(_("Ngày đưa vào"), 14),
        Column(_("Kết quả"), 40), Column(_("Ý kiến, lý do"), 50), Column(_("Ngày họp"), 14),
    ]  # fmt: skip
    told = [
        (
            one.person.full_name, one.cell.name, one.reason, one.added_on, worded(one.get_outcome_display()),
            one.said, one.decided_on,
        )
        for one in rows.order_by("cell__name", "person__sort_key")
    ]  # fmt: skip
    said = taken_out(me, ListTaken.Register.SCREENING, len(told), form.cleaned_data["purpose"])
    answer = HttpResponse(sheet(_("Rà soát, sàng lọc"), columns, told, said), content_type=KIND)
    answer["Content-Disposition"] = (
        f'attachment; filename="ra-soat-{found.opened_on:%Y-%m-%d}.xlsx"'
    )
    return answer


def _area() -> Link:
    return Link(_("Rà soát, sàng lọc"), reverse("screenings"))


def _ours(me: Person, body: int) -> Body:
    """A body whose rounds I write down; 404 for any other."""
    found = {one.pk: one for one in screening_bodies(me, clock.today())}
    if body not in found:
        raise Http404("Not a body whose rounds this person keeps.")
    return found[body]


def _read(request: HttpRequest, pk: int) -> tuple[Person, ScreeningRound]:
    """Me, and a round I read; 404 for any other."""
    me = person_of(request)
    return me, get_object_or_404(gathered.rounds_of(units_read_by(me, clock.today())), pk=pk)


def _kept(request: HttpRequest, pk: int) -> tuple[Person, ScreeningRound]:
    """Me, and a round of a body whose rounds I write down; 404 for any other."""
    me = person_of(request)
    found = get_object_or_404(ScreeningRound.objects.select_related("body"), pk=pk)
    _ours(me, found.body_id)
    return me, found
