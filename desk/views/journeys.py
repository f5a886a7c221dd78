"""Đi nước ngoài: journeys read, entered and followed; the days of each unit; the list taken out in Excel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cases.models import ListTaken
from desk import journey_forms
from desk.gathering import journeys as gathered
from desk.gathering import words
from desk.journey_forms import Narrow
from desk.pages.deed import DeedPage
from desk.pages.export import ExportPage
from desk.pages.parts import Fact, Link
from desk.views import person_of
from desk.views.exports import Purpose, taken_out
from desk.worded import worded
from law import Reason
from registry import clock, offices
from registry.deeds import Deed
from registry.journey_models import Journey
from registry.journeys import deeds
from registry.journeys.deadlines import Rules
from registry.journeys.rights import bodies_writing, journeys_read_by, members_of
from registry.journeys.standing import standing_of
from registry.keeping import OfficeRefused
from registry.members.rights import units_read_by
from registry.models import Body, Person
from reports.sheets import KIND, Column, sheet

#: Journeys in one spreadsheet.
MOST = 5000


@require_safe
def journeys(request: HttpRequest) -> HttpResponse:
    """The register as far as I read it; whoever reads no unit sees their own."""
    person, today = person_of(request), clock.today()
    page = gathered.journeys_page(person, today, request.GET)
    return render(request, "pages/journeys/list.html", {"page": page})


@require_safe
def journey(request: HttpRequest, pk: int) -> HttpResponse:
    """One journey."""
    person, today = person_of(request), clock.today()
    row = _read(person, pk)
    page = gathered.journey_page(row, person, today)
    return render(request, "pages/journeys/journey.html", {"page": page})


def enter(request: HttpRequest, body: int) -> HttpResponse:
    """Write a journey down."""
    me, ours = _writing(request, body)
    people = members_of(ours, clock.today()).exclude(pk=me.pk)
    form = journey_forms.Entering(people, _posted(request))
    return deed_page(
        request, form, lambda said: deeds.EnterJourney(in_body=ours, **said), me, ours,
        title=_("Ghi chuyến đi nước ngoài"),
        sentence=_("Đảng viên báo cáo trước khi đi, hoặc đã đi mà không báo cáo."),
        area=Link(_("Đi nước ngoài"), reverse("journeys")),
    )  # fmt: skip


def deed(request: HttpRequest, pk: int, body: int, deed: str) -> HttpResponse:
    """What became of a journey."""
    me, ours = _writing(request, body)
    row = _read(me, pk)
    if deed not in _DEEDS or gathered.writing_body(row, me, clock.today()) != ours:
        raise Http404("Nothing of that name is written about it there.")
    form_of, deed_of, sentence = _DEEDS[deed]
    form = form_of(_posted(request))
    form.fields["day"].initial = clock.today()
    back = reverse("journey", kwargs={"pk": row.pk})
    return deed_page(
        request, form, lambda said: deed_of(journey=row, in_body=ours, **said), me, ours,
        title=gathered.label_of(deed), sentence=str(sentence),
        area=Link(row.person.full_name, back),
        facts=[Fact(_("Nơi đến"), row.place), Fact(_("Ngày đi"), words.day(row.leaves_on))],
    )  # fmt: skip


def rule(request: HttpRequest, body: int) -> HttpResponse:
    """The days within which the organisation of a body wants journeys reported."""
    me, ours = _writing(request, body)
    form = journey_forms.Ruling(_posted(request))
    form.fields["first_day"].initial = clock.today()
    return deed_page(
        request, form, lambda said: deeds.LayRule(in_body=ours, **said), me, ours,
        title=_("Thời hạn báo cáo đi nước ngoài"),
        sentence=_(
            "Thời hạn do cấp ủy quy định, áp dụng cho cả tổ chức cấp dưới chưa có quy định riêng. Chưa có quy định "
            "thì không tính muộn."
        ),
        area=Link(_("Đi nước ngoài"), reverse("journeys")),
        facts=gathered.rules_of(ours),
    )  # fmt: skip


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the journeys I read as a spreadsheet."""
    person, today = person_of(request), clock.today()
    if not units_read_by(person, today):
        raise Http404("No post that reads members.")
    found = Narrow(request.GET, today).narrow(journeys_read_by(person, today))
    form = Purpose(_posted(request))
    if not form.is_valid():
        count, kept = found.count(), request.GET.urlencode()
        page = ExportPage(
            form=form,
            title=_("Xuất danh sách đi nước ngoài"),
            listed=_("Đi nước ngoài"),
            sentence=_("Tệp gồm các chuyến đi bạn được xem, theo bộ lọc đang chọn."),
            counted=_("%(n)d chuyến đi") % {"n": min(count, MOST)},
            back_url=reverse("journeys") + (f"?{kept}" if kept else ""),
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    going = list(found.select_related("person", "cell").order_by("-leaves_on", "-pk")[:MOST])
    purpose = form.cleaned_data["purpose"]
    mark = taken_out(person, ListTaken.Register.JOURNEYS, len(going), purpose)
    answer = HttpResponse(_sheet(going, mark), content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="di-nuoc-ngoai-{today:%Y-%m-%d}.xlsx"'
    return answer


def _sheet(going: Sequence[Journey], mark: str) -> bytes:
    columns = [
        Column(_("Họ và tên"), 28), Column(_("Chi bộ"), 34), Column(_("Nơi đến"), 24),
        Column(_("Mục đích"), 18), Column(_("Ngày đi"), 12), Column(_("Ngày về dự kiến"), 12),
        Column(_("Báo cáo trước khi đi"), 12), Column(_("Ý kiến"), 14), Column(_("Ngày về"), 12),
        Column(_("Báo cáo sau khi về"), 12), Column(_("Dấu hiệu cần xem xét"), 60),
    ]  # fmt: skip
    rules, today = Rules({one.cell_id for one in going}), clock.today()

    def row(one: Journey) -> tuple[Any, ...]:
        faults = "; ".join(fault.words for fault in standing_of(one, rules, today).faults)
        decision = worded(one.get_decision_display()) if one.decision else ""
        return (
            one.person.full_name, one.cell.name, one.place, worded(one.get_purpose_display()), one.leaves_on,
            one.returns_on, one.reported_on, decision, one.came_back_on, one.after_on, faults,
        )  # fmt: skip

    return sheet(_("Đi nước ngoài"), columns, map(row, going), mark)


def deed_page(
    request: HttpRequest,
    form: Any,
    deed_of: Callable[[dict[str, Any]], Deed],
    me: Person,
    ours: Body,
    *,
    title: str,
    sentence: str,
    area: Link,
    facts: Sequence[Fact] = (),
) -> HttpResponse:
    """The form of one deed; sent, the deed is recorded, or every reason against it is told."""
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        try:
            offices.record(deed_of(_said(form)), by=me, today=clock.today())
            messages.success(request, _("Đã ghi."))
            return redirect(area.url)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    page = DeedPage(
        title=title,
        sentence=sentence,
        body=ours.name,
        back_url=area.url,
        form=form,
        press=_("Ghi lại"),
        reasons=[words.reason(one) for one in reasons],
        facts=facts,
    )
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)


def _said(form: BaseForm) -> dict[str, Any]:
    return dict(form.cleaned_data)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _read(person: Person, pk: int) -> Journey:
    rows = journeys_read_by(person, clock.today()).select_related("person", "cell")
    return get_object_or_404(rows, pk=pk)


def _writing(request: HttpRequest, body: int) -> tuple[Person, Body]:
    """Me, and a body through which I write; 404 for any other."""
    me = person_of(request)
    bodies = bodies_writing(me, clock.today()).select_related("organisation")
    return me, get_object_or_404(bodies, pk=body)


#: By the last word of the address: the form, the deed it describes, what is said above it.
_DEEDS: dict[str, tuple[Callable[..., Any], Callable[..., Deed], Any]] = {
    "y-kien": (
        journey_forms.Deciding,
        deeds.DecideJourney,
        gettext_lazy("Người có thẩm quyền đồng ý hoặc không đồng ý cho đi."),
    ),
    "ve-nuoc": (
        journey_forms.OnADay,
        deeds.ComeBack,
        gettext_lazy("Từ ngày về bắt đầu tính thời hạn báo cáo sau khi về."),
    ),
    "bao-cao-sau": (
        journey_forms.OnADay,
        deeds.ReportAfter,
        gettext_lazy("Đảng viên đã báo cáo kết quả chuyến đi."),
    ),
    "gach-bo": (
        journey_forms.CrossingOut,
        deeds.CrossOut,
        gettext_lazy("Ghi nhầm, hoặc chuyến đi không diễn ra. Dòng gạch bỏ vẫn còn trong sổ."),
    ),
}
