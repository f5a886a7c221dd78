"""Routes of the API: find what this person may see, call one service, answer."""

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Header, NinjaAPI, Status
from ninja.errors import ValidationError
from ninja.security import HttpBearer, SessionAuth

from cases import behalf, own, queries, services
from cases.models import Case
from cases.read_models import ReadPart, Surface
from cases.reading import File, Reader, read_file
from cases.refused import KeyReused, StepRefused
from cases.requests import followed
from desk import reads
from desk.account.step_up import confirmed
from desk.api import schemas as s
from desk.api.way import way_out
from desk.gathering.meetings import with_call
from law import Reason
from permissions.models import ApiToken
from permissions.ways import Part
from proof.reader import become
from registry import clock
from registry.models import Body, Organisation, Person, Post, on
from registry.names import search_key
from workflows import catalogue, signing_route
from workflows.own_steps import is_own
from workflows.procedures.meeting import MeetingStage
from workflows.stages import Step
from workflows.way_forward import way_forward


class ApiRequest(HttpRequest):
    """A request to the API: whom it speaks for, and by which key; without one, by a session of the site."""

    auth: Person
    token: ApiToken | None = None


class Key(HttpBearer):
    """A key given by `manage.py api_token`."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        held = cast("ApiRequest", request).token = ApiToken.live(token)
        return _asking(held.person) if held else None


class SignedIn(SessionAuth):
    """The session of someone signed in on the site (unsafe methods need the CSRF token)."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Person | None:
        signed_in = request.user.is_authenticated
        person = getattr(request.user, "person", None) if signed_in else None
        return _asking(person) if person else None


def _asking(person: Person) -> Person:
    """Let the database show this request what `person` may read today, and nothing else."""
    become(person.pk, clock.today())
    return person


api = NinjaAPI(
    title="Kiểm Tra",
    version="1",
    description="Mở hồ sơ, làm bước, đọc lịch sử: cùng một cửa với trang màn hình.",
    auth=[Key(), SignedIn()],
    docs_url=None,
)
REFUSED = {403: s.RefusedOut, 404: s.RefusedOut, 409: s.RefusedOut, 422: s.RefusedOut}


@api.get("/me", response=s.PersonOut)
def me(request: ApiRequest) -> dict[str, Any]:
    """Who this key speaks for."""
    person = request.auth
    posts = Post.objects.filter(on(clock.today()), person=person).select_related("body")
    return {
        "person": person.pk,
        "name": person.full_name,
        "posts": [
            {"body": post.body_id, "body_name": post.body.name, "position": post.position}
            for post in posts
        ],
    }


@api.get("/register", response=list[s.FoundOut])
def register(request: ApiRequest, q: str) -> list[dict[str, Any]]:
    """Find people and organisations by name, with or without marks (at most 20 of each)."""
    key = "".join(letter for letter in search_key(q.strip()) if letter.isprintable())
    people = Person.objects.filter(search_key__contains=key)[:20]
    places = Organisation.objects.filter(search_key__contains=key)[:20]
    return [{"person": one.pk, "name": one.full_name} for one in people] + [
        {"organisation": one.pk, "name": one.name} for one in places
    ]


@api.post("/cases", response={201: s.CaseOut, **REFUSED})
def open_case(
    request: ApiRequest, asked: s.CaseIn, key: str = Header("", alias="Idempotency-Key")
) -> Status:
    """Open a file by taking its procedure's first step."""
    person = request.auth
    if asked.procedure not in catalogue.PROCEDURES:
        raise Http404(f"Không có quy trình {asked.procedure}.")
    case = services.open_case(
        asked.procedure,
        body=get_object_or_404(Body, pk=asked.body),
        subjects=[_subject(one) for one in asked.subjects],
        actor=person,
        acted_on=asked.acted_on,
        inputs=asked.inputs,
        origin=_origin(person, asked.origin) if asked.origin else None,
        key=key,
        secrecy=asked.secrecy,
    )
    return Status(201, _case_out(request, case))


@api.get("/cases/{ref}", response={200: s.CaseOut, 404: s.RefusedOut})
def case(request: ApiRequest, ref: str) -> dict[str, Any]:
    """One file."""
    return _case_out(request, _case(request, ref, read=ReadPart.FILE))


@api.get("/cases/{ref}/actions", response={200: list[s.ActionOut], 404: s.RefusedOut})
def actions(request: ApiRequest, ref: str) -> list[dict[str, Any]]:
    """Every step of the procedure: allowed now, or all the reasons why not."""
    found, today = _case(request, ref, read=ReadPart.STEP), clock.today()
    file = read_file(found.pk, Reader(request.auth.pk, today, today))
    assert file is not None
    inside = Part.EVIDENCE in queries.parts_of(found, request.auth, today)
    return [
        {
            "step": step.code,
            "label": step.label,
            "sentence": step.sentence,
            "allowed": not reasons,
            "refusals": [reason.as_json() for reason in reasons],
            "inputs": [asked.schema() for asked in step.inputs],
        }
        for declared in file.procedure.for_people()
        for step in [behalf.as_taken(file, declared)]
        if (is_own(step) if found.is_own else inside or _may_do(step, file))
        for reasons in [services.judge(file, step)]
    ]


@api.get("/cases/{ref}/way", response={200: s.WayOut, 404: s.RefusedOut})
def way(request: ApiRequest, ref: str) -> dict[str, Any]:
    """The shortest lawful way to an end: earliest days, papers, votes and open questions."""
    found = _case(request, ref, Part.EVIDENCE, read=ReadPart.FILE, detail="way")
    today = clock.today()
    file = read_file(found.pk, Reader(request.auth.pk, today, today))
    assert file is not None
    return way_out(file.procedure, way_forward(file.procedure, file.facts, today))


@api.post("/cases/{ref}/steps/{step}", response={200: s.RecordOut, **REFUSED})
def take_step(
    request: ApiRequest,
    ref: str,
    step: str,
    asked: s.StepIn,
    key: str = Header("", alias="Idempotency-Key"),
) -> Any:
    """Take one step. The same key and body give the same record; nothing is done twice."""
    found = _case(request, ref)
    declared = catalogue.get(found.procedure).step(step)
    if found.is_own and not (declared and is_own(declared)):
        raise Http404
    _may_sign_now(request, found, step)
    return services.take_step(
        found,
        step,
        actor=request.auth,
        acted_on=asked.acted_on,
        inputs=asked.inputs,
        key=key,
    )


@api.get("/cases/{ref}/history", response={200: s.HistoryOut, 404: s.RefusedOut})
def history(request: ApiRequest, ref: str) -> dict[str, Any]:
    """The chained history of a file: all of it for those who may trace it, else one's own acts.

    Whom the file is about finds none.
    """
    found = _case(request, ref, read=ReadPart.HISTORY, of_others=True)
    procedure = catalogue.get(found.procedure)
    records = queries.history_of(found)
    if Part.HISTORY not in queries.parts_of(found, request.auth, clock.today()):
        records = records.filter(actor=request.auth)
    return {
        "reference": found.reference,
        "records": [
            queries.entry(
                record, step.label if (step := procedure.step(record.step)) else record.step
            )
            for record in records
        ],
    }


@api.get("/meetings", response=list[s.MeetingOut])
def meetings(request: ApiRequest) -> list[dict[str, Any]]:
    """The meetings this person organises or is called to, the newest day first."""
    visible = queries.visible_to(request.auth, clock.today())
    found = with_call(queries.meetings(visible)).select_related("body")
    return [_meeting_out(one) for one in found.order_by("-held_on", "-pk")]


@api.get("/papers/{int:paper}", response={200: s.PaperOut, 404: s.RefusedOut})
def paper(request: ApiRequest, paper: int) -> dict[str, Any]:
    """A paper of a file this person may open, with the address of its PDF."""
    readable = queries.papers_for(request.auth, clock.today())
    held = get_object_or_404(readable.select_related("paper__print", "case"), paper=paper)
    reads.note(request.auth, held.case, ReadPart.PAPER, paper=paper, surface=Surface.API)
    return _paper_out(held.paper)


@api.exception_handler(StepRefused)
def refused(request: HttpRequest, error: StepRefused) -> HttpResponse:
    body = {"detail": "Chưa làm được bước này.", "reasons": [r.as_json() for r in error.reasons]}
    return api.create_response(request, body, status=422)


@api.exception_handler(KeyReused)
def key_reused(request: HttpRequest, error: KeyReused) -> HttpResponse:
    return api.create_response(request, {"detail": str(error), "reasons": []}, status=409)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return api.create_response(request, {"detail": "Không tìm thấy.", "reasons": []}, status=404)


@api.exception_handler(ValidationError)
def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    reasons = [
        {
            "rule": "input." + ".".join(str(part) for part in fault["loc"][2:]),
            "text": f"Không đọc được: {fault['msg']}",
            "citation": None,
            "confidence": None,
            "remedy": "Xem mô tả dữ liệu trong /api/openapi.json.",
        }
        for fault in error.errors
    ]
    return api.create_response(
        request, {"detail": "Dữ liệu gửi lên chưa đúng.", "reasons": reasons}, status=422
    )


def _may_sign_now(request: ApiRequest, case: Case, step: str) -> None:
    """A key signs only if it was given for that; a browser only after confirming who one is, as on the page."""
    declared = catalogue.get(case.procedure).step(step)
    if declared is None or not signing_route.signs(declared):
        return
    token = getattr(request, "token", None)
    if token is not None and not token.may_sign:
        text = "Khóa này không được cấp để ký văn bản."
        remedy = "Ký trên trang, hoặc xin người quản trị cấp khóa được ký (--may-sign)."
        raise StepRefused([Reason("signing.key", text, remedy=remedy)])
    if token is None and not confirmed(request):
        text = "Ký văn bản phải xác nhận lại bằng mật khẩu hoặc mã hai lớp ngay trước đó."
        raise StepRefused([Reason("signing.password", text, remedy="Ký ở trang Chờ tôi duyệt.")])


def _may_do(step: Step, file: File) -> bool:
    """Whether the step is this reader's; why it is not would tell what lies in the file."""
    return not step.by.refusals(file.standing)


def _case(
    request: ApiRequest,
    ref: str,
    part: Part = Part.HEADER,
    *,
    read: ReadPart | None = None,
    detail: str = "",
    of_others: bool = False,
) -> Any:
    """The file of which this person may open `part`, noted as a read of `read` when something is shown.

    `of_others` leaves out what a member does not see of a file about themselves.
    """
    if not ref.isprintable():
        raise Http404
    visible = own.marked(queries.visible_to(request.auth, clock.today(), part), request.auth)
    found = get_object_or_404(visible.select_related("body"), reference=ref)
    if of_others and found.is_own:
        raise Http404
    if read is not None:
        reads.note(request.auth, found, read, detail, surface=Surface.API)
    return found


def _origin(person: Person, ref: str) -> Case:
    """The file that is followed: one this person sees, or one that asked their cell."""
    if not ref.isprintable():
        raise Http404
    if (found := followed(person, clock.today(), ref)) is None:
        raise Http404
    return found


def _meeting_out(meeting: Any) -> dict[str, Any]:
    return {
        **{name: getattr(meeting, name) for name in ("reference", "stage", "closed_on", "items")},
        "body": meeting.body.name,
        "stage_label": MeetingStage(meeting.stage).label,
        **{name: meeting.call[name] for name in ("held_on", "starts", "place")},
    }


def _subject(one: s.SubjectIn) -> Person | Organisation:
    if one.person is not None and one.organisation is None:
        return get_object_or_404(Person, pk=one.person)
    if one.organisation is not None and one.person is None:
        return get_object_or_404(Organisation, pk=one.organisation)
    raise Http404


def _case_out(request: ApiRequest, case: Case) -> dict[str, Any]:
    """The file as its reader sees it: of a file about oneself no findings, and the papers meant for one."""
    person, today = request.auth, clock.today()
    procedure = catalogue.get(case.procedure)
    parts = queries.parts_of(case, person, today)
    inside = Part.EVIDENCE in parts
    held = queries.papers_for(person, today).filter(case=case)
    return {
        **{name: getattr(case, name) for name in ("reference", "procedure", "title", "stage")},
        **{
            name: getattr(case, name)
            for name in ("opened_on", "moved_on", "closed_on", "records", "head")
        },
        "body": case.body.name,
        "stage_label": procedure.stage.enum(case.stage).label,
        "subjects": [
            {
                "number": one.number,
                "name": str(one),
                "person": one.person_id,
                "organisation": one.organisation_id,
            }
            for one in case.subjects.filter(superseded_by=None).select_related(
                "person", "organisation"
            )
        ],
        "findings": [
            {"number": one.number, "subject": one.subject.number, "stage": one.stage}
            for one in case.findings.filter(superseded_by=None).select_related("subject")
            if inside
        ],
        "papers": [
            _paper_out(one.paper)
            for one in held.select_related("paper__print").order_by("paper_id")
        ],
        "deadlines": [
            {"name": one.name, "last_day": one.last_day.isoformat(), "explained": one.explained}
            for one in case.deadlines.all()
            if Part.SIGNED in parts
        ],
    }


def _paper_out(paper: Any) -> dict[str, Any]:
    printed = getattr(paper, "print", None)
    return {
        "id": paper.pk,
        "kind": paper.kind,
        "title": paper.title,
        "number": paper.number_text,
        "dated": paper.dated,
        "state": paper.state,
        "state_label": paper.state_label,
        "sha256": printed and printed.sha256,
        "pdf": reverse("paper-pdf", args=[paper.pk]) if printed else None,
    }
