"""Taking a step, previewing its papers, and opening a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from cases import behalf, corrections, papers, services
from cases.models import Case
from cases.queries import visible_to, with_evidence
from cases.read_models import ReadPart
from cases.reading import File, Reader, read_file
from cases.refused import KeyReused, StepRefused
from desk import reads
from desk.account.step_up import confirm_first
from desk.csp import shown_in_our_frame
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.steps import known_words, step_page
from desk.questions import Known, Questions
from desk.views import person_of
from desk.worded import worded
from law import Reason
from permissions.ways import Part
from registry import clock
from registry.models import Body
from workflows import catalogue, secrecy, signing_route
from workflows.own_steps import is_own
from workflows.stages import Step


def take_step(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """The page of one step; sent, it goes through the one door."""
    case, file, declared = file_and_step(request, reference, step)
    if signed := signing_route.decided_with(declared, file.facts):
        return redirect(case_url(case, "approval", step=signed))
    if record := corrections.record_chosen(request.method, step, request.POST):
        return redirect(f"{case_url(case, 'step', step=step)}?record={record}")
    form = _form(request, case, file, declared)
    reasons: list[Reason] = []
    if request.method == "POST" and not declared.drafted and form.is_valid():
        if signing_route.signs(declared):
            confirm_first(request)
        try:
            services.take_step(
                case,
                step,
                actor=person_of(request),
                acted_on=form.cleaned_data["acted_on"],
                inputs=form.answers(),
                key=form.cleaned_data["key"],
            )
        except StepRefused as refused:
            reasons = form.refuse(refused.reasons)
        except KeyReused as reused:
            reasons = [Reason("door.key", str(reused), remedy=_("Mở lại trang này rồi gửi."))]
        else:
            messages.success(request, _("Đã ghi: %(step)s.") % {"step": worded(declared.label)})
            return redirect(case_url(case))
    elif request.method == "GET" or declared.drafted:
        reasons = list(services.judge(file, declared))
    reads.note(person_of(request), case, ReadPart.STEP, step)
    page = step_page(case, file, declared, form, reasons)
    return render(
        request, "pages/step.html", {"page": page}, status=422 if request.method == "POST" else 200
    )


@shown_in_our_frame
def preview(request: HttpRequest, reference: str, step: str, kind: str) -> HttpResponse:
    """The PDF of a paper the step would issue, from the answers sent or from the draft that waits."""
    case, file, declared = file_and_step(request, reference, step)
    reads.note(person_of(request), case, ReadPart.DRAFT, f"{step} {kind}")
    inputs: dict[str, Any] = {}
    if declared.drafted:
        inputs = services.draft_words(file, declared)
    elif request.method == "POST":
        form = _form(request, case, file, declared)
        if not form.is_valid():
            page = step_page(case, file, declared, form, [])
            return render(request, "pages/step.html", {"page": page}, status=422)
        inputs = form.answers()
    try:
        pdf = papers.preview(file, declared, inputs, clock.today(), kind)
    except KeyError:
        raise Http404(f"Step {step} issues no {kind}.") from None
    except StepRefused as refused:
        if declared.drafted and inputs:
            reasons = [words.reason(one) for one in refused.reasons]
            return render(request, "pages/no_preview.html", {"reasons": reasons}, status=422)
        form = _form(request, case, file, declared)
        page = step_page(
            case,
            file,
            declared,
            form,
            form.refuse(refused.reasons) if form.is_bound else refused.reasons,
        )
        return render(request, "pages/step.html", {"page": page}, status=422)
    return HttpResponse(pdf, content_type="application/pdf")


def file_and_step(request: HttpRequest, reference: str, step: str) -> tuple[Case, File, Step]:
    """The file as it lies for whoever asks, and its step of that name; 404 for what they may not see."""
    person, today = person_of(request), clock.today()
    visible = with_evidence(visible_to(person, today), person, today, _told_by(step))
    case = get_object_or_404(visible.select_related("body"), reference=reference)
    file = read_file(case.pk, Reader(person.pk, today, today))
    offered = file.procedure.for_people() if file else []
    declared = next((one for one in offered if one.code == step), None)
    if file is None or declared is None or not _may_look(file, declared):
        raise Http404(f"No step {step}.")
    said = request.POST if request.method == "POST" else request.GET
    declared = corrections.on_its_page(file, behalf.as_taken(file, declared), said)
    if not case.is_inside and not _may_do(file, declared):
        raise Http404(f"No step {step}.")  # its page tells what lies in the file
    return case, file, declared


@cache
def _told_by(step: str) -> Part:
    """The part of a file that the page of a step tells of: of a draft, or of what lies in the file."""
    of_drafts = (one.drafted or one.prepares for one in _named(step))
    return Part.DRAFTS if any(of_drafts) else Part.EVIDENCE


def _named(step: str) -> Iterator[Step]:
    found = (procedure.step(step) for procedure in catalogue.PROCEDURES.values())
    return (one for one in found if one is not None)


def _may_do(file: File, step: Step) -> bool:
    """Whether the step is this reader's to take, be it today or another day."""
    return not step.by.refusals(file.standing)


def _may_look(file: File, step: Step) -> bool:
    """Whether the page of a step is for this reader: whom the file is about sees only their own steps."""
    return is_own(step) if file.standing.is_subject else not _only_called(file, step)


def _only_called(file: File, step: Step) -> bool:
    """Whether the reader is called to a meeting without an office in it: nothing there is theirs to do."""
    without = file.procedure.is_meeting and not file.standing.roles
    return without and behalf.of(file, step) is None


def _form(request: HttpRequest, case: Case, file: File, step: Step) -> Questions:
    today = clock.today()
    posted = request.method == "POST"
    first = {
        name: request.GET[name]
        for name in (
            "paper", "finding", "draft", "rule", "meeting", "record", "request", "item", "directive",
        )
        if name in request.GET
    }  # fmt: skip
    first |= corrections.first_said(file, step, request.GET)
    if step.about_finding and "finding" not in first:
        open_ones = [f.number for f in file.facts.findings if f.stage in step.source]
        first["finding"] = open_ones[0] if open_ones else ""
    visible = visible_to(person_of(request), today)
    files = request.FILES if posted else None
    if request.POST.get("secrecy") in secrecy.CLASSIFIED:
        files = MultiValueDict()  # refused by the door; the file itself must not be kept either
    known = Known.of(
        _whose_people(case, step, file), today, step.inputs, file, known_words(case, step), visible
    )
    return Questions(
        step.inputs, known, today, request.POST if posted else None, files,
        {**_earlier(file, step), **first},
    )  # fmt: skip


#: What the file may say under the same name of something else: one subject, one person after another.
_ASKED_ANEW = (
    "subject", "finding", "number", "due", "person", "part", "responsible", "result", "decided_at", "file",
    "item", "directive", "point", "met", "planned_on", "people",
)  # fmt: skip


def _earlier(file: File, step: Step) -> dict[str, Any]:
    """Known answers are not asked twice: what the file already says under the same name."""
    names = {question.name for question in step.inputs}
    said: dict[str, Any] = {}
    for row in file.facts.rows:
        said.update({name: value for name, value in row.facts.items() if name in names})
    team = said.pop("team", None) or [{"person": p, "role": r} for p, r in file.team]
    if "team" in names:
        said.update({f"team__{member['person']}": member["role"] for member in team})
    return {
        name: value
        for name, value in said.items()
        if name not in (*_ASKED_ANEW, *behalf.OF_THE_PAPER)
    }


def _whose_people(case: Case, step: Step, file: File) -> Body:
    """The body out of which somebody is named: where a step is done for another than the handling one, that."""
    at = file.facts.body_at(step.at)
    if at in (None, case.body_id) or all(one.kind != "post" for one in step.inputs):
        return case.body
    return Body.objects.get(pk=at)
