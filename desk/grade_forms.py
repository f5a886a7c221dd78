"""The forms of grades: which part of the list, which unit and year the figures are of."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from registry.grade_models import Grade
from registry.models import Organisation
from registry.names import search_key

#: How many years back a filter offers.
YEARS = 10


def years_before(today: date) -> list[str]:
    """The years that can be chosen, the last one that ended first."""
    return [str(year) for year in range(today.year - 1, today.year - 1 - YEARS, -1)]


class NarrowGrades(forms.Form):
    """Filters above the list; they stay in the address."""

    q = forms.CharField(label=gettext_lazy("Lọc theo tên, đơn vị"), required=False, max_length=100)
    nam = forms.ChoiceField(label=gettext_lazy("Năm"), required=False)
    muc = forms.ChoiceField(label=gettext_lazy("Mức xếp loại"), required=False)

    def __init__(self, data: Any, today: date):
        super().__init__(data)
        years = [(one, one) for one in (str(today.year), *years_before(today))]
        self.fields["nam"].choices = [("", _("Mọi năm")), *years]
        self.fields["muc"].choices = [("", _("Mọi mức xếp loại")), *Grade.Level.choices]

    def narrow(self, rows: QuerySet[Grade]) -> QuerySet[Grade]:
        """The rows that the filters leave; a filter nobody could have chosen filters nothing."""
        self.is_valid()
        if year := self.cleaned_data.get("nam"):
            rows = rows.filter(period__startswith=year)
        if level := self.cleaned_data.get("muc"):
            rows = rows.filter(level=level)
        for word in search_key(self.cleaned_data.get("q", "")).split():
            rows = rows.filter(
                Q(person__search_key__contains=word) | Q(cell__search_key__contains=word)
            )
        return rows


class FiguresOf(forms.Form):
    """Of which unit, and up to which year."""

    don_vi = forms.ChoiceField(label=gettext_lazy("Đơn vị"), required=False)
    nam = forms.ChoiceField(label=gettext_lazy("Đến hết năm"), required=False)

    def __init__(self, data: Any, units: list[Organisation], today: date):
        super().__init__(data)
        self._units = {str(one.pk): one for one in units}
        self._first, self._years = units[0], years_before(today)
        self.fields["don_vi"].choices = [(pk, one.name) for pk, one in self._units.items()]
        self.fields["nam"].choices = [(one, one) for one in self._years]

    @property
    def unit(self) -> Organisation:
        """The chosen unit; the first where none was chosen that one reads."""
        self.is_valid()
        return self._units.get(self.cleaned_data.get("don_vi") or "", self._first)

    @property
    def year(self) -> int:
        """The chosen year; the last one that ended where none was chosen."""
        self.is_valid()
        return int(self.cleaned_data.get("nam") or self._years[0])
