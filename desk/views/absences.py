"""Đi làm ăn xa: the share and the people, one absence, what is written about it, the list as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cases.models import ListTaken
from desk import absence_forms as forms
from desk.absence_forms import NarrowAway
from desk.forms import ShowsRefusals
from desk.gathering import absences as gathered
from desk.gathering import words
from desk.member_forms import today_in
from desk.pages.deed import DeedPage
from desk.pages.export import ExportPage
from desk.pages.parts import Fact, Link
from desk.views import exports, person_of
from desk.views.exports import Purpose
from law import Reason
from registry import clock, offices, tree
from registry.absence_models import Absence
from registry.absences.deeds import (
    ChangeAbsence,
    ExemptAbsent,
    HostCommented,
    OfAbsence,
    RecordAbsence,
    ReturnHome,
)
from registry.absences.rights import bodies_kept_by
from registry.keeping import OfficeRefused
from registry.members.rights import units_read_by
from registry.models import Body, Organisation, Person
from reports.sheets import KIND, Column, sheet

#: Rows in one spreadsheet.
MOST = 10_000


@dataclass(frozen=True)
class Asking:
    """One deed about a row: what it is called, its form, how it is pressed."""

    deed: type
    form: type[ShowsRefusals]
    title: Any
    sentence: Any


OF_ABSENCE: Mapping[str, Asking] = {
    "thay-doi": Asking(
        ChangeAbsence, forms.Changed, gettext_lazy("Ghi thay đổi"),
        gettext_lazy("Nơi đến, địa chỉ, ngày dự kiến về, đăng ký cư trú: ghi như hiện nay."),
    ),
    "mien": Asking(
        ExemptAbsent, forms.Exempted, gettext_lazy("Cho miễn sinh hoạt"),
        gettext_lazy("Cấp ủy cơ sở cho đảng viên làm việc lưu động miễn sinh hoạt có thời hạn."),
    ),
    "ve": Asking(
        ReturnHome, forms.Returned, gettext_lazy("Ghi đã về"),
        gettext_lazy("Từ ngày này đảng viên sinh hoạt lại ở chi bộ."),
    ),
    "nhan-xet": Asking(
        HostCommented, forms.Commented, gettext_lazy("Ghi nhận xét của nơi đến"),
        gettext_lazy("Nhận xét của cấp ủy nơi đảng viên đã đến làm việc."),
    ),
}  # fmt: skip


@require_safe
def absences(request: HttpRequest) -> HttpResponse:
    """The members away of the units I read; whoever reads no member has no such page."""
    person, today, read = reading(request)
    page = gathered.away_page(person, today, read, request.GET)
    return render(request, "pages/absences/list.html", {"page": page})


@require_safe
def struck_off(request: HttpRequest) -> HttpResponse:
    """In how many of the units I read somebody was struck off for staying away, and who."""
    person, today, read = reading(request)
    page = gathered.struck_off_page(person, today, read, request.GET)
    return render(request, "pages/absences/struck_off.html", {"page": page})


@require_safe
def absence(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them; everybody reads their own."""
    page = gathered.absence_page(pk, person_of(request), clock.today())
    return render(request, "pages/absences/matter.html", {"page": page})


def new(request: HttpRequest, body: int) -> HttpResponse:
    """Write down that a member left."""
    me, ours, today = writing(request, body)
    form = forms.NewAbsence(ours, today, request.POST if request.method == "POST" else None)

    def deed(said: dict[str, Any]) -> RecordAbsence:
        return RecordAbsence(in_body=ours, **said)

    return ask(
        request, form, ours, lambda said: offices.record(deed(said), by=me, today=today),
        title=_("Ghi đảng viên đi làm ăn xa"), back=reverse("absences"), area=_area(),
        sentence=_("Đảng viên đi làm ăn xa báo cáo chi bộ nơi đến, địa chỉ, thời gian."),
    )  # fmt: skip


def of_absence(request: HttpRequest, pk: int, body: int, deed: str) -> HttpResponse:
    """One deed about an absence."""
    me, ours, today = writing(request, body)
    row, home = gathered.newest(pk, me, today)
    asking = OF_ABSENCE.get(deed)
    if asking is None:
        raise Http404("Nothing of that name is written about an absence.")
    form = asking.form(request.POST if request.method == "POST" else None)
    today_in(form, "day", today)
    _propose(form, row)

    def does(said: dict[str, Any]) -> None:
        made: OfAbsence = asking.deed(absence=row, in_body=ours, **said)
        offices.record(made, by=me, today=today)

    return ask(
        request, form, ours, does, title=str(asking.title), sentence=str(asking.sentence),
        back=reverse("absence", kwargs={"pk": row.matter}), area=_area(),
        facts=[Fact(_("Đảng viên"), row.person.full_name), *gathered.facts_of(row, home)],
    )  # fmt: skip


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the members away, as filtered."""
    person, today, read = reading(request)
    filters = NarrowAway(request.GET)
    top = gathered.unit_asked_for(person, today, read, filters)
    rows = gathered.rows_of(read & {top.pk, *tree.below(top.pk, today)}, filters, today)

    def content(purpose: str) -> bytes:
        going = list(rows[:MOST])
        cells = Organisation.objects.in_bulk({one.home for one in going})
        columns = [
            Column(_("Họ và tên"), 28), Column(_("Chi bộ"), 36), Column(_("Nơi đến"), 24),
            Column(_("Địa chỉ đã khai báo"), 40), Column(_("Đi từ ngày"), 12),
            Column(_("Dự kiến về ngày"), 12), Column(_("Văn bản cho miễn sinh hoạt"), 30),
            Column(_("Được miễn đến hết ngày"), 12), Column(_("Đăng ký cư trú"), 12),
            Column(_("Đã về ngày"), 12), Column(_("Nhận xét của nơi đến"), 30),
        ]  # fmt: skip
        told = [_row(one, cells[one.home]) for one in going]
        return sheet(
            _("Đi làm ăn xa"), columns, told,
            exports.taken_out(person, ListTaken.Register.ABSENCES, len(told), purpose),
        )  # fmt: skip

    return taken_out(
        request, content, rows.count(), f"di-lam-an-xa-{today:%Y-%m-%d}.xlsx",
        title=_("Xuất danh sách đi làm ăn xa"), area=_area(), unit=top.name,
    )  # fmt: skip


def _row(row: Absence, cell: Organisation) -> tuple[str | date | None, ...]:
    return (
        row.person.full_name, cell.name, row.place, row.address, row.first_day, row.until,
        row.exempt_by, row.exempt_until, _("Có") if row.registered else _("Không"),
        row.returned_on, row.comment,
    )  # fmt: skip


def _propose(form: ShowsRefusals, row: Absence) -> None:
    """Let the form begin with what is told now."""
    for name in ("place", "address", "until", "registered"):
        if name in form.fields:
            form.fields[name].initial = getattr(row, name)


def _area() -> Link:
    return Link(_("Đi làm ăn xa"), reverse("absences"))


# What these pages share with those of transfers


def reading(request: HttpRequest) -> tuple[Person, date, set[int]]:
    """Me, today, and the units whose members I read; 404 for who reads none."""
    person, today = person_of(request), clock.today()
    if not (units := units_read_by(person, today)):
        raise Http404("No post that reads members.")
    return person, today, units


def writing(request: HttpRequest, body: int) -> tuple[Person, Body, date]:
    """Me, a body for which I write about its members, and today; 404 for any other."""
    me, today = person_of(request), clock.today()
    return me, get_object_or_404(bodies_kept_by(me, today), pk=body), today


def ask(
    request: HttpRequest, form: ShowsRefusals, ours: Body, does: Callable[[dict[str, Any]], Any],
    *, title: str, sentence: str, back: str, area: Link, facts: list[Fact] | None = None,
) -> HttpResponse:  # fmt: skip
    """A page with one deed; sent, it is done, or every reason against it is shown."""
    reasons: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        try:
            does(form.cleaned_data)
            messages.success(request, _("Đã ghi."))
            return redirect(back)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    page = DeedPage(
        title=title, sentence=sentence, body=ours.name, back_url=back, form=form,
        press=_("Ghi lại"), reasons=[words.reason(one) for one in reasons], facts=facts or [],
    )  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)


def taken_out(
    request: HttpRequest, content: Callable[[str], bytes], count: int, name: str,
    *, title: str, area: Link, unit: str,
) -> HttpResponse:  # fmt: skip
    """The page that asks what a list is taken out for; sent, the list itself."""
    form = Purpose(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answer = HttpResponse(content(form.cleaned_data["purpose"]), content_type=KIND)
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    kept = request.GET.urlencode()
    page = ExportPage(
        form=form, title=title, listed=area.text,
        sentence=_("Tệp gồm những đảng viên bạn được xem, theo bộ lọc đang chọn: %(unit)s.")
        % {"unit": unit},
        counted=_("%(n)d đảng viên") % {"n": min(count, MOST)},
        back_url=area.url + (f"?{kept}" if kept else ""),
        warning=_("Xuất %(n)d dòng đầu; lọc hẹp hơn để xuất phần còn lại.") % {"n": MOST}
        if count > MOST
        else "",
    )  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "pages/export.html", {"page": page}, status=status)
