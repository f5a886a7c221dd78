"""Hồ sơ mật: only stubs, recorded and listed by those who hold an office in the body."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import ClassifiedStub
from desk.forms import DayInput
from desk.gathering.words import day
from desk.pages.classified import ClassifiedPage, StubRow
from desk.pages.parts import Fact
from desk.views import person_of
from desk.worded import worded
from registry import clock
from registry.models import Body, Person, Post, held_by, on
from workflows.secrecy import CLASSIFIED, Secrecy


class StubForm(forms.Form):
    """What is kept of a classified matter; nothing here can hold a title."""

    body = forms.ModelChoiceField(
        Body.objects.none(), label=gettext_lazy("Cơ quan"), empty_label=gettext_lazy("Chọn")
    )
    number = forms.RegexField(
        r"^[0-9][0-9/-]*$",
        max_length=20,
        label=gettext_lazy("Số trong sổ đăng ký văn bản mật"),
        help_text=gettext_lazy("Chỉ ghi chữ số và dấu gạch, không ghi chữ."),
        error_messages={"invalid": gettext_lazy("Chỉ ghi chữ số và dấu gạch, không ghi chữ.")},
    )
    dated = forms.DateField(label=gettext_lazy("Ngày vào sổ"), widget=DayInput)
    degree = forms.ChoiceField(
        label=gettext_lazy("Độ mật"),
        choices=lambda: [
            (one.value, worded(one.label)) for one in Secrecy if one in CLASSIFIED
        ],
        widget=forms.RadioSelect,
    )
    holder = forms.ModelChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Người giữ bản giấy"),
        empty_label=gettext_lazy("Chọn"),
    )

    def __init__(self, bodies: list[int], data: Any = None):
        super().__init__(data)
        today = clock.today()
        self.fields["body"].queryset = Body.objects.filter(pk__in=bodies)
        holders = Person.objects.filter(on(today, "posts__"), posts__body__in=bodies)
        self.fields["holder"].queryset = holders.distinct().order_by("sort_key")

    def clean_dated(self) -> Any:
        if self.cleaned_data["dated"] > clock.today():
            raise forms.ValidationError(_("Ngày này còn ở phía trước."))
        return self.cleaned_data["dated"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        same = {name: said.get(name) for name in ("body", "number", "dated")}
        if all(same.values()) and ClassifiedStub.objects.filter(**same).exists():
            self.add_error("number", _("Phiếu số này đã ghi rồi."))
        return said


def stubs(request: HttpRequest) -> HttpResponse:
    """The stubs of my bodies; what is sent records one more. Nobody else finds the page."""
    person, today = person_of(request), clock.today()
    held = Post.objects.filter(held_by(person, today))
    bodies = list(held.values_list("body", flat=True))
    if not bodies:
        raise Http404("Holds no office.")
    form = StubForm(bodies, request.POST if request.method == "POST" else None)
    if form.is_valid():
        stub = ClassifiedStub.objects.create(
            **form.cleaned_data, entered_by=person, entered_at=timezone.now()
        )
        messages.success(request, _("Đã ghi phiếu giữ chỗ số %(n)s.") % {"n": stub.number})
        return redirect("classified")
    kept = ClassifiedStub.objects.filter(body__in=bodies).select_related(
        "body", "holder", "entered_by"
    )
    page = ClassifiedPage(form, [_row(one) for one in kept.order_by("-dated", "-pk")])
    status = 422 if form.is_bound else 200
    return render(request, "pages/classified.html", {"page": page}, status=status)


def _row(stub: ClassifiedStub) -> StubRow:
    facts = [
        Fact(_("Ngày vào sổ"), day(stub.dated)),
        Fact(_("Độ mật"), worded(stub.get_degree_display())),
        Fact(_("Cơ quan"), stub.body.name),
        Fact(_("Người giữ bản giấy"), stub.holder.full_name),
        Fact(_("Người ghi"), stub.entered_by.full_name),
    ]
    return StubRow(stub.number, facts)
