"""The form that takes a list: the file, where it comes from, of which day it tells."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, ShowsRefusals
from desk.worded import worded
from registry.lists import reading
from registry.lists.reading import ListRefused
from registry.lists.shape import Shape


class ListFile(ShowsRefusals):
    """A list to take in; what cannot be read as one is told at its field. Once read, it has so many `rows`."""

    rows = 0

    file = forms.FileField(label=gettext_lazy("Tệp danh sách (Excel hoặc CSV)"))
    source = forms.CharField(
        label=gettext_lazy("Nguồn"),
        max_length=200,
        help_text=gettext_lazy("Nơi quản lý danh sách gốc, ví dụ: Cơ sở dữ liệu đảng viên."),
    )
    synced_on = forms.DateField(label=gettext_lazy("Số liệu tính đến ngày"), widget=DayInput)

    def __init__(self, shape: Shape, today: date, *args: Any):
        super().__init__(*args)
        self._shape = shape
        self.fields["synced_on"].initial = today

    def clean_file(self) -> Any:
        """The file, once it can be read as a list; everything wrong with it otherwise."""
        upload = self.cleaned_data["file"]
        if upload.size > reading.LARGEST:
            size = {"n": reading.LARGEST // 2**20}
            raise forms.ValidationError(_("Tệp không quá %(n)d MB.") % size)
        try:
            self.rows = len(reading.read(upload.read(), upload.name, self._shape))
        except ListRefused as refused:
            raise forms.ValidationError(
                [f"{worded(r.text)} {worded(r.remedy)}" for r in refused.reasons]
            ) from None
        upload.seek(0)
        return upload
