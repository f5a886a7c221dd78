"""Which list of a register left the site as a file, who took it and what for; only added to."""

from django.db import models

from proof.walls import append_only
from registry.models import Person, Post


class ListTaken(models.Model):
    """One list taken out, written before the file leaves. Who took it acted in `post`, where they held one."""

    class Register(models.TextChoices):
        MEMBERS = "dang_vien", "Danh sách đảng viên"
        FINDINGS = "sai_sot", "Sai sót dữ liệu đảng viên"
        FILE_LOANS = "muon_ho_so", "Sổ mượn hồ sơ đảng viên"
        ABSENCES = "di_lam_an_xa", "Đi làm ăn xa"
        TRANSFERS = "chuyen_sinh_hoat", "Chuyển sinh hoạt đảng"
        JOURNEYS = "di_nuoc_ngoai", "Đi nước ngoài"
        GRADES = "xep_loai", "Xếp loại đảng viên"
        SCREENING = "ra_soat", "Rà soát, sàng lọc"
        ORGANISATIONS = "to_chuc", "Tổ chức đảng"
        PROGRAMME = "chuong_trinh", "Chương trình kiểm tra, giám sát"
        DIRECTIVES = "chi_dao", "Triển khai văn bản chỉ đạo"
        STATISTICS = "thong_ke", "Biểu thống kê"

    by = models.ForeignKey(Person, models.PROTECT, related_name="lists_taken")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    register = models.CharField("sổ, danh sách", max_length=20, choices=Register.choices)
    rows = models.PositiveIntegerField("số dòng")
    purpose = models.CharField("mục đích", max_length=200)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lượt xuất danh sách"
        triggers = append_only()
        indexes = [models.Index(fields=["post", "-id"], name="lists_taken_by_post")]

    def __str__(self) -> str:
        return f"{self.by}: {self.get_register_display()}"
