"""Yearly grades as they were decided and handed in, and from which list."""

from django.db import models

from proof.walls import append_only, superseded_once
from registry.list_models import ListImport


class GradeImport(ListImport):
    """One list of grades taken in."""

    class Meta:
        verbose_name = "lần nhập xếp loại"
        triggers = append_only()


class Grade(models.Model):
    """The grade somebody was given for a period, by a decision; a later list that differs supersedes it.

    Nothing here is ever computed: points and shares stand as they were handed in, empty where the list had none.
    `period` is the year, "2025-Q3", or a term or occasion in words; `period_ends` is its last day.
    """

    class Level(models.TextChoices):
        EXCELLENT = "xuat_sac", "Hoàn thành xuất sắc nhiệm vụ"
        GOOD = "tot", "Hoàn thành tốt nhiệm vụ"
        DONE = "hoan_thanh", "Hoàn thành nhiệm vụ"
        NOT_DONE = "khong_hoan_thanh", "Không hoàn thành nhiệm vụ"

    class Span(models.TextChoices):
        YEAR = "nam", "Năm"
        QUARTER = "quy", "Quý"
        TERM = "nhiem_ky", "Nhiệm kỳ"
        OCCASION = "khi_can", "Khi cần"

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="grades")
    organisation = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="grades")
    cell = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")
    span = models.CharField("loại kỳ", max_length=12, choices=Span.choices)
    period = models.CharField("kỳ đánh giá", max_length=20)
    period_ends = models.DateField("ngày cuối kỳ")
    scheme = models.CharField("quy định về đánh giá", max_length=20)
    level = models.CharField("mức xếp loại", max_length=20, choices=Level.choices)
    points = models.DecimalField("điểm", max_digits=5, decimal_places=2, null=True)
    late = models.DecimalField("tỷ lệ việc chậm (%)", max_digits=5, decimal_places=2, null=True)
    beyond = models.DecimalField("phần vượt yêu cầu (%)", max_digits=5, decimal_places=2, null=True)
    document = models.CharField("quyết định xếp loại", max_length=200, blank=True)
    taken_in = models.ForeignKey(GradeImport, models.PROTECT, related_name="taken")
    superseded_in = models.ForeignKey(
        GradeImport, models.PROTECT, null=True, blank=True, related_name="superseded"
    )

    class Meta:
        verbose_name = "kết quả xếp loại"
        triggers = superseded_once("superseded_in")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "span", "period"],
                condition=models.Q(superseded_in=None),
                name="one_living_grade_a_period",
            )
        ]
        indexes = [models.Index(fields=["cell", "span", "period"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.period}: {self.get_level_display()}"
