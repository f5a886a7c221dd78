"""The forms of organisations, terms, levels and managed posts, and of what a member's file holds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, ShowsRefusals
from desk.gathering.words import capitalised
from desk.worded import worded
from registry.models import BodyKind, Organisation, OrganisationKind, Position
from registry.organ_models import Level, Way
from registry.organs.files import Kind


def _document() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Văn bản"),
        max_length=200,
        help_text=gettext_lazy("Tên, số, ký hiệu, ngày của văn bản đang cầm."),
    )


def _day(label: Any, **said: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput, **said)


def _one_of(label: Any, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", gettext_lazy("Chọn")), *choices])


class AsOf(forms.Form):
    """The day on which the tree is read, where in it, and which names."""

    duoi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    q = forms.CharField(label=gettext_lazy("Tìm theo tên"), required=False, max_length=100)
    ngay = _day(gettext_lazy("Xem vào ngày"), required=False)


class OnDay(forms.Form):
    """The day alone."""

    ngay = _day(gettext_lazy("Xem vào ngày"), required=False)


class NewTerm(ShowsRefusals):
    """A term begins."""

    name = forms.CharField(
        label=gettext_lazy("Nhiệm kỳ"),
        max_length=20,
        help_text=gettext_lazy("Ví dụ: 2025–2030."),
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Hình thức"), choices=Way.choices, widget=forms.RadioSelect
    )
    first_day = _day(gettext_lazy("Từ ngày"))
    last_day = _day(gettext_lazy("Đến hết ngày"))
    seats = forms.IntegerField(
        label=gettext_lazy("Số lượng ủy viên theo văn bản"),
        min_value=1,
        max_value=200,
        required=False,
    )
    approved_on = _day(gettext_lazy("Ngày chuẩn y"), required=False)
    approval_document = forms.CharField(
        label=gettext_lazy("Văn bản chuẩn y"), max_length=200, required=False
    )
    document = _document()


class ApprovedTerm(ShowsRefusals):
    """The superior approved it."""

    approved_on = _day(gettext_lazy("Ngày chuẩn y"))
    document = _document()


class LastDay(ShowsRefusals):
    """Something ends with a day."""

    last_day = _day(gettext_lazy("Ngày cuối"))
    document = _document()


class NewLevel(ShowsRefusals):
    """At which level the organisation stands from a day on."""

    level = _one_of(gettext_lazy("Cấp"), Level.choices)
    first_day = _day(gettext_lazy("Từ ngày"))
    last_day = _day(gettext_lazy("Đến hết ngày"), required=False)
    document = _document()


class NewManagedPost(ShowsRefusals):
    """A kind of post that the committee manages from a day on."""

    position = _one_of(gettext_lazy("Chức vụ"), Position.choices)
    body_kind = _one_of(gettext_lazy("Trong cơ quan"), BodyKind.choices)
    organisation_kind = _one_of(gettext_lazy("Của tổ chức đảng"), OrganisationKind.choices)
    first_day = _day(gettext_lazy("Từ ngày"))
    last_day = _day(gettext_lazy("Đến hết ngày"), required=False)
    document = _document()


class Manager(ShowsRefusals):
    """Who manages a member, by a document; nobody chosen: as their posts say."""

    manager = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Thuộc diện quản lý của"),
        empty_label=gettext_lazy("Theo chức vụ đang giữ"),
        required=False,
    )
    since = _day(gettext_lazy("Từ ngày"))
    document = _document()

    def __init__(self, line: QuerySet[Organisation], data: Any = None):
        super().__init__(data)
        self.fields["manager"].queryset = line


class FileForm(ShowsRefusals):
    """Which of the numbered papers lie in a member's file."""

    present = forms.MultipleChoiceField(
        label=gettext_lazy("Giấy tờ đang có trong hồ sơ"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Loại không đánh dấu được ghi là còn thiếu."),
    )
    checked_on = _day(gettext_lazy("Ngày kiểm tra hồ sơ"))
    document = forms.CharField(label=gettext_lazy("Biên bản, văn bản"), max_length=200)

    def __init__(self, kinds: tuple[Kind, ...], data: Any = None, present: Any = ()):
        super().__init__(data)
        self.fields["present"].choices = [(one.code, capitalised(worded(one.label))) for one in kinds]
        self.fields["present"].initial = list(present)


class PaperName(ShowsRefusals):
    """What one of the numbered papers is called."""

    code = forms.ChoiceField(label=gettext_lazy("Loại"))
    name = forms.CharField(label=gettext_lazy("Tên giấy tờ"), max_length=200)
    document = _document()

    def __init__(self, kinds: tuple[Kind, ...], data: Any = None):
        super().__init__(data)
        self.fields["code"].choices = [
            ("", _("Chọn")),
            *((one.code, capitalised(worded(one.label))) for one in kinds),
        ]
