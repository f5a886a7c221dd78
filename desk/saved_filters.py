"""Filters kept under a name beside a long list: the bar above it, and the opening with the one chosen for that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.gathering.leaves import AFTER, BEFORE
from desk.views import person_of
from permissions.saved import usable
from registry import clock

#: The lists whose filters may be kept, by the name of their address.
LISTS = {
    "worklist": _("Việc của tôi"),
    "cases": _("Hồ sơ vụ việc"),
    "members": _("Danh sách đảng viên"),
    "papers": _("Sổ văn bản"),
    "petitions": _("Sổ đơn, thư đến"),
}
#: How an address says: the whole list, whatever filter it usually opens with.
WHOLE = "tat-ca"
LONGEST = 500


class KeepForm(forms.Form):
    """A name for the filter that stands in the address."""

    name = forms.CharField(label=_("Tên bộ lọc"), max_length=80)
    query = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST, required=False)
    opens = forms.BooleanField(label=_("Mở danh sách này với bộ lọc ấy"), required=False)


@dataclass(frozen=True)
class KeptFilter:
    """One filter of the bar; `by` names its owner where it is another's."""

    name: str
    url: str
    chosen: bool
    opens: bool
    by: str = ""


@dataclass(frozen=True)
class SavedBar:
    """What stands beside the filters of one list; without `form` there is nothing to keep."""

    filters: Sequence[KeptFilter]
    whole_url: str
    form: KeepForm | None
    action: str


def words_of(asked: QueryDict) -> str:
    """What of an address narrows its list, as it may be kept; empty where nothing does."""
    kept = asked.copy()
    for name in (AFTER, BEFORE, WHOLE):
        kept.pop(name, None)
    for name in [one for one in kept if not any(kept.getlist(one))]:
        kept.pop(name)
    said = kept.urlencode()
    return said if len(said) <= LONGEST else ""


def with_saved_filters(page: str) -> Callable[[Callable[..., HttpResponse]], Any]:
    """Let a list keep filters under names, and open with the one its reader chose. One statement."""

    def around(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, **parts: Any) -> HttpResponse:
            said = words_of(request.GET)
            found = list(usable(person_of(request), clock.today()).filter(page=page))
            first = next((one for one in found if one.is_default), None)
            if first and not request.GET:
                return redirect(f"{request.path}?{first.query}")
            me = person_of(request)
            request.saved = SavedBar(  # type: ignore[attr-defined]
                [
                    KeptFilter(
                        one.name,
                        f"?{one.query}",
                        one.query == said,
                        one.is_default,
                        "" if one.owner_id == me.pk else one.owner.full_name,
                    )
                    for one in found
                ],
                f"?{WHOLE}=1" if first else "?",
                KeepForm(initial={"query": said}, auto_id="luu-%s") if said else None,
                reverse("filter-keep", kwargs={"page": page}),
            )
            return view(request, **parts)

        return opened

    return around
