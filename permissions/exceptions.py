"""Personal exceptions: the one table of who else may read one file, why, by whose leave, from when to when."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from guardian.models import UserObjectPermissionAbstract

from proof.walls import superseded_once
from registry.models import Person, Post

#: The one permission that is ever given to a person by name: to read a file. Acting takes a post.
OPEN = "open_case"


class GrantKind(models.TextChoices):
    """By which of two ways an exception came about."""

    EXCEPTION = "ngoai_le", "Cho phép xem riêng"
    EMERGENCY = "khan_cap", "Mở khẩn cấp"


class Purpose(models.TextChoices):
    """Mục đích: what an emergency opening is for."""

    OVERSIGHT = "kiem_tra_giai_quyet", "Kiểm tra việc giải quyết của cấp dưới"
    ANSWER = "tra_loi", "Trả lời cấp trên, cơ quan có thẩm quyền trong ngày"
    PROTECT = "bao_ve", "Ngăn hậu quả đối với người, tài liệu, chứng cứ"


class PersonalGrant(UserObjectPermissionAbstract):
    """`user`, the account of `person`, may read one object from its first day to its last.

    The row is guardian's own object permission, made to carry reason, giver and days. It is never
    edited or removed: it may be ended, once. What it opens, if anything, only `granted` says.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    permission = models.ForeignKey(Permission, models.PROTECT)
    content_type = models.ForeignKey(ContentType, models.PROTECT)
    person = models.ForeignKey(Person, models.PROTECT, related_name="exceptions")
    kind = models.CharField("loại", max_length=12, choices=GrantKind.choices)
    reason = models.TextField("lý do")
    purpose = models.CharField("mục đích", max_length=24, choices=Purpose.choices, blank=True)
    document = models.CharField("văn bản", max_length=200, blank=True)
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="exceptions_given")
    given_as = models.ForeignKey(Post, models.PROTECT, related_name="+")
    given_at = models.DateTimeField("cho phép lúc", default=timezone.now)
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến hết ngày")
    until = models.DateTimeField("đến lúc", null=True)
    ended_at = models.DateTimeField("chấm dứt lúc", null=True)
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ended_why = models.TextField("lý do chấm dứt", blank=True)

    class Meta:
        verbose_name = "ngoại lệ cá nhân"
        verbose_name_plural = "ngoại lệ cá nhân"
        triggers = superseded_once("ended_at", along=("ended_by", "ended_why"))
        indexes = [
            models.Index(fields=["user", "content_type", "object_pk"]),
            models.Index(fields=["content_type", "object_pk"]),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_exception_has_a_reason"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="an_exception_has_days_in_order"
            ),
            models.CheckConstraint(
                condition=Q(kind=GrantKind.EXCEPTION, until=None, purpose="")
                | (Q(kind=GrantKind.EMERGENCY, until__isnull=False) & ~Q(purpose="")),
                name="an_emergency_has_an_hour_and_a_purpose",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="whoever_ends_an_exception_is_named",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return (
            f"{self.person}: {self.get_kind_display()}, {self.content_type.model} {self.object_pk}"
        )


def in_force(on: date, now: datetime | None = None) -> QuerySet[PersonalGrant]:
    """Return the exceptions that open something on the day `on` and at the moment `now` (else: this one).

    An exception holds on its days, both included; an emergency opening to its hour, whatever the day
    asked about; neither once it was ended, nor for an account that has gone to somebody else.
    """
    return PersonalGrant.objects.filter(
        Q(kind=GrantKind.EXCEPTION, first_day__lte=on, last_day__gte=on)
        | Q(kind=GrantKind.EMERGENCY, until__gt=now or timezone.now()),
        user__person=F("person"),
        ended_at=None,
        permission__codename=OPEN,
        permission__content_type=F("content_type"),
    )


def granted(person: Person, on: date, now: datetime | None = None) -> QuerySet[PersonalGrant]:
    """Return what is open to `person` by exception then: the only question anybody asks of this table.

    guardian's own `has_perm` knows neither days nor endings, and lets a superuser through.
    """
    return in_force(on, now).filter(person=person)


def about(model: type[models.Model]) -> dict[str, object]:
    """The condition "is about an object of `model`" for rows of this table."""
    return {
        "content_type__app_label": model._meta.app_label,
        "content_type__model": model._meta.model_name,
    }


def permission_to_open(model: type[models.Model]) -> Permission:
    """Return the permission to read objects of `model`."""
    return Permission.objects.get(codename=OPEN, **about(model))
