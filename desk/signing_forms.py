"""What a signer or an endorser fills in on the page of a draft."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, DeedForm

SIGN = "sign"


class OnDraft(DeedForm):
    """A deed on one version of a draft."""

    use_required_attribute = False
    draft = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, draft: int, today: date, data: Any = None, **said: Any):
        first = {"draft": draft, "key": uuid4().hex, "acted_on": today}
        super().__init__(data, initial=first, **said)


class SigningForm(OnDraft):
    """The signer's: two statements to tick before signing, a reason for anything else."""

    acted_on = forms.DateField(label=gettext_lazy("Ngày thực hiện"), widget=DayInput)
    read = forms.BooleanField(required=False)
    capacity = forms.BooleanField(required=False)
    reason = forms.CharField(
        widget=forms.Textarea({"rows": 2}), required=False, max_length=4000,
        label=gettext_lazy("Lý do (bắt buộc khi không ký)"),
    )  # fmt: skip

    def __init__(
        self,
        draft: int,
        today: date,
        data: Any = None,
        *,
        version: int,
        capacity: str,
        reason: str = "",
    ):
        super().__init__(draft, today, data)
        self.initial["reason"] = reason
        self.fields["read"].label = _(
            "Tôi đã đọc toàn văn bản trình lần %(n)d và hồ sơ kèm theo"
        ) % {"n": version}
        self.fields["capacity"].label = _("Tôi ký với tư cách: %(post)s") % {"post": capacity}
        self.order_fields(["read", "capacity", "acted_on", "reason"])
        # Asked only where one does not sign; its label says so, and "optional" would be untrue.
        self.fields["reason"].required = not self.is_bound

    @property
    def signs(self) -> bool:
        """Whether the button for signing was pressed."""
        return self.data.get("deed") == SIGN

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        self.fields["reason"].required = True
        if self.signs:
            for name in ("read", "capacity"):
                if not said.get(name):
                    self.add_error(name, _("Đánh dấu ô này trước khi ký."))
        elif not said.get("reason"):
            self.add_error("reason", _("Nêu lý do."))
        return said

    def answers(self) -> dict[str, Any]:
        """Nothing more for signing; the draft and the reason for anything else."""
        if self.signs:
            return {}
        return {"draft": self.cleaned_data["draft"], "reason": self.cleaned_data["reason"]}


class EndorsingForm(OnDraft):
    """The endorser's: an opinion, if they have one."""

    opinion = forms.CharField(
        widget=forms.Textarea({"rows": 2}), required=False, max_length=4000,
        label=gettext_lazy("Ý kiến thẩm định"),
    )  # fmt: skip

    def __init__(self, draft: int, today: date, data: Any = None):
        super().__init__(draft, today, data, auto_id="nhay_%s")

    def answers(self) -> dict[str, Any]:
        """The draft, and the opinion where there is one."""
        said = {"draft": self.cleaned_data["draft"], "opinion": self.cleaned_data["opinion"]}
        return {name: value for name, value in said.items() if value}
