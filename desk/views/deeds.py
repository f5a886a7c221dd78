"""One page for one deed of the register: its form; sent, the deed is written, or everything against it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from desk.gathering import words
from desk.pages.deed import DeedPage
from desk.pages.parts import Fact, Link
from law import Reason
from registry import clock, offices
from registry.deeds import Deed
from registry.keeping import OfficeRefused
from registry.models import Body, Person


def sent(request: HttpRequest) -> Any:
    """What was sent, for a form; None where nobody sent anything yet."""
    return request.POST if request.method == "POST" else None


def one_of(bodies: Iterable[Body], pk: int) -> Body:
    """The body of that number among those by which somebody may write; 404 where it is none of them."""
    found = next((one for one in bodies if one.pk == pk), None)
    if found is None:
        raise Http404("Not a body by which this person writes it.")
    return found


def deed_page(
    request: HttpRequest, form: Any, deed_of: Callable[[dict[str, Any]], Deed], me: Person, *,
    title: str, sentence: str, about: str, back: Link, facts: Sequence[Fact] = (), warning: str = "", then: str = "",
) -> HttpResponse:  # fmt: skip
    """Answer with the page; once the deed is written go `then`, or `back`."""
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        try:
            offices.record(deed_of(form.cleaned_data), by=me, today=clock.today())
            messages.success(request, _("Đã ghi."))
            return redirect(then or back.url)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    page = DeedPage(
        title=title,
        sentence=sentence,
        body=about,
        back_url=back.url,
        form=form,
        press=_("Ghi lại"),
        reasons=[words.reason(one) for one in reasons],
        facts=facts,
        warning=warning,
    )
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/deed.html", {"page": page, "area": back}, status=status)
