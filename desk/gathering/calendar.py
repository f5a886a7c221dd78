"""The calendar as its page shows it: the days of a month, a week or a list, by the working calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.calendar import MINE, Dated, Kind, bodies_of, dated
from cases.models import FileRow
from cases.team_diary import Planned, planned_days
from desk.forms import DayInput
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.meetings import titled
from desk.pages.calendar import CalendarPage, Day, Entry
from desk.pages.parts import Link, Tab, Tag, Tone, due
from desk.worded import worded
from law import calendar as working
from registry.models import Body, Person

MONTH, WEEK, LIST = "thang", "tuan", "danh-sach"
VIEWS = {
    MONTH: gettext_lazy("Tháng"),
    WEEK: gettext_lazy("Tuần"),
    LIST: gettext_lazy("Danh sách"),
}
_SUNDAY = 6
DAY, SEVEN = timedelta(days=1), timedelta(days=7)


class Whose(forms.Form):
    """From which day on, whose calendar, seen how; it stays in the address."""

    ngay = forms.DateField(label=gettext_lazy("Ngày"), widget=DayInput, required=False)
    cua = forms.ChoiceField(label=gettext_lazy("Lịch của"), required=False)
    xem = forms.ChoiceField(choices=list(VIEWS.items()), widget=forms.HiddenInput, required=False)

    def __init__(self, bodies: Sequence[Body], data: Any) -> None:
        super().__init__(data)
        self.fields["cua"].choices = [
            ("", _("Mọi hồ sơ tôi được xem")), (MINE, _("Việc của tôi")), *((str(one.pk), one.name) for one in bodies),
        ]  # fmt: skip
        self.is_valid()

    def said(self, name: str) -> Any:
        """What was asked under a name; what nobody could have chosen is nothing."""
        return self.cleaned_data.get(name) or ""


def calendar_page(person: Person, today: date, asked: Any) -> CalendarPage:
    """Gather the days asked for, with what falls on each in the files `person` may see."""
    bodies = bodies_of(person, today)
    form = Whose(bodies, asked)
    view, day, whose = form.said("xem") or MONTH, form.said("ngay") or today, form.said("cua")
    first, last, before, after = _span(view, day)
    found = defaultdict(list)
    every = dated(person, today, *_whole_weeks(first, last), whose)
    planned = planned_days(one.row for one in every if one.row)
    for one in every:
        found[one.day].append(_entry(one, planned, today))
    weeks = list(_weeks(first, last, found, today))
    listed = [one for week in weeks for one in week if one.inside and (one.entries or one.off)]
    return CalendarPage(
        title=_title(view, first, last),
        first=first,
        last=last,
        weeks=weeks,
        listed=[one for one in listed if one.entries or not one.weekend],
        grid=view != LIST,
        tabs=[Tab(str(text), _to(one, day, whose), None, one == view) for one, text in VIEWS.items()],
        filters=Whose(bodies, _asked(view, day, whose)),
        earlier=Link(_("Trước"), _to(view, before, whose), "arrow-left"),
        now=Link(_("Hôm nay"), _to(view, today, whose)),
        later=Link(_("Sau"), _to(view, after, whose), "arrow-right"),
        asked=[why for _day, why in working.of().in_question(first - DAY, last)],
        download=f"{reverse('calendar-file')}?{_asked(view, day, whose).urlencode()}",
        subscribe=reverse("calendar-address"),
    )  # fmt: skip


def _span(view: str, day: date) -> tuple[date, date, date, date]:
    """First and last day of what is seen from `day`, and a day of what lies before and after it."""
    if view == WEEK:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=_SUNDAY), first - SEVEN, first + SEVEN
    if view == LIST:
        return day, day + timedelta(days=30), day - timedelta(days=31), day + timedelta(days=31)
    first = day.replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return first, after - DAY, (first - DAY).replace(day=1), after


def _whole_weeks(first: date, last: date) -> tuple[date, date]:
    """The Monday on or before the first day, the Sunday on or after the last."""
    begins = first - timedelta(days=first.weekday())
    return begins, last + timedelta(days=_SUNDAY - last.weekday())


def _weeks(
    first: date, last: date, found: Mapping[date, Sequence[Entry]], today: date
) -> Iterator[list[Day]]:
    here, end = _whole_weeks(first, last)
    calendar = working.of()
    while here <= end:
        yield [
            Day(
                day=day,
                entries=found.get(day, ()),
                off=_why_off(calendar.day_off(day)),
                inside=first <= day <= last,
                today=day == today,
                weekend=day.weekday() > 4,
            )
            for day in (here + timedelta(days=place) for place in range(7))
        ]
        here += SEVEN


def _why_off(reason: str | None) -> str:
    """A holiday by its name; what every weekend is needs no word."""
    return "" if reason in (None, "thứ Bảy", "Chủ nhật") else str(reason)


def _entry(one: Dated, planned: Mapping[FileRow, Planned], today: date) -> Entry:
    case = one.case
    if one.kind is Kind.MEETING:
        tag = Tag(_("họp"), Tone.INFO, "meeting")
        link = Link(case.reference, case_url(case))
        return Entry(titled(case.body), link, "", tag, hour=one.hour, note=one.place)
    link = Link(case.reference, case_url(case))
    if one.kind is Kind.TEAM and one.row is not None:
        tag = Tag(_("đoàn làm việc"), Tone.HOLD, "people")
        who = planned[one.row].people
        return Entry(one.place, link, case.title, tag, note=f"{one.row.words['work']} · {who}")
    return Entry(worded(one.label), link, case.title, due(one.day, today).tag)


def _title(view: str, first: date, last: date) -> str:
    if view == MONTH:
        return date_format(first, "F Y").capitalize()
    return _("Từ %(first)s đến hết %(last)s") % {
        "first": words.day(first), "last": words.day(last),
    }  # fmt: skip


def _asked(view: str, day: date, whose: str) -> QueryDict:
    kept = QueryDict(mutable=True)
    kept["ngay"], kept["xem"] = f"{day:%d/%m/%Y}", view
    if whose:
        kept["cua"] = whose
    return kept


def _to(view: str, day: date, whose: str) -> str:
    return f"{reverse('calendar')}?{_asked(view, day, whose).urlencode()}"
