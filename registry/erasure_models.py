"""Xóa dữ liệu cá nhân: who asked that words be erased, on which paper, and who agreed; never what they were."""

from django.db import models
from django.db.models import Q

from proof.walls import Erased, only_these_change


def ordered(condition: str) -> str:
    """The condition in SQL that an erasure `e`, agreed to, is about a row; it speaks of the row as OLD."""
    return f"EXISTS (SELECT FROM registry_erasure e WHERE e.outcome = 'xoa' AND {condition})"


def of_file(*fields: str) -> Erased:
    """What an erasure of its file empties of a row that lies in it."""
    return Erased(fields, ordered("e.file = OLD.case_id"))


def of_paper(*fields: str, paper: str = "paper_id") -> Erased:
    """What an erasure that names its paper empties of a row."""
    return Erased(fields, ordered(f"e.covers -> 'papers' @> to_jsonb(OLD.{paper})"))


def of_person(*fields: str, where: str = "e.person_id = OLD.person_id") -> Erased:
    """What an erasure of whom it is about empties of a row of the register."""
    return Erased(fields, ordered(where))


class Erasure(models.Model):
    """One asking that the personal words of a file, or of a person, be erased; a second person decides it, once.

    `covers` says by number what it emptied: papers, files handed in, notices; and by its hash what was left of
    the rows of a file. It holds no word of what is gone.
    """

    class Outcome(models.TextChoices):
        ERASED = "xoa", "Đã xóa"
        DECLINED = "khong", "Không xóa"

    body = models.ForeignKey("registry.Body", models.PROTECT, related_name="erasures")
    file = models.BigIntegerField("hồ sơ", null=True, db_index=True)
    reference = models.CharField("số hồ sơ", max_length=24, blank=True)
    person = models.ForeignKey(
        "registry.Person", models.PROTECT, null=True, related_name="erasures"
    )
    document = models.CharField("văn bản cho phép xóa", max_length=200)
    issued_by = models.CharField("cơ quan ban hành", max_length=200)
    issued_on = models.DateField("ngày văn bản")
    kept_until = models.DateField("phải bảo quản đến hết ngày", null=True)
    asked_by = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    asked_on = models.DateField("đề nghị ngày")
    outcome = models.CharField("kết quả", max_length=8, choices=Outcome.choices, blank=True)
    decided_by = models.ForeignKey("registry.Person", models.PROTECT, null=True, related_name="+")
    decided_on = models.DateField("ngày quyết định", null=True)
    covers = models.JSONField("phạm vi", default=dict)

    class Meta:
        verbose_name = "lần xóa dữ liệu cá nhân"
        triggers = only_these_change("outcome", "decided_by", "decided_on", "covers")
        constraints = [
            models.CheckConstraint(
                condition=Q(file=None, person__isnull=False, reference="")
                | Q(file__isnull=False, person=None),
                name="an_erasure_of_a_file_or_a_person",
            ),
            models.UniqueConstraint(
                fields=["file"], condition=Q(outcome=""), name="one_open_erasure_a_file"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(outcome=""), name="one_open_erasure_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference or self.person_id}: {self.document}"
