"""Every screen that has a picture; and the pages that have none, each with why."""

from __future__ import annotations

from collections.abc import Mapping

from desk.screens.screen import EVERY_LOOK, Look, Screen, pressed, sent_empty, typed

OFFICER, CHAIR, LEAD, CLERK, AUDITOR = "canbo", "chunhiem", "phochunhiem", "vanthu", "giamsat"
CELL, DEPUTY, COMMUNE, MEMBER, NOBODY = "bithu2", "phobithu2", "bithuxa", "thon2a", ""

#: A supervision whose notice its officer has to draft, and a discipline of a cell.
UNDER_WAY = ("cases", "case:GS-2026-0002")
DISCIPLINE = ("cases", "case:KL")

_SIGNING_IN = (
    Screen("dang-nhap", "account_login", NOBODY, looks=EVERY_LOOK, guide=True),
    Screen("dang-nhap-sai", "account_login", NOBODY, deed=sent_empty),
    Screen("thoi-dung", "account_inactive", NOBODY),
    Screen("dang-xuat", "account_logout", OFFICER),
    Screen("mat-khau", "account_change_password", OFFICER),
    Screen("mat-khau-sai", "account_change_password", OFFICER, deed=sent_empty),
    Screen("phien", "account_sessions", OFFICER),
    Screen("lua-chon", "account_choices", OFFICER),
    Screen("xac-nhan-lai", "account_reauthenticate", OFFICER),
    Screen("hai-lop", "mfa_index", OFFICER),
    Screen("hai-lop-bat", "mfa_activate_totp", OFFICER),
    Screen("khong-co-trang", "worklist", OFFICER, query="khong-co-trang-nay/"),
)

_WORK = (
    Screen("viec-cua-toi", "worklist", OFFICER, looks=EVERY_LOOK, guide=True),
    Screen("viec-trong", "worklist", AUDITOR),
    Screen("viec-phim-tat", "worklist", OFFICER, deed=typed("?")),
    Screen("viec-tai-khoan", "worklist", CHAIR, deed=pressed("details.me > summary")),
    Screen("viec-chon-dong", "worklist", CHAIR, deed=typed("j")),
    Screen("cho-duyet", "approvals", CHAIR, guide=True),
    Screen("cho-duyet-trong", "approvals", CLERK),
    Screen("quy-trinh-duyet", "approval-routes", CHAIR),
    Screen("thong-bao", "notices", CHAIR),
    Screen("tro-giup", "help", OFFICER, looks=EVERY_LOOK),
    Screen("tro-giup-trang", "guide", OFFICER, ("help",), looks=EVERY_LOOK),
    Screen("di-qua", "tour", CHAIR),
    Screen("tra-cuu", "search", OFFICER, query="?q=chi+bo"),
    Screen("tra-cuu-khong-thay", "search", OFFICER, query="?q=zzzz"),
    Screen("lich", "calendar", OFFICER, looks=EVERY_LOOK),
    Screen("lich-tuan", "calendar", OFFICER, query="?xem=tuan"),
    Screen("lich-danh-sach", "calendar", OFFICER, query="?xem=danh-sach"),
    Screen("lich-dia-chi", "calendar-address", OFFICER),
    Screen("khan-cap", "emergency", CHAIR),
    Screen("khan-cap-sai", "emergency", CHAIR, deed=sent_empty),
)

_CASES = (
    Screen("ho-so", "cases", OFFICER, looks=EVERY_LOOK),
    Screen("ho-so-khong-thay", "cases", OFFICER, query="?q=khong-co-ho-so-nay"),
    Screen("ho-so-mat", "classified", CHAIR),
    Screen("ho-so-xuat", "cases-export", OFFICER),
    Screen("chon-thu-tuc", "case-choose", OFFICER),
    Screen("de-xuat", "case-new", OFFICER, ("case-choose", "case-new:P1.CD")),
    Screen(
        "de-xuat-sai",
        "case-new",
        OFFICER,
        ("case-choose",),
        deed=sent_empty,
        looks=(Look.OFFICE, Look.NARROW),
    ),
    Screen("vu-viec", "case", OFFICER, UNDER_WAY, looks=EVERY_LOOK, guide=True),
    Screen("vu-viec-nguoi-ky", "case", CHAIR, UNDER_WAY),
    Screen("vu-viec-van-thu", "case", CLERK, UNDER_WAY),
    Screen("vu-viec-ky-luat", "case", CELL, DISCIPLINE, guide=True),
    *(
        Screen(f"vu-viec-{section}", "case", OFFICER, UNDER_WAY, query=f"?muc={section}")
        for section in ("index", "findings", "votes", "people", "deadlines", "history")
    ),
    Screen("so-do", "case-map", OFFICER, UNDER_WAY, looks=EVERY_LOOK),
    Screen("ke-lai", "case-retold", OFFICER, UNDER_WAY, looks=(Look.OFFICE, Look.PRINTED)),
    Screen("nhin-lai", "case-as-of", AUDITOR, UNDER_WAY),
    Screen("vi-sao", "case-explained", OFFICER, UNDER_WAY),
    Screen("luat-khac", "case-law", AUDITOR, UNDER_WAY),
    Screen("ho-so-toan-bo", "case-export", OFFICER, UNDER_WAY),
    Screen("ai-da-doc", "case-reads", AUDITOR, UNDER_WAY),
    Screen("ai-da-doc-xuat", "case-reads-export", AUDITOR, (*UNDER_WAY, "case-reads")),
    Screen("ai-xem-duoc", "case-readers", CHAIR, (*UNDER_WAY, "?muc=people")),
    Screen("buoc", "step", OFFICER, UNDER_WAY, looks=EVERY_LOOK, guide=True),
    Screen("buoc-sai", "step", OFFICER, UNDER_WAY, deed=sent_empty, looks=(Look.OFFICE, Look.DARK)),
    Screen("buoc-truong-doan", "step", LEAD, UNDER_WAY),
    Screen("duyet", "approval", CHAIR, ("approvals",), looks=EVERY_LOOK, guide=True),
    Screen("duyet-chua-danh-dau", "approval", CHAIR, ("approvals",), deed=sent_empty),
    Screen("ho-so-cua-toi", "cases", MEMBER),
    Screen("ban-giao", "handing-over", OFFICER),
    Screen("bo-loc", "filters", OFFICER),
    Screen("xoa-du-lieu", "erasures", CHAIR),
    Screen("xoa-du-lieu-mot", "erasure", CHAIR, ("erasures",)),
)

_PAPERS = (
    Screen("so-van-ban", "papers", CLERK, looks=EVERY_LOOK, guide=True),
    Screen("so-van-ban-xuat", "papers-export", CLERK),
    Screen("van-ban", "paper", OFFICER, ("papers",), looks=EVERY_LOOK),
    Screen("sao-van-ban", "paper-copy", CHAIR, ("papers", "paper")),
    Screen("ban-goc", "original-new", CHAIR, ("papers", "paper")),
    Screen("nhieu-van-ban", "papers-at-once", CLERK),
    Screen("kiem-tra-chu-ky", "signature-check", CLERK),
    Screen("mau-van-ban", "wordings", CLERK),
    Screen("mau-mot-loai", "wording", CLERK, ("wordings",)),
    Screen("so-so", "number-books", CLERK),
    Screen("so-so-mot", "number-book", CLERK, ("number-books",)),
    Screen("so-so-giu", "number-book-keep", CLERK, ("number-books", "number-book")),
    Screen("so-so-mat", "number-book-secret", CLERK, ("number-books", "number-book")),
    Screen("so-so-mo", "number-book-open", CLERK, ("number-books",)),
    Screen("so-so-xuat", "number-book-export", CLERK, ("number-books", "number-book")),
    Screen("ky-hop", "meetings", CELL, guide=True),
    Screen("ky-hop-trong", "meetings", CHAIR),
    Screen("ky-hop-mot", "meeting", CELL, ("meetings",), looks=EVERY_LOOK),
    Screen("phong-hop", "room", CELL, ("meetings", "meeting"), looks=EVERY_LOOK),
    Screen("don-thu", "petitions", CLERK),
    Screen("don-thu-xuat", "petitions-export", CLERK),
    Screen("phong-bi", "envelopes", CLERK),
    Screen("phong-bi-moi", "envelope-new", CLERK, ("envelopes",)),
    Screen("theo-doi", "following-index", CLERK),
    Screen("theo-doi-so", "following", CLERK, ("following-index",)),
    Screen("theo-doi-xuat", "following-export", CLERK, ("following-index",)),
)

_PLANS = (
    Screen("chuong-trinh", "programme", OFFICER),
    Screen("chuong-trinh-muc", "programme-item", OFFICER, ("programme",)),
    Screen("chuong-trinh-them", "programme-new", CLERK, ("programme",)),
    Screen("chuong-trinh-viec", "item-deed", CLERK, ("programme", "programme-item")),
    Screen("chi-dao", "directives", CLERK),
    Screen("chi-dao-mot", "directive", CLERK, ("directives",)),
    Screen("chi-dao-moi", "directive-new", CLERK, ("directives",)),
    Screen("chi-dao-viec", "directive-deed", CLERK, ("directives", "directive")),
    Screen("dau-hieu", "flags", COMMUNE),
    Screen("dau-hieu-quyet-dinh", "flag-decide", COMMUNE, ("flags",)),
    Screen("thong-ke", "statistics", CHAIR),
    Screen("thong-ke-bieu", "statistics-form", CHAIR, ("statistics",), looks=EVERY_LOOK),
    Screen("thong-ke-danh-sach", "statistics-list", CHAIR, ("dashboard",)),
    Screen("tong-quan", "dashboard", CHAIR, looks=EVERY_LOOK, guide=True),
    Screen("so-ngay", "step-days", CHAIR),
    Screen("so-ngay-danh-sach", "step-days-list", CHAIR, ("step-days",)),
    Screen("qua-han", "overdue-list", CHAIR),
    Screen("so-cai", "ledger", CHAIR),
    Screen("nop", "filings", CHAIR),
    Screen("nop-chot", "filing-new", CHAIR, ("filings",)),
)

_MEMBERS = (
    Screen("dang-vien", "members", COMMUNE, looks=EVERY_LOOK, guide=True),
    Screen("dang-vien-mot", "member", COMMUNE, ("members",), looks=EVERY_LOOK),
    Screen("dang-vien-xuat", "members-export", COMMUNE),
    Screen("dang-vien-ho-so", "member-file", COMMUNE, ("members", "member")),
    Screen("dang-vien-noi-quan-ly", "member-manager", COMMUNE, ("members", "member")),
    Screen("giay-to-ho-so", "file-papers", COMMUNE, ("members", "member")),
    Screen("danh-sach-nhap", "list-import", COMMUNE, ("members",)),
    Screen("sai-sot", "member-findings", COMMUNE, ("members",)),
    Screen("sai-sot-xuat", "member-findings-export", COMMUNE, ("members", "member-findings")),
    Screen("sai-sot-moi", "misuse-new", COMMUNE, ("members", "member-findings")),
    Screen("sai-sot-viec", "finding-deed", COMMUNE, ("members", "member-findings")),
    Screen("cam-ket", "pledges", COMMUNE, ("members", "member")),
    Screen("vuong-mac", "obstacles", COMMUNE, ("members",)),
    Screen("vuong-mac-nhat-ky", "obstacle-log", AUDITOR),
    Screen("chuyen-sinh-hoat", "cell-transfers", COMMUNE),
    Screen("chuyen-sinh-hoat-mot", "cell-transfer", COMMUNE, ("cell-transfers",)),
    Screen("chuyen-sinh-hoat-moi", "cell-transfer-new", COMMUNE, ("cell-transfers",)),
    Screen(
        "chuyen-sinh-hoat-viec", "cell-transfer-deed", COMMUNE, ("cell-transfers", "cell-transfer")
    ),
    Screen("dinh-ky", "periodic-checks", COMMUNE),
    Screen("dinh-ky-viec", "periodic-check", COMMUNE, ("periodic-checks",)),
    Screen("xep-loai", "grades", COMMUNE),
    Screen("xep-loai-tong-hop", "grade-figures", COMMUNE, ("grades",)),
    Screen("ra-soat", "screenings", COMMUNE),
    Screen("ra-soat-moi", "screening-new", CELL, ("screenings",)),
    Screen("ra-soat-mot", "screening", CELL, ("screenings",)),
    Screen("muon-ho-so", "file-loans", COMMUNE),
    Screen("cho-muon", "file-lend", COMMUNE, ("members", "member")),
    Screen("ra-khoi-dang", "exits", COMMUNE),
    Screen("lam-an-xa", "absences", COMMUNE),
    Screen("lam-an-xa-mot", "absence", COMMUNE, ("absences",)),
    Screen("lam-an-xa-moi", "absence-new", COMMUNE, ("absences",)),
    Screen("lam-an-xa-viec", "absence-deed", COMMUNE, ("absences", "absence")),
    Screen("lam-an-xa-xoa-ten", "absences-struck-off", COMMUNE, ("absences",)),
    Screen("di-nuoc-ngoai", "journeys", COMMUNE),
    Screen("di-nuoc-ngoai-mot", "journey", COMMUNE, ("journeys",)),
    Screen("di-nuoc-ngoai-moi", "journey-new", COMMUNE, ("journeys",)),
    Screen("di-nuoc-ngoai-viec", "journey-deed", COMMUNE, ("journeys", "journey")),
    Screen("di-nuoc-ngoai-han", "report-rule", COMMUNE, ("journeys",)),
    Screen("ke-khai", "foreign", COMMUNE),
    Screen("ke-khai-nguoi", "foreign-of", COMMUNE, ("foreign",)),
    Screen("ke-khai-moi", "foreign-declare", COMMUNE, ("foreign", "foreign-of")),
    Screen("ke-khai-nhat-ky", "foreign-log", AUDITOR),
)

_ORGANISATIONS = (
    Screen("to-chuc", "organisations", COMMUNE, looks=EVERY_LOOK),
    Screen("to-chuc-mot", "organisation", COMMUNE, ("organisations",)),
    Screen("to-chuc-cap", "organisation-level", COMMUNE, ("organisations", "organisation")),
    Screen("nhiem-ky-moi", "term-new", COMMUNE, ("organisations", "organisation")),
    Screen("nhiem-ky-viec", "term-deed", COMMUNE, ("organisations", "organisation")),
    Screen("chuc-danh", "managed-posts", COMMUNE, ("organisations",)),
    Screen("chuc-danh-moi", "managed-post-new", COMMUNE, ("organisations", "managed-posts")),
    Screen("chuc-vu", "offices", CHAIR),
    Screen("chuc-vu-nguoi", "office-person", CHAIR, ("offices",)),
    Screen("chuc-vu-nhat-ky", "office-history", CHAIR, ("offices",)),
    Screen("chuc-vu-ghi", "office-new", CHAIR, ("offices",)),
    Screen("sap-xep", "reorganisations", COMMUNE),
    Screen("sap-xep-moi", "reorganisation-new", COMMUNE, ("reorganisations",)),
    Screen("sap-xep-mot", "reorganisation", COMMUNE, ("reorganisations",)),
)

_LAW = (
    Screen("quy-trinh", "procedures", OFFICER),
    Screen("quy-trinh-mot", "procedure", OFFICER, ("procedures",), looks=EVERY_LOOK),
    Screen("quy-dinh", "law", OFFICER),
    Screen(
        "quy-dinh-mot", "law-rule", OFFICER, ("law",), looks=(Look.OFFICE, Look.DARK, Look.PRINTED)
    ),
    Screen("khoang-trong", "law-gaps", CHAIR),
    Screen("bo-sung", "law-adoptions", CHAIR),
    Screen("bo-sung-de-nghi", "law-propose", CHAIR, ("law-gaps",)),
)

_SYSTEM = (
    Screen("luu-vet", "audit", AUDITOR, looks=EVERY_LOOK, guide=True),
    Screen("luu-vet-xuat", "audit-export", AUDITOR),
    Screen("ra-soat-niem-phong", "audit-checks", AUDITOR),
    Screen("doi-chieu", "conformance", AUDITOR),
    Screen("doi-chieu-danh-sach", "conformance-list", AUDITOR, ("conformance",)),
    Screen("da-xuat", "lists-taken", AUDITOR),
    Screen("thanh-phan", "components", OFFICER, looks=EVERY_LOOK),
)

SCREENS = (
    *_SIGNING_IN,
    *_WORK,
    *_CASES,
    *_PAPERS,
    *_PLANS,
    *_MEMBERS,
    *_ORGANISATIONS,
    *_LAW,
    *_SYSTEM,
)

_FILE = "là tệp hoặc dữ liệu, không phải trang"
_ONLY_SENT = "chỉ nhận nội dung gửi lên rồi chuyển đi"
_SAME_EXPORT = "cùng trang xuất danh sách với ho-so-xuat"
_SAME_DEED = "cùng trang ghi một việc với lam-an-xa-viec"
_NEEDS = "cần một việc mà dữ liệu mẫu chưa có: "

#: The pages without a picture.
EXCUSED: Mapping[str, str] = {
    **dict.fromkeys(
        [
            "calendar-feed", "calendar-file", "case-file", "csp-report", "directive-export",
            "filing-pdf", "item-evidence", "law-scan", "list-template", "mfa_download_recovery_codes",
            "original", "paper-copy-pdf", "paper-pdf", "paper-picture", "paper-slip", "papers-zip",
            "programme-export", "statistics-export", "statistics-public", "step-preview",
            *(f"api-1:{name}" for name in (
                "actions", "api-root", "case", "history", "me", "meetings", "open_case",
                "openapi-json", "paper", "register", "take_step", "way",
            )),
        ],
        _FILE,
    ),
    **dict.fromkeys(
        ["approvals-at-once", "language", "filter-keep", "filter-deed", "room-deed"], _ONLY_SENT
    ),
    **dict.fromkeys(
        [
            "absences-export", "cell-transfers-export", "conformance-export", "file-loans-export",
            "grades-export", "journeys-export", "organisations-export", "screening-export",
        ],
        _SAME_EXPORT,
    ),
    **dict.fromkeys(
        [
            "cascade-unlink", "pledge-new", "screening-add", "screening-end", "screening-outcome",
            "managed-post-end", "organisation-level-end", "member-move", "unit-give", "unit-take-in",
            "file-take-up", "files-take-up", "file-take-back", "original-move", "obstacle",
            "office-post",
        ],
        _SAME_DEED,
    ),
    **dict.fromkeys(
        [
            "mfa_authenticate", "mfa_reauthenticate", "mfa_deactivate_totp",
            "mfa_generate_recovery_codes", "mfa_view_recovery_codes",
        ],
        _NEEDS + "tài khoản đã bật xác thực hai lớp",
    ),
    **dict.fromkeys(
        ["envelope", "envelope-deed", "envelope-opening"], _NEEDS + "kho danh tính đang mở"
    ),
    **dict.fromkeys(
        ["job", "reorganisation-do", "reorganisation-preview", "reorganisation-undo"],
        _NEEDS + "phương án sắp xếp đang chạy",
    ),
    **dict.fromkeys(["filing", "filing-reopen"], _NEEDS + "một báo cáo đã chốt trong kỳ đang xem"),
    **dict.fromkeys(["erase-file", "erase-person"], _NEEDS + "hồ sơ đã hết thời hạn bảo quản"),
    "readmission": _NEEDS + "người đã ra khỏi Đảng",
    "office-end": _NEEDS + "chức vụ chưa có ngày cuối mà người xem cho thôi được",
    "list-preview": _NEEDS + "một bảng vừa nộp",
    "grant-end": _NEEDS + "một lần cho phép xem",
    "flag-decision": _NEEDS + "một dấu hiệu đã xét",
    "proposal-take-in": _NEEDS + "một dấu hiệu đã xét",
    "law-proposal": _NEEDS + "một đề nghị bổ sung quy định",
    "paper-sign": _NEEDS + "văn bản chờ ký số",
}  # fmt: skip
