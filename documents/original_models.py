"""Bản gốc: where a wet signature is used the signed and sealed paper is the original; its scan and its place."""

from django.db import models

from proof.walls import append_only
from registry.erasure_models import of_paper
from registry.models import Person


class Original(models.Model):
    """One scan of the signed and sealed paper, and who held it against the print, and when. Never edited."""

    paper = models.ForeignKey("documents.Paper", models.PROTECT, related_name="originals")
    scan = models.BinaryField("bản chụp")
    name = models.CharField("tên tệp", max_length=200)
    kind = models.CharField("loại tệp", max_length=60)
    sha256 = models.CharField("mã băm bản chụp", max_length=64)
    print_sha256 = models.CharField("mã băm bản in đã đối chiếu", max_length=64)
    compared_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    compared_on = models.DateField("ngày đối chiếu")
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "bản gốc ký tay"
        triggers = append_only(of_paper("scan", "name"))

    def __str__(self) -> str:
        return f"{self.name}: {self.sha256[:12]}"


class Custody(models.Model):
    """Where the original lies from a day on, and who keeps it; a change is another row."""

    paper = models.ForeignKey("documents.Paper", models.PROTECT, related_name="custody")
    place = models.CharField("nơi giữ", max_length=300)
    holder = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateField("từ ngày")
    why = models.CharField("lý do", max_length=300, blank=True)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "nơi giữ bản gốc"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.place}, từ {self.since:%d/%m/%Y}"
