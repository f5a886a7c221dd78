"""The wet-signed original of a paper: its scan handed in and opened, and where the paper lies."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.read_models import ReadPart
from desk import reads
from desk.gathering import words
from desk.gathering.papers import visible_paper
from desk.original_forms import KeepOriginal, MoveOriginal, OriginalForm
from desk.pages.books import BookDeedPage
from desk.pages.parts import Link
from desk.views import person_of
from documents.books import keeps_books
from documents.drafting import PaperRefused
from documents.models import Original
from registry import clock


@require_safe
def scan(request: HttpRequest, paper: int, pk: int) -> HttpResponse:
    """The stored bytes of one scan."""
    held = _held(request, paper)
    kept = get_object_or_404(Original, pk=pk, paper=paper)
    reads.note(person_of(request), held.case, ReadPart.DOWNLOAD, "bản gốc", paper=paper)
    answer = HttpResponse(bytes(kept.scan), content_type=kept.kind)
    answer["Content-Disposition"] = content_disposition_header(True, kept.name)
    return answer


def new(request: HttpRequest, paper: int) -> HttpResponse:
    """Hand in the scan of the original, held against the print."""
    sentence = _("Bản đã ký, đóng dấu là bản gốc; bản chụp và nơi giữ được ghi một lần, không sửa.")
    return _deed(
        request, paper, KeepOriginal, _("Bản chụp bản gốc"), sentence,
        _("Đã lưu bản chụp bản gốc."),
    )  # fmt: skip


def move(request: HttpRequest, paper: int) -> HttpResponse:
    """Record that the original lies elsewhere."""
    sentence = _("Nơi giữ cũ vẫn xem được; chỉ ghi thêm nơi giữ mới.")
    return _deed(
        request, paper, MoveOriginal, _("Chuyển nơi giữ bản gốc"), sentence,
        _("Đã ghi nơi giữ mới."),
    )  # fmt: skip


def _deed(
    request: HttpRequest, paper: int, kind: type[OriginalForm], title: str, sentence: str, done: str
) -> HttpResponse:
    person, today = person_of(request), clock.today()
    held = _held(request, paper)
    if not keeps_books(person, held.paper.body, today):
        raise Http404("Does not keep the originals of this body.")
    sent = request.method == "POST"
    form: Any = kind(
        held.paper, request.POST if sent else None, request.FILES if sent else None, today, person
    )
    reasons = []
    if form.is_valid():
        try:
            form.record()
        except PaperRefused as refused:
            reasons = form.refuse(refused.reasons)
        else:
            messages.success(request, done)
            return redirect("paper", paper=paper)
    page = BookDeedPage(
        title=title,
        sentence=sentence,
        form=form,
        press=_("Ghi"),
        back=Link(held.paper.number_text or held.paper.title, reverse("paper", args=[paper])),
        reasons=[words.reason(one) for one in reasons],
    )
    return render(
        request, "pages/books/deed.html", {"page": page}, status=422 if form.is_bound else 200
    )


def _held(request: HttpRequest, paper: int) -> Any:
    """The paper in its file; to whom the file is about, and to whoever may not open it, there is none."""
    held = get_object_or_404(visible_paper(person_of(request), clock.today(), paper))
    if held.is_own:
        raise Http404("The original is not theirs to see.")
    return held
