"""Diện quản lý of a cadre: who manages the highest post they hold that day, unless a document says otherwise.

Both are read by one function of the database, `registry_manager_of` (registry/migrations/0001), so that a file
and a page never differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Func, Value
from django.db.models.fields import BigIntegerField, DateField

from law import Reason
from registry import keeping
from registry.deeds import InBody, Written, span, update
from registry.keeping import Asked
from registry.models import (
    BodyKind,
    Organisation,
    OrganisationKind,
    Person,
    Position,
    RegisterEntry,
    on,
)
from registry.organ_models import ManagedPost, ManagementOverride
from registry.organs.rights import home_of, not_over


def manager_on(person: int, day: date) -> int | None:
    """The organisation whose committee manages the person on a day; None where nothing says so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_manager_of(%s, %s)", [person, day])
        return cursor.fetchone()[0]


def as_of(person: int, day: date) -> Func:
    """The same as an expression, to be written with a row."""
    return Func(
        Value(person, output_field=BigIntegerField()),
        Value(day, output_field=DateField()),
        function="registry_manager_of",
        output_field=BigIntegerField(),
    )


def overrides_of(person: Person) -> list[ManagementOverride]:
    """Every document that said who manages the person, the newest first."""
    return list(
        ManagementOverride.objects.filter(person=person).select_related("manager").order_by("-pk")
    )


def override_on(person: Person, day: date) -> ManagementOverride | None:
    """The newest document about the person whose day has come."""
    return next((one for one in overrides_of(person) if one.since <= day), None)


def told_post(row: ManagedPost) -> str:
    """A kind of post in words."""
    return (
        f"{Position(row.position).label}, {BodyKind(row.body_kind).label}, "
        f"{OrganisationKind(row.organisation_kind).label}"
    )


@dataclass(frozen=True, kw_only=True)
class ManagePost(InBody):
    """Phân cấp: from a day on the committee manages whoever holds such a post anywhere below it."""

    kind = RegisterEntry.Deed.POST_MANAGED

    manager: Organisation
    organisation_kind: str
    body_kind: str
    position: str
    first_day: date
    last_day: date | None = None

    @property
    def words(self) -> str:
        return f"{told_post(self._row())}, {span(self.first_day, self.last_day)}"

    def _row(self) -> ManagedPost:
        return ManagedPost(
            manager=self.manager,
            organisation_kind=self.organisation_kind,
            body_kind=self.body_kind,
            position=self.position,
            first_day=self.first_day,
            last_day=self.last_day,
            document=self.document.strip(),
        )

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_over(self.body, self.manager, asked)
        yield from keeping.days_astray(self.first_day, self.last_day)
        row = self._row()
        same = ManagedPost.objects.filter(
            keeping.overlapping(self.first_day, self.last_day),
            manager=self.manager,
            organisation_kind=row.organisation_kind,
            body_kind=row.body_kind,
            position=row.position,
        )
        if same.exists():
            yield Reason(
                "input.position",
                "Chức vụ này đã có trong bảng phân cấp những ngày đó.",
                remedy="Không cần ghi nữa.",
            )

    def write(self) -> Written:
        row = self._row()
        row.save()
        return row, None


@dataclass(frozen=True, kw_only=True)
class ManagePostNoMore(InBody):
    """The last day on which the committee manages such posts."""

    kind = RegisterEntry.Deed.POST_FREED

    row: ManagedPost
    last_day: date

    @property
    def words(self) -> str:
        return f"{told_post(self.row)}, đến hết ngày {self.last_day:%d/%m/%Y}"

    def renew(self) -> None:
        self.row.refresh_from_db()

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_over(self.body, self.row.manager_id, asked)
        yield from keeping.end_astray(self.row, self.last_day, asked)

    def write(self) -> Written:
        return update(self.row, last_day=self.last_day)


@dataclass(frozen=True, kw_only=True)
class DetermineManager(InBody):
    """A document says who manages a member, whatever their posts say; without a manager the posts say it again."""

    kind = RegisterEntry.Deed.MANAGED

    person: Person
    manager: Organisation | None
    since: date

    @property
    def about(self) -> Person:
        return self.person

    @property
    def words(self) -> str:
        who = f"thuộc diện {self.manager} quản lý" if self.manager else "theo chức vụ đang giữ"
        return f"{who}, từ ngày {self.since:%d/%m/%Y}"

    def against(self, asked: Asked) -> Iterator[Reason]:
        yield from super().against(asked)
        yield from not_over(self.body, home_of(self.person, asked.today), asked)
        own = "Không ai tự ghi diện quản lý của mình."
        yield from keeping.own_matter(self.person, asked, own)
        if self.manager is not None and not _stands(self.manager, self.since):
            yield Reason(
                "input.manager",
                f"{self.manager} không còn, hoặc chưa có, vào ngày đó.",
                remedy="Chọn tổ chức khác, hoặc ghi ngày khác.",
            )
        living = self._living()
        if living is None and self.manager is None:
            yield Reason(
                "input.manager",
                "Chưa có văn bản nào xác định khác với chức vụ.",
                remedy="Chọn tổ chức quản lý.",
            )

    def _living(self) -> ManagementOverride | None:
        return ManagementOverride.objects.filter(person=self.person).order_by("-pk").first()

    def write(self) -> Written:
        row: Any = ManagementOverride.objects.create(
            person=self.person,
            manager=self.manager,
            since=self.since,
            document=self.document.strip(),
            supersedes=self._living(),
        )
        return row, None


def _stands(organisation: Organisation, day: date) -> bool:
    return Organisation.objects.filter(on(day), pk=organisation.pk).exists()
