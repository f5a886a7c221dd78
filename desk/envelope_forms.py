"""What is filled in about an envelope: taking it in, and each deed done with it later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.forms import DayInput, DeedForm
from permissions.vault.cipher import Identity
from permissions.vault.deeds import Deed, Source
from permissions.vault.rights import may_hold
from registry.models import Body, Person

#: What an identity is made of; nothing typed here is ever sent back to a page.
IDENTITY = ("name", "address", "contact", "relatives")


def _line(label: Any, length: int = 200, **said: Any) -> forms.CharField:
    widget = said.pop("widget", forms.TextInput({"autocomplete": "off"}))
    return forms.CharField(label=label, max_length=length, widget=widget, **said)


def _text(label: Any, **said: Any) -> forms.CharField:
    return _line(label, 2000, widget=forms.Textarea({"rows": 3, "autocomplete": "off"}), **said)


class _Unsaid(forms.TextInput):
    """An input that never repeats what was typed: a page sent back does not hold it."""

    def format_value(self, value: Any) -> None:
        return None


class _UnsaidText(forms.Textarea):
    """Likewise, of several lines."""

    def format_value(self, value: Any) -> None:
        return None


class OnEnvelope(DeedForm):
    """A deed of today; its key makes a second press harmless."""

    use_required_attribute = False

    def __init__(self, today: date, data: Any = None, **said: Any):
        super().__init__(data, initial={"key": uuid4().hex, "acted_on": today}, **said)

    def words(self) -> dict[str, str]:
        """The words to write down, by their name."""
        kept = ("place", "document", "reason", "purpose", "note")
        return {name: self.cleaned_data.get(name, "") for name in kept if name in self.fields}


class ReceiveForm(OnEnvelope):
    """The paper envelope as it came in; where the vault is on, who sent it too."""

    body = forms.ModelChoiceField(Body.objects.none(), label=_("Cơ quan giữ phong bì"))
    number = _line(
        _("Số ghi trên phong bì"),
        60,
        help_text=_("Số hoặc dấu riêng ghi ngoài phong bì đã dán kín."),
    )
    source = forms.ChoiceField(label=_("Nguồn đơn"), choices=Source.choices)
    acted_on = forms.DateField(label=_("Ngày nhận"), widget=DayInput)
    custodian = forms.ModelChoiceField(
        Person.objects.none(), label=_("Người giữ"), empty_label=_("Chọn")
    )
    place = _line(_("Nơi giữ"), help_text=_("Ví dụ: tủ sắt số hai, phòng văn thư."))
    name = _line(_("Họ tên người gửi"), widget=_Unsaid({"autocomplete": "off"}), required=False)
    address = _line(_("Địa chỉ"), widget=_Unsaid({"autocomplete": "off"}), required=False)
    contact = _line(
        _("Điện thoại, cách liên lạc"), widget=_Unsaid({"autocomplete": "off"}), required=False
    )
    relatives = _line(
        _("Người thân được nêu tên"), 1000, widget=_UnsaidText({"rows": 2, "autocomplete": "off"}),
        required=False,
    )  # fmt: skip

    def __init__(self, bodies: Sequence[Body], today: date, data: Any = None, *, seals: bool):
        super().__init__(today, data)
        self.fields["body"].queryset = Body.objects.filter(pk__in=[b.pk for b in bodies])
        self.fields["body"].empty_label = None
        self.fields["custodian"].queryset = may_hold(bodies, today)
        if len(bodies) == 1:
            self.fields["body"].widget = forms.HiddenInput()
            self.initial["body"] = bodies[0].pk
        if not seals:
            for name in IDENTITY:
                del self.fields[name]

    def identity(self) -> Identity | None:
        """Who sent it, when anything of that was typed."""
        told = {name: self.cleaned_data.get(name, "") for name in IDENTITY}
        return Identity(**told) if any(told.values()) else None

    @property
    def of_paper(self) -> list[forms.BoundField]:
        """The fields about the envelope itself."""
        return [field for field in self.visible_fields() if field.name not in IDENTITY]

    @property
    def of_identity(self) -> list[forms.BoundField]:
        """The fields that will be encrypted."""
        return [field for field in self.visible_fields() if field.name in IDENTITY]


class _Dated(OnEnvelope):
    acted_on = forms.DateField(label=_("Ngày thực hiện"), widget=DayInput)
    document = _line(_("Văn bản, biên bản"))


class HandOverForm(_Dated):
    """Who keeps it from now on, and where."""

    custodian = forms.ModelChoiceField(
        Person.objects.none(), label=_("Người giữ"), empty_label=_("Chọn")
    )
    place = _line(_("Nơi giữ"))

    def __init__(self, today: date, data: Any = None, *, body: Body):
        super().__init__(today, data)
        self.fields["custodian"].queryset = may_hold([body], today)
        self.order_fields(["custodian", "place", "acted_on", "document"])


class OpenPaperForm(_Dated):
    """The paper envelope was opened."""

    note = _text(_("Ai có mặt, niêm lại thế nào"))


class DestroyPaperForm(_Dated):
    """The paper envelope was destroyed."""

    sure = forms.BooleanField(label=_("Phong bì giấy đã hủy hẳn; việc này không hoàn lại được"))


class AskForm(OnEnvelope):
    """Why one needs to know who sent it."""

    reason = _text(_("Lý do"))
    purpose = _line(_("Mục đích sử dụng"))
    document = _line(_("Văn bản làm căn cứ"))


class EraseForm(OnEnvelope):
    """The identity is to be erased for good."""

    reason = _text(_("Lý do"))
    document = _line(_("Văn bản làm căn cứ"))
    sure = forms.BooleanField(label=_("Xóa hẳn danh tính; không ai đọc lại được"))


class AnswerForm(OnEnvelope):
    """What the second person answers; a reason is needed where they do not agree."""

    reason = _text(_("Lý do (bắt buộc khi không đồng ý)"), required=False)

    def __init__(self, today: date, data: Any = None, **said: Any):
        super().__init__(today, data, **said)
        # Asked only where one declines; its label says so, and "optional" would be untrue.
        self.fields["reason"].required = not self.is_bound


def form_of(deed: Deed, body: Body, today: date, data: Any = None) -> OnEnvelope:
    """The form of a deed that has a page of its own. Raises KeyError for any other."""
    if deed is Deed.HAND_OVER:
        return HandOverForm(today, data, body=body)
    return _FORMS[deed](today, data)


_FORMS: dict[Deed, type[OnEnvelope]] = {
    Deed.OPEN_PAPER: OpenPaperForm,
    Deed.DESTROY_PAPER: DestroyPaperForm,
    Deed.ASK: AskForm,
    Deed.ERASE: EraseForm,
}
#: The deeds that have a page of their own, in the order of the buttons.
ON_PAGES = (Deed.HAND_OVER, Deed.ASK, Deed.OPEN_PAPER, Deed.DESTROY_PAPER, Deed.ERASE)
