"""Sổ mượn hồ sơ đảng viên: who has whose file until when, lent and taken back, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.models import ListTaken
from desk.file_loan_forms import Lending, NarrowLoans, Returning
from desk.gathering import words
from desk.gathering.file_loans import loans_page, state_of
from desk.member_forms import today_in
from desk.pages.deed import DeedPage
from desk.pages.export import ExportPage
from desk.pages.parts import Fact, Link
from desk.views import person_of
from desk.views.exports import MOST, Purpose, taken_out
from law import Reason
from registry import clock, offices
from registry.deeds import Deed
from registry.file_loan_models import MemberFileLoan
from registry.keeping import OfficeRefused
from registry.members.loans import LendMemberFile, TakeBackMemberFile, loans_read_by
from registry.members.rights import bodies_written_by, rows_read_by, units_read_by
from registry.models import Body, Person
from reports.sheets import KIND, Column, sheet


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The loans of the files of the members I read."""
    person, today = _reader(request)
    return render(
        request, "pages/members/file_loans.html", {"page": loans_page(person, today, request.GET)}
    )


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the register as a spreadsheet."""
    person, today = _reader(request)
    found = NarrowLoans(request.GET).narrow(loans_read_by(person, today), today)
    form = Purpose(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        page = ExportPage(
            form=form,
            title=_("Xuất sổ mượn hồ sơ đảng viên"),
            listed=_("Sổ mượn hồ sơ đảng viên"),
            sentence=_("Tệp gồm các dòng bạn được xem, theo bộ lọc đang chọn."),
            counted=_("%(n)d dòng sổ") % {"n": min(found.count(), MOST)},
            back_url=reverse("file-loans"),
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    rows = [_row(one, today) for one in found[:MOST]]
    purpose = form.cleaned_data["purpose"]
    said = taken_out(person, ListTaken.Register.FILE_LOANS, len(rows), purpose)
    answer = HttpResponse(
        sheet(_("Sổ mượn hồ sơ đảng viên"), _columns(), rows, said), content_type=KIND
    )
    answer["Content-Disposition"] = (
        f'attachment; filename="so-muon-ho-so-dang-vien-{today:%Y-%m-%d}.xlsx"'
    )
    return answer


def lend(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """Lend the file of one member."""
    me, ours = _writing(request, body)
    row = get_object_or_404(rows_read_by(me, clock.today()), person=pk)
    form = Lending(request.POST if request.method == "POST" else None)
    today_in(form, "lent_on", clock.today())
    return _deed_page(
        request, form, lambda said: LendMemberFile(in_body=ours, person=row.person, **said), me, ours,
        title=_("Cho mượn hồ sơ đảng viên"), sentence=row.person.full_name, press=_("Ghi cho mượn"),
    )  # fmt: skip


def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file back."""
    loan = get_object_or_404(MemberFileLoan.objects.select_related("person"), pk=pk)
    me, ours = _writing(request, loan.body_id)
    form = Returning(request.POST if request.method == "POST" else None)
    today_in(form, "returned_on", clock.today())
    facts = [
        Fact(_("Người mượn"), loan.borrower),
        Fact(_("Mục đích"), loan.purpose),
        Fact(_("Ngày mượn"), words.day(loan.lent_on)),
        Fact(_("Hạn trả"), words.day(loan.due_back)),
    ]
    return _deed_page(
        request, form, lambda said: TakeBackMemberFile(loan=loan, **said), me, ours,
        title=_("Nhận lại hồ sơ đảng viên"), sentence=loan.person.full_name,
        press=_("Ghi đã nhận lại"), facts=facts,
    )  # fmt: skip


def _deed_page(
    request: HttpRequest, form: Any, deed_of: Callable[[dict[str, Any]], Deed], me: Person, ours: Body,
    *, title: str, sentence: str, press: str, facts: Sequence[Fact] = (),
) -> HttpResponse:  # fmt: skip
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        try:
            offices.record(deed_of(form.cleaned_data), by=me, today=clock.today())
            messages.success(request, _("Đã ghi."))
            return redirect("file-loans")
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    back = reverse("file-loans")
    page = DeedPage(
        title=title, sentence=sentence, body=ours.name, back_url=back, form=form, press=press,
        reasons=[words.reason(one) for one in reasons], facts=facts,
    )  # fmt: skip
    status = 422 if request.method == "POST" else 200
    area = Link(_("Sổ mượn hồ sơ đảng viên"), back)
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)


def _reader(request: HttpRequest) -> tuple[Person, date]:
    person, today = person_of(request), clock.today()
    if not units_read_by(person, today):
        raise Http404("No post that reads members.")
    return person, today


def _writing(request: HttpRequest, body: int) -> tuple[Person, Body]:
    """Me, and a body whose member files I keep; 404 for any other."""
    me = person_of(request)
    return me, get_object_or_404(bodies_written_by(me, clock.today()), pk=body)


def _columns() -> list[Column]:
    return [
        Column(_("Đảng viên"), 30), Column(_("Chi bộ"), 36), Column(_("Người mượn"), 40),
        Column(_("Mục đích"), 44), Column(_("Người cho phép"), 30), Column(_("Ngày mượn"), 12),
        Column(_("Hạn trả"), 12), Column(_("Ngày trả"), 12), Column(_("Tình trạng khi trả"), 36),
        Column(_("Tình trạng"), 22),
    ]  # fmt: skip


def _row(one: MemberFileLoan, today: date) -> tuple[Any, ...]:
    return (
        one.person.full_name, one.unit.name, one.borrower, one.purpose, one.allowed_by, one.lent_on,
        one.due_back, one.returned_on, one.condition, state_of(one, today).text,
    )  # fmt: skip
