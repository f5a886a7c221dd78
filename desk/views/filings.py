"""Nộp báo cáo: who has filed, a report frozen after its checks, a version read, opened again by the superior."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from desk.gathering import filings as gathered
from desk.gathering import words
from desk.pages.deed import DeedPage
from desk.pages.parts import Fact, Link
from desk.statistics_forms import Filed, Reopened
from desk.views import person_of
from desk.views.statistics import asked_of
from desk.worded import worded
from documents.press import press
from law import Reason
from registry import clock, offices
from registry.keeping import OfficeRefused
from reports import rights
from reports.filing import FileReport, ReopenReport, versions
from reports.filing_models import Filing


@require_safe
def filings(request: HttpRequest) -> HttpResponse:
    """How far the reports of a period are."""
    me, asked = asked_of(request)
    if not asked.is_valid():
        raise Http404("No such unit or period.")
    page = gathered.filings_page(asked, me, clock.today())
    return render(request, "pages/statistics/filings.html", {"page": page})


def file_report(request: HttpRequest) -> HttpResponse:
    """Freeze the forms of a period; every reason why not is shown, those about figures with the figures."""
    me, asked = asked_of(request)
    if not asked.is_valid() or (body := rights.filing_body(me, asked.unit, clock.today())) is None:
        raise Http404("No report to file.")
    before = versions(asked.unit, asked.period).last()
    form = Filed(request.POST if request.method == "POST" else None, before and before.text)
    said = form.said if form.is_bound and form.is_valid() else {"document": "—"}
    deed = FileReport(
        unit=asked.unit, in_body=body, period=asked.period, filed_by=me, on=clock.today(), **said
    )
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        try:
            filing = offices.record(deed, by=me, today=clock.today())
            messages.success(request, _("Đã chốt, nộp báo cáo."))
            return redirect("filing", filing.pk)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    else:
        reasons = [
            one for one in offices.reasons_against(deed, by=me, today=clock.today())
            if not one.rule.startswith("input.")
        ]  # fmt: skip
    page = DeedPage(
        title=_("Chốt, nộp báo cáo thống kê"),
        sentence=_(
            "Số liệu lúc này được giữ nguyên làm báo cáo; hồ sơ sửa sau không đổi báo cáo đã chốt."
        ),
        body=f"{asked.unit.name}, {worded(asked.period.words)}",
        back_url=f"{reverse('filings')}?{urlencode(asked.query())}",
        form=form,
        press=_("Chốt báo cáo"),
        reasons=[words.reason(one) for one in reasons],
        facts=[
            Fact(_("Phải giải trình"), f"{worded(one.words)} {one.check.why}")
            for one in deed.broken
            if not one.check.blocks
        ],
    )
    area = Link(_("Nộp báo cáo, theo dõi nộp"), page.back_url)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)


@require_safe
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as it was frozen, for whoever reads the unit's figures."""
    me, found = (
        person_of(request),
        get_object_or_404(Filing.objects.select_related("organisation", "filed_by"), pk=pk),
    )
    if not rights.may_read(me, found.organisation, clock.today()):
        raise Http404("Not one's figures.")
    page = gathered.filing_page(found, me, clock.today())
    return render(request, "pages/statistics/filing.html", {"page": page})


@require_safe
def filing_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as a PDF, printed anew from what was frozen: the same bytes every time."""
    found = get_object_or_404(Filing.objects.select_related("organisation", "filed_by"), pk=pk)
    if not rights.may_read(person_of(request), found.organisation, clock.today()):
        raise Http404("Not one's figures.")
    with override(
        "vi"
    ):  # what is reported is written in Vietnamese, whoever reads the site in English
        html = render_to_string("reports/filing.html", {"page": gathered.printed(found)})
    answer = HttpResponse(press(html, "reports/filing.css"), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="bao-cao-{found.pk}.pdf"'
    return answer


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """The superior opens a filed report again."""
    me, found = (
        person_of(request),
        get_object_or_404(Filing.objects.select_related("organisation"), pk=pk),
    )
    body = rights.reopening_body(me, found.organisation, clock.today())
    if body is None or found.reopened_by_id is not None:
        raise Http404("Not one's to open again.")
    form = Reopened(request.POST if request.method == "POST" else None)
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        deed = ReopenReport(
            filing=found, in_body=body, by=me, on=clock.today(), **form.cleaned_data
        )
        try:
            offices.record(deed, by=me, today=clock.today())
            messages.success(request, _("Đã mở lại; đơn vị có thể chốt lần báo cáo mới."))
            return redirect("filing", found.pk)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    back = reverse("filing", args=[found.pk])
    page = DeedPage(
        title=_("Mở lại báo cáo thống kê"),
        sentence=_("Lần báo cáo này giữ nguyên; đơn vị chốt lần mới thay cho nó."),
        body=str(found),
        back_url=back,
        form=form,
        press=_("Mở lại"),
        reasons=[words.reason(one) for one in reasons],
    )
    status = 422 if request.method == "POST" else 200
    area = Link(_("Báo cáo đã nộp"), back)
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)
