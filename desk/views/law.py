"""Quy định: reading the law, proposing a row read in the full text, and the second person's answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

import law
from cases import adoptions
from cases.adoptions import AdoptionRefused
from cases.models import LawProposal
from desk.account.step_up import confirm_first
from desk.gathering import adoptions as gathered
from desk.gathering import law as lists
from desk.gathering import words
from desk.gathering.law_rule import rule_page
from desk.gathering.law_words import rule_url
from desk.law_forms import Declining, Known, LawRowForm, LookedAt
from desk.pages.law import ProposalPage, ProposePage, SimulationView
from desk.views import person_of
from desk.worded import worded
from law import Reason, adoption
from registry import clock
from registry.models import Person


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule, by chapter."""
    person_of(request)
    page = lists.law_page(clock.today(), request.GET)
    return render(request, "pages/law/rules.html", {"page": page})


@require_safe
def gaps(request: HttpRequest) -> HttpResponse:
    """What is still to be read in full."""
    person_of(request)
    return render(request, "pages/law/gaps.html", {"page": lists.gaps_page(clock.today())})


@require_safe
def adopted(request: HttpRequest) -> HttpResponse:
    """Proposals and the site's law versions."""
    person_of(request)
    page = gathered.adoptions_page(clock.today())
    return render(request, "pages/law/adoptions.html", {"page": page})


@require_safe
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """One rule with its history, its uses, and what was given for single files."""
    person = person_of(request)
    _known_rule(rule)
    page = rule_page(rule, person, clock.today())
    return render(request, "pages/law/rule.html", {"page": page})


def propose(request: HttpRequest, rule: str) -> HttpResponse:
    """The form of a proposal; sent once it shows the simulation, sent again it is recorded."""
    person, today = person_of(request), clock.today()
    known = _known(request, rule, today)
    posted = request.method == "POST"
    form = LawRowForm(known, request.POST if posted else None, request.FILES if posted else None)
    may = adoptions.post_of(person, today) is not None
    reasons = [] if may else list(adoptions.not_authorised(None))
    shown: dict[str, Any] = {}
    if posted and may and form.is_valid():
        row = form.row()
        try:
            proposal = adoptions.propose(row, by=person, mark=form.cleaned_data["seen"])
        except AdoptionRefused as refused:
            reasons = [one for one in refused.reasons if one.rule != "adoption.seen"]
        else:
            messages.success(request, _("Đã ghi đề nghị; người thứ hai xem và xác nhận."))
            return redirect("law-proposal", pk=proposal.pk)
        shown = {} if reasons else _simulated(row, person, today)
        form = _looked_at(known, request, form, shown)
    page = ProposePage(
        title=worded(known.rule.label_vi),
        rule=rule,
        rule_url=rule_url(rule),
        form=form,
        facts=gathered.standing_facts(known.row),
        reasons=[words.reason(reason) for reason in reasons],
        may=may,
        **{name: value for name, value in shown.items() if name != "mark"},
    )
    return render(
        request,
        "pages/law/propose.html",
        {"page": page},
        status=422 if posted and not shown else 200,
    )


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposal before its second person: simulate anew, then confirm or decline."""
    person, today = person_of(request), clock.today()
    held = get_object_or_404(gathered.proposals(), pk=pk)
    row, fresh, mark = adoptions.row_of(held), None, ""
    reasons: list[Reason] = list(adoptions.reasons_to_wait(held, by=person, today=today))
    declining = Declining(request.POST if "decline" in request.POST else None)
    status = 200
    if request.method == "POST":
        try:
            if "decline" in request.POST and declining.is_valid():
                said = declining.cleaned_data["reason"]
                adoptions.decline(held, by=person, reason=said)
                messages.success(request, _("Đã ghi: không xác nhận."))
                return redirect("law-proposal", pk=pk)
            if "confirm" in request.POST:
                confirm_first(request)
                answer = adoptions.confirm(held, by=person, mark=request.POST.get("seen", ""))
                said = _("Đã đưa vào phiên bản luật số %(n)d; áp dụng cho mọi phán quyết từ nay.")
                messages.success(request, said % {"n": answer.number})
                return redirect("law-rule", rule=held.rule)
        except AdoptionRefused as refused:
            reasons, status = list(refused.reasons), 422
        if not [one for one in reasons if one.rule != "adoption.seen"]:
            shown = _simulated(row, person, today)
            fresh, mark = shown["simulation"], shown["mark"]
    page = _proposal_page(held, row, person, today, reasons, fresh, mark, declining)
    return render(request, "pages/law/proposal.html", {"page": page}, status=status)


@require_safe
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan in which the row was read, exactly as it was handed in."""
    person_of(request)
    held = get_object_or_404(LawProposal.objects.select_related("scan"), pk=pk)
    answer = HttpResponse(bytes(held.scan.content), content_type=held.scan.kind)
    ending = held.scan.kind.partition("/")[2]
    answer["Content-Disposition"] = f'attachment; filename="{held.scan_id[:16]}.{ending}"'
    return answer


def _proposal_page(
    held: LawProposal,
    row: adoption.Adoption,
    person: Person,
    today: date,
    reasons: list[Reason],
    fresh: SimulationView | None,
    mark: str,
    declining: Declining,
) -> ProposalPage:
    return ProposalPage(
        title=worded(law.book().parameter(held.rule).label_vi),
        rule=held.rule,
        rule_url=rule_url(held.rule),
        state=gathered.proposal_state(held),
        kind=gathered.kind_in_words(held.kind),
        before=held.replaces,
        after=gathered.after_words(row),
        facts=gathered.row_facts(row),
        scan_url=reverse("law-scan", args=[held.pk]),
        simulation=gathered.simulation_view(held.simulation, person, today),
        seen_by=gathered.seen_by(held),
        reasons=[words.reason(reason) for reason in reasons],
        fresh=fresh,
        form=LookedAt({"seen": mark}) if fresh else None,
        declining=declining,
        answered=gathered.answer_facts(held),
    )


def _simulated(row: adoption.Adoption, person: Person, today: date) -> dict[str, Any]:
    """What the row would change, for the page, and the mark of exactly this result."""
    found = adoptions.simulated(row, today)
    before, after = gathered.both_sides(law.book(), row)
    return {
        "kind": gathered.kind_in_words(adoption.kind(law.book(), row)),
        "before": before,
        "after": after,
        "simulation": gathered.simulation_view(found, person, today),
        "mark": adoptions.seen(row, found),
    }


def _looked_at(
    known: Known, request: HttpRequest, form: LawRowForm, shown: dict[str, Any]
) -> LawRowForm:
    """The same form again, which now remembers the scan and what was shown."""
    data = request.POST.copy()
    data["kept"], data["seen"] = form.scan_sha256, shown.get("mark", "")
    again = LawRowForm(known, data)
    again.is_valid()
    return again


def _known(request: HttpRequest, rule: str, today: date) -> Known:
    book, parameter = law.book(), _known_rule(rule)
    layer = request.GET.get("noi") or None
    try:
        start = date.fromisoformat(request.GET.get("tu", ""))
    except ValueError:
        start = today
    return Known(book, parameter, book.row(rule, start, layer), start)


def _known_rule(rule: str) -> Any:
    try:
        return law.book().parameter(rule)
    except law.UnknownRule as unknown:
        raise Http404(str(unknown)) from unknown
