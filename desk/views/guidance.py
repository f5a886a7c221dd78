"""Văn bản chỉ đạo: the register, one document and how far it reached, the deeds about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.models import ListTaken
from desk.gathering import directives as gathered
from desk.gathering import words
from desk.guidance_forms import (
    Cut,
    EndingDirective,
    EnteringDirective,
    Linking,
    RightingDirective,
    Unlinking,
    Withdrawing,
)
from desk.pages.deed import DeedPage
from desk.pages.parts import Link
from desk.views import person_of
from desk.views.exports import taken_out
from registry import clock, offices, tree
from registry.deeds import Deed
from registry.guidance.rights import (
    bodies_kept_by,
    directives_read_by,
    own_organisations,
    reads_every_unit,
    units_with_programme,
)
from registry.guidance_models import Cascade, Directive
from registry.keeping import OfficeRefused
from registry.models import Body, Organisation, Person, on
from reports.coverage import Coverage, coverage
from reports.sheets import KIND, Column, sheet


@require_safe
def directives(request: HttpRequest) -> HttpResponse:
    """The documents that guide whoever I work for; whoever works nowhere has no such page."""
    person, today = person_of(request), clock.today()
    if not (own := own_organisations(person, today)):
        raise Http404("No post, no documents.")
    page = gathered.directives_page(person, own, today, request.GET)
    return render(request, "pages/guidance/directives.html", {"page": page})


@require_safe
def directive(request: HttpRequest, pk: int) -> HttpResponse:
    """One document: how far it reached, and what carries it out."""
    person, today = person_of(request), clock.today()
    own = own_organisations(person, today)
    page = gathered.directive_page(_directive(own, pk, today), person, own, today, request.GET)
    return render(request, "pages/guidance/directive.html", {"page": page})


@require_safe
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The units with their two columns, as a spreadsheet."""
    person, today = person_of(request), clock.today()
    own = own_organisations(person, today)
    found = _directive(own, pk, today)
    if found.body.organisation_id not in own and not reads_every_unit(
        found, units_with_programme(person, today, own)
    ):
        raise Http404("Not every unit is this person's to count.")
    cut = Cut(request.GET)
    day = (cut.is_valid() and cut.cleaned_data["ngay"]) or today
    content = _sheet(found, coverage(found, day), person)
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="trien-khai-{day:%Y-%m-%d}.xlsx"'
    return answer


def new(request: HttpRequest, body: int) -> HttpResponse:
    """A document enters the register of a body that I keep."""
    me, ours, today = kept(request, body)
    form = EnteringDirective(
        request.POST if request.method == "POST" else None, initial={"issuer": ours.name}
    )
    return deed_page(
        request, form, lambda: form.deed(ours), me, today,
        title=_("Ghi văn bản chỉ đạo"), sentence=_("Văn bản mà các đơn vị cấp dưới phải triển khai."),
        body=ours, area=_area(), back=reverse("directives"),
    )  # fmt: skip


def of_directive(request: HttpRequest, pk: int, body: int, deed: str) -> HttpResponse:
    """A deed about one document: entered anew, ended, withdrawn; a unit's plan or letter tied to it."""
    me, ours, today = kept(request, body)
    found = _directive({ours.organisation_id}, pk, today)
    data = request.POST if request.method == "POST" else None
    back = gathered.url_of(found)
    said = {"body": ours, "area": _area(), "back": back}
    if deed == "trien-khai":
        form: Any = Linking(_units(found, ours, today), data)
        title, sentence = _("Ghi văn bản triển khai"), str(found)
        return deed_page(
            request, form, lambda: form.deed(ours, found, today), me, today, title=title, sentence=sentence, **said
        )  # fmt: skip
    if found.body_id != ours.pk or deed not in _ABOUT:
        raise Http404("Not this body's to write.")
    if deed == "sua":
        form = RightingDirective(found, data)
        build = partial(form.righting, ours, today)
    else:
        form = _ABOUT[deed](data)
        build = partial(form.deed, ours, found, today)
    return deed_page(
        request, form, build, me, today, title=_TITLES[deed](), sentence=str(found), **said
    )


def unlink(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """A document tied to a directive by mistake."""
    me, ours, today = kept(request, body)
    found = get_object_or_404(Cascade.objects.select_related("directive__body", "unit"), pk=pk)
    if ours.organisation_id not in (found.unit_id, found.directive.body.organisation_id):
        raise Http404("Not this body's to write.")
    form = Unlinking(request.POST if request.method == "POST" else None)
    return deed_page(
        request, form, lambda: form.deed(ours, found, today), me, today,
        title=_("Gỡ văn bản triển khai"), sentence=f"{found.unit.name}: {found}", body=ours, area=_area(),
        back=gathered.url_of(found.directive),
    )  # fmt: skip


_ABOUT: dict[str, Any] = {
    "sua": RightingDirective,
    "het-hieu-luc": EndingDirective,
    "bo": Withdrawing,
}
_TITLES = {
    "sua": lambda: _("Ghi lại văn bản chỉ đạo"),
    "het-hieu-luc": lambda: _("Văn bản chỉ đạo hết hiệu lực"),
    "bo": lambda: _("Bỏ dòng ghi nhầm"),
}


def deed_page(
    request: HttpRequest,
    form: Any,
    build: Callable[[], Deed],
    me: Person,
    today: date,
    *,
    title: str,
    sentence: str,
    body: Body,
    area: Link,
    back: str,
) -> HttpResponse:
    """The form of one deed; sent, it goes through the register's door, or says why not."""
    left = []
    if request.method == "POST" and form.is_valid():
        try:
            offices.record(build(), by=me, today=today)
            messages.success(request, _("Đã ghi."))
            return redirect(back)
        except OfficeRefused as refused:
            left = form.refuse(refused.reasons)
    page = DeedPage(
        title=title,
        sentence=sentence,
        body=body.name,
        back_url=back,
        form=form,
        press=_("Ghi lại"),
        reasons=[words.reason(one) for one in left],
    )
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)


def kept(request: HttpRequest, body: int) -> tuple[Person, Body, date]:
    """Me, a body whose register I keep, and the day; 404 for any other."""
    me, today = person_of(request), clock.today()
    found = next((one for one in bodies_kept_by(me, today) if one.pk == body), None)
    if found is None:
        raise Http404("Not a register of this person.")
    return me, found, today


def _directive(own: set[int], pk: int, today: date) -> Directive:
    read = directives_read_by(own, today).select_related("body__organisation")
    return get_object_or_404(read, pk=pk)


def _units(directive: Directive, ours: Body, today: date) -> Any:
    """The units for which a body may enter a document: all under the issuing one, or its own alone."""
    if ours.organisation_id == directive.body.organisation_id:
        under = Organisation.objects.filter(
            on(today, "placements__"), placements__parent=ours.organisation_id
        )
        return under.distinct().order_by("name")
    below = tree.below(directive.body.organisation_id, today)
    return Organisation.objects.filter(pk__in={ours.organisation_id} & below)


def _area() -> Link:
    return Link(_("Văn bản chỉ đạo"), reverse("directives"))


def _sheet(directive: Directive, reached: Coverage, person: Person) -> bytes:
    columns = [
        Column(_("Đơn vị"), 50), Column(_("Văn bản triển khai"), 60), Column(_("Đã triển khai"), 16),
        Column(_("Số cuộc kiểm tra chuyên đề"), 16), Column(_("Đã kiểm tra"), 16),
    ]  # fmt: skip
    yes, no = _("có"), _("chưa")
    rows = [
        (
            one.unit.name,
            "\n".join(str(doc) for doc in one.documents),
            yes if one.put_into_effect else no,
            str(len(one.files)),
            yes if one.inspected else no,
        )
        for one in reached.units
    ]
    rows.append((_("Tỷ lệ"), "", reached.documents, "", reached.inspections))
    purpose = _("theo dõi triển khai %(what)s, tính đến ngày %(day)s") % {
        "what": str(directive), "day": words.day(reached.on),
    }  # fmt: skip
    return sheet(
        _("Triển khai văn bản chỉ đạo"),
        columns,
        rows,
        taken_out(person, ListTaken.Register.DIRECTIVES, len(rows) - 1, purpose),
    )
