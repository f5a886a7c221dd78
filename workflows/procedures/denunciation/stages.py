"""The stages of settling a denunciation, whoever settles it; where a team works they are called as in an inspection."""

from django.db.models import TextChoices


class DenunciationStage(TextChoices):
    """Giai đoạn giải quyết một đơn tố cáo."""

    WAITING = "cho_giai_quyet", "Đơn chờ giải quyết"
    RECEIVED = "da_nhan_don", "Đã nhận đơn, chờ làm việc với người tố cáo"
    SENDER_CHECKED = "da_gap_nguoi", "Đã làm việc với người tố cáo"
    PROPOSED = "da_de_xuat", "Đã đề xuất"
    DECIDED = "da_quyet_dinh", "Đã thụ lý, lập đoàn"
    PREPARED = "da_chuan_bi", "Đã có đề cương, lịch"
    OPENED = "da_trien_khai", "Đã triển khai"
    EXPLAINED = "da_giai_trinh", "Người bị tố cáo đã giải trình"
    VERIFIED = "da_xac_minh", "Đã thẩm tra, xác minh"
    EXCHANGED = "da_trao_doi", "Đã trao đổi, dự thảo báo cáo"
    CONFERRED = "da_hoi_nghi", "Đã họp thông qua dự thảo"
    FINALISED = "da_hoan_chinh", "Đã có báo cáo kết quả"
    CONCLUDED = "da_ket_luan", "Đã thông báo kết luận"
    ANNOUNCED = "da_cong_bo", "Đã công bố"
    CLOSED = "da_luu", "Đã nộp lưu hồ sơ"
    NOT_ACCEPTED = "khong_thu_ly", "Không thụ lý"
    FORWARDED = "da_chuyen", "Đã chuyển cơ quan có thẩm quyền"
    WITHDRAWN = "da_rut", "Người tố cáo rút, thôi giải quyết"
    PUT_AWAY = "da_cat", "Kết thúc, không giải quyết"


#: Where the team works: from the opening to the report of its result.
S = DenunciationStage
AT_WORK = [S.OPENED, S.EXPLAINED, S.VERIFIED, S.EXCHANGED, S.CONFERRED]
#: Before the team is set up, and until its report lies before the committee.
BEFORE = [S.RECEIVED, S.SENDER_CHECKED, S.PROPOSED]
UNTIL_REPORTED = [*BEFORE, S.DECIDED, S.PREPARED, *AT_WORK, S.FINALISED]
