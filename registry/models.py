"""Organisations, bodies, members and posts, each with the days on which it held (inclusive)."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from proof.entries import Entry
from proof.walls import CountsUpByOne, append_only, ends_once, never_removed
from registry.absence_models import (  # noqa: F401 -- Django looks here
    Absence,
    AbsenceImport,
    CellTransfer,
    PeriodicCheck,
)
from registry.erasure_models import Erasure, of_person  # noqa: F401 -- Django looks here
from registry.exit_models import Exit, Restoration  # noqa: F401 -- Django looks here
from registry.file_loan_models import MemberFileLoan  # noqa: F401 -- likewise
from registry.flag_models import FlagDecision  # noqa: F401 -- likewise
from registry.grade_models import Grade, GradeImport  # noqa: F401 -- likewise
from registry.guidance_models import (  # noqa: F401 -- likewise
    Cascade,
    Directive,
    ItemEvidence,
    ItemUnit,
    Pledge,
    PledgePoint,
    ProgrammeItem,
)
from registry.journey_models import (  # noqa: F401 -- likewise
    ForeignRelation,
    Journey,
    JourneyImport,
    ReportRule,
)
from registry.member_models import (  # noqa: F401 -- likewise
    MemberFinding,
    MemberImport,
    MemberRow,
    WaitingList,
)
from registry.names import search_key, sort_key
from registry.organ_models import (  # noqa: F401 -- likewise
    FileCheck,
    FilePaperName,
    Handover,
    ManagedPost,
    ManagementOverride,
    Mandate,
    OrganisationLevel,
)
from registry.screening_models import ScreeningRound, ScreeningRow  # noqa: F401 -- likewise


class OrganisationKind(models.TextChoices):
    """What an organisation is; at which level it stands follows from its place in the tree."""

    CENTRE = "tw", "Trung ương"
    PROVINCE = "tinh", "Đảng bộ tỉnh"
    DISTRICT = "huyen", "Đảng bộ huyện"
    COMMUNE = "xa", "Đảng bộ xã"
    BASE = "co_so", "Đảng bộ cơ sở"
    SECTIONAL = "bo_phan", "Đảng bộ bộ phận"
    CELL = "chi_bo", "Chi bộ"


class BodyKind(models.TextChoices):
    """A collective that acts for an organisation."""

    COMMITTEE = "cap_uy", "Cấp ủy"
    STANDING = "btv", "Ban Thường vụ"
    SECRETARIAT = "ban_bi_thu", "Ban Bí thư"
    INSPECTION = "ubkt", "Ủy ban Kiểm tra"
    CELL = "chi_bo", "Chi bộ"
    CELL_COMMITTEE = "chi_uy", "Chi ủy"
    ORGAN = "ban", "Cơ quan tham mưu, giúp việc"


class Position(models.TextChoices):
    """Chức vụ: what the register says a person is in a body."""

    SECRETARY = "bi_thu", "Bí thư"
    DEPUTY_SECRETARY = "pho_bi_thu", "Phó bí thư"
    CHAIR = "chu_nhiem", "Chủ nhiệm"
    VICE_CHAIR = "pho_chu_nhiem", "Phó chủ nhiệm"
    MEMBER = "uy_vien", "Ủy viên"
    HEAD = "truong_ban", "Trưởng ban"
    DEPUTY_HEAD = "pho_truong_ban", "Phó trưởng ban"
    SECTION_CHIEF = "truong_phong", "Trưởng phòng, trưởng bộ phận"
    OFFICER = "kiem_tra_vien", "Kiểm tra viên"
    CLERK = "van_thu", "Văn thư"
    AUDITOR = "giam_sat_ho_so", "Cán bộ giám sát hồ sơ"


class Dated(models.Model):
    """Holds from its first to its last day, both included; no last day means it still holds."""

    first_day = models.DateField("từ ngày")
    last_day = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="%(app_label)s_%(class)s_days_in_order",
            )
        ]


def on(day, prefix: str = "") -> Q:
    """The condition "holds on `day`" for a dated row, reached through `prefix` ("post__")."""
    return Q(**{f"{prefix}first_day__lte": day}) & (
        Q(**{f"{prefix}last_day__isnull": True}) | Q(**{f"{prefix}last_day__gte": day})
    )


class Organisation(Dated):
    """Tổ chức đảng. Its parent on a day is its `Placement` that day."""

    code = models.SlugField("mã", unique=True)
    kind = models.CharField("loại", max_length=12, choices=OrganisationKind.choices)
    name = models.CharField("tên", max_length=200)
    place = models.CharField("địa danh", max_length=100, blank=True)
    search_key = models.CharField(max_length=200, editable=False)

    class Meta(Dated.Meta):
        verbose_name = "tổ chức đảng"
        verbose_name_plural = "tổ chức đảng"

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.search_key = search_key(self.name)
        super().save(*args, **kwargs)


class Placement(Dated):
    """Where an organisation stands in the tree, from day to day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="placements")
    parent = models.ForeignKey(Organisation, models.PROTECT, related_name="children")

    class Meta(Dated.Meta):
        verbose_name = "vị trí trong cây tổ chức"

    def __str__(self) -> str:
        return f"{self.organisation} thuộc {self.parent} từ {self.first_day:%d/%m/%Y}"


class Succession(models.Model):
    """One organisation goes on as another (merged, divided, renamed) on a day."""

    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="origins")
    day = models.DateField("ngày")
    document = models.CharField("văn bản", max_length=200)

    class Meta:
        verbose_name = "kế thừa tổ chức"

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor} ({self.day:%d/%m/%Y})"


class Body(Dated):
    """A committee, standing committee, inspection committee or cell meeting: what acts and signs."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="bodies")
    kind = models.CharField("loại", max_length=12, choices=BodyKind.choices)
    name = models.CharField("tên", max_length=200)
    symbol = models.CharField("ký hiệu trên văn bản", max_length=20)
    superior_line = models.CharField("dòng cơ quan cấp trên", max_length=200)
    issuing_line = models.CharField("dòng cơ quan ban hành", max_length=200)
    signs_electronically = models.BooleanField("ký số", default=False)

    class Meta(Dated.Meta):
        verbose_name = "cơ quan"
        verbose_name_plural = "cơ quan"

    def __str__(self) -> str:
        return self.name


class Term(Dated):
    """Nhiệm kỳ: the span in which a body's papers are numbered in one series."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="terms")
    name = models.CharField("nhiệm kỳ", max_length=20)

    class Meta(Dated.Meta):
        verbose_name = "nhiệm kỳ"

    def __str__(self) -> str:
        return f"{self.body} {self.name}"


class Person(models.Model):
    """A member known to the register. What they may do comes from their posts, never from here."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="person"
    )
    full_name = models.CharField("họ và tên", max_length=100)
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)
    search_key = models.CharField(max_length=100, editable=False, db_index=True)

    class Meta:
        verbose_name = "đảng viên"
        verbose_name_plural = "đảng viên"
        ordering = ["sort_key"]
        indexes = [
            GinIndex(SearchVector("search_key", config="simple"), name="words_of_persons"),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args, **kwargs):
        self.sort_key, self.search_key = sort_key(self.full_name), search_key(self.full_name)
        super().save(*args, **kwargs)


class Membership(Dated):
    """A person's membership of a cell; official or probationary."""

    class Status(models.TextChoices):
        OFFICIAL = "chinh_thuc", "Đảng viên chính thức"
        PROBATIONARY = "du_bi", "Đảng viên dự bị"

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    cell = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    status = models.CharField("loại đảng viên", max_length=12, choices=Status.choices)

    class Meta(Dated.Meta):
        verbose_name = "sinh hoạt đảng"

    def __str__(self) -> str:
        return f"{self.person}, {self.cell}"


class VotingStatus(Dated):
    """Something about a member's activity that may change who counts when a meeting votes.

    Which of them leave the base, and when, is the law's table of the electorate, never this one.
    """

    class Status(models.TextChoices):
        EXEMPT = "mien_sinh_hoat", "Được miễn sinh hoạt"
        AWAY = "sinh_hoat_tam_thoi", "Sinh hoạt tạm thời nơi khác"
        SUSPENDED = "dinh_chi", "Bị đình chỉ sinh hoạt"
        PROSECUTED = "khoi_to", "Bị khởi tố, truy tố hoặc tạm giam"

    person = models.ForeignKey(Person, models.PROTECT, related_name="voting_statuses")
    status = models.CharField("tình trạng", max_length=20, choices=Status.choices)
    document = models.CharField("văn bản", max_length=200)

    class Meta(Dated.Meta):
        verbose_name = "tình trạng sinh hoạt"
        triggers = ends_once()

    def __str__(self) -> str:
        return f"{self.person}: {self.get_status_display()}"


class Post(Dated):
    """Chức vụ of a person in a body. Ends at midnight after its last day.

    Who was elected and `awaits_approval` holds the post, and signs from `approved_on` on (that day
    included); who may sign before is the law's to say.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="posts")
    position = models.CharField("chức vụ", max_length=16, choices=Position.choices)
    awaits_approval = models.BooleanField("chờ chuẩn y", default=False)
    approved_on = models.DateField("ngày chuẩn y", null=True, blank=True)
    approval_document = models.CharField("văn bản chuẩn y", max_length=200, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "chức vụ"
        triggers = ends_once("approved_on", "approval_document")
        indexes = [
            models.Index(fields=["person", "body"]),
            models.Index(fields=["body", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_position_display()} {self.body}: {self.person}"


class Delegation(Dated):
    """Another person acts in a post for a dated span, on a document, beside its holder."""

    class Kind(models.TextChoices):
        DELEGATION = "uy_quyen", "Ủy quyền"
        SUBSTITUTION = "phu_trach", "Phân công phụ trách thay"

    post = models.ForeignKey(Post, models.PROTECT, related_name="delegations")
    to = models.ForeignKey(Person, models.PROTECT, related_name="delegations_received")
    kind = models.CharField(
        "hình thức", max_length=12, choices=Kind.choices, default=Kind.DELEGATION
    )
    document = models.CharField("văn bản", max_length=200)

    class Meta(Dated.Meta):
        verbose_name = "ủy quyền, phân công thay"
        triggers = ends_once()

    def __str__(self) -> str:
        return f"{self.post} → {self.to}"


def held_by(person, at) -> Q:
    """The condition on a Post: `person` holds it on the day `at`, or then acts in it for its holder.

    Nobody acts in a post that has itself ended. Both kinds are found by an index of their own; with an "or"
    PostgreSQL takes them for half of all posts and reads every one.
    """
    own = Post.objects.filter(person=person).values("pk")
    lent = Delegation.objects.filter(on(at), to=person).values("post")
    return on(at) & Q(pk__in=own.union(lent, all=True))


class PaperOnly(Dated):
    """A body keeps its files on paper in these days; what it did is entered for it by people of another body."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="on_paper")
    entered_by = models.ForeignKey(Body, models.PROTECT, related_name="enters_for")
    document = models.CharField("văn bản", max_length=200)

    class Meta(Dated.Meta):
        verbose_name = "cơ quan làm trên giấy"
        triggers = ends_once()
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(body=F("entered_by")), name="another_body_enters_for_it"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, nhập thay: {self.entered_by}"


class AreaAssignment(Dated):
    """Phân công địa bàn: an officer or member of `body` follows a unit, on a dated document."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="areas")
    body = models.ForeignKey(Body, models.PROTECT, related_name="area_assignments")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="followed_by")
    document = models.CharField("văn bản phân công", max_length=200)

    class Meta(Dated.Meta):
        verbose_name = "phân công địa bàn"
        triggers = ends_once()
        indexes = [models.Index(fields=["person", "body"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.unit}"


class UnitTransfer(Dated):
    """An organisation passes from one superior to another: given by the one, not yet taken in by the other.

    While it holds, from the day the giving superior decided to the day before the receiving one did,
    the unit is in transfer: neither side decides a case on it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="transfers")
    giver = models.ForeignKey(Body, models.PROTECT, related_name="units_given")
    receiver = models.ForeignKey(Body, models.PROTECT, related_name="units_received")
    document = models.CharField("quyết định chuyển giao", max_length=200)
    reception_document = models.CharField("quyết định tiếp nhận", max_length=200, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "chuyển giao tổ chức đảng"
        triggers = ends_once("reception_document")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")), name="another_superior_takes_it_in"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.giver} → {self.receiver}"


class Kinship(models.Model):
    """Two persons are close relatives by a declaration; one row serves both ways."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="declared_relatives")
    relative = models.ForeignKey(Person, models.PROTECT, related_name="declared_by")
    relation = models.CharField("quan hệ", max_length=60)
    document = models.CharField("bản kê khai", max_length=200)

    class Meta:
        verbose_name = "quan hệ thân thích"
        triggers = append_only(
            of_person("relation", where="e.person_id IN (OLD.person_id, OLD.relative_id)")
        )
        constraints = [
            models.UniqueConstraint(fields=["person", "relative"], name="one_kinship_a_pair")
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.relative}: {self.relation}"


class Register(models.Model):
    """The head of an organisation's register: its length and last hash. Locked by whoever writes."""

    organisation = models.OneToOneField(
        Organisation, models.PROTECT, primary_key=True, related_name="register"
    )
    length = models.PositiveIntegerField("số dòng", default=0)
    head = models.CharField("mã băm dòng cuối", max_length=64)

    class Meta:
        verbose_name = "sổ danh bạ"
        triggers = [
            CountsUpByOne(name="grows_by_one", counter="length", free=("head",)),
            *never_removed(),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.length} dòng"


class RegisterEntry(Entry):
    """One change of the register, chained per organisation.

    `person` is whom it is about, `by` who recorded it, `body` whose offices it touches; an entry
    about the organisation itself may name none of them.
    """

    class Deed(models.TextChoices):
        GIVEN = "nhan_chuc_vu", "Nhận chức vụ"
        APPROVED = "chuan_y", "Được chuẩn y"
        ENDED = "thoi_chuc_vu", "Thôi giữ chức vụ"
        DELEGATED = "uy_quyen", "Ủy quyền"
        SUBSTITUTED = "phu_trach", "Phân công phụ trách thay"
        CALLED_BACK = "thoi_lam_thay", "Thôi ủy quyền, thôi phụ trách thay"
        AREA_GIVEN = "nhan_dia_ban", "Phân công địa bàn"
        AREA_ENDED = "thoi_dia_ban", "Thôi theo dõi địa bàn"
        KIN = "ke_khai", "Kê khai quan hệ thân thích"
        ON_PAPER = "nhap_thay", "Làm trên giấy, có cơ quan nhập thay"
        OFF_PAPER = "thoi_nhap_thay", "Thôi nhập thay"
        SUSPENDED = "dinh_chi", "Bị đình chỉ theo quyết định"
        RESTORED = "het_dinh_chi", "Hết đình chỉ"
        LEFT = "ra_khoi_dang", "Ra khỏi Đảng"
        EXIT_CORRECTED = "sua_ra_khoi", "Đính chính việc ra khỏi Đảng"
        READMITTED = "phuc_hoi", "Phục hồi quyền đảng viên"
        REORGANISED = "sap_xep", "Sắp xếp tổ chức"
        UNDONE = "bo_sap_xep", "Bỏ việc sắp xếp tổ chức"
        GIVEN_AWAY = "giao_to_chuc", "Quyết định chuyển giao tổ chức đảng"
        TAKEN_IN = "nhan_to_chuc", "Quyết định tiếp nhận tổ chức đảng"
        MEMBER_MOVED = "chuyen_dang_vien", "Chuyển sinh hoạt của đảng viên"
        MEMBERS_IN = "nhap_danh_sach", "Nhập danh sách đảng viên"
        MISUSE_FOUND = "sai_sot", "Phát hiện sai sót về sử dụng dữ liệu"
        FINDING_GUIDED = "huong_dan", "Hướng dẫn sửa sai sót dữ liệu"
        FINDING_CLOSED = "khac_phuc", "Đã khắc phục sai sót dữ liệu"
        AWAY = "di_lam_an_xa", "Ghi đảng viên đi làm ăn xa"
        AWAY_CHANGED = "sua_di_xa", "Ghi thay đổi về đảng viên đi làm ăn xa"
        AWAY_BACK = "di_xa_ve", "Đảng viên đi làm ăn xa đã về"
        ABSENCES_IN = "nhap_di_xa", "Nhập danh sách đi làm ăn xa"
        TRANSFER_SEEN = "chuyen_sh", "Ghi việc phải chuyển sinh hoạt đảng"
        TRANSFER_SENT = "chuyen_sh_giay", "Cấp giấy giới thiệu chuyển sinh hoạt đảng"
        TRANSFER_TAKEN = "chuyen_sh_nhan", "Tiếp nhận đảng viên chuyển đến"
        TRANSFER_LATE = "chuyen_sh_ly_do", "Báo cáo lý do chậm chuyển sinh hoạt đảng"
        TRANSFER_DROPPED = "chuyen_sh_bo", "Không chuyển sinh hoạt đảng nữa"
        CHECKED = "kiem_tra_dk", "Kiểm tra, đối chiếu định kỳ"
        CHECK_MISSED = "thieu_kiem_tra", "Ghi sai sót: quá kỳ chưa kiểm tra, đối chiếu"
        JOURNEY = "di_nuoc_ngoai", "Đi nước ngoài"
        JOURNEY_DECIDED = "y_kien_di", "Có ý kiến về việc đi nước ngoài"
        JOURNEY_BACK = "ve_nuoc", "Đã về nước"
        JOURNEY_REPORTED = "bao_cao_sau", "Báo cáo sau khi về nước"
        JOURNEY_VOID = "bo_chuyen_di", "Gạch bỏ chuyến đi ghi nhầm"
        JOURNEYS_IN = "nhap_chuyen_di", "Nhập danh sách đi nước ngoài"
        REPORT_RULE = "han_bao_cao", "Thời hạn báo cáo đi nước ngoài"
        FOREIGN = "ke_khai_nn", "Kê khai hạn chế người xem"
        GRADES_IN = "nhap_xep_loai", "Nhập kết quả xếp loại"
        SCREENING_OPENED = "mo_ra_soat", "Mở đợt rà soát, sàng lọc"
        SCREENING_ENDED = "het_ra_soat", "Kết thúc đợt rà soát, sàng lọc"
        SCREENED = "ra_soat", "Đưa vào danh sách rà soát"
        SCREENING_SAID = "ket_qua_ra_soat", "Ghi kết quả rà soát"
        FLAG_DECIDED = "xu_ly_dau_hieu", "Quyết định về một dấu hiệu"
        DIRECTED = "van_ban_cd", "Ghi văn bản chỉ đạo"
        DIRECTIVE_RIGHTED = "thay_vb_cd", "Ghi lại văn bản chỉ đạo"
        DIRECTIVE_ENDED = "het_vb_cd", "Văn bản chỉ đạo hết hiệu lực"
        DIRECTIVE_WITHDRAWN = "bo_vb_cd", "Bỏ văn bản chỉ đạo ghi nhầm"
        CASCADED = "trien_khai", "Ghi văn bản triển khai"
        UNCASCADED = "bo_trien_khai", "Gỡ văn bản triển khai"
        PLANNED = "muc_chuong_trinh", "Ghi mục chương trình kiểm tra, giám sát"
        ITEM_CANCELLED = "huy_muc", "Không thực hiện mục chương trình"
        ITEM_CLOSED = "xong_muc", "Kết thúc mục chương trình"
        ITEM_PROVED = "bang_chung_muc", "Ghi bằng chứng thực hiện mục chương trình"
        PLEDGED = "cam_ket", "Ghi cam kết, giao việc của đảng viên"
        FILE_LENT = "muon_ho_so", "Cho mượn hồ sơ đảng viên"
        FILE_BACK = "tra_ho_so", "Nhận lại hồ sơ đảng viên"
        REPORT_FILED = "nop_bao_cao", "Chốt báo cáo thống kê"
        REPORT_REOPENED = "mo_lai_bao_cao", "Mở lại báo cáo thống kê"
        TERM_OPENED = "mo_nhiem_ky", "Mở nhiệm kỳ"
        TERM_APPROVED = "chuan_y_nk", "Chuẩn y kết quả bầu, chỉ định"
        TERM_TAKEN_OVER = "ban_giao_nk", "Nhận bàn giao nhiệm kỳ"
        TERM_ENDED = "het_nhiem_ky", "Kết thúc nhiệm kỳ"
        LEVEL_GIVEN = "xep_cap", "Xác định cấp của tổ chức đảng"
        LEVEL_ENDED = "thoi_xep_cap", "Thôi áp dụng cấp đã xác định"
        POST_MANAGED = "phan_cap", "Phân cấp quản lý chức vụ"
        POST_FREED = "thoi_phan_cap", "Thôi phân cấp quản lý chức vụ"
        MANAGED = "dien_quan_ly", "Xác định diện quản lý cán bộ"
        FILE_CHECKED = "kiem_tra_hs", "Kiểm tra hồ sơ đảng viên"
        PAPER_NAMED = "ten_giay_to", "Ghi tên giấy tờ của hồ sơ đảng viên"
        ERASE_ASKED = "xin_xoa_du_lieu", "Đề nghị xóa dữ liệu cá nhân"
        ERASED = "xoa_du_lieu", "Xóa dữ liệu cá nhân"
        ERASE_DECLINED = "khong_xoa", "Không xóa dữ liệu cá nhân"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="entries")
    deed = models.CharField("việc", max_length=16, choices=Deed.choices, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="register_entries")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="register_entries")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta(Entry.Meta):
        verbose_name = "nhật ký danh bạ"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "sequence"], name="one_register_entry_per_place"
            )
        ]
        indexes = [models.Index(fields=["-recorded_at", "-id"], name="register_entries_by_time")]

    def claims(self) -> dict[str, object]:
        return {
            "chain": f"register:{self.organisation_id}",
            "sequence": self.sequence,
            "deed": self.deed,
            "body": self.body_id,
            "person": self.person_id,
            "by": self.by_id,
            "recorded_at": self.recorded_at.isoformat(),
        }
