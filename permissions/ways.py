"""By which ways a person comes to a file, and which parts of it each way opens; nothing else opens any."""

from django.db.models import TextChoices


class Part(TextChoices):
    """A part of a file that some may read and others may not."""

    HEADER = "dau_muc", "số, loại, giai đoạn và các ngày của hồ sơ"
    EVIDENCE = "chung_cu", "chứng cứ, biên bản, nội dung xem xét"
    DRAFTS = "du_thao", "dự thảo văn bản"
    SIGNED = "van_ban", "văn bản đã ký"
    ISSUED = (
        "da_cong_bo",
        "văn bản đã công bố, đã tống đạt cho đối tượng",
    )  # of SIGNED, the outer part
    HISTORY = "nhat_ky", "nhật ký của hồ sơ"


class Way(TextChoices):
    """By what a person may open a file."""

    BODY = "co_quan", "giữ chức vụ trong cơ quan thụ lý hồ sơ"
    TEAM = "doan", "có tên trong đoàn"
    TAKES_PART = "tham_gia", "lãnh đạo hoặc giúp việc cơ quan tham gia xem xét"
    ENTERS = "nhap_thay", "nhập thay cho cơ quan làm trên giấy"
    SERVED = "da_tong_dat", "bí thư, phó bí thư tổ chức đảng của đối tượng, sau khi đã tống đạt"
    ANSWERS = "cap_tren", "trả lời câu hỏi về quy định cho cấp dưới trực tiếp"
    REPORTED = "da_bao_cao", "lãnh đạo hoặc giám sát hồ sơ ở cấp đã được báo cáo"
    AREA = "dia_ban", "được phân công theo dõi địa bàn, hồ sơ đã báo cáo lên"
    CALLED = "duoc_trieu_tap", "thành viên của cuộc họp"
    VOTES = "bieu_quyet", "sẽ biểu quyết hồ sơ tại cuộc họp"
    GRANT = "ngoai_le", "được cho phép xem riêng hồ sơ này"
    BREAK_GLASS = "khan_cap", "đang mở khẩn cấp"
    OWN = "ban_than", "hồ sơ về chính mình, đã được thông báo"


#: Whoever reads all signed papers needs no leave for those that were issued.
_ALL = frozenset(Part) - {Part.ISSUED}
_CASEWORK = _ALL - {Part.HISTORY}
_SUMMARY = frozenset({Part.HEADER, Part.SIGNED})
_READING = frozenset({Part.HEADER, Part.SIGNED, Part.EVIDENCE})

#: What a post in the handling body opens, by position; whoever works on files traces only their own acts.
BY_POSITION: dict[str, frozenset[Part]] = {
    "bi_thu": _ALL,
    "pho_bi_thu": _ALL,
    "chu_nhiem": _ALL,
    "pho_chu_nhiem": _ALL,
    "truong_ban": _ALL,
    "pho_truong_ban": _ALL,
    "giam_sat_ho_so": _ALL,
    "uy_vien": _CASEWORK,
    "truong_phong": _CASEWORK,
    "kiem_tra_vien": _CASEWORK,
    "van_thu": _SUMMARY,
}

#: What each other way opens.
BY_WAY: dict[Way, frozenset[Part]] = {
    Way.BODY: _ALL,  # narrowed by position
    Way.TEAM: _CASEWORK,
    Way.TAKES_PART: _CASEWORK,
    Way.ENTERS: _CASEWORK,
    Way.SERVED: frozenset({Part.HEADER, Part.ISSUED}),
    Way.ANSWERS: _READING,
    Way.REPORTED: _SUMMARY,
    Way.AREA: _SUMMARY,
    Way.CALLED: _READING,
    Way.VOTES: _CASEWORK,
    Way.GRANT: _READING,
    Way.BREAK_GLASS: _READING,
    Way.OWN: _SUMMARY,
}


def positions_opening(part: Part) -> list[str]:
    """The positions in a handling body that open `part`, as the register stores them."""
    return [position for position, parts in BY_POSITION.items() if part in parts]
