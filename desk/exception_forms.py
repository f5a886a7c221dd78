"""What is asked of whoever lets another read a file, takes that back, or opens one in an emergency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.forms import DayInput, ShowsRefusals
from permissions.exceptions import Purpose


def _words(label: Any, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=2000, widget=forms.Textarea({"rows": 3}), **said)


class GivingForm(ShowsRefusals):
    """To whom, why, from which day to which."""

    person = forms.TypedChoiceField(label=_("Người được xem"), coerce=int)
    reason = _words(_("Lý do"), help_text=_("Việc gì cần người này đọc hồ sơ."))
    first_day = forms.DateField(label=_("Từ ngày"), widget=DayInput)
    last_day = forms.DateField(label=_("Đến hết ngày"), widget=DayInput)
    document = forms.CharField(
        label=_("Văn bản làm căn cứ (số, ngày)"), max_length=200, required=False
    )

    def __init__(
        self, people: Sequence[tuple[int, str]], today: date, longest: int, data: Any = None
    ):
        super().__init__(data, initial={"first_day": today})
        self.fields["person"].choices = [("", _("Chọn")), *people]
        self.fields["last_day"].help_text = _("Không quá %(n)d ngày mỗi lần.") % {"n": longest}


class EndingForm(ShowsRefusals):
    """Why the exception is taken back."""

    why = _words(_("Lý do chấm dứt"))


class EmergencyForm(ShowsRefusals):
    """Which file, what for and why; and that one knows others are told."""

    reference = forms.CharField(
        label=_("Số hồ sơ"), max_length=24, widget=forms.TextInput({"class": "short"}),
        help_text=_("Ghi đúng số, như GS-2026-0001."),
    )  # fmt: skip
    purpose = forms.ChoiceField(
        label=_("Mục đích"), choices=Purpose.choices, widget=forms.RadioSelect
    )
    reason = _words(
        _("Lý do phải mở ngay"), help_text=_("Người đứng đầu cơ quan thụ lý đọc được lý do này.")
    )
    understood = forms.BooleanField(
        label=_("Tôi biết việc mở này được ghi lại vĩnh viễn và báo ngay cho cơ quan thụ lý"),
        error_messages={"required": _("Đánh dấu ô này trước khi mở.")},
    )
    use_required_attribute = False

    def clean_reference(self) -> str:
        return self.cleaned_data["reference"].strip().upper()
