"""What the log of lists taken out shows: who took which list, how much of it, what for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import lists_taken
from cases.models import ListTaken
from desk.gathering.asked_about import capacity, log_leaf
from desk.pages.journeys import LogLine, LogPage
from desk.pages.parts import Link
from desk.worded import worded
from registry.models import Person


def lists_taken_page(person: Person, today: date, asked: Any) -> LogPage:
    """The lists that `person` took out; to an auditor of files those of all whom they oversee."""

    def line(one: ListTaken) -> LogLine:
        return LogLine(
            at=timezone.localtime(one.at),
            by=one.by.full_name,
            capacity=capacity(one.post),
            about=worded(one.get_register_display()),
            unit="",
            what=_("%(n)d dòng") % {"n": one.rows},
            why=one.purpose,
        )

    rows, pager = log_leaf(
        lists_taken.read_by(person, today), asked, line, _("lượt xuất danh sách")
    )
    return LogPage(
        title=_("Nhật ký xuất danh sách"),
        sentence=_(
            "Ai đã xuất danh sách của sổ nào ra tệp, để làm gì. Bạn thấy các lượt của mình; cán bộ giám sát hồ sơ"
            " thấy các lượt của cơ quan mình giám sát."
        ),
        area=Link(_("Việc của tôi"), reverse("worklist")),
        about=_("Danh sách"),
        what=_("Số dòng"),
        rows=rows,
        pager=pager,
    )
