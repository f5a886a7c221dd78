"""Bộ lọc đã lưu: keep one, share it, open a list with it, throw it away and have it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from desk.saved_filters import LISTS, KeepForm, words_of
from desk.views import person_of
from desk.worded import worded
from permissions import saved
from permissions.saved_models import SavedFilter
from registry import clock
from registry.models import Person


@dataclass(frozen=True)
class KeptRow:
    """One filter of the page: where it leads, whose it is, with whom it is shared."""

    pk: int
    name: str
    listed: str
    url: str
    mine: bool
    by: str
    shared: int | None
    shared_name: str
    opens: bool


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """My filters and those shared with me, and what I threw away."""
    return _page(request)


@require_POST
def keep(request: HttpRequest, page: str) -> HttpResponse:
    """Keep the filter that stands in the address of a list."""
    if page not in LISTS:
        raise Http404(f"No list {page}.")
    form = KeepForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Bộ lọc cần một cái tên."))
        return redirect(f"{reverse(page)}?{words_of(QueryDict(request.POST.get('query', '')))}")
    said = form.cleaned_data
    query = words_of(QueryDict(said["query"]))
    try:
        saved.keep(person_of(request), page, said["name"], query, opens=said["opens"])
    except saved.NotKept as refused:
        messages.error(request, _why(refused))
    else:
        messages.success(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": said["name"]})
    return redirect(f"{reverse(page)}?{query}")


@require_POST
def change(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """One deed on one filter; of another's only which list opens with it."""
    person, do = person_of(request), _DEEDS.get(deed)
    usable = saved.usable(person, clock.today())
    mine = SavedFilter.objects.filter(owner=person)
    found = get_object_or_404(usable if deed in _FOR_READERS else mine, pk=pk)
    if do is None:
        raise Http404(f"No deed {deed}.")
    try:
        messages.success(request, do(request, person, found))
    except saved.NotKept as refused:
        messages.error(request, _why(refused))
    return redirect("filters")


def _page(request: HttpRequest) -> HttpResponse:
    person, today = person_of(request), clock.today()
    rows = [
        KeptRow(
            one.pk, one.name, str(LISTS[one.page]), f"{reverse(one.page)}?{one.query}",
            one.owner_id == person.pk, one.owner.full_name, one.shared_with_id,
            one.shared_with.name if one.shared_with else "", one.is_default,
        )
        for one in saved.usable(person, today)
        if one.page in LISTS
    ]  # fmt: skip
    gone = SavedFilter.objects.filter(owner=person, thrown_away=True).order_by("-pk")[: saved.MOST]
    return render(
        request,
        "pages/filters.html",
        {
            "rows": rows,
            "gone": [(one.pk, one.name, LISTS[one.page]) for one in gone if one.page in LISTS],
            "bodies": list(saved.bodies_of(person, today).values_list("pk", "name")),
        },
    )


def _why(refused: saved.NotKept) -> str:
    """Every reason with what would put it right, in the language of the page."""
    return " ".join(f"{worded(one.text)} {worded(one.remedy)}" for one in refused.reasons).strip()


def _open(_request: HttpRequest, person: Person, one: SavedFilter) -> str:
    saved.open_with(person, one)
    return _("Danh sách này từ nay mở với bộ lọc “%(name)s”.") % {"name": one.name}


def _whole(_request: HttpRequest, person: Person, one: SavedFilter) -> str:
    saved.open_whole(person, one.page)
    return _("Danh sách này từ nay mở không lọc.")


def _share(request: HttpRequest, person: Person, one: SavedFilter) -> str:
    said = request.POST.get("body", "")
    body = int(said) if said.isascii() and said.isdigit() else None
    saved.share(person, one, body, clock.today())
    return _("Đã chia sẻ bộ lọc.") if body else _("Đã thôi chia sẻ bộ lọc.")


def _throw(_request: HttpRequest, _person: Person, one: SavedFilter) -> str:
    saved.throw_away(one)
    return _("Đã bỏ bộ lọc “%(name)s”; lấy lại được ở cuối trang.") % {"name": one.name}


def _back(_request: HttpRequest, _person: Person, one: SavedFilter) -> str:
    saved.have_back(one)
    return _("Đã lấy lại bộ lọc “%(name)s”.") % {"name": one.name}


_DEEDS: Mapping[str, Callable[[HttpRequest, Person, SavedFilter], str]] = {
    "mac-dinh": _open,
    "khong-mac-dinh": _whole,
    "chia-se": _share,
    "bo": _throw,
    "lay-lai": _back,
}
_FOR_READERS = ("mac-dinh", "khong-mac-dinh")
