"""A proposal out of a flag, and the file of intake into which an inspection committee took it."""

from django.db import models

from proof.walls import append_only
from registry.models import FlagDecision, Person


class ProposalTaken(models.Model):
    """One proposal taken in, once: it leads to the file, and the file back to it."""

    decision = models.OneToOneField(FlagDecision, models.PROTECT, related_name="taken")
    case = models.OneToOneField("cases.Case", models.PROTECT, related_name="proposal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "đề nghị đã tiếp nhận"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.decision} → {self.case}"
