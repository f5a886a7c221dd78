"""The invented way forward that the living page of components shows."""

from datetime import date

from desk.pages.parts import Fact, Tag, Tone
from desk.pages.way import WayDeed, WayForward, WayQuestion, WayStep

DAY = date(2026, 11, 22)

WAY = WayForward(
    "đến “Đã nộp lưu hồ sơ”",
    "",
    (
        Tag("còn 4 bước", Tone.INFO),
        Tag("4 văn bản", Tone.LINE, "file"),
        Tag("1 kỳ họp biểu quyết", Tone.LINE, "ballot"),
    ),
    (
        WayStep(
            "Hoàn chỉnh báo cáo kết quả",
            DAY,
            "Trưởng đoàn",
            "Quy trình giám sát, bước tiến hành",
            Tag("đã xác nhận", Tone.OK, "scale"),
            (Fact("Báo cáo kết quả giám sát", "BC-02"),),
        ),
        WayStep(
            "Thông báo kết quả giám sát",
            DAY,
            "Chủ nhiệm hoặc phó chủ nhiệm",
            "Quy trình giám sát, bước kết thúc",
            Tag("một nguồn", Tone.SOON, "scale"),
            (Fact("Thông báo kết quả giám sát", "TB-01"),),
            (
                WayDeed(
                    "Họp ủy ban xem xét kết quả",
                    "Cán bộ theo dõi địa bàn",
                    (Fact("Biên bản kỳ họp", "BB-05"),),
                    "meeting",
                    Tag("biểu quyết", Tone.INFO, "ballot"),
                ),
                WayDeed("Kết luận từng nội dung", "còn 2 nội dung chưa có kết luận", icon="scale"),
            ),
        ),
        WayStep("Thông báo đến đối tượng", DAY, "Ủy viên phụ trách"),
        WayStep("Nộp lưu hồ sơ", DAY, "Thư ký đoàn", papers=(Fact("Mục lục hồ sơ", "ML-01"),)),
    ),
    (
        WayQuestion(
            "Chủ thể kiểm tra khi có dấu hiệu vi phạm",
            "#",
            "hỏi ở bước “Thông báo kết quả giám sát”, theo quy định ngày 22/11/2026",
            ("trước đó: ủy ban kiểm tra, cấp ủy",),
            "#",
        ),
    ),
    (Fact("Căn cứ của giám sát chuyên đề", "Quy trình giám sát", url="#"),),
)
