"""Who proposed and who confirmed a row of law read in the full text: two rows, written once each."""

from django.db import models
from django.db.models import Q

from proof.walls import append_only
from registry.models import Person, Post


class LawProposal(models.Model):
    """Đề nghị bổ sung: a row of law that one authorised person read in a document, with its scan."""

    rule = models.CharField("mã quy định", max_length=80)
    content = models.JSONField("nội dung")
    kind = models.CharField("loại bổ sung", max_length=12)
    replaces = models.TextField("luật lúc đó nói gì")
    scan = models.ForeignKey("cases.Attachment", models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField("đề nghị lúc")
    law_version = models.CharField("luật lúc đề nghị", max_length=64)
    simulation = models.JSONField("mô phỏng người đề nghị đã xem")

    class Meta:
        verbose_name = "đề nghị bổ sung luật"
        triggers = append_only()
        indexes = [models.Index(fields=["rule"])]

    def __str__(self) -> str:
        return f"{self.rule}, {self.content['from']}"


class Adoption(models.Model):
    """The second person's answer: the proposal becomes the site's next law version, or it does not.

    `version` is the hash of the signed file that holds it; empty when it was declined.
    """

    proposal = models.OneToOneField(LawProposal, models.PROTECT, related_name="answer")
    confirmed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField("trả lời lúc")
    number = models.PositiveIntegerField("phiên bản luật số", null=True)
    version = models.CharField("mã băm phiên bản", max_length=64, blank=True)
    reason = models.TextField("lý do không xác nhận", blank=True)
    simulation = models.JSONField("mô phỏng người trả lời đã xem")

    class Meta:
        verbose_name = "bổ sung luật"
        triggers = append_only()
        constraints = [
            models.CheckConstraint(
                condition=Q(version="", number=None) ^ Q(reason=""),
                name="a_version_or_a_reason",
            ),
            models.UniqueConstraint(
                fields=["version"], condition=~Q(version=""), name="one_adoption_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.version[:12] or 'không xác nhận'}"
