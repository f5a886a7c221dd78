"""What somebody fills in who has many papers numbered and printed at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class AtOnceFilter(forms.Form):
    """One kind of paper at a time; it stays in the address, with the tab."""

    loai = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), required=False)
    muc = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, kinds: Collection[tuple[str, str]], data: Any):
        super().__init__(data)
        self.fields["loai"].choices = [("", _("Mọi loại")), *kinds]

    @property
    def kind(self) -> str:
        """The code of the kind that is asked for; empty for all, and for one that is not there."""
        return self.cleaned_data.get("loai", "") if self.is_valid() else ""


class AtOnceForm(forms.Form):
    """Which papers, all that are listed or those ticked, and what they are taken out for."""

    use_required_attribute = False
    all = forms.BooleanField(
        label=gettext_lazy("Chọn tất cả văn bản trong danh sách"), required=False
    )
    purpose = forms.CharField(
        label=gettext_lazy("Mục đích sử dụng"), max_length=200,
        help_text=gettext_lazy("Ghi rõ dùng vào việc gì; dòng này lưu trong nhật ký đọc khi tải về."),
    )  # fmt: skip

    def __init__(self, listed: Collection[int], data: Any = None):
        super().__init__(data, auto_id="hang_loat_%s")
        ticked = data.getlist("chosen") if data is not None else []
        self.listed = listed
        self.chosen = {int(one) for one in ticked if one.isascii() and one.isdigit()}

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        taken = set(self.listed) if said.get("all") else self.chosen & set(self.listed)
        if not taken:
            self.add_error(None, _("Chưa chọn văn bản nào."))
        return {**said, "papers": sorted(taken)}
