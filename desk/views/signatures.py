"""Signing the file of a paper with one's own key, sealing it with the organ's; and checking any file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.read_models import ReadPart
from desk import reads
from desk.account.step_up import confirm_first, confirmed
from desk.gathering.papers import visible_paper
from desk.gathering.signatures import (
    ORGAN,
    PERSON,
    against,
    kind_of,
    signature_rows,
    signing_page,
    to_sign,
    turn_on,
)
from desk.pages.signatures import SignatureCheckPage
from desk.views import person_of
from documents.models import Paper
from documents.services import PaperRefused, print_paper, sign_digitally
from documents.signatures.examination import LARGEST, examine
from documents.signatures.keyring import keyring
from documents.signatures.verdicts import on_file
from registry import clock
from registry.models import Person


class SignForm(forms.Form):
    """What one states before signing; and the PIN, where the key asks for one: used once, kept nowhere."""

    use_required_attribute = False
    read = forms.BooleanField(
        error_messages={"required": gettext_lazy("Đánh dấu ô này trước khi ký.")}
    )
    pin = forms.CharField(
        label=gettext_lazy("Mã PIN của khóa ký"), max_length=100, strip=False,
        widget=forms.PasswordInput({"class": "short", "autocomplete": "off"}),
        help_text=gettext_lazy("Dùng cho lần ký này; trang không giữ lại."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, turn: str, asks_pin: bool):
        super().__init__(data)
        self.fields["read"].label = {
            PERSON: _("Tôi đã đọc toàn văn bản bên cạnh và ký bằng khóa của tôi"),
            ORGAN: _("Tôi đã đối chiếu số, ngày và đóng dấu theo thẩm quyền của cơ quan"),
        }[turn]
        if not asks_pin:
            del self.fields["pin"]


class FileForm(forms.Form):
    """Any PDF."""

    file = forms.FileField(
        label=gettext_lazy("Tệp PDF, không quá 20 MB"),
        help_text=gettext_lazy("Tệp chỉ được đọc để kiểm tra, không lưu lại."),
        widget=forms.ClearableFileInput({"accept": "application/pdf,.pdf"}),
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise forms.ValidationError(_("Tệp phải có nội dung và không quá 20 MB."))
        return upload


def sign(request: HttpRequest, paper: int) -> HttpResponse:
    """The page on which the signer signs the file of a paper, and later the clerk seals it."""
    person, today = person_of(request), clock.today()
    held = get_object_or_404(visible_paper(person, today, paper))
    turn = turn_on(held.paper)
    reasons = against(held, turn, person, today)
    form = None
    if turn and not reasons:
        asks = turn == PERSON and keyring().of_person(person).asks_pin
        if asks and not confirmed(request):
            if request.method == "POST":  # a PIN is never laid aside while one confirms who one is
                return redirect(request.path)
            confirm_first(request)
        form = SignForm(
            request.POST if request.method == "POST" else None, turn=turn, asks_pin=asks
        )
        if form.is_bound and form.is_valid():
            confirm_first(request)
            try:
                _DEEDS[turn](held.paper, person, form.cleaned_data.get("pin", ""))
            except PaperRefused as refused:
                reasons = refused.reasons
            else:
                messages.success(request, _done(turn) % {"paper": held.paper.title})
                more = to_sign(person, held.case) if turn == PERSON else []
                return redirect(more[0].url) if more else redirect("paper", paper=paper)
    reads.note(person, held.case, ReadPart.PAPER, paper=paper)
    page = signing_page(held, turn, form, reasons)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/sign_paper.html", {"page": page}, status=status)


def check(request: HttpRequest) -> HttpResponse:
    """The page that tells what the signatures of a file prove; the file is read and forgotten."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if not form.is_bound or not form.is_valid():
        status = 422 if form.is_bound else 200
        page = SignatureCheckPage(form)
        return render(request, "pages/signature_check.html", {"page": page}, status=status)
    upload = form.cleaned_data["file"]
    pdf = upload.read()
    found = examine(pdf)
    whole = on_file(found)
    page = SignatureCheckPage(
        FileForm(),
        file=upload.name[-200:],
        kind=kind_of(whole.weight),
        sentence=whole.text,
        sha256=hashlib.sha256(pdf).hexdigest(),
        rows=signature_rows(found),
    )
    return render(request, "pages/signature_check.html", {"page": page})


_DEEDS: dict[str, Callable[[Paper, Person, str], Any]] = {
    PERSON: lambda paper, person, pin: sign_digitally(paper, by=person, pin=pin),
    ORGAN: lambda paper, _person, _pin: print_paper(paper.pk),
}


def _done(turn: str) -> str:
    if turn == PERSON:
        return _("Đã ký số: %(paper)s. Văn thư lấy số tiếp theo.")
    return _("Đã đóng dấu, phát hành: %(paper)s.")
