"""The forms of the book in which loans of member files are kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, ShowsRefusals
from registry.file_loan_models import MemberFileLoan
from registry.names import search_key

LATE, DONE, EVERY = "qua_han", "xong", "het"


class NarrowLoans(forms.Form):
    """Filters above the book; they stay in the address."""

    q = forms.CharField(label=gettext_lazy("Lọc theo tên, chi bộ"), required=False, max_length=100)
    tinh_trang = forms.ChoiceField(
        label=gettext_lazy("Tình trạng"),
        required=False,
        choices=[
            ("", gettext_lazy("Đang cho mượn")), (LATE, gettext_lazy("Quá hạn")),
            (DONE, gettext_lazy("Đã trả")), (EVERY, gettext_lazy("Tất cả")),
        ],
    )  # fmt: skip

    def narrow(self, rows: QuerySet[MemberFileLoan], today: date) -> QuerySet[MemberFileLoan]:
        """The loans that the filters leave."""
        self.is_valid()
        for word in search_key(self.cleaned_data.get("q", "")).split():
            rows = rows.filter(
                Q(person__search_key__contains=word) | Q(unit__search_key__contains=word)
            )
        wanted: dict[str, Any] = {
            "": Q(returned_on=None),
            LATE: Q(returned_on=None, due_back__lt=today),
            DONE: Q(returned_on__isnull=False),
        }
        return rows.filter(wanted.get(self.cleaned_data.get("tinh_trang") or "", Q()))


class Lending(ShowsRefusals):
    """To whom a file is lent, what for, until when."""

    borrower = forms.CharField(
        label=gettext_lazy("Người mượn"), max_length=300,
        help_text=gettext_lazy("Họ tên, chức vụ, đơn vị."),
    )  # fmt: skip
    purpose = forms.CharField(label=gettext_lazy("Mục đích, phạm vi được xem"), max_length=300)
    allowed_by = forms.CharField(label=gettext_lazy("Người cho phép"), max_length=200)
    lent_on = forms.DateField(label=gettext_lazy("Ngày mượn"), widget=DayInput)
    due_back = forms.DateField(label=gettext_lazy("Hạn trả"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Phiếu mượn, văn bản cho phép"), max_length=200)


class Returning(ShowsRefusals):
    """When a file came back, and in which state."""

    returned_on = forms.DateField(label=gettext_lazy("Ngày trả"), widget=DayInput)
    condition = forms.CharField(label=gettext_lazy("Tình trạng hồ sơ khi trả"), max_length=300)
    document = forms.CharField(label=gettext_lazy("Giấy nhận, biên bản"), max_length=200)
