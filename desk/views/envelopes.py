"""Phong bì danh tính: take one in, hand it over, ask to know who sent it, agree, and look."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_safe

from desk.account.step_up import confirm_first
from desk.envelope_forms import IDENTITY, ON_PAGES, OnEnvelope, ReceiveForm, form_of
from desk.gathering import envelope_words as told
from desk.gathering import envelopes as gathered
from desk.gathering import words
from desk.gathering.envelope_opening import Before, answered, opening_page
from desk.pages.envelope import EnvelopeDeedPage
from desk.views import person_of
from desk.worded import worded
from permissions.vault import services
from permissions.vault.chain import Said
from permissions.vault.deeds import Deed
from permissions.vault.models import Envelope
from permissions.vault.refusals import VaultRefused
from permissions.vault.rights import KEEPS, KNOWS, bodies_of, visible_to
from proof.reader import as_the_system
from registry import clock
from registry.models import Person


@require_safe
def envelopes(request: HttpRequest) -> HttpResponse:
    """The envelopes of the bodies in which I may know of them; for others there is no such page."""
    person, today = person_of(request), clock.today()
    if not bodies_of(person, today, KNOWS):
        raise Http404("No envelopes for this person.")
    page = gathered.envelopes_page(person, today, request.GET)
    return render(request, "pages/envelope/list.html", {"page": page})


@sensitive_post_parameters(*IDENTITY)
@sensitive_variables("form", "identity")
def receive(request: HttpRequest) -> HttpResponse:
    """Take in a sealed envelope; where the vault is on, seal who sent it as well."""
    person, today = person_of(request), clock.today()
    bodies = bodies_of(person, today, KEEPS)
    if not bodies:
        raise Http404("This person takes no envelopes in.")
    sent = request.POST if request.method == "POST" else None
    form = ReceiveForm(bodies, today, sent, seals=settings.IDENTITY_VAULT)
    reasons = []
    if sent and form.is_valid():
        said, typed = _said(form, Deed.RECEIVE, person, today), form.cleaned_data
        try:
            envelope = services.receive(
                said,
                body=typed["body"],
                number=typed["number"],
                source=typed["source"],
                identity=form.identity(),
            )
        except VaultRefused as refused:
            reasons = form.refuse(refused.reasons)
        else:
            said_so = _("Đã nhận phong bì, bí danh %(alias)s. Từ nay chỉ dùng bí danh này.")
            messages.success(request, said_so % {"alias": envelope.alias})
            return redirect(gathered.envelope_url(envelope))
    page = EnvelopeDeedPage(
        title=worded(Deed.RECEIVE.label),
        sentence=_(
            "Ghi phong bì giấy đã dán kín: số, người giữ, nơi giữ; không ghi tên ai vào đây."
        ),
        press=_("Ghi nhận phong bì"),
        form=form,
        back_url=reverse("envelopes"),
        vault=gathered.vault_words(),
        reasons=[words.reason(one) for one in reasons],
    )
    return render(
        request, "pages/envelope/receive.html", {"page": page}, status=422 if sent else 200
    )


@require_safe
def envelope(request: HttpRequest, pk: int) -> HttpResponse:
    """One envelope with its history."""
    person, today = person_of(request), clock.today()
    page = gathered.envelope_page(_with_what_is_sealed(person, today, pk), person, today)
    return render(request, "pages/envelope/envelope.html", {"page": page})


def take_deed(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """One deed with an envelope: handing over, opening or destroying the paper, asking, erasing."""
    person, today = person_of(request), clock.today()
    held, wanted = _known(person, today, pk), _deed(deed)
    sent = request.POST if request.method == "POST" else None
    form, reasons = form_of(wanted, held.body, today, sent), []
    if sent and form.is_valid():
        said = _said(form, wanted, person, today)
        try:
            if wanted is Deed.ASK:
                made = services.ask(held, said)
            elif wanted is Deed.ERASE:
                made = services.erase(held, said)
            else:
                made = services.record(held, said)
        except VaultRefused as refused:
            reasons = form.refuse(refused.reasons)
        else:
            messages.success(
                request, _("Đã ghi vào lịch sử phong bì %(alias)s.") % {"alias": held.alias}
            )
            if wanted is Deed.ASK:
                return redirect(gathered.opening_url(held, made.sequence))
            return redirect(gathered.envelope_url(held))
    page = EnvelopeDeedPage(
        title=worded(wanted.label),
        sentence=told.deed_sentence(wanted),
        press=told.deed_press(wanted),
        form=form,
        back_url=gathered.envelope_url(held),
        alias=held.alias,
        warning=told.deed_warning(wanted),
        reasons=[words.reason(one) for one in reasons],
    )
    return render(request, "pages/envelope/deed.html", {"page": page}, status=422 if sent else 200)


@sensitive_variables("identity", "page")
def opening(request: HttpRequest, pk: int, ask: int) -> HttpResponse:
    """One request to see an identity: answered by another; the one who asked looks, each look noted.

    The identity stands in the answer to that one press and nowhere else: no session, no message,
    no address holds it.
    """
    person, today = person_of(request), clock.today()
    at = Before(_known(person, today, pk), ask, person, today)
    if not at.exists:
        raise Http404("No such request.")
    identity, form, reasons = None, None, []
    if request.method == "POST":
        deed = _pressed(request)
        if deed in {Deed.APPROVE, Deed.LOOK}:
            confirm_first(request)
        try:
            if deed is Deed.LOOK:
                identity = services.look(at.envelope, at.said(request.POST, Deed.LOOK))
            else:
                form, reasons, done = answered(at, request.POST, deed)
                if done:
                    messages.success(request, _("Đã ghi trả lời."))
                    return redirect(gathered.opening_url(at.envelope, ask))
        except VaultRefused as refused:
            reasons = list(refused.reasons)
    page = opening_page(at, form=form, reasons=reasons, identity=identity)
    refused_it = request.method == "POST" and identity is None
    return render(
        request, "pages/envelope/opening.html", {"page": page}, status=422 if refused_it else 200
    )


def _known(person: Person, today: date, pk: int) -> Envelope:
    return get_object_or_404(visible_to(person, today).select_related("body"), pk=pk)


@as_the_system()  # its page checks the chain: whether something is sealed there, never what
def _with_what_is_sealed(person: Person, today: date, pk: int) -> Envelope:
    return get_object_or_404(visible_to(person, today).select_related("body", "identity"), pk=pk)


def _deed(slug: str) -> Deed:
    found = next((deed for deed in ON_PAGES if deed.value.replace("_", "-") == slug), None)
    if found is None:
        raise Http404("No such deed.")
    return found


def _pressed(request: HttpRequest) -> Deed:
    for deed in (Deed.APPROVE, Deed.DECLINE, Deed.WITHDRAW, Deed.LOOK):
        if deed.value in request.POST:
            return deed
    raise BadRequest("No deed was pressed.")


def _said(form: OnEnvelope, deed: Deed, person: Person, today: date) -> Said:
    typed = form.cleaned_data
    return Said(
        deed,
        person,
        typed.get("acted_on") or today,
        typed["key"],
        words=form.words(),
        custodian=typed.get("custodian"),
    )
