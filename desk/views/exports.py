"""Taking the list of files out as a spreadsheet: purpose asked, read noted, watermark on each page."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import lists_taken, read_log
from cases.models import Case, ListTaken
from cases.own import of_others
from cases.queries import find_cases, matters, visible_to
from cases.read_models import ReadPart
from desk.gathering.work import Filters
from desk.pages.export import ExportPage
from desk.views import person_of
from desk.worded import worded
from registry import clock
from registry.models import Person
from reports.sheets import KIND, Column, sheet
from workflows import catalogue

#: Files in one spreadsheet.
MOST = 2000


class Purpose(forms.Form):
    """What the list is taken out for."""

    purpose = forms.CharField(
        label=gettext_lazy("Mục đích sử dụng"),
        max_length=200,
        help_text=gettext_lazy(
            "Ghi rõ dùng vào việc gì; dòng này in trong tệp và lưu trong nhật ký đọc."
        ),
    )


def cases(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the files this person may see."""
    person, today = person_of(request), clock.today()
    filters = Filters(request.GET, with_meetings=False)
    filters.is_valid()
    found = of_others(matters(visible_to(person, today)), person)
    found = find_cases(found, filters.cleaned_data.get("q", ""))
    if code := filters.cleaned_data.get("procedure"):
        found = found.filter(procedure=code)
    form = Purpose(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        count = found.count()
        kept = request.GET.urlencode()
        back = reverse("cases") + (f"?{kept}" if kept else "")
        page = ExportPage(
            form=form,
            title=_("Xuất danh sách hồ sơ"),
            listed=_("Hồ sơ vụ việc"),
            sentence=_(
                "Tệp gồm các hồ sơ bạn được xem, theo bộ lọc đang chọn; hồ sơ về chính bạn không có trong tệp."
            ),
            counted=_("%(n)d hồ sơ") % {"n": min(count, MOST)},
            back_url=back,
            warning=_("Xuất %(n)d hồ sơ đầu; lọc hẹp hơn để xuất phần còn lại.") % {"n": MOST}
            if count > MOST
            else "",
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    purpose = form.cleaned_data["purpose"]
    going = list(found.select_related("body").order_by("-pk")[:MOST])
    read_log.note(
        person, today, Case.objects.filter(pk__in=[one.pk for one in going]), ReadPart.EXPORT,
        purpose=purpose,
    )  # fmt: skip
    answer = HttpResponse(_sheet(going, person.full_name, purpose), content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="ho-so-{today:%Y-%m-%d}.xlsx"'
    return answer


def taken_out(person: Person, register: ListTaken.Register, rows: int, purpose: str) -> str:
    """Write down that a list of a register leaves; return what stands in the file."""
    lists_taken.note(person, clock.today(), register, rows, purpose)
    return watermark(person.full_name, purpose)


def watermark(who: str, purpose: str) -> str:
    """What stands in every spreadsheet taken out of the site: who took it, when, and what for."""
    return _("Tài liệu nội bộ. %(who)s xuất lúc %(at)s. Mục đích: %(why)s.") % {
        "who": who, "at": f"{timezone.localtime():%H:%M %d/%m/%Y}", "why": purpose,
    }  # fmt: skip


def _sheet(going: list[Case], who: str, purpose: str) -> bytes:
    columns = [
        Column(_("Số hồ sơ"), 16), Column(_("Tên hồ sơ"), 60), Column(_("Thủ tục"), 32),
        Column(_("Cơ quan thụ lý"), 40), Column(_("Giai đoạn"), 28), Column(_("Ngày lập"), 12),
    ]  # fmt: skip
    return sheet(_("Hồ sơ vụ việc"), columns, map(_row, going), watermark(who, purpose))


def _row(case: Case) -> tuple[object, ...]:
    procedure = catalogue.get(case.procedure)
    stage = worded(procedure.stage.enum(case.stage).label)
    return case.reference, case.title, worded(procedure.label), case.body.name, stage, case.opened_on
