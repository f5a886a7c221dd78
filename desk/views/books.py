"""Sổ số: the books, one of them number by number, what is entered by hand, and a book as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import read_log
from cases.models import Case
from cases.read_models import ReadPart
from desk import book_forms
from desk.book_filters import NumberFilters
from desk.gathering import books as gathered
from desk.gathering import words
from desk.pages.books import BookDeedPage
from desk.pages.export import ExportPage
from desk.pages.parts import Link
from desk.views import person_of
from desk.views.exports import MOST, Purpose, watermark
from documents.books import in_book, keeps_books
from documents.drafting import PaperRefused
from documents.models import NumberBook
from registry import clock
from registry.models import Body
from reports.sheets import KIND, Column, sheet


@require_safe
def books(request: HttpRequest) -> HttpResponse:
    """The books of the bodies in which I work; for others there is no such page."""
    person, today = person_of(request), clock.today()
    if not gathered.bodies_read(person, today).exists():
        raise Http404("No number books for this person.")
    page = gathered.books_page(person, today, request.GET)
    return render(request, "pages/books/list.html", {"page": page})


@require_safe
def book(request: HttpRequest, pk: int) -> HttpResponse:
    """One book with every number in order."""
    page = gathered.book_page(_found(request, pk), person_of(request), clock.today(), request.GET)
    return render(request, "pages/books/one.html", {"page": page})


def open_one(request: HttpRequest, body: int) -> HttpResponse:
    """Open a book that goes on from papers numbered elsewhere."""
    person, today = person_of(request), clock.today()
    found = get_object_or_404(Body, pk=body)
    if not keeps_books(person, found, today):
        raise Http404("Does not keep the books of this body.")
    form = book_forms.OpenBook(_sent(request), today)
    page = BookDeedPage(
        title=_("Mở sổ"),
        sentence=found.name,
        form=form,
        press=_("Mở sổ"),
        back=Link(_("Sổ số"), reverse("number-books")),
    )
    return _do(request, page, lambda: form.record(found, person), lambda _n: _("Đã mở sổ."))


def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the next number for a paper written elsewhere."""
    found = _kept_book(request, pk)
    form = book_forms.KeepNumber(_sent(request), clock.today())
    page = _deed(
        found,
        form,
        _("Giữ số"),
        _("Số kế tiếp được giữ cho văn bản lập ở nơi khác; số không cấp lại."),
    )
    return _do(
        request, page, lambda: form.record(found, person_of(request)),
        lambda n: _("Đã giữ số %(n)02d.") % {"n": n},
    )  # fmt: skip


def secret(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a secret paper its place in the series: never a word of it."""
    found = _kept_book(request, pk)
    form = book_forms.PlaceOfSecret(_sent(request), clock.today(), found)
    sentence = _(
        "Văn bản mật lấy số chung trong sổ của loại văn bản. Ở đây chỉ ghi số, ngày, độ mật, người giữ bản giấy;"
        " không ghi tên, trích yếu, nội dung."
    )
    page = _deed(found, form, _("Ghi văn bản mật"), sentence)
    return _do(
        request, page, lambda: form.record(found, person_of(request)),
        lambda n: _("Đã ghi văn bản mật vào số %(n)02d.") % {"n": n},
    )  # fmt: skip


def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the book as this person may see it."""
    found, person, today = _found(request, pk), person_of(request), clock.today()
    filters = NumberFilters(request.GET)
    lines = gathered.Lines(found, in_book(found), person, today)
    numbers = lines.narrowed(filters)
    form = Purpose(_sent(request))
    if not form.is_valid():
        kept = request.GET.urlencode()
        page = ExportPage(
            form=form,
            title=_("Xuất sổ số"),
            listed=gathered.book_title(found),
            sentence=_("Tệp gồm mọi số trong sổ; số thuộc hồ sơ bạn không được xem chỉ có số."),
            counted=_("%(n)d số") % {"n": min(len(numbers), MOST)},
            back_url=reverse("number-book", args=[found.pk]) + (f"?{kept}" if kept else ""),
            warning=_("Xuất %(n)d dòng đầu; lọc hẹp hơn để xuất phần còn lại.") % {"n": MOST}
            if len(numbers) > MOST
            else "",
        )
        return render(
            request, "pages/export.html", {"page": page}, status=422 if form.is_bound else 200
        )
    purpose = form.cleaned_data["purpose"]
    going = numbers[:MOST]
    read = Case.objects.filter(pk__in=lines.papers(going).values("record_paper__case"))
    read_log.note(person, today, read, ReadPart.EXPORT, purpose=purpose)
    mark = watermark(person.full_name, purpose)
    answer = HttpResponse(_sheet(found, lines.rows(going), mark), content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="so-{found.pk}-{today:%Y-%m-%d}.xlsx"'
    return answer


def _sheet(found: NumberBook, rows: Any, mark: str) -> bytes:
    columns = [
        Column(_("Số, ký hiệu"), 20), Column(_("Ngày"), 12), Column(_("Tình trạng"), 24),
        Column(_("Tên loại, trích yếu"), 70), Column(_("Người ký"), 28), Column(_("Hồ sơ"), 16),
        Column(_("Ghi chú"), 50),
    ]  # fmt: skip
    told = (
        (
            one.number,
            one.day,
            one.state.text,
            one.title,
            one.signer,
            one.case.text if one.case else "",
            one.note,
        )
        for one in rows
    )
    return sheet(gathered.book_title(found), columns, told, mark)


def _found(request: HttpRequest, pk: int) -> NumberBook:
    return get_object_or_404(gathered.books_of(person_of(request), clock.today()), pk=pk)


def _kept_book(request: HttpRequest, pk: int) -> NumberBook:
    """The book, where this person keeps it; to others it answers as if there were none."""
    found = _found(request, pk)
    if not keeps_books(person_of(request), found.body, clock.today()):
        raise Http404("Does not keep this book.")
    return found


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _deed(found: NumberBook, form: Any, title: str, sentence: str) -> BookDeedPage:
    url = reverse("number-book", args=[found.pk])
    return BookDeedPage(
        title=title,
        sentence=sentence,
        form=form,
        press=title,
        back=Link(gathered.book_title(found), url),
        above=Link(_("Sổ số"), reverse("number-books")),
    )


def _do(request: HttpRequest, page: BookDeedPage, deed: Any, told: Any) -> HttpResponse:
    """Show the form; sent, do the deed and go back, or show every reason why not."""
    form: Any = page.form
    if form.is_valid():
        try:
            done = deed()
        except PaperRefused as refused:
            left = form.refuse(refused.reasons)
            page = BookDeedPage(**{**vars(page), "reasons": [words.reason(one) for one in left]})
        else:
            messages.success(request, told(done))
            return redirect(page.back.url)
    return render(
        request, "pages/books/deed.html", {"page": page}, status=422 if form.is_bound else 200
    )
