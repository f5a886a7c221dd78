"""The one door: no file opens, moves or changes except through the functions of this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

import law
from cases import papers, telling
from cases.models import Case, StepRecord, Subject
from cases.reading import File, Reader, read_file
from cases.refused import OVERTAKEN, KeyReused, StepRefused
from cases.writing import Deed, write_down
from law import Reason
from proof.canonical import sha256
from registry.models import Body, Organisation, Person
from workflows import catalogue, drafts
from workflows.facts import Facts, Finding, Row, Taken
from workflows.facts import Subject as SubjectFact
from workflows.laying import Laying, lay
from workflows.matter import Matter
from workflows.procedure import Procedure
from workflows.rows import RowKind
from workflows.stages import Step


@dataclass(frozen=True, slots=True)
class Request:
    """What someone asks of the door, with the hash by which a repeated request is known."""

    step: str
    actor: Person
    acted_on: date
    inputs: Mapping[str, Any]
    key: str
    today: date

    def hashed(self, about: object) -> str:
        return sha256([str(about), self.step, self.acted_on, _text_of(self.inputs)])

    @property
    def reader(self) -> Reader:
        return Reader(self.actor.pk, self.acted_on, self.today, self.key)


def take_step(
    case: Case | int,
    step: str,
    *,
    actor: Person,
    acted_on: date,
    inputs: Mapping[str, Any] | None = None,
    key: str = "",
    today: date | None = None,
) -> StepRecord:
    """Take one step of the procedure: the only door through which a case moves.

    `acted_on` is the day of the deed (inclusive bounds: not after `today`, which is the site's own day
    unless given; a move not before the last move). `key` makes a repeat harmless: the same key and
    request return the same record. Raises StepRefused with every reason, KeyReused for a key that
    came with another request, Case.DoesNotExist for no such case. Nothing is half done.
    """
    asked = Request(
        step, actor, acted_on, dict(inputs or {}), key or uuid4().hex, today or timezone.localdate()
    )
    pk = case if isinstance(case, int) else case.pk
    try:
        with law.steady(), transaction.atomic():
            file = read_file(pk, asked.reader, lock=True)
            if file is None:
                raise Case.DoesNotExist(f"No case {pk}.")
            record = _already(file, asked, pk) or _take(file, asked, asked.hashed(pk))
    except IntegrityError as error:
        raise _lost_race(error) from error
    return record


def open_case(
    procedure: str,
    *,
    body: Body,
    subjects: Sequence[Person | Organisation],
    actor: Person,
    acted_on: date,
    inputs: Mapping[str, Any] | None = None,
    step: str = "",
    origin: Case | None = None,
    key: str = "",
    today: date | None = None,
) -> Case:
    """Open a file by taking its procedure's first step (or another that opens it); return the case.

    Raises StepRefused with every reason (no subject, a body that may not, all that `take_step`
    refuses), KeyError for an unknown procedure, KeyReused as `take_step` does.
    """
    kind = catalogue.get(procedure)
    asked = Request(
        step or kind.opens,
        actor,
        acted_on,
        dict(inputs or {}),
        key or uuid4().hex,
        today or timezone.localdate(),
    )
    about = [procedure, body.pk, [(type(s).__name__, s.pk) for s in subjects]]
    try:
        with law.steady(), transaction.atomic():
            if earlier := StepRecord.objects.filter(actor=actor, key=asked.key).first():
                if earlier.request != asked.hashed(about):
                    raise KeyReused
                return earlier.case
            case = _new_case(kind, body, subjects, acted_on, origin)
            file = read_file(case.pk, asked.reader)
            assert file is not None
            file = replace(file, facts=replace(file.facts, subjects=_subject_facts(subjects)))
            record = _take(
                file,
                asked,
                asked.hashed(about),
                _may_open(kind, asked.step, body, subjects, origin),
            )
            _lay_subjects(case, subjects, record)
    except IntegrityError as error:
        raise _lost_race(error) from error
    case.refresh_from_db()
    return case


def judge(file: File, step: Step, answers: Mapping[str, Any] | None = None) -> tuple[Reason, ...]:
    """Every reason why the reader of `file` may not take `step` now; empty means they may.

    With `answers` None only what is known before the form is filled is judged.
    """
    facts, reasons = _aimed(file.facts, step, answers or {})
    facts = _with_draft(facts, step)
    reasons += _about_draft(file, step, facts)
    verdict = file.procedure.refusals(step, facts, file.standing, answers)
    return (*reasons, *verdict.reasons)


def draft_words(file: File, step: Step) -> dict[str, Any]:
    """What the draft that waits for `step` says; empty when none waits."""
    said, _personal = _said(file, step, {})
    return said


def _take(file: File, asked: Request, request: str, more: Sequence[Reason] = ()) -> StepRecord:
    """Judge, move, write down, enter the papers, tell: on a locked file, inside a transaction."""
    step = file.procedure.step(asked.step)
    if step is None:
        raise StepRefused([_no_such_step(file.procedure, asked.step)])
    facts, reasons = _aimed(file.facts, step, asked.inputs)
    facts = _with_draft(facts, step)
    file = replace(file, facts=facts)
    reasons += [
        *more,
        *_about_draft(file, step, facts),
        *_about_correction(file, step, asked.inputs),
    ]
    verdict = file.procedure.refusals(step, facts, file.standing, asked.inputs)
    cleaned = file.procedure.clean(step, asked.inputs)
    inputs, personal = _said(file, step, cleaned.values)
    unknown = _unknown_people(step, cleaned.values)
    reasons += [*verdict.reasons, *unknown]
    prepared = papers.Prepared()
    if not cleaned.faults and not unknown and not any(r.rule == "order" for r in reasons):
        prepared, paper_reasons = papers.prepare(file, step, inputs, asked.acted_on)
        reasons += paper_reasons
    if reasons:
        raise StepRefused(reasons)

    if step.prepares:  # what the signer will be bound to
        inputs = {**inputs, "papers": prepared.words}
    laying = lay(step, facts, inputs, personal)
    said = cleaned.values if not step.drafted else {"draft": _draft_of(step, facts).number}
    deed = _deed(file, step, asked, request, said, verdict.hits)
    record, digest = write_down(file, deed, laying, _after(file, deed, laying, prepared))
    entered = papers.enter(file, step, record, prepared, asked.actor, asked.acted_on, inputs)
    written = StepRecord(
        pk=record, case_id=file.id, sequence=file.records + 1, step=step.code, hash=digest,
        from_stage=deed.from_stage, to_stage=deed.to_stage, moves=step.moves, acted_on=deed.acted_on,
    )  # fmt: skip
    if entered:
        transaction.on_commit(lambda: telling.tell(file, written, entered))
    return written


def _deed(file: File, step: Step, asked: Request, request: str, inputs, hits) -> Deed:
    stage = (
        file.facts.finding.stage if step.about_finding and file.facts.finding else file.facts.stage
    )
    return Deed(
        step=step,
        from_stage=stage,
        to_stage=file.procedure.move(step, stage),
        acted_on=asked.acted_on,
        recorded_at=timezone.now(),
        inputs=dict(inputs),
        personal=frozenset(question.name for question in step.inputs if question.personal),
        hits=hits,
        key=asked.key,
        request=request,
    )


def _after(file: File, deed: Deed, laying: Laying, prepared: papers.Prepared) -> Facts:
    """The facts as they stand once the deed is written: what the worklist is derived from."""
    facts, step = file.facts, deed.step
    earlier = facts.taken.get(step.code)
    taken = Taken(
        min(earlier.first, deed.acted_on) if earlier else deed.acted_on,
        max(earlier.last, deed.acted_on) if earlier else deed.acted_on,
        (earlier.times if earlier else 0) + 1,
    )
    gone = {r.number for r in facts.rows if r.laid_by == laying.supersedes_record} | set(
        laying.supersedes
    )
    rows = tuple(row for row in facts.rows if row.number not in gone) + tuple(
        Row(file.next_number + place, row.kind, file.records + 1, file.standing.person, deed.acted_on,
            step.code, row.facts)
        for place, row in enumerate(laying.rows)
    )  # fmt: skip
    moved = step.moves and not step.about_finding
    return replace(
        facts,
        stage=deed.to_stage if moved else facts.stage,
        moved_on=deed.acted_on if moved else facts.moved_on,
        taken={**facts.taken, step.code: taken},
        rows=rows,
        findings=_findings_after(file, deed, laying),
        papers=papers.facts_after(file, step, prepared, deed.inputs),
    )


def _findings_after(file: File, deed: Deed, laying: Laying) -> tuple[Finding, ...]:
    about = file.facts.finding.number if deed.step.about_finding and file.facts.finding else None
    findings = tuple(
        replace(finding, stage=deed.to_stage) if finding.number == about else finding
        for finding in file.facts.findings
    )
    if laying.finding and file.procedure.findings:
        start = file.procedure.findings.stage.start.value
        findings += (Finding(file.next_finding, laying.finding.subject, start),)
    return findings


def _aimed(facts: Facts, step: Step, answers: Mapping[str, Any]) -> tuple[Facts, list[Reason]]:
    """Point the facts at the finding a step is about; say so when the file has none of that number."""
    number = answers.get("finding")
    if not step.about_finding or number in (None, ""):
        first_open = next((f for f in facts.findings if f.stage in step.source), None)
        return (
            replace(facts, finding=first_open) if step.about_finding and not answers else facts
        ), []
    finding = next((f for f in facts.findings if str(f.number) == str(number)), None)
    if finding is None:
        remedy = "Chọn một nội dung đã ghi trong hồ sơ."
        return facts, [
            Reason("input.finding", f"Hồ sơ không có nội dung số {number}.", None, None, remedy)
        ]
    return replace(facts, finding=finding), []


def _with_draft(facts: Facts, step: Step) -> Facts:
    draft = drafts.waiting(step.code, facts) if step.drafted else None
    return replace(facts, inputs=draft.facts) if draft else facts


def _about_draft(file: File, step: Step, facts: Facts) -> list[Reason]:
    if not step.drafted:
        return []
    draft = drafts.waiting(step.code, facts)
    if draft is None:
        return [
            Reason(
                "draft.none",
                f"Chưa có dự thảo trình ký cho bước “{step.label}”.",
                None,
                None,
                "Cán bộ soạn dự thảo và trình ký trước; người ký không tự soạn.",
            )
        ]
    if draft.by == file.standing.person:
        return [
            Reason(
                "draft.own",
                "Người soạn dự thảo không được tự ký duyệt.",
                None,
                None,
                "Người khác có thẩm quyền ký; hoặc người khác soạn lại dự thảo.",
            )
        ]
    return []


def _about_correction(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """Only a step that stayed and laid a fact is corrected, and only by a second person."""
    if step.lays is not RowKind.CORRECTION:
        return []
    laid = [row for row in file.facts.rows if str(row.laid_by) == str(answers.get("record"))]
    wrong = file.procedure.step(laid[0].step) if laid else None
    if wrong is None or wrong.moves or wrong.issues or wrong.lays is RowKind.CORRECTION:
        return [
            Reason(
                "correct.what",
                "Bước này không đính chính được: chỉ đính chính bước ghi thêm dữ kiện mà không chuyển giai đoạn.",
                remedy="Văn bản đã ký sai thì ban hành văn bản mới; bước chuyển sai thì xin ý kiến người ký.",
            )
        ]
    if any(row.by == file.standing.person for row in laid):
        return [
            Reason(
                "correct.alone",
                "Người đã ghi bước này không tự đính chính; phải có người khác xác nhận chỗ sai.",
                remedy="Người khác trong đoàn, hoặc cán bộ theo dõi địa bàn, ghi bước đính chính.",
            )
        ]
    return []


def _said(
    file: File, step: Step, answers: Mapping[str, Any]
) -> tuple[dict[str, Any], frozenset[str]]:
    """What the step says, and which of it is personal: its answers, or the draft that is signed."""
    if not step.drafted:
        return dict(answers), frozenset(q.name for q in step.inputs if q.personal)
    draft = drafts.waiting(step.code, file.facts)
    if draft is None:
        return {}, frozenset()
    words = papers.words_of(file.id, draft.number)
    facts = {name: value for name, value in draft.facts.items() if name not in ("step", "papers")}
    return {**facts, **words}, frozenset(words)


def _draft_of(step: Step, facts: Facts) -> Row:
    draft = drafts.waiting(step.code, facts)
    assert draft is not None, "a step without its draft has been refused"
    return draft


def _unknown_people(step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    named = {
        member["person"]
        for q in step.inputs
        if q.kind == "team"
        for member in answers.get(q.name, ())
    }
    named |= {answers[q.name] for q in step.inputs if q.kind == "post" and q.name in answers}
    known = (
        set(Person.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()
    )
    return [
        Reason(
            "input.person",
            f"Danh bạ không có người mang số {number}.",
            None,
            None,
            "Chọn lại trong danh bạ.",
        )
        for number in sorted(named - known)
    ]


def _already(file: File, asked: Request, about: object) -> StepRecord | None:
    if file.answered is None:
        return None
    if file.answered["case"] != file.id or file.answered["request"] != asked.hashed(about):
        raise KeyReused
    return StepRecord.objects.get(pk=file.answered["id"])


def _new_case(kind: type[Matter], body, subjects, acted_on: date, origin: Case | None) -> Case:
    return Case.objects.create(
        reference=_reference(f"{kind.prefix}-{acted_on.year}"),
        procedure=kind.code,
        title=_title(kind, subjects),
        body=body,
        stage=kind.stage.start.value,
        opened_on=acted_on,
        moved_on=acted_on,
        origin=origin,
    )


def _reference(series: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_counter (series, last) VALUES (%s, 1)"
            " ON CONFLICT (series) DO UPDATE SET last = cases_counter.last + 1 RETURNING last",
            [series],
        )
        return f"{series}-{cursor.fetchone()[0]:04}"


def _title(kind: type[Matter], subjects: Sequence[Person | Organisation]) -> str:
    names = [f"đồng chí {one}" if isinstance(one, Person) else str(one) for one in subjects]
    return f"{kind.label}: {', '.join(names)}"[:300]


def _may_open(
    kind: type[Matter], step: str, body: Body, subjects: Sequence[Any], origin: Case | None
) -> list[Reason]:
    reasons = []
    if step in kind.also_opens and origin is None:
        reasons.append(
            Reason(
                "origin.none",
                "Bước này mở hồ sơ theo kết luận của một hồ sơ trước, nhưng chưa nêu hồ sơ nào.",
                remedy="Chọn hồ sơ trước, hoặc lập đề xuất mới.",
            )
        )
    if step not in (kind.opens, *kind.also_opens):
        reasons.append(
            Reason(
                "order",
                f"Bước “{step}” không mở hồ sơ của quy trình “{kind.label}”.",
                remedy="Mở hồ sơ bằng bước đầu của quy trình.",
            )
        )
    if body.kind not in kind.bodies:
        reasons.append(
            Reason(
                "body.kind",
                f"{body.name} không phải chủ thể của quy trình “{kind.label}”.",
                None,
                None,
                "Chọn cơ quan có thẩm quyền làm chủ thể.",
            )
        )
    if not subjects:
        reasons.append(
            Reason(
                "subjects.none",
                "Hồ sơ chưa có đối tượng.",
                None,
                None,
                "Chọn ít nhất một đối tượng.",
            )
        )
    return reasons


def _subject_facts(subjects: Sequence[Person | Organisation]) -> tuple[SubjectFact, ...]:
    return tuple(
        SubjectFact(number, isinstance(one, Person), one.pk)
        for number, one in enumerate(subjects, start=1)
    )


def _lay_subjects(
    case: Case, subjects: Sequence[Person | Organisation], record: StepRecord
) -> None:
    Subject.objects.bulk_create(
        Subject(
            case=case,
            number=number,
            laid_by=record,
            **{"person" if isinstance(one, Person) else "organisation": one},
        )
        for number, one in enumerate(subjects, start=1)
    )


def _no_such_step(procedure: type[Procedure], step: str) -> Reason:
    return Reason(
        "order",
        f"Quy trình “{procedure.label}” không có bước “{step}”.",
        None,
        None,
        "Chọn một bước trong danh sách của quy trình.",
    )


def _lost_race(error: IntegrityError) -> Exception:
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    if constraint == "one_record_per_key":
        return KeyReused()
    if constraint in ("one_record_per_place", "one_filerow_per_number", "one_finding_per_number"):
        return StepRefused([OVERTAKEN])
    return error


def _text_of(inputs: Mapping[str, Any]) -> Any:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in inputs.items()
    }
