"""Keeping the number books by hand: opened, a number kept free, a secret paper's place, and what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import transaction

from documents import journal, numbering
from documents.catalogue import every_kind
from documents.drafting import PaperRefused
from documents.models import BookEntry, NumberBook
from documents.numbering import Series
from documents.signing import term_of
from documents.wording import figures
from law import Reason
from registry.keeping import KEEPERS
from registry.models import Body, Person, Post, held_by
from registry.models import on as within

#: What a book holds that no paper of ours bears.
_KEPT = (BookEntry.Deed.RESERVED, BookEntry.Deed.STUB)


@dataclass(frozen=True)
class Kept:
    """A number kept for a paper that is not here: why, or the degree and the holder of a secret one."""

    number: int
    on: date
    why: str = ""
    degree: str = ""
    holder: int | None = None

    @property
    def is_secret(self) -> bool:
        """Whether the number belongs to a secret paper."""
        return bool(self.degree)


@dataclass(frozen=True)
class Keeping:
    """Who keeps the book, on which day it is written there, and today; no day lies ahead of today.

    The same `key` sent again writes nothing more.
    """

    by: Person
    on: date
    today: date
    key: str = ""


@dataclass(frozen=True)
class InBook:
    """What the journal knows of one book beside its papers: where it began here, and the numbers kept."""

    begins: int = 1
    kept: Mapping[int, Kept] = field(default_factory=dict)


def symbols() -> list[str]:
    """The symbols under which papers are numbered, in the order of the catalogue."""
    return list(
        dict.fromkeys(kind.symbol for kind in every_kind() if kind.numbered and kind.symbol)
    )


@transaction.atomic
def open_at(body: Body, symbol: str, next_number: int, deed: Keeping) -> NumberBook:
    """Open a book of the term of that day which goes on from papers numbered elsewhere.

    Raises PaperRefused with every reason: no term, a book already there, an impossible number or symbol.
    """
    journal.lock(body)  # of two at once the second finds the book
    term = term_of(body, deed.on)
    _refuse([*_about_day(deed), *_about_opening(body, term, symbol, next_number, deed.on)])
    assert term is not None
    return numbering.open_book(
        Series(body, term, symbol), next_number=next_number, on=deed.on, by=deed.by
    )


@transaction.atomic
def reserve(book: NumberBook, why: str, deed: Keeping) -> int:
    """Keep the next number of a book for a paper written elsewhere; return it. Raises PaperRefused."""
    reasons = [*_about_day(deed), *_about_term(book, deed.on)]
    if not why.strip():
        text = "Giữ số phải nêu lý do."
        reasons.append(Reason("input.why", text, remedy="Ghi số được giữ cho văn bản nào."))
    _refuse(reasons)
    return _written_before(book, deed) or numbering.keep_number(
        series_of(book),
        BookEntry.Deed.RESERVED,
        on=deed.on,
        by=deed.by,
        why=why.strip(),
        key=deed.key,
    )


@transaction.atomic
def enter_stub(
    book: NumberBook, degree: str, holder: Person, deed: Keeping, *, number: int | None = None
) -> int:
    """Give a secret paper its place in the series of its kind: number, day, degree, holder, never a word of it.

    `number` is one kept free before; without it the next one is taken. Raises PaperRefused.
    """
    reasons = [*_about_day(deed), *_about_term(book, deed.on)]
    if not degree:
        text = "Văn bản không mật không ghi phiếu giữ chỗ."
        reasons.append(Reason("input.degree", text, remedy="Chọn độ mật ghi trên văn bản."))
    if before := _written_before(book, deed):
        return before
    free = in_book(book).kept.get(number) if number is not None else None
    if number is not None and (free is None or free.is_secret):
        text = f"Số {number:02d} không phải số đang giữ."
        reasons.append(
            Reason("input.number", text, remedy="Chọn một số đang giữ, hoặc lấy số kế tiếp.")
        )
    _refuse(reasons)
    return numbering.keep_number(
        series_of(book), BookEntry.Deed.STUB, on=deed.on, by=deed.by, number=number,
        degree=degree, holder=holder.pk, key=deed.key,
    )  # fmt: skip


def in_book(book: NumberBook) -> InBook:
    """What the journal says of a book beside its papers; of a number kept twice over, the later word."""
    return in_books([book])[book.pk]


def in_books(books: Sequence[NumberBook]) -> dict[int, InBook]:
    """The same of several books, by their numbers in the database; read in one statement."""
    found = {book.pk: InBook() for book in books}
    entries = BookEntry.objects.filter(
        body__in={book.body_id for book in books}, deed__in=(*_KEPT, BookEntry.Deed.OPENED)
    )
    for entry in entries.order_by("body", "sequence"):
        said = json.loads(entry.content)
        for book in books:
            if book.body_id == entry.body_id and _is_of(book, said):
                found[book.pk] = _with(found[book.pk], entry.deed, said)
    return found


def _with(known: InBook, deed: str, said: Mapping[str, Any]) -> InBook:
    if deed == BookEntry.Deed.OPENED:
        return replace(known, begins=said["next_number"])
    return replace(known, kept={**known.kept, said["number"]: _kept(said)})


def series_of(book: NumberBook) -> Series:
    """The series that a book counts."""
    return Series(book.body, book.term, book.symbol, book.series)


def keeps_books(person: Person, body: Body, at: date) -> bool:
    """Whether `person` keeps the books of a body that day: its clerk, or who leads it; of a body that works on
    paper, the keepers of the body that enters for it."""

    bodies = [body.pk, *body.on_paper.filter(within(at)).values_list("entered_by", flat=True)]
    held = Post.objects.filter(held_by(person, at), body__in=bodies, position__in=KEEPERS)
    return held.exists()


def _written_before(book: NumberBook, deed: Keeping) -> int | None:
    """The number that the same request took when it came first; whoever asks at once waits here."""
    journal.lock(book.body)
    if not deed.key:
        return None
    same = BookEntry.objects.filter(
        body=book.body_id, content__contains=f'"{deed.key}"', deed__in=_KEPT
    )
    found = same.first()
    return json.loads(found.content)["number"] if found else None


def _is_of(book: NumberBook, said: Mapping[str, Any]) -> bool:
    if (said["symbol"], said.get("series", "")) != (book.symbol, book.series):
        return False
    if "term" in said:
        return bool(said["term"] == book.term_id)
    term, day = book.term, date.fromisoformat(said["on"])
    return term.first_day <= day and (term.last_day is None or day <= term.last_day)


def _kept(said: Mapping[str, Any]) -> Kept:
    return Kept(
        said["number"],
        date.fromisoformat(said["on"]),
        said.get("why", ""),
        said.get("degree", ""),
        said.get("holder"),
    )


def _about_day(deed: Keeping) -> Iterator[Reason]:
    if deed.on > deed.today:
        yield Reason("input.on", "Ngày này còn ở phía trước.", remedy="Ghi ngày đến hôm nay.")


def _about_term(book: NumberBook, on: date) -> Iterator[Reason]:
    if term_of(book.body, on) != book.term:
        yield Reason(
            "input.on",
            f"Ngày {figures(on)} không thuộc nhiệm kỳ {book.term.name}.",
            remedy="Ghi ngày trong nhiệm kỳ của sổ.",
        )


def _about_opening(
    body: Body, term: Any, symbol: str, next_number: int, on: date
) -> Iterator[Reason]:
    if symbol not in symbols():
        text = f"Không loại văn bản nào có ký hiệu “{symbol}”."
        yield Reason("input.symbol", text, remedy="Chọn ký hiệu trong danh mục.")
    if next_number < 1:
        yield Reason("input.next_number", "Số kế tiếp phải từ 01.", remedy="Ghi số kế tiếp đúng.")
    if term is None:
        yield Reason(
            "input.on",
            f"Danh bạ chưa ghi nhiệm kỳ của {body.name} vào ngày {figures(on)}.",
            remedy="Bổ sung nhiệm kỳ trong danh bạ, hoặc ghi đúng ngày.",
        )
    elif book := NumberBook.objects.filter(body=body, term=term, symbol=symbol, series="").first():
        yield Reason(
            "input.symbol",
            f"Sổ {symbol} nhiệm kỳ {term.name} đã mở; số kế tiếp là {book.next_number:02d}.",
            remedy="Lấy số tiếp trong sổ đã mở; số cấp ở nơi khác thì giữ số.",
        )


def _refuse(reasons: list[Reason]) -> None:
    if reasons:
        raise PaperRefused(reasons)
