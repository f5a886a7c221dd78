"""That a step was taken, of any file: what may be known of it by whoever may not read its record."""

from django.db import models


class StepTaken(models.Model):
    """A row of the view over the step records: no words, no names (cases/second_wall.sql).

    `record` is the record itself, or None where it is not this reader's to trace.
    """

    case = models.ForeignKey("cases.Case", models.DO_NOTHING, related_name="+")
    record = models.OneToOneField(
        "cases.StepRecord", models.DO_NOTHING, null=True, related_name="+"
    )
    sequence = models.PositiveIntegerField("số thứ tự")
    step = models.CharField("bước", max_length=40)
    acted_on = models.DateField("ngày thực hiện")

    class Meta:
        managed = False
        db_table = "cases_steptaken"
        verbose_name = "bước đã làm"

    def __str__(self) -> str:
        return f"{self.case_id} #{self.sequence} {self.step}"
