"""What a person decided about a flag: a proposal to an inspection committee, or none, each with the reason."""

from django.db import models
from django.db.models import Q

from proof.walls import append_only
from registry.erasure_models import of_person


class FlagDecision(models.Model):
    """One flag decided, once, by a person. `source` is the flag's own name, so that it does not come back.

    What the flag said that day is kept, for the row that raised it may change; `kind` is a FlagKind.
    """

    class Outcome(models.TextChoices):
        PROPOSED = "de_nghi", "Đề nghị xem xét"
        NONE = "khong_de_nghi", "Không đề nghị"

    source = models.CharField("nguồn", max_length=200, unique=True)
    kind = models.CharField("loại", max_length=20)
    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="flags_decided")
    unit = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="flags_decided")
    since = models.DateField("từ ngày")
    flagged = models.CharField("dấu hiệu", max_length=500)
    outcome = models.CharField("quyết định", max_length=16, choices=Outcome.choices)
    reason = models.TextField("lý do")
    body = models.ForeignKey("registry.Body", models.PROTECT, related_name="flags_decided")
    to = models.ForeignKey(
        "registry.Body", models.PROTECT, null=True, related_name="proposals_received"
    )
    by = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    decided_on = models.DateField("ngày quyết định")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "quyết định về dấu hiệu"
        triggers = append_only(of_person("flagged", "reason"))
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="de_nghi", to__isnull=False)
                | Q(outcome="khong_de_nghi", to__isnull=True),
                name="a_proposal_names_whom_it_goes_to",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.flagged}"
