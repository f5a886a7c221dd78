"""The forms of erasing: the paper that orders it, and the tick by which a second person decides."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from desk.forms import DayInput, ShowsRefusals


class AskingErasure(ShowsRefusals):
    """On which paper, whose, of which day; until when the file had to be kept, where the file does not say."""

    document = forms.CharField(
        label=gettext_lazy("Số, ký hiệu văn bản cho phép xóa"), max_length=200,
        help_text=gettext_lazy("Quyết định hủy tài liệu hết giá trị, hoặc văn bản giải quyết yêu cầu xóa."),
    )  # fmt: skip
    issued_by = forms.CharField(label=gettext_lazy("Cơ quan ban hành"), max_length=200)
    issued_on = forms.DateField(label=gettext_lazy("Ngày văn bản"), widget=DayInput)
    kept_until = forms.DateField(
        label=gettext_lazy("Phải bảo quản đến hết ngày"), widget=DayInput, required=False,
        help_text=gettext_lazy("Theo văn bản đó, khi hồ sơ không ghi thời hạn bảo quản."),
    )  # fmt: skip

    def __init__(self, data: object, *, of_a_file: bool):
        super().__init__(data)
        if not of_a_file:
            del self.fields["kept_until"]


class DecidingErasure(ShowsRefusals):
    """Whoever decides has seen what goes."""

    seen = forms.BooleanField(
        label=gettext_lazy("Tôi đã đối chiếu với văn bản; nội dung đã xóa không khôi phục được.")
    )
