"""The routes that bodies laid down for their drafts: dated rows with a document, ended by a later row."""

from django.db import models

from proof.walls import append_only
from registry.models import Body, Person


class ApprovalRoute(models.Model):
    """From `first_day` on, drafts of this body and kind of paper pass these stations before their signer.

    The newest row of a body and paper that has begun is in force; one with `ended` puts the site's own
    route back. An empty `paper` stands for every kind that has no row of its own.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="approval_routes")
    paper = models.CharField("loại văn bản", max_length=12, blank=True)
    stations = models.JSONField("các cấp")
    waits_for_opinions = models.BooleanField("chờ đủ ý kiến", default=False)
    ended = models.BooleanField("thôi áp dụng", default=False)
    first_day = models.DateField("từ ngày")
    document = models.CharField("văn bản quy định", max_length=200)
    laid_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    laid_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "đường duyệt"
        triggers = append_only()
        ordering = ["paper", "first_day", "pk"]
        indexes = [models.Index(fields=["body", "first_day"])]

    def __str__(self) -> str:
        return f"{self.body}, {self.paper or '*'}: {', '.join(self.stations)}"
