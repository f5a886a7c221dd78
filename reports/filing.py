"""Filing the forms of a period: checked, frozen, opened again by the superior; every version is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

from law import Reason
from proof.canonical import canonical
from registry.deeds import InBody, Written
from registry.keeping import Asked
from registry.models import Organisation, Person, RegisterEntry
from registry.register import told
from reports import due, rights
from reports.checks import Broken, broken
from reports.counting import keeping
from reports.filing_models import Filing, Section
from reports.form import fingerprint, used
from reports.periods import Period
from reports.scopes import Scope, scope
from reports.tables import Table, fill


@dataclass(frozen=True, kw_only=True)
class FileReport(InBody):
    """The forms of a period as they stand are frozen as what the unit reports."""

    kind = RegisterEntry.Deed.REPORT_FILED

    unit: Organisation
    period: Period
    filed_by: Person
    on: date
    nothing: bool = False
    explained: str = ""
    #: By when the superior wanted it; asked only where no rule says.
    due_told: date | None = None
    text: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return f"Chốt báo cáo thống kê {self.period.words}, lần {len(self._before) + 1}"

    @cached_property
    def tables(self) -> list[Table]:
        """The forms as they stand now, for the whole of the unit."""
        return filled(self.period, scope(self.unit.pk, self.on))

    @cached_property
    def broken(self) -> list[Broken]:
        """What does not hold between their figures."""
        return broken(self.tables)

    @property
    def is_empty(self) -> bool:
        """Whether nothing arose: every figure of every form is nought."""
        return not any(figure for table in self.tables for figure in table.figures.values())

    @cached_property
    def _before(self) -> list[Filing]:
        return list(versions(self.unit, self.period))

    def renew(self) -> None:
        """Nobody else of the organisation writes now: what was read before is read again."""
        for name in ("tables", "broken", "_before"):
            self.__dict__.pop(name, None)

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if rights.filing_body(asked.by, self.unit, asked.today) is None:
            yield Reason(
                "permission",
                "Chỉ chủ nhiệm, phó chủ nhiệm, bí thư, phó bí thư của đơn vị được chốt báo cáo của đơn vị.",
                remedy="Trình người đang giữ một trong các chức vụ đó.",
            )
        if any(one.reopened_by_id is None for one in self._before):
            yield Reason(
                "filing.standing",
                "Báo cáo kỳ này đã chốt.",
                remedy="Cần sửa thì đề nghị cấp trên trực tiếp mở lại, kèm lý do.",
            )
        if not keeping.refresh():
            yield Reason(
                "filing.behind",
                "Còn hồ sơ mới chưa tính vào số liệu.",
                remedy="Chờ hệ thống tính xong (mười phút một lần), hoặc chạy lệnh manage.py statistics refresh.",
            )
        yield from self._about_figures(asked)

    def _about_figures(self, asked: Asked) -> Iterator[Reason]:
        for one in self.broken:
            if one.check.blocks:
                yield Reason(
                    "filing.check",
                    one.words,
                    remedy="Mở danh sách của từng ô để tìm hồ sơ ghi sai.",
                )
        explained = self.explained.strip()
        for one in self.broken:
            if not one.check.blocks and not explained:
                yield Reason(
                    "input.explained", f"{one.words} {one.check.why}", remedy="Ghi giải trình."
                )
        if self.period.last >= asked.today and not explained:
            yield Reason(
                "input.explained",
                "Kỳ báo cáo chưa kết thúc.",
                remedy="Ghi vì sao chốt trước khi kết thúc.",
            )
        if self.nothing and not self.is_empty:
            yield Reason(
                "input.nothing", "Kỳ này có phát sinh số liệu.", remedy="Bỏ chọn “Không phát sinh”."
            )
        if self.is_empty and not self.nothing:
            yield Reason(
                "input.nothing",
                "Kỳ này không phát sinh số liệu nào.",
                remedy="Chọn “Không phát sinh”.",
            )

    def write(self) -> Written:
        figures = frozen(self.tables)
        filing = Filing.objects.create(
            organisation=self.unit,
            period=self.period.kind,
            first_day=self.period.first,
            last_day=self.period.last,
            version=len(self._before) + 1,
            figures=figures,
            sha256=digest(figures),
            nothing=self.nothing,
            explained=self.explained.strip(),
            text={one.value: said for one in Section if (said := self.text.get(one, "").strip())},
            due_on=due.due_on(self.unit.kind, self.period) or self.due_told,
            filed_on=self.on,
            filed_by=self.filed_by,
        )
        return filing, None


@dataclass(frozen=True, kw_only=True)
class ReopenReport(InBody):
    """The superior opens a filed report again; the version stays as it was, another may follow."""

    kind = RegisterEntry.Deed.REPORT_REOPENED

    filing: Filing
    by: Person
    on: date
    reason: str

    @property
    def words(self) -> str:
        return f"Mở lại báo cáo thống kê của {self.filing}: {self.reason.strip()}"

    def renew(self) -> None:
        self.filing.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if rights.reopening_body(asked.by, self.filing.organisation, asked.today) is None:
            yield Reason(
                "permission",
                "Chỉ lãnh đạo của cấp trên trực tiếp được mở lại báo cáo đã chốt.",
                remedy="Gửi đề nghị mở lại đến cấp trên trực tiếp.",
            )
        if not self.reason.strip():
            yield Reason(
                "input.reason", "Chưa ghi lý do mở lại.", remedy="Ghi số liệu nào sai, vì sao."
            )
        if self.filing.reopened_by_id is not None:
            yield Reason(
                "filing.reopened",
                "Lần báo cáo này đã được mở lại.",
                remedy="Xem lần báo cáo mới nhất.",
            )

    def write(self) -> Written:
        before = told(self.filing)
        self.filing.reopened_by, self.filing.reopened_on = self.by, self.on
        self.filing.reopened_for = self.reason.strip()[:500]
        self.filing.reopened_under = self.document.strip()[:200]
        changed = ["reopened_by", "reopened_on", "reopened_for", "reopened_under"]
        self.filing.save(update_fields=changed)
        return self.filing, before


def filled(period: Period, of: Scope) -> list[Table]:
    """Return every form of the period for that scope, in their order."""
    return [fill(form, period, of) for form in used(period)]


def frozen(tables: Sequence[Table]) -> dict[str, Any]:
    """Return forms as a filing keeps them: heads, rows and figures, readable when the forms have long changed."""
    return {
        "forms": fingerprint(),
        "tables": [
            {
                "code": table.form.code,
                "title": table.form.title,
                "columns": [
                    [one.id, one.headed(table.period)] for one in table.form.leaves(table.period)
                ],
                "head": [
                    [[head.text, head.across, head.down] for head in line]
                    for line in table.form.head(table.period)
                ],
                "rows": [
                    [
                        row.id,
                        row.head,
                        [table.text(row.id, one) for one in table.form.leaves(table.period)],
                    ]
                    for row in table.form.rows
                ],
                "figures": [
                    [row, column, figure] for (row, column), figure in table.figures.items()
                ],
            }
            for table in tables
        ],
    }


def digest(figures: dict[str, Any]) -> str:
    """Return the SHA-256 of frozen figures."""
    return sha256(canonical(figures).encode()).hexdigest()


def versions(unit: Organisation, period: Period):
    """Return every version a unit filed for a period, oldest first."""
    return Filing.objects.filter(
        organisation=unit, period=period.kind, first_day=period.first, last_day=period.last
    ).order_by("version")


def altered() -> Iterator[Filing]:
    """Yield every filing whose figures are no longer those that were frozen."""
    for one in Filing.objects.order_by("pk").iterator(chunk_size=50):
        if digest(one.figures) != one.sha256:
            yield one
