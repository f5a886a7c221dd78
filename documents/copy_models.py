"""Copies of printed papers: each a file of its own, numbered in the copying organ's series, never changed."""

from django.db import models

from proof.walls import append_only
from registry.erasure_models import of_paper
from registry.models import Body, Person, Post, Term


class Copy(models.Model):
    """Bản sao: made once from the stored print of a paper, whose hash it keeps."""

    class Kind(models.TextChoices):
        TRUE_COPY = "sao_y", "Sao y bản chính"
        RECEIVED_COPY = "sao_luc", "Sao lục"
        EXTRACT = "trich_sao", "Trích sao"

    paper = models.ForeignKey("documents.Paper", models.PROTECT, related_name="copies")
    kind = models.CharField("hình thức sao", max_length=12, choices=Kind.choices)
    part = models.JSONField("phần được trích", default=dict)
    body = models.ForeignKey(Body, models.PROTECT, related_name="copies")
    term = models.ForeignKey(Term, models.PROTECT, related_name="copies")
    number = models.PositiveIntegerField("số")
    number_text = models.CharField("số và ký hiệu", max_length=60)
    dated = models.DateField("ngày sao")
    signed_by = models.ForeignKey(Person, models.PROTECT, related_name="copies_signed")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    recipients = models.JSONField("nơi nhận")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="copies_made")
    made_at = models.DateTimeField("lập lúc")
    copied_sha256 = models.CharField("mã băm bản được sao", max_length=64)
    pdf = models.BinaryField("bản sao")
    sha256 = models.CharField("mã băm bản sao", max_length=64)
    pages = models.PositiveIntegerField("số trang")

    class Meta:
        verbose_name = "bản sao văn bản"
        verbose_name_plural = "bản sao văn bản"
        triggers = append_only(of_paper("pdf"))
        constraints = [
            models.UniqueConstraint(fields=["body", "term", "number"], name="one_copy_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.number_text} {self.get_kind_display()}: {self.paper}"
