"""Lựa chọn của tôi: what the holder of an account switches on and off for themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from permissions.choice_models import AccountChoice


class Choices(forms.ModelForm):
    """Single keys; and where the site sends letters, whether one comes every day."""

    class Meta:
        model = AccountChoice
        fields = ("keys", "digest_mail")
        labels = {
            "keys": gettext_lazy("Dùng phím tắt một phím"),
            "digest_mail": gettext_lazy("Nhận thư tóm tắt mỗi sáng"),
        }
        help_texts = {
            "keys": gettext_lazy(
                "Tắt khi dùng phần mềm điều khiển bằng giọng nói, hoặc hay chạm nhầm phím."
            ),
            "digest_mail": gettext_lazy("Thư chỉ có con số, không có số hồ sơ, tên người."),
        }

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        if not settings.DIGEST_MAIL:
            del self.fields["digest_mail"]


@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: HttpRequest) -> HttpResponse:
    """The form with what stands; sent, it is kept."""
    mine = AccountChoice.objects.filter(account=request.user).first()
    mine = mine or AccountChoice(account=request.user)
    form = Choices(request.POST if request.method == "POST" else None, instance=mine)
    if form.is_valid():
        form.save()
        messages.success(request, _("Đã ghi lựa chọn của bạn."))
        return redirect("account_choices")
    return render(request, "account/choices.html", {"form": form})
