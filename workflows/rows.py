"""Kinds of rows a step can lay in a case file; one closed list."""

from django.db.models import TextChoices


class RowKind(TextChoices):
    """What lies in a file beside its subjects and findings."""

    ORIGIN = "nguon", "Nguồn thông tin, đề xuất"
    PLAN = "ke_hoach", "Quyết định, kế hoạch"
    TEAM = "thanh_vien", "Thành viên đoàn"
    OUTLINE = "de_cuong", "Đề cương, lịch, phân công"
    MINUTES = "bien_ban", "Biên bản"
    REPORT = "bao_cao", "Báo cáo của đối tượng"
    REFUSAL = "tu_choi", "Đối tượng không thực hiện"
    EVIDENCE = "tai_lieu", "Tài liệu, chứng cứ"
    RESULT = "ket_qua", "Báo cáo kết quả"
    MEETING = "cuoc_hop", "Kỳ họp, hội nghị"
    CONFERENCE = "hoi_nghi", "Hội nghị thông qua dự thảo"
    DEMAND = "yeu_cau", "Yêu cầu khắc phục"
    REMEDY = "khac_phuc", "Báo cáo khắc phục"
    EXTENSION = "gia_han", "Gia hạn"
    CHANGE = "dieu_chinh", "Điều chỉnh nội dung, thành phần"
    ASSIGNMENT = "phan_cong", "Phân công theo dõi"
    ANSWER = "tra_loi", "Trả lời về quy định"
    RELEASE = "cho_phep", "Cho phép theo văn bản"
    DRAFT = "trinh_ky", "Dự thảo trình ký"
    RETURNED = "tra_lai", "Dự thảo trả lại"
    SERVICE = "tong_dat", "Gửi, giao văn bản"
    NUMBERED = "lay_so", "Lấy số văn bản"
    RESERVATION = "bao_luu", "Ý kiến bảo lưu"
    CORRECTION = "dinh_chinh", "Đính chính"
    OPINION = "y_kien", "Ý kiến chỉ đạo"
    CLOSING = "nop_luu", "Nộp lưu hồ sơ"
