"""The deeds about guiding documents: entered, entered anew, ended; and what units laid down to carry them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from law import Reason
from registry import keeping, tree
from registry.deeds import InBody, Written, span, update
from registry.guidance_models import Cascade, Directive
from registry.keeping import Asked
from registry.models import Organisation, RegisterEntry
from registry.register import told


@dataclass(frozen=True, kw_only=True)
class OfBody(InBody):
    """A deed of the body that keeps the register in which it is written."""

    @property
    def about(self) -> Any:
        return None

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)


@dataclass(frozen=True, kw_only=True)
class EnterDirective(OfBody):
    """A guiding document comes into the register of the body whose units carry it out."""

    kind = RegisterEntry.Deed.DIRECTED

    type: str
    number: str
    issuer: str
    dated: date
    theme: str
    first_day: date
    last_day: date | None = None

    @property
    def words(self) -> str:
        called = Directive.Kind(self.type).label
        return f"{called} {self.number}, {self.dated:%d/%m/%Y}: {self.theme}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.days_astray(self.first_day, self.last_day)
        yield from not_ahead(self.dated, asked)
        same = Directive.objects.filter(
            body=self.body, number=self.number.strip(), dated=self.dated, withdrawn_on=None
        )
        if same.exclude(pk=self._own()).exists():
            yield Reason(
                "input.number",
                f"Văn bản {self.number}, {self.dated:%d/%m/%Y} đã có trong sổ.",
                remedy="Mở dòng đã có; ghi sai thì ghi lại ở đó.",
            )

    def _own(self) -> int:
        """The row whose place it takes; none has the number 0."""
        return 0

    def write(self) -> Written:
        directive = Directive.objects.create(
            body=self.body,
            kind=self.type,
            number=self.number.strip(),
            issuer=self.issuer.strip(),
            dated=self.dated,
            theme=self.theme.strip(),
            first_day=self.first_day,
            last_day=self.last_day,
        )
        return directive, None


@dataclass(frozen=True, kw_only=True)
class RightDirective(EnterDirective):
    """A wrong entry is written anew; the old one stays, with the reason, and whatever cites it means the new one."""

    kind = RegisterEntry.Deed.DIRECTIVE_RIGHTED

    directive: Directive
    reason: str
    day: date
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def words(self) -> str:
        return f"{super().words} (thay dòng đã ghi: {self.reason.strip()})"

    def renew(self) -> None:
        self.directive.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from withdrawn(self.directive)
        yield from without_reason(self.reason)

    def _own(self) -> int:
        return self.directive.pk

    def write(self) -> Written:
        row = self.directive
        update(row, withdrawn_on=self.day, reason=self.reason.strip())
        written, _before = super().write()
        old, _before = update(row, replaced_by=written)
        self.beside.append(told(old))
        return written, None


@dataclass(frozen=True, kw_only=True)
class OfDirective(OfBody):
    """A deed about one document that stands in the register."""

    directive: Directive

    def renew(self) -> None:
        self.directive.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from withdrawn(self.directive)


@dataclass(frozen=True, kw_only=True)
class EndDirective(OfDirective):
    """A document is in force no more after a last day."""

    kind = RegisterEntry.Deed.DIRECTIVE_ENDED

    last_day: date

    @property
    def words(self) -> str:
        row = self.directive
        return f"{row.get_kind_display()} {row.number}: {span(row.first_day, self.last_day)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.end_astray(self.directive, self.last_day, asked)

    def write(self) -> Written:
        return update(self.directive, last_day=self.last_day)


@dataclass(frozen=True, kw_only=True)
class WithdrawDirective(OfDirective):
    """An entry made by mistake no longer counts. Refused while anything rests on it.

    `cited_by` says in words what else rests on it: the register knows no files (see `cases.guidance.citing`).
    """

    kind = RegisterEntry.Deed.DIRECTIVE_WITHDRAWN

    reason: str
    day: date
    cited_by: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return f"{self.directive}: {self.reason.strip()}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from without_reason(self.reason)
        own = self.directive.lineage
        resting = {
            "văn bản triển khai": Cascade.objects.filter(directive__in=own, unlinked_on=None),
            "mục chương trình": self.directive.items.filter(ended_on=None),
        }
        counted = [f"{rows.count()} {what}" for what, rows in resting.items() if rows.exists()]
        if found := [*counted, *self.cited_by]:
            yield Reason(
                "directive.cited",
                f"Không bỏ được văn bản đang được viện dẫn: {', '.join(found)}.",
                remedy="Ghi sai thì ghi lại cho đúng; hết hiệu lực thì ghi ngày hết hiệu lực.",
            )

    def write(self) -> Written:
        return update(self.directive, withdrawn_on=self.day, reason=self.reason.strip())


@dataclass(frozen=True, kw_only=True)
class LinkCascade(OfDirective):
    """A unit's plan or letter that carries the directive out: written by who keeps either register."""

    kind = RegisterEntry.Deed.CASCADED

    unit: Organisation
    type: str
    number: str
    dated: date
    title: str

    @property
    def words(self) -> str:
        called = Cascade.Kind(self.type).label
        return (
            f"{self.unit.name}: {called} {self.number}, {self.dated:%d/%m/%Y}, "
            f"triển khai {self.directive.number}"
        )

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_ahead(self.dated, asked)
        if self.body.organisation_id not in (
            self.unit.pk,
            self.directive.body.organisation_id,
        ):
            yield Reason(
                "input.unit",
                f"{self.body.name} không ghi thay cho {self.unit.name}.",
                remedy="Chọn đơn vị của mình, hoặc để nơi giữ văn bản chỉ đạo ghi.",
            )
        if self.unit.pk not in tree.below(self.directive.body.organisation_id, self.dated):
            yield Reason(
                "input.unit",
                f"Ngày đó {self.unit.name} không thuộc {self.directive.body.organisation.name}.",
                remedy="Chọn tổ chức cấp dưới của nơi ban hành.",
            )
        if self.dated < self.directive.dated:
            yield Reason(
                "input.dated",
                f"Văn bản có trước văn bản chỉ đạo ({self.directive.dated:%d/%m/%Y}).",
                remedy="Ghi ngày của văn bản triển khai.",
            )
        if Cascade.objects.filter(
            directive=self.directive,
            unit=self.unit,
            number=self.number.strip(),
            dated=self.dated,
            unlinked_on=None,
        ).exists():
            yield Reason(
                "input.number", "Văn bản triển khai này đã ghi.", remedy="Không cần ghi nữa."
            )

    def write(self) -> Written:
        row = Cascade.objects.create(
            directive=self.directive,
            unit=self.unit,
            kind=self.type,
            number=self.number.strip(),
            dated=self.dated,
            title=self.title.strip(),
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class UnlinkCascade(OfBody):
    """A document tied to a directive by mistake is tied no more."""

    kind = RegisterEntry.Deed.UNCASCADED

    cascade: Cascade
    reason: str
    day: date

    @property
    def words(self) -> str:
        return f"{self.cascade.unit.name}: {self.cascade}, {self.reason.strip()}"

    def renew(self) -> None:
        self.cascade.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from without_reason(self.reason)
        directive = self.cascade.directive
        if self.body.organisation_id not in (self.cascade.unit_id, directive.body.organisation_id):
            yield Reason(
                "permission",
                f"{self.body.name} không giữ dòng này.",
                remedy="Để đơn vị, hoặc nơi giữ văn bản chỉ đạo gỡ.",
            )
        if self.cascade.unlinked_on is not None:
            yield Reason("cascade.gone", "Dòng này đã gỡ.", remedy="Không cần ghi nữa.")

    def write(self) -> Written:
        return update(self.cascade, unlinked_on=self.day, reason=self.reason.strip())


def newest(directive: Directive) -> Directive:
    """The row that stands now for what `directive` was entered as."""
    while directive.replaced_by is not None:
        directive = directive.replaced_by
    return directive


def not_ahead(day: date, asked: Asked, name: str = "dated") -> Iterator[Reason]:
    """A document of a day to come is none yet."""
    if day > asked.today:
        yield Reason(f"input.{name}", "Ngày chưa đến.", remedy="Ghi ngày của văn bản đang cầm.")


def without_reason(reason: str) -> Iterator[Reason]:
    """What is put right or taken back says why."""
    if not reason.strip():
        yield Reason("input.reason", "Chưa ghi lý do.", remedy="Ghi rõ lý do.")


def withdrawn(directive: Directive) -> Iterator[Reason]:
    """Nothing rests on a row that was replaced or withdrawn."""
    if directive.withdrawn_on is not None:
        yield Reason(
            "directive.gone", "Dòng này đã bỏ hoặc thay.", remedy="Mở dòng đang có hiệu lực."
        )
