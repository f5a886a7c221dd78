"""The closed files of a body that has ended, taken up at its successor all at once, numbers and histories whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from cases import services
from cases.models import Case, FileRow, ReorganisationAct
from cases.passing_on import Passing
from cases.refused import StepRefused
from cases.reorganisation.competent import competent
from law import Reason
from proof.reader import as_the_system
from registry import keeping
from registry.keeping import Asked, OfficeRefused, keeping_post
from registry.models import Body, Person
from registry.reorganisation.heirs import heirs_of, predecessors_of
from workflows import catalogue
from workflows.everyday.passing_on import Fate
from workflows.rows import RowKind


@dataclass(frozen=True)
class TakenUp:
    """How many files of each procedure were taken up, and why each of the others stays where it is."""

    taken: Counter[str]
    left: tuple[tuple[str, str], ...]


def succeeded_by(body: Body, today: date) -> list[Body]:
    """The ended bodies whose files `body` may take up: of its kind, of the units that its own goes on for."""
    before = predecessors_of(body.organisation, today)
    rows = Body.objects.filter(organisation__in=before, kind=body.kind, last_day__lt=today)
    return list(rows.select_related("organisation").order_by("name", "pk"))


@as_the_system()  # whose files they were cannot be asked any more
def waiting(ended: Body) -> list[Case]:
    """The closed files that still lie with the ended body, in the order of their opening."""
    rows = Case.objects.filter(body=ended, closed_on__isnull=False)
    return list(rows.select_related("body__organisation").order_by("pk"))


def against_all(
    ended: Body, body: Body, document: str, by: Person, today: date
) -> Iterator[Reason]:
    """Every reason why `by` may not take the closed files of `ended` up at `body`."""
    yield from keeping.not_keeper(body, Asked(by, today))
    yield from keeping.without_document(document)
    if ended not in succeeded_by(body, today):
        words = f"{body.name} không kế thừa {ended.name}."
        yield Reason("take_up.heir", words, remedy="Chọn cơ quan mà tổ chức của mình kế thừa.")
    elif not waiting(ended):
        words = f"{ended.name} không còn hồ sơ đã kết thúc nào."
        yield Reason("take_up.none", words, remedy="Không cần tiếp nhận.")


@as_the_system()
def take_up_all(
    ended: Body,
    body: Body,
    *,
    document: str,
    by: Person,
    today: date,
    progress: Callable[[int, int], None],
) -> TakenUp:
    """Let `body` have every closed file of `ended`, each by a record of its own; of several heirs each has its own.

    A file that cannot pass stays, and is told of; the others do not wait for it. Begun again, it goes on with
    what is left. Raises OfficeRefused with every reason before the first.
    """
    if reasons := list(against_all(ended, body, document, by, today)):
        raise OfficeRefused(reasons)
    alone = _is_alone(ended, body, today)
    files, taken, left = waiting(ended), Counter[str](), list[tuple[str, str]]()
    for number, case in enumerate(files, start=1):
        if not alone and competent(case, today) != body:
            words = "Đối tượng thuộc tổ chức kế thừa khác, hoặc chưa rõ."
            left.append((case.reference, f"{words} Tiếp nhận riêng từng hồ sơ."))
        elif why := _why_not(case, body, document, by, today):
            left.append(why)
        else:
            taken[str(catalogue.get(case.procedure).label)] += 1
        progress(number, len(files))
    return TakenUp(taken, tuple(left))


def _is_alone(ended: Body, body: Body, today: date) -> bool:
    """Whether no other heir of the ended unit has a body of that kind."""
    heirs = heirs_of(ended.organisation, today)
    others = Body.objects.filter(organisation__in=heirs, kind=body.kind, last_day=None)
    return not others.exclude(pk=body.pk).exists()


def _why_not(
    case: Case, body: Body, document: str, by: Person, today: date
) -> tuple[str, str] | None:
    """Pass the file on; or say why it stays, without a word of a file that this person may not touch."""
    post = keeping_post(by, body, today)
    assert post is not None, "whoever keeps no register has been refused"
    passing = Passing(
        case=case.pk, fate=Fate.GOES_ON, to=body.pk, document=document, effective=today,
        reason=f"Hồ sơ đã kết thúc của {case.body.name}; {body.organisation} kế thừa, lưu giữ.",
    )  # fmt: skip
    try:
        services.pass_on(passing, post=post, actor=by, acted_on=today, key=uuid4().hex, today=today)
    except StepRefused as refused:
        if any(one.rule == "permission" for one in refused.reasons):
            return "Một hồ sơ", "Người thực hiện không được xử lý hồ sơ này; người khác tiếp nhận."
        return case.reference, " ".join(one.text for one in refused.reasons)
    return None


def taken_since(done: ReorganisationAct) -> int:
    """How many closed files of the units that ended with the act have been taken up elsewhere since."""
    units = [
        pk for table, pk, how, _b in done.content["changes"] if (table, how) == ("body", "ended")
    ]
    moved = {one["case"] for one in done.content["files"]}
    rows = FileRow.objects.filter(kind=RowKind.PASSED_ON, facts__from__in=units)
    return rows.exclude(case__in=moved).count()
