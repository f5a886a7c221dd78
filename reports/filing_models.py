"""What an organisation reported for a period: its figures frozen, version after version, never edited."""

from django.db import models

from proof.walls import superseded_once
from registry.models import Organisation, Person


class Section(models.TextChoices):
    """Phần lời của báo cáo: what people write around the figures, in the order it is printed."""

    RESULTS = "ket_qua", "Kết quả"
    LIMITS = "han_che", "Hạn chế, khuyết điểm"
    CAUSES = "nguyen_nhan", "Nguyên nhân"
    LESSONS = "bai_hoc", "Bài học kinh nghiệm"
    TASKS = "nhiem_vu", "Nhiệm vụ thời gian tới"


class Filing(models.Model):
    """The forms of one period as they were filed; a superior may open it again, and another version follows.

    `figures` holds every form by its code: the columns as they then stood, and the figure of each cell. `text` holds
    what was written around them, by section; other words are another version.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="filings")
    period = models.CharField("kỳ", max_length=12)
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến hết ngày")
    version = models.PositiveSmallIntegerField("lần báo cáo")
    figures = models.JSONField("số liệu")
    sha256 = models.CharField("mã băm số liệu", max_length=64)
    nothing = models.BooleanField("không phát sinh", default=False)
    explained = models.TextField("giải trình", blank=True)
    text = models.JSONField("phần lời", default=dict, blank=True)
    due_on = models.DateField("hạn nộp", null=True)
    filed_on = models.DateField("nộp ngày")
    filed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reopened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reopened_on = models.DateField("mở lại ngày", null=True)
    reopened_for = models.CharField("lý do mở lại", max_length=500, blank=True)
    reopened_under = models.CharField("văn bản mở lại", max_length=200, blank=True)

    class Meta:
        verbose_name = "báo cáo thống kê đã nộp"
        triggers = superseded_once(
            "reopened_by", along=("reopened_on", "reopened_for", "reopened_under")
        )
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "first_day", "last_day", "period", "version"],
                name="one_filing_a_version",
            ),
            models.UniqueConstraint(
                fields=["organisation", "first_day", "last_day", "period"],
                condition=models.Q(reopened_by=None),
                name="one_standing_filing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.first_day:%d/%m/%Y}–{self.last_day:%d/%m/%Y}, lần {self.version}"
