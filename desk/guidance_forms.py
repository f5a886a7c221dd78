"""The forms of guiding documents, of the yearly programme and of commitments, each of which builds its deed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import guidance
from desk.forms import DayInput, PersonChoice, ShowsRefusals
from desk.uploads import Upload
from registry import tree
from registry.deeds import Deed
from registry.guidance.directives import (
    EndDirective,
    EnterDirective,
    LinkCascade,
    RightDirective,
    UnlinkCascade,
    WithdrawDirective,
)
from registry.guidance.pledges import RecordPledge
from registry.guidance.programme import CancelItem, CloseItem, PlanItem, ProveItem, months
from registry.guidance_models import Cascade, Directive, Pledge, ProgrammeItem
from registry.models import Body, Organisation, Person, on
from registry.names import search_key

#: How many years back and ahead a programme may be written down.
YEARS_BACK, YEARS_AHEAD = 5, 1
EARLIEST_PLEDGE = 2010


class Rested(ShowsRefusals):
    """A change of the register, which rests on a document."""

    document = forms.CharField(
        label=gettext_lazy("Văn bản"),
        max_length=200,
        help_text=gettext_lazy("Tên, số, ký hiệu, ngày của văn bản đang cầm."),
    )

    def __init__(self, *args: Any, **said: Any):
        super().__init__(*args, **said)
        if "document" in self.fields:
            self.fields["document"] = self.fields.pop("document")


def _day(label: Any, **said: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput, **said)


def _reason() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Lý do"), max_length=300, widget=forms.Textarea({"rows": 2})
    )


def _choices(options: Any) -> list[tuple[str, Any]]:
    return [("", _("Chọn")), *options]


class NarrowDirectives(forms.Form):
    """Which documents: by words, and whether only those in force today."""

    q = forms.CharField(
        label=gettext_lazy("Lọc theo số, trích yếu"), required=False, max_length=100
    )
    con = forms.ChoiceField(label=gettext_lazy("Hiệu lực"), required=False)

    def __init__(self, data: Any):
        super().__init__(data)
        self.fields["con"].choices = [("", _("Còn hiệu lực")), ("tat", _("Tất cả"))]

    def narrow(self, rows: QuerySet[Directive], today: date) -> list[Directive]:
        """The living rows that the filters leave, the newest first."""
        self.is_valid()
        rows = rows.filter(withdrawn_on=None)
        if self.cleaned_data.get("con") != "tat":
            rows = rows.filter(Q(last_day=None) | Q(last_day__gte=today))
        found = rows.select_related("body__organisation").order_by("-dated", "pk")
        words = search_key(self.cleaned_data.get("q", "")).split()
        return [
            one for one in found if all(word in search_key(f"{one} {one.theme}") for word in words)
        ]


class EnteringDirective(ShowsRefusals):
    """A guiding document, as it is entered."""

    type = forms.ChoiceField(label=gettext_lazy("Loại văn bản"))
    number = forms.CharField(label=gettext_lazy("Số, ký hiệu"), max_length=60)
    dated = _day(gettext_lazy("Ngày văn bản"))
    issuer = forms.CharField(label=gettext_lazy("Cơ quan ban hành"), max_length=200)
    theme = forms.CharField(
        label=gettext_lazy("Trích yếu, chủ đề"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    first_day = _day(gettext_lazy("Có hiệu lực từ ngày"))
    last_day = _day(
        gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống khi chưa có văn bản nào bãi bỏ, thay thế."),
    )

    def __init__(self, data: Any = None, **said: Any):
        super().__init__(data, **said)
        self.fields["type"].choices = _choices(Directive.Kind.choices)

    def deed(self, body: Body) -> Deed:
        """The deed that enters it."""
        return EnterDirective(in_body=body, document=self._document(), **self.cleaned_data)

    def _document(self) -> str:
        said = self.cleaned_data
        return f"{said['number']}, {said['dated']:%d/%m/%Y}"


class RightingDirective(EnteringDirective):
    """A document entered wrongly, as it is entered anew."""

    reason = _reason()

    def __init__(self, directive: Directive, data: Any = None):
        names = ("number", "dated", "issuer", "theme", "first_day", "last_day")
        first = {name: getattr(directive, name) for name in names}
        super().__init__(data, initial={**first, "type": directive.kind})
        self.directive = directive

    def righting(self, body: Body, today: date) -> Deed:
        """The deed that puts it right."""
        return RightDirective(
            in_body=body, document=self._document(), directive=self.directive, day=today,
            **self.cleaned_data,
        )  # fmt: skip


class EndingDirective(Rested):
    """The last day on which a document is in force."""

    last_day = _day(gettext_lazy("Ngày cuối còn hiệu lực"))

    def deed(self, body: Body, directive: Directive, today: date) -> Deed:
        """The deed that ends it."""
        return EndDirective(in_body=body, directive=directive, **self.cleaned_data)


class Withdrawing(Rested):
    """An entry made by mistake."""

    reason = _reason()

    def deed(self, body: Body, directive: Directive, today: date) -> Deed:
        """The deed that withdraws it; what files rest on it is asked now."""
        return WithdrawDirective(
            in_body=body, directive=directive, day=today, cited_by=guidance.cited_by(directive),
            **self.cleaned_data,
        )  # fmt: skip


class Linking(ShowsRefusals):
    """What a unit laid down to carry a document out."""

    unit = forms.ModelChoiceField(
        Organisation.objects.none(), label=gettext_lazy("Đơn vị"), empty_label=gettext_lazy("Chọn")
    )
    type = forms.ChoiceField(
        label=gettext_lazy("Loại văn bản"),
        help_text=gettext_lazy("Chỉ kế hoạch, công văn được tính là đã triển khai."),
    )
    number = forms.CharField(label=gettext_lazy("Số, ký hiệu"), max_length=60)
    dated = _day(gettext_lazy("Ngày văn bản"))
    title = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=300)

    def __init__(self, units: QuerySet[Organisation], data: Any = None, **said: Any):
        super().__init__(data, **said)
        self.fields["unit"].queryset = units
        self.fields["type"].choices = _choices(Cascade.Kind.choices)

    def deed(self, body: Body, directive: Directive, today: date) -> Deed:
        """The deed that ties it to the directive."""
        said = self.cleaned_data
        called = f"{said['number']}, {said['dated']:%d/%m/%Y}"
        return LinkCascade(in_body=body, document=called, directive=directive, **said)


class Unlinking(Rested):
    """A document that was tied to a directive by mistake."""

    reason = _reason()

    def deed(self, body: Body, cascade: Cascade, today: date) -> Deed:
        """The deed that unties it."""
        return UnlinkCascade(in_body=body, cascade=cascade, day=today, **self.cleaned_data)


class Cut(forms.Form):
    """The day on which the units are counted."""

    ngay = _day(gettext_lazy("Tính đến ngày"), required=False)


class NarrowProgramme(forms.Form):
    """Whose programme, of which year."""

    nam = forms.TypedChoiceField(label=gettext_lazy("Năm"), coerce=int, required=False)
    cq = forms.TypedChoiceField(label=gettext_lazy("Cơ quan"), coerce=int, required=False)

    def __init__(self, years: Sequence[int], bodies: Sequence[Body], data: Any):
        super().__init__(data)
        self.years, self.bodies = years, bodies
        self.fields["nam"].choices = [(one, _("Năm %(n)d") % {"n": one}) for one in years]
        self.fields["cq"].choices = [
            ("", _("Mọi cơ quan")),
            *((one.pk, one.name) for one in bodies),
        ]


#: The planned times that a form offers: the months, the quarters, the year.
_TIMES = [*((n, n) for n in range(1, 13)), *((n, n + 2) for n in (1, 4, 7, 10)), (1, 12)]


class Planning(Rested):
    """An item of the yearly programme."""

    year = forms.TypedChoiceField(label=gettext_lazy("Năm"), coerce=int)
    type = forms.ChoiceField(
        label=gettext_lazy("Hình thức"),
        choices=ProgrammeItem.Kind.choices,
        widget=forms.RadioSelect,
    )
    theme = forms.CharField(
        label=gettext_lazy("Nội dung, chuyên đề"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
    )
    time = forms.ChoiceField(label=gettext_lazy("Thời gian dự kiến"))
    responsible = PersonChoice(label=gettext_lazy("Người phụ trách"))
    directive = forms.ModelChoiceField(
        Directive.objects.none(),
        label=gettext_lazy("Thực hiện văn bản chỉ đạo"),
        required=False,
        empty_label=gettext_lazy("Không"),
    )
    units = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Đơn vị được kiểm tra, giám sát"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Nhiều đơn vị cùng một nội dung là một cuộc kiểm tra chuyên đề."),
    )

    def __init__(self, body: Body, today: date, data: Any = None):
        super().__init__(data, initial={"year": today.year})
        self.body = body
        years = range(today.year + YEARS_AHEAD, today.year - YEARS_BACK - 1, -1)
        self.fields["year"].choices = [(one, str(one)) for one in years]
        self.fields["time"].choices = _choices(
            (f"{first}-{last}", months(first, last).capitalize()) for first, last in _TIMES
        )
        held = Person.objects.filter(
            on(today, "posts__"), posts__body__organisation=body.organisation_id
        )
        self.fields["responsible"].queryset = held.distinct().order_by("sort_key")
        line = tree.above(body.organisation_id, today)
        self.fields["directive"].queryset = Directive.objects.filter(
            Q(last_day=None) | Q(last_day__gte=today),
            body__organisation__in=line,
            withdrawn_on=None,
        ).order_by("-dated", "pk")
        below = tree.below(body.organisation_id, today)
        self.fields["units"].queryset = Organisation.objects.filter(pk__in=below).order_by("name")

    def deed(self) -> Deed:
        """The deed that plans it."""
        said = dict(self.cleaned_data)
        first, last = said.pop("time").split("-")
        return PlanItem(
            in_body=self.body, first_month=int(first), last_month=int(last),
            **{**said, "units": list(said["units"])},
        )  # fmt: skip


class Proving(ShowsRefusals):
    """Evidence that an item was carried out."""

    title = forms.CharField(
        label=gettext_lazy("Tên tài liệu"),
        max_length=200,
        help_text=gettext_lazy("Biên bản hội nghị, danh sách dự, ảnh chụp bài viết…"),
    )
    dated = _day(gettext_lazy("Ngày của tài liệu"))
    file = Upload(
        label=gettext_lazy("Tệp"), help_text=gettext_lazy("PDF, JPEG hoặc PNG, không quá 20 MB.")
    )

    def deed(self, item: ProgrammeItem) -> Deed:
        """The deed that lays it to the item."""
        said = self.cleaned_data
        return ProveItem(
            item=item, document=said["title"], title=said["title"], dated=said["dated"],
            file_name=said["file"]["name"], file_sha256=said["file"]["sha256"],
        )  # fmt: skip


class Cancelling(Rested):
    """An item that is not carried out."""

    day = _day(gettext_lazy("Ngày quyết định không thực hiện"))
    reason = _reason()

    def deed(self, item: ProgrammeItem) -> Deed:
        """The deed that cancels it; whether files follow it is asked now."""
        files = guidance.files_following(item)
        return CancelItem(item=item, under_way=files, **self.cleaned_data)


class Closing(Rested):
    """What was made known, with its result."""

    day = _day(gettext_lazy("Ngày kết thúc"))
    reason = forms.CharField(
        label=gettext_lazy("Kết quả"), max_length=300, widget=forms.Textarea({"rows": 2})
    )

    def deed(self, item: ProgrammeItem) -> Deed:
        """The deed that closes it."""
        return CloseItem(item=item, **self.cleaned_data)


class Pledging(Rested):
    """A commitment of a year, one point a line."""

    year = forms.TypedChoiceField(label=gettext_lazy("Năm"), coerce=int)
    type = forms.ChoiceField(
        label=gettext_lazy("Loại"), choices=Pledge.Kind.choices, widget=forms.RadioSelect
    )
    dated = _day(gettext_lazy("Ngày văn bản"))
    points = forms.CharField(
        label=gettext_lazy("Các điểm cam kết, nhiệm vụ được giao"),
        widget=forms.Textarea({"rows": 8}),
        help_text=gettext_lazy(
            "Mỗi dòng một điểm, để cuộc kiểm tra, giám sát đối chiếu từng điểm."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do ghi lại"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Chỉ ghi khi thay bản đã có của năm đó."),
    )

    def __init__(self, today: date, data: Any = None):
        super().__init__(data, initial={"year": today.year})
        years = range(today.year + 1, EARLIEST_PLEDGE - 1, -1)
        self.fields["year"].choices = [(one, str(one)) for one in years]

    def clean_points(self) -> list[str]:
        """The points, without empty lines; a line too long is told."""
        said = [one.strip() for one in self.cleaned_data["points"].splitlines() if one.strip()]
        if any(len(one) > 500 for one in said):
            raise forms.ValidationError(_("Mỗi điểm không quá 500 ký tự."))
        return said

    def deed(self, body: Body, person: Person, today: date) -> Deed:
        """The deed that records it."""
        return RecordPledge(in_body=body, person=person, day=today, **self.cleaned_data)
