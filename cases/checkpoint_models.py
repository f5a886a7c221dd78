"""What the checkpoints were last told of each chain: a memory that only saves telling it again."""

from django.db import models


class ToldHead(models.Model):
    """The end of one chain as the newest checkpoint has it.

    Derived: nothing is ever verified against it, and lost, all heads are told once more.
    """

    chain = models.CharField("chuỗi", primary_key=True, max_length=80)
    length = models.PositiveIntegerField("số bản ghi")
    head = models.CharField("mã băm cuối", max_length=64)

    class Meta:
        verbose_name = "đầu chuỗi đã niêm phong"

    def __str__(self) -> str:
        return f"{self.chain}: {self.length}"


class CheckRun(models.Model):
    """One run of the nightly checkers: when, and what it found, a line each."""

    at = models.DateTimeField("lúc")
    found = models.JSONField("kết quả")

    class Meta:
        verbose_name = "lần rà soát"
        indexes = [models.Index(fields=["-at"])]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M}"
