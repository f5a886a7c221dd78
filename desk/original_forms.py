"""Forms about the wet-signed original of a paper: its scan held against the print, and where it lies."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, DeedForm
from desk.uploads import LARGEST, kind_of
from documents.books import Keeping
from documents.models import Custody, Original, Paper
from documents.originals import Scan, keep_original, move_original
from registry.models import Person, on


class OriginalForm(DeedForm):
    """What every deed on an original asks: the day, and with whom it lies."""

    on = forms.DateField(label=gettext_lazy("Ngày"), widget=DayInput)
    place = forms.CharField(
        label=gettext_lazy("Nơi giữ bản gốc"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Kho, tủ, cặp."),
    )
    holder = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Người giữ"), empty_label=gettext_lazy("Chọn")
    )

    def __init__(self, paper: Paper, data: Any, files: Any, today: date, by: Person) -> None:
        super().__init__(data, files, initial={"key": uuid4().hex, "on": today, "holder": by.pk})
        self.paper, self.today, self.by = paper, today, by
        holders = Person.objects.filter(on(today, "posts__"), posts__body=paper.body_id)
        self.fields["holder"].queryset = (holders | Person.objects.filter(pk=by.pk)).distinct()

    @property
    def keeping(self) -> Keeping:
        """Who writes, and when."""
        return Keeping(self.by, self.cleaned_data["on"], self.today, self.cleaned_data["key"])


class KeepOriginal(OriginalForm):
    """The scan, and the word of whoever held it against the print."""

    scan = forms.FileField(
        label=gettext_lazy("Bản chụp bản gốc"),
        help_text=gettext_lazy(
            "Tệp PDF, JPEG hoặc PNG, không quá 20 MB; đủ chữ ký, dấu, mọi trang."
        ),
    )
    compared = forms.BooleanField(
        label=gettext_lazy("Tôi đã đối chiếu từng trang bản chụp với bản in, nội dung khớp nhau")
    )

    def __init__(self, *said: Any) -> None:
        super().__init__(*said)
        self.fields["on"].label = _("Ngày đối chiếu")
        self.order_fields(["scan", "compared", "on", "place", "holder", "key"])

    def clean_scan(self) -> Scan:
        """The file, of a kind and size that may be handed in."""
        upload = self.cleaned_data["scan"]
        if not 0 < upload.size <= LARGEST:
            raise forms.ValidationError(_("Tệp phải có nội dung và không quá 20 MB."))
        content = upload.read()
        return Scan(content, upload.name[-200:], kind_of(content))

    def record(self) -> Original:
        """Keep the scan. Raises PaperRefused."""
        said = self.cleaned_data
        return keep_original(
            self.paper, said["scan"], self.keeping, place=said["place"], holder=said["holder"]
        )


class MoveOriginal(OriginalForm):
    """Another place or another keeper, and why."""

    why = forms.CharField(label=gettext_lazy("Lý do"), max_length=300)

    def record(self) -> Custody:
        """Lay the new place. Raises PaperRefused."""
        said = self.cleaned_data
        return move_original(
            self.paper, self.keeping, place=said["place"], holder=said["holder"], why=said["why"]
        )
