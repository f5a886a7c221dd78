"""What is asked about another wording: the file or its text, from when, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.forms import DayInput
from documents.site_wording_faults import LONGEST


class WordingForm(forms.Form):
    """A file takes the place of the text beside it; what is sent may be looked at before it is adopted."""

    file = forms.FileField(
        label=_("Tệp mẫu (.html)"),
        required=False,
        help_text=_("Tải lên thì thay nội dung trong ô dưới."),
    )
    source = forms.CharField(
        label=_("Nội dung mẫu"), required=False, max_length=LONGEST, strip=False,
        widget=forms.Textarea({"rows": 18, "class": "mono", "spellcheck": "false"}),
        help_text=_("Để trống là dùng lại mẫu có sẵn."),
    )  # fmt: skip
    first_day = forms.DateField(label=_("Có hiệu lực từ ngày"), widget=DayInput)
    reason = forms.CharField(
        label=_("Lý do"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text=_("Ví dụ: số, ngày của văn bản ban hành mẫu."),
    )  # fmt: skip

    def __init__(self, source: str, today: date, data: Any = None, files: Any = None):
        super().__init__(data, files, initial={"source": source, "first_day": today})

    def clean(self) -> dict[str, Any]:
        """Read the file into the text, so that the page sent back shows what was handed in."""
        said = super().clean() or {}
        if handed := said.get("file"):
            try:
                said["source"] = handed.read(LONGEST + 1).decode("utf-8")
            except UnicodeDecodeError:
                self.add_error("file", _("Tệp phải là văn bản mã UTF-8."))
                return said
        said["source"] = said.get("source", "").replace("\r\n", "\n").strip()
        self.data = {**self.data.dict(), "source": said["source"]}
        return said
