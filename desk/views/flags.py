"""Dấu hiệu chờ xem xét: what the registers raise, a person's decision with its reason, a proposal taken in."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import proposals
from cases.flagged import open_flag
from cases.refused import KeyReused, StepRefused
from desk.flag_forms import Decision, TakeIn
from desk.gathering import flags as gathered
from desk.gathering.addresses import case_url
from desk.pages.deed import DeedPage
from desk.pages.parts import Link
from desk.views import person_of, register_deeds
from law import Reason
from registry import clock, offices
from registry.flag_models import FlagDecision
from registry.flags.deciding import DecideFlag, committees_above, deciding_bodies, units_decided_by
from registry.keeping import OfficeRefused
from registry.models import Person


@require_safe
def flags(request: HttpRequest) -> HttpResponse:
    """What I may decide about; whoever decides nothing and takes nothing in has no such page."""
    me, today = person_of(request), clock.today()
    bodies = deciding_bodies(me, today)
    if not bodies and not proposals.receiving(me, today).exists():
        raise Http404("No post that decides about flags.")
    page = gathered.flags_page(me, bodies, today, request.GET)
    return render(request, "pages/flags/list.html", {"page": page})


def decide(request: HttpRequest, body: int) -> HttpResponse:
    """A proposal, or none, about one open flag, for one of my bodies."""
    me, today = person_of(request), clock.today()
    bodies = deciding_bodies(me, today)
    ours = next((one for one in bodies if one.pk == body), None)
    source = request.GET.get("nguon", "")
    units = units_decided_by(bodies, today) if ours else set()
    flag = open_flag(me, today, units, source)
    if ours is None or flag is None:
        return _decided_already(me, source)
    form = Decision(committees_above(flag.unit, today), register_deeds.sent(request))
    page = DeedPage(
        title=_("Quyết định về dấu hiệu"),
        sentence=_(
            "Đề nghị đưa dấu hiệu đến ủy ban kiểm tra xem xét; không tự mở hồ sơ, không kết luận ai vi phạm."
        ),
        body=ours.name,
        back_url=reverse("flags"),
        form=form,
        press=_("Ghi quyết định"),
        facts=gathered.facts_of(flag),
    )

    def done(said: dict[str, Any]) -> FlagDecision:
        deed = DecideFlag(
            document="", flag=flag, in_body=ours, decided_by=me, decided_on=today, **said
        )
        try:
            return offices.record(deed, by=me, today=today)
        except IntegrityError:  # another body of the line decided while this form was open
            raise OfficeRefused(
                [
                    Reason(
                        "flag.decided",
                        _("Dấu hiệu này đã có quyết định."),
                        remedy=_("Xem quyết định đã ghi."),
                    )
                ]
            ) from None

    return register_deeds.answer(
        request, page, _area(), done, lambda row: reverse("flag-decision", args=[row.pk])
    )


def _decided_already(me: Person, source: str) -> HttpResponse:
    """Whoever comes late to a flag they may read finds what was decided; 404 otherwise."""
    found = get_object_or_404(proposals.readable(me, clock.today()), source=source)
    return redirect("flag-decision", found.pk)


@require_safe
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """What was decided about one flag."""
    me, found = _read(request, pk)
    page = gathered.decision_page(found, me, clock.today())
    return render(request, "pages/flags/decision.html", {"page": page})


def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """A proposal becomes a line of the committee's book and a file of intake."""
    me, found = _read(request, pk)
    today = clock.today()
    if found.to is None or not proposals.receiving(me, today).filter(pk=found.to.pk).exists():
        raise Http404("Not proposed to a body whose book this person keeps.")
    if proposals.taken(found):
        return redirect("flag-decision", pk)
    summary = f"{found.flagged}\n{found.reason}"
    form = TakeIn(today, register_deeds.sent(request), summary=summary, key=uuid4().hex)
    page = DeedPage(
        title=_("Tiếp nhận đề nghị"),
        sentence=_(
            "Đề nghị được vào sổ như nguồn thông tin qua kiểm tra, giám sát; rồi phân loại như mọi nguồn khác."
        ),
        body=found.to.name,
        back_url=reverse("flag-decision", args=[pk]),
        form=form,
        press=_("Tiếp nhận, vào sổ"),
    )

    def done(said: dict[str, Any]):
        key = said.pop("key")
        try:
            return proposals.take_in(found, actor=me, today=today, said=said, key=key)
        except KeyReused as reused:
            raise StepRefused(
                [Reason("door.key", str(reused), remedy=_("Mở lại trang này rồi gửi."))]
            ) from None

    return register_deeds.answer(request, page, _area(), done, case_url)


def _area() -> Link:
    return Link(_("Dấu hiệu chờ xem xét"), reverse("flags"))


def _read(request: HttpRequest, pk: int) -> tuple[Person, FlagDecision]:
    """Me, and a decision I read; 404 for any other."""
    me = person_of(request)
    rows = proposals.readable(me, clock.today())
    return me, get_object_or_404(rows.select_related("person", "unit", "body", "to", "by"), pk=pk)
