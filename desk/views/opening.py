"""Lập đề xuất mới: choose a procedure, then answer its first questions; the file opens when it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from cases import behalf, services
from cases.models import Case
from cases.refused import KeyReused, StepRefused
from cases.requests import followed, not_taken_up
from cases.taken_over import goes_on_above
from desk.gathering import titles, words
from desk.gathering.addresses import case_url
from desk.gathering.cell_transfers import first_answers
from desk.gathering.naming import once_under
from desk.gathering.procedures import part_of
from desk.pages.parts import Fact
from desk.pages.proposal import ChooseProcedurePage, ProcedureChoice, ProposalPage
from desk.questions import Known, Questions
from desk.views import person_of
from desk.worded import worded
from law import Reason
from registry import clock, tree
from registry.guidance.rights import items_read_by
from registry.guidance_models import ProgrammeItem
from registry.models import Body, BodyKind, Organisation, Person, Post, VotingStatus, held_by, on
from workflows import catalogue, secrecy
from workflows.forms import Whom
from workflows.matter import Matter
from workflows.procedures.discipline.by_cell import CellDiscipline
from workflows.procedures.discipline.of_organisation import OrganisationDiscipline
from workflows.stages import Step

#: What an item of the programme says itself, of what a first step asks about it.
_SAID_BY_ITEM = ("programme", "theme")


class Proposal(Questions):
    """The first step of a procedure, with the subject it is about."""

    def __init__(
        self,
        procedure: type[Matter],
        step: Step,
        body: Body,
        today: date,
        data: Any = None,
        files: Any = None,
        first: dict[str, Any] | None = None,
        items: QuerySet[ProgrammeItem] | None = None,
    ):
        asked = step.inputs
        super().__init__(asked, Known.of(body, today, asked), today, data, files, first)
        places = {*tree.below(body.organisation_id, today), body.organisation_id}
        if procedure.restores:
            places = once_under(body, today)
        held = Organisation.objects.filter(pk__in=places - {body.organisation_id}).order_by("name")
        whose = Q(memberships__cell__in=places)
        if procedure.of_guests:
            away = VotingStatus.objects.filter(on(today), status=VotingStatus.Status.AWAY)
            whose = Q(pk__in=away.values("person")) & ~whose
        if procedure.of_newcomers:  # whose papers never arrived: of any cell but ours
            whose = ~whose
        then = on(today, "memberships__")
        if procedure.of_former:  # whoever left: a member no more, by an exit out of a cell of ours
            whose, then = Q(exits__membership__cell__in=places), ~then
        if procedure.restores or procedure.reviews:  # who left or died is meant too
            then = Q()
        members = Person.objects.filter(then, whose).distinct().order_by("sort_key")
        self.fields["organisation"] = forms.ModelChoiceField(
            held, required=False, label=_("Đối tượng là tổ chức đảng"), empty_label=_("Không")
        )
        self.fields["person"] = forms.ModelChoiceField(
            members, required=False, label=_("Đối tượng là đảng viên"), empty_label=_("Không")
        )
        if not procedure.is_meeting:
            self.fields["secrecy"] = forms.ChoiceField(
                label=_("Độ mật của vụ việc"),
                choices=[(one.value, worded(one.label)) for one in secrecy.Secrecy],
                initial=secrecy.Secrecy.NONE,
                help_text=_("Vụ việc từ Mật trở lên không lập hồ sơ ở đây."),
            )
        for kind in {"organisation", "person"} - procedure.subjects:
            del self.fields[kind]
        self.may_be_about_nobody = procedure.is_intake
        if procedure.is_intake:
            for kind, label in (
                ("organisation", _("Tổ chức đảng được nêu trong đơn, thông tin")),
                ("person", _("Đảng viên được nêu trong đơn, thông tin")),
            ):
                self.fields[kind].label = label
            self.fields["person"].help_text = _(
                "Có trong danh bạ thì ghi: người được nêu không đọc được hồ sơ và dòng sổ này."
            )
        if len(procedure.subjects) == 1:
            (kind,) = procedure.subjects
            self.fields[kind].required, self.fields[kind].empty_label = True, _("Chọn")
        if items is not None:
            self.fields["item"] = forms.ModelChoiceField(
                items, required=False, label=_("Mục chương trình kiểm tra, giám sát"),
                empty_label=_("Không theo mục đã ghi trong phần mềm"),
                help_text=_("Chọn mục thì số chương trình, nội dung để trống sẽ lấy theo mục."),
            )  # fmt: skip
            for name in _SAID_BY_ITEM:
                self.fields[name].required = False
        self.order_fields(["organisation", "person", "acted_on", "item"])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "item" in self.fields:
            self._take_from_item(said)
        offered = [name for name in ("organisation", "person") if name in self.fields]
        if self.may_be_about_nobody:
            return said
        if len(offered) > 1 and not any(said.get(name) for name in offered):
            self.add_error(offered[0], _("Chọn đối tượng."))
        return said

    def _take_from_item(self, said: dict[str, Any]) -> None:
        """What was left out is said by the item; without one it is asked as ever."""
        item = said.get("item")
        for name in _SAID_BY_ITEM:
            if not said.get(name) and name not in self.errors:
                if item is None:
                    self.add_error(name, self.fields[name].error_messages["required"])
                said[name] = _of_item(item).get(name, "")

    @property
    def item(self) -> ProgrammeItem | None:
        """The item of the programme that was chosen here."""
        return self.cleaned_data.get("item")

    @property
    def subjects(self) -> list[Person | Organisation]:
        said = (self.cleaned_data.get("organisation"), self.cleaned_data.get("person"))
        return [one for one in said if one]


def choose(request: HttpRequest) -> HttpResponse:
    """Which procedure; those this person's body may not run are not offered."""
    person, today = person_of(request), clock.today()
    bodies, _entered = _bodies(person, today)
    groups: dict[str, list[ProcedureChoice]] = {}
    for procedure in catalogue.PROCEDURES.values():
        for body in bodies:
            first = _first_steps(procedure)
            if first and procedure.run_by(body.kind, body.organisation.kind):
                offered = groups.setdefault(part_of(procedure), [])
                offered += [_choice(procedure, body, step) for step in first]
    asked = _asked(person, today, bodies)
    page = ChooseProcedurePage(
        [*([(_("Được yêu cầu xem xét"), asked)] if asked else []), *groups.items()],
        reverse("classified") if bodies else "",
    )
    return render(request, "pages/choose_procedure.html", {"page": page})


def _asked(person: Person, today: date, bodies: list[Body]) -> list[ProcedureChoice]:
    """What this person's cell or committee was asked to consider and has not taken up."""
    choices = []
    for whom, (procedure, kinds) in _TAKEN_UP_BY.items():
        acting = next((body for body in bodies if body.kind in kinds), None)
        if acting is None:
            continue
        url = reverse("case-new", kwargs={"procedure": procedure, "body": acting.pk})
        choices += [
            ProcedureChoice(
                title=_("Xem xét kỷ luật theo yêu cầu của hồ sơ %(ref)s") % {"ref": one.reference},
                sentence=one.title,
                url=f"{url}?tu={one.reference}",
                basis=acting.name,
            )
            for one in not_taken_up(person, today, whom)
        ]
    return choices


#: Which procedure takes up what was asked about a member and about an organisation, and in which bodies.
_TAKEN_UP_BY = {
    Whom.MEMBER: (CellDiscipline.code, (BodyKind.CELL,)),
    Whom.ORGANISATION: (OrganisationDiscipline.code, (BodyKind.STANDING, BodyKind.COMMITTEE)),
}


def _first_steps(procedure: type[Matter]) -> list[str]:
    """Those that open a file by themselves; what only follows another file is offered at that file."""
    first = (procedure.opens, *procedure.may_open)
    return [step for step in first if step not in procedure.also_opens]


def _choice(procedure: type[Matter], body: Body, step: str) -> ProcedureChoice:
    url = reverse("case-new", kwargs={"procedure": procedure.code, "body": body.pk})
    usual, first = step == procedure.opens, procedure.steps[step]
    return ProcedureChoice(
        title=worded(procedure.label)
        if usual
        else f"{worded(procedure.label)}: {_uncapitalised(worded(first.label))}",
        sentence=worded(" ".join((procedure.__doc__ or "").split())) if usual else worded(first.sentence),
        url=url if usual else f"{url}?buoc={step}",
        basis=f"{body.name} · {', '.join(_basis(procedure))}",
    )


def _uncapitalised(label: str) -> str:
    return label[0].lower() + label[1:]


def propose(request: HttpRequest, procedure: str, body: int) -> HttpResponse:
    """The first questions of the chosen procedure."""
    person, today = person_of(request), clock.today()
    bodies, entered = _bodies(person, today)
    acting = next((one for one in bodies if one.pk == body), None)
    if acting is None or procedure not in catalogue.PROCEDURES:
        raise Http404("No such procedure for this person.")
    kind = catalogue.get(procedure)
    posted = request.method == "POST"
    origin = _origin(request, person, today)
    step = _first_step(kind, origin)
    if (named := request.GET.get("buoc")) in kind.may_open:
        step = named or step
    sent = (request.POST, request.FILES) if posted else (None, None)
    if posted and request.POST.get("secrecy") in secrecy.CLASSIFIED:
        sent = (request.POST, MultiValueDict())  # refused by the door, and no file of it is kept
    opens = kind.steps[step]
    if acting in entered:
        opens = replace(opens, inputs=behalf.asked(opens))
    item = _planned(request, person, acting)
    first = {**_of_item(item), **_of_a_register(request.GET, kind, person, today)}
    items = _offered(opens, kind, acting) if item is None else None
    form = Proposal(kind, opens, acting, today, *sent, first=first, items=items)
    reasons: list[Reason] = []
    if posted and form.is_valid():
        try:
            case = services.open_case(
                procedure,
                body=acting,
                subjects=form.subjects,
                actor=person,
                acted_on=form.cleaned_data["acted_on"],
                inputs=form.answers(),
                step=step,
                origin=origin,
                secrecy=form.cleaned_data.get("secrecy", ""),
                key=form.cleaned_data["key"],
                item=chosen.pk if (chosen := item or form.item) else None,
            )
        except StepRefused as refused:
            reasons = form.refuse(refused.reasons)
        except KeyReused as reused:
            reasons = [Reason("door.key", str(reused), remedy=_("Mở lại trang này rồi gửi."))]
        else:
            messages.success(request, _("Đã lập hồ sơ %(ref)s.") % {"ref": case.reference})
            return redirect(case_url(case))
    page = ProposalPage(
        title=worded(kind.label),
        sentence=worded(kind.steps[step].sentence),
        asks=_asks(kind),
        press=worded(kind.steps[step].label) if _has_own_words(kind) else _("Ghi đề xuất"),
        form=form,
        facts=[
            Fact(titles.body_label(kind), acting.name),
            Fact(_("Mã quy trình"), kind.code),
            *([Fact(_("Theo hồ sơ"), origin.reference, url=case_url(origin))] if origin else []),
            *([Fact(_("Mục chương trình"), str(item))] if item else []),
        ],
        reasons=[words.reason(reason) for reason in reasons],
        back_url=reverse("case-choose"),
    )
    return render(request, "pages/proposal.html", {"page": page}, status=422 if posted else 200)


def _first_step(kind: type[Matter], origin: Case | None) -> str:
    """A file goes on with what another has concluded; who answers for a wrongful discipline is looked at anew."""
    anew = origin is None or catalogue.get(origin.procedure).restores or goes_on_above(origin, kind)
    return kind.opens if anew or not kind.also_opens else kind.also_opens[0]


def _has_own_words(kind: type[Matter]) -> bool:
    """Whether a file of this kind begins with something else than a proposal."""
    return not kind.subjects or kind.is_intake or bool(kind.settles)


def _asks(kind: type[Matter]) -> str:
    """The heading above the first questions."""
    if kind.is_meeting:
        return _("Nội dung cuộc họp")
    if not kind.subjects:
        return _("Kỳ báo cáo")
    if kind.settles:
        return _("Đơn được giải quyết")
    return _("Đơn, thông tin đến") if kind.is_intake else _("Nội dung đề xuất")


def _origin(request: HttpRequest, person: Person, today: date) -> Case | None:
    """The file whose conclusion opens this one, named in the address; 404 where it may not be seen."""
    if not (reference := request.GET.get("tu")):
        return None
    if (found := followed(person, today, reference)) is None:
        raise Http404("No such file for this person.")
    return found


def _planned(request: HttpRequest, person: Person, acting: Body) -> ProgrammeItem | None:
    """The item of the body's programme that the file carries out, named in the address; 404 for another's."""
    if not (named := request.GET.get("muc")):
        return None
    read = items_read_by(person, clock.today()).filter(body=acting, ended_on=None)
    found = read.filter(pk=named).first() if named.isdecimal() and len(named) < 10 else None
    if found is None:
        raise Http404("No such item for this person.")
    return found


def _offered(opens: Step, kind: type[Matter], acting: Body) -> QuerySet[ProgrammeItem] | None:
    """The items that may be chosen where a first step asks for the programme; None where it does not."""
    if not any(one.name == "programme" for one in opens.inputs):
        return None
    asked = ProgrammeItem.Kind.INSPECTION if kind.inspects else ProgrammeItem.Kind.SUPERVISION
    ours = ProgrammeItem.objects.filter(body=acting, kind=asked, ended_on=None)
    return ours.order_by("-year", "number")


def _of_a_register(
    asked: Mapping[str, str], kind: type[Matter], person: Person, today: date
) -> dict[str, Any]:
    """What a row of another register, named in the address, proposes; the form asks all the same."""
    if kind.of_newcomers and (matter := asked.get("chuyen")):
        return first_answers(matter, person, today)
    if not kind.subjects:
        days = {"first_day": asked.get("tu_ngay"), "last_day": asked.get("den_ngay")}
        return {**days, "to": asked.get("gui")}
    named = asked.get("nguoi", "")
    return {"person": int(named)} if named.isdecimal() and len(named) < 10 else {}


def _of_item(item: ProgrammeItem | None) -> dict[str, Any]:
    """What the item already says of the file's first questions."""
    if item is None:
        return {}
    said = {"theme": item.theme, "programme": item.document, "source": "chuong_trinh_nam"}
    only = list(item.units.all()[:2])
    return {**said, "organisation": only[0].pk} if len(only) == 1 else said


def _basis(procedure: type[Matter]) -> tuple[str, ...]:
    return words.basis(procedure.steps[procedure.opens].basis, clock.today())


def _bodies(person: Person, today: date) -> tuple[list[Body], list[Body]]:
    """The bodies for which `person` opens files, and those of them for which they enter from paper."""
    held = Post.objects.filter(held_by(person, today)).select_related("body__organisation")
    own = {post.body_id: post.body for post in held}
    entered = [one for one in behalf.entered_by(person, today) if one.pk not in own]
    return [*own.values(), *entered], entered
