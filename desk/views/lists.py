"""Nhập danh sách: a file chosen, looked over, and taken in by the deed of its kind."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.gathering import lists as gathered
from desk.list_forms import ListFile
from desk.lists import LISTS, ListKind
from desk.views import person_of
from law import Reason
from registry import clock, offices
from registry.keeping import OfficeRefused
from registry.lists.taking_in import TakeListIn
from registry.member_models import WaitingList
from registry.models import Body, Person
from reports.sheets import KIND, Column, sheet


def import_list(request: HttpRequest, code: str, body: int) -> HttpResponse:
    """Choose a list; it waits until somebody has looked it over."""
    kind, me, ours = _taking(request, code, body)
    today = clock.today()
    form = ListFile(kind.deed.shape, today, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        WaitingList.objects.update_or_create(
            list_code=kind.deed.shape.code,
            body=ours,
            by=me,
            defaults={
                "file_name": said["file"].name[:200],
                "content": said["file"].read(),
                "source": said["source"],
                "synced_on": said["synced_on"],
            },
        )
        return redirect("list-preview", code, ours.pk)
    page = gathered.list_page(code, kind, ours, form, today)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/lists/import.html", {"page": page}, status=status)


def preview(request: HttpRequest, code: str, body: int) -> HttpResponse:
    """What taking the waiting list in would do; sent, it is taken in, or put away."""
    kind, me, ours = _taking(request, code, body)
    waits = WaitingList.objects.filter(list_code=kind.deed.shape.code, body=ours, by=me)
    waiting = waits.first()
    if waiting is None:
        return redirect("list-import", code, ours.pk)
    if "away" in request.POST:
        waiting.delete()
        return redirect("list-import", code, ours.pk)
    deed, today = _deed(kind, waiting, me), clock.today()
    reasons: Sequence[Reason] = offices.reasons_against(deed, by=me, today=today)
    if request.method == "POST":
        try:
            offices.record(deed, by=me, today=today)
            waiting.delete()
            messages.success(request, _said(deed))
            return redirect(kind.area[0])
        except OfficeRefused as refused:
            reasons = refused.reasons
    page = gathered.preview_page(kind, waiting, deed.comparison, reasons)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/lists/preview.html", {"page": page}, status=status)


@require_safe
def template(request: HttpRequest, code: str) -> HttpResponse:
    """An empty list with its columns, to be filled in Excel."""
    person_of(request)
    kind = _kind(code)
    columns = [Column(one, 22) for one in kind.deed.shape.names]
    content = sheet(kind.deed.title, columns, [], "")
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="danh-sach-{code}.xlsx"'
    return answer


def _taking(request: HttpRequest, code: str, body: int) -> tuple[ListKind, Person, Body]:
    """A kind of list, me, and a body that takes such lists through me; 404 for any other."""
    kind, me = _kind(code), person_of(request)
    return kind, me, get_object_or_404(kind.bodies(me, clock.today()), pk=body)


def _kind(code: str) -> ListKind:
    if code not in LISTS:
        raise Http404("No list of that kind.")
    return LISTS[code]


def _deed(kind: ListKind, waiting: WaitingList, me: Person) -> TakeListIn:
    return kind.deed(
        document=waiting.source,
        in_body=waiting.body,
        taken_by=me,
        content=bytes(waiting.content),
        file_name=waiting.file_name,
        synced_on=waiting.synced_on,
    )


def _said(deed: TakeListIn) -> str:
    found = deed.comparison
    said = {"new": len(found.new), "changed": len(found.changed), "held": found.held_back}
    return _("Đã nhập: %(new)d mới, %(changed)d thay đổi, %(held)d giữ lại.") % said
