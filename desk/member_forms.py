"""The forms of the member list: which part of it, guidance about what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, ShowsRefusals
from registry.member_models import MemberFinding, MemberRow
from registry.models import Membership, Organisation
from registry.names import search_key
from registry.organs.files import MISSING_PAPER


class Narrow(forms.Form):
    """Filters above the list; they stay in the address."""

    q = forms.CharField(label=gettext_lazy("Lọc theo tên, chi bộ"), required=False, max_length=100)
    loai = forms.ChoiceField(label=gettext_lazy("Loại đảng viên"), required=False)

    def __init__(self, data: Any):
        super().__init__(data)
        self.fields["loai"].choices = [("", _("Mọi loại đảng viên")), *Membership.Status.choices]

    def narrow(self, rows: QuerySet[MemberRow]) -> QuerySet[MemberRow]:
        """The rows that the filters leave; a filter nobody could have chosen filters nothing."""
        self.is_valid()
        if status := self.cleaned_data.get("loai"):
            rows = rows.filter(status=status)
        for word in search_key(self.cleaned_data.get("q", "")).split():
            rows = rows.filter(
                Q(person__search_key__contains=word) | Q(cell__search_key__contains=word)
            )
        return rows


class NarrowFindings(forms.Form):
    """Which findings: of one kind, open ones or all."""

    loai = forms.ChoiceField(label=gettext_lazy("Loại sai sót"), required=False)
    xong = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)

    def __init__(self, data: Any):
        super().__init__(data)
        self.fields["loai"].choices = [
            ("", _("Mọi loại sai sót")),
            *MemberFinding.Kind.choices,
            (MISSING_PAPER, _("Thiếu giấy tờ trong hồ sơ")),
        ]
        self.fields["xong"].choices = [
            ("", _("Chưa khắc phục")),
            ("roi", _("Đã khắc phục")),
            ("tat", _("Tất cả")),
        ]

    def narrow(self, rows: QuerySet[MemberFinding]) -> QuerySet[MemberFinding]:
        """The findings that the filters leave."""
        self.is_valid()
        kind = self.cleaned_data.get("loai")
        if kind == MISSING_PAPER:
            rows = rows.filter(check_name=MISSING_PAPER)
        elif kind:
            rows = rows.filter(kind=kind)
        done = self.cleaned_data.get("xong") or ""
        return rows if done == "tat" else rows.filter(fixed_on__isnull=done != "roi")


class Guidance(ShowsRefusals):
    """What the unit was told, and when."""

    day = forms.DateField(label=gettext_lazy("Ngày"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Văn bản, nội dung hướng dẫn"), max_length=200)


class Misuse(ShowsRefusals):
    """Data used otherwise than allowed: what, where, since when known."""

    unit = forms.ModelChoiceField(
        label=gettext_lazy("Đơn vị"),
        queryset=Organisation.objects.none(),
        empty_label=gettext_lazy("Chọn"),
    )
    said = forms.CharField(label=gettext_lazy("Sai sót"), max_length=500, widget=forms.Textarea)
    remedy = forms.CharField(label=gettext_lazy("Cách sửa"), max_length=300, required=False)
    found_on = forms.DateField(label=gettext_lazy("Ngày phát hiện"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Biên bản, văn bản"), max_length=200)

    def __init__(self, units: QuerySet[Organisation], data: Any = None):
        super().__init__(data)
        self.fields["unit"].queryset = units


def today_in(form: forms.Form, name: str, today: date) -> None:
    """Let a form that nobody filled in yet propose today."""
    form.fields[name].initial = today
