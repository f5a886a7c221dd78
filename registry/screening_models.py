"""The rounds in which members are looked through (rà soát, sàng lọc), and what came of each member."""

from django.db import models

from proof.walls import only_these_change
from registry.erasure_models import of_person


class ScreeningRound(models.Model):
    """A round of looking through members (rà soát, sàng lọc): whose, on which plan, for which time."""

    body = models.ForeignKey("registry.Body", models.PROTECT, related_name="screenings")
    name = models.CharField("tên đợt", max_length=200)
    opened_on = models.DateField("ngày mở đợt")
    document = models.CharField("kế hoạch", max_length=200)
    ended_on = models.DateField("ngày kết thúc", null=True)

    class Meta:
        verbose_name = "đợt rà soát, sàng lọc"
        triggers = only_these_change("ended_on")

    def __str__(self) -> str:
        return f"{self.name} ({self.body})"


class ScreeningRow(models.Model):
    """A member on the list of a round: why, and what those who met made of it. It ends nobody's membership."""

    class Outcome(models.TextChoices):
        CLEARED = "khong_co_van_de", "Không còn vấn đề"
        HELPED = "giup_do", "Phân công giúp đỡ, rèn luyện, thử thách"
        TO_REMOVAL = "xem_xet_xoa_ten", "Đưa ra xem xét xóa tên, cho ra khỏi Đảng"

    screening = models.ForeignKey(ScreeningRound, models.PROTECT, related_name="rows")
    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="screened")
    cell = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")
    reason = models.CharField("lý do đưa vào danh sách", max_length=500)
    added_on = models.DateField("ngày đưa vào")
    outcome = models.CharField("kết quả", max_length=20, choices=Outcome.choices, blank=True)
    said = models.CharField("ý kiến, lý do của kết quả", max_length=500, blank=True)
    decided_on = models.DateField("ngày họp xem xét", null=True)
    decided_by = models.CharField("biên bản, nghị quyết", max_length=200, blank=True)

    class Meta:
        verbose_name = "dòng danh sách rà soát"
        triggers = only_these_change(
            "outcome", "said", "decided_on", "decided_by", erased=of_person("reason", "said")
        )
        constraints = [
            models.UniqueConstraint(fields=["screening", "person"], name="a_member_once_in_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.screening.name}: {self.person}"
