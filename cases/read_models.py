"""The read log: who opened what of a file, when, by which office and by which way; only added to."""

from django.db import models

from documents.models import Paper
from proof.walls import append_only
from registry.models import Person, Post


class ReadPart(models.TextChoices):
    """What of a file was read."""

    FILE = "ho_so", "Trang hồ sơ"
    STEP = "buoc", "Biểu mẫu của một bước"
    DRAFT = "du_thao", "Dự thảo trình ký"
    PAPER = "van_ban", "Văn bản"
    DOWNLOAD = "tai_van_ban", "Tải văn bản"
    ATTACHMENT = "tep", "Tài liệu, chứng cứ kèm theo"
    RETOLD = "ke_lai", "Bản kể lại vụ việc"
    HISTORY = "nhat_ky", "Nhật ký"
    EXPORT = "xuat", "Danh sách xuất ra tệp"


class Surface(models.TextChoices):
    """Through what it was read."""

    PAGE = "trang", "Trang màn hình"
    API = "api", "API"


class ReadEntry(models.Model):
    """One read of one part of one file by one person, written before the answer leaves.

    `way` is by what the file opened to that person, `post` the office they then held, in the handling
    body where they held one there.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="reads")
    person = models.ForeignKey(Person, models.PROTECT, related_name="reads")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    way = models.CharField("lối vào", max_length=24)
    part = models.CharField("phần đã đọc", max_length=16, choices=ReadPart.choices)
    detail = models.CharField("chi tiết", max_length=60, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="+")
    surface = models.CharField("đọc qua", max_length=8, choices=Surface.choices)
    purpose = models.CharField("mục đích", max_length=300, blank=True)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lượt đọc hồ sơ"
        triggers = append_only()
        indexes = [
            models.Index(fields=["case", "-id"], name="reads_of_case"),
            models.Index(fields=["-at", "-id"], name="reads_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.case}, {self.get_part_display()}"
