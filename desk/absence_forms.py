"""The forms about members away: which part of a list, and what each deed asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, PersonChoice, ShowsRefusals
from registry.absence_models import Absence, CellTransfer
from registry.absences.rights import units_of
from registry.models import Body, Organisation, OrganisationKind, Person, on
from registry.names import search_key


class NarrowAway(forms.Form):
    """Filters above the list of members away; they stay in the address."""

    q = forms.CharField(label=gettext_lazy("Lọc theo tên, nơi đến"), required=False, max_length=100)
    xem = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)
    don_vi = forms.SlugField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any):
        super().__init__(data)
        self.fields["xem"].choices = [
            ("", _("Đang đi")),
            ("chua_khai", _("Chưa khai báo địa chỉ")),
            ("het_mien", _("Hết thời gian miễn, chưa về")),
            ("thieu_nhan_xet", _("Đã về, thiếu nhận xét")),
            ("da_ve", _("Đã về")),
        ]

    def narrow(self, rows: QuerySet[Absence], today: date) -> QuerySet[Absence]:
        """The rows that the filters leave; a filter nobody could have chosen filters nothing."""
        self.is_valid()
        for word in search_key(self.cleaned_data.get("q") or "").split():
            rows = rows.filter(Q(person__search_key__contains=word) | Q(place__icontains=word))
        away = Q(returned_on=None) | Q(returned_on__gt=today)
        asked = {
            "chua_khai": away & Q(address=""),
            "het_mien": away & Q(exempt_until__lt=today),
            "thieu_nhan_xet": ~away & Q(comment=""),
            "da_ve": ~away,
        }
        return rows.filter(asked.get(self.cleaned_data.get("xem") or "", away))


class NarrowTransfers(forms.Form):
    """Filters above the list of transfers."""

    q = forms.CharField(label=gettext_lazy("Lọc theo tên"), required=False, max_length=100)
    xem = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)

    def __init__(self, data: Any):
        super().__init__(data)
        self.fields["xem"].choices = [
            ("", _("Chưa xong")),
            ("xong", _("Đã xong, đã bỏ")),
            ("tat", _("Tất cả")),
        ]

    def narrow(self, rows: QuerySet[CellTransfer]) -> QuerySet[CellTransfer]:
        """The rows that the filters leave."""
        self.is_valid()
        for word in search_key(self.cleaned_data.get("q") or "").split():
            rows = rows.filter(person__search_key__contains=word)
        runs, asked = Q(taken_on=None, dropped=""), self.cleaned_data.get("xem") or ""
        return rows if asked == "tat" else rows.filter(~runs if asked == "xong" else runs)


def members_of(body: Body, today: date) -> QuerySet[Person]:
    """The members about whom the body writes, by name as people sort them."""
    home = on(today, "memberships__")
    people = Person.objects.filter(home, memberships__cell__in=units_of(body, today))
    return people.distinct().order_by("sort_key", "pk")


class _Day(ShowsRefusals):
    """The day of the deed and the paper it rests on."""

    day = forms.DateField(label=gettext_lazy("Ngày"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Văn bản, biên bản"), max_length=200)


class _Where(ShowsRefusals):
    """Where somebody went."""

    place = forms.CharField(label=gettext_lazy("Nơi đến (xã, tỉnh)"), max_length=120)
    address = forms.CharField(
        label=gettext_lazy("Địa chỉ đã khai báo"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Chưa khai báo thì để trống."),
    )
    until = forms.DateField(label=gettext_lazy("Dự kiến về ngày"), widget=DayInput, required=False)
    registered = forms.BooleanField(
        label=gettext_lazy("Đã đăng ký cư trú ở nơi đến"), required=False
    )


class NewAbsence(_Where):
    """A member left."""

    person = PersonChoice(label=gettext_lazy("Đảng viên"))
    first_day = forms.DateField(label=gettext_lazy("Đi từ ngày"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Văn bản, biên bản"), max_length=200)
    field_order = ("person", "place", "address", "first_day", "until", "registered", "document")

    def __init__(self, body: Body, today: date, data: Any = None):
        super().__init__(data)
        self.fields["person"].queryset = members_of(body, today)


class Changed(_Day, _Where):
    """Something about it is otherwise now."""

    field_order = ("day", "place", "address", "until", "registered", "document")


class Exempted(_Day):
    """Freed from the meetings of the cell."""

    exempt_until = forms.DateField(
        label=gettext_lazy("Được miễn sinh hoạt đến hết ngày"), widget=DayInput
    )
    field_order = ("day", "exempt_until", "document")


class Returned(_Day):
    """Back home."""

    comment = forms.CharField(
        label=gettext_lazy("Nhận xét của nơi đến (số, ngày văn bản)"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Chưa có thì để trống; ghi sau khi nhận được."),
    )
    field_order = ("day", "comment", "document")


class Commented(_Day):
    """What the other place says."""

    comment = forms.CharField(
        label=gettext_lazy("Nhận xét của nơi đến (số, ngày văn bản)"), max_length=200
    )
    field_order = ("day", "comment", "document")


class NewTransfer(ShowsRefusals):
    """A member has to change cells, or goes away for a time."""

    person = PersonChoice(label=gettext_lazy("Đảng viên"))
    way = forms.ChoiceField(label=gettext_lazy("Hình thức"), choices=CellTransfer.Kind.choices)
    event = forms.CharField(label=gettext_lazy("Lý do chuyển"), max_length=200)
    event_on = forms.DateField(
        label=gettext_lazy("Ngày thay đổi nơi làm việc, nơi ở"), widget=DayInput
    )
    to_cell = forms.ModelChoiceField(
        label=gettext_lazy("Chi bộ nơi đến"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=gettext_lazy("Ngoài danh bạ"),
    )
    to_place = forms.CharField(
        label=gettext_lazy("Nơi đến ngoài danh bạ"), max_length=200, required=False
    )
    until = forms.DateField(
        label=gettext_lazy("Sinh hoạt tạm thời đến hết ngày"), widget=DayInput, required=False
    )
    studies = forms.BooleanField(label=gettext_lazy("Đi học"), required=False)
    document = forms.CharField(label=gettext_lazy("Văn bản, đơn"), max_length=200)

    def __init__(self, body: Body, today: date, data: Any = None):
        super().__init__(data)
        self.fields["person"].queryset = members_of(body, today)
        cells = Organisation.objects.filter(on(today), kind=OrganisationKind.CELL)
        self.fields["to_cell"].queryset = cells.order_by("name", "pk")


class _MayHold(_Day):
    """A deed that an open matter may hold back."""

    hold_document = forms.CharField(
        label=gettext_lazy("Văn bản cho chuyển khi đang có việc phải giải quyết"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Chỉ khi quy định của ngày này chưa rõ."),
    )


class Sent(_MayHold):
    """The letter of introduction was given; the paper is the letter itself."""

    field_order = ("day", "document", "hold_document")

    def __init__(self, data: Any = None):
        super().__init__(data)
        self.fields["day"].label = _("Ngày cấp giấy giới thiệu")
        self.fields["document"].label = _("Giấy giới thiệu: số, ngày")


class Arrived(_MayHold):
    """The letter was presented, and the member taken in."""

    taken_on = forms.DateField(label=gettext_lazy("Sinh hoạt ở nơi đến từ ngày"), widget=DayInput)
    field_order = ("day", "taken_on", "document", "hold_document")

    def __init__(self, data: Any = None):
        super().__init__(data)
        self.fields["day"].label = _("Ngày nộp giấy giới thiệu")


class WhyLate(_Day):
    """The reason the member told."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do chậm, do đảng viên báo cáo"),
        max_length=300,
        widget=forms.Textarea,
    )
    field_order = ("day", "reason", "document")


class Dropped(_Day):
    """It does not come to that."""

    why = forms.CharField(label=gettext_lazy("Vì sao không chuyển nữa"), max_length=300)
    field_order = ("day", "why", "document")


class Checked(_Day):
    """A recurring check was done."""

    result = forms.CharField(
        label=gettext_lazy("Kết quả"), max_length=300, required=False, widget=forms.Textarea
    )
    field_order = ("day", "result", "document")


class Missed(_Day):
    """A recurring check was not done in time."""

    field_order = ("day", "document")
