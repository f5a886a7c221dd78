"""Roles at a step, and the places from which a person can hold them towards one case."""

from django.db.models import TextChoices


class Role(TextChoices):
    """What a person may be at a step (vai trò). Posts give roles in a body; the team gives its own."""

    AREA_OFFICER = "can_bo_dia_ban", "Cán bộ theo dõi địa bàn"
    COMMITTEE_MEMBER = "uy_vien", "Ủy viên"
    CHAIR = "chu_nhiem", "Chủ nhiệm"
    VICE_CHAIR = "pho_chu_nhiem", "Phó chủ nhiệm"
    SECRETARY = "bi_thu", "Bí thư"
    DEPUTY_SECRETARY = "pho_bi_thu", "Phó bí thư"
    HEAD = "truong_ban", "Trưởng ban"
    DEPUTY_HEAD = "pho_truong_ban", "Phó trưởng ban"
    SECTION_CHIEF = "truong_phong", "Trưởng phòng, trưởng bộ phận"
    CLERK = "van_thu", "Văn thư"
    AUDITOR = "giam_sat_ho_so", "Cán bộ giám sát hồ sơ"
    TEAM_LEAD = "truong_doan", "Trưởng đoàn"
    TEAM_SECRETARY = "thu_ky_doan", "Thư ký đoàn"
    TEAM_MEMBER = "thanh_vien_doan", "Thành viên đoàn"
    SUPERVISING_MEMBER = "uy_vien_phu_trach", "Ủy viên phụ trách"
    CONCERNED = "doi_tuong", "Đảng viên có hồ sơ đang xem xét"


class Relation(TextChoices):
    """From where towards the case a role is held."""

    HANDLING = "chu_the", "chủ thể kiểm tra, giám sát"
    ABOVE = "cap_tren", "cấp trên trực tiếp"
    SUBJECT = "doi_tuong", "tổ chức của đối tượng"
    TEAM = "doan", "đoàn kiểm tra, giám sát"
    LEVEL = "cap_de_nghi", "tổ chức đảng đang xem xét đề nghị"
    DECIDING = "cap_quyet_dinh", "cơ quan quyết định"
    ASSISTING = "co_quan_to_chuc", "cơ quan tổ chức tham mưu"
    SELF = "ban_than", "chính mình"
    DOOR = "phan_mem", "phần mềm"
    PLAN = "phuong_an", "cơ quan quyết định việc sắp xếp tổ chức"


#: Positions by which a person leads a body and signs for it.
LEADING = (
    "bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem", "truong_ban", "pho_truong_ban",
)  # fmt: skip

#: Positions by which a person leads a level: whoever heads an advisory organ leads that organ alone.
LEADING_A_LEVEL = ("bi_thu", "pho_bi_thu", "chu_nhiem", "pho_chu_nhiem")

#: Whoever enters for another body what it did on paper; whoever leads a body has deeds of his own.
HAND_ROLES = (Role.SECTION_CHIEF, Role.AREA_OFFICER, Role.CLERK)

#: The post a person holds in a body gives these roles there.
ROLES_OF_POSITION: dict[str, frozenset[Role]] = {
    "bi_thu": frozenset({Role.SECRETARY, Role.COMMITTEE_MEMBER}),
    "pho_bi_thu": frozenset({Role.DEPUTY_SECRETARY, Role.COMMITTEE_MEMBER}),
    "chu_nhiem": frozenset({Role.CHAIR, Role.COMMITTEE_MEMBER}),
    "pho_chu_nhiem": frozenset({Role.VICE_CHAIR, Role.COMMITTEE_MEMBER}),
    "uy_vien": frozenset({Role.COMMITTEE_MEMBER}),
    "truong_ban": frozenset({Role.HEAD}),
    "pho_truong_ban": frozenset({Role.DEPUTY_HEAD}),
    "kiem_tra_vien": frozenset({Role.AREA_OFFICER}),
    "truong_phong": frozenset({Role.SECTION_CHIEF}),
    "van_thu": frozenset({Role.CLERK}),
    "giam_sat_ho_so": frozenset({Role.AUDITOR}),
}
