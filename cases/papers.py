"""The papers of a step: drafted before anything is written, signed and numbered in its transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cases import behalf, reissuing, sources
from cases.dossier import Dossier
from cases.models import FileRow, RecordPaper, Subject
from cases.paper_values import values_of
from cases.reading import File
from cases.refused import StepRefused
from documents import services
from documents.catalogue import Kind
from documents.drafting import Wordings
from documents.models import Paper, Service
from documents.services import Draft, PaperRefused
from documents.site_wordings import wordings_for
from documents.wording import figures
from law import Reason
from law.listening import heard
from permissions.roles import Role
from proof.canonical import sha256
from proof.reader import as_the_system
from registry.models import BodyKind, Person, Post, on
from workflows import drafts
from workflows.aftermath import papers_after, waits
from workflows.components import COMPONENTS, DRAFT_NOTE
from workflows.conditions.discipline import form_voted
from workflows.facts import PaperFact
from workflows.forms import Form
from workflows.inputs import Choice
from workflows.rows import RowKind
from workflows.stages import Step


@dataclass(frozen=True)
class Prepared:
    """Drafts ready to be signed by a step, and the hash of the words of each (by kind)."""

    drafts: tuple[Draft, ...] = ()
    replaces: Paper | None = None
    post: Post | None = None

    @property
    def words(self) -> dict[str, str]:
        return {drafted.kind.code: words_sha256(drafted) for drafted in self.drafts}


def prepare(
    file: File, step: Step, inputs: Mapping[str, Any], acted_on: date
) -> tuple[Prepared, list[Reason]]:
    """Draft every paper the step would issue; a paper that may not be written refuses the step.

    For a step that prepares another, the other's papers are drafted as the chair would sign them.
    """
    if step.lays is RowKind.PAPER_REPLACED:
        return _anew(file, inputs, acted_on)
    signing = file.procedure.steps[step.prepares] if step.prepares else step
    if not (signing.issues or signing.writes):
        return Prepared(), []
    dossier = Dossier(
        file, signing, inputs, acted_on, signer=_expected_signer(file, step, acted_on, inputs)
    )
    is_cell = dossier.body.kind == BodyKind.CELL
    dissolves = form_voted(file.facts) == Form.DISSOLUTION
    kinds = [
        kind
        for kind in (*signing.issues, *signing.writes)
        if kind.of_cell in (None, is_cell) and kind.of_dissolution in (None, dissolves)
    ]
    drafted, reasons = [], []
    wordings = wordings_for(kinds, acted_on)
    for kind in kinds:
        try:
            drafted.append(_draft(kind, dossier, wordings))
        except PaperRefused as refused:
            reasons += refused.reasons
    prepared = Prepared(tuple(drafted))
    if step.drafted and not reasons:
        reasons += _changed_since_drafted(file, step, prepared)
    return prepared, reasons


def sign_all(
    file: File, step: Step, prepared: Prepared, actor: Person, signed_as: Post | None = None
) -> list[Paper]:
    """Sign the papers of the step inside its transaction; a fault refuses the whole step (StepRefused).

    What is entered from paper bears the name of whoever signed it there, by the post `signed_as`.
    Signed before the record is written, so that the record can name them; numbers come after it.
    """
    if step.prepares or not prepared.drafts:
        return []
    held = file.standing.posts.get(step.at)
    post = signed_as or prepared.post or (Post.objects.get(pk=held) if held else None)
    signer = signed_as.person if signed_as else actor
    try:
        return [
            services.sign(drafted, by=signer, post=post, replaces=prepared.replaces)
            for drafted in prepared.drafts
        ]
    except PaperRefused as refused:
        raise StepRefused(refused.reasons) from refused


def enter(
    file: File,
    step: Step,
    record: int,
    signed: list[Paper],
    actor: Person,
    acted_on: date,
    inputs: Mapping[str, Any],
) -> list[int]:
    """Hold the signed papers with the record, number or serve what the step says; return those touched.

    The number book is the last lock a step takes. A fault refuses the whole step (StepRefused).
    """
    try:
        if step.lays is RowKind.NUMBERED:
            return [_number(file, inputs["paper"], actor, acted_on)]
        if step.lays is RowKind.SERVICE:
            return [_serve(file, step, inputs, acted_on)]
        if step.lays is RowKind.PAPER_CANCELLED:
            return [_cancel(file, inputs, actor, acted_on)]
        if step.lays is RowKind.PAPER_REPLACED and not _paper(file, inputs["paper"]).is_out:
            _cancel(file, inputs, actor, acted_on)
        if step.serves:
            _hand_over(file, step, inputs, acted_on)
        for paper in signed:
            RecordPaper.objects.create(case_id=file.id, record_id=record, paper=paper)
        for paper in signed:
            kind = paper.catalogued
            if kind.numbered and not waits(kind, paper.body.signs_electronically):
                services.take_number(paper, acted_on, by=actor)
    except PaperRefused as refused:
        raise StepRefused(refused.reasons) from refused
    return [paper.pk for paper in signed]


def facts_after(
    file: File, step: Step, prepared: Prepared, inputs: Mapping[str, Any]
) -> tuple[PaperFact, ...]:
    """The papers as they stand once the step is taken (new ones not yet known by a number)."""
    electronic = not prepared.drafts or prepared.drafts[0].body.signs_electronically
    signed = (drafted.kind for drafted in prepared.drafts)
    return papers_after(file.facts, step, inputs, signed, electronic)


def words_of(case: int, row: int) -> dict[str, Any]:
    """What people wrote in one live row of the file."""
    return dict(FileRow.objects.get(case=case, number=row, superseded_by=None).words)


def words_sha256(drafted: Draft) -> str:
    """The hash of a paper's words, whoever signs it: what a preparation binds the signer to."""
    values = {name: value for name, value in drafted.values.items() if name != "signatory"}
    return sha256([drafted.kind.code, drafted.layout.code, values])


@as_the_system()  # a draft says what its paper will say, of the whole file
def preview(file: File, step: Step, inputs: Mapping[str, Any], acted_on: date, kind: str) -> bytes:
    """The PDF of one paper of a step as it would be signed, with gaps for number and day.

    Raises StepRefused with every reason while it cannot be written, KeyError for another kind.
    """
    prepared, reasons = prepare(file, step, inputs, acted_on)
    if reasons:
        raise StepRefused(reasons)
    drafted = {d.kind.code: d for d in prepared.drafts}[kind]
    return services.render_draft(drafted, draft_round=_round(file, step, inputs))


def _draft(kind: Kind, dossier: Dossier, wordings: Wordings) -> Draft:
    added = dict(dossier.inputs.get(COMPONENTS.name) or {})
    added.pop(DRAFT_NOTE, None)
    with heard() as rules:
        values = {**values_of(kind, dossier), **added}
    drafted = services.draft(
        kind, values, body=dossier.body, on=dossier.acted_on, wordings=wordings
    )
    return replace(drafted, sources=sources.of_paper(drafted.values, dossier, rules))


def _round(file: File, step: Step, inputs: Mapping[str, Any]) -> int | None:
    """Which draft it is, where the drafter wants that said: the one that waits, or the next to be sent."""
    if DRAFT_NOTE not in (inputs.get(COMPONENTS.name) or {}):
        return None
    laid = FileRow.objects.filter(case=file.id, kind=RowKind.DRAFT)
    laid = laid.filter(facts__step=step.prepares or step.code)
    sent = laid.values("number").distinct().count()
    return sent + 1 if step.prepares else max(sent, 1)


def _number(file: File, paper: int, actor: Person, acted_on: date) -> int:
    services.take_number(_paper(file, paper), acted_on, by=actor)
    return paper


def _cancel(file: File, inputs: Mapping[str, Any], actor: Person, acted_on: date) -> int:
    paper = _paper(file, inputs["paper"])
    services.cancel(paper, why=inputs["reason"], on=acted_on, by=actor)
    return paper.pk


def _anew(file: File, inputs: Mapping[str, Any], acted_on: date) -> tuple[Prepared, list[Reason]]:
    """The paper that takes the place of another, under the name of whoever signs it now."""
    paper = _paper(file, inputs["paper"])
    signer = file.standing.person
    post = Post.objects.filter(on(acted_on), person=signer, body=paper.body_id).first()
    signatory = {
        "name": Person.objects.get(pk=signer).full_name,
        **({"post": post.get_position_display()} if post else {}),
    }
    try:
        made, reasons = reissuing.drafted(paper, inputs, acted_on, signatory)
    except PaperRefused as refused:
        return Prepared(), list(refused.reasons)
    return Prepared((made,) if made else (), paper, post), reasons


def _receiver(step: Step, said: str) -> str:
    """Who received it, in words: what was written, or the label of what was chosen."""
    options = (q.options for q in step.inputs if q.name == "receiver" and isinstance(q, Choice))
    return str(dict(next(options, ())).get(said, said))


def _serve(file: File, step: Step, inputs: Mapping[str, Any], acted_on: date) -> int:
    paper = _paper(file, inputs["paper"])
    services.serve(
        paper,
        on=acted_on,
        to=_receiver(step, inputs["receiver"]),
        evidence=inputs["evidence"],
        outcome=Service.Outcome(inputs["result"]),
    )
    return paper.pk


def _hand_over(file: File, step: Step, inputs: Mapping[str, Any], acted_on: date) -> None:
    """Serve what an earlier step issued on the subject; the minutes of this step are the evidence."""
    for one in file.facts.papers_of(step.serves or ""):
        services.serve(
            _paper(file, one.id),
            on=acted_on,
            to=str(Subject.objects.get(case=file.id, superseded_by=None)),
            evidence=f"{step.label}, biên bản ngày {figures(acted_on)}",
            outcome=Service.Outcome(inputs["result"]),
        )


def _paper(file: File, paper: int) -> Paper:
    held = RecordPaper.objects.filter(case=file.id, paper=paper).select_related(
        "paper__body", "paper__term"
    )
    if found := held.first():
        return found.paper
    raise StepRefused(
        [
            Reason(
                "input.paper",
                f"Hồ sơ không có văn bản số {paper}.",
                remedy="Chọn một văn bản của hồ sơ.",
            )
        ]
    )


def _expected_signer(
    file: File, step: Step, acted_on: date, inputs: Mapping[str, Any]
) -> int | None:
    """Who will sign what is being prepared: whoever leads the body that day, or did sign it on paper."""
    if on_paper := behalf.signer(file, step, inputs):
        return on_paper.person_id
    if not step.prepares:
        return None
    body = file.facts.body_at(step.at)
    leads = (Role.CHAIR.value, Role.SECRETARY.value, Role.HEAD.value)
    leader = Post.objects.filter(on(acted_on), body=body, position__in=leads).first()
    return leader and leader.person_id


def _changed_since_drafted(file: File, step: Step, prepared: Prepared) -> list[Reason]:
    draft = drafts.waiting(step.code, file.facts)
    if draft is None or draft.facts.get("papers") == prepared.words:
        return []
    return [
        Reason(
            "draft.changed",
            "Văn bản sẽ ký khác với dự thảo đã trình: dữ liệu của hồ sơ hoặc căn cứ đã thay đổi.",
            remedy="Cán bộ trình ký lại dự thảo, người ký xem bản mới.",
        )
    ]
