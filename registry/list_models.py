"""What every kind of list leaves when it is taken in: whose, from where, as of which day, and what it changed."""

from django.db import models


class ListImport(models.Model):
    """One list taken in; each kind of list has a table of its own."""

    body = models.ForeignKey("registry.Body", models.PROTECT, related_name="+")
    source = models.CharField("nguồn", max_length=200)
    file_name = models.CharField("tên tệp", max_length=200)
    file_sha256 = models.CharField("mã băm tệp", max_length=64)
    synced_on = models.DateField("số liệu tính đến ngày")
    rows = models.PositiveIntegerField("số dòng")
    created = models.PositiveIntegerField("thêm mới")
    changed = models.PositiveIntegerField("thay đổi")
    unchanged = models.PositiveIntegerField("không đổi")
    held_back = models.PositiveIntegerField("giữ lại")
    by = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.body}: {self.file_name}, {self.synced_on:%d/%m/%Y}"
