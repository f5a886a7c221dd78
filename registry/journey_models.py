"""Journeys abroad, the days within which a unit wants them reported, and what members declare of relations abroad."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from proof.walls import append_only, ends_once, only_these_change, superseded_once
from registry.erasure_models import of_person
from registry.list_models import ListImport


class Journey(models.Model):
    """One member's journey abroad: reported before, decided, reported after; a wrong row is crossed out, not removed.

    `cell` is the member's on the day of leaving. Without `reported_on` nobody was told before.
    """

    class Purpose(models.TextChoices):
        OFFICIAL = "viec_cong", "Việc công"
        PRIVATE = "viec_rieng", "Việc riêng"
        STUDY = "hoc_tap", "Học tập, lao động"

    class Decision(models.TextChoices):
        AGREED = "dong_y", "Đồng ý"
        REFUSED = "khong_dong_y", "Không đồng ý"

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="journeys")
    cell = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="journeys")
    place = models.CharField("nơi đến", max_length=200)
    purpose = models.CharField("mục đích", max_length=12, choices=Purpose.choices)
    group = models.CharField("đoàn, nhóm cùng đi", max_length=120, blank=True)
    leaves_on = models.DateField("ngày đi")
    returns_on = models.DateField("ngày về dự kiến")
    reported_on = models.DateField("ngày báo cáo trước khi đi", null=True)
    document = models.CharField("văn bản", max_length=200)
    decision = models.CharField("ý kiến", max_length=12, choices=Decision.choices, blank=True)
    decided_on = models.DateField("ngày có ý kiến", null=True)
    decision_document = models.CharField("văn bản có ý kiến", max_length=200, blank=True)
    came_back_on = models.DateField("ngày về", null=True)
    after_on = models.DateField("ngày báo cáo sau khi về", null=True)
    after_document = models.CharField("báo cáo sau khi về", max_length=200, blank=True)
    void_on = models.DateField("gạch bỏ ngày", null=True)
    void_reason = models.CharField("lý do gạch bỏ", max_length=200, blank=True)

    class Meta:
        verbose_name = "chuyến đi nước ngoài"
        triggers = only_these_change(
            "decision", "decided_on", "decision_document", "came_back_on", "after_on",
            "after_document", "void_on", "void_reason",
        )  # fmt: skip
        indexes = [models.Index(fields=["cell", "-leaves_on"], name="journeys_of_cell")]
        constraints = [
            models.CheckConstraint(
                condition=Q(returns_on__gte=F("leaves_on")), name="a_journey_ends_after_it_began"
            ),
            models.UniqueConstraint(
                fields=["person", "leaves_on"],
                condition=Q(void_on=None),
                name="one_journey_a_day_of_leaving",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.place}, {self.leaves_on:%d/%m/%Y}"


class JourneyImport(ListImport):
    """One list of journeys taken in."""

    class Meta:
        verbose_name = "lần nhập danh sách đi nước ngoài"
        triggers = append_only()


class ReportRule(models.Model):
    """How many days before leaving and after coming back an organisation wants its members to report.

    It binds every cell under the organisation that has no nearer rule; an end left empty is not ruled by it.
    """

    class Unit(models.TextChoices):
        DAY = "day", "ngày"
        WORKING_DAY = "working_day", "ngày làm việc"

    organisation = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="report_rules"
    )
    before = models.PositiveSmallIntegerField("trước khi đi", null=True)
    before_unit = models.CharField("đơn vị", max_length=12, choices=Unit.choices, blank=True)
    after = models.PositiveSmallIntegerField("sau khi về", null=True)
    after_unit = models.CharField("đơn vị", max_length=12, choices=Unit.choices, blank=True)
    document = models.CharField("văn bản quy định", max_length=200)
    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "thời hạn báo cáo đi nước ngoài"
        triggers = ends_once()
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day")),
                name="report_rule_days_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.document}"


class ForeignRelation(models.Model):
    """What one member declared of relations abroad; read by few, each time written down (cases/foreign.py).

    Superseded by a later declaration of the same thing, never edited.
    """

    class Kind(models.TextChoices):
        AWARD = "giai_thuong", "Nhận danh hiệu, giải thưởng của nước ngoài"
        BODY = "to_chuc", "Tham gia tổ chức của nước ngoài"
        MARRIAGE = "ket_hon", "Kết hôn với người nước ngoài"
        NATIONALITY = "quoc_tich", "Nhập quốc tịch nước ngoài"
        RELATION = "quan_he", "Quan hệ khác với tổ chức, cá nhân nước ngoài"

    #: The chained history tells that somebody declared something: neither who nor what.
    UNTOLD: ClassVar[frozenset[str]] = frozenset(
        {"person", "cell", "kind", "said", "since", "paper"}
    )

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="foreign_relations")
    cell = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    said = models.CharField("nội dung kê khai", max_length=1000)
    since = models.DateField("từ ngày", null=True)
    declared_on = models.DateField("ngày kê khai")
    paper = models.CharField("bản kê khai", max_length=200)
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes"
    )

    class Meta:
        verbose_name = "kê khai quan hệ nước ngoài"
        triggers = superseded_once(erased=of_person("said", "paper"))
        indexes = [models.Index(fields=["person"], name="foreign_of_person")]

    def __str__(self) -> str:
        return f"Kê khai số {self.pk}"
