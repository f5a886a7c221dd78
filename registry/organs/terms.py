"""Terms of a body and how it came to them: opened by election or appointment, approved by the superior, ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law import Reason
from registry import keeping
from registry.deeds import Deed, Written, span, update
from registry.keeping import Asked, keeping_post
from registry.models import Body, RegisterEntry, Term
from registry.organ_models import Handover, Mandate, Way
from registry.organs.rights import not_over
from registry.register import told


def not_of_term(in_body: Body, body: Body, asked: Asked) -> Iterator[Reason]:
    """Whoever keeps the body's own register, or that of the organisation line over it."""
    if in_body.pk != body.pk:
        yield from not_over(in_body, body.organisation_id, asked)
    elif keeping_post(asked.by, body, asked.today) is None:
        yield from keeping.not_keeper(body, asked)


@dataclass(frozen=True, kw_only=True)
class OpenTerm(Deed):
    """A body begins a term: its members were elected or appointed by this document.

    `in_body` is the body for which it is written down: the body itself, or one over it.
    """

    kind = RegisterEntry.Deed.TERM_OPENED

    in_body: Body
    of_body: Body
    name: str
    way: str
    first_day: date
    last_day: date
    seats: int | None = None
    approved_on: date | None = None
    approval_document: str = ""
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def body(self) -> Body:
        return self.of_body

    @property
    def about(self) -> None:
        return None

    @property
    def words(self) -> str:
        how = Way(self.way).label.lower()
        return f"Nhiệm kỳ {self.name}, {span(self.first_day, self.last_day)}, {how}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_of_term(self.in_body, self.of_body, asked)
        yield from keeping.days_astray(self.first_day, self.last_day)
        yield from keeping.outside_span(self.first_day, None, self.of_body, "cơ quan")
        if not self.name.strip():
            yield Reason("input.name", "Chưa ghi tên nhiệm kỳ.", remedy="Ví dụ: 2025–2030.")
        if self.approved_on and not self.approval_document.strip():
            yield Reason(
                "input.approval_document",
                "Chưa ghi văn bản chuẩn y.",
                remedy="Ghi số, ngày văn bản.",
            )
        if self.approved_on and self.approved_on > asked.today:
            yield Reason(
                "input.approved_on", "Ngày chuẩn y chưa đến.", remedy="Ghi khi đã chuẩn y."
            )
        those_days = keeping.overlapping(self.first_day, self.last_day)
        other = Term.objects.filter(those_days, body=self.of_body).first()
        if other is not None:
            yield Reason(
                "input.first_day",
                f"Trong những ngày đó đang có nhiệm kỳ {other.name}.",
                remedy="Kết thúc nhiệm kỳ ấy trước, hoặc ghi từ ngày sau.",
            )

    def write(self) -> Written:
        term = Term.objects.create(
            body=self.of_body,
            name=self.name.strip(),
            first_day=self.first_day,
            last_day=self.last_day,
        )
        mandate = Mandate.objects.create(
            term=term,
            way=self.way,
            document=self.document.strip(),
            seats=self.seats,
            approved_on=self.approved_on,
            approval_document=self.approval_document.strip(),
        )
        self.beside.append(told(mandate))
        return term, None


@dataclass(frozen=True, kw_only=True)
class OfTerm(Deed):
    """A deed about a term that is there."""

    in_body: Body
    term: Term

    @property
    def body(self) -> Body:
        return self.term.body

    @property
    def about(self) -> None:
        return None

    def renew(self) -> None:
        self.term.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_of_term(self.in_body, self.body, asked)


@dataclass(frozen=True, kw_only=True)
class ApproveTerm(OfTerm):
    """Chuẩn y: the superior approved the result of the election."""

    kind = RegisterEntry.Deed.TERM_APPROVED

    approved_on: date

    @property
    def words(self) -> str:
        return f"Nhiệm kỳ {self.term.name}, chuẩn y ngày {self.approved_on:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        mandate = Mandate.objects.filter(term=self.term).first()
        if mandate is None or mandate.approved_on is not None:
            yield Reason(
                "term.approved",
                "Nhiệm kỳ này không chờ chuẩn y.",
                remedy="Chọn nhiệm kỳ khác.",
            )
        if self.approved_on > asked.today:
            yield Reason(
                "input.approved_on", "Ngày chuẩn y chưa đến.", remedy="Ghi khi đã chuẩn y."
            )

    def write(self) -> Written:
        return update(
            Mandate.objects.get(term=self.term),
            approved_on=self.approved_on,
            approval_document=self.document.strip(),
        )


def term_before(term: Term) -> Term | None:
    """The term of the same body before this one; None for the first, which takes over from nobody."""
    before = Term.objects.filter(body=term.body_id, first_day__lt=term.first_day)
    return before.order_by("-first_day").first()


@dataclass(frozen=True, kw_only=True)
class TakeOverTerm(OfTerm):
    """Nhận bàn giao: those of the term took over from the term before."""

    kind = RegisterEntry.Deed.TERM_TAKEN_OVER

    taken_on: date

    @property
    def words(self) -> str:
        return f"Nhiệm kỳ {self.term.name}, nhận bàn giao ngày {self.taken_on:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if Handover.objects.filter(term=self.term).exists():
            yield Reason(
                "term.taken_over",
                "Việc nhận bàn giao của nhiệm kỳ này đã ghi.",
                remedy="Chọn nhiệm kỳ khác.",
            )
        if term_before(self.term) is None:
            yield Reason(
                "term.first",
                "Nhiệm kỳ đầu của cơ quan không nhận bàn giao từ nhiệm kỳ nào.",
                remedy="Chọn nhiệm kỳ khác.",
            )
        if not self.term.first_day <= self.taken_on <= asked.today:
            yield Reason(
                "input.taken_on",
                "Ngày nhận bàn giao phải từ ngày đầu nhiệm kỳ đến hôm nay.",
                remedy="Ghi ngày ký biên bản bàn giao.",
            )

    def write(self) -> Written:
        taken = Handover.objects.create(
            term=self.term, taken_on=self.taken_on, document=self.document.strip()
        )
        return taken, None


@dataclass(frozen=True, kw_only=True)
class EndTerm(OfTerm):
    """A term ends before the day that was foreseen: the next begins, or the body goes on as another."""

    kind = RegisterEntry.Deed.TERM_ENDED

    last_day: date

    @property
    def words(self) -> str:
        return f"Nhiệm kỳ {self.term.name}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.end_astray(self.term, self.last_day, asked)

    def write(self) -> Written:
        return update(self.term, last_day=self.last_day)
