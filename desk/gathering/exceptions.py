"""Who reads a file and why, each exception in words, and the people who could be let in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.conflicts import barred
from cases.exceptions import exceptions_on
from cases.models import Case
from cases.who_reads import who_reads
from desk.gathering.addresses import case_url
from desk.pages.exceptions import GrantRow, ReaderGroup
from desk.pages.parts import Fact, Tag, Tone, Who
from desk.worded import worded
from permissions.exceptions import GrantKind, PersonalGrant
from permissions.ways import Way
from registry.models import Person, Post, on

_GROUPS: dict[Way, Callable[[], str]] = {
    Way.BODY: lambda: _("Giữ chức vụ ở cơ quan thụ lý"),
    Way.TEAM: lambda: _("Có tên trong đoàn"),
    Way.TAKES_PART: lambda: _("Lãnh đạo, giúp việc cơ quan tham gia xem xét"),
    Way.ENTERS: lambda: _("Nhập thay cho cơ quan làm trên giấy"),
    Way.SERVED: lambda: _("Bí thư, phó bí thư tổ chức đảng của đối tượng, sau khi đã tống đạt"),
    Way.ANSWERS: lambda: _("Trả lời về quy định cho chi bộ trực thuộc"),
    Way.REPORTED: lambda: _("Lãnh đạo, giám sát hồ sơ ở cấp đã được báo cáo"),
    Way.AREA: lambda: _("Được phân công theo dõi địa bàn"),
    Way.CALLED: lambda: _("Thành viên của cuộc họp"),
    Way.VOTES: lambda: _("Sẽ biểu quyết tại cuộc họp đã triệu tập"),
    Way.OWN: lambda: _("Đối tượng, đã được thông báo"),
    Way.GRANT: lambda: _("Được cho phép xem riêng"),
    Way.BREAK_GLASS: lambda: _("Đang mở khẩn cấp"),
}


def reader_groups(case: Case, today: date) -> list[ReaderGroup]:
    """Everyone who may open the file today, grouped by the way; a person may stand in several."""
    groups: dict[Way, list[Who]] = {}
    for one in who_reads(case, today):
        groups.setdefault(one.way, []).append(Who(one.person.full_name, one.capacity))
    return [ReaderGroup(_GROUPS[way](), people) for way, people in groups.items()]


def grant_rows(case: Case, today: date, *, may_end: bool) -> list[GrantRow]:
    """Every exception ever made for the file, the newest first."""
    grants = list(exceptions_on(case))
    open_to = [grant.person_id for grant in grants if _still_open(grant, today)]
    too_close = barred(open_to, case, today)
    return [
        GrantRow(
            who=Who(grant.person.full_name),
            span=span_of(grant),
            reason=grant.reason,
            giver=_giver(grant),
            state=_state(grant, today, too_close=grant.person_id in too_close),
            notes=_notes(grant),
            end_url=case_url(case, "grant-end", grant=grant.pk)
            if may_end and _still_open(grant, today)
            else "",
        )
        for grant in grants
    ]


def grant_facts(grant: PersonalGrant) -> list[Fact]:
    """One exception, line by line."""
    return [
        Fact(_("Người được xem"), grant.person.full_name),
        Fact(_("Thời gian"), span_of(grant)),
        Fact(_("Lý do"), grant.reason),
        Fact(_("Người cho phép"), _giver(grant)),
    ]


def reading_tags(case: Case) -> list[Tag]:
    """Says on the file that one reads it by an exception, and until when."""
    number = getattr(case, "exception", None)
    if number is None:
        return []
    grant = PersonalGrant.objects.get(pk=number)
    if grant.kind == GrantKind.EMERGENCY:
        text = _("Mở khẩn cấp, chỉ đọc, đến %(at)s") % {"at": _hour(grant.until)}
        return [Tag(text, Tone.LATE, "warning")]
    text = _("Được xem riêng, chỉ đọc, đến hết %(day)s") % {"day": f"{grant.last_day:%d/%m/%Y}"}
    return [Tag(text, Tone.SOON, "eye")]


def people_to_let_in(giver: Person, today: date) -> list[tuple[int, str]]:
    """Everyone who can sign in, by name, with a post they hold; not the giver."""
    people = Person.objects.filter(account__is_active=True).exclude(pk=giver.pk)
    posts = Post.objects.filter(on(today), person__account__is_active=True)
    held: dict[int, str] = {}
    for post in posts.select_related("body").order_by("-pk"):
        held[post.person_id] = f"{worded(post.get_position_display())} {post.body.name}"
    return [
        (one.pk, " · ".join(filter(None, (one.full_name, held.get(one.pk)))))
        for one in people.order_by("sort_key")
    ]


def longest() -> int:
    """For how many days one may be let in at most."""
    return settings.EXCEPTION_LONGEST.days


def span_of(grant: PersonalGrant) -> str:
    """From when to when an exception holds."""
    if grant.kind == GrantKind.EMERGENCY:
        said = {"from": _hour(grant.given_at), "to": _hour(grant.until)}
    else:
        said = {"from": f"{grant.first_day:%d/%m/%Y}", "to": f"{grant.last_day:%d/%m/%Y}"}
    return _("%(from)s đến %(to)s") % said


def _giver(grant: PersonalGrant) -> str:
    return f"{grant.given_by.full_name}, {worded(grant.given_as.get_position_display()).lower()}"


def _notes(grant: PersonalGrant) -> list[str]:
    notes = [worded(grant.get_purpose_display()), grant.document]
    if grant.ended_at and grant.ended_by:
        notes.append(
            _("Chấm dứt %(at)s, %(by)s: %(why)s")
            % {"at": _hour(grant.ended_at), "by": grant.ended_by.full_name, "why": grant.ended_why}
        )
    return [note for note in notes if note]


def _still_open(grant: PersonalGrant, today: date) -> bool:
    if grant.kind == GrantKind.EMERGENCY:
        return grant.ended_at is None and grant.until > timezone.now()
    return grant.ended_at is None and grant.last_day >= today


def _state(grant: PersonalGrant, today: date, *, too_close: bool) -> Tag:
    if grant.ended_at:
        return Tag(_("Đã chấm dứt"), Tone.HOLD, "slash")
    if not _still_open(grant, today):
        return Tag(_("Đã hết hạn"), Tone.HOLD, "clock")
    if too_close:
        return Tag(_("Không còn mở: có xung đột lợi ích"), Tone.LATE, "slash")
    if grant.kind == GrantKind.EMERGENCY:
        return Tag(_("Đang mở khẩn cấp"), Tone.LATE, "warning")
    if grant.first_day > today:
        return Tag(_("Chưa đến ngày"), Tone.INFO, "calendar")
    return Tag(_("Đang xem được"), Tone.OK, "eye")


def _hour(moment) -> str:
    return f"{timezone.localtime(moment):%H:%M, %d/%m/%Y}"
