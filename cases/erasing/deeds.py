"""The deeds: one who keeps the files asks on a paper, another who leads the body agrees or declines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cases.erasing import emptying, scope
from cases.models import Case, Subject
from law import Reason
from proof.reader import as_the_system
from registry import keeping, offices
from registry.deeds import Deed, InBody, Written, update
from registry.erasure_models import Erasure
from registry.keeping import Asked, keeping_post
from registry.members.rights import not_writer
from registry.models import Body, Person, Position, RegisterEntry


@dataclass(frozen=True, kw_only=True)
class AskErasing(InBody):
    """Somebody who keeps the files of a body asks that words be erased, on the paper that orders it."""

    kind = RegisterEntry.Deed.ERASE_ASKED

    case: Case | None = None
    person: Person | None = None
    issued_by: str
    issued_on: date
    kept_until: date | None = None
    asked_by: Person
    asked_on: date

    @property
    def about(self) -> Person | None:
        return self.person

    @property
    def words(self) -> str:
        return f"Đề nghị xóa dữ liệu cá nhân của {_called(self.case, self.person)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _not_keeper(self.body, self.case, asked)
        yield from _own_matter(self.case, self.person, asked)
        if not self.issued_by.strip():
            yield Reason(
                "input.issued_by", "Chưa ghi cơ quan ban hành văn bản.", remedy="Ghi tên cơ quan."
            )
        if self.issued_on > asked.today:
            yield Reason(
                "input.issued_on", "Ngày văn bản chưa đến.", remedy="Ghi lại ngày văn bản."
            )
        if _waiting(self.case, self.person):
            yield Reason(
                "erasing.asked", "Đã có đề nghị xóa chờ quyết định.", remedy="Xem đề nghị đó."
            )
        yield from _against(self.case, self.person, self.body, asked.today, self.kept_until)

    def write(self) -> Written:
        row = Erasure.objects.create(
            body=self.body,
            file=self.case and self.case.pk,
            reference=self.case.reference if self.case else "",
            person=self.person,
            document=self.document.strip(),
            issued_by=self.issued_by.strip(),
            issued_on=self.issued_on,
            kept_until=self.kept_until,
            asked_by=self.asked_by,
            asked_on=self.asked_on,
        )
        return row, None


@dataclass(frozen=True, kw_only=True)
class _OfErasure(Deed):
    outcome: ClassVar[Erasure.Outcome]

    erasure: Erasure
    decided_by: Person
    decided_on: date

    @property
    def body(self) -> Body:
        return self.erasure.body

    @property
    def about(self) -> Person | None:
        return self.erasure.person

    @property
    def case(self) -> Case | None:
        """The file it is about; None where it is about a person."""
        return Case.objects.filter(pk=self.erasure.file).first()

    def renew(self) -> None:
        self.erasure.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from _not_leader(self.body, self.case, asked)
        yield from _own_matter(self.case, self.erasure.person, asked)
        if self.erasure.outcome:
            yield Reason(
                "erasing.decided", "Đề nghị này đã quyết định.", remedy="Không cần làm gì."
            )

    def decided(self, **more: object) -> Written:
        """Write the outcome."""
        return update(
            self.erasure, outcome=self.outcome, decided_by=self.decided_by, decided_on=self.decided_on, **more
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class DeclineErasing(_OfErasure):
    """Nothing is erased; whoever asked, or whoever decides, says so."""

    kind = RegisterEntry.Deed.ERASE_DECLINED
    outcome = Erasure.Outcome.DECLINED

    @property
    def words(self) -> str:
        return f"Không xóa dữ liệu cá nhân của {_called(self.case, self.erasure.person)}"

    def write(self) -> Written:
        return self.decided()


@dataclass(frozen=True, kw_only=True)
class Erase(_OfErasure):
    """A second person agrees: the words are gone from that moment."""

    kind = RegisterEntry.Deed.ERASED
    outcome = Erasure.Outcome.ERASED

    @property
    def words(self) -> str:
        return f"Xóa dữ liệu cá nhân của {_called(self.case, self.erasure.person)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if asked.by.pk == self.erasure.asked_by_id:
            yield Reason(
                "erasing.same_hand",
                "Người đề nghị không tự quyết định việc xóa.",
                remedy="Để một lãnh đạo khác xem và quyết định.",
            )
        if not self.erasure.outcome:
            yield from _against(
                self.case, self.erasure.person, self.body, asked.today, self.erasure.kept_until
            )

    def write(self) -> Written:
        if case := self.case:
            case = Case.objects.select_for_update().get(pk=case.pk)
            left = {"records": case.records, "rows": emptying.left_of(case)}
            covers = {**scope.of_file(case).covers, **left}
            written = self.decided(covers=covers)
            emptying.empty_file(case, covers)
        else:
            assert self.erasure.person is not None
            covers = scope.of_person(self.erasure.person).covers
            written = self.decided(covers=covers)
            emptying.empty_person(self.erasure.person, covers)
        return written


@as_the_system()  # what is weighed and emptied is the whole file, whatever of it the actor may read
def record(deed: Deed, *, by: Person, today: date) -> Erasure:
    """Bring one of these deeds about. Raises OfficeRefused with every reason."""
    row: Erasure = offices.record(deed, by=by, today=today)
    return row


@as_the_system()
def case_of(erasure: Erasure) -> Case:
    """The file that an erasure is about."""
    return Case.objects.select_related("body").get(pk=erasure.file)


def _called(case: Case | None, person: Person | None) -> str:
    """Which file or person is meant, by number: the entry outlives the name."""
    return f"hồ sơ {case.reference}" if case else f"đảng viên số {person.pk if person else '?'}"


def _waiting(case: Case | None, person: Person | None) -> bool:
    about = {"file": case.pk} if case else {"person": person}
    return Erasure.objects.filter(outcome="", **about).exists()


def _against(
    case: Case | None, person: Person | None, body: Body, today: date, kept_until: date | None
) -> Iterator[Reason]:
    if case:
        yield from scope.against_file(case, today, kept_until)
    elif person:
        yield from scope.against_person(person, body, today)


def _own_matter(case: Case | None, person: Person | None, asked: Asked) -> Iterator[Reason]:
    text = "Không ai quyết định việc xóa dữ liệu của mình."
    about = Subject.objects.filter(case=case, person=asked.by) if case else Subject.objects.none()
    if about.exists() or (person and person.pk == asked.by.pk):
        yield Reason("office.self", text, remedy="Nhờ người khác có thẩm quyền ghi.")


def _not_keeper(body: Body, case: Case | None, asked: Asked) -> Iterator[Reason]:
    yield from keeping.not_keeper(body, asked) if case else not_writer(body, asked)


def _not_leader(body: Body, case: Case | None, asked: Asked) -> Iterator[Reason]:
    post = keeping_post(asked.by, body, asked.today)
    if case is None:
        yield from not_writer(body, asked)
    elif post is None or post.position == Position.CLERK:
        yield Reason(
            "permission",
            f"Chỉ lãnh đạo của {body.name} quyết định việc xóa.",
            remedy="Chuyển đề nghị cho bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, trưởng ban hoặc phó trưởng ban.",
        )
