"""Mượn, trả hồ sơ đảng viên: a member's paper file leaves its place only on a document, and comes back in a state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from law import Reason
from registry import keeping, tree
from registry.deeds import Deed, InBody, Written, update
from registry.file_loan_models import MemberFileLoan
from registry.flags.flag import Flag, FlagKind
from registry.keeping import Asked
from registry.members.rights import not_writer, units_read_by
from registry.models import Body, Membership, Person, RegisterEntry, on
from registry.together import Talk


@dataclass(frozen=True, kw_only=True)
class LendMemberFile(InBody):
    """The file of one member is lent: to whom, what for, who allowed it; `document` is the paper that says so."""

    kind = RegisterEntry.Deed.FILE_LENT

    person: Person
    borrower: str
    purpose: str
    allowed_by: str
    lent_on: date
    due_back: date

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        return f"{self.borrower.strip()} mượn hồ sơ đến {self.due_back:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        yield from keeping.own_matter(self.person, asked, "Không ai tự cho mượn hồ sơ của mình.")
        for name, said in (
            ("borrower", self.borrower),
            ("purpose", self.purpose),
            ("allowed_by", self.allowed_by),
        ):
            if not said.strip():
                yield Reason(
                    f"input.{name}",
                    "Chưa ghi đủ người mượn, mục đích, người cho phép.",
                    remedy="Ghi đủ.",
                )
        yield from _days(self.lent_on, self.due_back, asked)
        if _cell_of(self.person, self.lent_on, self.body) is None:
            yield Reason(
                "loan.elsewhere",
                f"Ngày đó {self.person} không sinh hoạt ở tổ chức đảng nào thuộc {self.body.organisation.name}.",
                remedy="Nơi đang giữ hồ sơ của đảng viên ghi việc cho mượn.",
            )
        if open_loan(self.person):
            yield Reason(
                "loan.open", "Hồ sơ này đang cho mượn, chưa trả.", remedy="Ghi trả lần mượn trước."
            )

    def write(self) -> Written:
        unit = _cell_of(self.person, self.lent_on, self.body)
        loan = MemberFileLoan.objects.create(
            body=self.body,
            person=self.person,
            unit_id=unit,
            borrower=self.borrower.strip(),
            purpose=self.purpose.strip(),
            allowed_by=self.allowed_by.strip(),
            lent_on=self.lent_on,
            due_back=self.due_back,
        )
        return loan, None


@dataclass(frozen=True, kw_only=True)
class TakeBackMemberFile(Deed):
    """The file is back in its place, in which state; `document` is the receipt."""

    kind = RegisterEntry.Deed.FILE_BACK

    loan: MemberFileLoan
    returned_on: date
    condition: str

    @property
    def body(self) -> Body:
        return self.loan.body

    @property
    def about(self) -> Person:
        return self.loan.person

    @property
    def words(self) -> str:
        return f"{self.loan.borrower} trả hồ sơ: {self.condition.strip()}"

    def renew(self) -> None:
        self.loan.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_writer(self.body, asked)
        if self.loan.returned_on is not None:
            yield Reason("loan.closed", "Lần mượn này đã trả.", remedy="Không cần ghi nữa.")
        if not self.loan.lent_on <= self.returned_on <= asked.today:
            yield Reason(
                "input.returned_on",
                f"Ngày trả phải từ ngày mượn ({self.loan.lent_on:%d/%m/%Y}) đến hôm nay.",
                remedy="Ghi lại cho đúng.",
            )
        if not self.condition.strip():
            yield Reason(
                "input.condition", "Chưa ghi tình trạng hồ sơ khi trả.", remedy="Ghi tình trạng."
            )

    def write(self) -> Written:
        return update(self.loan, returned_on=self.returned_on, condition=self.condition.strip())


def loans_read_by(person: Person, day: date) -> QuerySet[MemberFileLoan]:
    """The loans of files of members that `person` reads: of units of theirs, never about themselves."""
    rows = MemberFileLoan.objects.filter(unit__in=units_read_by(person, day)).exclude(person=person)
    return rows.select_related("person", "unit", "body").order_by("returned_on", "due_back", "pk")


def open_loan(person: Person) -> MemberFileLoan | None:
    """The loan of a member's file that is not back yet."""
    return MemberFileLoan.objects.filter(person=person, returned_on=None).first()


def flags(units: Iterable[int], on_day: date) -> Talk[list[Flag]]:
    """A flag for each file that did not come back in time, for its keeper to look at."""
    late = MemberFileLoan.objects.filter(unit__in=units, returned_on=None, due_back__lt=on_day)
    late = late.select_related("person", "unit")
    yield [late]
    return [
        Flag(
            FlagKind.FILE,
            loan.person,
            loan.unit,
            loan.due_back + timedelta(days=1),
            f"Hồ sơ đảng viên cho {loan.borrower} mượn, quá hạn trả {loan.due_back:%d/%m/%Y}.",
            f"file_loan:{loan.pk}",
        )
        for loan in late
    ]


def _cell_of(person: Person, day: date, body: Body) -> int | None:
    """The cell of a member under this body that day, or none."""
    ours = {body.organisation_id, *tree.below(body.organisation_id, day)}
    held = Membership.objects.filter(on(day), person=person, cell__in=ours)
    return held.values_list("cell", flat=True).first()


def _days(lent_on: date, due_back: date, asked: Asked) -> Iterator[Reason]:
    if lent_on > asked.today:
        yield Reason("input.lent_on", "Ngày mượn chưa đến.", remedy="Ghi khi giao hồ sơ.")
    if due_back < lent_on:
        yield Reason(
            "input.due_back", "Hạn trả trước ngày mượn.", remedy="Ghi hạn trả từ ngày mượn trở đi."
        )
