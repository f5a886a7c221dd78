"""What the register of followed things shows: one kind at a time, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.following import DONE, EVERY, LATE, WAITING, Line, lines, rows_for
from cases.models import FileRow
from desk.gathering.addresses import case_url
from desk.gathering.words import day
from desk.pages.following import FollowedPage, FollowedRow
from desk.pages.parts import Link, Tab, Tag, Tone
from desk.worded import worded
from registry.models import Person
from workflows import catalogue, followed
from workflows.followed import Followed

#: Lines of one page; whoever wants the others narrows, or takes the sheet.
MOST = 100
TABS = {
    followed.LOAN.key: gettext_lazy("Sổ mượn hồ sơ"),
    followed.TASK.key: gettext_lazy("Việc giao sau cuộc họp"),
    followed.STATE_ANSWER.key: gettext_lazy("Kỷ luật chính quyền, đoàn thể"),
    followed.LESSONS.key: gettext_lazy("Rút kinh nghiệm"),
}
#: How each kind calls what is followed and who it is expected of.
COLUMNS = {
    followed.LOAN.key: (gettext_lazy("Mục đích"), gettext_lazy("Người mượn, người cho phép")),
    followed.TASK.key: (gettext_lazy("Việc phải làm"), gettext_lazy("Giao ai")),
    followed.STATE_ANSWER.key: (gettext_lazy("Đề nghị"), gettext_lazy("Nơi nhận công văn")),
    followed.LESSONS.key: (gettext_lazy("Yêu cầu"), gettext_lazy("Nơi nhận thông báo")),
}


class Filters(forms.Form):
    """Which lines are asked for; a filter nobody could have chosen filters nothing."""

    tinh_trang = forms.ChoiceField(
        label=gettext_lazy("Tình trạng"),
        required=False,
        choices=[
            ("", gettext_lazy("Đang chờ")), (LATE, gettext_lazy("Quá hạn")),
            (DONE, gettext_lazy("Đã xong")), (EVERY, gettext_lazy("Tất cả")),
        ],
    )  # fmt: skip

    @property
    def asked(self) -> str:
        """The state asked for; what waits, where none is."""
        self.is_valid()
        return self.cleaned_data.get("tinh_trang") or WAITING


def following_page(person: Person, kind: Followed, today: date, asked: Any) -> FollowedPage:
    """Gather what `person` follows of one kind on `today`."""
    filters = Filters(asked)
    found = rows_for(person, kind, today, filters.asked).select_related("case__body", "laid_by")
    rows = list(found[: MOST + 1])
    what, whom = COLUMNS[kind.key]
    kept = f"?{asked.urlencode()}" if asked else ""
    return FollowedPage(
        title=str(TABS[kind.key]),
        tabs=[
            Tab(str(label), reverse("following", kwargs={"kind": key}), current=key == kind.key)
            for key, label in TABS.items()
        ],
        rows=[row_of(one, today) for one in lines(kind, rows[:MOST])],
        filters=filters,
        columns=(str(what), str(whom)),
        narrowed=filters.asked != WAITING,
        export_url=reverse("following-export", kwargs={"kind": kind.key}) + kept,
        more=len(rows) - MOST,
    )


def row_of(line: Line, today: date) -> FollowedRow:
    """One line in words."""
    case, row = line.row.case, line.row
    said = {**row.facts, **row.words}
    return FollowedRow(
        case=Link(case.reference, case_url(case)),
        body=case.body.name,
        on=row.laid_by.acted_on,
        what=_one_line(said.get("purpose") or said.get("what") or said.get("requests")),
        who=_one_line(said.get("borrower") or said.get("who") or said.get("addressee")),
        note=_note(line.kind, said),
        due=line.due,
        state=state_of(line, today),
        told=[_told(line.kind, one) for one in line.told],
        act=_act(line),
    )


def state_of(line: Line, today: date) -> Tag:
    """Waiting, late by how many days, done, or done late."""
    late = line.days_late(today)
    if line.is_done:
        words = _("Đã xong, chậm %(n)d ngày") % {"n": late} if late else _("Đã xong")
        return Tag(words, Tone.HOLD if late else Tone.OK, "check")
    if late:
        return Tag(_("Quá hạn %(n)d ngày") % {"n": late}, Tone.LATE, "clock")
    return Tag(_("Đang chờ"), Tone.INFO, "hourglass")


def _note(kind: Followed, said: dict[str, Any]) -> str:
    if kind is followed.LOAN:
        return _("Cho phép: %(who)s") % {"who": said.get("allowed_by", "")}
    if kind is followed.TASK and said.get("case"):
        return _("Về hồ sơ %(ref)s") % {"ref": said["case"]}
    return ""


def _told(kind: Followed, row: FileRow) -> str:
    """One answer, report or return, on its day; an answer that came late by the law says so."""
    said, on = {**row.facts, **row.words}, row.laid_by.acted_on
    by = said.get("answered_by") or said.get("reported_by") or ""
    words = "; ".join(_parts(kind, said, on))
    return f"{day(on)}: {f'{by}, ' if by else ''}{words}"


def _parts(kind: Followed, said: dict[str, Any], on: date) -> Iterator[str]:
    yield from (
        one
        for one in (said.get("decision"), _one_line(said.get("note")), said.get("condition"))
        if one
    )
    if kind is not followed.STATE_ANSWER or not said.get("decided_on"):
        return
    late = followed.told_late(said, on)
    if late is None:
        yield _("chưa xác định được quy định về thời hạn thông báo")
    elif late:
        yield _("thông báo sau thời hạn quy định kể từ ngày quyết định %(day)s") % {
            "day": day(said["decided_on"])
        }


def _act(line: Line) -> Link | None:
    """Where whoever may writes down that it is done."""
    case, kind = line.row.case, line.kind
    step = catalogue.get(case.procedure).steps.get(kind.step)
    if line.is_done or step is None or case.stage not in step.source:
        return None
    return Link(worded(step.label), case_url(case, "step", step=kind.step), "pen")


def _one_line(text: Any) -> str:
    return "; ".join(part.strip() for part in str(text or "").splitlines() if part.strip())
