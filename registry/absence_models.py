"""Members away from home: who works elsewhere, who changes cells, and the checks that a base committee owes."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from proof.walls import append_only, superseded_once
from registry.erasure_models import of_person
from registry.list_models import ListImport


class Retold(models.Model):
    """A row that is told anew whole when anything of it changes; the earlier telling stays as it was.

    `origin` is the first telling of the same matter, and names it for good; none for the first itself.
    `told_on` is the day from which on this telling holds.
    """

    origin = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="later")
    told_on = models.DateField("ghi từ ngày")
    superseded_by = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes"
    )

    class Meta:
        abstract = True

    @property
    def matter(self) -> int:
        """The number by which the matter is known, whatever is told of it later."""
        return self.origin_id or self.pk

    @classmethod
    def told_as_of(cls, day: date) -> Q:
        """The condition: this telling was the newest one on `day`."""
        return Q(told_on__lte=day) & (Q(superseded_by=None) | Q(superseded_by__told_on__gt=day))

    @classmethod
    def of(cls, matter: int) -> Q:
        """The condition: a telling of that matter."""
        return Q(pk=matter) | Q(origin=matter)

    def retold(self, told_on: date, **changed: Any) -> Self:
        """Return the next telling, not yet written: as this one, but for what changed."""
        kept = {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.name not in ("id", "superseded_by")
        }
        return type(self)(**{**kept, **changed, "origin_id": self.matter, "told_on": told_on})


class AbsenceImport(ListImport):
    """One list of members away taken in."""

    class Meta:
        verbose_name = "lần nhập danh sách đi làm ăn xa"
        triggers = append_only()


class Absence(Retold):
    """A member works away from home: where, from when until when, with which leave, and what the place says of them.

    An empty `address` is one that was not declared. `exempt_by` is the decision that frees them from the meetings
    of their cell until `exempt_until`.
    """

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="absences")
    place = models.CharField("nơi đến", max_length=120)
    address = models.CharField("địa chỉ đã khai báo", max_length=200, blank=True)
    first_day = models.DateField("đi từ ngày")
    until = models.DateField("dự kiến đến ngày", null=True, blank=True)
    exempt_by = models.CharField("văn bản cho miễn sinh hoạt", max_length=200, blank=True)
    exempt_until = models.DateField("được miễn đến hết ngày", null=True, blank=True)
    registered = models.BooleanField("đã đăng ký cư trú", default=False)
    returned_on = models.DateField("về ngày", null=True, blank=True)
    comment = models.CharField("nhận xét của nơi đến", max_length=200, blank=True)

    class Meta:
        verbose_name = "đảng viên đi làm ăn xa"
        triggers = superseded_once(erased=of_person("address"))
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(returned_on__gte=models.F("first_day")),
                name="no_return_before_leaving",
            ),
            models.CheckConstraint(
                condition=Q(exempt_until=None) | ~Q(exempt_by=""), name="exempt_by_a_decision"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.place}, từ {self.first_day:%d/%m/%Y}"


class CellTransfer(Retold):
    """A member changes cells, for good or for a time: the event that calls for it, the letter, and where it arrived.

    `to_cell` is empty where the new place keeps no register here; then `to_place` names it. `left_on` is the day of
    the letter of introduction, `arrived_on` the day it was presented, `taken_on` the first day in the new cell.
    `reason` is what the member said about being late.
    """

    class Kind(models.TextChoices):
        OFFICIAL = "chinh_thuc", "Chuyển sinh hoạt chính thức"
        TEMPORARY = "tam_thoi", "Chuyển sinh hoạt tạm thời"

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="cell_transfers")
    kind = models.CharField("hình thức", max_length=12, choices=Kind.choices)
    from_cell = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="members_leaving"
    )
    to_cell = models.ForeignKey(
        "registry.Organisation", models.PROTECT, null=True, related_name="members_arriving"
    )
    to_place = models.CharField("nơi đến ngoài danh bạ", max_length=200, blank=True)
    event = models.CharField("lý do chuyển", max_length=200)
    event_on = models.DateField("ngày thay đổi nơi làm việc, nơi ở")
    studies = models.BooleanField("đi học", default=False)
    until = models.DateField("sinh hoạt tạm thời đến hết ngày", null=True, blank=True)
    letter = models.CharField("giấy giới thiệu", max_length=200, blank=True)
    left_on = models.DateField("ngày cấp giấy giới thiệu", null=True, blank=True)
    arrived_on = models.DateField("ngày nộp giấy giới thiệu", null=True, blank=True)
    taken_on = models.DateField("sinh hoạt ở nơi đến từ ngày", null=True, blank=True)
    reason = models.CharField("lý do chậm", max_length=300, blank=True)
    dropped = models.CharField("không chuyển nữa vì", max_length=300, blank=True)

    class Meta:
        verbose_name = "chuyển sinh hoạt đảng"
        triggers = superseded_once(erased=of_person("reason"))
        indexes = [models.Index(fields=["from_cell"]), models.Index(fields=["to_cell"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"

    @property
    def is_over(self) -> bool:
        """Whether nothing more is expected of it."""
        return self.taken_on is not None or bool(self.dropped)


class PeriodicCheck(models.Model):
    """A base committee looked through its transfer slips, or compared its files with the list of members."""

    class Kind(models.TextChoices):
        SLIPS = "phieu_chuyen", "Kiểm tra phiếu chuyển sinh hoạt đảng"
        FILES = "ho_so", "Đối chiếu hồ sơ với danh sách đảng viên"

    organisation = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="periodic_checks"
    )
    kind = models.CharField("việc", max_length=12, choices=Kind.choices)
    done_on = models.DateField("ngày làm")
    result = models.CharField("kết quả", max_length=300, blank=True)

    class Meta:
        verbose_name = "kiểm tra, đối chiếu định kỳ"
        triggers = append_only()
        indexes = [models.Index(fields=["organisation", "kind", "done_on"])]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_kind_display()}, {self.done_on:%d/%m/%Y}"
