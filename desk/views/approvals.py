"""What waits for my signature, and the one page on which a draft is decided."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import services
from cases.read_models import Part
from cases.refused import KeyReused, StepRefused
from cases.versions import look, versions_of
from cases.waiting import waiting_for
from desk import reads
from desk.gathering.addresses import case_url
from desk.gathering.approval import Decision, approval_page
from desk.gathering.approvals import approvals_page
from desk.signing_forms import SIGN
from desk.views import person_of
from desk.views.steps import file_and_step
from law import Reason
from registry import clock
from workflows import drafts, signing_route


@require_safe
def approvals(request: HttpRequest) -> HttpResponse:
    """Chờ tôi duyệt."""
    person, today = person_of(request), clock.today()
    page = approvals_page(waiting_for(person, today), today)
    return render(request, "pages/approvals.html", {"page": page})


def approval(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """The page of one waiting draft; what is sent from it is signed, endorsed, returned or put again."""
    form, reasons = None, None
    if request.method == "POST" and (at := _before(request, reference, step)):
        form, reasons = _decide(request, at)
        if form is None:
            return _onwards(request, at)
    at = _before(request, reference, step)  # read after the attempt: another may have been quicker
    if at is None:
        if request.method == "POST":
            messages.warning(request, _("Dự thảo này không còn chờ: đã được ký hoặc trả lại."))
        return redirect("step", reference=reference, step=step)
    person, today = person_of(request), clock.today()
    if form and form["draft"].value() != str(
        at.number
    ):  # what was ticked was about another version
        form = at.form(today, reason=request.POST.get("reason", ""))
    reads.note(person, at.case, Part.DRAFT, step)
    page = approval_page(
        at, today, look(person, at.case, step, at.number), waiting_for(person, today),
        request.GET.get("van-ban", ""), form=form, reasons=reasons,
    )  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/approval.html", {"page": page}, status=status)


def _before(request: HttpRequest, reference: str, step: str) -> Decision | None:
    """The reader before the draft that waits for `step`; None when none waits."""
    case, file, declared = file_and_step(request, reference, step)
    if not declared.drafted or drafts.waiting(step, file.facts) is None:
        return None
    return Decision(case, file, declared, versions_of(case, step))


def _decide(request: HttpRequest, at: Decision) -> tuple[Any, list[Reason] | None]:
    """Do what was sent, through the one door. Refused: the form, and the reasons that are at no field."""
    form, deed = _form(request, at)
    if not form.is_valid():
        return form, None
    if deed == SIGN:  # who one is, confirmed a moment ago; what was sent waits meanwhile
        raise_if_reauthentication_required(request, app="")
    try:
        services.take_step(
            at.case,
            at.step.code if deed == SIGN else deed,
            actor=person_of(request),
            acted_on=form.cleaned_data.get("acted_on") or clock.today(),
            inputs=form.answers(),
            key=form.cleaned_data["key"],
            draft=form.cleaned_data["draft"],
        )
    except StepRefused as refused:
        return form, form.refuse(refused.reasons)
    except KeyReused as reused:
        return form, [Reason("door.key", str(reused), remedy=_("Mở lại trang này rồi gửi."))]
    return None, None


def _form(request: HttpRequest, at: Decision) -> tuple[Any, str]:
    """The form that was sent, and the deed whose button was pressed; no other deed is done here."""
    today, deed = clock.today(), request.POST.get("deed", "")
    if deed not in _DONE:
        raise BadRequest(f"No deed {deed!r} on a draft.")
    if deed == signing_route.ENDORSE:
        return at.endorsing(today, request.POST), deed
    return at.form(today, request.POST), deed


def _onwards(request: HttpRequest, at: Decision) -> HttpResponse:
    """Say what was done, and go on to what still waits; to the file when nothing does."""
    said = {"paper": at.step.label, "case": at.case.reference}
    messages.success(request, _DONE[request.POST["deed"]]() % said)
    more = waiting_for(person_of(request), clock.today())
    return redirect("approvals") if more else redirect(case_url(at.case))


_DONE = {
    SIGN: lambda: _("Đã ký: %(paper)s, hồ sơ %(case)s."),
    signing_route.RETURN: lambda: _("Đã trả lại dự thảo: %(paper)s, hồ sơ %(case)s."),
    signing_route.AGAIN: lambda: _("Đã đưa ra tập thể xem xét lại: %(paper)s, hồ sơ %(case)s."),
    signing_route.ENDORSE: lambda: _("Đã ký nháy: %(paper)s, hồ sơ %(case)s."),
}
