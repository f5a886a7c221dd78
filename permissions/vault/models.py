"""Envelopes that hold a denouncer's identity, what became of each, and the identities kept encrypted.

No column says a name, and none knows a case: everything else in the product knows the alias.
"""

from django.db import models

from permissions.vault.deeds import Deed
from proof.chain import NOTHING_BEFORE
from proof.entries import Entry
from proof.walls import only_these_change
from registry.models import Body, Person, Post


class AliasSeries(models.Model):
    """The last number given to an envelope of one body in one year."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối")

    class Meta:
        verbose_name = "bộ đếm bí danh"
        triggers = only_these_change("last")
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="one_alias_series_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.year}: {self.last}"


class Envelope(models.Model):
    """A sealed paper envelope that a body keeps. Where it lies now is told by its entries.

    `records` and `head` are the length and the last hash of its chain.
    """

    alias = models.CharField("bí danh", max_length=24)
    body = models.ForeignKey(Body, models.PROTECT, related_name="envelopes")
    number = models.CharField("số ghi trên phong bì", max_length=60)
    source = models.CharField("nguồn đơn", max_length=16)
    received_on = models.DateField("ngày nhận")
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    records = models.PositiveIntegerField("số bản ghi", default=0)
    head = models.CharField("mã băm cuối", max_length=64, default=NOTHING_BEFORE)

    class Meta:
        verbose_name = "phong bì danh tính"
        verbose_name_plural = "phong bì danh tính"
        triggers = only_these_change("records", "head")
        constraints = [
            models.UniqueConstraint(fields=["body", "alias"], name="one_envelope_an_alias"),
            models.UniqueConstraint(fields=["body", "number"], name="one_envelope_a_number"),
        ]

    def __str__(self) -> str:
        return self.alias

    @property
    def chain(self) -> str:
        """The name of its history in every hashed text."""
        return f"envelope:{self.pk}"


class EnvelopeEntry(Entry):
    """One thing done with an envelope or with the identity in it; a look is one too."""

    envelope = models.ForeignKey(Envelope, models.PROTECT, related_name="entries")
    deed = models.CharField("việc", max_length=16, choices=Deed.choices)
    about = models.PositiveIntegerField("về lần xin mở", null=True)
    actor = models.ForeignKey(Person, models.PROTECT, related_name="envelope_deeds")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    custodian = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    acted_on = models.DateField("ngày thực hiện")
    words = models.JSONField("lời ghi")
    salts = models.JSONField("muối")
    key = models.CharField("khóa yêu cầu", max_length=64)

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "nhật ký phong bì"
        ordering = ["envelope", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["envelope", "sequence"], name="one_envelope_entry_a_place"
            ),
            models.UniqueConstraint(fields=["actor", "key"], name="one_envelope_entry_a_key"),
        ]

    def __str__(self) -> str:
        return f"{self.envelope} #{self.sequence} {self.deed}"

    def claims(self) -> dict[str, object]:
        return {
            "chain": f"envelope:{self.envelope_id}",
            "sequence": self.sequence,
            "deed": self.deed,
            "about": self.about,
            "actor": self.actor_id,
            "post": self.post_id,
            "custodian": self.custodian_id,
            "acted_on": self.acted_on.isoformat(),
            "recorded_at": self.recorded_at.isoformat(),
        }


class SealedIdentity(models.Model):
    """What is in the envelope, encrypted under a key of its own, itself wrapped by the site's key.

    Without `wrapped_key` the identity is erased: nobody can read it again.
    """

    envelope = models.OneToOneField(Envelope, models.PROTECT, related_name="identity")
    key_id = models.CharField("mã khóa", max_length=32)
    wrapped_key = models.BinaryField("khóa dữ liệu đã bọc")
    ciphertext = models.BinaryField("bản mã")

    class Meta:
        verbose_name = "danh tính đã niêm"
        triggers = only_these_change("key_id", "wrapped_key", "ciphertext")

    def __str__(self) -> str:
        return f"{self.envelope_id} {self.key_id}"
