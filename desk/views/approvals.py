"""What waits for my signature, and the one page on which a draft is decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import services
from cases.read_models import ReadPart
from cases.refused import KeyReused, StepRefused
from cases.routes import led_by
from cases.versions import look, versions_of
from cases.waiting import waiting_for
from desk import reads
from desk.account.step_up import confirm_first
from desk.gathering.addresses import case_url
from desk.gathering.approval import Decision, approval_page
from desk.gathering.approvals import approval_url, approvals_page
from desk.gathering.signatures import to_sign
from desk.signing_forms import SIGN, SideForm
from desk.views import person_of
from desk.views.steps import file_and_step
from desk.worded import worded
from law import Reason
from registry import clock
from workflows import drafts, signing_route


@require_safe
def approvals(request: HttpRequest) -> HttpResponse:
    """Chờ tôi duyệt."""
    person, today = person_of(request), clock.today()
    page = approvals_page(
        waiting_for(person, today), today, bool(led_by(person, today)), to_sign=to_sign(person)
    )
    return render(request, "pages/approvals.html", {"page": page})


def approval(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """The page of one waiting draft; what is sent from it is one deed on it, done through the one door."""
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
    deed = request.POST.get("deed", "")
    others = at.beside(today, deed) if isinstance(form, SideForm) else None
    if form and others is not None:
        others = [replace(one, form=form) if one.deed == deed else one for one in others]
        form = None
    if form and form["draft"].value() != str(
        at.number
    ):  # what was ticked was about another version
        form = at.form(today, reason=request.POST.get("reason", ""))
    reads.note(person, at.case, ReadPart.DRAFT, step)
    page = approval_page(
        at, today, look(person, at.case, step, at.number), waiting_for(person, today),
        request.GET.get("van-ban", ""), form=form, reasons=reasons,
        others=others,
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
    if deed in (SIGN, signing_route.ENDORSE):
        confirm_first(request)
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
    if deed in _BESIDE and not (at.signs and deed in _DECIDED):
        steps = at.file.procedure.steps
        if deed not in steps:
            raise BadRequest(f"No deed {deed!r} on this draft.")
        return next(
            one.form for one in at.beside(today, deed, request.POST) if one.deed == deed
        ), deed
    return at.form(today, request.POST), deed


def _onwards(request: HttpRequest, at: Decision) -> HttpResponse:
    """Say what was done, and go on to what still waits; to the file when nothing does."""
    said = {"paper": worded(at.step.label), "case": at.case.reference}
    messages.success(request, _DONE[request.POST["deed"]]() % said)
    if request.POST["deed"] == signing_route.ASK:
        return redirect(approval_url(at.case, at.step))
    if request.POST["deed"] == SIGN and (files := to_sign(person_of(request), at.case)):
        return redirect(files[0].url)  # what was just signed: its file waits for the same hand
    more = waiting_for(person_of(request), clock.today())
    return redirect("approvals") if more else redirect(case_url(at.case))


_DONE = {
    SIGN: lambda: _("Đã ký: %(paper)s, hồ sơ %(case)s."),
    signing_route.RETURN: lambda: _("Đã trả lại dự thảo: %(paper)s, hồ sơ %(case)s."),
    signing_route.AGAIN: lambda: _("Đã đưa ra tập thể xem xét lại: %(paper)s, hồ sơ %(case)s."),
    signing_route.ENDORSE: lambda: _("Đã ký nháy: %(paper)s, hồ sơ %(case)s."),
    signing_route.COLLECTIVE: lambda: _("Đã ghi ý kiến tập thể: %(paper)s, hồ sơ %(case)s."),
    signing_route.DECLINE: lambda: _("Không phê duyệt: %(paper)s, hồ sơ %(case)s."),
    signing_route.WITHDRAW: lambda: _("Đã rút dự thảo: %(paper)s, hồ sơ %(case)s."),
    signing_route.ASK: lambda: _("Đã xin ý kiến: %(paper)s, hồ sơ %(case)s."),
    signing_route.GIVE: lambda: _("Đã gửi ý kiến: %(paper)s, hồ sơ %(case)s."),
    signing_route.REASSIGN: lambda: _("Đã giao lại: %(paper)s, hồ sơ %(case)s."),
}
#: Deeds with a form of their own; those that a signer decides on the signer's form.
_DECIDED = (signing_route.RETURN, signing_route.DECLINE)
_BESIDE = (
    signing_route.COLLECTIVE,
    signing_route.ASK,
    signing_route.GIVE,
    signing_route.REASSIGN,
    signing_route.WITHDRAW,
    *_DECIDED,
)
