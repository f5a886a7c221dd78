"""The words of a complaint: what it is about, why one is not handled, with whom the team works, what it finds."""

from __future__ import annotations

from django.db.models import TextChoices


class About(TextChoices):
    """Nội dung khiếu nại, as the statistics count it."""

    VIOLATION = "vi_pham", "Nội dung vi phạm"
    FORM = "hinh_thuc", "Hình thức kỷ luật"
    PROCEDURE = "thu_tuc", "Nguyên tắc, thủ tục, thẩm quyền"


class Filer(TextChoices):
    """Ai khiếu nại: only whoever was disciplined may."""

    SELF = "chinh_minh", "Chính người, tổ chức bị kỷ luật"
    ANOTHER = "thay_nguoi_khac", "Người khác khiếu nại thay"


class Proposal(TextChoices):
    """Đề xuất xử lý đơn, after its conditions were looked at; any other answer is a ground not to handle it."""

    HANDLE = "giai_quyet", "Giải quyết"
    FORWARD = "chuyen", "Chuyển cấp có thẩm quyền"


class Ground(TextChoices):
    """Trường hợp không giải quyết khiếu nại; the list itself is the law's."""

    LATE = "qua_han", "Quá thời hạn khiếu nại"
    HANDLED_ABOVE = "cap_tren_dang", "Cấp trên có thẩm quyền đang giải quyết"
    SETTLED_AT_THE_TOP = "da_cuoi_cung", "Cấp có thẩm quyền cao nhất đã quyết định"
    SENTENCED = "bi_phat", "Bị phạt từ cải tạo không giam giữ trở lên, bản án chưa bị hủy"
    FOR_ANOTHER = "thay_nguoi", "Khiếu nại thay người khác"
    NO_DECISION = "chua_co_qd", "Chưa nhận quyết định bằng văn bản"
    WOULD_NOT_RECEIVE = "tu_choi_nhan", "Từ chối nhận quyết định"
    MOVED_AWAY = "da_chuyen", "Đã chuyển sinh hoạt đến đảng bộ không cùng cấp trên"


#: The words by which the law's list names each ground.
IN_THE_LIST = {
    Ground.LATE: "quá thời hạn",
    Ground.HANDLED_ABOVE: "cấp trên có thẩm quyền đang giải quyết",
    Ground.SETTLED_AT_THE_TOP: "cấp có thẩm quyền cao nhất đã quyết định",
    Ground.SENTENCED: "bị phạt từ cải tạo không giam giữ trở lên",
    Ground.FOR_ANOTHER: "khiếu nại thay người khác",
    Ground.NO_DECISION: "chưa nhận quyết định bằng văn bản",
    Ground.WOULD_NOT_RECEIVE: "từ chối nhận quyết định",
    Ground.MOVED_AWAY: "đã chuyển sinh hoạt chính thức sang đảng bộ khác",
}


class Party(TextChoices):
    """Bên làm việc với đoàn, by the step in which the team meets them."""

    COMPLAINANT = "meet_complainant", "Người có quyết định được khiếu nại, xem xét lại"
    DISCIPLINER = "meet_discipliner", "Tổ chức đảng đã quyết định kỷ luật"
    HOME = "meet_home", "Chi bộ, tổ chức đảng nơi sinh hoạt"
    OTHERS = "meet_others", "Ban thường vụ cấp ủy, tổ chức, cá nhân khác"


class Finding(TextChoices):
    """Nhận xét về một nội dung khiếu nại."""

    RIGHT = "dung", "Khiếu nại đúng"
    PARTLY = "dung_mot_phan", "Khiếu nại đúng một phần"
    WRONG = "sai", "Khiếu nại sai"
    UNPROVEN = "khong_du", "Chưa đủ cơ sở kết luận"


class Cause(TextChoices):
    """Vì sao cấp trên tự xem xét lại một quyết định kỷ luật."""

    TOO_LIGHT = "qua_nhe", "Xử lý quá nhẹ"
    TOO_HEAVY = "qua_nang", "Xử lý quá nặng"
    NO_POWER = "sai_tham_quyen", "Sai thẩm quyền"
    WRONG_PROCEDURE = "sai_thu_tuc", "Sai nguyên tắc, thủ tục"
    NO_VIOLATION = "khong_vi_pham", "Không có vi phạm như đã kết luận"
