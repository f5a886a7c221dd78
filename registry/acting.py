"""Changes of who acts for whom, who follows which area, and who is kin to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from law import Reason
from registry import keeping, tree
from registry.deeds import Deed, InBody, OfPost, Written, span, update
from registry.keeping import FOLLOWERS, Asked
from registry.models import (
    AreaAssignment,
    Body,
    Delegation,
    Kinship,
    Organisation,
    Person,
    Post,
    RegisterEntry,
    on,
)


@dataclass(frozen=True, kw_only=True)
class Acting(OfPost):
    """Somebody acts in a post for a span of days, beside its holder."""

    as_kind = Delegation.Kind.SUBSTITUTION

    to: Person
    first_day: date
    last_day: date | None = None

    @property
    def words(self) -> str:
        return f"{_for(self.post)} → {self.to}, {span(self.first_day, self.last_day)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.days_astray(self.first_day, self.last_day)
        yield from keeping.outside_span(self.first_day, self.last_day, self.post, "chức vụ")
        if self.first_day < asked.today:
            yield Reason(
                "input.first_day",
                "Không ghi lùi ngày: chưa ai được làm thay trước khi ghi.",
                remedy="Ghi từ hôm nay trở đi.",
            )
        yield from self._against_receiver()

    def _against_receiver(self) -> Iterator[Reason]:
        those_days = keeping.overlapping(self.first_day, self.last_day)
        same = Post.objects.filter(
            those_days, body=self.body, position=self.post.position, person=self.to
        )
        if same.exists():
            yield Reason(
                "input.to",
                f"{self.to} đã giữ chính chức vụ này trong những ngày đó.",
                remedy="Chọn người khác.",
            )
        elif not keeping.people_of(self.body, self.first_day).filter(pk=self.to.pk).exists():
            yield Reason(
                "input.to",
                f"{self.to} không thuộc {self.body.name} ngày đó.",
                remedy="Chọn người của cơ quan.",
            )
        acting = self.post.delegations.filter(those_days).select_related("to").first()
        if acting is not None:
            yield Reason(
                "office.acting",
                f"Trong những ngày đó {acting.to} đã làm thay chức vụ này.",
                remedy="Cho thôi việc làm thay ấy trước, hoặc ghi những ngày khác.",
            )

    def write(self) -> Written:
        lent = Delegation.objects.create(
            post=self.post,
            to=self.to,
            kind=self.as_kind,
            first_day=self.first_day,
            last_day=self.last_day,
            document=self.document.strip(),
        )
        return lent, None


@dataclass(frozen=True, kw_only=True)
class Delegate(Acting):
    """Ủy quyền: the holder lends the own post, for named days."""

    kind = RegisterEntry.Deed.DELEGATED
    as_kind = Delegation.Kind.DELEGATION

    def against(self, asked: Asked) -> Iterator[Reason]:
        if self.post.person_id != asked.by.pk:
            yield Reason(
                "permission",
                "Chỉ người giữ chức vụ mới ủy quyền được chức vụ của mình.",
                remedy="Người giữ chức vụ vắng mặt thì ghi phân công phụ trách thay.",
            )
        if self.last_day is None:
            yield Reason(
                "input.last_day", "Ủy quyền phải có ngày cuối.", remedy="Ghi ngày hết ủy quyền."
            )
        yield from super().against(asked)


@dataclass(frozen=True, kw_only=True)
class Substitute(Acting):
    """Phân công phụ trách thay: the body names who acts while the holder cannot."""

    kind = RegisterEntry.Deed.SUBSTITUTED

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.own_matter(self.to, asked, "Không ai tự phân công mình phụ trách thay.")
        yield from super().against(asked)


@dataclass(frozen=True, kw_only=True)
class CallBack(Deed):
    """The one who acts for another acts no more; what they did so far stands."""

    kind = RegisterEntry.Deed.CALLED_BACK

    lent: Delegation
    last_day: date

    @property
    def body(self) -> Body:
        return self.lent.post.body

    @property
    def about(self) -> Person:
        return self.lent.to

    @property
    def words(self) -> str:
        return f"{_for(self.lent.post)}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def renew(self) -> None:
        self.lent.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if asked.by.pk not in (self.lent.post.person_id, self.lent.to_id):
            yield from keeping.not_keeper(self.body, asked)
        yield from keeping.end_astray(self.lent, self.last_day, asked, earliest=_yesterday(asked))

    def write(self) -> Written:
        return update(self.lent, last_day=self.last_day)


@dataclass(frozen=True, kw_only=True)
class AssignArea(InBody):
    """Phân công địa bàn: an officer or member of the body follows a unit below it."""

    kind = RegisterEntry.Deed.AREA_GIVEN

    person: Person
    unit: Organisation
    first_day: date
    last_day: date | None = None

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        return f"{self.unit}, {span(self.first_day, self.last_day)}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.own_matter(self.person, asked, "Không ai tự phân công địa bàn cho mình.")
        yield from keeping.days_astray(self.first_day, self.last_day)
        held = Post.objects.filter(on(self.first_day), body=self.body, position__in=FOLLOWERS)
        if not held.filter(person=self.person).exists():
            yield Reason(
                "input.person",
                f"Ngày đó {self.person} không giữ chức vụ theo dõi địa bàn ở {self.body.name}.",
                remedy="Chọn kiểm tra viên hoặc ủy viên của cơ quan.",
            )
        if self.unit.pk not in tree.below(self.body.organisation_id, self.first_day):
            yield Reason(
                "input.unit",
                f"{self.unit} không trực thuộc {self.body.organisation} ngày đó.",
                remedy="Chọn tổ chức cấp dưới.",
            )
        those_days = keeping.overlapping(self.first_day, self.last_day)
        same = AreaAssignment.objects.filter(those_days, person=self.person, unit=self.unit)
        if same.filter(body=self.body).exists():
            yield Reason(
                "input.unit",
                f"{self.person} đã được phân công địa bàn này trong những ngày đó.",
                remedy="Không cần ghi nữa, hoặc ghi những ngày khác.",
            )

    def write(self) -> Written:
        area = AreaAssignment.objects.create(
            person=self.person,
            body=self.body,
            unit=self.unit,
            first_day=self.first_day,
            last_day=self.last_day,
            document=self.document.strip(),
        )
        return area, None


@dataclass(frozen=True, kw_only=True)
class EndArea(Deed):
    """The person follows the area no more."""

    kind = RegisterEntry.Deed.AREA_ENDED

    area: AreaAssignment
    last_day: date

    @property
    def body(self) -> Body:
        return self.area.body

    @property
    def about(self) -> Person:
        return self.area.person

    @property
    def words(self) -> str:
        return f"{self.area.unit}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def renew(self) -> None:
        self.area.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from keeping.not_keeper(self.body, asked)
        yield from keeping.end_astray(self.area, self.last_day, asked, earliest=_yesterday(asked))

    def write(self) -> Written:
        return update(self.area, last_day=self.last_day)


@dataclass(frozen=True, kw_only=True)
class DeclareKin(InBody):
    """A holder of a post declares a close relative; one row serves both ways."""

    kind = RegisterEntry.Deed.KIN

    person: Person
    relative: Person
    relation: str

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        return ""

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        if asked.by.pk != self.person.pk:
            yield from keeping.not_keeper(self.body, asked)
        if not Post.objects.filter(on(asked.today), body=self.body, person=self.person).exists():
            yield Reason(
                "input.person",
                f"{self.person} không giữ chức vụ ở {self.body.name}.",
                remedy="Ghi ở cơ quan mà đồng chí đó đang giữ chức vụ.",
            )
        if self.person.pk == self.relative.pk:
            yield Reason("input.relative", "Hai người phải khác nhau.", remedy="Chọn lại.")
        if not self.relation.strip():
            yield Reason("input.relation", "Chưa ghi quan hệ.", remedy="Ví dụ: vợ, em ruột.")
        pair = {self.person.pk, self.relative.pk}
        if Kinship.objects.filter(person__in=pair, relative__in=pair).exists():
            yield Reason(
                "input.relative",
                "Quan hệ của hai người này đã được kê khai.",
                remedy="Không cần ghi nữa.",
            )

    def write(self) -> Written:
        kin = Kinship.objects.create(
            person=self.person,
            relative=self.relative,
            relation=self.relation.strip(),
            document=self.document.strip(),
        )
        return kin, None


def _for(post: Post) -> str:
    return f"{post.person}, {post.get_position_display()}"


def _yesterday(asked: Asked) -> date:
    return asked.today - timedelta(days=1)
