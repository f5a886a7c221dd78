"""The forms of flags: which of them, what one decides, how a committee takes a proposal in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, DeedForm, ShowsRefusals
from registry.flag_models import FlagDecision
from registry.flags.flag import Flag, FlagKind
from registry.models import Body
from registry.names import search_key


class NarrowFlags(forms.Form):
    """Filters above the flags; they stay in the address."""

    q = forms.CharField(label=gettext_lazy("Lọc theo tên, đơn vị"), required=False, max_length=100)
    loai = forms.ChoiceField(label=gettext_lazy("Loại dấu hiệu"), required=False)
    muc = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any):
        super().__init__(data)
        self.fields["loai"].choices = [("", _("Mọi loại dấu hiệu")), *FlagKind.choices]
        self.is_valid()

    @property
    def kind(self) -> str:
        """The kind chosen; empty for all."""
        return self.cleaned_data.get("loai") or ""

    @property
    def asked(self) -> list[str]:
        """The words asked for, as names are searched."""
        return search_key(self.cleaned_data.get("q", "")).split()

    def leaves(self, flag: Flag) -> bool:
        """Whether the filters leave that flag."""
        said = f"{flag.person.search_key} {flag.unit.search_key}"
        return (not self.kind or flag.kind == self.kind) and all(w in said for w in self.asked)


class Decision(ShowsRefusals):
    """What a person decides about a flag, with the reason."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Quyết định"),
        choices=FlagDecision.Outcome.choices,
        widget=forms.RadioSelect,
    )
    to = forms.ModelChoiceField(
        label=gettext_lazy("Chuyển đề nghị đến"),
        queryset=Body.objects.none(),
        required=False,
        empty_label=gettext_lazy("Không chuyển"),
        help_text=gettext_lazy("Chỉ chọn khi đề nghị xem xét."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do"), max_length=2000, widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("Nêu việc đã xem và nhận định; không ghi danh tính người phản ánh."),
    )  # fmt: skip

    def __init__(self, committees: Sequence[Body], data: Any):
        super().__init__(data)
        self.fields["to"].queryset = Body.objects.filter(pk__in=[one.pk for one in committees])


class TakeIn(DeedForm):
    """A proposal entered in the committee's book."""

    acted_on = forms.DateField(label=gettext_lazy("Ngày vào sổ"), widget=DayInput)
    arrived_on = forms.DateField(label=gettext_lazy("Ngày đến"), widget=DayInput)
    summary = forms.CharField(
        label=gettext_lazy("Trích yếu nội dung"),
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("Không ghi họ tên, địa chỉ hay chi tiết làm lộ người tố cáo."),
    )

    def __init__(self, today: date, data: Any, **initial: Any):
        super().__init__(data, initial={"acted_on": today, "arrived_on": today, **initial})
