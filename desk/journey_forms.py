"""The forms of journeys abroad, of what members declare, and of the question whether anything stands against one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case
from cases.obstacle_models import ObstacleQuery
from desk.forms import DayInput, PersonChoice, ShowsRefusals
from registry.journey_models import ForeignRelation, Journey, ReportRule
from registry.models import Person
from registry.names import search_key


def _day(label: Any, **said: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput, **said)


def _document(label: Any = None, **said: Any) -> forms.CharField:
    return forms.CharField(label=label or gettext_lazy("Văn bản"), max_length=200, **said)


class Narrow(forms.Form):
    """Which journeys; the choice stays in the address."""

    q = forms.CharField(
        label=gettext_lazy("Lọc theo tên, chi bộ, nơi đến"), required=False, max_length=100
    )
    tt = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)

    def __init__(self, data: Any, today: date):
        super().__init__(data)
        self.today = today
        self.fields["tt"].choices = [
            ("", _("Mọi chuyến đi")),
            ("chua_bao_cao", _("Không báo cáo trước")),
            ("cho_y_kien", _("Chờ ý kiến")),
            ("dang_di", _("Đang ở nước ngoài")),
            ("chua_sau", _("Chưa báo cáo sau khi về")),
            ("gach_bo", _("Đã gạch bỏ")),
        ]

    def narrow(self, rows: QuerySet[Journey]) -> QuerySet[Journey]:
        """The journeys that the filters leave; what was crossed out only where it is asked for."""
        self.is_valid()
        state = self.cleaned_data.get("tt") or ""
        rows = rows.filter(void_on__isnull=state != "gach_bo")
        for word in search_key(self.cleaned_data.get("q", "")).split():
            rows = rows.filter(
                Q(person__search_key__contains=word)
                | Q(cell__search_key__contains=word)
                | Q(place__icontains=word)
            )
        return rows.filter(self._states().get(state, Q()))

    def _states(self) -> dict[str, Q]:
        away = Q(leaves_on__lte=self.today, came_back_on=None)
        return {
            "chua_bao_cao": Q(reported_on=None),
            "cho_y_kien": Q(reported_on__isnull=False, decision="", leaves_on__gte=self.today),
            "dang_di": away & Q(returns_on__gte=self.today),
            "chua_sau": Q(after_on=None, returns_on__lt=self.today),
        }


class Entering(ShowsRefusals):
    """A journey reported, or found out."""

    person = PersonChoice(label=gettext_lazy("Đảng viên"))
    place = forms.CharField(label=gettext_lazy("Nơi đến"), max_length=200)
    purpose = forms.ChoiceField(label=gettext_lazy("Mục đích"))
    group = forms.CharField(
        label=gettext_lazy("Đoàn, nhóm cùng đi"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Ghi cùng một tên cho những người cùng đoàn."),
    )
    leaves_on = _day(gettext_lazy("Ngày đi"))
    returns_on = _day(gettext_lazy("Ngày về dự kiến"))
    reported_on = _day(
        gettext_lazy("Ngày báo cáo trước khi đi"),
        required=False,
        help_text=gettext_lazy("Để trống khi đã đi mà không báo cáo."),
    )
    document = _document(
        gettext_lazy("Báo cáo, văn bản"),
        help_text=gettext_lazy(
            "Báo cáo của đảng viên; không báo cáo thì ghi văn bản cho biết việc đi."
        ),
    )

    def __init__(self, members: QuerySet[Person], data: Any = None):
        super().__init__(data)
        self.fields["person"].queryset = members
        self.fields["purpose"].choices = [("", _("Chọn")), *Journey.Purpose.choices]


class Deciding(ShowsRefusals):
    """What whoever is competent said."""

    decision = forms.ChoiceField(label=gettext_lazy("Ý kiến"))
    day = _day(gettext_lazy("Ngày"))
    document = _document()

    def __init__(self, data: Any = None):
        super().__init__(data)
        self.fields["decision"].choices = [("", _("Chọn")), *Journey.Decision.choices]


class OnADay(ShowsRefusals):
    """A day and a document: came back, reported after."""

    day = _day(gettext_lazy("Ngày"))
    document = _document()


class CrossingOut(ShowsRefusals):
    """Why a row is crossed out."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=200)
    day = _day(gettext_lazy("Ngày"))
    document = _document()


class Ruling(ShowsRefusals):
    """The days within which journeys are reported."""

    before = forms.IntegerField(
        label=gettext_lazy("Báo cáo trước khi đi ít nhất"),
        min_value=1,
        max_value=365,
        required=False,
    )
    before_unit = forms.ChoiceField(label=gettext_lazy("Đơn vị (trước khi đi)"), required=False)
    after = forms.IntegerField(
        label=gettext_lazy("Báo cáo sau khi về chậm nhất"),
        min_value=1,
        max_value=365,
        required=False,
    )
    after_unit = forms.ChoiceField(label=gettext_lazy("Đơn vị (sau khi về)"), required=False)
    first_day = _day(gettext_lazy("Áp dụng từ ngày"))
    document = _document(gettext_lazy("Văn bản quy định"))

    def __init__(self, data: Any = None):
        super().__init__(data)
        for name in ("before_unit", "after_unit"):
            self.fields[name].choices = [("", _("Chọn")), *ReportRule.Unit.choices]


class FindMember(forms.Form):
    """A member looked for by name."""

    q = forms.CharField(
        label=gettext_lazy("Tìm đảng viên theo tên"), required=False, max_length=100
    )

    def find(self, people: QuerySet[Person]) -> QuerySet[Person]:
        """Those whose names hold every word; nobody while nothing is asked."""
        self.is_valid()
        words = search_key(self.cleaned_data.get("q", "")).split()
        if not words:
            return people.none()
        for word in words:
            people = people.filter(search_key__contains=word)
        return people


class Declaring(ShowsRefusals):
    """One relation abroad."""

    relation = forms.ChoiceField(label=gettext_lazy("Loại kê khai"))
    said = forms.CharField(
        label=gettext_lazy("Nội dung kê khai"), max_length=1000, widget=forms.Textarea
    )
    since = _day(gettext_lazy("Từ ngày (nếu biết)"), required=False)
    declared_on = _day(gettext_lazy("Ngày kê khai"))
    paper = _document(gettext_lazy("Bản kê khai"))
    replaces = forms.ModelChoiceField(
        ForeignRelation.objects.none(),
        label=gettext_lazy("Thay bản kê khai"),
        required=False,
        empty_label=gettext_lazy("Không thay bản nào"),
    )

    def __init__(self, standing: QuerySet[ForeignRelation], data: Any = None):
        super().__init__(data)
        self.fields["relation"].choices = [("", _("Chọn")), *ForeignRelation.Kind.choices]
        self.fields["replaces"].queryset = standing


class OpeningInCase(forms.Form):
    """In which case, and why, a team opens what a member declared."""

    case = forms.ChoiceField(label=gettext_lazy("Hồ sơ vụ việc"))
    reason = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=300,
        help_text=gettext_lazy("Vì sao việc này cần đến bản kê khai; ghi vào nhật ký."),
    )

    def __init__(self, cases: Sequence[Case], data: Any = None):
        super().__init__(data)
        self.cases = {one.reference: one for one in cases}
        self.fields["case"].choices = [(one, one) for one in self.cases]


class Asking(forms.Form):
    """What is asked about a member, and what for."""

    purpose = forms.ChoiceField(label=gettext_lazy("Việc"))
    on = _day(gettext_lazy("Vào ngày"))
    reason = forms.CharField(
        label=gettext_lazy("Dùng cho"),
        max_length=200,
        help_text=gettext_lazy("Văn bản, đợt xét; ghi vào nhật ký."),
    )

    def __init__(self, today: date, data: Any = None):
        super().__init__(data)
        self.fields["purpose"].choices = [("", _("Chọn")), *ObstacleQuery.Purpose.choices]
        self.fields["on"].initial = today
