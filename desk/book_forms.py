"""Forms of the number books: open one, keep a number free, give a secret paper its place."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, DeedForm
from desk.worded import worded
from documents import books
from documents.books import Keeping
from documents.models import NumberBook
from registry.models import Body, Person, on
from workflows.secrecy import CLASSIFIED, Secrecy


class BookForm(DeedForm):
    """What every deed on a book asks: the day on which it is written there."""

    on = forms.DateField(label=gettext_lazy("Ngày ghi vào sổ"), widget=DayInput)

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data, initial={"key": uuid4().hex, "on": today})
        self.today = today

    def keeping(self, by: Person) -> Keeping:
        """Who writes, and when."""
        return Keeping(by, self.cleaned_data["on"], self.today, self.cleaned_data["key"])


class OpenBook(BookForm):
    """A book of the term that goes on from papers numbered elsewhere."""

    symbol = forms.ChoiceField(label=gettext_lazy("Ký hiệu loại văn bản"))
    next_number = forms.IntegerField(
        label=gettext_lazy("Số kế tiếp"),
        min_value=1,
        max_value=9999,
        help_text=gettext_lazy("Số sau số cuối cùng đã cấp trên sổ giấy; sổ mới thì ghi 1."),
        widget=forms.NumberInput({"class": "short", "inputmode": "numeric"}),
    )

    def __init__(self, data: Any, today: date) -> None:
        super().__init__(data, today)
        self.fields["symbol"].choices = [(one, one) for one in books.symbols()]
        self.order_fields(["symbol", "next_number", "on", "key"])

    def record(self, body: Body, by: Person) -> NumberBook:
        """Open the book of `body`. Raises PaperRefused."""
        said = self.cleaned_data
        return books.open_at(body, said["symbol"], said["next_number"], self.keeping(by))


class KeepNumber(BookForm):
    """The next number, kept for a paper written elsewhere."""

    why = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=300,
        help_text=gettext_lazy("Số được giữ cho văn bản nào, lập ở đâu; không ghi nội dung mật."),
    )

    def record(self, book: NumberBook, by: Person) -> int:
        """Keep the number and return it. Raises PaperRefused."""
        return books.reserve(book, self.cleaned_data["why"], self.keeping(by))


class PlaceOfSecret(BookForm):
    """A secret paper in the series of its kind; nothing here can hold a word of it."""

    number = forms.ChoiceField(label=gettext_lazy("Số"), required=False)
    degree = forms.ChoiceField(
        label=gettext_lazy("Độ mật"),
        choices=lambda: [
            (one.value, worded(one.label)) for one in Secrecy if one in CLASSIFIED
        ],
        widget=forms.RadioSelect,
    )
    holder = forms.ModelChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Người giữ bản giấy"),
        empty_label=gettext_lazy("Chọn"),
    )

    def __init__(self, data: Any, today: date, book: NumberBook) -> None:
        super().__init__(data, today)
        free = [one for one in books.in_book(book).kept.values() if not one.is_secret]
        self.fields["number"].choices = [
            ("", _("Số kế tiếp: %(n)02d") % {"n": book.next_number}),
            *((one.number, _("Số đang giữ: %(n)02d") % {"n": one.number}) for one in free),
        ]
        holders = Person.objects.filter(on(today, "posts__"), posts__body=book.body_id)
        self.fields["holder"].queryset = holders.distinct().order_by("sort_key")
        self.order_fields(["number", "on", "degree", "holder", "key"])

    def record(self, book: NumberBook, by: Person) -> int:
        """Write the stub and return its number. Raises PaperRefused."""
        said = self.cleaned_data
        number = int(said["number"]) if said["number"] else None
        return books.enter_stub(
            book, said["degree"], said["holder"], self.keeping(by), number=number
        )
