"""Who stands before which file, and as what: the columns of the matrix, each with the people who play it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from desk.access.matters import CODE, Laid
from registry.models import Person

#: Signed in by nobody, and by an account with every technical right and no place in the register.
VISITOR, ADMINISTRATOR = "khach", "quan_tri"


@dataclass(frozen=True)
class Casting:
    """One person before one file, in the relation of a column."""

    column: str
    file: str
    who: str

    def __str__(self) -> str:
        return f"{self.column} ({self.who}, {self.file})"


@dataclass(frozen=True)
class Column:
    """A relation to a file, in words, and the pairs (file, person) that stand in it; none: it is waiting."""

    label: str
    pairs: tuple[tuple[str, str], ...]


COLUMNS: dict[str, Column] = {
    "doan": Column(
        "thành viên đoàn, không thuộc cơ quan thụ lý",
        (("giam_sat_xa", "uy_vien_btv"), ("kiem_tra_xa", "uy_vien_btv")),
    ),
    "lap_ho_so": Column(
        "kiểm tra viên của cơ quan thụ lý, người lập hồ sơ",
        (("giam_sat_xa", "soan"), ("giam_sat_tinh", "soan_tinh"), ("kiem_tra_xa", "soan")),
    ),
    "can_bo": Column(
        "kiểm tra viên khác của cơ quan thụ lý",
        (("giam_sat_xa", "soan2"), ("thong_bao_xa", "soan2"), ("kiem_tra_moi", "soan2")),
    ),
    "uy_vien": Column(
        "ủy viên cơ quan thụ lý",
        (("giam_sat_xa", "vien2"), ("giam_sat_tinh", "vien3_tinh"), ("kiem_tra_moi", "vien2")),
    ),
    "chu_nhiem": Column(
        "người đứng đầu cơ quan thụ lý",
        (("giam_sat_xa", "chu"), ("giam_sat_tinh", "chu_tinh"), ("kiem_tra_xa", "chu"),
         ("kiem_tra_moi", "chu"), ("ky_luat_chi_bo", "bi_thu_ban")),
    ),
    "lam_thay": Column("ủy viên đang được chủ nhiệm ủy quyền", (("giam_sat_xa", "vien3"),)),
    "van_thu": Column(
        "văn thư của cơ quan thụ lý",
        (("giam_sat_xa", "thu"), ("giam_sat_tinh", "thu_tinh"), ("kiem_tra_moi", "thu")),
    ),
    "giam_sat": Column(
        "cán bộ giám sát hồ sơ của cơ quan thụ lý",
        (("giam_sat_xa", "soat"), ("giam_sat_tinh", "soat_tinh"), ("kiem_tra_xa", "soat"),
         ("kiem_tra_moi", "soat")),
    ),
    "bieu_quyet": Column(
        "đảng viên được mời biểu quyết, trước khi họp xong",
        (("ky_luat_chi_bo", "ban2"), ("ky_luat_chi_bo", "ban3")),
    ),
    "khong_bieu_quyet": Column(
        "đảng viên dự bị, đảng viên chi bộ khác",
        (("ky_luat_chi_bo", "ban_du_bi"), ("ky_luat_chi_bo", "lang3"), ("giam_sat_xa", "ban2")),
    ),
    "tra_loi": Column(
        "chủ nhiệm cấp trên trực tiếp, trả lời quy định cho chi bộ", (("ky_luat_chi_bo", "chu"),)
    ),
    "da_bao_cao": Column(
        "lãnh đạo cấp ủy đã nhận báo cáo",
        (("giam_sat_xa", "bi_thu"), ("thong_bao_xa", "pho_bi_thu"), ("kiem_tra_xa", "bi_thu"),
         ("ky_luat_chi_bo", "bi_thu")),
    ),
    "chua_bao_cao": Column(
        "lãnh đạo, giám sát cấp trên chưa nhận báo cáo",
        (("kiem_tra_moi", "bi_thu"), ("giam_sat_xa", "chu_tinh"), ("kiem_tra_xa", "soat_tinh")),
    ),
    "dia_ban": Column("người theo dõi địa bàn, đã nhận báo cáo", (("ky_luat_chi_bo", "theo_doi"),)),
    "ngoai_dia_ban": Column(
        "người theo dõi địa bàn khác", (("giam_sat_xa", "theo_doi"), ("kiem_tra_xa", "theo_doi"))
    ),
    "doi_tuong": Column(
        "đảng viên được kiểm tra, xem xét, đã được thông báo",
        (("kiem_tra_xa", "lang1"), ("ky_luat_chi_bo", "ban4")),
    ),
    "doi_tuong_chua": Column(
        "đảng viên được kiểm tra, chưa được thông báo", (("kiem_tra_moi", "lang2"),)
    ),
    "bi_thu_sau": Column(
        "bí thư chi bộ của đối tượng, sau khi công bố",
        (("giam_sat_xa", "bi_thu_lang"), ("thong_bao_xa", "bi_thu_ban")),
    ),
    "bi_thu_truoc": Column(
        "bí thư chi bộ của đối tượng, trước khi tống đạt",
        (("kiem_tra_moi", "bi_thu_lang"), ("kiem_tra_xa", "bi_thu_lang")),
    ),
    "xa_ben": Column(
        "chủ nhiệm, cán bộ, giám sát của xã bên",
        (("giam_sat_xa", "chu_tay"), ("kiem_tra_xa", "soat_tay"), ("ky_luat_chi_bo", "chu_tay"),
         ("thong_bao_xa", "soat_tay")),
    ),
    "ngoai_le": Column("người được cho xem riêng, còn hạn", (("giam_sat_xa", "xom1"),)),
    "ngoai_le_het": Column("người được cho xem riêng, đã hết hạn", (("giam_sat_xa", "soan_tay"),)),
    "khan_cap": Column("người cấp trên đang mở khẩn cấp", (("giam_sat_xa", "pho_tinh"),)),
    "thoi_chuc": Column(
        "kiểm tra viên đã thôi giữ chức vụ", (("giam_sat_xa", "thoi"), ("kiem_tra_moi", "thoi"))
    ),
    "nguoi_ngoai": Column(
        "đảng viên không liên quan", (("giam_sat_xa", "lang3"), ("kiem_tra_xa", "ban1"))
    ),
    "to_chuc": Column(
        "trưởng ban của cơ quan tham mưu cùng cấp",
        (("giam_sat_xa", "truong_ban"), ("kiem_tra_xa", "truong_ban")),
    ),
    "quan_tri": Column(
        "quản trị kỹ thuật", (("giam_sat_xa", ADMINISTRATOR), ("kiem_tra_xa", ADMINISTRATOR))
    ),
    "khach": Column("chưa đăng nhập", (("giam_sat_xa", VISITOR), ("ky_luat_chi_bo", VISITOR))),
}  # fmt: skip


def castings(column: str) -> list[Casting]:
    """Everyone who plays that column, each before one file."""
    return [Casting(column, file, who) for file, who in COLUMNS[column].pairs]


def person(laid: Laid, who: str) -> Person | None:
    """Return the person of that short name; None for the visitor and the administrator."""
    return laid.province.people.get(who)


def administrator():
    """Return the account with every technical right, made when it is not there yet."""
    users = get_user_model().objects
    name = f"{CODE}-quan-tri"
    return users.filter(username=name).first() or users.create_superuser(name)
