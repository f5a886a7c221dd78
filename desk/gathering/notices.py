"""A notice as its page shows it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from desk.pages.exceptions import NoticeRow
from desk.worded import worded
from permissions.notices import Notice


def row(notice: Notice) -> NoticeRow:
    """One notice: to which post, if to one, and who has seen it."""
    seen = ""
    if notice.seen_at and notice.seen_by:
        at = f"{timezone.localtime(notice.seen_at):%H:%M, %d/%m/%Y}"
        seen = _("%(who)s đã xem lúc %(at)s") % {"who": notice.seen_by.full_name, "at": at}
    to = f"{worded(notice.get_position_display())} · {notice.body.name}" if notice.body else ""
    return NoticeRow(notice.pk, notice.title, notice.text, notice.at, notice.link, to, seen)
