"""What deciding a finished file again came to: one row for each state of the file and of the engine."""

from django.db import models

from proof.walls import append_only


class Hearing(models.TextChoices):
    """Whether the person concerned was heard before a decision on discipline."""

    NONE_DUE = "", "Không đặt ra"
    HELD = "da_nghe", "Đã nghe trình bày"
    DECLINED = "khong_trinh_bay", "Được mời, không trình bày"
    NOT_HELD = "chua_nghe", "Chưa nghe trình bày"


class Reviewed(models.TextChoices):
    """What became of a decision on discipline afterwards."""

    NOT = "", "Không khiếu nại, không xem xét lại"
    OPEN = "dang_xet", "Khiếu nại chưa có kết quả"
    KEPT = "giu_nguyen", "Giữ nguyên sau khi xem xét"
    CHANGED_ON_COMPLAINT = "doi_khieu_nai", "Thay đổi, xóa bỏ sau khiếu nại"
    CHANGED_FROM_ABOVE = "doi_cap_tren", "Cấp trên thay đổi, xóa bỏ"


class Conformance(models.Model):
    """A finished file decided again, once for each `engine` (hash of rule book and law) and `head` of its history.

    `kept` counts the verdicts that could not be decided again and stand as recorded. `deviations` are
    `cases.conformance.deviations.Deviation` as plain values, `count` how many. Nothing here is a judgement:
    a deviation is a fact for a person to weigh.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="replays")
    engine = models.CharField("ấn bản phần mềm", max_length=64)
    head = models.CharField("mã băm cuối", max_length=64)
    at = models.DateTimeField("lúc", auto_now_add=True)
    records = models.PositiveIntegerField("số bản ghi")
    kept = models.PositiveIntegerField("giữ như đã ghi")
    count = models.PositiveIntegerField("số điểm khác")
    deviations = models.JSONField("điểm khác")
    decided = models.BooleanField("có quyết định kỷ luật")
    hearing = models.CharField("nghe trình bày", max_length=16, choices=Hearing.choices, blank=True)
    review = models.CharField("xem xét lại", max_length=16, choices=Reviewed.choices, blank=True)

    class Meta:
        verbose_name = "lần đối chiếu hồ sơ"
        triggers = append_only()
        constraints = [
            models.UniqueConstraint(
                fields=["engine", "case", "head"], name="replayed_once_an_engine"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.count}"
