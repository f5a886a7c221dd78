"""Bàn giao nhiều hồ sơ: hand several files to a colleague, or receive several, each with a result of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import services
from cases.models import Case, FileRow, TeamSeat, WorkRow
from cases.queries import find_cases, matters, visible_to
from cases.refused import KeyReused, StepRefused
from desk.forms import PersonChoice
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.pages.approval import BulkPage, BulkResult
from desk.pages.parts import Tag, Tone
from desk.views import person_of
from law import Reason
from permissions.roles import ROLES_OF_POSITION, Role
from proof.canonical import sha256
from registry import clock
from registry.models import Person, Post, held_by, on
from workflows.everyday.handing_over import HAND, RECEIVE
from workflows.rows import RowKind

#: As many files as one press takes.
MOST = 50
#: The posts whose holders may hand a file over without a seat on its team (workflows/everyday/who.py).
_HANDING = [
    position
    for position, roles in ROLES_OF_POSITION.items()
    if {Role.AREA_OFFICER, Role.COMMITTEE_MEMBER} & set(roles)
]


class Narrow(forms.Form):
    """What narrows the files to choose from."""

    q = forms.CharField(
        label=gettext_lazy("Lọc theo tên, số hồ sơ"), required=False, max_length=100
    )


class _Several(forms.Form):
    deed = ""
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, data: Any = None):
        super().__init__(data, initial={"key": uuid4().hex}, auto_id=f"{self.deed}_%s")


class HandForm(_Several):
    """To whom, why, and what is left to do: the same for every file chosen."""

    deed = HAND
    to = PersonChoice(label=gettext_lazy("Người nhận"))
    reason = forms.CharField(
        label=gettext_lazy("Lý do bàn giao"), widget=forms.Textarea({"rows": 2})
    )
    left = forms.CharField(
        label=gettext_lazy("Việc còn lại, thời hạn"), widget=forms.Textarea({"rows": 2})
    )

    def said(self, _case: Case) -> Mapping[str, Any]:
        """The answers of the step."""
        said = self.cleaned_data
        return {"to": said["to"].pk, "reason": said["reason"], "left": said["left"]}


class ReceiveForm(_Several):
    """That what was handed over is all there; where something is missing the file is received on its own page."""

    deed = RECEIVE
    whole = forms.BooleanField(
        label=gettext_lazy("Tôi đã đối chiếu danh mục từng hồ sơ, đủ"),
        error_messages={"required": gettext_lazy("Đối chiếu từng hồ sơ rồi đánh dấu ô này.")},
    )

    def said(self, case: Any) -> Mapping[str, Any]:
        """The answers of the step: the hand-over that waits in this file."""
        return {"handover": case.handover, "result": "du"}


def several(request: HttpRequest) -> HttpResponse:
    """The files one may hand over and those one is to receive; sent, what became of each."""
    person = person_of(request)
    asked = str(request.GET.get("q", ""))[:100]
    held = _held(person, asked)
    forms_ = {HAND: HandForm(), RECEIVE: ReceiveForm()}
    chosen: list[str] = []
    deed = request.POST.get("deed", "")
    if request.method == "POST" and deed in forms_:
        forms_[deed] = type(forms_[deed])(request.POST)
        chosen = list(dict.fromkeys(request.POST.getlist("chosen")))[:MOST]
    forms_[HAND].fields["to"].queryset = _colleagues(person)  # type: ignore[attr-defined]
    form = forms_.get(deed)
    if form is not None and form.is_bound:
        if not chosen:
            form.add_error(None, _("Chưa chọn hồ sơ nào."))
        if form.is_valid():
            return _results(
                request, person, form, {one.reference: one for one in held[deed]}, chosen
            )
    context = {
        "hand": forms_[HAND], "receive": forms_[RECEIVE], "chosen": chosen,
        "mine": held[HAND], "waiting": held[RECEIVE], "filters": Narrow({"q": asked}),
    }  # fmt: skip
    status = 422 if form is not None else 200
    return render(request, "pages/handing_over.html", context, status=status)


def _held(person: Person, words_asked: str) -> dict[str, list[Any]]:
    """The open files this person's office or team may hand over, as searched for; apart, those handed to them."""
    today = clock.today()
    seen = matters(visible_to(person, today)).filter(closed_on=None).order_by("-pk")
    given = WorkRow.objects.filter(step=RECEIVE, person=person).values("case")
    waiting = list(seen.filter(pk__in=given)[:MOST])
    handed = _handovers(waiting)
    for one in waiting:
        one.handover = handed.get(one.pk)
    posts = Post.objects.filter(held_by(person, today), position__in=_HANDING).values("body")
    theirs = seen.filter(
        Q(body__in=posts) | Exists(TeamSeat.objects.filter(case=OuterRef("pk"), person=person))
    )
    mine = find_cases(theirs.exclude(pk__in=given), words_asked)
    return {HAND: list(mine[:MOST]), RECEIVE: waiting}


def _handovers(cases: list[Any]) -> dict[int, int]:
    """By file, the number of the newest hand-over."""
    rows = FileRow.objects.filter(case__in=cases, kind=RowKind.FILE_HANDED, superseded_by=None)
    return dict(rows.order_by("number").values_list("case", "number"))


def _colleagues(person: Person) -> Any:
    """Whoever holds a post in a body in which this person holds one."""
    today = clock.today()
    bodies = Post.objects.filter(held_by(person, today)).values("body")
    held = Person.objects.filter(on(today, "posts__"), posts__body__in=bodies)
    return held.exclude(pk=person.pk).distinct().order_by("sort_key")


def _results(
    request: HttpRequest, person: Person, form: Any, held: Mapping[str, Any], chosen: list[str]
) -> HttpResponse:
    rows = [_result(person, form, name, held.get(name)) for name in chosen]
    page = BulkPage(rows, sum(not row.reasons for row in rows), reverse("handing-over"))
    return render(request, "pages/handed_over.html", {"page": page})


def _result(person: Person, form: Any, name: str, case: Any) -> BulkResult:
    """One file; a refusal is its own, and stops none of the others."""
    refused = Tag(_("Không thực hiện"), Tone.LATE, "warning-circle")
    if case is None:
        remedy = _("Mở lại trang này để xem hồ sơ bàn giao được.")
        missing = Reason("bulk.none", _("Hồ sơ này không còn ở đây."), remedy=remedy)
        return BulkResult(name[:24], "", "", "", refused, [words.reason(missing)])
    reasons: list[Reason] = []
    try:
        services.take_step(
            case.pk, form.deed, actor=person, acted_on=clock.today(), inputs=form.said(case),
            key=sha256([form.cleaned_data["key"], name]),
        )  # fmt: skip
    except StepRefused as stands_against:
        reasons = list(stands_against.reasons)
    except KeyReused as reused:
        reasons = [Reason("door.key", str(reused), remedy=_("Mở lại trang này rồi gửi."))]
    done = Tag(
        _("Đã bàn giao, chờ người nhận") if form.deed == HAND else _("Đã nhận"), Tone.OK, "check"
    )
    url = case_url(case, "step", step=form.deed) if reasons else case_url(case)
    told = [words.reason(one) for one in reasons]
    return BulkResult(case.reference, case.title, "", url, refused if reasons else done, told)
