"""What the counters of a meeting wrote down before the result was announced: one sheet a counter, never edited."""

from django.db import models
from django.db.models import Q

from proof.walls import superseded_once
from registry.models import Person


class CountSheet(models.Model):
    """The totals one counter gives of one ballot; a slip of the pen is taken back whole, and stays readable.

    `round` is 1, and one more after each count that had no value. Nothing here is a result: that is the
    step through the door, which takes no other totals than those on which two sheets agree.
    """

    meeting = models.ForeignKey("cases.Case", models.PROTECT, related_name="count_sheets")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    step = models.CharField("bước", max_length=40)
    round = models.PositiveSmallIntegerField("lần bỏ phiếu")
    counter = models.CharField("người kiểm phiếu", max_length=200)
    totals = models.JSONField("số phiếu")
    entered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("ghi lúc")
    taken_back_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField("rút lúc", null=True)

    class Meta:
        verbose_name = "phiếu ghi của người kiểm phiếu"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "case", "step", "round", "counter"],
                condition=Q(taken_back_at=None),
                name="one_sheet_a_counter",
            )
        ]
        triggers = superseded_once("taken_back_at", along=("taken_back_by",))

    def __str__(self) -> str:
        return f"{self.meeting}: {self.counter}"
