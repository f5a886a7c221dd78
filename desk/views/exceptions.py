"""Who reads a file: the list, letting one more in, taking that back; and opening a file in an emergency."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cases import emergency as emergencies
from cases import exceptions
from cases.exceptions import ExceptionRefused
from cases.models import Case
from cases.readers import ways
from desk.exception_forms import EmergencyForm, EndingForm, GivingForm
from desk.gathering import exceptions as gathered
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.case import header
from desk.pages.exceptions import EmergencyPage, EndGrantPage, ReadersPage
from desk.views import person_of
from permissions.ways import Way
from registry import clock
from registry.models import Person
from workflows import catalogue


def readers(request: HttpRequest, reference: str) -> HttpResponse:
    """Who may open this file and why; sent, one more is let in."""
    person, today = person_of(request), clock.today()
    case = _of_my_body(person, reference)
    may = exceptions.post_of_giver(case, person, today) is not None
    posted, reasons = request.method == "POST", []
    if posted and not may:
        raise Http404("Only who leads the body lets others in.")
    form = None
    if may:
        people = gathered.people_to_let_in(person, today)
        form = GivingForm(people, today, gathered.longest(), request.POST if posted else None)
        if posted and form.is_valid():
            said = form.cleaned_data
            to = get_object_or_404(Person.objects.select_related("account"), pk=said.pop("person"))
            try:
                exceptions.give(case, by=person, to=to, today=today, **said)
            except ExceptionRefused as refused:
                reasons = form.refuse(refused.reasons)
            else:
                messages.success(request, _("Đã cho phép %(name)s xem hồ sơ.") % {"name": to})
                return redirect(case_url(case, "case-readers"))
    groups, grants = gathered.readers_and_grants(case, today, may_end=may)
    page = ReadersPage(
        header=header(case, catalogue.get(case.procedure)),
        groups=groups,
        grants=grants,
        form=form,
        reasons=[words.reason(one) for one in reasons],
    )
    status = 422 if posted else 200
    return render(request, "pages/exceptions/readers.html", {"page": page}, status=status)


def end_grant(request: HttpRequest, reference: str, grant: int) -> HttpResponse:
    """Take one exception back, with a reason; the next request of its holder finds nothing."""
    person, today = person_of(request), clock.today()
    case = _of_my_body(person, reference)
    if exceptions.post_of_giver(case, person, today) is None:
        raise Http404("Only who leads the body takes an exception back.")
    row = get_object_or_404(exceptions.exceptions_on(case).filter(ended_at=None), pk=grant)
    posted, reasons = request.method == "POST", []
    form = EndingForm(request.POST if posted else None)
    if posted and form.is_valid():
        try:
            exceptions.end(row, case, by=person, why=form.cleaned_data["why"], today=today)
        except ExceptionRefused as refused:
            reasons = form.refuse(refused.reasons)
        else:
            said = _("Đã chấm dứt: %(name)s không còn xem được theo ngoại lệ này.")
            messages.success(request, said % {"name": row.person})
            return redirect(case_url(case, "case-readers"))
    page = EndGrantPage(
        header=header(case, catalogue.get(case.procedure)),
        facts=gathered.grant_facts(row),
        form=form,
        back_url=case_url(case, "case-readers"),
        reasons=[words.reason(one) for one in reasons],
    )
    status = 422 if posted else 200
    return render(request, "pages/exceptions/end.html", {"page": page}, status=status)


def emergency(request: HttpRequest) -> HttpResponse:
    """Mở khẩn cấp: by its reference, with purpose and reason; the same answer for all that cannot be opened."""
    person, today = person_of(request), clock.today()
    if not emergencies.may_open_some(person, today):
        raise Http404("No post from which files below could be opened.")
    posted = request.method == "POST"
    form = EmergencyForm(request.POST if posted else None)
    if posted and form.is_valid():
        said = form.cleaned_data
        try:
            opened = emergencies.open_in_emergency(
                said["reference"], by=person, purpose=said["purpose"], reason=said["reason"], today=today
            )  # fmt: skip
        except ExceptionRefused as refused:
            form.refuse(refused.reasons)
        except emergencies.AlreadyOpen as already:
            messages.info(request, _("Bạn vốn xem được hồ sơ này; không cần mở khẩn cấp."))
            return redirect(case_url(already.case))
        else:
            case = Case.objects.get(pk=opened.object_pk)
            messages.warning(request, _("Đã mở khẩn cấp để đọc; cơ quan thụ lý đã được báo."))
            return redirect(case_url(case))
    hours = int(settings.EMERGENCY_SPAN.total_seconds() // 3600)
    page = EmergencyPage(form, hours)
    status = 422 if posted else 200
    return render(request, "pages/exceptions/emergency.html", {"page": page}, status=status)


def _of_my_body(person: Person, reference: str) -> Case:
    """The file, for those who hold a post in the body that handles it; 404 for others, who may read it too."""
    ours = Case.objects.filter(ways(person, clock.today())[Way.BODY]).select_related("body")
    return get_object_or_404(ours, reference=reference)
