"""Sổ đơn, thư đến: one line for each letter or finding that came in, under a number without gaps."""

from django.db import models
from django.db.models import Q

from proof.walls import append_only
from registry.erasure_models import of_file
from registry.models import Body, Term
from workflows.letters import OPEN_SOURCES, SEALED_SOURCES, Sender, Source


class IncomingEntry(models.Model):
    """One line of a body's incoming book, entered by the step that registered it. Never edited.

    A receipt date that starts a clock is the `arrived_on` of such a line. `sender` is empty wherever
    the identity is sealed or unknown: then at most the `alias` of an envelope stands here.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="incoming")
    record = models.OneToOneField("cases.StepRecord", models.PROTECT, related_name="incoming")
    body = models.ForeignKey(Body, models.PROTECT, related_name="incoming")
    term = models.ForeignKey(Term, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("số đến")
    arrived_on = models.DateField("ngày đến")
    postmarked_on = models.DateField("ngày dấu bưu điện", null=True)
    source = models.CharField("loại", max_length=16, choices=Source.choices)
    sender_kind = models.CharField("người gửi là", max_length=16, choices=Sender.choices)
    alias = models.CharField("bí danh", max_length=24, blank=True)
    sender = models.CharField("người gửi", max_length=300, blank=True)
    search_key = models.CharField(max_length=300, blank=True, editable=False)
    sender_number = models.CharField("số, ký hiệu của nơi gửi", max_length=80, blank=True)

    class Meta:
        verbose_name = "dòng sổ đơn, thư đến"
        triggers = append_only(of_file("sender", "search_key", "sender_number"))
        constraints = [
            models.UniqueConstraint(
                fields=["body", "term", "number"], name="one_incoming_entry_per_number"
            ),
            models.CheckConstraint(
                condition=Q(sender="")
                | Q(sender_kind=Sender.NAMED, source__in=sorted(OPEN_SOURCES))
                | Q(sender_kind=Sender.ORGAN) & ~Q(source__in=sorted(SEALED_SOURCES)),
                name="no_denouncer_by_name",
            ),
        ]
        indexes = [models.Index(fields=["body", "-arrived_on", "-id"])]

    def __str__(self) -> str:
        return f"{self.number}, {self.arrived_on:%d/%m/%Y}"
