"""What comes in and where it goes: sources, senders and ways of handling, in the words of the incoming book."""

from django.db.models import TextChoices


class Source(TextChoices):
    """Nguồn: what kind of letter or finding came in."""

    DENUNCIATION = "to_cao", "Đơn tố cáo"
    COMPLAINT = "khieu_nai", "Đơn khiếu nại kỷ luật đảng"
    MIXED = "hon_hop", "Đơn vừa khiếu nại vừa tố cáo"
    FEEDBACK = "phan_anh", "Đơn phản ánh, kiến nghị"
    QUESTION = "chat_van", "Phê bình, chất vấn, kiến nghị của đảng viên"
    OWN_FINDING = "qua_kiem_tra", "Phát hiện qua kiểm tra, giám sát"
    TRANSFERRED = "chuyen_den", "Cơ quan thanh tra, kiểm toán, điều tra chuyển đến"
    MEDIA = "bao_chi", "Thông tin trên báo chí"


class Sender(TextChoices):
    """Người gửi: how the book knows whoever sent it."""

    SEALED = "niem_phong", "Cá nhân: danh tính trong phong bì niêm phong"
    NAMED = "ca_nhan", "Cá nhân ghi tên trong sổ (chỉ đơn khiếu nại, chất vấn)"
    ORGAN = "to_chuc", "Tổ chức, cơ quan"
    UNKNOWN = "khong_ro", "Không rõ: giấu tên, mạo tên, không có địa chỉ"


class Standing(TextChoices):
    """Tình trạng của người gửi, as far as it decides how a letter is handled."""

    CLEAR = "ro_rang", "Một người, rõ họ tên, địa chỉ, có năng lực hành vi"
    ANONYMOUS = "giau_ten", "Giấu tên, mạo tên, không có địa chỉ"
    INCAPABLE = "khong_nang_luc", "Không có năng lực hành vi dân sự"
    SEVERAL = "nhieu_nguoi", "Nhiều người cùng ký"
    NONE = "khong_phai_don", "Không phải đơn của cá nhân"


class Ground(TextChoices):
    """Lý do không thụ lý, lưu đơn."""

    INCAPABLE = "khong_nang_luc", "Người gửi không có năng lực hành vi dân sự"
    ANONYMOUS = "giau_ten", "Giấu tên, mạo tên, nội dung không cụ thể"
    SETTLED = "da_giai_quyet", "Đã được giải quyết xong, không có chứng cứ mới"
    COPIED = "sao_chup", "Chữ ký trong đơn là chữ ký sao chụp"
    VAGUE = "khong_cu_the", "Nội dung không cụ thể"
    ENTERED_TWICE = "dang_ky_lai", "Đã đăng ký lại thành hồ sơ khác"


class Route(TextChoices):
    """Hướng xử lý: where a letter or finding goes."""

    DENUNCIATION = "giai_quyet_to_cao", "Thụ lý giải quyết tố cáo"
    COMPLAINT = "giai_quyet_khieu_nai", "Thụ lý giải quyết khiếu nại"
    FORWARD = "chuyen_don", "Chuyển cơ quan có thẩm quyền"
    SPLIT = "tach_don", "Tách phần khiếu nại và phần tố cáo"
    INFORMATION = "lam_thong_tin", "Dùng làm thông tin cho giám sát, kiểm tra"
    ANSWER = "tra_loi", "Trả lời đảng viên phê bình, chất vấn, kiến nghị"
    REFUSE = "khong_thu_ly", "Không thụ lý, lưu đơn"


#: Whoever sends one of these may be a denouncer: no list says who it was.
SEALED_SOURCES = frozenset({Source.DENUNCIATION, Source.MIXED, Source.FEEDBACK})
#: Whoever sends one of these speaks openly and may stand in the book by name.
OPEN_SOURCES = frozenset({Source.COMPLAINT, Source.QUESTION})
#: Senders to whom the outcome is told.
TOLD_SENDERS = frozenset({Sender.SEALED, Sender.NAMED})
#: The routes that a letter of a kind may take; any other kind of source takes the last row.
OPEN_ROUTES = {
    Source.DENUNCIATION: frozenset(
        {Route.DENUNCIATION, Route.FORWARD, Route.INFORMATION, Route.REFUSE}
    ),
    Source.COMPLAINT: frozenset({Route.COMPLAINT, Route.FORWARD, Route.REFUSE}),
    Source.QUESTION: frozenset({Route.ANSWER, Route.FORWARD, Route.INFORMATION, Route.REFUSE}),
    Source.MIXED: frozenset({Route.SPLIT, Route.FORWARD, Route.REFUSE}),
}
OTHER_ROUTES = frozenset({Route.FORWARD, Route.INFORMATION, Route.REFUSE})
#: How the law's list of denunciations that are not handled says each ground.
IN_THE_LIST = {
    Ground.INCAPABLE: "năng lực",
    Ground.ANONYMOUS: "giấu tên",
    Ground.SETTLED: "chứng cứ mới",
    Ground.COPIED: "sao chụp",
}
