"""The forms of screening: a round opened and ended, a member put on its list, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, PersonChoice, ShowsRefusals
from registry.models import Person
from registry.screening_models import ScreeningRow


class NewRound(ShowsRefusals):
    """A round: what it is called, on which plan, since when."""

    name = forms.CharField(
        label=gettext_lazy("Tên đợt"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Rà soát, sàng lọc đảng viên quý I năm 2026."),
    )
    opened_on = forms.DateField(label=gettext_lazy("Ngày mở đợt"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Kế hoạch"), max_length=200)


class Screened(ShowsRefusals):
    """A member and the reason."""

    person = PersonChoice(label=gettext_lazy("Đảng viên"))
    reason = forms.CharField(
        label=gettext_lazy("Lý do đưa vào danh sách"),
        max_length=500,
        widget=forms.Textarea({"rows": 4}),
    )
    added_on = forms.DateField(label=gettext_lazy("Ngày đưa vào"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Biên bản, văn bản"), max_length=200)

    def __init__(self, members: QuerySet[Person], today: date, data: Any, chosen: str = ""):
        initial = {"added_on": today, **({"person": int(chosen)} if chosen.isdecimal() else {})}
        super().__init__(data, initial=initial)
        self.fields["person"].queryset = members


class Outcome(ShowsRefusals):
    """What those who met made of it."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Kết quả"),
        choices=ScreeningRow.Outcome.choices,
        widget=forms.RadioSelect,
    )
    said = forms.CharField(
        label=gettext_lazy("Ý kiến, lý do"), max_length=500, widget=forms.Textarea({"rows": 4})
    )
    decided_on = forms.DateField(label=gettext_lazy("Ngày họp xem xét"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Biên bản, nghị quyết"), max_length=200)


class EndOfRound(ShowsRefusals):
    """The last day of a round."""

    ended_on = forms.DateField(label=gettext_lazy("Ngày kết thúc"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Báo cáo, văn bản"), max_length=200)
