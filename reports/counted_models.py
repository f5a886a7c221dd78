"""What the statistics count: one row for each unit and each state it was in, derived from the records and the register.

Nothing is ever typed here. `reports.counting.keeping` writes a file's rows afresh when the file has grown, and
`rebuild` gives the same rows again from nothing but the records.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models import Case
from registry.models import Body, BodyKind, Organisation, OrganisationKind, Person


class What(models.TextChoices):
    """Đơn vị tính: what one row is one of."""

    SUPERVISED = "giam_sat", "Đối tượng được giám sát"
    INSPECTED = "kiem_tra", "Đối tượng được kiểm tra theo chương trình"
    SIGNS_INSPECTED = "kiem_tra_dhvp", "Đối tượng được kiểm tra khi có dấu hiệu vi phạm"
    LOWER_CHECKED = "kiem_tra_nhiem_vu", "Tổ chức được kiểm tra nhiệm vụ kiểm tra, giám sát"
    DISCIPLINE_CHECKED = "kiem_tra_ky_luat", "Tổ chức được kiểm tra thi hành kỷ luật"
    FINANCE_CHECKED = "kiem_tra_tai_chinh", "Tổ chức được kiểm tra tài chính đảng"
    DENUNCIATION = "to_cao", "Tố cáo phải giải quyết"
    DENOUNCED = "to_cao_xong", "Tố cáo đã giải quyết"
    DISCIPLINED = "ky_luat", "Quyết định kỷ luật"
    SUSPENDED = "dinh_chi", "Quyết định đình chỉ"
    COMPLAINT = "khieu_nai", "Khiếu nại kỷ luật phải giải quyết"
    REVIEWED = "khieu_nai_xong", "Khiếu nại kỷ luật đã giải quyết"
    LETTER = "don_thu", "Đơn, thông tin đã tiếp nhận"
    OPENED = "ho_so", "Đối tượng của hồ sơ"
    CONSIDERED = "dang_xet", "Đối tượng đang được xem xét kỷ luật"
    LEFT = "ra_khoi_dang", "Đảng viên ra khỏi Đảng"
    ADMITTED = "ket_nap", "Đảng viên được kết nạp"


class Mark(models.TextChoices):
    """What is true of a unit while a state of it holds."""

    WELL = "tot", "Thực hiện tốt, không vi phạm"
    SHORTCOMING = "khuyet_diem", "Có khuyết điểm"
    VIOLATED = "vi_pham", "Có vi phạm"
    MUST = "phai_ky_luat", "Đến mức phải thi hành kỷ luật"
    DISCIPLINED = "da_ky_luat", "Đã thi hành kỷ luật"
    SIGNS = "dau_hieu", "Có dấu hiệu vi phạm"
    MOVED = "chuyen_kiem_tra", "Quyết định kiểm tra khi có dấu hiệu vi phạm"
    INSPECTED = "da_kiem_tra", "Đã mở hồ sơ kiểm tra khi có dấu hiệu vi phạm"
    NOT_INSPECTED = "khong_kiem_tra", "Quyết định không kiểm tra"
    REFERRED = "chuyen_noi_khac", "Chuyển nơi có thẩm quyền"
    FALSE = "sai", "Tố cáo sai"
    UNFOUNDED = "khong_co_so", "Chưa có cơ sở kết luận"
    TRUE = "dung", "Tố cáo đúng, đúng một phần"
    KEPT = "giu_nguyen", "Giữ nguyên hình thức"
    RAISED = "tang", "Tăng hình thức"
    LOWERED = "giam", "Giảm hình thức"
    ANNULLED = "xoa_bo", "Xóa bỏ hình thức"
    ABOUT_VIOLATION = "kn_vi_pham", "Khiếu nại nội dung vi phạm"
    ABOUT_FORM = "kn_hinh_thuc", "Khiếu nại hình thức kỷ luật"
    ABOUT_PROCEDURE = "kn_thu_tuc", "Khiếu nại nguyên tắc, thủ tục, thẩm quyền"
    PASSED_ON = "chuyen", "Chuyển, hướng dẫn"
    FILED = "luu", "Lưu, không thụ lý"
    ACCEPTED = "thu_ly", "Thụ lý giải quyết"
    USED = "thong_tin", "Dùng làm thông tin"
    ANONYMOUS = "giau_ten", "Giấu tên, mạo tên"
    COMMITTEE_MEMBER = "cap_uy_vien", "Cấp ủy viên các cấp"
    ON_JUDGMENT = "theo_ban_an", "Theo bản án"


class Origin(models.TextChoices):
    """Nguồn của hồ sơ: out of what a matter came."""

    SUPERVISION = "giam_sat", "Qua giám sát"
    INSPECTION = "kiem_tra", "Qua kiểm tra"
    DENUNCIATION = "to_cao", "Qua giải quyết tố cáo"
    LETTER = "don_thu", "Đơn thư"
    PROGRAMME = "chuong_trinh", "Chương trình, nhiệm vụ được giao"
    OTHER_BODY = "co_quan_khac", "Cơ quan, tổ chức khác báo"
    LOWER = "cap_duoi", "Cấp dưới đề nghị"
    INFORMATION = "nam_tinh_hinh", "Tự nắm tình hình"
    UNKNOWN = "khong_ro", "Chưa ghi nguồn"


class Counted(models.Model):
    """One unit in one state: it happened on `day`; the state holds from `since` until the day before `until`."""

    what = models.CharField("đơn vị tính", max_length=20, choices=What.choices)
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="counted")
    subject = models.PositiveSmallIntegerField("đối tượng số", null=True)
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    procedure = models.CharField("quy trình", max_length=20, blank=True)
    day = models.DateField("ngày tính")
    since = models.DateField("tình trạng từ ngày")
    until = models.DateField("đến trước ngày", null=True)
    body = models.ForeignKey(Body, models.CASCADE, null=True, related_name="+")
    unit = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    level = models.CharField("loại tổ chức", max_length=12, choices=OrganisationKind.choices)
    body_kind = models.CharField(
        "loại cơ quan", max_length=12, choices=BodyKind.choices, blank=True
    )
    origin = models.CharField("nguồn", max_length=20, choices=Origin.choices, blank=True)
    form = models.CharField("hình thức", max_length=16, blank=True)
    outcome = models.CharField("kết quả", max_length=20, blank=True)
    marks = ArrayField(models.CharField(max_length=20), default=list, verbose_name="dấu")
    themes = ArrayField(models.CharField(max_length=40), default=list, verbose_name="nội dung")

    class Meta:
        verbose_name = "đơn vị thống kê"
        indexes = [
            models.Index(fields=["what", "day"], name="counted_of_days"),
            models.Index(fields=["case"], name="counted_of_case"),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.day:%d/%m/%Y}"


class CountedCase(models.Model):
    """How far a file has been counted: with so many records, and so many files opened out of it."""

    case = models.OneToOneField(Case, models.CASCADE, primary_key=True, related_name="+")
    records = models.PositiveIntegerField("số bản ghi")
    followers = models.PositiveIntegerField("số hồ sơ mở tiếp")

    class Meta:
        verbose_name = "hồ sơ đã tính thống kê"

    def __str__(self) -> str:
        return f"{self.case_id}: {self.records}"


class CountedRegister(models.Model):
    """How far the register has been counted, as its tables told it."""

    part = models.CharField("phần", primary_key=True, max_length=20)
    state = models.CharField("dấu hiệu", max_length=200)

    class Meta:
        verbose_name = "danh bạ đã tính thống kê"

    def __str__(self) -> str:
        return self.part
