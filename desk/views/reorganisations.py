"""Sắp xếp tổ chức: a plan entered, previewed whole, done in one act, taken back; and what is left to settle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.models import Case, Reorganisation, ReorganisationAct
from cases.refused import StepRefused
from cases.reorganisation import (
    acting,
    closed,
    competent,
    drafting,
    holding,
    in_background,
    previewing,
)
from desk import reorganisation_forms as forms
from desk.gathering import reorganisations as gathered
from desk.gathering import words
from desk.pages.deed import DeedPage
from desk.pages.parts import Fact, Link
from desk.views import person_of
from jobs.running import open_about
from law import Reason
from proof.reader import as_the_system
from registry import clock
from registry.keeping import OfficeRefused
from registry.models import Body, Membership, Person, UnitTransfer
from registry.reorganisation import transfers
from registry.reorganisation.plan import Line, lines_of

_HEAD = ("number", "dated", "effective", "close_days", "close_document")


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The plans of my bodies, and what they left to settle."""
    page = gathered.index_page(person_of(request), clock.today())
    return render(request, "pages/reorganisations/index.html", {"page": page})


def new(request: HttpRequest, body: int) -> HttpResponse:
    """A new plan: the decision it rests on; its lines come after."""
    me, ours = _deciding(request, body)
    form = forms.Head(request.POST if request.method == "POST" else None)
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        try:
            row = drafting.save(
                Reorganisation(body=ours, made_by=me), by=me, today=clock.today(), lines=(), **form.cleaned_data
            )  # fmt: skip
            return redirect("reorganisation", row.pk)
        except OfficeRefused as refused:
            reasons = form.refuse(refused.reasons)
    page = DeedPage(
        title=_("Lập phương án sắp xếp tổ chức"),
        sentence=_("Ghi quyết định; các dòng ghi sau, từng dòng hoặc từ một bảng."),
        body=ours.name,
        back_url=reverse("reorganisations"),
        form=form,
        press=_("Lưu dự thảo"),
        reasons=[words.reason(one) for one in reasons],
    )
    return _answer(request, page, form)


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan; while a draft, its head and lines may be changed."""
    me, row = _plan(request, pk)
    deed = request.POST.get("deed", "") if request.method == "POST" else ""
    told = {name: getattr(row, name) for name in _HEAD}
    head = forms.Head(request.POST if deed == "head" else None, initial=told)
    adding = forms.AddLine(row, request.POST if deed == "add" else None)
    upload = forms.Upload(request.POST if deed == "upload" else None, request.FILES or None)
    change = {"head": head, "add": adding, "upload": upload}.get(deed)
    reasons: Sequence[Reason] = ()
    if deed == "drop" or (change is not None and change.is_valid()):
        try:
            lines, said = _changed(deed, row, request, change)
            drafting.save(row, by=me, today=clock.today(), lines=lines, **said)
            messages.success(request, _("Đã lưu dự thảo."))
            return redirect("reorganisation", row.pk)
        except OfficeRefused as refused:
            reasons = refused.reasons
    drafts = {} if row.acts.exists() else {"head": head, "adding": adding, "upload": upload}
    page = gathered.plan_page(row, reasons=reasons, **drafts)
    wrong = bool(deed) and deed != "drop"
    return render(
        request, "pages/reorganisations/plan.html", {"page": page}, status=422 if wrong else 200
    )


def _changed(
    deed: str, row: Reorganisation, request: HttpRequest, form: Any
) -> tuple[Sequence[Line], dict[str, Any]]:
    """The lines as they are from now on, and what of the head changes."""
    lines = list(lines_of(row.lines))
    if deed == "head":
        return lines, form.cleaned_data
    if deed == "add":
        return [*lines, form.line()], {}
    if deed == "upload":
        return form.cleaned_data["table"], {}
    number = request.POST.get("line", "")
    return [one for place, one in enumerate(lines, start=1) if str(place) != number], {}


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything the act would do; sent, another fate for some files."""
    me, row = _plan(request, pk)
    _still_draft(row)
    if request.method == "POST":
        said = {
            name.removeprefix("case-"): value
            for name, value in request.POST.items()
            if name.startswith("case-")
        }
        drafting.choose(row, said, by=me, today=clock.today())
        messages.success(request, _("Đã lưu hướng xử lý."))
        return redirect("reorganisation-preview", row.pk)
    found = previewing.preview(row, by=me, today=clock.today())
    page = gathered.preview_page(found, me, clock.today())
    return render(request, "pages/reorganisations/preview.html", {"page": page})


def do(request: HttpRequest, pk: int) -> HttpResponse:
    """Once more before it is done; sent, a job does it, all of it or nothing."""
    me, row = _plan(request, pk)
    if running := _running(row):
        return running
    _still_draft(row)
    if request.method == "POST":
        digest = request.POST.get("digest", "") or "-"
        return redirect("job", in_background.ask_to_do(row, by=request.user, digest=digest).pk)
    found = previewing.preview(row, by=me, today=clock.today())
    form = forms.Doing(initial={"digest": found.digest})
    page = DeedPage(
        title=_("Thực hiện việc sắp xếp"),
        sentence=_("Danh bạ và mọi hồ sơ đang mở được ghi cùng một lúc, hoặc không ghi gì."),
        body=row.body.name,
        back_url=reverse("reorganisation-preview", args=[row.pk]),
        form=form,
        press=_("Thực hiện"),
        reasons=[words.reason(one) for one in found.reasons],
        facts=[
            Fact(_("Quyết định"), row.document),
            Fact(_("Ngày có hiệu lực"), words.day(row.effective)),
            Fact(_("Tổ chức kết thúc"), str(len(found.ended))),
            Fact(_("Hồ sơ chuyển"), str(len(found.files))),
            Fact(_("Đảng viên còn phải chuyển"), str(len(found.unmoved))),
        ],
        warning=_("Chỉ bỏ được từ ngày sau ngày có hiệu lực, khi chưa có việc gì làm tiếp."),
    )  # fmt: skip
    return _answer(request, page, form)


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Why it is taken back; sent, a job does so by an inverse act."""
    me, row = _plan(request, pk)
    if running := _running(row):
        return running
    acts = list(row.acts.all())
    if [one.kind for one in acts] != [ReorganisationAct.Kind.DONE]:
        raise Http404("Nothing to take back.")
    form = forms.Undoing(request.POST if request.method == "POST" else None)
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        against = tuple(acting.against_undoing(row, acts[0], me, clock.today(), reason))
        if not against:
            return redirect(
                "job", in_background.ask_to_undo(row, by=request.user, reason=reason).pk
            )
        reasons = form.refuse(against)
    page = DeedPage(
        title=_("Bỏ việc sắp xếp"), body=row.body.name, press=_("Bỏ việc sắp xếp này"),
        sentence=_("Không xóa gì: tổ chức mới kết thúc hết hôm qua, tổ chức cũ trở lại từ hôm nay."),
        back_url=reverse("reorganisation", args=[row.pk]), form=form,
        reasons=[words.reason(one) for one in reasons], facts=[Fact(_("Quyết định"), row.document)],
    )  # fmt: skip
    return _answer(request, page, form)


def move(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """A member of an ended unit goes to another cell."""
    me, row = _plan(request, pk)
    held = get_object_or_404(
        Membership.objects.select_related("person", "cell"), pk=member, last_day=None
    )
    act = row.acts.filter(kind=ReorganisationAct.Kind.DONE).first()
    if act is None or held.pk not in act.content["unmoved"]:
        raise Http404("Not a member this plan left unmoved.")
    today = clock.today()
    form = forms.Moving(row.body, today, request.POST if request.method == "POST" else None)

    def deed() -> None:
        holding.move_member(held, body=row.body, by=me, today=today, **form.cleaned_data)

    return _ask(
        request, form, deed, _("Đã ghi việc chuyển sinh hoạt."), reverse("reorganisations"),
        title=_("Chuyển sinh hoạt"), body=row.body.name, press=_("Ghi việc chuyển"),
        sentence=_("Đảng viên của tổ chức đã kết thúc được chuyển đến một chi bộ khác."),
        facts=[Fact(_("Đảng viên"), held.person.full_name), Fact(_("Tổ chức cũ"), held.cell.name)],
    )  # fmt: skip


def give(request: HttpRequest, body: int) -> HttpResponse:
    """The giving superior decides that a unit goes to another."""
    me, ours = _deciding(request, body)
    today = clock.today()
    form = forms.GivingUnit(ours, today, request.POST if request.method == "POST" else None)

    def deed() -> None:
        transfers.give(transfers.Giving(giver=ours, **form.cleaned_data), by=me, today=today)

    return _ask(
        request, form, deed, _("Đã ghi việc chuyển giao."), reverse("reorganisations"),
        title=_("Chuyển giao một tổ chức đảng"), body=ours.name, press=_("Ghi việc chuyển giao"),
        sentence=_("Nơi đi quyết định, nơi đến tiếp nhận; ở giữa chưa bên nào quyết định việc ở đó."),
    )  # fmt: skip


def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """The receiving superior takes the unit in."""
    me, today = person_of(request), clock.today()
    rows = UnitTransfer.objects.select_related("organisation", "giver", "receiver")
    row = get_object_or_404(rows, pk=pk, last_day=None, receiver__in=gathered.kept_by(me, today))
    form = forms.TakingIn(request.POST if request.method == "POST" else None)

    def deed() -> None:
        transfers.take_in(row, by=me, today=today, **form.cleaned_data)

    return _ask(
        request, form, deed, _("Đã ghi việc tiếp nhận."), reverse("reorganisations"),
        title=_("Tiếp nhận một tổ chức đảng"), body=row.receiver.name, press=_("Ghi việc tiếp nhận"),
        sentence=_("Từ ngày này tổ chức đảng trực thuộc nơi nhận."),
        facts=[
            Fact(_("Tổ chức"), row.organisation.name), Fact(_("Nơi chuyển"), row.giver.name),
            Fact(_("Quyết định chuyển giao"), row.document),
        ],
    )  # fmt: skip


def take_up(request: HttpRequest, body: int) -> HttpResponse:
    """The competent body, of whatever kind, takes up the file of a body that has ended."""
    me, ours = _deciding(request, body, gathered.all_kept_by)
    form = forms.TakingUp(request.POST if request.method == "POST" else None)

    def deed() -> None:
        said = form.cleaned_data
        with as_the_system():  # whose file it was cannot be asked any more
            case = Case.objects.select_related("body__organisation").filter(
                reference=said["reference"].strip().upper(), body__last_day__lt=clock.today()
            ).first()  # fmt: skip
        if case is None:
            words_ = _("Không có hồ sơ số này ở cơ quan đã kết thúc.")
            raise OfficeRefused([Reason("input.reference", words_, remedy=_("Ghi lại số hồ sơ."))])
        competent.take_up(
            case, ours, document=said["document"], reason=said["reason"], by=me, today=clock.today()
        )

    return _ask(
        request, form, deed, _("Đã tiếp nhận hồ sơ."), reverse("reorganisations"),
        title=_("Tiếp nhận hồ sơ của cơ quan đã kết thúc"), body=ours.name, press=_("Tiếp nhận"),
        sentence=_("Áp dụng tương tự: cơ quan nơi đảng viên đang sinh hoạt quyết định thay."),
    )  # fmt: skip


def take_up_all(request: HttpRequest, body: int) -> HttpResponse:
    """A successor takes up every closed file of a body that has ended; sent, a job does it."""
    me, ours = _deciding(request, body, gathered.all_kept_by)
    today, reasons = clock.today(), tuple[Reason, ...]()
    data = request.POST if request.method == "POST" else None
    form = forms.TakingUpAll(closed.succeeded_by(ours, today), data)
    if data is not None and form.is_valid():
        ended, document = form.cleaned_data["ended"], form.cleaned_data["document"]
        against = tuple(closed.against_all(ended, ours, document, me, today))
        if not against:
            asked = in_background.ask_to_take_up(ended, ours, by=request.user, document=document)
            return redirect("job", asked.pk)
        reasons = form.refuse(against)
    page = DeedPage(
        title=_("Tiếp nhận mọi hồ sơ đã kết thúc"), body=ours.name, press=_("Tiếp nhận"),
        sentence=_("Số hồ sơ, số văn bản và nhật ký giữ nguyên; mỗi hồ sơ ghi một bước chuyển."),
        back_url=reverse("reorganisations"), form=form,
        reasons=[words.reason(one) for one in reasons],
    )  # fmt: skip
    return _answer(request, page, form)


def _ask(
    request: HttpRequest, form: Any, deed: Callable[[], None], told: str, then: str, **said: Any
) -> HttpResponse:
    """A form; valid, its deed is done, or refused with every reason."""
    reasons: Sequence[Reason] = ()
    if request.method == "POST" and form.is_valid():
        try:
            deed()
            messages.success(request, told)
            return redirect(then)
        except (OfficeRefused, StepRefused) as refused:
            reasons = form.refuse(refused.reasons)
    page = DeedPage(
        back_url=then, form=form, reasons=[words.reason(one) for one in reasons], **said
    )
    return _answer(request, page, form)


def _answer(request: HttpRequest, page: DeedPage, form: Any) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    area = Link(_("Sắp xếp tổ chức"), reverse("reorganisations"))
    return render(request, "pages/deed.html", {"page": page, "area": area}, status=status)


def _plan(request: HttpRequest, pk: int) -> tuple[Person, Reorganisation]:
    me = person_of(request)
    return me, gathered.plan_for(pk, me, clock.today())


def _running(row: Reorganisation) -> HttpResponse | None:
    """The way to the job that works on the plan just now: nobody is asked again meanwhile."""
    job = open_about(in_background.about(row))
    return redirect("job", job.pk) if job else None


def _still_draft(row: Reorganisation) -> None:
    if row.acts.exists():
        raise Http404("This plan is done.")


def _deciding(
    request: HttpRequest,
    body: int,
    kept_by: Callable[[Person, date], list[Body]] = gathered.kept_by,
) -> tuple[Person, Body]:
    me, today = person_of(request), clock.today()
    found = next((one for one in kept_by(me, today) if one.pk == body), None)
    if found is None:
        raise Http404("Not a deciding body of this person.")
    return me, found
