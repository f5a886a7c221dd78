"""Two logs that are only added to: who asked whether a member meets an obstacle, and who read a declaration."""

from django.db import models

from proof.walls import append_only
from registry.models import Organisation, Person, Post


class ObstacleQuery(models.Model):
    """One question whether anything stands against a member on a day, and the answer given: never by which file."""

    class Purpose(models.TextChoices):
        REWARD = "khen_thuong", "Đề nghị khen thưởng"
        BADGE = "huy_hieu", "Tặng Huy hiệu Đảng"
        TRAVEL = "di_nuoc_ngoai", "Cử đi nước ngoài"
        NOMINATION = "bo_nhiem", "Quy hoạch, bổ nhiệm, giới thiệu ứng cử"

    class Answer(models.TextChoices):
        YES = "co", "Có vướng mắc"
        NO = "khong", "Không có vướng mắc"
        ASK = "hoi", "Hỏi ủy ban kiểm tra"

    by = models.ForeignKey(Person, models.PROTECT, related_name="obstacle_queries")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey(Person, models.PROTECT, related_name="asked_about")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    on = models.DateField("vào ngày")
    purpose = models.CharField("việc", max_length=16, choices=Purpose.choices)
    reason = models.CharField("dùng cho", max_length=200)
    answer = models.CharField("trả lời", max_length=8, choices=Answer.choices)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lượt hỏi vướng mắc"
        triggers = append_only()
        indexes = [models.Index(fields=["unit", "-id"], name="queries_of_unit")]

    def __str__(self) -> str:
        return f"{self.by} hỏi về {self.about}: {self.get_answer_display()}"


class ForeignRead(models.Model):
    """One reading of what a member declared of relations abroad, written before the answer leaves.

    A team reads in its `case` and says why.
    """

    class Way(models.TextChoices):
        OWN = "cua_minh", "Kê khai của chính mình"
        SECRETARY = "bi_thu", "Bí thư chi bộ"
        LINE = "to_chuc", "Cơ quan tổ chức"
        CASE = "vu_viec", "Đoàn, người đứng đầu cơ quan thụ lý vụ việc"

    by = models.ForeignKey(Person, models.PROTECT, related_name="foreign_reads")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey(Person, models.PROTECT, related_name="foreign_read_by")
    unit = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    way = models.CharField("lối vào", max_length=12, choices=Way.choices)
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="+")
    reason = models.CharField("lý do", max_length=300, blank=True)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lượt đọc kê khai quan hệ nước ngoài"
        triggers = append_only()
        indexes = [models.Index(fields=["unit", "-id"], name="foreign_reads_of_unit")]

    def __str__(self) -> str:
        return f"{self.by}: kê khai của {self.about}"
