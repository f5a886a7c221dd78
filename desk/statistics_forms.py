"""What a reader asks of the statistics: which unit and period, by which tree, in which rows; kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, ShowsRefusals
from desk.worded import worded
from registry.models import Organisation
from reports.filing_models import Section
from reports.periods import Kind, Period, free, month, within_year
from reports.scopes import Part, Tree

_EARLIEST, _LATEST = 1930, 2200
BY_ROW, BY_UNIT, BY_YEAR = "dong", "don_vi", "nam"
#: Years shown beside each other where one year is asked for.
_YEARS = 5


class Asked(forms.Form):
    """The report asked for. What is left out is this year so far of the reader's own organisation."""

    don_vi = forms.ChoiceField(label=gettext_lazy("Đơn vị"), required=False)
    ky = forms.ChoiceField(label=gettext_lazy("Kỳ"), choices=Kind.choices, required=False)
    nam = forms.IntegerField(
        label=gettext_lazy("Năm"), min_value=_EARLIEST, max_value=_LATEST, required=False,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )  # fmt: skip
    thang = forms.ChoiceField(label=gettext_lazy("Tháng"), required=False)
    tu = forms.DateField(label=gettext_lazy("Từ ngày"), widget=DayInput, required=False)
    den = forms.DateField(label=gettext_lazy("Đến hết ngày"), widget=DayInput, required=False)
    cay = forms.ChoiceField(
        label=gettext_lazy("Theo cây tổ chức"), choices=Tree.choices, required=False
    )
    phan = forms.ChoiceField(
        label=gettext_lazy("Phần số liệu"), choices=Part.choices, required=False
    )
    xem = forms.ChoiceField(label=gettext_lazy("Các dòng"), required=False)

    def __init__(self, data: Any, units: list[Organisation], today: date):
        usual = {"ky": Kind.YEAR.value, "nam": today.year, "thang": str(today.month)}
        given = {name: data.get(name) for name in self.base_fields if data.get(name)}
        super().__init__({**usual, "don_vi": str(units[0].pk), **given})
        self.units, self.today = {str(one.pk): one for one in units}, today
        self.fields["don_vi"].choices = [(str(one.pk), one.name) for one in units]
        self.fields["thang"].choices = [(str(n), _("Tháng %(n)d") % {"n": n}) for n in range(1, 13)]
        self.fields["xem"].choices = [
            (BY_ROW, _("Theo dòng của biểu")), (BY_UNIT, _("Theo đơn vị cấp dưới")), (BY_YEAR, _("Theo từng năm")),
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The days of a free period are both given, in their order."""
        said = super().clean()
        if said.get("ky") in (Kind.FREE, Kind.TERM) and not self.errors:
            if not said.get("tu") or not said.get("den"):
                raise forms.ValidationError(_("Ghi cả từ ngày và đến ngày."))
            if said["den"] < said["tu"]:
                self.add_error("den", _("Ngày cuối trước ngày đầu."))
        return said

    @property
    def unit(self) -> Organisation:
        """The unit asked for."""
        return self.units[self.cleaned_data["don_vi"]]

    @property
    def period(self) -> Period:
        """The days asked for; call it on a valid form."""
        said = self.cleaned_data
        kind = Kind(said["ky"])
        if kind in (Kind.FREE, Kind.TERM):
            return free(said["tu"], said["den"], kind)
        if kind is Kind.MONTH:
            return month(said["nam"], int(said["thang"]))
        if self.by_year and kind is Kind.YEAR:
            return free(date(said["nam"] - _YEARS + 1, 1, 1), date(said["nam"], 12, 31))
        return within_year(kind, said["nam"])

    @property
    def tree(self) -> Tree:
        """The tree by which units are summed."""
        return Tree(self.cleaned_data["cay"] or Tree.THEN)

    @property
    def part(self) -> Part:
        """The part of the unit's figures."""
        return Part(self.cleaned_data["phan"] or Part.ALL)

    @property
    def by_unit(self) -> bool:
        """Whether each row is a unit."""
        return self.cleaned_data["xem"] == BY_UNIT

    @property
    def by_year(self) -> bool:
        """Whether each row is a year."""
        return self.cleaned_data["xem"] == BY_YEAR

    def also(self, **changed: str) -> Asked:
        """The same asked with some answers changed; valid where this one is."""
        made = Asked({**self.query(), **changed}, list(self.units.values()), self.today)
        made.is_valid()
        return made

    def without_rows(self) -> Asked:
        """The same asked where the page itself says what its rows are."""
        made = self.also(xem="")
        made.fields["xem"].widget = forms.HiddenInput()
        return made

    def query(self) -> dict[str, str]:
        """What was asked, as another address of the statistics takes it."""
        return {name: self.data[name] for name in self.base_fields if self.data.get(name)}


class Filed(ShowsRefusals):
    """What the one who files a report adds to the figures."""

    document = forms.CharField(
        label=gettext_lazy("Số, ngày của báo cáo"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Báo cáo số 12-BC/UBKTĐU, ngày 02/10/2026."),
    )
    nothing = forms.BooleanField(label=gettext_lazy("Không phát sinh"), required=False)
    explained = forms.CharField(
        label=gettext_lazy("Giải trình"), widget=forms.Textarea(attrs={"rows": 3}), required=False,
        help_text=gettext_lazy("Bắt buộc khi có quan hệ số liệu phải giải trình, hoặc kỳ chưa kết thúc."),
    )  # fmt: skip

    def __init__(self, data: Any = None, before: Mapping[str, str] | None = None):
        super().__init__(data)
        for one in Section:
            self.fields[one.value] = forms.CharField(
                label=worded(one.label), widget=forms.Textarea(attrs={"rows": 3}), required=False,
                initial=(before or {}).get(one.value, ""),
            )  # fmt: skip

    @property
    def said(self) -> dict[str, Any]:
        """What the deed takes: what is written around the figures goes together."""
        said = dict(self.cleaned_data)
        text = {one.value: said.pop(one.value) for one in Section}
        return {**said, "text": text}


class Reopened(ShowsRefusals):
    """Why, and on which document, a filed report is opened again."""

    document = forms.CharField(label=gettext_lazy("Văn bản mở lại"), max_length=200)
    reason = forms.CharField(
        label=gettext_lazy("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
