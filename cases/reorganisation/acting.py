"""Doing a plan in one act and taking it back in one: register, files, work and clocks together, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

import law
from cases import services
from cases.models import Case, FileRow, Participant, Reorganisation, ReorganisationAct
from cases.passing_on import Passing
from cases.refused import StepRefused
from cases.reorganisation.closed import taken_since
from cases.reorganisation.fates import Fated
from cases.reorganisation.orphans import orphans
from cases.reorganisation.previewing import (
    OPEN_FILES,
    Preview,
    Progress,
    plan_of,
    reasons_against,
    seen,
)
from law import Reason
from proof.reader import as_the_system
from registry import keeping
from registry.keeping import Asked, OfficeRefused, keeping_post
from registry.models import Body, Organisation, Person, Post, RegisterEntry
from registry.register import lock
from registry.reorganisation import taking_back
from registry.reorganisation.carrying_out import carry_out
from workflows.everyday.passing_on import Fate
from workflows.rows import RowKind

Kind = ReorganisationAct.Kind


def _silent(_what: str, _done: int, _of: int) -> None:
    """Nobody watches."""


@as_the_system()  # the act weighs and passes on files that whoever does it may not read
def do(
    row: Reorganisation, *, by: Person, today: date, digest: str = "", progress: Progress = _silent
) -> ReorganisationAct:
    """Carry the plan out, all of it or nothing; return the act with what it did.

    `digest` is that of the preview somebody has seen: a plan that would do something else by now is refused.
    Raises OfficeRefused with every reason.
    """
    try:
        with law.steady(), transaction.atomic():
            row = _locked(row)
            if row.acts.exists():
                raise OfficeRefused([_done_already(row)])
            if reasons := reasons_against(row, by, today):
                raise OfficeRefused(reasons)
            carried = carry_out(plan_of(row))
            found = seen(row, carried)
            _refuse_unlike(found, digest)
            post = keeping_post(by, row.body, today)
            assert post is not None, "whoever keeps no register has been refused"
            deed = RegisterEntry.Deed.REORGANISED
            progress("register", 0, len(carried.changes.made))
            told = carried.changes.tell(deed, by=by, post=post, on=today, document=row.document)
            files = list(_pass_on(found, row, post, by, today, progress))
            left = _no_orphans(today, [one.pk for one in _bodies(carried.changes.made)])
            return ReorganisationAct.objects.create(
                plan=row, kind=Kind.DONE, by=by, on=today,
                content={
                    "lines": row.lines,
                    "choices": row.choices,
                    "document": row.document,
                    "changes": carried.changes.as_json(),
                    "counts": found.counts,
                    "entries": told,
                    "files": files,
                    "unmoved": [one.pk for one in found.unmoved],
                    "left": list(found.left),
                    "close_by": found.close_by and found.close_by.isoformat(),
                    "close_document": row.close_document,
                    "digest": found.digest,
                    "law": law.rule(OPEN_FILES, on=row.effective).as_json(),
                    "orphans": left,
                },
            )  # fmt: skip
    except IntegrityError as error:
        raise _lost(row, error) from error


@as_the_system()  # as `do`
def undo(
    row: Reorganisation, *, by: Person, today: date, reason: str, progress: Progress = _silent
) -> ReorganisationAct:
    """Take the act back by an inverse one, with a reason; possible until anything was done on top of it.

    Raises OfficeRefused with every reason. Nothing is removed: what began ends, what ended begins again.
    """
    with law.steady(), transaction.atomic():
        row = _locked(row)
        done = row.acts.filter(kind=Kind.DONE).first()
        if reasons := list(against_undoing(row, done, by, today, reason)):
            raise OfficeRefused(reasons)
        assert done is not None, "a plan that was not done has been refused"
        post = keeping_post(by, row.body, today)
        assert post is not None, "whoever keeps no register has been refused"
        changes = taking_back.take_back(done.content["changes"], today, reason)
        deed = RegisterEntry.Deed.UNDONE
        progress("register", 0, len(changes.made))
        told = changes.tell(deed, by=by, post=post, on=today, document=row.document)
        files = list(_bring_back(done, row, post, by, today, reason, progress))
        founded = [
            pk
            for table, pk, how, _b in done.content["changes"]
            if (table, how) == ("body", "begun")
        ]
        return ReorganisationAct.objects.create(
            plan=row, kind=Kind.UNDONE, by=by, on=today, reason=reason,
            content={
                "changes": changes.as_json(),
                "counts": changes.counts(),
                "entries": told,
                "files": files,
                "orphans": _no_orphans(today, founded),
            },
        )  # fmt: skip


@as_the_system()  # as `do`
def against_undoing(
    row: Reorganisation, done: ReorganisationAct | None, by: Person, today: date, reason: str
) -> Iterator[Reason]:
    """Every reason why the plan may not be taken back now."""
    yield from keeping.not_keeper(row.body, Asked(by, today))
    if not reason.strip():
        yield Reason(
            "input.reason", "Chưa ghi lý do bỏ việc sắp xếp.", remedy="Ghi lý do, văn bản."
        )
    if done is None:
        yield Reason("undo.not_done", "Phương án này chưa thực hiện.", remedy="Không cần bỏ.")
        return
    if row.acts.filter(kind=Kind.UNDONE).exists():
        yield Reason("undo.done", "Việc sắp xếp này đã được bỏ.", remedy="Không cần ghi nữa.")
        return
    yield from taking_back.against(done.content["changes"], row.effective, today)
    yield from _stepped_on(done)


def _stepped_on(done: ReorganisationAct) -> Iterator[Reason]:
    """Files in which something was done since, and files opened by the new bodies."""
    said = {one["case"]: one["sequence"] for one in done.content["files"]}
    moved = (
        Case.objects.filter(pk__in=said).order_by("pk").values_list("pk", "reference", "records")
    )
    later = [reference for pk, reference, records in moved if records != said[pk]]
    if later:
        yield Reason(
            "undo.step",
            f"{len(later)} hồ sơ đã có bước mới sau khi chuyển: {', '.join(later[:5])}"
            f"{'…' if len(later) > 5 else ''}.",
            remedy="Không bỏ được nữa; lập phương án sắp xếp mới.",
        )
    founded = [
        pk for table, pk, how, _b in done.content["changes"] if (table, how) == ("body", "begun")
    ]
    if taken := taken_since(done):
        yield Reason(
            "undo.taken_up",
            f"{taken} hồ sơ đã kết thúc của tổ chức cũ đã được tiếp nhận.",
            remedy="Không bỏ được nữa; lập phương án sắp xếp mới.",
        )
    opened = Case.objects.filter(body__in=founded).exclude(pk__in=said).count()
    if opened:
        yield Reason(
            "undo.opened",
            f"Cơ quan mới lập đã mở {opened} hồ sơ.",
            remedy="Không bỏ được nữa; lập phương án sắp xếp mới.",
        )


# Inside the act


def _locked(row: Reorganisation) -> Reorganisation:
    """The plan, its files and its registers, each locked, always in this order: nobody waits in a ring."""
    row = (
        Reorganisation.objects.select_for_update(of=("self",)).select_related("body").get(pk=row.pk)
    )
    plan = plan_of(row)
    codes = {code for line in plan.lines for code in line.units}
    codes |= {target.code for line in plan.lines for target in line.targets}
    units = list(
        Organisation.objects.filter(code__in=codes).order_by("pk").values_list("pk", flat=True)
    )
    bodies = Body.objects.filter(organisation__in=units)
    list(bodies.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    part = Participant.objects.filter(body__in=bodies).values("case")
    cases = Case.objects.filter(Q(body__in=bodies) | Q(pk__in=part), closed_on=None)
    list(cases.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    for unit in units:
        lock(unit)
    return row


def _refuse_unlike(found: Preview, digest: str) -> None:
    reasons = list(found.reasons)
    if digest and digest != found.digest:
        reasons.append(
            Reason(
                "plan.changed",
                "Hồ sơ hoặc danh bạ đã khác so với bản xem trước.",
                remedy="Xem lại bản xem trước rồi thực hiện.",
            )
        )
    if reasons:
        raise OfficeRefused(reasons)


def _pass_on(
    found: Preview, row: Reorganisation, post: Post, by: Person, today: date, progress: Progress
) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(found.files, start=1):
        assert one.option is not None, "a file without a body to go on has been refused"
        passing = Passing(
            case=one.case.pk,
            fate=one.option.fate,
            to=one.option.to.pk,
            document=row.document,
            effective=row.effective,
            reason=" ".join(one.reasons),
            gaps=one.gaps,
            heirs=one.heirs,
        )
        passed = _passed(passing, one, f"sx-{row.pk}-d-{one.case.pk}", post, by, today)
        progress("files", number, len(found.files))
        yield {
            "case": one.case.pk,
            "reference": one.case.reference,
            "fate": one.option.fate.value,
            "chosen": one.chosen,
            "from": one.case.body_id,
            "to": one.option.to.pk,
            **passed,
        }


def _passed(
    passing: Passing, one: Fated | str, key: str, post: Post, by: Person, today: date
) -> dict[str, int]:
    """Where the passing is written, or OfficeRefused with the file's own reasons."""
    try:
        passed = services.pass_on(
            passing, post=post, actor=by, acted_on=today, key=key, today=today
        )
    except StepRefused as refused:
        if any(r.rule == "permission" for r in refused.reasons):
            raise OfficeRefused([_ANOTHER_HAND]) from refused
        reference = one if isinstance(one, str) else one.case.reference
        raise OfficeRefused(
            [
                Reason(r.rule, f"Hồ sơ {reference}: {r.text}", r.citation, r.confidence, r.remedy)
                for r in refused.reasons
            ]
        ) from refused
    return {"record": passed.record, "sequence": passed.sequence, "row": passed.row}


#: Which file it is would tell a person of a matter about them of which they were told nothing yet.
_ANOTHER_HAND = Reason(
    "plan.hand",
    "Trong các hồ sơ phải chuyển có hồ sơ mà người thực hiện không được xử lý.",
    remedy="Người khác giữ danh bạ của cơ quan quyết định thực hiện.",
)


def _bring_back(
    done: ReorganisationAct,
    row: Reorganisation,
    post: Post,
    by: Person,
    today: date,
    reason: str,
    progress: Progress,
) -> Iterator[dict[str, Any]]:
    files: Sequence[dict[str, Any]] = done.content["files"]
    rows = _rows_of(files)
    for number, one in enumerate(files, start=1):
        passing = Passing(
            case=one["case"],
            fate=Fate.BACK if one["from"] != one["to"] else Fate.KEPT,
            to=one["from"],
            document=row.document,
            effective=today,
            reason=reason,
            undoes=one["row"],
            taking_part=rows[one["case"]],
        )
        key = f"sx-{row.pk}-u-{one['case']}"
        passed = _passed(passing, one["reference"], key, post, by, today)
        progress("files", number, len(files))
        yield {**one, "fate": passing.fate.value, "from": one["to"], "to": one["from"], **passed}


def _rows_of(files: Sequence[dict[str, Any]]) -> dict[int, tuple[int, ...] | None]:
    """Who took part in each file before it passed on."""
    wanted = {one["case"]: one["row"] for one in files}
    rows = FileRow.objects.filter(case__in=wanted, kind=RowKind.PASSED_ON)
    found: dict[int, tuple[int, ...] | None] = {}
    for row in rows:
        if row.number == wanted[row.case_id]:
            taking_part = row.facts.get("taking_part") or None
            found[row.case_id] = tuple(taking_part) if taking_part else None
    return found


def _bodies(made: Sequence[Any]) -> list[Body]:
    return [one.row for one in made if isinstance(one.row, Body) and one.kind == "ended"]


def _no_orphans(today: date, bodies: Sequence[int]) -> dict[str, int]:
    """The counts of what still lies with the ended bodies: all nought, or the act is refused."""
    left = orphans(today, bodies)
    if any(left.values()):
        said = ", ".join(f"{name}: {count}" for name, count in left.items() if count)
        raise OfficeRefused(
            [
                Reason(
                    "plan.orphans",
                    f"Sau khi sắp xếp vẫn còn việc ở cơ quan đã kết thúc ({said}).",
                    remedy="Báo quản trị; chưa có gì được ghi.",
                )
            ]
        )
    return left


def _done_already(row: Reorganisation) -> Reason:
    act = row.acts.order_by("pk").last()
    when = f" ngày {act.on:%d/%m/%Y}" if act else ""
    return Reason(
        "plan.done", f"Phương án này đã thực hiện{when}.", remedy="Lập phương án mới nếu cần."
    )


def _lost(row: Reorganisation, error: IntegrityError) -> Exception:
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    return OfficeRefused([_done_already(row)]) if constraint == "each_act_of_a_plan_once" else error
