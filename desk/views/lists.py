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
from jobs.running import open_about
from law import Reason
from registry import clock, offices
from registry.keeping import OfficeRefused
from registry.lists.in_background import LONG, about, ask, ask_to_look, deed_of, looked_over
from registry.lists.taking_in import TakeListIn
from registry.member_models import WaitingList
from registry.models import Body, Person
from reports.sheets import KIND, Column, sheet


def import_list(request: HttpRequest, code: str, body: int) -> HttpResponse:
    """Choose a list; it waits until somebody has looked it over."""
    kind, me, ours = _taking(request, code, body)
    today = clock.today()
    if (going := open_about(about(kind.deed.shape.code, ours.pk))) is not None:
        return redirect("job", going.pk)
    form = ListFile(kind.deed.shape, today, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        waiting, _new = WaitingList.objects.update_or_create(
            list_code=kind.deed.shape.code,
            body=ours,
            by=me,
            defaults={
                "file_name": said["file"].name[:200],
                "content": said["file"].read(),
                "rows": form.rows,
                "source": said["source"],
                "synced_on": said["synced_on"],
            },
        )
        if form.rows > LONG:
            return redirect("job", ask_to_look(waiting, by=request.user, today=today).pk)
        return redirect("list-preview", code, ours.pk)
    page = gathered.list_page(code, kind, ours, form, today)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/lists/import.html", {"page": page}, status=status)


def preview(request: HttpRequest, code: str, body: int) -> HttpResponse:
    """What taking the waiting list in would do; sent, it is taken in, or put away."""
    kind, me, ours = _taking(request, code, body)
    if (going := open_about(about(kind.deed.shape.code, ours.pk))) is not None:
        return redirect("job", going.pk)
    waits = WaitingList.objects.select_related("body", "by").filter(
        list_code=kind.deed.shape.code, body=ours, by=me
    )
    waiting = waits.first()
    if waiting is None:
        return redirect("list-import", code, ours.pk)
    if "away" in request.POST:
        waiting.delete()
        return redirect("list-import", code, ours.pk)
    deed, today = deed_of(waiting), clock.today()
    reasons: Sequence[Reason] = offices.reasons_against(deed, by=me, today=today)
    if waiting.rows > LONG:
        return _long_preview(request, kind, waiting, reasons)
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


def _long_preview(
    request: HttpRequest, kind: ListKind, waiting: WaitingList, reasons: Sequence[Reason]
) -> HttpResponse:
    """Of a long list a job told what taking it in would do; sent, another takes it in."""
    today = clock.today()
    if (looked := looked_over(waiting)) is None:
        return redirect("job", ask_to_look(waiting, by=request.user, today=today).pk)
    if request.method == "POST" and not reasons:
        return redirect("job", ask(waiting, by=request.user, today=today).pk)
    page = gathered.long_preview_page(kind, waiting, looked.result, reasons)
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


def _said(deed: TakeListIn) -> str:
    found = deed.comparison
    said = {"new": len(found.new), "changed": len(found.changed), "held": found.held_back}
    return _("Đã nhập: %(new)d mới, %(changed)d thay đổi, %(held)d giữ lại.") % said
