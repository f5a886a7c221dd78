"""The stages of an inspection on signs of a violation, whoever inspects whom."""

from django.db.models import TextChoices


class InspectionStage(TextChoices):
    """Giai đoạn của một cuộc kiểm tra khi có dấu hiệu vi phạm."""

    SIGNS = "co_dau_hieu", "Có dấu hiệu vi phạm"
    SCREENED = "da_nam_tinh_hinh", "Đã nắm tình hình"
    PROPOSED = "da_de_xuat", "Đã đề xuất"
    DECIDED = "da_quyet_dinh", "Đã quyết định kiểm tra"
    PREPARED = "da_chuan_bi", "Đã có đề cương, lịch"
    OPENED = "da_trien_khai", "Đã triển khai"
    EXPLAINED = "da_giai_trinh", "Đối tượng đã giải trình"
    VERIFIED = "da_xac_minh", "Đã thẩm tra, xác minh"
    EXCHANGED = "da_trao_doi", "Đã trao đổi, dự thảo báo cáo"
    CONFERRED = "da_hoi_nghi", "Đã họp thông qua dự thảo"
    FINALISED = "da_hoan_chinh", "Đã có báo cáo kết quả"
    CONCLUDED = "da_ket_luan", "Đã thông báo kết luận"
    ANNOUNCED = "da_cong_bo", "Đã công bố"
    CLOSED = "da_luu", "Đã nộp lưu hồ sơ"
    DROPPED = "khong_thuc_hien", "Không kiểm tra"
    REFERRED = "da_bao_cao_len", "Đã báo cáo cấp có thẩm quyền"
    HANDED_UP = "cap_tren_xem_xet", "Cấp có thẩm quyền xem xét"


#: Where the team works: from the opening to the report of its result.
S = InspectionStage
AT_WORK = [S.OPENED, S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED]
