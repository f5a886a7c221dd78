"""The side navigation, in one list: an area appears in it on the day its address exists."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from cases.incoming import READERS as INCOMING_READERS
from cases.incoming import WRITERS as INCOMING_WRITERS
from cases.readers import AUDITOR
from documents.keepers import WORDING_KEEPERS
from permissions.vault.rights import POSITIONS
from permissions.ways import Part, positions_opening
from registry.flags.deciding import DECIDERS
from registry.keeping import KEEPERS
from registry.members.rights import READERS, WRITERS
from registry.models import Position
from reports.rights import READERS as COUNTING

#: Whoever holds any post reads who left out of the organisations in which they hold it.
MEMBER_READERS = frozenset(str(one.value) for one in READERS)
FLAG_READERS = frozenset(
    {*INCOMING_WRITERS, *(str(one.value) for posts in DECIDERS.values() for one in posts)}
)
ERASERS = frozenset({*map(str, KEEPERS), *(str(one.value) for one in WRITERS)})
FIGURE_READERS = frozenset(str(one.value) for one in COUNTING)
TRACERS = frozenset(positions_opening(Part.HISTORY))
ANY_POST = frozenset(str(one.value) for one in Position)


@dataclass(frozen=True)
class Area:
    """One entry: the name of its address, its label and icon, and the pages that lie in it.

    Where `posts` are named, only whoever holds one of them today is shown it.
    """

    name: str
    label: str
    icon: str
    pages: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Entry:
    """An area as one request sees it."""

    name: str
    label: str
    icon: str
    url: str
    current: bool


@dataclass(frozen=True)
class Section:
    """A titled group of entries, which folds under its title; what has no title always shows."""

    title: str
    entries: list[Entry]
    open: bool = True

    @property
    def key(self) -> str:
        """What the browser remembers an opened group by, in whatever language its title stands."""
        return self.entries[0].name


#: So many lines stand beside a page at 1366×768; only a longer navigation is folded.
LINES = 18


AREAS = [
    (
        "",
        [
            Area("worklist", _("Việc của tôi"), "inbox", frozenset({"handing-over", "filters"})),
            Area("search", _("Tra cứu"), "search"),
            Area(
                "approvals",
                _("Chờ tôi duyệt"),
                "pen",
                frozenset({"approval", "approvals-at-once", "approval-routes"}),
            ),
            Area(
                "cases",
                _("Hồ sơ vụ việc"),
                "folder",
                frozenset(
                    {
                        "case",
                        "case-retold",
                        "case-as-of",
                        "case-explained",
                        "case-law",
                        "case-export",
                        "case-reads",
                        "case-readers",
                        "grant-end",
                        "step",
                        "step-preview",
                        "case-choose",
                        "case-new",
                        "cases-export",
                        "classified",
                    }
                ),
            ),
        ],
    ),
    (
        _("Kế hoạch và theo dõi"),
        [
            Area(
                "programme",
                _("Chương trình năm"),
                "calendar",
                frozenset({"programme-new", "programme-item", "item-deed"}),
                posts=ANY_POST,
            ),
            Area(
                "directives",
                _("Văn bản chỉ đạo"),
                "pin",
                frozenset({"directive", "directive-new", "directive-deed", "cascade-unlink"}),
                posts=ANY_POST,
            ),
            Area("calendar", _("Lịch và thời hạn"), "calendar", frozenset({"calendar-address"})),
            Area(
                "following-index",
                _("Sổ theo dõi"),
                "clock",
                frozenset({"following", "following-export"}),
                posts=INCOMING_READERS,
            ),
            Area(
                "flags",
                _("Dấu hiệu chờ xem xét"),
                "pin",
                frozenset({"flag-decide", "flag-decision", "proposal-take-in"}),
                posts=FLAG_READERS,
            ),
            Area(
                "statistics",
                _("Thống kê, báo cáo"),
                "chart",
                frozenset(
                    {
                        "statistics-form",
                        "statistics-list",
                        "dashboard",
                        "step-days",
                        "step-days-list",
                        "overdue-list",
                        "ledger",
                        "filings",
                        "filing",
                        "filing-new",
                        "filing-reopen",
                    }
                ),
                posts=FIGURE_READERS,
            ),
        ],
    ),
    (
        _("Văn bản, kỳ họp, đơn thư"),
        [
            Area(
                "papers",
                _("Sổ văn bản"),
                "file",
                frozenset(
                    {
                        "paper",
                        "paper-copy",
                        "papers-at-once",
                        "papers-export",
                        "original-new",
                        "original-move",
                    }
                ),
            ),
            Area(
                "wordings",
                _("Mẫu văn bản"),
                "blocks",
                frozenset({"wording"}),
                posts=frozenset(WORDING_KEEPERS),
            ),
            Area(
                "number-books",
                _("Sổ số"),
                "stamp",
                frozenset(
                    {
                        "number-book",
                        "number-book-open",
                        "number-book-keep",
                        "number-book-secret",
                        "number-book-export",
                    }
                ),
                posts=INCOMING_READERS,
            ),
            Area(
                "meetings",
                _("Kỳ họp, biểu quyết"),
                "ballot",
                frozenset({"meeting", "room", "room-deed"}),
            ),
            Area(
                "petitions",
                _("Sổ đơn, thư đến"),
                "letter",
                frozenset({"petitions-export"}),
                posts=INCOMING_READERS,
            ),
            Area(
                "envelopes",
                _("Phong bì danh tính"),
                "lock",
                frozenset({"envelope", "envelope-new", "envelope-deed", "envelope-opening"}),
                posts=POSITIONS,
            ),
        ],
    ),
    (
        _("Tra cứu quy định"),
        [
            Area("procedures", _("Quy trình"), "map", frozenset({"procedure"})),
            Area(
                "law",
                _("Quy định"),
                "scale",
                frozenset({"law-gaps", "law-adoptions", "law-proposal", "law-rule", "law-propose"}),
            ),
        ],
    ),
    (
        _("Đảng viên"),
        [
            Area(
                "members",
                _("Danh sách đảng viên"),
                "people",
                frozenset(
                    {
                        "member",
                        "list-import",
                        "list-preview",
                        "pledges",
                        "pledge-new",
                        "members-import",
                        "members-preview",
                        "member-findings",
                        "misuse-new",
                        "finding-deed",
                        "obstacles",
                        "obstacle",
                        "obstacle-log",
                        "members-export",
                        "member-findings-export",
                        "file-papers",
                        "member-file",
                        "member-manager",
                    }
                ),
                posts=MEMBER_READERS,
            ),
            Area(
                "cell-transfers",
                _("Chuyển sinh hoạt đảng"),
                "letter",
                frozenset(
                    {
                        "cell-transfer",
                        "cell-transfer-new",
                        "cell-transfer-deed",
                        "cell-transfers-export",
                    }
                ),
                posts=MEMBER_READERS,
            ),
            Area(
                "grades",
                _("Xếp loại đảng viên"),
                "chart",
                frozenset({"grade-figures", "grades-export"}),
                posts=MEMBER_READERS,
            ),
            Area(
                "screenings",
                _("Rà soát, sàng lọc"),
                "search",
                frozenset(
                    {
                        "screening",
                        "screening-new",
                        "screening-add",
                        "screening-end",
                        "screening-export",
                        "screening-outcome",
                    }
                ),
                posts=MEMBER_READERS,
            ),
            Area(
                "periodic-checks",
                _("Kiểm tra định kỳ"),
                "calendar",
                frozenset({"periodic-check"}),
                posts=MEMBER_READERS,
            ),
            Area(
                "file-loans",
                _("Mượn hồ sơ đảng viên"),
                "folder",
                frozenset({"file-loans-export", "file-lend", "file-take-back"}),
                posts=MEMBER_READERS,
            ),
            Area("exits", _("Ra khỏi Đảng"), "people", frozenset({"readmission"}), posts=ANY_POST),
        ],
    ),
    (
        _("Đi xa, ra nước ngoài"),
        [
            Area(
                "absences",
                _("Đi làm ăn xa"),
                "map",
                frozenset(
                    {
                        "absence",
                        "absence-new",
                        "absence-deed",
                        "absences-export",
                        "absences-struck-off",
                    }
                ),
                posts=MEMBER_READERS,
            ),
            Area(
                "journeys",
                _("Đi nước ngoài"),
                "globe",
                frozenset(
                    {"journey", "journey-new", "journey-deed", "report-rule", "journeys-export"}
                ),
                posts=MEMBER_READERS,
            ),
            Area(
                "foreign",
                _("Kê khai quan hệ nước ngoài"),
                "lock",
                frozenset({"foreign-of", "foreign-declare", "foreign-log"}),
            ),
        ],
    ),
    (
        _("Tổ chức"),
        [
            Area(
                "organisations",
                _("Tổ chức đảng"),
                "map",
                frozenset(
                    {
                        "organisation",
                        "organisations-export",
                        "organisation-level",
                        "organisation-level-end",
                        "term-new",
                        "term-deed",
                        "managed-posts",
                        "managed-post-new",
                        "managed-post-end",
                    }
                ),
                posts=MEMBER_READERS,
            ),
            Area(
                "offices",
                _("Chức vụ, phân công"),
                "people",
                frozenset(
                    {"office-person", "office-history", "office-new", "office-post", "office-end"}
                ),
            ),
            Area(
                "reorganisations",
                _("Sắp xếp tổ chức"),
                "map",
                frozenset(
                    {
                        "reorganisation",
                        "reorganisation-new",
                        "reorganisation-preview",
                        "reorganisation-do",
                        "reorganisation-undo",
                        "member-move",
                        "unit-give",
                        "unit-take-in",
                        "file-take-up",
                        "files-take-up",
                    }
                ),
                posts=frozenset(KEEPERS),
            ),
        ],
    ),
    (
        _("Hệ thống"),
        [
            Area(
                "audit",
                _("Nhật ký lưu vết"),
                "shield",
                frozenset({"audit-export"}),
                posts=TRACERS,
            ),
            Area("audit-checks", _("Rà soát, niêm phong"), "shield", posts=frozenset({AUDITOR})),
            Area(
                "erasures",
                _("Xóa dữ liệu cá nhân"),
                "x",
                frozenset({"erasure", "erase-file", "erase-person"}),
                posts=ERASERS,
            ),
            Area(
                "conformance",
                _("Đối chiếu hồ sơ đã kết thúc"),
                "check",
                frozenset({"conformance-list", "conformance-export"}),
                posts=frozenset({AUDITOR}),
            ),
            Area("lists-taken", _("Nhật ký xuất danh sách"), "download", posts=ANY_POST),
            Area("administration", _("Quản trị, lưu vết"), "gear"),
            Area("components", _("Thành phần giao diện"), "blocks"),
        ],
    ),
]


def side_navigation(current: str, positions: Collection[str] = ()) -> list[Section]:
    """Groups with at least one area that exists; `current` is the name of the page shown.

    `positions` are the posts the reader holds today, as the register writes them. Where all of it is
    more than a screen, only the group is open in which the page lies.
    """
    held = frozenset(positions)
    groups = [(title, list(_entries(areas, current, held))) for title, areas in AREAS]
    groups = [(title, entries) for title, entries in groups if entries]
    fits = sum(len(entries) + bool(title) for title, entries in groups) <= LINES
    return [
        Section(title, entries, fits or not title or any(one.current for one in entries))
        for title, entries in groups
    ]


def address(name: str) -> str:
    """The address called `name`, or nothing while that area does not exist yet."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _entries(areas: Iterable[Area], current: str, held: frozenset[str]) -> Iterator[Entry]:
    for area in areas:
        if (not area.posts or area.posts & held) and (url := address(area.name)):
            here = current == area.name or current in area.pages
            yield Entry(area.name, area.label, area.icon, url, here)
