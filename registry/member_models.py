"""The copy of the member list: what an import brought, from where and as of which day, and what is wrong in it."""

from django.db import models

from proof.walls import Erased, append_only, only_these_change, superseded_once
from registry.erasure_models import of_person, ordered
from registry.list_models import ListImport

#: The code under which a missing paper of a member's file stands among the findings: no list that is taken in.
PAPER_FILES = "ho_so"


class MemberImport(ListImport):
    """One member list taken in."""

    class Meta:
        verbose_name = "lần nhập danh sách đảng viên"
        triggers = append_only()


class MemberRow(models.Model):
    """What the list says about one member, from one import on until another says otherwise.

    A copy: who keeps the master puts it right there. `personal_id` is the key, shown to nobody
    who does not keep the register.
    """

    person = models.ForeignKey("registry.Person", models.PROTECT, related_name="member_rows")
    organisation = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="member_rows"
    )
    cell = models.ForeignKey("registry.Organisation", models.PROTECT, related_name="+")
    personal_id = models.CharField("số định danh cá nhân", max_length=12, db_index=True)
    card = models.CharField("số thẻ đảng viên", max_length=12, blank=True)
    full_name = models.CharField("họ và tên", max_length=100)
    born = models.DateField("ngày sinh")
    status = models.CharField("loại đảng viên", max_length=12)
    admitted_on = models.DateField("ngày kết nạp")
    official_on = models.DateField("ngày công nhận chính thức", null=True)
    post = models.CharField("chức vụ", max_length=200, blank=True)
    taken_in = models.ForeignKey(MemberImport, models.PROTECT, related_name="taken")
    superseded_in = models.ForeignKey(
        MemberImport, models.PROTECT, null=True, blank=True, related_name="superseded"
    )

    class Meta:
        verbose_name = "dòng danh sách đảng viên"
        triggers = superseded_once(
            "superseded_in",
            erased=of_person("personal_id", "card", "full_name", "born", "post"),
        )
        constraints = [
            models.UniqueConstraint(
                fields=["personal_id"],
                condition=models.Q(superseded_in=None),
                name="one_living_row_a_member",
            )
        ]

    def __str__(self) -> str:
        return f"{self.full_name}, {self.cell}"


class MemberFinding(models.Model):
    """Something wrong in the list: found by an import or by a person, guided, and closed when it is right again.

    `check_name` and `key` say what it is about, so that the next import finds it again or closes it.
    """

    class Kind(models.TextChoices):
        ENTRY = "nhap", "Nhập dữ liệu"
        UPDATE = "cap_nhat", "Cập nhật"
        SYNC = "dong_bo", "Đồng bộ"
        USE = "su_dung", "Sử dụng"

    organisation = models.ForeignKey(
        "registry.Organisation", models.PROTECT, related_name="member_findings"
    )
    unit = models.ForeignKey("registry.Organisation", models.PROTECT, null=True, related_name="+")
    kind = models.CharField("loại", max_length=12, choices=Kind.choices)
    list_code = models.CharField("danh sách", max_length=20, default="dang_vien")
    check_name = models.CharField("phép kiểm", max_length=60)
    key = models.CharField("dòng", max_length=120)
    words = models.CharField("sai sót", max_length=500)
    remedy = models.CharField("cách sửa", max_length=300)
    found_on = models.DateField("phát hiện ngày")
    found_in = models.ForeignKey(
        MemberImport, models.PROTECT, null=True, related_name="findings_opened"
    )
    guided_on = models.DateField("hướng dẫn ngày", null=True)
    guidance = models.CharField("văn bản, nội dung hướng dẫn", max_length=300, blank=True)
    fixed_on = models.DateField("khắc phục ngày", null=True)
    fixed_in = models.ForeignKey(
        MemberImport, models.PROTECT, null=True, related_name="findings_closed"
    )

    class Meta:
        verbose_name = "sai sót dữ liệu đảng viên"
        triggers = only_these_change(
            "guided_on", "guidance", "fixed_on", "fixed_in",
            erased=Erased(("key", "words"), ordered("e.covers -> 'findings' @> to_jsonb(OLD.id)")),
        )  # fmt: skip
        indexes = [models.Index(fields=["organisation", "fixed_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "list_code", "check_name", "key"],
                condition=models.Q(fixed_on=None),
                name="an_open_finding_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words}"


class WaitingList(models.Model):
    """A list somebody uploaded and looks over before it is taken in; gone once it is. `rows` is how long it is."""

    list_code = models.CharField("danh sách", max_length=20, default="dang_vien")
    body = models.ForeignKey("registry.Body", models.CASCADE, related_name="waiting_lists")
    by = models.ForeignKey("registry.Person", models.CASCADE, related_name="waiting_lists")
    file_name = models.CharField("tên tệp", max_length=200)
    content = models.BinaryField("tệp")
    rows = models.PositiveIntegerField("số dòng", default=0)
    source = models.CharField("nguồn", max_length=200)
    synced_on = models.DateField("số liệu tính đến ngày")
    at = models.DateTimeField("lúc", auto_now_add=True)

    class Meta:
        verbose_name = "danh sách chờ nhập"
        constraints = [
            models.UniqueConstraint(
                fields=["list_code", "body", "by"], name="one_waiting_list_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.body})"
