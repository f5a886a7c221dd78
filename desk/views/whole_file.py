"""Taking a whole file out, as one PDF or as a ZIP: purpose asked, read noted, the front pages marked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, gettext_lazy

from cases import checkpointing, packing, read_log
from cases.queries import visible_to
from cases.read_models import ReadPart
from cases.reading import Reader, read_file
from cases.whole_file import whole_file
from desk.gathering import whole_file as gathered
from desk.gathering.file_summary import file_summary
from desk.views import person_of
from desk.views.exports import Purpose, watermark
from permissions.ways import Part
from registry import clock
from workflows import catalogue

#: The third shape: the file with all that proves it (cases/packing.py), for those who may.
PROOF = "chung-cu"
#: And what one takes to a meeting: no paper of the file, a few pages that tell of it.
SUMMARY = "tom-tat"
_KINDS = {gathered.ONE_PDF: "application/pdf", SUMMARY: "application/pdf"}


class TakeOut(Purpose):
    """What the file is taken out for, and as what."""

    shape = forms.ChoiceField(
        label=gettext_lazy("Dạng tệp"),
        choices=[
            (gathered.ONE_PDF, gettext_lazy("Một tệp PDF có bìa, mục lục, dấu trang")),
            (
                gathered.PACKED,
                gettext_lazy("Tệp nén ZIP: từng văn bản nguyên gốc, mục lục, mã SHA-256"),
            ),
            (
                SUMMARY,
                gettext_lazy(
                    "Tóm tắt hồ sơ, vài trang PDF: tiến trình, kết quả, thời hạn, diễn biến"
                ),
            ),
        ],
        initial=gathered.ONE_PDF,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, *, provable: bool):
        super().__init__(data)
        if provable:
            words = gettext(
                "Gói chứng cứ ZIP: nhật ký, văn bản, quy định, mốc niêm phong; tự kiểm chứng được"
            )
            self.fields["shape"].choices = [*self.fields["shape"].choices, (PROOF, words)]


def export(request: HttpRequest, reference: str) -> HttpResponse:
    """The page that shows what goes and asks what for; sent, the file. Never to whom the file is about."""
    person, today = person_of(request), clock.today()
    inside = visible_to(person, today, Part.EVIDENCE).select_related("body")
    case = get_object_or_404(inside, reference=reference)
    file = read_file(case.pk, Reader(person.pk, today, today))
    if file is None or file.standing.is_subject or catalogue.get(case.procedure).is_meeting:
        raise Http404("Nothing of this file goes out whole.")
    whole = whole_file(case, file, person, today)
    provable = packing.may_pack(file.standing) and checkpointing.is_ready()
    form = TakeOut(request.POST if request.method == "POST" else None, provable=provable)
    if not form.is_valid():
        page = gathered.whole_file_page(case, whole, form)
        status = 422 if form.is_bound else 200
        return render(request, "pages/case/export.html", {"page": page}, status=status)
    purpose, shape = form.cleaned_data["purpose"], form.cleaned_data["shape"]
    what = "tóm tắt hồ sơ" if shape == SUMMARY else f"toàn bộ hồ sơ, {shape}"
    read_log.note(person, today, case, ReadPart.EXPORT, what, purpose=purpose)
    if shape == PROOF:
        made, name = packing.pack(case), f"{case.reference}-{PROOF}.zip"
    elif shape == SUMMARY:
        made = file_summary(case, person, watermark(person.full_name, purpose), today)
        name = f"{case.reference}-{SUMMARY}.pdf"
    else:
        make = gathered.bound_file if shape == gathered.ONE_PDF else gathered.packed_file
        made = make(case, file, whole, watermark(person.full_name, purpose), today)
        name = f"{case.reference}.{shape}"
    answer = HttpResponse(made, content_type=_KINDS.get(shape, "application/zip"))
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
