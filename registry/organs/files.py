"""What a member's paper file must hold by its numbered kinds, what a check of it found, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import law
from law import Reason
from registry import tree
from registry.deeds import InBody, Written, update
from registry.keeping import Asked
from registry.member_models import PAPER_FILES, MemberFinding, MemberRow
from registry.members.rights import not_writer
from registry.models import Membership, Organisation, Person, RegisterEntry
from registry.organ_models import FileCheck, FilePaperName
from registry.register import told

RULE = "member_file.papers"
#: The check under which a missing paper stands among the findings.
MISSING_PAPER = "thieu_giay_to"
#: Which lots of kinds a member of each standing must have, in this order.
LOTS: Mapping[str, Sequence[str]] = {
    Membership.Status.PROBATIONARY: ("du_bi",),
    Membership.Status.OFFICIAL: ("du_bi", "chinh_thuc"),
}


@dataclass(frozen=True)
class Kind:
    """One numbered kind of paper; `name` is what the organisation calls it, nothing while nobody said."""

    code: str
    number: int
    lot: str
    name: str = ""

    @property
    def numbered(self) -> str:
        """By its number alone."""
        return f"loại {self._lot} số {self.number}"

    @property
    def label(self) -> str:
        """As a person reads it."""
        return f"{self.name} ({self._lot} {self.number})" if self.name else self.numbered

    @property
    def _lot(self) -> str:
        return "dự bị" if self.lot == "du_bi" else "chính thức"


@dataclass(frozen=True)
class Kinds:
    """The kinds a member must have; not `sure`: counted as the newest guidance that was read has it."""

    rows: tuple[Kind, ...]
    citation: str
    sure: bool

    @property
    def named(self) -> int:
        """How many of them have a name."""
        return sum(bool(one.name) for one in self.rows)


def kinds_of(status: str, organisation: int, day: date) -> Kinds:
    """The kinds that a member with that standing must have on a day, as `organisation` calls them."""
    hit = law.rule(RULE, on=day)
    known = hit.state == "known" and hit.gives_verdict
    near = None if known else next((one for one in hit.proposals if one.kind == "earlier"), None)
    counts = hit.value if known else near.value if near else {}
    names = dict(
        FilePaperName.objects.filter(organisation=organisation, superseded_by=None).values_list(
            "code", "name"
        )
    )
    rows = tuple(
        Kind(code, number, lot, names.get(code, ""))
        for lot in LOTS[status]
        for number in range(1, counts.get(lot, 0) + 1)
        for code in [f"{lot}-{number:02}"]
    )
    citation = hit.cited if known else near.citation if near else ""
    return Kinds(rows, str(citation or ""), sure=known)


def last_check(person: Person) -> FileCheck | None:
    """The newest check of a member's file."""
    return FileCheck.objects.filter(person=person).order_by("-checked_on", "-pk").first()


def missing_in(units: Iterable[int]) -> list[MemberFinding]:
    """Every paper that the newest checks of files in these units found missing, by unit and member."""
    found = MemberFinding.objects.filter(check_name=MISSING_PAPER, fixed_on=None, unit__in=units)
    return list(found.select_related("unit").order_by("unit__name", "words", "pk"))


@dataclass(frozen=True, kw_only=True)
class CheckFile(InBody):
    """Somebody who keeps the list went through one member's file: `present` are the kinds that lie in it.

    What is missing becomes a finding each; one that lies in it now is put right.
    """

    kind = RegisterEntry.Deed.FILE_CHECKED

    row: MemberRow
    checked_on: date
    present: Sequence[str]
    beside: list[dict[str, Any]] = field(default_factory=list, compare=False)

    @property
    def about(self) -> Person:
        return self.row.person

    @property
    def words(self) -> str:
        return f"Kiểm tra hồ sơ ngày {self.checked_on:%d/%m/%Y}: thiếu {len(self._missing())}"

    def _kinds(self) -> tuple[Kind, ...]:
        return kinds_of(self.row.status, self.body.organisation_id, self.checked_on).rows

    def _missing(self) -> list[Kind]:
        return [one for one in self._kinds() if one.code not in self.present]

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        units = {self.body.organisation_id, *tree.below(self.body.organisation_id, asked.today)}
        if self.row.cell_id not in units:
            yield Reason("permission", "Đảng viên này thuộc tổ chức khác.", remedy="Chọn lại.")
        if self.checked_on > asked.today:
            yield Reason("input.checked_on", "Ngày này chưa đến.", remedy="Ghi ngày đã kiểm tra.")
        newest = last_check(self.row.person)
        if newest is not None and self.checked_on < newest.checked_on:
            yield Reason(
                "input.checked_on",
                f"Đã có lần kiểm tra ngày {newest.checked_on:%d/%m/%Y}, mới hơn.",
                remedy="Ghi lần kiểm tra mới nhất.",
            )
        strange = set(self.present) - {one.code for one in self._kinds()}
        if strange:
            yield Reason(
                "input.present", "Có loại giấy tờ không thuộc danh mục.", remedy="Chọn lại."
            )

    def write(self) -> Written:
        missing = self._missing()
        check = FileCheck.objects.create(
            person=self.row.person,
            organisation_id=self.body.organisation_id,
            cell=self.row.cell,
            checked_on=self.checked_on,
            status=self.row.status,
            present=sorted(self.present),
            missing=[one.code for one in missing],
            document=self.document.strip(),
        )
        self._findings(missing)
        return check, None

    def _findings(self, missing: Sequence[Kind]) -> None:
        whose = f"{self.row.person_id}:"
        open_ones = MemberFinding.objects.filter(
            check_name=MISSING_PAPER, key__startswith=whose, fixed_on=None
        )
        standing = {one.key.removeprefix(whose): one for one in open_ones}
        for code, finding in standing.items():
            if code not in {one.code for one in missing}:
                self.beside.append(told(update(finding, fixed_on=self.checked_on)[0]))
        for one in missing:
            if one.code not in standing:
                self.beside.append(told(self._finding(one, f"{whose}{one.code}")))

    def _finding(self, one: Kind, key: str) -> MemberFinding:
        return MemberFinding.objects.create(
            organisation_id=self.body.organisation_id,
            list_code=PAPER_FILES,
            unit=self.row.cell,
            kind=MemberFinding.Kind.UPDATE,
            check_name=MISSING_PAPER,
            key=key,
            words=f"{self.row.full_name}: hồ sơ thiếu {one.label}.",
            remedy="Bổ sung vào hồ sơ rồi ghi lần kiểm tra sau.",
            found_on=self.checked_on,
        )


@dataclass(frozen=True, kw_only=True)
class NamePaper(InBody):
    """The organisation says what one of the numbered kinds is called, by the text it has in hand."""

    kind = RegisterEntry.Deed.PAPER_NAMED

    code: str
    name: str

    @property
    def organisation(self) -> Organisation:
        """Whose name for it this is."""
        return self.in_body.organisation

    @property
    def words(self) -> str:
        return f"{self.code}: {self.name.strip()}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        every = kinds_of(Membership.Status.OFFICIAL, self.body.organisation_id, asked.today).rows
        if self.code not in {one.code for one in every}:
            yield Reason("input.code", "Danh mục không có loại này.", remedy="Chọn lại.")
        if not self.name.strip():
            yield Reason("input.name", "Chưa ghi tên giấy tờ.", remedy="Ghi tên theo văn bản.")

    def write(self) -> Written:
        before = FilePaperName.objects.filter(
            organisation=self.body.organisation_id, code=self.code, superseded_by=None
        ).first()
        row = FilePaperName.objects.create(
            organisation_id=self.body.organisation_id,
            code=self.code,
            name=self.name.strip(),
            document=self.document.strip(),
            supersedes=before,
        )
        return row, None
