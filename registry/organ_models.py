"""Beside an organisation and its bodies: at which level it stands, how a term came about, who manages which posts.

And of members: whose management overrides what their posts say, and what their paper files hold.
"""

from django.db import models
from django.db.models import Q

from proof.walls import append_only, ends_once, superseded_once


class Level(models.TextChoices):
    """Cấp of an organisation, for a period; an organisation without a row stands where its kind says."""

    CENTRE = "tw", "Trung ương"
    PROVINCE = "tinh", "Tỉnh, thành phố"
    DISTRICT = "huyen", "Huyện, quận"
    ABOVE_BASE = "tren_co_so", "Cấp trên trực tiếp của tổ chức cơ sở"
    GIVEN_POWER = "giao_quyen", "Cơ sở được giao quyền cấp trên trực tiếp"
    COMMUNE = "xa", "Xã, phường, đặc khu"
    BASE = "co_so", "Cơ sở"
    SECTIONAL = "bo_phan", "Bộ phận"
    CELL = "chi_bo", "Chi bộ"


class Way(models.TextChoices):
    """How the members of a body came to their term."""

    ELECTED = "bau", "Đại hội, hội nghị bầu"
    APPOINTED = "chi_dinh", "Cấp trên chỉ định"


class _Dated(models.Model):
    """From its first to its last day, both included."""

    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=models.F("first_day")),
                name="%(app_label)s_%(class)s_days_in_order",
            )
        ]


class OrganisationLevel(_Dated):
    """A committee decided, on a document, at which level an organisation stands from a day on."""

    organisation = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="levels")
    level = models.CharField("cấp", max_length=12, choices=Level.choices)
    document = models.CharField("văn bản", max_length=200)

    class Meta(_Dated.Meta):
        verbose_name = "cấp của tổ chức đảng"
        triggers = ends_once()

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_level_display()}"


class Mandate(models.Model):
    """How a body came to one of its terms: elected or appointed, by which document, approved when.

    `seats` is how many members it was to have; the approval comes once.
    """

    term = models.OneToOneField("registry.Term", models.PROTECT, related_name="mandate")
    way = models.CharField("hình thức", max_length=12, choices=Way.choices)
    document = models.CharField("văn bản", max_length=200)
    seats = models.PositiveSmallIntegerField("số lượng ủy viên", null=True, blank=True)
    approved_on = models.DateField("ngày chuẩn y", null=True, blank=True)
    approval_document = models.CharField("văn bản chuẩn y", max_length=200, blank=True)

    class Meta:
        verbose_name = "căn cứ nhiệm kỳ"
        triggers = superseded_once("approved_on", along=("approval_document",))

    def __str__(self) -> str:
        return f"{self.term}: {self.get_way_display()}"


class Handover(models.Model):
    """Nhận bàn giao: those of a term took over from the term before, by minutes."""

    term = models.OneToOneField("registry.Term", models.PROTECT, related_name="handover")
    taken_on = models.DateField("ngày nhận bàn giao")
    document = models.CharField("biên bản bàn giao", max_length=200)

    class Meta:
        verbose_name = "việc nhận bàn giao nhiệm kỳ"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.term}: {self.taken_on:%d/%m/%Y}"


class ManagedPost(_Dated):
    """Phân cấp quản lý cán bộ: posts of one kind, in bodies of one kind, are managed by `manager` for all below it."""

    manager = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="manages_posts"
    )
    organisation_kind = models.CharField("loại tổ chức", max_length=12)
    body_kind = models.CharField("loại cơ quan", max_length=12)
    position = models.CharField("chức vụ", max_length=16)
    document = models.CharField("văn bản", max_length=200)

    class Meta(_Dated.Meta):
        verbose_name = "phân cấp quản lý cán bộ"
        triggers = ends_once()
        indexes = [models.Index(fields=["position", "body_kind", "organisation_kind"])]

    def __str__(self) -> str:
        return f"{self.manager}: {self.position} {self.body_kind} {self.organisation_kind}"


class ManagementOverride(models.Model):
    """On a document a member is managed by `manager` whatever their posts say; a newer row takes its place.

    Without a manager the document puts it back: from then on the posts say it again.
    """

    person = models.ForeignKey(
        "registry.Person", models.PROTECT, related_name="management_overrides"
    )
    manager = models.ForeignKey(
        "registry.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    since = models.DateField("từ ngày")
    document = models.CharField("văn bản", max_length=200)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    class Meta:
        verbose_name = "diện quản lý theo văn bản"
        triggers = append_only()
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(supersedes=None),
                name="one_first_override_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.manager or 'theo chức vụ'}"


class FilePaperName(models.Model):
    """What an organisation calls one of the numbered kinds of paper of a member file; a newer name replaces it."""

    organisation = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="file_paper_names"
    )
    code = models.CharField("mã", max_length=20)
    name = models.CharField("tên giấy tờ", max_length=200)
    document = models.CharField("văn bản", max_length=200)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    class Meta:
        verbose_name = "tên giấy tờ trong hồ sơ đảng viên"
        triggers = append_only()
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "code"],
                condition=Q(supersedes=None),
                name="one_first_name_a_kind_of_paper",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"


class FileCheck(models.Model):
    """Somebody went through a member's paper file on a day: which kinds of paper lay in it, which were missing."""

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="file_checks")
    organisation = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="file_checks"
    )
    cell = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")
    checked_on = models.DateField("ngày kiểm tra hồ sơ")
    status = models.CharField("loại đảng viên", max_length=12)
    present = models.JSONField("giấy tờ đang có", default=list)
    missing = models.JSONField("giấy tờ còn thiếu", default=list)
    document = models.CharField("biên bản, văn bản", max_length=200)

    class Meta:
        verbose_name = "lần kiểm tra hồ sơ đảng viên"
        triggers = append_only()
        indexes = [models.Index(fields=["person", "checked_on"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.checked_on:%d/%m/%Y}"
