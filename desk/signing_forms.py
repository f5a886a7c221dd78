"""What a signer or an endorser fills in on the page of a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, DeedForm
from desk.questions import Known, Questions
from desk.worded import worded
from law import Reason
from workflows.inputs import Input
from workflows.signing_route import RETURN
from workflows.stations import Station

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
    to = forms.ChoiceField(required=False, label=gettext_lazy("Nếu trả lại thì trả cho"))

    def __init__(
        self,
        draft: int,
        today: date,
        data: Any = None,
        *,
        version: int,
        capacity: str,
        reason: str = "",
        back_to: Sequence[tuple[str, str]] = (),
    ):
        super().__init__(draft, today, data)
        if back_to:
            self.fields["to"].choices = list(back_to)
        else:
            del self.fields["to"]
        self.initial["reason"] = reason
        self.fields["read"].label = _(
            "Tôi đã đọc toàn văn bản trình lần %(n)d và hồ sơ kèm theo"
        ) % {"n": version}
        self.fields["capacity"].label = _("Tôi ký với tư cách: %(post)s") % {"post": capacity}
        self.order_fields(["read", "capacity", "acted_on", "to", "reason"])
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
        said = {"draft": self.cleaned_data["draft"], "reason": self.cleaned_data["reason"]}
        back = self.data.get("deed") == RETURN and self.cleaned_data.get("to")
        return {**said, "to": back} if back else said


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


class SideForm(Questions):
    """The questions of any other deed on one version of a draft, done today."""

    use_required_attribute = False
    draft = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        deed: str,
        draft: int,
        questions: Iterable[Input],
        known: Known,
        today: date,
        data: Any = None,
    ):
        asked = [question for question in questions if question.name != "draft"]
        super().__init__(asked, known, today, data, first={"draft": draft})
        self.auto_id = f"{deed}_%s"
        del self.fields["acted_on"]

    def answers(self) -> dict[str, Any]:
        """The draft, and the answers."""
        return {"draft": self.cleaned_data["draft"], **super().answers()}


class BulkForm(forms.Form):
    """One press for several drafts: that each was read, and the key that makes a second press harmless."""

    use_required_attribute = False
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)
    read = forms.BooleanField(
        label=gettext_lazy("Tôi đã mở và đọc từng dự thảo đã chọn, ký đúng thẩm quyền của mình"),
        error_messages={"required": gettext_lazy("Đánh dấu ô này trước khi ký.")},
    )

    def __init__(self, data: Any = None):
        super().__init__(data, initial={"key": uuid4().hex}, auto_id="nhieu_%s")


class RouteForm(forms.Form):
    """A body's new route: for which papers, which levels, from when, on what document; or the end of one."""

    use_required_attribute = False
    body = forms.IntegerField(widget=forms.HiddenInput)
    paper = forms.ChoiceField(label=gettext_lazy("Áp dụng cho"), required=False)
    stations = forms.MultipleChoiceField(
        label=gettext_lazy("Các cấp dự thảo phải qua trước người ký"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Dự thảo đi theo thứ tự này. Không chọn cấp nào khi thôi áp dụng."),
    )  # fmt: skip
    waits_for_opinions = forms.BooleanField(
        label=gettext_lazy("Chờ đủ ý kiến đã xin, hoặc hết hạn, mới được ký"), required=False
    )
    ended = forms.BooleanField(
        label=gettext_lazy("Thôi áp dụng: trở về đường duyệt chung"), required=False
    )
    first_day = forms.DateField(label=gettext_lazy("Từ ngày"), widget=DayInput)
    document = forms.CharField(
        label=gettext_lazy("Văn bản quy định"), max_length=200,
        help_text=gettext_lazy("Số, ngày quy chế làm việc hoặc văn bản của cơ quan."),
    )  # fmt: skip

    def __init__(self, body: int, papers: Sequence[tuple[str, str]], today: date, data: Any = None):
        first = {"body": body, "first_day": today}
        super().__init__(data, initial=first, auto_id=f"duong_{body}_%s")
        self.fields["paper"].choices = [("", _("Mọi văn bản")), *papers]
        self.fields["stations"].choices = Station.choices

    def refuse(self, reasons: Iterable[Reason]) -> list[Reason]:
        """Put each reason that is about one question at its field; return the others."""
        left = []
        for reason in reasons:
            name = reason.rule.removeprefix("input.")
            if reason.rule.startswith("input.") and name in self.fields:
                self.add_error(name, f"{worded(reason.text)} {worded(reason.remedy)}".strip())
            else:
                left.append(reason)
        return left
