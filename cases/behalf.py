"""Nhập thay: what a body without accounts did on paper, entered for it by people of another body.

The step stays the body's own; the record says who entered it and on whose behalf, from which paper.
Whoever entered it does not approve what comes next in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cases.conflicts import BARS_HANDLING
from cases.entered_papers import about_grounds, about_number
from cases.readers import ENTERING, entering
from cases.reading import File
from cases.signing_right import about_approval
from law import Reason
from permissions.predicates import Predicate, not_the_subject
from permissions.roles import LEADING, Relation, Role
from registry.models import Body, PaperOnly, Person, Position, Post, held_by, on
from workflows import drafts, signing_route
from workflows.inputs import Choice, Day, Input, Text
from workflows.inputs import File as Scan
from workflows.own_steps import is_own
from workflows.rows import RowKind
from workflows.stages import Step

#: What may be done with a draft that was entered, beside confirming it: no paper tells of these.
_OF_THE_ENTRY = (signing_route.RETURN, signing_route.WITHDRAW)
_LEADERS = {
    Role.SECRETARY, Role.DEPUTY_SECRETARY, Role.CHAIR, Role.VICE_CHAIR, Role.HEAD, Role.DEPUTY_HEAD,
}  # fmt: skip

NUMBER = Text(name="paper_number", label="Số, ký hiệu văn bản giấy", personal=False, most=100)
DATED = Day(name="paper_dated", label="Ngày của văn bản giấy")
SCAN = Scan(name="paper_scan", label="Bản chụp văn bản giấy đã ký")
SIGNER = Choice(
    name="paper_signer",
    label="Chức vụ người đã ký văn bản giấy",
    options=[(one, str(Position(one).label)) for one in LEADING],
)
CITED = Text(
    name="paper_grounds",
    label="Căn cứ ghi trên văn bản giấy",
    help="Mỗi căn cứ một dòng.",
    personal=False,
    long=True,
    required=False,
)
RECORDER = Text(name="recorder", label="Người ghi biên bản", help="Họ và tên, chức vụ.", most=200)
#: What an entry says of its paper; never filled in from an earlier one.
OF_THE_PAPER = frozenset(one.name for one in (NUMBER, DATED, SCAN, SIGNER, CITED))


@dataclass(frozen=True, slots=True)
class Behalf:
    """A step done for `body` by somebody who holds `post` in `entering`."""

    body: int
    entering: int
    post: int | None


def of(file: File, step: Step) -> Behalf | None:
    """On whose behalf the reader of `file` would take `step`; None where he acts for himself or may not.

    A vote or a paper belongs to its body whoever enters it; any other step that the reader may take by
    an office or a seat of his own is his own.
    """
    if not file.facts.on_paper:
        return None
    step = file.procedure.step(step.code) or step  # as declared, not as somebody takes it
    body = file.facts.body_at(step.at) or file.body
    enterer = file.facts.on_paper.get(body)
    if enterer is None or is_own(step) or file.standing.roles.get(step.at):
        return None
    if step.at in (
        Relation.ABOVE,
        Relation.PLAN,
    ):  # what a superior decides is never the body's own deed
        return None
    if step.lays is RowKind.WITHDRAWAL or step.at not in {where for where, _ in step.by.seats}:
        return None
    if step.code in signing_route.ON_A_DRAFT and step.code not in _OF_THE_ENTRY:
        return None
    his_own = not step.by.refusals(file.standing)
    if his_own and not (step.at_a_meeting or step.drafted or step.prepares):
        return None
    post = next((p for p, where, held in file.held if where == enterer and held in ENTERING), None)
    if post is None and not his_own:
        return None
    return Behalf(body, enterer, post or file.standing.posts.get(Relation.HANDLING))


def as_taken(file: File, step: Step) -> Step:
    """The step as the reader of `file` takes it: on behalf of a body, it is open to him and asks for the paper."""
    if of(file, step) is None:
        return step
    declared = file.procedure.step(step.code) or step
    return replace(step, by=_entering(declared), inputs=asked(declared))


def entered_by(person: Person, day: date) -> list[Body]:
    """The bodies for which `person` enters on `day`."""
    rows = PaperOnly.objects.filter(entering(Post.objects.filter(held_by(person, day)), day))
    return list(Body.objects.filter(pk__in=rows.values("body")).order_by("pk"))


def asked(step: Step) -> tuple[Input, ...]:
    """What the step asks when it is entered: its own questions, who wrote its minutes, and the paper."""
    if step.drafted or step.code in _OF_THE_ENTRY:
        return step.inputs  # its draft has told of the paper
    own = tuple(
        replace(one, required=True) if one.name == RECORDER.name else one for one in step.inputs
    )
    names = {one.name for one in own}
    writes_minutes = step.writes and "chair" in names and RECORDER.name not in names
    return (
        *own,
        *([RECORDER] if writes_minutes else ()),
        NUMBER,
        DATED,
        SCAN,
        *([SIGNER, CITED] if step.prepares else ()),
    )


def _entering(step: Step) -> Predicate:
    words = "cán bộ, văn thư của cơ quan nhập thay, theo bản giấy"
    return Predicate(not_the_subject.refusals, words, step.by.seats)


def about_entering(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """What stands against entering this step from its paper; nothing for a step that is not entered."""
    found = of(file, step)
    if found is None or step.code in _OF_THE_ENTRY:
        return []
    reasons = [
        Reason(
            "conflict",
            f"Đồng chí {ground.label} nên không nhập thay bước “{step.label}”.",
            remedy="Người khác của cơ quan nhập thay làm bước này.",
        )
        for ground in file.standing.conflicts
        if ground in BARS_HANDLING and not (step.prepares or step.drafted)
    ]
    said = paper_of(file, step, answers)
    if step.drafted and drafts.waiting(step.code, file.facts) and not said.get(NUMBER.name):
        reasons.append(
            Reason(
                "behalf.paper",
                "Dự thảo chưa ghi văn bản giấy đã ký, nên không xác nhận thay được.",
                remedy="Trả lại, nhập lại dự thảo theo bản giấy: số, ngày, bản chụp, người ký.",
            )
        )
    if str(said.get(DATED.name) or "") > file.facts.today.isoformat():
        reasons.append(
            Reason(
                f"input.{DATED.name}",
                "Ngày của văn bản giấy không được sau hôm nay.",
                remedy="Ghi đúng ngày trên bản giấy.",
            )
        )
    reasons += about_grounds(str(said.get(CITED.name) or ""), str(said.get(DATED.name) or ""))
    reasons += about_number(file, step, found.body, said, NUMBER.name)
    return [*reasons, *_about_signer(file, step, found, str(said.get(SIGNER.name) or ""))]


def _about_signer(file: File, step: Step, found: Behalf, position: str) -> list[Reason]:
    """Whoever signed the paper held that office that day, and was approved in it where the law asks so."""
    if not position or position not in LEADING:
        return []
    post = _post(found.body, position, file.facts.acted_on)
    if post is None:
        return [
            Reason(
                f"input.{SIGNER.name}" if step.prepares else "behalf.signer",
                f"Ngày đó không ai giữ chức vụ {Position(position).label} ở cơ quan này.",
                remedy="Ghi đúng chức vụ người ký và ngày ký trên bản giấy.",
            )
        ]
    approved = post.approved_on is not None and post.approved_on <= file.facts.acted_on
    waits = {step.at: position} if post.awaits_approval and not approved else {}
    signing = file.procedure.step(step.prepares) if step.prepares else step
    there = replace(file, standing=replace(file.standing, unapproved=waits))
    return about_approval(there, signing or step)


def paper_of(file: File, step: Step, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What was said of the paper: by the answers, or by the draft that waits to be confirmed."""
    draft = drafts.waiting(step.code, file.facts) if step.drafted else None
    told = draft.facts if draft else answers
    return {name: told[name] for name in sorted(OF_THE_PAPER) if name in told}


def reference(said: Mapping[str, Any]) -> str:
    """The paper from which a step was entered, as its record names it; empty for any other step."""
    if not said.get(NUMBER.name):
        return ""
    return f"{said[NUMBER.name]} ngày {date.fromisoformat(said[DATED.name]):%d/%m/%Y}"


def signer(file: File, step: Step, said: Mapping[str, Any]) -> Post | None:
    """The post whose holder signed the paper that is entered; None where nothing is signed on behalf."""
    found = of(file, step)
    position = said.get(SIGNER.name)
    if found is None or not position:
        return None
    return _post(found.body, str(position), file.facts.acted_on)


def _post(body: int, position: str, day: date) -> Post | None:
    held = Post.objects.filter(on(day), body=body, position=position).select_related("person")
    return held.order_by("pk").first()


# Who entered does not approve


def approves(step: Step) -> bool:
    """Whether a step approves what was laid before it: signs, endorses, appraises, or is its leaders' decision."""
    if signing_route.signs(step) or step.code == signing_route.COLLECTIVE:
        return True
    if step.lays is RowKind.APPRAISAL:
        return True
    roles = {role for _where, role in step.by.seats}
    return not step.everyday and bool(roles) and roles <= _LEADERS


def about_same_hand(file: File, step: Step) -> list[Reason]:
    """Whoever entered a step on behalf approves nothing until somebody else has."""
    declared = file.procedure.step(step.code)
    if not file.since_entered or declared is None or not approves(declared):
        return []
    entered, *after = file.since_entered
    later = ((one.by, file.procedure.step(one.step)) for one in after)
    if any(by != file.standing.person and one and approves(one) for by, one in later):
        return []
    done = file.procedure.step(entered.step)
    return [
        Reason(
            "behalf.same_hand",
            f"Bạn đã nhập thay bước “{done.label if done else entered.step}” của hồ sơ này:"
            f" người nhập thay không ký, duyệt bước tiếp theo.",
            remedy="Người khác có thẩm quyền đối chiếu bản giấy rồi làm bước này.",
        )
    ]
