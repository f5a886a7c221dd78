"""Chương trình kiểm tra, giám sát: a year's items, one item with its files and evidence, commitments."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.guidance import standings
from cases.models import Attachment
from desk.gathering import programme as gathered
from desk.gathering.pledges import pledges_page
from desk.guidance_forms import Cancelling, Closing, Planning, Pledging, Proving
from desk.pages.parts import Link
from desk.views import person_of
from desk.views.exports import watermark
from desk.views.guidance import deed_page, kept
from desk.worded import worded
from registry import clock, tree
from registry.guidance.programme import months
from registry.guidance.rights import items_read_by, own_organisations, pledges_read_by
from registry.guidance_models import ItemEvidence, ProgrammeItem
from registry.members.rights import units_read_by
from registry.models import Membership, Person, on
from reports.sheets import KIND, Column, sheet


@require_safe
def programme(request: HttpRequest) -> HttpResponse:
    """The items of a year that I read; whoever works nowhere has no such page."""
    person, today = person_of(request), clock.today()
    if not (own := own_organisations(person, today)):
        raise Http404("No post, no programme.")
    page = gathered.programme_page(person, own, today, request.GET)
    return render(request, "pages/guidance/programme.html", {"page": page})


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The same items as a spreadsheet."""
    person, today = person_of(request), clock.today()
    if not (own := own_organisations(person, today)):
        raise Http404("No post, no programme.")
    year, items, _filters = gathered.narrowed(person, own, today, request.GET)
    content = _sheet(year, items, standings(items, today, person), person.full_name)
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="chuong-trinh-{year}.xlsx"'
    return answer


@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One item, with its files as far as I may open them."""
    person, today = person_of(request), clock.today()
    own = own_organisations(person, today)
    page = gathered.item_page(_item(person, pk, own), person, own, today)
    return render(request, "pages/guidance/item.html", {"page": page})


@require_safe
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """The file of a piece of evidence, to whoever reads its item."""
    person = person_of(request)
    found = get_object_or_404(ItemEvidence, pk=pk)
    _item(person, found.item_id, own_organisations(person, clock.today()))
    scan = get_object_or_404(Attachment, pk=found.file_sha256)
    answer = HttpResponse(bytes(scan.content), content_type=scan.kind)
    answer["Content-Disposition"] = f'attachment; filename="bang-chung-{found.pk}"'
    return answer


def new(request: HttpRequest, body: int) -> HttpResponse:
    """An item enters the programme of a body whose register I keep."""
    me, ours, today = kept(request, body)
    form = Planning(ours, today, request.POST if request.method == "POST" else None)
    return deed_page(
        request, form, form.deed, me, today, title=_("Thêm mục chương trình"),
        sentence=_("Ghi theo chương trình kiểm tra, giám sát đã ban hành."), body=ours, area=_area(),
        back=reverse("programme"),
    )  # fmt: skip


#: The deeds about an item: its form, its title.
_DEEDS: dict[str, tuple[Any, Any]] = {
    "bang-chung": (Proving, lambda: _("Đính kèm bằng chứng")),
    "huy": (Cancelling, lambda: _("Không thực hiện mục này")),
    "ket-thuc": (Closing, lambda: _("Kết thúc mục này")),
}


def of_item(request: HttpRequest, pk: int, deed: str) -> HttpResponse:
    """A deed about one item, for whoever keeps the register of its body."""
    found = get_object_or_404(ProgrammeItem.objects.select_related("body"), pk=pk)
    me, ours, today = kept(request, found.body_id)
    if deed not in _DEEDS or found.ended_on is not None:
        raise Http404("Nothing of that name is done about this item.")
    kind, title = _DEEDS[deed]
    posted = request.method == "POST"
    sent = (request.POST, request.FILES) if kind is Proving else (request.POST,)
    form = kind(*sent) if posted else kind()
    return deed_page(
        request, form, lambda: form.deed(found), me, today, title=title(), sentence=str(found), body=ours,
        area=_area(), back=reverse("programme-item", kwargs={"pk": found.pk}),
    )  # fmt: skip


@require_safe
def pledges(request: HttpRequest, pk: int) -> HttpResponse:
    """What a member committed to; everybody reads their own."""
    me, today = person_of(request), clock.today()
    units = units_read_by(me, today)
    member = _member(me, pk, units)
    read = pledges_read_by(me, units).filter(person=member)
    found = read.prefetch_related("points").order_by("-year", "kind", "-pk")
    page = pledges_page(member, found, me, today, lists=bool(units))
    return render(request, "pages/guidance/pledges.html", {"page": page})


def pledge_new(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """A member's commitment of a year, written down by the cell or a committee above it."""
    me, ours, today = kept(request, body)
    member = _member(me, pk, units_read_by(me, today))
    if member == me:
        raise Http404("Nobody writes their own.")
    places = {ours.organisation_id, *tree.below(ours.organisation_id, today)}
    if not member.memberships.filter(on(today), cell__in=places).exists():
        raise Http404("A member of elsewhere.")
    form = Pledging(today, request.POST if request.method == "POST" else None)
    back = reverse("pledges", kwargs={"pk": member.pk})
    return deed_page(
        request, form, lambda: form.deed(ours, member, today), me, today,
        title=_("Ghi cam kết, nhiệm vụ được giao"), sentence=member.full_name, body=ours,
        area=Link(_("Cam kết, giao việc"), back), back=back,
    )  # fmt: skip


def _item(person: Person, pk: int, own: set[int]) -> ProgrammeItem:
    read = items_read_by(person, clock.today(), own).select_related(
        "body__organisation", "responsible", "directive"
    )
    return get_object_or_404(read, pk=pk)


def _member(me: Person, pk: int, units: set[int]) -> Person:
    """A member whose commitments I read: myself, or one of a cell whose list I read."""
    if pk == me.pk:
        return me
    there = Membership.objects.filter(cell__in=units)
    return get_object_or_404(Person.objects.filter(pk__in=there.values("person")), pk=pk)


def _area() -> Link:
    return Link(_("Chương trình năm"), reverse("programme"))


def _sheet(year: int, items: list[ProgrammeItem], stand: Any, who: str) -> bytes:
    columns = [
        Column(_("Số thứ tự"), 10), Column(_("Cơ quan"), 40), Column(_("Hình thức"), 18),
        Column(_("Nội dung, chuyên đề"), 60), Column(_("Đơn vị"), 60), Column(_("Thời gian dự kiến"), 20),
        Column(_("Người phụ trách"), 26), Column(_("Tình trạng"), 20), Column(_("Ghi chú"), 50),
    ]  # fmt: skip
    rows = [
        (
            f"{one.number:02}", one.body.name, worded(one.get_kind_display()), one.theme,
            "\n".join(unit.name for unit in one.units.all()),
            months(one.first_month, one.last_month).capitalize(), one.responsible.full_name,
            worded(stand[one.pk].state.label), gathered.note_of(one, stand[one.pk]),
        )
        for one in items
    ]  # fmt: skip
    title = _("Chương trình năm %(n)d") % {"n": year}
    purpose = _("theo dõi chương trình kiểm tra, giám sát năm %(n)d") % {"n": year}
    return sheet(title, columns, rows, watermark(who, purpose))
