"""What the auditors' page about checkers and checkpoints shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import checkpointing
from cases.checking import CHECKERS, Found, last_run
from cases.queries import visible_to
from desk.gathering.addresses import case_url
from desk.pages.audit import CheckerPart, ChecksPage, FoundRow
from desk.pages.parts import Fact, Link
from permissions.ways import Part
from registry.models import Person

#: What each checker looks for, in words.
LABELS = {
    "ket": gettext_lazy("Hồ sơ đang mở mà không có việc của ai"),
    "giai_doan": gettext_lazy("Giai đoạn khác với bước chuyển gần nhất"),
    "so_khong_van_ban": gettext_lazy("Số đã cấp mà không có văn bản"),
    "van_ban_khong_so": gettext_lazy("Văn bản đã ký mà chưa có số hoặc bản in"),
    "han_ho_so_dong": gettext_lazy("Thời hạn còn chạy ở hồ sơ đã kết thúc"),
    "viec_mo_coi": gettext_lazy("Việc trong danh sách mà không bước nào đứng sau"),
    "niem_phong": gettext_lazy("Mốc niêm phong"),
}


def checks_page(person: Person, bodies: Iterable[int], today: date) -> ChecksPage:
    """Gather the newest run; `bodies` are those whose histories the person audits today."""
    (sealed, codes), run = _sealed(), last_run()
    if run is None:
        return ChecksPage(sealed, codes, None)
    newest, found = run
    files = {one.case for one in found if one.case}
    seen = visible_to(person, today, Part.HISTORY).filter(pk__in=files)
    cases, theirs = {case.pk: case for case in seen}, set(bodies)
    rows: dict[str, list[FoundRow]] = defaultdict(list)
    withheld = 0
    for one in found:
        case = cases.get(one.case or 0)
        if case is not None:
            rows[one.checker].append(FoundRow(Link(case.reference, case_url(case)), one.what))
        elif one.case is None and _is_theirs(one, theirs):
            rows[one.checker].append(FoundRow(Link(one.where, ""), one.what))
        else:
            withheld += 1
    parts = [CheckerPart(str(LABELS[name]), rows[name]) for name in CHECKERS]
    return ChecksPage(sealed, codes, newest.at, parts, withheld)


def _is_theirs(found: Found, bodies: set[int]) -> bool:
    return found.body is None or found.body in bodies


def _sealed() -> tuple[list[Fact], list[Fact]]:
    """The newest checkpoint in a few facts, and the hashes by which others know it."""
    log = checkpointing.log()
    newest = log.last() if log else None
    copy = str(settings.CHECKPOINTS_COPY or _("chưa đặt (CHECKPOINTS_COPY)"))
    if newest is None:
        return [Fact(_("Mốc mới nhất"), _("chưa có")), Fact(_("Bản thứ hai"), copy)], []
    said = newest.said
    at = f"{localtime(datetime.fromisoformat(said['at'])):%d/%m/%Y %H:%M}"
    told = _("số %(n)d, lúc %(at)s") % {"n": said["number"], "at": at}
    facts = [
        Fact(_("Mốc mới nhất"), told),
        Fact(_("Số đầu chuỗi đã niêm phong"), str(said["size"])),
        Fact(_("Bản thứ hai"), copy),
    ]
    root, public = Fact(_("Mã gốc"), said["root"]), checkpointing.key().public
    return facts, [root, Fact(_("Khóa công khai"), public)]
