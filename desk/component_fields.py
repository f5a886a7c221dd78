"""The fields for what may be added to any paper besides its own words; a form folds them away."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _

from desk.gathering.words import capitalised
from desk.worded import worded
from documents.fields import FIELDS, URGENCIES
from workflows.components import DRAFT_NOTE


def component_fields() -> dict[str, forms.Field]:
    """Return a field for each component, by the name of the value that the paper is given."""
    fields: dict[str, forms.Field] = {
        "urgency": forms.ChoiceField(
            choices=[("", _("không ghi")), *((one, worded(one).upper()) for one in URGENCIES)]
        ),
        "urgency_hour": forms.CharField(
            max_length=120, help_text=_("Chỉ ghi khi hỏa tốc hẹn giờ: đến trước mấy giờ, ngày nào.")
        ),
        "circulation": forms.CharField(
            max_length=120, help_text=_("Ví dụ: tài liệu thu hồi sau hội nghị.")
        ),
        "typist": forms.CharField(max_length=20, widget=forms.TextInput({"class": "short"})),
        "print_run": forms.IntegerField(
            min_value=1, max_value=100_000,
            widget=forms.NumberInput({"class": "short", "inputmode": "numeric"}),
        ),
        "contact": forms.CharField(
            max_length=300, help_text=_("Địa chỉ, điện thoại của cơ quan, in ở cuối văn bản.")
        ),
        "annexes": forms.CharField(
            max_length=20_000, widget=forms.Textarea({"rows": 6}),
            help_text=_(
                "Mỗi phụ lục bắt đầu bằng một dòng “# Tên phụ lục”; dòng có dấu | là một hàng của bảng."
            ),
        ),
        DRAFT_NOTE: forms.BooleanField(
            label=_("Ghi “Dự thảo lần …” trên bản trình"),
            help_text=_("Bản chính thức không có dòng này."),
        ),
    }  # fmt: skip
    for name, field in fields.items():
        field.required, field.folded = False, True
        field.label = field.label or capitalised(worded(FIELDS[name].label))
    return fields
