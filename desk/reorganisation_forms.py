"""The forms of a plan of reorganisation, of its act, and of what is left to settle after it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Reorganisation
from desk.forms import DayInput, ShowsRefusals
from desk.worded import worded
from registry import tree
from registry.models import Body, BodyKind, Organisation, Position, on
from registry.reorganisation import table
from registry.reorganisation.plan import Line, LineKind, Target
from registry.reorganisation.table import TableRefused

#: A table of a plan is small; a larger file is none.
LARGEST = 2 * 1024 * 1024


class Head(ShowsRefusals):
    """The decision a plan rests on, and its day."""

    number = forms.CharField(label=gettext_lazy("Số, ký hiệu quyết định"), max_length=80)
    dated = forms.DateField(label=gettext_lazy("Ngày quyết định"), widget=DayInput)
    effective = forms.DateField(
        label=gettext_lazy("Ngày có hiệu lực"),
        widget=DayInput,
        help_text=gettext_lazy(
            "Ngày đầu theo tổ chức mới; tổ chức cũ kết thúc hết ngày hôm trước."
        ),
    )
    close_days = forms.IntegerField(
        label=gettext_lazy("Số ngày làm việc để thu hồ sơ, con dấu, chuyển đảng viên"),
        min_value=1,
        max_value=366,
        required=False,
        widget=forms.NumberInput({"class": "short"}),
        help_text=gettext_lazy(
            "Chỉ ghi khi có tổ chức kết thúc, giải tán mà quy định chưa rõ thời hạn."
        ),
    )
    close_document = forms.CharField(
        label=gettext_lazy("Văn bản đặt ra thời hạn đó"), max_length=200, required=False
    )


class Upload(forms.Form):
    """All lines at once, out of a table."""

    table = forms.FileField(
        label=gettext_lazy("Bảng CSV hoặc Excel"),
        help_text=gettext_lazy("Các cột: %(columns)s.") % {"columns": ", ".join(table.COLUMNS)},
    )

    def clean_table(self) -> tuple[Line, ...]:
        """The lines of the table, or everything that is wrong with it."""
        upload = self.cleaned_data["table"]
        if upload.size > LARGEST:
            raise forms.ValidationError(_("Bảng không quá 2 MB."))
        try:
            return table.read(upload.read(), upload.name)
        except TableRefused as refused:
            raise forms.ValidationError(
                [f"{worded(r.text)} {worded(r.remedy)}" for r in refused.reasons]
            ) from None


class AddLine(forms.Form):
    """One line of a plan, by choosing."""

    kind = forms.ChoiceField(label=gettext_lazy("Việc"))
    units = forms.MultipleChoiceField(
        label=gettext_lazy("Đơn vị"), widget=forms.SelectMultiple({"size": 8})
    )
    into = forms.ChoiceField(label=gettext_lazy("Thành tổ chức đang có"), required=False)
    code = forms.CharField(
        label=gettext_lazy("Mã tổ chức mới"), max_length=50, required=False,
        help_text=gettext_lazy("Chữ không dấu, chữ số, gạch nối; chia tách thì cách nhau bằng “;”."),
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Tên tổ chức mới"), max_length=400, required=False,
        help_text=gettext_lazy("Nhiều tên cách nhau bằng “;”."),
    )  # fmt: skip
    assigned = forms.CharField(
        label=gettext_lazy("Ai về đâu khi chia tách"), required=False, max_length=4000,
        help_text=gettext_lazy("Số đảng viên:mã tổ chức, cách nhau bằng “;”; còn lại về tổ chức đầu."),
    )  # fmt: skip
    body_kind = forms.ChoiceField(
        label=gettext_lazy("Cơ quan có người được chỉ định"), required=False
    )
    position = forms.ChoiceField(label=gettext_lazy("Chức vụ"), required=False)
    person = forms.IntegerField(
        label=gettext_lazy("Số của người được chỉ định trong danh bạ"), min_value=1, required=False
    )

    def __init__(self, plan: Reorganisation, data: Any = None):
        super().__init__(data)
        units = [(one.code, one.name) for one in units_under(plan)]
        founded = [(t[0], t[1]) for line in plan.lines for t in line["targets"] if t[1]]
        blank = [("", _("Chọn"))]
        self.fields["kind"].choices = [(one.value, worded(one.label)) for one in LineKind]
        self.fields["units"].choices = [*units, *founded]
        self.fields["into"].choices = [*blank, *units]
        self.fields["body_kind"].choices = [*blank, *BodyKind.choices]
        self.fields["position"].choices = [*blank, *Position.choices]

    def line(self) -> Line:
        """The line the valid answers describe."""
        said = self.cleaned_data
        appoints = said["kind"] == LineKind.APPOINT
        codes = [one.strip() for one in said["code"].split(";") if one.strip()]
        names = [one.strip() for one in said["name"].split(";")]
        names += [""] * (len(codes) - len(names))
        new = [Target(code, name) for code, name in zip(codes, names, strict=False)]
        old = [Target(said["into"])] if said["into"] else []
        pairs = (one.partition(":") for one in said["assigned"].split(";") if one.strip())
        return Line(
            kind=said["kind"],
            units=tuple(said["units"]),
            targets=() if appoints else (*old, *new),
            assigned=tuple((who.strip(), where.strip()) for who, _colon, where in pairs),
            body_kind=said["body_kind"] if appoints else "",
            position=said["position"] if appoints else "",
            person=(said["person"] or 0) if appoints else 0,
        )


class Doing(forms.Form):
    """The press that does a plan, bound to what was seen."""

    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)


class Undoing(ShowsRefusals):
    """Why a plan is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do, văn bản bỏ việc sắp xếp"), widget=forms.Textarea({"rows": 3}), max_length=2000
    )  # fmt: skip


class Moving(ShowsRefusals):
    """To which cell a member of an ended unit goes."""

    to = forms.ModelChoiceField(
        Organisation.objects.none(), label=gettext_lazy("Chi bộ nơi đến"), empty_label=gettext_lazy("Chọn")
    )  # fmt: skip
    day = forms.DateField(label=gettext_lazy("Từ ngày"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Văn bản"), max_length=200)
    hold_document = forms.CharField(
        label=gettext_lazy("Văn bản cho chuyển khi việc chưa xong"), max_length=200, required=False,
        help_text=gettext_lazy("Chỉ ghi khi đảng viên đang được kiểm tra, khiếu nại, tố cáo chưa giải quyết xong."),
    )  # fmt: skip

    def __init__(self, body: Body, today: date, data: Any = None):
        super().__init__(data)
        cells = Organisation.objects.filter(
            on(today), kind="chi_bo", pk__in=tree.below(body.organisation_id, today)
        )
        self.fields["to"].queryset = cells.order_by("name")


class GivingUnit(ShowsRefusals):
    """Which unit goes to which superior."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=gettext_lazy("Tổ chức chuyển đi"),
        empty_label=gettext_lazy("Chọn"),
    )  # fmt: skip
    receiver = forms.ModelChoiceField(
        Body.objects.none(), label=gettext_lazy("Cơ quan cấp trên nơi nhận"),
        empty_label=gettext_lazy("Chọn"),
    )  # fmt: skip
    day = forms.DateField(label=gettext_lazy("Ngày chuyển giao"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Quyết định chuyển giao"), max_length=200)

    def __init__(self, body: Body, today: date, data: Any = None):
        super().__init__(data)
        under = Organisation.objects.filter(
            on(today, "placements__"), placements__parent=body.organisation_id
        )
        self.fields["organisation"].queryset = under.order_by("name")
        self.fields["receiver"].queryset = (
            Body.objects.filter(on(today), kind__in=DECIDING)
            .exclude(organisation=body.organisation_id)
            .order_by("name", "pk")
        )


class TakingIn(ShowsRefusals):
    """From which day the receiving superior has the unit."""

    day = forms.DateField(label=gettext_lazy("Ngày tiếp nhận"), widget=DayInput)
    document = forms.CharField(label=gettext_lazy("Quyết định tiếp nhận"), max_length=200)


class TakingUp(ShowsRefusals):
    """Which file of an ended body is taken up, and on which text."""

    reference = forms.CharField(
        label=gettext_lazy("Số hồ sơ của cơ quan đã kết thúc"), max_length=24
    )
    document = forms.CharField(
        label=gettext_lazy("Văn bản cho xem xét tiếp"), max_length=200,
        help_text=gettext_lazy("Chưa có quy định riêng; ghi văn bản của cấp có thẩm quyền."),
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Lý do"), widget=forms.Textarea({"rows": 3}), max_length=2000
    )


class TakingUpAll(ShowsRefusals):
    """Of which ended body all closed files are taken up."""

    ended = forms.ModelChoiceField(
        Body.objects.none(), label=gettext_lazy("Cơ quan đã kết thúc"), empty_label=gettext_lazy("Chọn")
    )  # fmt: skip
    document = forms.CharField(
        label=gettext_lazy("Biên bản, quyết định bàn giao hồ sơ"), max_length=200
    )

    def __init__(self, bodies: list[Body], data: Any = None):
        super().__init__(data)
        self.fields["ended"].queryset = Body.objects.filter(pk__in=[one.pk for one in bodies])
        self.fields["ended"].label_from_instance = lambda one: one.name


#: The bodies that decide about units under them.
DECIDING = (BodyKind.COMMITTEE, BodyKind.STANDING, BodyKind.SECRETARIAT)


def units_under(plan: Reorganisation) -> list[Organisation]:
    """The units a plan may name, in the order of names."""
    under = tree.below(plan.body.organisation_id, plan.effective)
    return list(Organisation.objects.filter(pk__in=under).order_by("name"))
