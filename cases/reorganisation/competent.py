"""A file whose body is no more: the competent body where the member now belongs takes it up, by analogy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import law
from cases import services
from cases.models import Case, Subject
from cases.passing_on import Passed, Passing
from law import Reason
from proof.reader import as_the_system
from registry import keeping, tree
from registry.keeping import Asked, OfficeRefused, keeping_post
from registry.models import Body, Membership, Person, on
from workflows import catalogue
from workflows.everyday.passing_on import Fate

#: Written for admissions that were annulled, applied here by analogy: nobody has read a rule for the rest.
RULE = "competence.ended_body"


@as_the_system()
def competent(case: Case, day: date) -> Body | None:
    """The body that decides on `day` what `case` still needs: its own while that lives.

    Else the lowest one above the subject, where it now belongs, that runs the procedure; of the same kind first.
    None where no such body is found.
    """
    if case.body.last_day is None or case.body.last_day >= day:
        return case.body
    procedure = catalogue.get(case.procedure)
    for place in _line(case, day):
        bodies = Body.objects.filter(on(day), organisation=place).select_related("organisation")
        fitting = [one for one in bodies if procedure.run_by(one.kind, one.organisation.kind)]
        if fitting:
            return min(fitting, key=lambda one: (one.kind != case.body.kind, one.pk))
    return None


def _line(case: Case, day: date) -> list[int]:
    """The organisations above the first subject, from where it now belongs; of a file about nobody, of its body."""
    subject = Subject.objects.filter(case=case, superseded_by=None).order_by("number").first()
    if subject is None:
        return tree.above(case.body.organisation_id, day)
    if subject.organisation_id:
        return tree.above(subject.organisation_id, day)
    cells = Membership.objects.filter(on(day), person=subject.person_id).order_by("pk")
    home = cells.values_list("cell", flat=True).first()
    return tree.above(home, day) if home else []


@as_the_system()
def against_taking_up(
    case: Case, body: Body, document: str, by: Person, today: date
) -> Iterator[Reason]:
    """Every reason why somebody of `body` may not take the file up."""
    yield from keeping.not_keeper(body, Asked(by, today))
    if not document.strip():
        hit = law.rule(RULE, on=today)
        yield Reason(
            RULE,
            "Chưa có quy định cho trường hợp cơ quan đã quyết định không còn; đây là áp dụng tương tự.",
            hit.cited,
            hit.confidence,
            "Ghi văn bản của cấp có thẩm quyền cho xem xét tiếp.",
        )
    now = competent(case, today)
    if now == case.body:
        words = f"{case.body.name} còn hoạt động và tự giải quyết."
        yield Reason("take_up.alive", words, remedy="Không cần tiếp nhận.")
    elif now != body:
        words = f"{body.name} không phải cơ quan có thẩm quyền nơi đối tượng đang sinh hoạt."
        remedy = f"Chuyển cho {now.name}." if now else "Báo cáo cấp trên trực tiếp."
        yield Reason("take_up.body", words, remedy=remedy)


@as_the_system()
def take_up(
    case: Case, body: Body, *, document: str, reason: str, by: Person, today: date
) -> Passed:
    """Let the competent body have the file of a body that has ended, so that it decides what is still to be.

    Raises OfficeRefused with every reason; StepRefused as the door does.
    """
    if reasons := list(against_taking_up(case, body, document, by, today)):
        raise OfficeRefused(reasons)
    post = keeping_post(by, body, today)
    assert post is not None, "whoever keeps no register has been refused"
    analogy = "Áp dụng tương tự: cơ quan đã quyết định không còn, cơ quan nơi đối tượng đang sinh hoạt quyết định."
    passing = Passing(
        case=case.pk, fate=Fate.AT_HOME, to=body.pk, document=document, effective=today,
        reason=f"{reason.strip()} {analogy}".strip(),
    )  # fmt: skip
    return services.pass_on(
        passing, post=post, actor=by, acted_on=today, key=uuid4().hex, today=today
    )
