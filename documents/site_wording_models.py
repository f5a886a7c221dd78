"""The wording a site uses in the place of the shipped one: each version kept for ever, with who adopted it and why."""

from django.db import models

from proof.walls import append_only
from registry.models import Person, Post


class SiteWording(models.Model):
    """One version of the wording of a kind, in force from a day on; an empty one is the shipped wording again."""

    kind = models.CharField("loại văn bản", max_length=12)
    first_day = models.DateField("từ ngày")
    source = models.TextField("mẫu", blank=True)
    sha256 = models.CharField("mã băm mẫu", max_length=64)
    reason = models.TextField("lý do")
    adopted_by = models.ForeignKey(Person, models.PROTECT, related_name="wordings_adopted")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "mẫu văn bản của nơi dùng"
        triggers = append_only()
        indexes = [models.Index(fields=["kind", "first_day"])]

    def __str__(self) -> str:
        return f"{self.kind} từ {self.first_day:%d/%m/%Y}"
