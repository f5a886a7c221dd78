"""Filters above the number books, and above the numbers of one; they stay in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.models import NumberBook


class BooksFilters(forms.Form):
    """Filters above the list of books; they stay in the address."""

    co_quan = forms.ChoiceField(label=gettext_lazy("Cơ quan"), required=False)
    ky_hieu = forms.ChoiceField(label=gettext_lazy("Ký hiệu"), required=False)

    def __init__(self, data: Any, books: Sequence[NumberBook]) -> None:
        super().__init__(data)
        bodies = {str(book.body_id): book.body.name for book in books}
        symbols = sorted({book.symbol for book in books})
        self.fields["co_quan"].choices = [("", _("Mọi cơ quan")), *bodies.items()]
        self.fields["ky_hieu"].choices = [("", _("Mọi ký hiệu")), *((s, s) for s in symbols)]
        self.is_valid()

    def keeps(self, book: NumberBook) -> bool:
        """Whether the filters leave a book; one nobody could have chosen filters nothing."""
        body, symbol = (self.cleaned_data.get(name) or "" for name in ("co_quan", "ky_hieu"))
        return body in ("", str(book.body_id)) and symbol in ("", book.symbol)


#: What the numbers of a book can be narrowed to.
TAKEN, KEPT, SECRET, CANCELLED = "da_cap", "giu_so", "mat", "da_huy"


class NumberFilters(forms.Form):
    """Filters above one book; they stay in the address."""

    tinh_trang = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)
    q = forms.CharField(
        label=gettext_lazy("Lọc theo trích yếu, người ký"), required=False, max_length=100
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["tinh_trang"].choices = [
            ("", _("Mọi số")), (TAKEN, _("Đã cấp cho văn bản")), (KEPT, _("Đang giữ")),
            (SECRET, _("Văn bản mật")), (CANCELLED, _("Đã hủy")),
        ]  # fmt: skip
        self.is_valid()
