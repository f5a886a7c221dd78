"""A page of one deed of a register: its form, why it is refused, and where one goes on when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cases.refused import StepRefused
from desk.forms import ShowsRefusals
from desk.gathering import words
from desk.pages.deed import DeedPage
from desk.pages.parts import Link
from law import Reason
from registry.keeping import OfficeRefused


def answer(
    request: HttpRequest,
    page: DeedPage,
    area: Link,
    done: Callable[[dict[str, Any]], Any],
    go_on: Callable[[Any], str],
) -> HttpResponse:
    """Show the form of `page`; sent, `done` brings the deed about and `go_on` says where to go with its row."""
    form, reasons = page.form, list[Reason]()
    assert isinstance(form, ShowsRefusals)
    if request.method == "POST" and form.is_valid():
        try:
            row = done(form.cleaned_data)
        except (OfficeRefused, StepRefused) as refused:
            reasons = form.refuse(refused.reasons)
        else:
            messages.success(request, _("Đã ghi."))
            return redirect(go_on(row))
    told: Sequence[Any] = [words.reason(one) for one in reasons]
    status = 422 if request.method == "POST" else 200
    said = {"page": replace(page, reasons=told), "area": area}
    return render(request, "pages/deed.html", said, status=status)


def sent(request: HttpRequest) -> Any:
    """What was sent, or nothing yet: an empty post counts as one."""
    return request.POST if request.method == "POST" else None
