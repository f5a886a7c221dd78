"""Chuyển sinh hoạt đảng: the list, one transfer with its terms, what is written about it; the recurring checks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cases import transfer_holds
from cases.models import ListTaken
from desk import absence_forms as forms
from desk.absence_forms import NarrowTransfers
from desk.gathering import cell_transfers as gathered
from desk.member_forms import today_in
from desk.pages.parts import Fact, Link
from desk.views import exports, person_of
from desk.views.absences import MOST, Asking, ask, reading, taken_out, writing
from desk.worded import worded
from registry import clock, offices
from registry.absence_models import CellTransfer
from registry.cell_transfers.clocks import place_of
from registry.cell_transfers.deeds import (
    DropTransfer,
    OfTransfer,
    ReportReason,
    SeeTransfer,
    SendOff,
    TakeOver,
)
from registry.members.rights import bodies_written_by, units_read_by
from registry.models import Organisation
from registry.periodic_checks import FindMissed, Kind, RecordCheck, turn_of
from reports.sheets import Column, sheet

OF_TRANSFER: Mapping[str, Asking] = {
    "giay-gioi-thieu": Asking(
        SendOff, forms.Sent, gettext_lazy("Ghi giấy giới thiệu"),
        gettext_lazy("Nơi đi cấp giấy giới thiệu; thời hạn nộp ở nơi đến tính từ ngày cấp."),
    ),
    "tiep-nhan": Asking(
        TakeOver, forms.Arrived, gettext_lazy("Ghi tiếp nhận"),
        gettext_lazy(
            "Chuyển chính thức: đảng viên thuộc nơi đến từ ngày ghi. Tạm thời: vẫn tính ở nơi cũ."
        ),
    ),
    "ly-do": Asking(
        ReportReason, forms.WhyLate, gettext_lazy("Ghi lý do chậm"),
        gettext_lazy("Chậm thì đảng viên báo cáo lý do; cấp ủy có thẩm quyền xem xét."),
    ),
    "khong-chuyen": Asking(
        DropTransfer, forms.Dropped, gettext_lazy("Ghi không chuyển nữa"),
        gettext_lazy("Việc chuyển này không diễn ra; các thời hạn của nó thôi chạy."),
    ),
}  # fmt: skip


@require_safe
def transfers(request: HttpRequest) -> HttpResponse:
    """The transfers out of the units I read, and into them."""
    person, today, read = reading(request)
    page = gathered.transfers_page(person, today, read, request.GET)
    return render(request, "pages/absences/transfers.html", {"page": page})


@require_safe
def transfer(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them; everybody reads their own."""
    page = gathered.transfer_page(pk, person_of(request), clock.today())
    return render(request, "pages/absences/matter.html", {"page": page})


def new(request: HttpRequest, body: int) -> HttpResponse:
    """Write down that a member has to change cells."""
    me, ours, today = writing(request, body)
    form = forms.NewTransfer(ours, today, request.POST if request.method == "POST" else None)

    def does(said: dict[str, Any]) -> None:
        offices.record(SeeTransfer(in_body=ours, **said), by=me, today=today)

    return ask(
        request, form, ours, does, title=_("Ghi việc chuyển sinh hoạt đảng"), area=_area(),
        back=reverse("cell-transfers"),
        sentence=_("Thời hạn tính từ ngày thay đổi nơi làm việc, nơi ở; chậm thì người có thẩm quyền xem xét."),
    )  # fmt: skip


def of_transfer(request: HttpRequest, pk: int, body: int, deed: str) -> HttpResponse:
    """One deed about a transfer; one for good is refused while an open matter holds the member."""
    me, ours, today = writing(request, body)
    row = gathered.newest(pk, me, today)
    asking = OF_TRANSFER.get(deed)
    if asking is None:
        raise Http404("Nothing of that name is written about a transfer.")
    form = asking.form(request.POST if request.method == "POST" else None)
    if row.kind != CellTransfer.Kind.OFFICIAL:
        form.fields.pop("hold_document", None)
    today_in(form, "day", today)

    def does(said: dict[str, Any]) -> None:
        allowed = said.pop("hold_document", "")
        made: OfTransfer = asking.deed(transfer=row, in_body=ours, **said)
        transfer_holds.record(made, by=me, today=today, hold_document=allowed)

    return ask(
        request, form, ours, does, title=str(asking.title), sentence=str(asking.sentence),
        back=reverse("cell-transfer", kwargs={"pk": row.matter}), area=_area(),
        facts=[
            Fact(_("Đảng viên"), row.person.full_name),
            Fact(worded(row.get_kind_display()), f"{row.from_cell.name} → {place_of(row)}"),
        ],
    )  # fmt: skip


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the transfers, as filtered."""
    person, today, read = reading(request)
    rows = gathered.rows_of(read, NarrowTransfers(request.GET))

    def content(purpose: str) -> bytes:
        columns = [
            Column(_("Họ và tên"), 28), Column(_("Hình thức"), 28), Column(_("Nơi đi"), 36),
            Column(_("Nơi đến"), 36), Column(_("Ngày thay đổi"), 12), Column(_("Giấy giới thiệu"), 28),
            Column(_("Ngày cấp"), 12), Column(_("Ngày nộp"), 12), Column(_("Từ ngày"), 12),
            Column(_("Tình trạng"), 24),
        ]  # fmt: skip
        told = [_row(one) for one in rows[:MOST]]
        return sheet(
            _("Chuyển sinh hoạt"), columns, told,
            exports.taken_out(person, ListTaken.Register.TRANSFERS, len(told), purpose),
        )  # fmt: skip

    return taken_out(
        request, content, rows.count(), f"chuyen-sinh-hoat-{today:%Y-%m-%d}.xlsx",
        title=_("Xuất danh sách chuyển sinh hoạt đảng"), area=_area(), unit=_("các đơn vị bạn theo dõi"),
    )  # fmt: skip


def _row(row: CellTransfer) -> tuple[str | date | None, ...]:
    return (
        row.person.full_name, worded(row.get_kind_display()), row.from_cell.name, place_of(row),
        row.event_on, row.letter, row.left_on, row.arrived_on, row.taken_on,
        gathered.state_of(row).text,
    )  # fmt: skip


def _area() -> Link:
    return Link(_("Chuyển sinh hoạt đảng"), reverse("cell-transfers"))


# Kiểm tra, đối chiếu định kỳ


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """What the base committees that I read owe in turns."""
    person, today, read = reading(request)
    page = gathered.turns_page(person, today, read)
    return render(request, "pages/absences/turns.html", {"page": page})


def check(request: HttpRequest, unit: int, what: str, body: int, deed: str) -> HttpResponse:
    """It was done, or it was missed."""
    me, today = person_of(request), clock.today()
    ours = get_object_or_404(bodies_written_by(me, today), pk=body)
    kinds = {"da-lam": (RecordCheck, forms.Checked), "sai-sot": (FindMissed, forms.Missed)}
    read = units_read_by(me, today)
    about = get_object_or_404(Organisation.objects.filter(pk__in=read), pk=unit)
    if deed not in kinds or what not in Kind.values:
        raise Http404("Nothing of that name is done in turns.")
    kind, asked = kinds[deed]
    form = asked(request.POST if request.method == "POST" else None)
    today_in(form, "day", today)

    def does(said: dict[str, Any]) -> None:
        offices.record(kind(in_body=ours, unit=about, what=what, **said), by=me, today=today)

    turn = turn_of(about, what, today)
    return ask(
        request, form, ours, does, title=worded(Kind(what).label), back=reverse("periodic-checks"),
        area=Link(_("Kiểm tra, đối chiếu định kỳ"), reverse("periodic-checks")),
        sentence=_("Ghi việc đã làm đóng sai sót đang mở.") if deed == "da-lam"
        else _("Quá kỳ mà chưa làm là một sai sót, theo dõi đến khi khắc phục."),
        facts=[
            Fact(_("Đơn vị"), about.name),
            Fact(_("Lần trước"), f"{turn.done_on:%d/%m/%Y}" if turn.done_on else "—"),
            Fact(_("Kỳ tới"), f"{turn.due:%d/%m/%Y}" if turn.due else "—", turn.hit.cited or ""),
        ],
    )  # fmt: skip
