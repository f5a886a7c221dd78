"""The stages of a discipline: at a committee or inspection committee, and in a cell."""

from django.db.models import TextChoices


class DisciplineStage(TextChoices):
    """Giai đoạn xem xét, thi hành kỷ luật một đảng viên ở cấp ủy, ủy ban kiểm tra."""

    REFERRED = "den_muc", "Vi phạm đến mức phải xem xét"
    TAKEN_UP = "da_mo", "Đã đưa ra xem xét kỷ luật"
    TEAMED = "da_lap_doan", "Đã có đoàn xem xét"
    PRESENTED = "da_trien_khai", "Đã triển khai"
    CRITICISED = "da_kiem_diem", "Đã tự kiểm điểm"
    APPRAISED = "da_tham_tra", "Các cấp đã đề nghị, đã thẩm tra"
    HEARD = "da_nghe", "Đã nghe đảng viên trình bày"
    SUBMITTED = "da_trinh", "Đã trình cơ quan quyết định"
    VOTED = "da_bieu_quyet", "Cơ quan quyết định đã biểu quyết"
    DECIDED = "da_quyet_dinh", "Đã ban hành quyết định"
    HANDED_OVER = "da_cong_bo", "Đã công bố, còn thời hạn khiếu nại"
    IN_FORCE = "dang_thi_hanh", "Đang thi hành kỷ luật"
    LAPSED = "het_hieu_luc", "Quyết định đã hết hiệu lực"
    CLOSED = "da_ket_thuc", "Đã kết thúc theo dõi"
    TIME_BARRED = "het_thoi_hieu", "Không thi hành do hết thời hiệu"
    NOT_DISCIPLINED = "khong_ky_luat", "Không kỷ luật"
    GONE = "chi_ghi_ket_luan", "Chỉ ghi kết luận"


class CellDisciplineStage(TextChoices):
    """Giai đoạn chi bộ xem xét, thi hành kỷ luật một đảng viên."""

    REFERRED = "den_muc", "Vi phạm đến mức phải xem xét"
    TAKEN_UP = "da_mo", "Đã đưa ra xem xét kỷ luật"
    PLANNED = "da_co_ke_hoach", "Đã có kế hoạch, đã gợi ý kiểm điểm"
    CRITICISED = "da_kiem_diem", "Đã tự kiểm điểm"
    HEARD = "da_nghe", "Đã nghe đảng viên trình bày"
    VOTED = "da_bieu_quyet", "Đã biểu quyết, đã công bố kết quả"
    DECIDED = "da_quyet_dinh", "Đã ban hành quyết định"
    HANDED_OVER = "da_trao", "Đã trao quyết định, còn thời hạn khiếu nại"
    IN_FORCE = "dang_thi_hanh", "Đang thi hành kỷ luật"
    LAPSED = "het_hieu_luc", "Quyết định đã hết hiệu lực"
    TIME_BARRED = "het_thoi_hieu", "Không thi hành do hết thời hiệu"
    NOT_DISCIPLINED = "khong_ky_luat", "Không kỷ luật"
    PROPOSED = "da_de_nghi", "Đã gửi đề nghị lên cấp trên"
    GONE = "chi_ghi_ket_luan", "Chỉ ghi kết luận"
