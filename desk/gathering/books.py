"""The number books a reader may look into, and one book number by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases import incoming
from cases.paging import Place, leaf
from cases.queries import papers_for
from desk.book_filters import CANCELLED, KEPT, SECRET, BooksFilters, NumberFilters
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.leaves import PAGE, filters_of, pager_between, place_of, read_number, so_many
from desk.pages.books import BookEntryRow, BooksPage, NumberBookPage, NumberRow
from desk.pages.parts import Link, Tag, Tone
from desk.worded import worded
from documents.books import InBook, Kept, in_book, in_books, keeps_books
from documents.catalogue import every_kind
from documents.models import NumberBook, Paper, State
from documents.numbering import INCOMING
from proof.reader import as_the_system
from registry.keeping import KEEPERS
from registry.models import Body, PaperOnly, Person, Post, held_by, on
from workflows.procedures.periodic_report import PeriodicReport
from workflows.secrecy import Secrecy


def bodies_read(person: Person, today: date) -> QuerySet[Body]:
    """The bodies whose books `person` reads that day: where they work, and what they enter for."""
    held = Post.objects.filter(held_by(person, today))
    own = held.filter(position__in=incoming.READERS).values("body")
    keeping = held.filter(position__in=KEEPERS).values("body")
    entered = PaperOnly.objects.filter(on(today), entered_by__in=keeping).values("body")
    return Body.objects.filter(Q(pk__in=own) | Q(pk__in=entered))


def books_of(person: Person, today: date) -> QuerySet[NumberBook]:
    """The books of papers that `person` may look into; what comes in has a book of its own."""
    return (
        NumberBook.objects.filter(body__in=bodies_read(person, today))
        .exclude(symbol=INCOMING)
        .select_related("body", "term")
    )


def books_page(person: Person, today: date, asked: Any) -> BooksPage:
    """Gather the list of books."""
    books = list(
        books_of(person, today).order_by("body__name", "-term__first_day", "symbol", "series")
    )
    filters = BooksFilters(asked, books)
    known, used = in_books(books), _used(books)
    kept = bodies_kept(person, today)
    return BooksPage(
        rows=[_book(one, known[one.pk], used) for one in books if filters.keeps(one)],
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        opening=[
            Link(
                _("Mở sổ: %(body)s") % {"body": body.name},
                reverse("number-book-open", args=[body.pk]),
            )
            for body in kept
        ],
        reporting=[
            Link(
                _("Lập báo cáo định kỳ: %(body)s") % {"body": body.name},
                reverse("case-new", kwargs={"procedure": PeriodicReport.code, "body": body.pk}),
            )
            for body in kept
            if body.kind in PeriodicReport.bodies
        ],
    )


def bodies_kept(person: Person, today: date) -> list[Body]:
    """The bodies whose books `person` keeps, in the order of their names."""
    held = Post.objects.filter(held_by(person, today), position__in=KEEPERS).values("body")
    entered = PaperOnly.objects.filter(on(today), entered_by__in=held).values("body")
    return list(Body.objects.filter(Q(pk__in=held) | Q(pk__in=entered)).order_by("name"))


def book_title(book: NumberBook) -> str:
    """What a book is called: "Sổ quyết định (QĐ)"."""
    named = next(
        (k.heading for k in every_kind() if k.symbol == book.symbol and k.heading), "công văn"
    )
    kind = _("Sổ %(kind)s (%(symbol)s)") % {"kind": named.lower(), "symbol": book.symbol}
    return f"{kind}, {book.series}" if book.series else kind


def book_page(book: NumberBook, person: Person, today: date, asked: Any) -> NumberBookPage:
    """Gather one page of a book, with what this reader may do in it."""
    filters, lines = NumberFilters(asked), Lines(book, in_book(book), person, today)
    wanted = lines.narrowed(filters)
    found = leaf(partial(_from, wanted), place_of(asked, read_number), PAGE)
    deeds = [
        Link(_("Giữ số"), reverse("number-book-keep", args=[book.pk]), "pin"),
        Link(_("Ghi văn bản mật"), reverse("number-book-secret", args=[book.pk]), "lock"),
    ]
    kept = filters_of(asked)
    return NumberBookPage(
        title=book_title(book),
        sentence=_("%(body)s, nhiệm kỳ %(term)s. Số kế tiếp: %(next)02d.")
        % {"body": book.body.name, "term": book.term.name, "next": book.next_number},
        rows=lines.rows(found.rows),
        filters=filters,
        narrowed=any(filters.cleaned_data.values()),
        actions=deeds if keeps_books(person, book.body, today) else [],
        export_url=reverse("number-book-export", args=[book.pk]) + (f"?{kept}" if kept else ""),
        pager=pager_between(found, asked, so_many(found, _("số")), str),
    )


@dataclass(frozen=True)
class Lines:
    """The numbers of one book as one reader may see them."""

    book: NumberBook
    known: InBook
    person: Person
    today: date

    def narrowed(self, filters: NumberFilters) -> Sequence[int]:
        """The numbers that the filters leave, newest first: what is closed to the reader answers to no word."""
        last = self.book.next_number - 1
        said, state = (
            filters.cleaned_data.get("q", "").strip(),
            filters.cleaned_data.get("tinh_trang"),
        )
        if not (said or state):
            return range(last, 0, -1)
        if state in (KEPT, SECRET):
            kept = [one for one in self.known.kept.values() if one.is_secret == (state == SECRET)]
            return sorted((n.number for n in kept if said.lower() in n.why.lower()), reverse=True)
        papers = self._open()
        if state == CANCELLED:
            papers = papers.filter(state=State.CANCELLED)
        if said:
            papers = papers.filter(
                Q(title__icontains=said) | Q(signed_by__full_name__icontains=said)
            )
        return list(papers.order_by("-number").values_list("number", flat=True))

    def rows(self, numbers: Sequence[int]) -> list[NumberRow]:
        """Each of the numbers in a line of its own; none is left out."""
        papers = {one.number: one for one in self.papers(numbers)}
        holders = Person.objects.in_bulk(
            {self.known.kept[n].holder for n in numbers if n in self.known.kept} - {None}
        )
        return [self._row(number, papers, holders) for number in numbers]

    def papers(self, numbers: Iterable[int]) -> QuerySet[Paper]:
        """The papers under these numbers that lie in files open to the reader."""
        return (
            self._open()
            .filter(number__in=list(numbers))
            .select_related("signed_by", "record_paper__case")
            .defer("values")
        )

    def _open(self) -> QuerySet[Paper]:
        book = self.book
        return Paper.objects.filter(
            body=book.body_id, term=book.term_id, symbol=book.symbol, series=book.series,
            number__isnull=False, record_paper__in=papers_for(self.person, self.today),
        )  # fmt: skip

    def _row(
        self, number: int, papers: Mapping[int, Paper], holders: Mapping[int, Person]
    ) -> NumberRow:
        if number in papers:
            return _paper(papers[number])
        text = f"{number:02d}-{self.book.symbol}/{self.book.body.symbol}"
        if kept := self.known.kept.get(number):
            return _kept(text, kept, holders)
        if number < self.known.begins:
            before = Tag(_("Cấp trên sổ giấy"), Tone.HOLD, "file")
            return NumberRow(text, before, note=_("Trước khi sổ này mở ở đây."))
        closed = Tag(_("Đã cấp"), Tone.HOLD, "lock")
        return NumberRow(text, closed, note=_("Thuộc hồ sơ bạn không được xem."))


def _from(numbers: Sequence[int], place: Place[int], limit: int) -> list[int]:
    """At most `limit` of the numbers from a place on, the nearest first."""
    if place.back:
        later = [one for one in numbers if place.key is None or one > place.key]
        return list(reversed(later))[:limit]
    return [one for one in numbers if place.key is None or one < place.key][:limit]


def _paper(paper: Paper) -> NumberRow:
    case = paper.record_paper.case
    return NumberRow(
        number=paper.number_text,
        state=words.paper_state(paper.state, paper.state_label),
        day=paper.dated,
        title=paper.title,
        note=_("Lý do hủy: %(why)s") % {"why": paper.cancelled_why} if paper.cancelled_why else "",
        url=reverse("paper", kwargs={"paper": paper.pk}),
        signer=paper.signed_by.full_name if paper.signed_by else "",
        case=Link(case.reference, case_url(case)),
    )


def _kept(text: str, kept: Kept, holders: Mapping[int, Person]) -> NumberRow:
    if not kept.is_secret:
        note = _("Lý do: %(why)s") % {"why": kept.why}
        return NumberRow(text, Tag(_("Đang giữ"), Tone.SOON, "pin"), kept.on, note=note)
    holder = holders[kept.holder].full_name if kept.holder in holders else "—"
    return NumberRow(
        text,
        Tag(worded(Secrecy(kept.degree).label), Tone.LATE, "lock"),
        kept.on,
        title=_("Văn bản mật: không ghi trích yếu"),
        note=_("Người giữ bản giấy: %(who)s") % {"who": holder},
    )


def _book(book: NumberBook, known: InBook, used: Mapping[Any, tuple[int, int]]) -> BookEntryRow:
    taken, cancelled = used.get(_key(book), (0, 0))
    return BookEntryRow(
        title=book_title(book),
        series=book.series,
        body=book.body.name,
        term=book.term.name,
        url=reverse("number-book", args=[book.pk]),
        next_number=f"{book.next_number:02d}",
        taken=taken,
        kept=len(known.kept),
        cancelled=cancelled,
    )


@as_the_system()  # how many numbers a book gave is told by its next number anyway; of which file is not
def _used(books: Sequence[NumberBook]) -> dict[Any, tuple[int, int]]:
    """How many numbers of each book papers took, and how many of these were cancelled."""
    counted = (
        Paper.objects.filter(body__in={book.body_id for book in books}, number__isnull=False)
        .values_list("body", "term", "symbol", "series")
        .annotate(taken=Count("pk"), cancelled=Count("pk", filter=Q(state=State.CANCELLED)))
    )
    return {tuple(row[:4]): (row[4], row[5]) for row in counted}


def _key(book: NumberBook) -> tuple[int, int, str, str]:
    return book.body_id, book.term_id, book.symbol, book.series
