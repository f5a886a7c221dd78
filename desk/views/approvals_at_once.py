"""Several drafts passed or signed with one press: each its own deed, with its own result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases import services
from cases.models import Case
from cases.queries import visible_to
from cases.refused import KeyReused, StepRefused
from cases.routes import led_by
from cases.versions import looked_at
from cases.waiting import waiting_for
from desk.account.step_up import confirm_first
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.approvals import approval_url, approvals_page
from desk.pages.approval import BulkPage, BulkResult
from desk.pages.parts import Tag, Tone
from desk.signing_forms import SIGN, BulkForm
from desk.views import person_of
from desk.worded import worded
from law import Reason
from permissions.ways import Part
from proof.canonical import sha256
from registry import clock
from registry.models import Person
from workflows import catalogue, signing_route
from workflows.stages import Step

_DEEDS = (SIGN, signing_route.ENDORSE)


@dataclass(frozen=True)
class Chosen:
    """One draft of several, and the deed to do on it."""

    case: Case
    step: Step
    draft: int
    deed: str


@require_POST
def at_once(request: HttpRequest) -> HttpResponse:
    """Do what was chosen, draft by draft, each in a transaction of its own; show what became of each."""
    person, today = person_of(request), clock.today()
    form, said = BulkForm(request.POST), list(dict.fromkeys(request.POST.getlist("chosen")))
    if not form.is_valid() or not said:
        if not said:
            form.add_error(None, _("Chưa chọn dự thảo nào."))
        leads = bool(led_by(person, today))
        page = approvals_page(waiting_for(person, today), today, leads, form, said)
        return render(request, "pages/approvals.html", {"page": page}, status=422)
    chosen = _chosen(person, said)
    if any(chosen.values()):  # passing a draft puts one's name under it as signing does
        confirm_first(request)
    opened = looked_at(person, [one.case.pk for one in chosen.values() if one])
    key = form.cleaned_data["key"]
    rows = [_result(person, name, one, opened, key) for name, one in chosen.items()]
    page = BulkPage(rows, sum(not row.reasons for row in rows), reverse("approvals"))
    return render(request, "pages/approvals_at_once.html", {"page": page})


def _chosen(person: Person, said: list[str]) -> dict[str, Chosen | None]:
    """What each name stands for; None for what is not there, or not for this person to see."""
    parts = {name: name.split(":") for name in said}
    wanted = {one[0] for one in parts.values()}
    visible = visible_to(person, clock.today(), Part.DRAFTS).filter(reference__in=wanted)
    cases = {case.reference: case for case in visible}
    return {name: _one(cases, one) for name, one in parts.items()}


def _one(cases: dict[str, Case], parts: list[str]) -> Chosen | None:
    if len(parts) != 4 or parts[0] not in cases or parts[3] not in _DEEDS:
        return None
    case, (_ref, code, number, deed) = cases[parts[0]], parts
    step = catalogue.get(case.procedure).step(code)
    if step is None or not step.drafted or not (number.isascii() and number.isdigit()):
        return None
    return Chosen(case, step, int(number), deed)


def _result(
    person: Person, name: str, one: Chosen | None, opened: set[tuple[int, str, int]], key: str
) -> BulkResult:
    """Do one of them; a refusal is its own, and stops none of the others."""
    if one is None:
        remedy = _("Mở lại trang Chờ tôi duyệt để xem dự thảo đang chờ.")
        missing = [Reason("bulk.none", _("Không có dự thảo này."), remedy=remedy)]
        return BulkResult(name.split(":", maxsplit=1)[0], "", "", "", _refused(), _told(missing))
    reasons: list[Reason] = []
    if (one.case.pk, one.step.code, one.draft) not in opened:
        unread = _("Bạn chưa mở đúng bản này để đọc.")
        remedy = _("Mở dự thảo, đọc, rồi ký hoặc chọn lại.")
        reasons.append(Reason("bulk.unread", unread, remedy=remedy))
    else:
        reasons = _do(person, one, sha256([key, name]))
    done = Tag(_("Đã ký") if one.deed == SIGN else _("Đã ký nháy"), Tone.OK, "check")
    return BulkResult(
        ref=one.case.reference,
        title=one.case.title,
        paper=worded(one.step.label),
        url=approval_url(one.case, one.step) if reasons else case_url(one.case),
        status=_refused() if reasons else done,
        reasons=_told(reasons),
    )


def _do(person: Person, one: Chosen, key: str) -> list[Reason]:
    """Take the step through the one door; return why not, all of it."""
    signs, today = one.deed == SIGN, clock.today()
    try:
        services.take_step(
            one.case.pk,
            one.step.code if signs else one.deed,
            actor=person,
            acted_on=today,
            inputs={} if signs else {"draft": one.draft},
            key=key,
            draft=one.draft if signs else None,
            today=today,
        )
    except StepRefused as refused:
        return list(refused.reasons)
    except KeyReused as reused:
        return [Reason("door.key", str(reused), remedy=_("Mở lại trang này rồi gửi."))]
    return []


def _told(reasons: list[Reason]) -> list[Any]:
    return [words.reason(one) for one in reasons]


def _refused() -> Tag:
    return Tag(_("Không thực hiện"), Tone.LATE, "warning-circle")
