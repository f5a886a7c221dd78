"""The first five minutes: the few pages each office works on, in the order worth seeing them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from permissions.choice_models import NOT_BEGUN, OVER
from registry.models import Position


@dataclass(frozen=True)
class Stop:
    """One page of a tour: the name of its address, its title, and what is worth knowing on it."""

    page: str
    title: str
    says: str

    @property
    def url(self) -> str:
        """Where the page is."""
        return reverse(self.page)


_WORK = Stop(
    "worklist",
    _("Việc của tôi"),
    _("Mỗi sáng bắt đầu ở đây: việc chờ bạn, việc gấp nhất ở trên. Bấm tên hồ sơ để làm việc ấy."),
)
_CASES = Stop(
    "cases",
    _("Hồ sơ vụ việc"),
    _(
        "Mọi hồ sơ bạn được xem. Trang hồ sơ nói hồ sơ đang ở đâu, làm được gì ngay, việc nào chưa được và vì sao."
    ),
)
_NOTICES = Stop(
    "notices",
    _("Thông báo"),
    _("Việc cần bạn biết ngay. Số ở cái chuông đầu trang là số thông báo chưa xem."),
)
_HELP = Stop(
    "help",
    _("Trợ giúp"),
    _(
        "Trang hướng dẫn viết cho việc của bạn. Mục Trợ giúp luôn ở đầu mọi trang; phím ? mở bảng phím tắt."
    ),
)
_MEETINGS = Stop(
    "meetings",
    _("Kỳ họp, biểu quyết"),
    _(
        "Cuộc họp bạn dự: giấy mời, chương trình, ai tính biểu quyết và vì sao; họp xong thì từng kết quả."
    ),
)
_APPROVALS = Stop(
    "approvals",
    _("Chờ tôi duyệt"),
    _(
        "Văn bản chờ bạn ký: bên trái là đúng bản sẽ ký, bên phải là căn cứ, biểu quyết và chỗ đã đổi."
    ),
)
_PAPERS = Stop(
    "papers",
    _("Sổ văn bản"),
    _(
        "Văn bản đã có số. Mở một văn bản để xem đúng tệp đã in, ghi việc giao, tải bản chụp có chữ ký."
    ),
)
_CALENDAR = Stop(
    "calendar",
    _("Lịch và thời hạn"),
    _("Thời hạn và cuộc họp theo tháng, tuần. Mỗi thời hạn nói nó được tính ra thế nào."),
)

OFFICER = (
    _WORK,
    Stop(
        "case-choose",
        _("Lập đề xuất mới"),
        _("Một hồ sơ bắt đầu ở đây: chọn thủ tục, phần mềm hỏi đúng những điều thủ tục ấy cần."),
    ),
    _CASES,
    Stop(
        "search",
        _("Tra cứu"),
        _("Gõ số hồ sơ, số văn bản, họ tên, có dấu hay không. Chỉ hiện những gì bạn được xem."),
    ),
    _CALENDAR,
    _NOTICES,
    _HELP,
)
SIGNER = (_WORK, _APPROVALS, _CASES, _MEETINGS, _NOTICES, _HELP)
CLERK = (
    _WORK,
    _PAPERS,
    Stop(
        "number-books",
        _("Sổ số"),
        _(
            "Mỗi cơ quan, mỗi ký hiệu, mỗi nhiệm kỳ một sổ, đủ mọi số. Số do phần mềm cấp, không bỏ cách."
        ),
    ),
    Stop(
        "petitions",
        _("Sổ đơn, thư đến"),
        _("Vào sổ đơn, thư. Tên người tố cáo chỉ nằm trong phong bì danh tính, không ghi ở đây."),
    ),
    _CALENDAR,
    _NOTICES,
    _HELP,
)
SECRETARY = (
    _WORK,
    _MEETINGS,
    _APPROVALS,
    Stop(
        "members",
        _("Danh sách đảng viên"),
        _("Đảng viên thuộc tổ chức của bạn, và những việc phải theo dõi ở từng người."),
    ),
    _NOTICES,
    _HELP,
)
AUDITOR = (
    Stop(
        "audit",
        _("Nhật ký lưu vết"),
        _("Ai làm gì, ai đọc gì, lúc nào. Mỗi dòng mở được nội dung trước và sau."),
    ),
    Stop(
        "audit-checks",
        _("Rà soát, niêm phong"),
        _("Kết quả rà soát mỗi đêm, và mốc niêm phong giữ ngoài cơ sở dữ liệu."),
    ),
    Stop(
        "conformance",
        _("Đối chiếu hồ sơ đã kết thúc"),
        _(
            "Hồ sơ đã kết thúc được quyết định lại theo quy định của ngày đó; chỗ khác được nêu tên."
        ),
    ),
    _CASES,
    _NOTICES,
    _HELP,
)
MEMBER = (_WORK, _CASES, _MEETINGS, _NOTICES, _HELP)

#: The first whose posts the reader holds; who holds none is a member.
ROUTES: tuple[tuple[frozenset[str], tuple[Stop, ...]], ...] = (
    (frozenset({Position.AUDITOR}), AUDITOR),
    (frozenset({Position.CLERK}), CLERK),
    (frozenset({Position.CHAIR, Position.VICE_CHAIR}), SIGNER),
    (frozenset({Position.SECRETARY, Position.DEPUTY_SECRETARY}), SECRETARY),
    (frozenset(Position.values), OFFICER),
)


@dataclass(frozen=True)
class Tour:
    """The reader's tour: its stops, at which one they are, and the one that this page is, from 1.

    `here` is 0 on a page that is no stop, and wherever the tour has not begun or is over.
    """

    stops: tuple[Stop, ...]
    at: int
    here: int
    offered: bool

    @property
    def stop(self) -> Stop:
        """The stop that this page is."""
        return self.stops[self.here - 1]

    @property
    def next(self) -> Stop | None:
        """The stop after this page; none after the last."""
        return self.stops[self.here] if self.here < len(self.stops) else None

    @property
    def next_number(self) -> int:
        """Its number."""
        return self.here + 1

    @property
    def begun(self) -> bool:
        """Whether the reader is on the way."""
        return self.at > NOT_BEGUN


def stops_of(positions: Collection[str]) -> tuple[Stop, ...]:
    """The stops of whoever holds `positions`."""
    held = frozenset(map(str, positions))
    return next((stops for posts, stops in ROUTES if posts & held), MEMBER)


def tour_at(at: int, positions: Collection[str], page: str) -> Tour:
    """The tour as the page called `page` shows it to whoever is `at` that stop."""
    stops = stops_of(positions)
    pages = [stop.page for stop in stops]
    under_way = at not in {NOT_BEGUN, OVER}
    here = pages.index(page) + 1 if under_way and page in pages else 0
    return Tour(stops, at, here, offered=at == NOT_BEGUN and page == "worklist")
