"""Findings about the member data that a person writes: misuse found, guidance given, a fault put right by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from law import Reason
from registry.deeds import InBody, Written, update
from registry.keeping import Asked
from registry.member_models import PAPER_FILES, MemberFinding
from registry.members.rights import not_writer
from registry.models import Organisation, RegisterEntry


@dataclass(frozen=True, kw_only=True)
class FindMisuse(InBody):
    """Somebody used the data otherwise than allowed; no import can see that, so a person writes it down."""

    kind = RegisterEntry.Deed.MISUSE_FOUND

    unit: Organisation
    said: str
    remedy: str
    found_on: date

    @property
    def words(self) -> str:
        return f"{self.unit.name}: {self.said}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        yield from _not_ahead(self.found_on, asked)
        if not self.said.strip():
            yield Reason("input.said", "Chưa ghi sai sót.", remedy="Ghi việc đã phát hiện.")

    def write(self) -> Written:
        open_ones = MemberFinding.objects.filter(
            organisation=self.body.organisation_id, kind=MemberFinding.Kind.USE
        )
        finding = MemberFinding.objects.create(
            organisation_id=self.body.organisation_id,
            unit=self.unit,
            kind=MemberFinding.Kind.USE,
            check_name="nguoi_phat_hien",
            key=str(open_ones.count() + 1),
            words=self.said.strip(),
            remedy=self.remedy.strip(),
            found_on=self.found_on,
        )
        return finding, None


@dataclass(frozen=True, kw_only=True)
class OfFinding(InBody):
    """A deed about one finding that stands open."""

    finding: MemberFinding
    day: date

    @property
    def words(self) -> str:
        return self.finding.words

    def renew(self) -> None:
        self.finding.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        yield from _not_ahead(self.day, asked)
        if self.finding.organisation_id != self.body.organisation_id:
            yield Reason(
                "permission", "Sai sót này thuộc danh sách của tổ chức khác.", remedy="Chọn lại."
            )
        if self.finding.fixed_on is not None:
            yield Reason("finding.closed", "Sai sót này đã khắc phục.", remedy="Không cần ghi nữa.")
        if self.day < self.finding.found_on:
            yield Reason(
                "input.day",
                f"Ngày này trước ngày phát hiện ({self.finding.found_on:%d/%m/%Y}).",
                remedy="Ghi lại cho đúng.",
            )


@dataclass(frozen=True, kw_only=True)
class GuideFinding(OfFinding):
    """The organisation board told the unit how to put it right; `document` is what it was told by."""

    kind = RegisterEntry.Deed.FINDING_GUIDED

    def write(self) -> Written:
        return update(self.finding, guided_on=self.day, guidance=self.document.strip()[:300])


@dataclass(frozen=True, kw_only=True)
class CloseFinding(OfFinding):
    """A person saw it put right; what an import can see is closed by the next import instead."""

    kind = RegisterEntry.Deed.FINDING_CLOSED

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if self.finding.list_code == PAPER_FILES:
            yield Reason(
                "finding.by_check",
                "Sai sót này do lần kiểm tra hồ sơ phát hiện.",
                remedy="Bổ sung giấy tờ; lần kiểm tra hồ sơ sau tự đóng.",
            )
        elif self.finding.kind != MemberFinding.Kind.USE:
            yield Reason(
                "finding.by_import",
                "Sai sót này do lần nhập danh sách phát hiện.",
                remedy="Sửa danh sách gốc rồi nhập lại; lần nhập sau tự đóng.",
            )

    def write(self) -> Written:
        return update(self.finding, fixed_on=self.day)


def _not_ahead(day: date, asked: Asked) -> Iterator[Reason]:
    if day > asked.today:
        yield Reason("input.day", "Ngày này chưa đến.", remedy="Ghi ngày đã qua.")
