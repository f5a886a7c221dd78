"""Pages as they look in use, with invented people and matters; the templates are tried on these."""

from dataclasses import replace
from datetime import date, timedelta

from desk.components import TODAY, SampleFilters, SampleQuestions, Samples
from desk.pages.approval import (
    ApprovalPage,
    ApprovalRow,
    ApprovalsPage,
    Change,
    Choice,
    Piece,
    Preview,
    Since,
)
from desk.pages.case import CasePage, FindingRow
from desk.pages.paper import BookRow, PaperPage, RegisterPage
from desk.pages.parts import Event, Fact, Link, Pager, Progress, Reason, Tab, Tag, Tone, Who, due
from desk.pages.proposal import ChooseProcedurePage, ProcedureChoice, ProposalPage
from desk.pages.step import ConfirmPage, StepPage
from desk.pages.way import WayForward
from desk.pages.worklist import CaseRow, CasesPage, WorkGroup, WorklistPage, WorkRow
from desk.signing_forms import EndorsingForm, SigningForm

HA, NGOC, KHANH = Who("Lê Thu Mẫu"), Who("Trần Ngọc Thử"), Who("Phạm Quốc Mẫu")


def _tab(text: str, section: str, count: int, shown: str) -> Tab:
    return Tab(text, f"?muc={section}", count, section == shown)


def case_page(section: str = "papers") -> CasePage:
    return CasePage(
        header=replace(
            Samples.header,
            tags=(
                Tag("Đang thẩm tra, xác minh", Tone.INFO),
                Tag("Còn 2 ngày cho bước này", Tone.SOON, "clock"),
                Tag("Nội bộ", Tone.HOLD, "lock"),
            ),
        ),
        facts=(
            *Samples.facts[:3],
            Fact("Hạn kết thúc cuộc giám sát", "13/12/2026", "còn 21 ngày · đã gia hạn 0 lần"),
            Samples.facts[3],
        ),
        progress=Progress(5, 10),
        phases=Samples.phases,
        way=Samples.way,
        map=Link("Xem sơ đồ đầy đủ và căn cứ từng bước", "#"),
        actions=(
            Samples.doable,
            replace(
                Samples.doable,
                title="Đề nghị gia hạn",
                sentence="Cần lý do và người ký quyết định giám sát phê duyệt.",
                verb="Soạn đề nghị",
                icon="calendar-plus",
                first=False,
            ),
            Samples.blocked,
            replace(Samples.doable, title="Nhận tài liệu, chứng cứ", first=False, beside=True),
            replace(Samples.blocked, title="Gia hạn thời gian giám sát", beside=True),
        ),
        rights_of="Quyền của đối tượng giám sát",
        rights=Samples.rights,
        deadlines=(
            *Samples.deadlines,
            replace(
                Samples.deadlines[0],
                label="Báo cáo của đối tượng",
                due=due(date(2026, 12, 13), TODAY),
            ),
        ),
        recent=(
            Event(
                "Sửa dự thảo báo cáo kết quả (bản 2)",
                date(2026, 11, 20),
                "Lê Thu Mẫu",
                tone=Tone.INFO,
            ),
            Event("Nhắc hạn: còn 5 ngày", date(2026, 11, 19), "Hệ thống", tone=Tone.SOON),
            *Samples.events,
        ),
        history=Link("Xem cả 57", "?muc=history"),
        chain="Nhật ký toàn vẹn, kiểm lúc 06:00 hôm nay",
        tabs=(
            _tab("Văn bản", "papers", 14, section),
            _tab("Nội dung giám sát", "findings", 3, section),
            _tab("Biểu quyết", "votes", 1, section),
            _tab("Người liên quan", "people", 9, section),
            _tab("Thời hạn", "deadlines", 2, section),
            _tab("Nhật ký", "history", 57, section),
        ),
        section=section,
        papers=(
            *Samples.papers,
            replace(
                Samples.papers[1],
                title="Biên bản làm việc số 4",
                note="Đảng ủy xã Mẫu Hai",
                number="",
            ),
            replace(
                Samples.papers[1], title="Báo cáo của đối tượng", note="bản quét 4 trang", number=""
            ),
        ),
        findings=(
            FindingRow(
                "Đảng ủy xã Mẫu Ba",
                "Quản lý đảng viên đi làm ăn xa",
                Tag("đang xem xét", Tone.INFO),
            ),
        ),
        votes=(Samples.votes,),
        people=(Samples.who, Who("Trần Ngọc Thử", "Thư ký đoàn")),
        events=Samples.events,
    )


def _work(
    days: int, ref: str, title: str, procedure: str, progress: Progress, todo: str, status: Tag
) -> WorkRow:
    return WorkRow(
        due(TODAY + timedelta(days=days), TODAY), ref, "#", title, procedure, "Thẩm tra, xác minh", progress,
        todo, HA if days % 2 else NGOC, status,
    )  # fmt: skip


def worklist_page() -> WorklistPage:
    ready, late = Tag("Sẵn sàng", Tone.INFO, "play"), Tag("Cần xử lý", Tone.LATE, "warning-circle")
    return WorklistPage(
        sentence="Chủ nhật, 22/11/2026. Mỗi thời hạn tính theo đơn vị của từng quy định.",
        propose_url="#",
        tiles=Samples.tiles,
        tabs=(
            Tab("Cần làm", "#", 10, current=True),
            Tab("Chờ tôi duyệt", "#", 3),
            Tab("Đang chờ đơn vị khác", "#", 8),
            Tab("Của phòng", "#", 41),
            Tab("Xong trong 7 ngày qua", "#", 6),
        ),
        filters=SampleFilters(),
        chosen=(Link("Phụ trách: tôi và phòng tôi", "#"),),
        groups=(
            WorkGroup(
                "Quá hạn",
                (
                    _work(-3, "GS-2026-0031", "Giám sát chuyên đề: Đảng bộ xã Mẫu Một", "Giám sát chuyên đề",
                          Progress(4, 8), "Ghi biên bản làm việc với chi bộ", late),
                    _work(-2, "GS-2026-0018", "Giám sát việc quản lý đảng viên đi làm ăn xa, Đảng ủy xã Mẫu Hai",
                          "Giám sát chuyên đề", Progress(6, 7), "Nộp báo cáo kết quả giám sát", late),
                ),
                Tone.LATE,
            ),
            WorkGroup(
                "Đến hạn trong 7 ngày",
                (
                    _work(2, "GS-2026-0042", "Giám sát chuyên đề đối với đ/c Nguyễn Văn Thử, Đảng ủy xã Mẫu Ba",
                          "Giám sát đảng viên", Progress(5, 10), "Bổ sung biên bản hội nghị chi bộ",
                          Tag("Thiếu 2 điều kiện", Tone.SOON, "slash")),
                    _work(4, "GS-2026-0009", "Giám sát thường xuyên Chi bộ Mẫu Tư", "Giám sát thường xuyên",
                          Progress(7, 9), "Hoàn thiện báo cáo (bản 3)", Tag("Bị trả lại", Tone.INFO, "return")),
                ),
                Tone.SOON,
            ),
            WorkGroup(
                "Sau 7 ngày",
                (
                    _work(11, "GS-2026-0047", "Giám sát tổ chức đảng cấp dưới: Đảng ủy phường Mẫu Năm",
                          "Giám sát chuyên đề", Progress(2, 10), "Dự thảo kế hoạch, đề cương", ready),
                ),
            ),
        ),
        pager=Pager("1–5 trong 10 việc", older="#"),
    )  # fmt: skip


def cases_page(words: str = "") -> CasesPage:
    rows = [
        CaseRow(row.ref, "#", row.title, row.procedure, "UBKT Tỉnh ủy Mẫu", Tag(row.step, Tone.INFO),
                row.due, row.progress, row.owner)
        for group in worklist_page().groups for row in group.rows
    ]  # fmt: skip
    return CasesPage(rows=() if words else rows, words=words, filters=SampleFilters(), propose_url="#",
                     pager=Pager("1–5 trong 148 hồ sơ", older="#"))  # fmt: skip


def step_page(*, blocked: bool = False, data: dict | None = None) -> StepPage:
    return StepPage(
        header=Samples.header,
        title="Tổ chức hội nghị",
        sentence="Hội nghị do tổ chức đảng được giám sát chủ trì; đối tượng báo cáo, đoàn trình bày dự thảo.",
        form=SampleQuestions(data),
        basis=("Quy trình giám sát, bước tiến hành",),
        who="Trưởng đoàn, thành viên đoàn",
        acting_as="Kiểm tra viên, trưởng đoàn",
        outcome="Hồ sơ chuyển sang “Đã họp với đối tượng”.",
        papers=("Biên bản hội nghị",),
        deadlines=Samples.deadlines,
        reasons=Samples.reasons if blocked else (),
        met=Samples.met,
        verb="Ghi hội nghị",
        previews=(Link("Xem thử biên bản", "#"),),
        final=True,
    )


def confirm_page() -> ConfirmPage:
    return ConfirmPage(Samples.header, "Ký, chuyển văn thư lấy số", "Sau khi lấy số thì không rút lại được.",
                       Samples.answers, "Ký, chuyển văn thư lấy số", SampleQuestions(), "#")  # fmt: skip


def paper_page(pdf_url: str = "") -> PaperPage:
    return PaperPage(
        title="Quyết định giám sát",
        status=Tag("Đã ban hành", Tone.OK, "stamp") if pdf_url else Tag("Đã có số, chưa in", Tone.SOON, "hourglass"),
        number="127-QĐ/UBKTTU",
        case=Link("GS-2026-0018", "#"),
        pdf_url=pdf_url,
        file_name="127-QD-UBKTTU.pdf",
        waiting="Văn bản đã lấy số, bản in đang được lập. Tải lại trang sau ít phút.",
        facts=(
            Fact("Loại", "Quyết định giám sát"), Fact("Ngày", "14/09/2026"),
            Fact("Cơ quan ban hành", "UBKT Tỉnh ủy Mẫu"), Fact("Người ký", "Vũ Thành Thử, Chủ nhiệm"),
            Fact("Thể thức", "2026, từ 27/05/2026"),
        ),
        signatures=Samples.signatures,
        events=Samples.events,
        actions=(Link("Ghi việc giao văn bản", "#", "letter"),) if pdf_url else (),
        sha256="3f9a71c2" * 8,
    )  # fmt: skip


def register_page() -> RegisterPage:
    return RegisterPage(
        sentence="UBKT Tỉnh ủy Mẫu, nhiệm kỳ 2025–2030. Trong mỗi sổ, số chạy liên tục, không bỏ cách.",
        tabs=(Tab("Quyết định", "#", 127, current=True), Tab("Thông báo", "#", 64), Tab("Báo cáo", "#", 88)),
        filters=SampleFilters(),
        rows=[
            BookRow(n, f"{n}-QĐ/UBKTTU", date(2026, 9, 14), "Quyết định giám sát", "Đảng ủy xã Mẫu Ba",
                    Tag("Đã ban hành", Tone.OK, "stamp"), "#", "Vũ Thành Thử", Link("GS-2026-0018", "#"))
            for n in range(127, 117, -1)
        ],
        pager=Pager("1–10 trong 127 số", older="#"),
        withheld=3,
    )  # fmt: skip


def choose_page() -> ChooseProcedurePage:
    return ChooseProcedurePage((
        ("Giám sát", (
            ProcedureChoice("Giám sát thường xuyên", "Theo dõi, nắm tình hình theo địa bàn được phân công.", "#"),
            ProcedureChoice("Giám sát chuyên đề", "Theo chương trình năm hoặc nhiệm vụ được giao.", "#"),
        )),
        ("Kiểm tra", (
            ProcedureChoice("Kiểm tra khi có dấu hiệu vi phạm", "Khi có căn cứ về dấu hiệu vi phạm.", "",
                            reasons=(Reason("Chưa có phân công theo dõi địa bàn này.", remedy="Đề nghị phân công"),)),
        )),
    ))  # fmt: skip


def proposal_page(data: dict | None = None) -> ProposalPage:
    return ProposalPage("Giám sát chuyên đề", "Đề xuất bằng văn bản: nội dung, đối tượng, kế hoạch, dự kiến đoàn.",
                        SampleQuestions(data), asks="Nội dung đề xuất", press="Ghi đề xuất",
                        facts=(Fact("Căn cứ", "Quy trình giám sát, bước chuẩn bị"),),
                        back_url="#")  # fmt: skip


def approval_page(*, refused: bool = False) -> ApprovalPage:
    """A draft before its signer: changed since they looked, endorsed once before the change."""
    form = SigningForm(
        7, TODAY, {"deed": "sign"} if refused else None, version=2, capacity="Chủ nhiệm"
    )
    return ApprovalPage(
        header=Samples.header,
        title="Thông báo kết quả giám sát",
        url="#",
        version=2,
        submitted=Samples.signatures[0].at,
        drafter="Lê Thu Mẫu",
        papers=(Preview("Thông báo kết quả giám sát", "#", "/xem-thu/pdf/", current=True),
                Preview("Kế hoạch giám sát", "#", "/xem-thu/pdf/")),
        sha256="3f9a71c2" * 8,
        since=Since(1, (Change("Hạn chế, khuyết điểm", (Piece("Ghi chép "), Piece("thiếu sót.", "out"),
                                                       Piece("sơ sài.", "in"))),),
                    ("Thông báo kết quả giám sát",)),
        place="văn bản 2 trong 3 đang chờ bạn",
        previous="#",
        following="#",
        facts=(Fact("Thời gian giám sát", "45"), Fact("Đoàn giám sát", "Lê Thu Mẫu, trưởng đoàn")),
        texts=(Fact("Ưu điểm", "Nền nếp.\nĐúng hạn."),),
        basis=("21-QĐ/TW",),
        votes=(Samples.votes,),
        chain=(replace(Samples.signatures[0], void=True, note="hết hiệu lực do dự thảo đã thay đổi"),
               *Samples.signatures),
        reasons=Samples.reasons if refused else (),
        form=form,
        choices=(Choice("sign", "Ký ban hành", "pen", "act", not refused),
                 Choice("return_draft", "Trả lại: văn bản khác biên bản", "return"),
                 Choice("put_to_collective_again", "Đưa ra tập thể xem xét lại", "people")),
        endorsing=EndorsingForm(7, TODAY),
    )  # fmt: skip


def approvals_page() -> ApprovalsPage:
    at = Samples.signatures[0].at
    return ApprovalsPage([
        ApprovalRow(due(TODAY, TODAY), "GS-2026-0018", "Giám sát chuyên đề: Đảng ủy xã Mẫu Ba",
                    "Giám sát chuyên đề", "Thông báo kết quả giám sát", "#", HA, at,
                    Tag("Chờ ký", Tone.INFO, "pen"), "1 người đã ký nháy"),
        ApprovalRow(due(None, TODAY), "KT-2026-0002", "Kiểm tra đ/c Nguyễn Văn Thử", "Kiểm tra",
                    "Gia hạn", "#", NGOC, at, Tag("Chờ ký nháy, thẩm định", Tone.HOLD, "person-check")),
    ])  # fmt: skip


#: Name of a preview → template and the value given to it as `page`.
PREVIEWS = {
    "viec": ("pages/worklist.html", worklist_page),
    "viec-trong": (
        "pages/worklist.html",
        lambda: replace(worklist_page(), groups=(), tiles=(), pager=None),
    ),
    "ho-so": ("pages/cases.html", cases_page),
    "ho-so-khong-thay": ("pages/cases.html", lambda: cases_page("chi bộ không có")),
    "mot-ho-so": ("pages/case.html", case_page),
    **{
        f"mot-ho-so-{section}": ("pages/case.html", lambda section=section: case_page(section))
        for section in ("findings", "votes", "people", "deadlines", "history")
    },
    "ho-so-trong": (
        "pages/case.html",
        lambda: CasePage(header=Samples.header, no_action="Chờ chủ nhiệm ký.", way=WayForward()),
    ),
    "buoc": ("pages/step.html", step_page),
    "buoc-sai": ("pages/step.html", lambda: step_page(data={"day": "31/02/2026"})),
    "buoc-chua-duoc": ("pages/step.html", lambda: step_page(blocked=True)),
    "duyet": ("pages/approval.html", approval_page),
    "duyet-sai": ("pages/approval.html", lambda: approval_page(refused=True)),
    "duyet-chi-xem": (
        "pages/approval.html",
        lambda: replace(
            approval_page(),
            form=None,
            endorsing=None,
            choices=(),
            since=Since(),
            awaited="Chủ nhiệm",
        ),
    ),
    "duyet-ky-nhay": (
        "pages/approval.html",
        lambda: replace(approval_page(), form=None, choices=()),
    ),
    "cho-duyet": ("pages/approvals.html", approvals_page),
    "cho-duyet-trong": ("pages/approvals.html", lambda: ApprovalsPage(())),
    "xac-nhan": ("pages/confirm.html", confirm_page),
    "van-ban": ("pages/paper.html", lambda: paper_page("/xem-thu/pdf/")),
    "van-ban-chua-in": ("pages/paper.html", paper_page),
    "so-van-ban": ("pages/register.html", register_page),
    "chon-thu-tuc": ("pages/choose_procedure.html", choose_page),
    "de-xuat": ("pages/proposal.html", proposal_page),
}
