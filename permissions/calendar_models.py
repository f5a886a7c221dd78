"""The secret address at which a program reads one person's calendar; only its hash is kept."""

from __future__ import annotations

import hashlib
import secrets

from django.db import models
from django.db.models import Q
from django.utils import timezone

from registry.models import Person


class CalendarAddress(models.Model):
    """Lets whoever knows it read the days on which something falls for one person, until it is taken back."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="calendar_addresses")
    sha256 = models.CharField("mã băm của địa chỉ", max_length=64, unique=True)
    made_at = models.DateTimeField("lập lúc", default=timezone.now)
    ended_at = models.DateTimeField("bỏ lúc", null=True)

    class Meta:
        verbose_name = "địa chỉ lịch"
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="one_calendar_address_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.made_at:%d/%m/%Y}"

    @classmethod
    def make(cls, person: Person) -> str:
        """Make the secret of a new address and return it: the only moment at which it can be read.

        The address before it leads nowhere from now on.
        """
        cls.end(person)
        secret = secrets.token_urlsafe(32)
        cls.objects.create(person=person, sha256=_digest(secret))
        return secret

    @classmethod
    def end(cls, person: Person) -> int:
        """Take the address of a person back; return how many still led somewhere."""
        return cls.objects.filter(person=person, ended_at=None).update(ended_at=timezone.now())

    @classmethod
    def of(cls, person: Person) -> CalendarAddress | None:
        """The address of a person that leads somewhere, if there is one."""
        return cls.objects.filter(person=person, ended_at=None).first()

    @classmethod
    def live(cls, secret: str) -> CalendarAddress | None:
        """The address whose secret this is, with its person; a closed account has none that lives."""
        found = cls.objects.filter(sha256=_digest(secret), ended_at=None)
        return found.exclude(person__account__is_active=False).select_related("person").first()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
