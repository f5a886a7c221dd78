"""Numbers: one gapless series per organ, kind and term, whoever fails (36-HD/VPTW, 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from documents import grounds, journal
from documents.catalogue import Kind
from documents.drafting import PaperRefused
from documents.layouts import layout_on
from documents.models import BookEntry, Journal, NumberBook, Paper, State
from documents.refusals import instrument_not_in_force
from documents.signatures import deeds as digital
from documents.wording import figures
from law import Reason
from registry.models import Body, Person, Term
from registry.models import on as within


@dataclass(frozen=True)
class Series:
    """Which book a number comes from; `team` names a team by its decision ("03-QĐ/UBKTĐU")."""

    body: Body
    term: Term
    symbol: str
    team: str = ""


@dataclass(frozen=True)
class Place:
    """A place in the incoming book: of which term, and its number."""

    term: Term
    number: int


#: The symbol under which the numbers of an incoming book are counted; no paper bears it.
INCOMING = "ĐẾN"

#: The symbol of the series in which an organ numbers its copies (bản sao).
COPIES = "BS"


def open_book(
    series: Series, *, next_number: int, on: date, by: Person | None = None
) -> NumberBook:
    """Open a book that goes on from papers numbered elsewhere; `next_number` is taken first."""
    book = NumberBook.objects.create(
        body=series.body,
        term=series.term,
        symbol=series.symbol,
        series=series.team,
        next_number=next_number,
    )
    journal.write(
        journal.lock(series.body),
        BookEntry.Deed.OPENED,
        symbol=series.symbol,
        series=series.team,
        term=series.term.pk,
        next_number=next_number,
        on=on,
        by=by and by.pk,
    )
    return book


def next_in(body: int, symbol: str, on: date) -> int:
    """The number that the next paper of that symbol takes in a body's book of the term of `on`; 1 in a new book."""
    term = Term.objects.filter(body=body, first_day__lte=on).order_by("-first_day").first()
    book = NumberBook.objects.filter(body=body, term=term, symbol=symbol, series="").first()
    return book.next_number if book else 1


def take_number(paper: Paper, on: date, *, by: Person | None = None) -> int:
    """Give a signed paper the next number of its series and the day `on`; return the number.

    Runs in the caller's transaction: undone with it, so that no number is ever lost. Raises
    PaperRefused for a paper that is not waiting for a number, or for a day that does not fit.
    """
    if reasons := _refusals(paper, on):
        raise PaperRefused(reasons)
    held = journal.lock(paper.body)
    number = take_next(Series(paper.body, paper.term, paper.symbol, paper.series))
    text = paper.text_of(number)
    waiting = Paper.objects.filter(pk=paper.pk, state=State.SIGNED, number=None)
    if not waiting.update(number=number, number_text=text, dated=on, state=State.READY):
        raise PaperRefused([_not_waiting(paper)])
    paper.number, paper.number_text, paper.dated, paper.state = number, text, on, State.READY
    _enter(held, paper, number, by)
    return number


def reserve_number(
    kind: Kind, series: Series, *, on: date, why: str, by: Person | None = None
) -> int:
    """Keep the next number for a paper written elsewhere (a classified one); return it."""
    return keep_number(series, BookEntry.Deed.RESERVED, on=on, by=by, kind=kind.code, why=why)


def keep_number(
    series: Series,
    deed: BookEntry.Deed,
    *,
    on: date,
    by: Person | None,
    number: int | None = None,
    **said: Any,
) -> int:
    """Write into the journal that a number, the next one unless given, is kept; return it."""
    held = journal.lock(series.body)
    number = take_next(series) if number is None else number
    journal.write(
        held,
        deed,
        symbol=series.symbol,
        series=series.team,
        term=series.term.pk,
        number=number,
        on=on,
        by=by and by.pk,
        **said,
    )
    return number


def enter_incoming(body: Body, *, arrived_on: date, on: date, by: Person | None = None) -> Place:
    """Take the next place in the incoming book of `body` for what came on `arrived_on`, entered on `on`.

    Runs in the caller's transaction: undone with it, so that the book has no gaps. One book a term,
    that of the day of entry. Raises PaperRefused where the body has no term on that day.
    """
    term = Term.objects.filter(within(on), body=body).first()
    if term is None:
        raise PaperRefused(
            [
                Reason(
                    "incoming.term",
                    f"{body.name} không có nhiệm kỳ vào ngày {figures(on)} để mở sổ văn bản đến.",
                    remedy="Ghi nhiệm kỳ của cơ quan trước, hoặc ghi đúng ngày vào sổ.",
                )
            ]
        )
    held = journal.lock(body)
    number = take_next(Series(body, term, INCOMING))
    journal.write(
        held,
        BookEntry.Deed.INCOMING,
        symbol=INCOMING,
        number=number,
        arrived_on=arrived_on,
        on=on,
        by=by and by.pk,
    )
    return Place(term, number)


def cancel(paper: Paper, *, why: str, on: date, by: Person | None = None) -> None:
    """Cancel a paper that was not served; its number stays used, with the reason in the journal."""
    if reasons := list(_cancel_refusals(paper, why)):
        raise PaperRefused(reasons)
    held = journal.lock(paper.body)
    Paper.objects.filter(pk=paper.pk).update(state=State.CANCELLED, cancelled_why=why)
    paper.state, paper.cancelled_why = State.CANCELLED, why
    journal.write(
        held,
        BookEntry.Deed.CANCELLED,
        paper,
        number=paper.number_text,
        why=why,
        on=on,
        by=by and by.pk,
    )


def take_next(series: Series) -> int:
    """Take the next number of a series, whose body's journal the caller holds locked."""
    book, _ = NumberBook.objects.select_for_update().get_or_create(
        body=series.body, term=series.term, symbol=series.symbol, series=series.team
    )
    NumberBook.objects.filter(pk=book.pk).update(next_number=F("next_number") + 1)
    return book.next_number


def _enter(held: Journal, paper: Paper, number: int, by: Person | None) -> None:
    journal.write(
        held,
        BookEntry.Deed.TAKEN,
        paper,
        kind=paper.kind,
        symbol=paper.symbol,
        series=paper.series,
        number=number,
        values_sha256=paper.values_sha256,
        on=paper.dated,
        by=by and by.pk,
    )


def _refusals(paper: Paper, on: date) -> list[Reason]:
    reasons = []
    if paper.state != State.SIGNED:
        reasons.append(_not_waiting(paper))
    if paper.signed_on and on < paper.signed_on:
        reasons.append(
            Reason(
                "paper.number.before_signature",
                f"Ngày ban hành {figures(on)} trước ngày ký {figures(paper.signed_on)}.",
                remedy="Ghi ngày ban hành từ ngày ký trở đi.",
            )
        )
    if paper.term and not _within(paper.term, on):
        reasons.append(
            Reason(
                "paper.number.term",
                f"Ngày {figures(on)} không thuộc nhiệm kỳ {paper.term.name}.",
                remedy="Chọn ngày trong nhiệm kỳ, hoặc lập lại văn bản cho nhiệm kỳ mới.",
            )
        )
    if layout_on(on).code != paper.layout:
        reasons.append(
            Reason(
                "paper.number.layout",
                f"Ngày {figures(on)} áp dụng thể thức {layout_on(on).label}, khác với bản đã ký.",
                remedy="Trình ký lại văn bản theo thể thức mới.",
            )
        )
    reasons += digital.number_refusals(paper, on)
    outdated = grounds.not_in_force((), paper.values.get("grounds", ()), on)
    return reasons + [instrument_not_in_force(one, on) for one in outdated]


def _not_waiting(paper: Paper) -> Reason:
    return Reason(
        "paper.number.state",
        f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”, không chờ cấp số.",
        remedy="Mở lại sổ văn bản để xem số đã cấp.",
    )


def _cancel_refusals(paper: Paper, why: str):
    if not why.strip():
        yield Reason("paper.cancel.reason", "Hủy văn bản phải nêu lý do.", remedy="Ghi lý do hủy.")
    if paper.state in (State.SERVED, State.CANCELLED, State.RECEIVED):
        yield Reason(
            "paper.cancel.state",
            f"Văn bản đang ở trạng thái “{paper.state_label.lower()}”, không hủy được.",
            remedy="Ban hành văn bản mới thay thế.",
        )


def _within(term: Term, on: date) -> bool:
    return term.first_day <= on and (term.last_day is None or on <= term.last_day)
