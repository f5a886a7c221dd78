"""What is asked about a copy of a paper: how it is copied, what of it, for whom, and who signs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.forms import DayInput
from documents.copies import Wish
from documents.copy_models import Copy
from permissions.roles import LEADING
from registry.models import Body, Post, on


class CopyForm(forms.Form):
    """The form of one copy; `bodies` are those in which whoever fills it keeps the seal or leads."""

    body = forms.ModelChoiceField(Body.objects.none(), label=_("Cơ quan sao"), empty_label=None)
    kind = forms.ChoiceField(
        label=_("Hình thức sao"), choices=Copy.Kind.choices, widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("Ngày sao"), widget=DayInput)
    pages = forms.CharField(
        label=_("Trích các trang"), required=False, max_length=100,
        help_text=_("Chỉ khi trích sao, ví dụ: 1, 3-4."),
    )  # fmt: skip
    passages = forms.CharField(
        label=_("Trích các đoạn"), required=False, max_length=20_000, widget=forms.Textarea({"rows": 4}),
        help_text=_("Chỉ khi trích sao: chép đúng nguyên văn bản in, mỗi đoạn một dòng."),
    )  # fmt: skip
    recipients = forms.CharField(
        label=_("Nơi nhận bản sao"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Mỗi nơi một dòng."),
    )  # fmt: skip
    signer = forms.ModelChoiceField(Post.objects.none(), label=_("Người ký bản sao"))

    def __init__(self, bodies: Sequence[Body], today: date, data: Any = None, **first: Any):
        super().__init__(data, initial={"on": today, **first})
        self.fields["body"].queryset = Body.objects.filter(pk__in=[one.pk for one in bodies])
        signers = Post.objects.filter(on(today), body__in=bodies, position__in=LEADING)
        self.fields["signer"].queryset = signers.select_related("person", "body")

    def clean_pages(self) -> tuple[int, ...]:
        """The pages as numbers: "1, 3-4" is 1, 3, 4."""
        found: list[int] = []
        for part in re.split(r"[,;\s]+", self.cleaned_data["pages"].strip()):
            match = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", part)
            if part and match is None:
                raise forms.ValidationError(_("Ghi số trang, ví dụ: 1, 3-4."))
            if match:
                found += range(int(match[1]), int(match[2] or match[1]) + 1)
        return tuple(found)

    def wish(self) -> Wish:
        """The copy that is asked for."""
        said = self.cleaned_data
        return Wish(
            kind=Copy.Kind(said["kind"]),
            body=said["body"],
            on=said["on"],
            signer=said["signer"],
            recipients=[line for line in said["recipients"].splitlines() if line.strip()],
            pages=said["pages"],
            passages=said["passages"],
        )
