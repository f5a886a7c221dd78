"""Tổ chức đảng: the tree of a day, one organisation, its terms and level, who manages which posts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.models import ListTaken
from desk.gathering import organisations as gathered
from desk.gathering import words
from desk.organisation_forms import ApprovedTerm, LastDay, NewLevel, NewManagedPost, NewTerm
from desk.pages.export import ExportPage
from desk.pages.parts import Fact, Link
from desk.views import person_of
from desk.views.deeds import deed_page, one_of, sent
from desk.views.exports import Purpose, taken_out
from desk.worded import worded
from registry import clock, tree
from registry.members.rights import WRITING_BODIES
from registry.models import Body, Organisation, Person, Term
from registry.organ_models import ManagedPost, OrganisationLevel
from registry.organs.levels import EndLevel, GiveLevel
from registry.organs.management import ManagePost, ManagePostNoMore, told_post
from registry.organs.rights import kept_by, over
from registry.organs.terms import ApproveTerm, EndTerm, OpenTerm
from reports.sheets import KIND, Column, sheet


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The tree as of a day, as far as I read it."""
    page = gathered.tree_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/organisations/tree.html", {"page": page})


@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation on a day."""
    page = gathered.unit_page(pk, person_of(request), clock.today(), request.GET)
    return render(request, "pages/organisations/unit.html", {"page": page})


def export(request: HttpRequest) -> HttpResponse:
    """The page that asks what for; sent, the spreadsheet of the organisations I read."""
    me, today = person_of(request), clock.today()
    rows = gathered.for_export(me, today, request.GET)
    form = Purpose(request.POST if request.method == "POST" else None)
    back = reverse("organisations")
    if not form.is_valid():
        page = ExportPage(
            form=form,
            title=_("Xuất danh sách tổ chức đảng"),
            listed=_("Tổ chức đảng"),
            sentence=_("Tệp gồm các tổ chức bạn được xem, theo cây tổ chức của ngày đang chọn."),
            counted=_("%(n)d tổ chức đảng") % {"n": len(rows)},
            back_url=back,
        )
        status = 422 if form.is_bound else 200
        return render(request, "pages/export.html", {"page": page}, status=status)
    columns = [
        Column(_("Mã"), 16), Column(_("Tên tổ chức"), 48), Column(_("Loại"), 18), Column(_("Cấp"), 28),
        Column(_("Trực thuộc"), 40), Column(_("Địa danh"), 18), Column(_("Từ ngày"), 12),
        Column(_("Đến hết ngày"), 12), Column(_("Tổ chức đảng cấp dưới"), 12),
        Column(_("Đảng viên chính thức"), 12), Column(_("Đảng viên dự bị"), 12),
    ]  # fmt: skip
    purpose = form.cleaned_data["purpose"]
    marked = taken_out(me, ListTaken.Register.ORGANISATIONS, len(rows), purpose)
    answer = HttpResponse(sheet(_("Tổ chức đảng"), columns, rows, marked), content_type=KIND)
    answer["Content-Disposition"] = f'attachment; filename="to-chuc-dang-{today:%Y-%m-%d}.xlsx"'
    return answer


def term_new(request: HttpRequest, of: int, body: int) -> HttpResponse:
    """A body begins a term."""
    of_body = get_object_or_404(Body.objects.select_related("organisation"), pk=of)
    me, ours = _writing(request, of_body.organisation_id, body, own=of_body)
    return deed_page(
        request,
        NewTerm(sent(request)),
        lambda said: OpenTerm(in_body=ours, of_body=of_body, **said),
        me,
        title=_("Mở nhiệm kỳ"),
        sentence=_(
            "Nhiệm kỳ mới của cơ quan: do bầu hoặc chỉ định, theo văn bản nào, từ ngày nào."
        ),
        about=of_body.name,
        back=Link(
            of_body.organisation.name, reverse("organisation", args=[of_body.organisation_id])
        ),
    )


def term(request: HttpRequest, pk: int, body: int, deed: str) -> HttpResponse:
    """A term is approved, or ends early."""
    row = get_object_or_404(Term.objects.select_related("body__organisation"), pk=pk)
    me, ours = _writing(request, row.body.organisation_id, body, own=row.body)
    kinds: dict[str, tuple[type[forms.Form], Any, str, str]] = {
        "chuan-y": (ApprovedTerm, ApproveTerm, _("Ghi chuẩn y"), _("Cấp trên đã chuẩn y kết quả.")),
        "ket-thuc": (
            LastDay,
            EndTerm,
            _("Kết thúc nhiệm kỳ"),
            _("Nhiệm kỳ kết thúc trước ngày đã ghi; ngày cuối vẫn thuộc nhiệm kỳ."),
        ),
    }
    if deed not in kinds:
        raise Http404("Nothing of that name is done about a term.")
    form, kind, title, sentence = kinds[deed]
    return deed_page(
        request,
        form(sent(request)),
        lambda said: kind(in_body=ours, term=row, **said),
        me,
        title=title,
        sentence=sentence,
        about=f"{row.body.name}, {row.name}",
        back=Link(
            row.body.organisation.name, reverse("organisation", args=[row.body.organisation_id])
        ),
        facts=[Fact(_("Nhiệm kỳ"), row.name), *_span(row)],
    )


def level(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """At which level an organisation stands from a day on."""
    row = get_object_or_404(Organisation, pk=pk)
    me, ours = _writing(request, row.pk, body)
    return deed_page(
        request,
        NewLevel(sent(request)),
        lambda said: GiveLevel(in_body=ours, organisation=row, **said),
        me,
        title=_("Xác định cấp"),
        sentence=_(
            "Cấp khác với loại tổ chức trong một thời gian, theo văn bản; hết thời gian thì theo loại."
        ),
        about=row.name,
        back=Link(row.name, reverse("organisation", args=[row.pk])),
    )


def level_end(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """The last day of a level."""
    row = get_object_or_404(OrganisationLevel.objects.select_related("organisation"), pk=pk)
    me, ours = _writing(request, row.organisation_id, body)
    return deed_page(
        request,
        LastDay(sent(request)),
        lambda said: EndLevel(in_body=ours, row=row, **said),
        me,
        title=_("Thôi áp dụng cấp đã xác định"),
        sentence=_("Ngày cuối vẫn áp dụng; từ ngày sau theo loại tổ chức."),
        about=str(row),
        back=Link(row.organisation.name, reverse("organisation", args=[row.organisation_id])),
        facts=[Fact(_("Cấp"), worded(row.get_level_display())), *_span(row)],
    )


@require_safe
def managed(request: HttpRequest) -> HttpResponse:
    """Which posts are managed by whom."""
    page = gathered.managed_page(person_of(request), clock.today(), request.GET)
    return render(request, "pages/organisations/managed.html", {"page": page})


def managed_new(request: HttpRequest, body: int) -> HttpResponse:
    """My committee manages a kind of post from a day on."""
    me, ours = _kept(request, body)
    return deed_page(
        request,
        NewManagedPost(sent(request)),
        lambda said: ManagePost(in_body=ours, manager=ours.organisation, **said),
        me,
        title=_("Phân cấp quản lý chức vụ"),
        sentence=_(
            "Ai giữ chức vụ này ở bất cứ đâu trong tổ chức cấp dưới thì thuộc diện quản lý của tổ chức này."
        ),
        about=ours.organisation.name,
        back=Link(_("Phân cấp quản lý cán bộ"), reverse("managed-posts")),
    )


def managed_end(request: HttpRequest, pk: int, body: int) -> HttpResponse:
    """The last day on which my committee manages it."""
    me, ours = _kept(request, body)
    row = get_object_or_404(ManagedPost, pk=pk, manager=ours.organisation_id)
    return deed_page(
        request,
        LastDay(sent(request)),
        lambda said: ManagePostNoMore(in_body=ours, row=row, **said),
        me,
        title=_("Thôi phân cấp quản lý chức vụ"),
        sentence=_(
            "Ngày cuối vẫn thuộc diện quản lý; hồ sơ đang mở được hỏi lại thẩm quyền khi quyết định."
        ),
        about=told_post(row),
        back=Link(_("Phân cấp quản lý cán bộ"), reverse("managed-posts")),
        facts=_span(row),
    )


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _span(row: Any) -> list[Fact]:
    until = words.day(row.last_day) if row.last_day else "—"
    return [Fact(_("Từ ngày"), words.day(row.first_day)), Fact(_("Đến hết ngày"), until)]


def _writing(
    request: HttpRequest, organisation: int, body: int, own: Body | None = None
) -> tuple[Person, Body]:
    """Me, and the body by which I write about an organisation: one over it, or the one it is about; 404 otherwise."""
    me, today = person_of(request), clock.today()
    kept = kept_by(me, today)
    mine = [one for one in kept if own is not None and one.pk == own.pk]
    return me, one_of([*mine, *over(kept, tree.above(organisation, today))], body)


def _kept(request: HttpRequest, body: int) -> tuple[Person, Body]:
    """Me, and a body of the organisation line whose register I keep; 404 for any other."""
    me = person_of(request)
    kept = kept_by(me, clock.today())
    ours = one_of([one for one in kept if one.kind in WRITING_BODIES], body)
    ours.organisation = Organisation.objects.get(pk=ours.organisation_id)
    return me, ours
