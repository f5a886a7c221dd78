"""Keys by which programs speak for a person (never kept, only their hash); and where Django finds the other tables."""

import hashlib
import secrets

from django.db import models
from django.utils import timezone

from permissions.exceptions import PersonalGrant  # noqa: F401 -- Django looks here
from permissions.notices import Notice  # noqa: F401 -- likewise
from registry.models import Person


class ApiToken(models.Model):
    """Lets a program act as one person through the API, until it is revoked."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="api_tokens")
    sha256 = models.CharField("mã băm của khóa", max_length=64, unique=True)
    given_at = models.DateTimeField("cấp lúc", default=timezone.now)
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)

    class Meta:
        verbose_name = "khóa truy cập API"

    def __str__(self) -> str:
        return f"{self.person} {self.given_at:%d/%m/%Y}"

    @classmethod
    def give(cls, person: Person) -> str:
        """Make a key for `person` and return it: the only moment at which it can be read."""
        key = f"kt_{secrets.token_urlsafe(32)}"
        cls.objects.create(person=person, sha256=digest(key))
        return key

    @classmethod
    def holder(cls, key: str) -> Person | None:
        """The person whose live key this is, or None; a closed account has no live key."""
        found = (
            cls.objects.select_related("person")
            .filter(sha256=digest(key), revoked_at=None)
            .exclude(person__account__is_active=False)
            .first()
        )
        return found and found.person


def digest(key: str) -> str:
    """The hash under which a key is kept (64 hex digits)."""
    return hashlib.sha256(key.encode()).hexdigest()
