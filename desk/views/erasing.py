"""Xóa dữ liệu cá nhân: the list, asking for it on a file or a person, and deciding as the second one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.erasing import deeds
from cases.erasing.told import bodies_of, read_by
from cases.models import Case
from cases.queries import visible_to
from desk.erasing_forms import AskingErasure, DecidingErasure
from desk.gathering.erasing import erase_page, erasures_page
from desk.views import person_of
from law import Reason
from registry import clock
from registry.keeping import OfficeRefused, keeping_post
from registry.members.rights import bodies_written_by
from registry.models import Body, Person

ERASE, DECLINE = "xoa", "khong"


@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    """What was asked and decided in my bodies."""
    person, today = person_of(request), clock.today()
    if not bodies_of(person, today).exists():
        raise Http404("Keeps the files of no body.")
    return render(request, "pages/erasing/list.html", {"page": erasures_page(person, today)})


def of_file(request: HttpRequest, reference: str) -> HttpResponse:
    """What erasing a file would empty; sent, it is asked for."""
    me, today = person_of(request), clock.today()
    case = get_object_or_404(visible_to(me, today).select_related("body"), reference=reference)
    if keeping_post(me, case.body, today) is None:
        raise Http404("Does not keep the files of that body.")
    return _ask(request, case, case.body, me)


def of_person(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """What erasing a person from the register would empty; sent, it is asked for."""
    me, today = person_of(request), clock.today()
    ours = get_object_or_404(bodies_written_by(me, today), pk=body)
    return _ask(request, get_object_or_404(Person, pk=pk), ours, me)


def _ask(request: HttpRequest, about: Case | Person, body: Body, me: Person) -> HttpResponse:
    today, reasons = clock.today(), list[Reason]()
    is_case = isinstance(about, Case)
    form = AskingErasure(request.POST if request.method == "POST" else None, of_a_file=is_case)
    if form.is_valid():
        deed = deeds.AskErasing(
            in_body=body, case=about if isinstance(about, Case) else None,
            person=None if isinstance(about, Case) else about, asked_by=me, asked_on=today, **form.cleaned_data,
        )  # fmt: skip
        try:
            row = deeds.record(deed, by=me, today=today)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
        else:
            messages.success(request, _("Đã ghi đề nghị. Một lãnh đạo khác xem và quyết định."))
            return redirect("erasure", row.pk)
    return _page(
        request, about, body, form,
        title=_("Đề nghị xóa dữ liệu cá nhân"), presses=[("", _("Đề nghị xóa"))], reasons=reasons,
    )  # fmt: skip


def erasure(request: HttpRequest, pk: int) -> HttpResponse:
    """One erasure; while it waits, another than who asked erases or declines."""
    me, today = person_of(request), clock.today()
    found = get_object_or_404(read_by(me, today), pk=pk)
    about = _about(found)
    if found.outcome:
        return _page(
            request, about, found.body, None, title=_("Xóa dữ liệu cá nhân"), erasure=found
        )
    declines = request.POST.get("viec") == DECLINE
    form = DecidingErasure(request.POST if request.method == "POST" and not declines else None)
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and (declines or form.is_valid()):
        said: dict[str, Any] = {
            "erasure": found, "decided_by": me, "decided_on": today, "document": found.document
        }  # fmt: skip
        deed = deeds.DeclineErasing(**said) if declines else deeds.Erase(**said)
        try:
            deeds.record(deed, by=me, today=today)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
        else:
            messages.success(request, _("Không xóa") if declines else _("Đã xóa dữ liệu cá nhân."))
            return redirect("erasure", pk)
    return _page(
        request, about, found.body, form, title=_("Quyết định xóa dữ liệu cá nhân"), erasure=found,
        presses=[(ERASE, _("Xóa, không khôi phục được")), (DECLINE, _("Không xóa"))], reasons=reasons,
    )  # fmt: skip


def _about(found: Any) -> Case | Person:
    if found.person is not None:
        return found.person  # type: ignore[no-any-return]
    return deeds.case_of(found)


def _page(
    request: HttpRequest, about: Case | Person, body: Body, form: Any, *, title: str, **more: Any
) -> HttpResponse:
    page = erase_page(about, body, clock.today(), title=title, form=form, **more)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/erasing/erase.html", {"page": page}, status=status)
