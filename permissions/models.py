"""Keys by which programs speak for a person, of which only hashes are kept; what was done to accounts."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from permissions.calendar_models import CalendarAddress  # noqa: F401 -- Django looks here
from permissions.choice_models import AccountChoice  # noqa: F401 -- likewise
from permissions.exceptions import PersonalGrant  # noqa: F401 -- Django looks here
from permissions.notices import Notice  # noqa: F401 -- likewise
from permissions.saved_models import DefaultFilter, SavedFilter  # noqa: F401 -- likewise
from permissions.vault.models import (  # noqa: F401 -- Django looks here
    AliasSeries,
    Envelope,
    EnvelopeEntry,
    SealedIdentity,
)
from proof.walls import append_only
from registry.models import Person

#: How long a key works unless its giver says otherwise, in days.
USUAL_LIFE = 90


def usual_end() -> datetime:
    """The moment at which a key given now stops working, unless its giver says otherwise."""
    return timezone.now() + timedelta(days=USUAL_LIFE)


class ApiToken(models.Model):
    """Lets a program act as one person through the API, until it expires or is revoked.

    It signs nothing for that person unless it was given for that too.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="api_tokens")
    sha256 = models.CharField("mã băm của khóa", max_length=64, unique=True)
    given_at = models.DateTimeField("cấp lúc", default=timezone.now)
    expires_at = models.DateTimeField("hết hạn lúc", default=usual_end)
    may_sign = models.BooleanField("được ký", default=False)
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)

    class Meta:
        verbose_name = "khóa truy cập API"

    def __str__(self) -> str:
        return f"{self.person} {self.given_at:%d/%m/%Y}"

    @classmethod
    def give(cls, person: Person, *, days: int = USUAL_LIFE, may_sign: bool = False) -> str:
        """Make a key for `person` and return it: the only moment at which it can be read.

        It works for `days` days from now.
        """
        key = f"kt_{secrets.token_urlsafe(32)}"
        end = timezone.now() + timedelta(days=days)
        cls.objects.create(person=person, sha256=digest(key), expires_at=end, may_sign=may_sign)
        return key

    @classmethod
    def live(cls, key: str) -> "ApiToken | None":
        """The live key whose secret this is, with its person; a closed account has no live key."""
        return (
            cls.objects.select_related("person")
            .filter(sha256=digest(key), revoked_at=None, expires_at__gt=timezone.now())
            .exclude(person__account__is_active=False)
            .first()
        )

    @classmethod
    def revoke_all(cls, person: Person | None) -> int:
        """Take back every key of a person; return how many still worked."""
        found = cls.objects.filter(person=person, revoked_at=None, expires_at__gt=timezone.now())
        return found.update(revoked_at=timezone.now())


class AccountDeed(models.Model):
    """What an administrator did to an account at the command line. Rows are only added."""

    class Deed(models.TextChoices):
        UNLOCKED = "mo_khoa", "Mở khóa đăng nhập"
        SECOND_STEP_RESET = "bo_hai_lop", "Bỏ xác thực hai lớp"
        CLOSED = "ngung", "Ngừng sử dụng"
        OPENED = "mo_lai", "Mở lại"
        KEY_GIVEN = "cap_khoa", "Cấp khóa API"
        KEYS_REVOKED = "thu_hoi_khoa", "Thu hồi khóa API"

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="deeds")
    deed = models.CharField("việc", max_length=16, choices=Deed.choices)
    said = models.CharField("chi tiết", max_length=200, blank=True)
    by = models.CharField("người dùng máy chủ", max_length=100)
    at = models.DateTimeField("lúc", default=timezone.now)

    class Meta:
        verbose_name = "việc quản trị tài khoản"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.get_deed_display()}: {self.account} {self.at:%d/%m/%Y}"


def digest(key: str) -> str:
    """The hash under which a key is kept (64 hex digits)."""
    return hashlib.sha256(key.encode()).hexdigest()
