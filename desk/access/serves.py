"""What each address of the site serves of files, so that none is added without the matrix being asked about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desk.access.matrix import Surface

#: A kind of thing of the matrix, and the surface on which an address shows it.
Thing = tuple[str, Surface]

PAGE, LIST, SEARCH = Surface.PAGE, Surface.LIST, Surface.SEARCH
EXPORT, DOWNLOAD, API = Surface.EXPORT, Surface.DOWNLOAD, Surface.API
ERROR, COUNT = Surface.ERROR, Surface.COUNT

SERVES: Mapping[str, Sequence[Thing]] = {
    "worklist": (("dau_muc", LIST), ("dau_muc", SEARCH)),
    "approvals": (("du_thao", LIST),),
    "approvals-at-once": (("du_thao", LIST),),
    "cases": (("dau_muc", LIST), ("dau_muc", SEARCH)),
    "cases-export": (("dau_muc", EXPORT), ("dau_muc", COUNT)),
    "case-new": (("dau_muc", PAGE),),
    "case": (("dau_muc", PAGE), ("chung_cu", PAGE), ("trinh_bay", PAGE), ("nhat_ky", PAGE)),
    "case-map": (("dau_muc", PAGE),),
    "case-retold": (("chung_cu", PAGE), ("du_thao", PAGE)),
    "case-reads": (("dau_muc", PAGE),),
    "case-readers": (("dau_muc", PAGE),),
    "grant-end": (("dau_muc", PAGE),),
    "case-file": (("trinh_bay", DOWNLOAD),),
    "step": (("dau_muc", ERROR), ("du_thao", PAGE)),
    "step-preview": (("du_thao", DOWNLOAD),),
    "approval": (("du_thao", PAGE), ("du_thao", ERROR)),
    "notices": (("dau_muc", LIST),),
    "statistics-list": (("dau_muc", LIST),),
    "meetings": (("dau_muc", LIST),),
    "reorganisation-preview": (("dau_muc", LIST),),
    "meeting": (("dau_muc", PAGE),),
    "papers": (("van_ban", LIST), ("van_ban", SEARCH)),
    "papers-at-once": (("van_ban", LIST),),
    "papers-zip": (("van_ban", DOWNLOAD),),
    "papers-export": (("van_ban", EXPORT), ("van_ban", COUNT)),
    "number-book": (("van_ban", LIST), ("van_ban", SEARCH)),
    "number-book-export": (("van_ban", EXPORT),),
    "original": (("van_ban", DOWNLOAD),),
    "original-new": (("van_ban", ERROR),),
    "original-move": (("van_ban", ERROR),),
    "case-export": (("chung_cu", EXPORT), ("chung_cu", PAGE), ("dau_muc", DOWNLOAD)),
    "paper": (("van_ban", PAGE), ("chung_cu", PAGE)),
    "paper-sign": (("van_ban", PAGE),),
    "paper-pdf": (("van_ban", DOWNLOAD), ("chung_cu", DOWNLOAD)),
    "paper-picture": (("van_ban", DOWNLOAD), ("van_ban", ERROR)),
    "paper-copy": (("van_ban", PAGE),),
    "paper-copy-pdf": (("van_ban", DOWNLOAD),),
    "paper-slip": (("chung_cu", DOWNLOAD),),
    "law-rule": (("dau_muc", LIST),),
    "petitions": (("don_thu", LIST), ("don_thu", SEARCH)),
    "petitions-export": (("don_thu", EXPORT), ("don_thu", COUNT)),
    "envelopes": (("to_cao", LIST),),
    "envelope": (("to_cao", PAGE), ("danh_tinh", PAGE)),
    "envelope-deed": (("to_cao", ERROR),),
    "envelope-opening": (("danh_tinh", PAGE),),
    "api-1:case": (("dau_muc", API), ("chung_cu", API)),
    "api-1:actions": (("dau_muc", API),),
    "api-1:way": (("chung_cu", API),),
    "api-1:take_step": (("dau_muc", API),),
    "api-1:history": (("nhat_ky", API),),
    "api-1:meetings": (("dau_muc", API),),
    "api-1:paper": (("van_ban", API),),
}

#: Addresses that show nothing of any file: accounts, offices, the law, forms before anything is said.
NOTHING_OF_FILES = frozenset(
    {
        "account_change_password", "account_inactive", "account_login", "account_logout",
        "account_reauthenticate", "account_sessions", "mfa_activate_totp", "mfa_authenticate",
        "mfa_deactivate_totp", "mfa_download_recovery_codes", "mfa_generate_recovery_codes",
        "mfa_index", "mfa_reauthenticate", "mfa_view_recovery_codes", "language", "components",
        "csp-report", "signature-check", "approval-routes", "case-choose", "classified", "emergency", "envelope-new",
        "law", "law-adoptions", "law-gaps", "law-proposal", "law-propose", "law-scan", "office-end",
        "office-history", "office-new", "office-person", "office-post", "offices", "procedure",
        "procedures", "api-1:api-root", "exits", "readmission",
        "members", "member", "list-template", "list-import", "list-preview",
        "member-findings", "misuse-new", "finding-deed",
        "statistics", "statistics-form", "statistics-export", "statistics-public", "statistics-chart",
        "filings", "filing", "filing-new", "filing-reopen",
        "reorganisations", "reorganisation", "reorganisation-new", "reorganisation-do",
        "wordings", "wording",
        "reorganisation-undo", "member-move", "unit-give", "unit-take-in", "file-take-up", "files-take-up",
        "number-books", "number-book-open", "number-book-keep", "number-book-secret",
        "job", "api-1:me",
        "api-1:open_case", "api-1:openapi-json", "api-1:register",
    }
)  # fmt: skip
