"""The small forms of the room of a meeting: the hour, a counter's sheet, a void count, a slip of the hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.forms import CountBeside, DeedForm


class _RoomForm(DeedForm):
    def __init__(self, data: Any = None, *, prefix: str = "", **first: Any):
        super().__init__(data, auto_id=f"{prefix}-%s", initial={"key": uuid4().hex, **first})


class CourseForm(_RoomForm):
    """The hour at which an item is begun or ended."""

    at = forms.CharField(
        label=_("Lúc"), max_length=40, widget=forms.TextInput({"class": "short", "autocomplete": "off"})
    )  # fmt: skip


class SheetForm(_RoomForm):
    """What one counter counted; one field a total."""

    counter = forms.CharField(
        label=_("Người kiểm phiếu"), max_length=200, help_text=_("Họ và tên, chức vụ.")
    )

    def __init__(self, totals: Sequence[tuple[str, str]], data: Any = None, **first: Any):
        super().__init__(data, **first)
        self.totals = [name for name, _label in totals]
        for name, label in totals:
            self.fields[name] = CountBeside(label=label)
        self.order_fields(["counter", *self.totals])

    def said(self) -> dict[str, Any]:
        """The totals as they were written."""
        return {name: self.cleaned_data[name] for name in self.totals}


class VoidForm(_RoomForm):
    """Why a count has no value; the numbers are those of the sheets."""

    reason = forms.CharField(
        label=_("Vì sao kết quả không có giá trị"), widget=forms.Textarea({"rows": 2})
    )


class TakeBackForm(_RoomForm):
    """Why the newest entry was a slip of the hand."""

    reason = forms.CharField(label=_("Lý do bỏ lần ghi"), max_length=200)
