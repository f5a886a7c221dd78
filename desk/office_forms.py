"""The forms of changes of the register, each of which builds the deed that goes through its door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, DeedForm, PersonChoice
from desk.pages.parts import Fact
from desk.worded import worded
from registry import keeping, tree
from registry.acting import AssignArea, CallBack, DeclareKin, Delegate, EndArea, Substitute
from registry.deeds import ApprovePost, Deed, EndPost, GivePost
from registry.models import (
    AreaAssignment,
    Body,
    Delegation,
    Organisation,
    PaperOnly,
    Person,
    Post,
    on,
)
from registry.on_paper import EnterFor, EnterNoMore


@dataclass(frozen=True)
class About:
    """What a form is about: who fills it, on which day, for which body, and the row it changes."""

    by: Person
    today: date
    body: Body
    keeps: bool
    row: Any = None


class Change(forms.Form):
    """A change of the register; its subclasses add their questions before the document."""

    title: ClassVar[Any]
    sentence: ClassVar[Any]
    press: ClassVar[Any]

    document = forms.CharField(
        label=gettext_lazy("Văn bản"),
        max_length=200,
        help_text=gettext_lazy("Tên, số, ký hiệu, ngày của văn bản đang cầm."),
    )

    refuse = DeedForm.refuse

    def __init__(self, about: About, data: Any = None):
        super().__init__(data)
        self.about = about
        self.fields["document"] = self.fields.pop("document")
        self.prepare()

    def prepare(self) -> None:
        """Offer the choices there are."""

    def deed(self) -> Deed:
        """The change that the valid answers describe."""
        raise NotImplementedError

    def answers(self) -> list[Fact]:
        """The valid answers, to be looked over once more."""
        return [Fact(worded(field.label), self._said(field)) for field in self.visible_fields()]

    def _said(self, field: forms.BoundField) -> str:
        value = self.cleaned_data[field.name]
        if isinstance(value, bool):
            return _("có") if value else _("không")
        if isinstance(value, date):
            return f"{value:%d/%m/%Y}"
        if isinstance(field.field, forms.ChoiceField) and not hasattr(value, "pk"):
            return str(dict(field.field.choices)[value])
        return str(value or "—")


def _first_day() -> forms.DateField:
    return forms.DateField(label=gettext_lazy("Từ ngày"), widget=DayInput)


def _last_day(**said: Any) -> forms.DateField:
    return forms.DateField(label=gettext_lazy("Đến hết ngày"), widget=DayInput, **said)


class Giving(Change):
    """Ghi chức vụ."""

    title = gettext_lazy("Ghi chức vụ")
    sentence = gettext_lazy("Người được bầu, chỉ định hoặc điều động giữ chức vụ trong cơ quan.")
    press = gettext_lazy("Ghi chức vụ này")

    person = PersonChoice(label=gettext_lazy("Người giữ chức vụ"))
    position = forms.ChoiceField(label=gettext_lazy("Chức vụ"))
    first_day = _first_day()
    last_day = _last_day(required=False)
    awaits_approval = forms.BooleanField(
        label=gettext_lazy("Chờ cấp trên chuẩn y"),
        required=False,
        help_text=gettext_lazy("Người chờ chuẩn y giữ chức vụ từ ngày được bầu."),
    )

    def prepare(self) -> None:
        self.fields["person"].queryset = known_to(self.about.body, self.about.today)
        offered = keeping.positions_in(self.about.body)
        self.fields["position"].choices = [("", _("Chọn")), *((one, worded(one.label)) for one in offered)]

    def deed(self) -> Deed:
        return GivePost(in_body=self.about.body, **self.cleaned_data)


class Approving(Change):
    """Ghi việc chuẩn y."""

    title = gettext_lazy("Ghi việc chuẩn y")
    sentence = gettext_lazy("Cấp trên đã chuẩn y người được bầu; ghi theo văn bản chuẩn y.")
    press = gettext_lazy("Ghi việc chuẩn y này")

    approved_on = forms.DateField(label=gettext_lazy("Ngày chuẩn y"), widget=DayInput)

    def deed(self) -> Deed:
        return ApprovePost(post=self.about.row, **self.cleaned_data)


class Ending(Change):
    """Cho thôi chức vụ."""

    title = gettext_lazy("Thôi giữ chức vụ")
    sentence = gettext_lazy("Ngày cuối vẫn còn giữ chức vụ; từ 0 giờ ngày sau thì thôi.")
    press = gettext_lazy("Cho thôi chức vụ")

    last_day = forms.DateField(label=gettext_lazy("Ngày cuối giữ chức vụ"), widget=DayInput)

    def deed(self) -> Deed:
        return EndPost(post=self.about.row, **self.cleaned_data)


class Acting(Change):
    """Somebody acts in a post."""

    to = PersonChoice(label=gettext_lazy("Người làm thay"))
    first_day = _first_day()
    last_day = _last_day()

    def prepare(self) -> None:
        people = keeping.people_of(self.about.body, self.about.today)
        holder = self.about.row.person_id
        self.fields["to"].queryset = people.exclude(pk=holder).order_by("sort_key")


class Delegating(Acting):
    """Ủy quyền."""

    title = gettext_lazy("Ủy quyền chức vụ của tôi")
    sentence = gettext_lazy(
        "Trong những ngày ấy người nhận làm thay chức vụ này, bên cạnh bạn; hết ngày cuối là thôi."
    )
    press = gettext_lazy("Ghi ủy quyền")

    def deed(self) -> Deed:
        return Delegate(post=self.about.row, **self.cleaned_data)


class Substituting(Acting):
    """Phân công phụ trách thay."""

    title = gettext_lazy("Phân công phụ trách thay")
    sentence = gettext_lazy("Cơ quan phân công người làm thay khi người giữ chức vụ vắng mặt.")
    press = gettext_lazy("Ghi phân công")

    last_day = _last_day(required=False)

    def deed(self) -> Deed:
        return Substitute(post=self.about.row, **self.cleaned_data)


class Following(Change):
    """Phân công địa bàn."""

    title = gettext_lazy("Phân công địa bàn")
    sentence = gettext_lazy("Ủy viên, kiểm tra viên theo dõi tổ chức đảng cấp dưới.")
    press = gettext_lazy("Ghi phân công")

    person = PersonChoice(label=gettext_lazy("Người theo dõi"))
    unit = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=gettext_lazy("Địa bàn, tổ chức đảng"),
        empty_label=gettext_lazy("Chọn"),
    )
    first_day = _first_day()
    last_day = _last_day(required=False)

    def prepare(self) -> None:
        body, today = self.about.body, self.about.today
        held = Post.objects.filter(on(today), body=body, position__in=keeping.FOLLOWERS)
        self.fields["person"].queryset = (
            Person.objects.filter(pk__in=held.values("person"))
            .exclude(pk=self.about.by.pk)
            .order_by("sort_key")
        )
        below = tree.below(body.organisation_id, today)
        self.fields["unit"].queryset = Organisation.objects.filter(pk__in=below).order_by("name")

    def deed(self) -> Deed:
        return AssignArea(in_body=self.about.body, **self.cleaned_data)


class Kin(Change):
    """Kê khai quan hệ thân thích."""

    title = gettext_lazy("Kê khai quan hệ thân thích")
    sentence = gettext_lazy("Quan hệ đã kê khai ghi một lần cho cả hai người và không xóa được.")
    press = gettext_lazy("Ghi kê khai")

    person = PersonChoice(label=gettext_lazy("Người kê khai"))
    relative = PersonChoice(label=gettext_lazy("Người thân"))
    relation = forms.CharField(
        label=gettext_lazy("Quan hệ"),
        max_length=60,
        help_text=gettext_lazy("Ví dụ: vợ, chồng, em ruột."),
    )

    def prepare(self) -> None:
        body, by, today = self.about.body, self.about.by, self.about.today
        holders = Post.objects.filter(on(today), body=body).values("person")
        mine = Q(pk__in=holders) if self.about.keeps else Q(pk=by.pk)
        self.fields["person"].queryset = Person.objects.filter(mine).order_by("sort_key")
        self.fields["relative"].queryset = known_to(body, today)

    def deed(self) -> Deed:
        return DeclareKin(in_body=self.about.body, **self.cleaned_data)


class EnteringFor(Change):
    """Nhập thay."""

    title = gettext_lazy("Nhập thay cơ quan khác")
    sentence = gettext_lazy(
        "Cơ quan kia làm trên giấy, không có tài khoản: người của cơ quan này nhập theo bản giấy đã ký."
    )
    press = gettext_lazy("Ghi việc nhập thay")

    on_paper = forms.ModelChoiceField(
        Body.objects.none(),
        label=gettext_lazy("Cơ quan làm trên giấy"),
        empty_label=gettext_lazy("Chọn"),
    )
    first_day = _first_day()
    last_day = _last_day(required=False)

    def prepare(self) -> None:
        body, today = self.about.body, self.about.today
        places = tree.below(body.organisation_id, today) | {body.organisation_id}
        found = Body.objects.filter(on(today), organisation__in=places).exclude(pk=body.pk)
        self.fields["on_paper"].queryset = found.order_by("name")

    def deed(self) -> Deed:
        return EnterFor(in_body=self.about.body, **self.cleaned_data)


class EnteringNoMore(Change):
    """Thôi nhập thay."""

    title = gettext_lazy("Thôi nhập thay")
    sentence = gettext_lazy("Từ ngày sau, cơ quan kia tự làm trên phần mềm; việc đã nhập vẫn còn.")
    press = gettext_lazy("Cho thôi nhập thay")

    row = forms.ModelChoiceField(
        PaperOnly.objects.none(),
        label=gettext_lazy("Cơ quan làm trên giấy"),
        empty_label=gettext_lazy("Chọn"),
    )
    last_day = forms.DateField(label=gettext_lazy("Ngày cuối nhập thay"), widget=DayInput)

    def prepare(self) -> None:
        found = PaperOnly.objects.filter(on(self.about.today), entered_by=self.about.body)
        self.fields["row"].queryset = found.select_related("body", "entered_by").order_by("pk")

    def deed(self) -> Deed:
        return EnterNoMore(**self.cleaned_data)


class CallingBack(Change):
    """Thôi làm thay."""

    title = gettext_lazy("Thôi ủy quyền, thôi phụ trách thay")
    sentence = gettext_lazy("Ngày cuối vẫn còn làm thay; việc đã làm vẫn có giá trị.")
    press = gettext_lazy("Cho thôi làm thay")

    last_day = forms.DateField(label=gettext_lazy("Ngày cuối làm thay"), widget=DayInput)

    def deed(self) -> Deed:
        return CallBack(lent=self.about.row, **self.cleaned_data)


class EndingArea(Change):
    """Thôi theo dõi địa bàn."""

    title = gettext_lazy("Thôi theo dõi địa bàn")
    sentence = gettext_lazy("Ngày cuối vẫn còn theo dõi địa bàn này.")
    press = gettext_lazy("Cho thôi theo dõi")

    last_day = forms.DateField(label=gettext_lazy("Ngày cuối theo dõi"), widget=DayInput)

    def deed(self) -> Deed:
        return EndArea(area=self.about.row, **self.cleaned_data)


class AsOf(forms.Form):
    """The day on which one looks at the offices of a body."""

    cq = forms.IntegerField(widget=forms.HiddenInput, required=False)
    ngay = forms.DateField(label=gettext_lazy("Xem vào ngày"), widget=DayInput, required=False)


#: By the last word of their address: changes of a body's offices, and of one post.
OF_BODY: dict[str, type[Change]] = {
    "trao": Giving,
    "dia-ban": Following,
    "than-thich": Kin,
    "nhap-thay": EnteringFor,
    "thoi-nhap-thay": EnteringNoMore,
}
OF_POST: dict[str, type[Change]] = {
    "uy-quyen": Delegating,
    "phan-cong-thay": Substituting,
    "chuan-y": Approving,
    "thoi": Ending,
}
#: What may be ended beside a post, and the rows it lies in.
OF_SPAN: dict[str, tuple[type[Change], Any]] = {
    "lam-thay": (
        CallingBack,
        Delegation.objects.select_related("post__body", "post__person", "to"),
    ),
    "dia-ban": (EndingArea, AreaAssignment.objects.select_related("body", "person", "unit")),
}


def known_to(body: Body, today: date) -> Any:
    """Members under the body's organisation, and who holds a post in it."""
    places = tree.below(body.organisation_id, today) | {body.organisation_id}
    members = Q(on(today, "memberships__"), memberships__cell__in=places)
    holders = Q(
        pk__in=Post.objects.filter(body__organisation=body.organisation_id).values("person")
    )
    found = Person.objects.filter(members).values("pk")
    return Person.objects.filter(Q(pk__in=found) | holders).order_by("sort_key")
