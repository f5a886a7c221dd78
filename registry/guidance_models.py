"""Guiding documents, what units laid down to carry them out, the year's programme, and what members committed to."""

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from proof.walls import append_only, ends_once, superseded_once
from registry.erasure_models import of_person


class Directive(models.Model):
    """Văn bản chỉ đạo: a document that units under `body`'s organisation carry out; in force from day to day.

    A wrong entry is replaced by another, or withdrawn, with the reason; it is never gone.
    """

    class Kind(models.TextChoices):
        DIRECTIVE = "chi_thi", "Chỉ thị"
        RESOLUTION = "nghi_quyet", "Nghị quyết"
        REGULATION = "quy_dinh", "Quy định"
        DECISION = "quyet_dinh", "Quyết định"
        CONCLUSION = "ket_luan", "Kết luận"
        GUIDANCE = "huong_dan", "Hướng dẫn"
        PLAN = "ke_hoach", "Kế hoạch"
        LETTER = "cong_van", "Công văn"

    body = models.ForeignKey("registry.Body", models.PROTECT, related_name="directives")
    kind = models.CharField("loại văn bản", max_length=12, choices=Kind.choices)
    number = models.CharField("số, ký hiệu", max_length=60)
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    dated = models.DateField("ngày văn bản")
    theme = models.CharField("trích yếu, chủ đề", max_length=500)
    first_day = models.DateField("có hiệu lực từ ngày")
    last_day = models.DateField("đến hết ngày", null=True, blank=True)
    withdrawn_on = models.DateField("ngày bỏ, thay dòng", null=True)
    replaced_by = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="takes_place_of"
    )
    reason = models.CharField("lý do", max_length=300, blank=True)

    class Meta:
        verbose_name = "văn bản chỉ đạo"
        triggers = ends_once("withdrawn_on", "replaced_by", "reason")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="directive_days_in_order",
            ),
            models.UniqueConstraint(
                fields=["body", "number", "dated"],
                condition=Q(withdrawn_on=None),
                name="a_directive_once_in_a_body",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}, {self.dated:%d/%m/%Y}"

    @cached_property
    def lineage(self) -> set[int]:
        """The numbers of the rows that mean this document: its own, and those whose place it took."""
        found, new = {self.pk}, {self.pk}
        while new:
            before = Directive.objects.filter(replaced_by__in=new)
            new = set(before.values_list("pk", flat=True)) - found
            found |= new
        return found

    @cached_property
    def carried_out_by(self) -> "list[ProgrammeItem]":
        """The items of programmes that carry this document out, with their bodies."""
        found = ProgrammeItem.objects.filter(directive__in=self.lineage)
        return list(found.select_related("body"))

    def holds_on(self, day) -> bool:
        """Whether it is in force on a day, its first and last included."""
        return self.first_day <= day and (self.last_day is None or self.last_day >= day)


class Cascade(models.Model):
    """Văn bản triển khai: what a unit laid down to carry a directive out, until the tie is undone with a reason."""

    class Kind(models.TextChoices):
        PLAN = "ke_hoach", "Kế hoạch"
        LETTER = "cong_van", "Công văn"
        RESOLUTION = "nghi_quyet", "Nghị quyết"
        PROGRAMME = "chuong_trinh", "Chương trình hành động"

    directive = models.ForeignKey(Directive, models.PROTECT, related_name="cascades")
    unit = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="cascades")
    kind = models.CharField("loại văn bản", max_length=12, choices=Kind.choices)
    number = models.CharField("số, ký hiệu", max_length=60)
    dated = models.DateField("ngày văn bản")
    title = models.CharField("trích yếu", max_length=300)
    unlinked_on = models.DateField("ngày gỡ", null=True)
    reason = models.CharField("lý do gỡ", max_length=300, blank=True)

    class Meta:
        verbose_name = "văn bản triển khai"
        triggers = superseded_once("unlinked_on", along=("reason",))
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "unit", "number", "dated"],
                condition=Q(unlinked_on=None),
                name="a_cascade_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}, {self.dated:%d/%m/%Y}"


#: What counts as having put a directive into effect: a plan or a letter.
PUTS_INTO_EFFECT = (Cascade.Kind.PLAN, Cascade.Kind.LETTER)


class ProgrammeItem(models.Model):
    """One item of a body's yearly programme: what is inspected, supervised or made known, of whom, when.

    An item about one theme in several units is a campaign (kiểm tra chuyên đề): its files say what came of it.
    `first_month` and `last_month` (1 to 12) are the planned month or quarter, both included.
    """

    class Kind(models.TextChoices):
        INSPECTION = "kiem_tra", "Kiểm tra"
        SUPERVISION = "giam_sat", "Giám sát"
        DISSEMINATION = "pho_bien", "Phổ biến, quán triệt"

    class Ending(models.TextChoices):
        CANCELLED = "huy", "Không thực hiện"
        CLOSED = "xong", "Đã kết thúc"

    body = models.ForeignKey("registry.Body", models.PROTECT, related_name="programme_items")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveSmallIntegerField("số thứ tự")
    kind = models.CharField("hình thức", max_length=12, choices=Kind.choices)
    theme = models.CharField("nội dung, chuyên đề", max_length=500)
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, related_name="items")
    first_month = models.PositiveSmallIntegerField("từ tháng")
    last_month = models.PositiveSmallIntegerField("đến tháng")
    responsible = models.ForeignKey("registry.Person", models.PROTECT, related_name="+")
    document = models.CharField("văn bản ban hành chương trình", max_length=200)
    units = models.ManyToManyField(
        "registry.Organisation", through="ItemUnit", related_name="programme_items"
    )
    ended_on = models.DateField("ngày kết thúc, hủy", null=True)
    ending = models.CharField("kết thúc vì", max_length=8, choices=Ending.choices, blank=True)
    reason = models.CharField("lý do", max_length=300, blank=True)

    class Meta:
        verbose_name = "mục chương trình kiểm tra, giám sát"
        triggers = superseded_once("ended_on", along=("ending", "reason"))
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="one_item_per_number_a_year"
            ),
            models.CheckConstraint(
                condition=Q(first_month__gte=1)
                & Q(last_month__gte=F("first_month"))
                & Q(last_month__lte=12),
                name="item_months_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number:02}/{self.year}: {self.theme}"


class ItemUnit(models.Model):
    """A unit that an item of the programme names."""

    item = models.ForeignKey(ProgrammeItem, models.PROTECT, related_name="named")
    unit = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "đơn vị trong mục chương trình"
        triggers = append_only()
        constraints = [models.UniqueConstraint(fields=["item", "unit"], name="a_unit_once_an_item")]

    def __str__(self) -> str:
        return str(self.unit)


class ItemEvidence(models.Model):
    """Evidence that an item was carried out: minutes of a conference, a list of who came; its file is kept by hash."""

    item = models.ForeignKey(ProgrammeItem, models.PROTECT, related_name="evidence")
    title = models.CharField("tên tài liệu", max_length=200)
    dated = models.DateField("ngày")
    file_name = models.CharField("tên tệp", max_length=200)
    file_sha256 = models.CharField("mã băm tệp", max_length=64)

    class Meta:
        verbose_name = "bằng chứng thực hiện mục chương trình"
        triggers = append_only()

    def __str__(self) -> str:
        return self.title


class Pledge(models.Model):
    """Cam kết, giao việc: what a member committed to, or was given to do, in a year; a newer one takes its place."""

    class Kind(models.TextChoices):
        COMMITMENT = "cam_ket", "Bản cam kết"
        ASSIGNMENT = "giao_viec", "Phân công nhiệm vụ"

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="pledges")
    cell = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    document = models.CharField("văn bản", max_length=200)
    dated = models.DateField("ngày văn bản")
    replaced_on = models.DateField("ngày thay", null=True)
    reason = models.CharField("lý do thay", max_length=300, blank=True)

    class Meta:
        verbose_name = "cam kết, giao việc của đảng viên"
        triggers = superseded_once("replaced_on", along=("reason",), erased=of_person("reason"))
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year", "kind"],
                condition=Q(replaced_on=None),
                name="one_living_pledge_a_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} năm {self.year}"


class PledgePoint(models.Model):
    """One point of a commitment. What it says is about a person: it stays out of the hashed text."""

    pledge = models.ForeignKey(Pledge, models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField("điểm")
    pledged = models.CharField("nội dung", max_length=500)

    class Meta:
        verbose_name = "điểm cam kết"
        triggers = append_only(
            of_person(
                "pledged",
                where="e.person_id = (SELECT p.person_id FROM registry_pledge p WHERE p.id = OLD.pledge_id)",
            )
        )
        ordering = ["pledge", "number"]
        constraints = [
            models.UniqueConstraint(fields=["pledge", "number"], name="one_point_per_number")
        ]

    def __str__(self) -> str:
        return self.pledged
