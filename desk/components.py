"""The living page of all components, each drawn with realistic invented values."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django import forms
from django.contrib.staticfiles import finders
from django.shortcuts import render
from django.utils import timezone

from desk.forms import DayInput
from desk.pages.case import CaseHeader, MapPhase, MapStep, NextAction, Right
from desk.pages.dashboard import BarCard, BarRow, Measured
from desk.pages.parts import (
    Deadline,
    Event,
    Fact,
    Link,
    Pager,
    PaperRow,
    Progress,
    Reason,
    SignOff,
    Tab,
    Tag,
    Tile,
    Tone,
    Votes,
    Who,
    due,
)
from desk.pages.statistics import Figure
from desk.way_example import WAY
from reports.charts import standing as drawn_standing

#: The day on which the invented examples stand.
TODAY = date(2026, 11, 22)

HA = Who("Lê Thu Mẫu", "Kiểm tra viên · trưởng đoàn")
KHANH = Who("Phạm Quốc Thử", "Trưởng phòng")
SON = Who("Đỗ Minh Mẫu", "Phó chủ nhiệm")
LONG = Who("Vũ Thành Thử", "Chủ nhiệm")


class SampleQuestions(forms.Form):
    """Questions of the kinds a step asks."""

    day = forms.DateField(label="Ngày hội nghị", help_text="Ví dụ: 05/09/2026", widget=DayInput)
    words = forms.CharField(
        label="Ý kiến của đối tượng giám sát", widget=forms.Textarea({"rows": 3})
    )
    place = forms.ChoiceField(
        label="Hình thức triển khai",
        choices=[("truc_tiep", "Trực tiếp tại hội nghị"), ("van_ban", "Bằng văn bản")],
        widget=forms.RadioSelect,
    )
    cell = forms.ChoiceField(
        label="Tổ chức đảng", choices=[("", "Chọn"), ("1", "Chi bộ Mẫu Một")], required=False
    )
    read = forms.BooleanField(
        label="Tôi đã đọc toàn văn dự thảo", help_text="Bắt buộc trước khi ký."
    )


class SampleFilters(forms.Form):
    """Filters above a list."""

    q = forms.CharField(label="Lọc theo tên, số hồ sơ", required=False)
    procedure = forms.ChoiceField(
        label="Thủ tục", choices=[("", "Mọi thủ tục"), ("gs", "Giám sát chuyên đề")]
    )


@dataclass(frozen=True)
class Samples:
    """One value for each component."""

    tags = (
        Tag("Đang thẩm tra, xác minh", Tone.INFO),
        Tag("Đã ban hành", Tone.OK, "stamp"),
        Tag("Thiếu 2 điều kiện", Tone.SOON, "slash"),
        Tag("Quá hạn 3 ngày", Tone.LATE, "warning-circle"),
        Tag("Nội bộ", Tone.HOLD, "lock"),
        Tag("GS-2026-0018", Tone.LINE, "folder"),
    )
    dues = tuple(due(TODAY + timedelta(days=days), TODAY) for days in (-3, 0, 2, 23))
    progress = Progress(4, 8)
    who = HA
    header = CaseHeader(
        "GS-2026-0018",
        "#",
        "Giám sát chuyên đề: Đảng ủy xã Mẫu Ba",
        "Nội dung: việc quản lý đảng viên và thu nộp đảng phí, giai đoạn 2024–2026",
        (Tag("Đang thẩm tra, xác minh", Tone.INFO), Tag("Nội bộ", Tone.HOLD, "lock")),
        (Link("In tóm tắt", "#", "printer"),),
    )
    facts = (
        Fact("Chủ thể kiểm tra, giám sát", "UBKT Tỉnh ủy Mẫu", "Phòng Nghiệp vụ 2"),
        Fact("Đoàn giám sát", "Lê Thu Mẫu (trưởng đoàn)", "và 3 thành viên"),
        Fact("Quyết định giám sát", "127-QĐ/UBKTTU", "14/09/2026", "#"),
        Fact("Quy trình áp dụng", "Bản ngày 01/09/2026", "khóa theo hồ sơ khi lập"),
    )
    phases = (
        MapPhase(
            "Chuẩn bị",
            (
                MapStep("Đề xuất", "done", "02/09"),
                MapStep("Quyết định, kế hoạch", "done", "14/09"),
                MapStep("Đề cương, lịch", "done", "18/09"),
            ),
        ),
        MapPhase(
            "Tiến hành",
            (
                MapStep("Triển khai", "done", "24/09"),
                MapStep("Thẩm tra, xác minh", "current", "từ 05/10"),
                MapStep("Gia hạn", "todo", optional=True),
                MapStep("Hội nghị"),
            ),
        ),
        MapPhase(
            "Kết thúc",
            (MapStep("Thông báo kết quả"), MapStep("Theo dõi khắc phục"), MapStep("Lưu hồ sơ")),
        ),
    )
    way = WAY
    reasons = (
        Reason(
            "Chưa có báo cáo kết quả giám sát do trưởng đoàn ký.",
            "Quy trình giám sát, bước tiến hành",
            remedy="Soạn báo cáo",
            remedy_url="#",
        ),
        Reason(
            "Chưa rõ thời hạn mở quyết định ở cấp này.",
            "chưa xác định",
            Tag("một nguồn", Tone.SOON, "scale"),
            "Chủ nhiệm hoặc phó chủ nhiệm không ở trong đoàn xác nhận, kèm văn bản.",
        ),
    )
    met = ("Đã có báo cáo của đối tượng, nhận 02/10/2026.",)
    doable = NextAction(
        "Ghi biên bản làm việc",
        "Biên bản thẩm tra, xác minh với tổ chức, cá nhân liên quan.",
        "#",
        "Lập biên bản",
        "file-plus",
        first=True,
    )
    blocked = NextAction("Tổ chức hội nghị", "", "#", "Ghi hội nghị", reasons=reasons, met=met)
    rights = (
        Right("Được thông báo quyết định", Tag("24/09", Tone.OK, "check")),
        Right("Được trình bày ý kiến", Tag("28/10", Tone.OK, "check")),
        Right("Bảo lưu ý kiến", Tag("chưa dùng", Tone.HOLD)),
        Right("Dự hội nghị thông qua dự thảo báo cáo", Tag("chưa đến bước", Tone.HOLD)),
        Right("Đề nghị xem xét lại kết luận", Tag("mở khi có kết luận", Tone.HOLD)),
    )
    deadlines = (
        Deadline(
            "Kết thúc cuộc giám sát",
            due(date(2026, 11, 24), TODAY),
            "đã gia hạn 0 lần",
            (
                Fact("Tính từ", "14/09/2026", "ngày ký quyết định, ngày này không tính"),
                Fact("Thời hạn", "theo kế hoạch giám sát"),
                Fact("Bỏ qua", "02/09/2026", "ngày lễ"),
                Fact("Ngày cuối", "24/11/2026"),
            ),
        ),
    )
    papers = (
        PaperRow(
            "Báo cáo kết quả giám sát",
            "#",
            "bản 2, sửa 20/11",
            step="Tiến hành",
            status=Tag("Dự thảo", Tone.SOON, "pen"),
            printed=False,
        ),
        PaperRow(
            "Quyết định giám sát",
            "#",
            "kèm kế hoạch, đề cương",
            "127-QĐ/UBKTTU",
            date(2026, 9, 14),
            "Chuẩn bị",
            Tag("Đã ban hành", Tone.OK, "stamp"),
            "Vũ Thành Thử",
        ),
    )
    events = (
        Event(
            "Nhận báo cáo của đối tượng",
            date(2026, 10, 2),
            "Lê Thu Mẫu",
            datetime(2026, 10, 2, 9, 15, tzinfo=timezone.get_default_timezone()),
            Tone.OK,
        ),
        Event(
            "Triển khai quyết định",
            date(2026, 9, 24),
            "Lê Thu Mẫu",
            tone=Tone.INFO,
            note="chỉ ghi ngày",
        ),
    )
    answers = (
        Fact("Ngày hội nghị", "28/10/2026", url="#"),
        Fact("Có mặt", "11 trên 11", url="#"),
        Fact("Biên bản", "bien-ban.pdf", "bản quét 4 trang"),
    )
    bars = BarCard(
        "Hồ sơ theo thủ tục", "chart", "Thủ tục", ["Lập trong kỳ", "Kết thúc"],
        [
            BarRow("Giám sát chuyên đề", [Measured(Figure("12", "#"), 1, 100), Measured(Figure("9", "#"), 2, 75)], "#"),
            BarRow("Kiểm tra", [Measured(Figure("6", "#"), 1, 50), Measured(Figure("3", "#"), 2, 25)], "#"),
        ],
    )  # fmt: skip
    standing = drawn_standing(
        "Ra khỏi Đảng theo năm",
        [("2024", False), ("2025", False), ("2026", True)],
        {"Xóa tên": [4, 6, 2], "Xin ra": [3, 2, 1]},
    )
    tiles = (
        Tile(2, "Quá hạn", "#", "lâu nhất 3 ngày", Tone.LATE, "warning"),
        Tile(3, "Đến hạn trong 7 ngày", "#", "gần nhất 24/11", Tone.SOON, "clock"),
        Tile(3, "Chờ tôi duyệt", "#", "2 quyết định, 1 thông báo", Tone.INFO, "pen"),
        Tile(8, "Đang chờ đơn vị khác", "#", "", Tone.HOLD, "hourglass"),
    )
    tabs = (Tab("Văn bản", "#", 14, current=True), Tab("Nội dung", "#", 3), Tab("Nhật ký", "#", 57))
    chosen = (Link("Phụ trách: tôi", "#"),)
    pager = Pager("26–50 trong 148", "#", "#")
    votes = Votes(
        "Khiển trách",
        agree=9,
        against=1,
        base=11,
        threshold=6,
        passes=True,
        citation="ngưỡng tính trên tổng số ủy viên",
        words=("khiển trách 9", "không kỷ luật 1", "vắng 1 / 11"),
    )
    signatures = (
        SignOff(HA, datetime(2026, 11, 16, 10, 20, tzinfo=timezone.get_default_timezone())),
        SignOff(KHANH, datetime(2026, 11, 17, 8, 41, tzinfo=timezone.get_default_timezone())),
        SignOff(LONG, mine=True),
        SignOff(SON),
    )


def page(request):
    """Show every component once."""
    faulty = SampleQuestions({"day": "31/02/2026", "place": "truc_tiep", "words": "Nhất trí."})
    context = {"sample": Samples(), "faulty": faulty, "filters": SampleFilters(), "icons": _icons()}
    return render(request, "pages/components.html", context)


def _icons() -> list[str]:
    """The names in our sprite, in its order."""
    sprite = Path(finders.find("theme/icons.svg")).read_text(encoding="utf-8")
    return re.findall(r'<symbol id="([^"]+)"', sprite)
