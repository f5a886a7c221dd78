"""Checking every file against its own history: chains, rows, papers, editions, and where it stands."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import connection, transaction

from cases import checkpointing
from cases import incoming_verification as books
from cases.erasing.told import Erasures
from cases.models import (
    Attachment,
    Case,
    Edition,
    FileRow,
    Finding,
    Judged,
    RecordPaper,
    StepRecord,
    Subject,
)
from cases.readers import REPORTED_AT
from documents import verification as papers
from permissions.vault import verification as envelopes
from proof.checkpoints import Log
from proof.verify import (
    UNORDERED,
    Fault,
    attached,
    emptied,
    erased,
    first_fault,
    sha256,
    unkept,
)
from registry import register
from registry.models import ItemEvidence
from workflows import catalogue
from workflows.everyday.passing_on import PASS_ON


@dataclass(frozen=True)
class Report:
    """What a verification looked at, and the first fault it met in each file."""

    cases: int
    records: int
    faults: tuple[Fault, ...]
    #: Personal answers that were erased on purpose; their chains hold without them.
    erased: int = 0

    def __str__(self) -> str:
        if self.faults:
            return str(self.faults[0])
        return f"audit: {self.cases} cases, {self.records} records, intact"


def verify(cases: Any = None, *, log: Log | None = None, public: str = "") -> Report:
    """Verify `cases` (every case of the site when None), reading each history once, in order.

    All is read in one snapshot, so that a step taken meanwhile is no fault. `log` is asked instead of the
    site's own: a copy of it that was kept elsewhere; `public` is the site's key, where this machine has none.
    """
    told = checkpointing.Told(log, public)
    if connection.in_atomic_block:
        return _verify(cases, told)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return _verify(cases, told)


def _verify(cases: Any, told: checkpointing.Told) -> Report:
    chosen, erasures = Case.objects.all() if cases is None else cases, Erasures.all()
    faults: list[Fault] = [*_contents_changed(), *_attachments(erasures)] if cases is None else []
    seen = records = gone = 0
    for batch in _batches(chosen.order_by("pk")):
        files = Files(batch)
        for case in batch:
            seen += 1
            records += len(files.histories[case.pk])
            gone += sum(map(_erased, files.histories[case.pk]))
            if fault := _fault_of(case, files, told, erasures):
                faults.append(fault)
    faults += [*told.faults_of_the_log(), *told.faults_beside_cases()] if cases is None else []
    faults += [*papers.faults(), *books.faults(), *envelopes.faults(), *register.faults()]
    return Report(seen, records, tuple(faults), gone)


class Files:
    """Everything that lies in a batch of files, read once, by case (rows and papers by record)."""

    def __init__(self, batch: list[Case]):
        self.histories = _by(
            "case_id", StepRecord.objects.filter(case__in=batch).order_by("case_id", "sequence")
        )
        laid = list(FileRow.objects.filter(case__in=batch).order_by("number"))
        self.rows = _by("laid_by_id", laid)
        self.set_aside = _by("superseded_by_id", laid)
        self.findings = _by("case_id", Finding.objects.filter(case__in=batch).order_by("pk"))
        self.subjects = _by("case_id", Subject.objects.filter(case__in=batch).order_by("number"))
        held = RecordPaper.objects.filter(case__in=batch)
        self.papers: dict[int, list[list[Any]]] = defaultdict(list)
        for record, *paper in held.values_list(
            "record", "paper", "paper__kind", "paper__values_sha256"
        ):
            self.papers[record].append(paper)
        named = {sha for record in self.everything() for sha in attached(record.inputs)}
        kept = Attachment.objects.filter(pk__in=named)
        self.lost = named - set(kept.values_list("pk", flat=True))
        firsts = [history[0].facts_id for history in self.histories.values()]
        self.judged = Judged.objects.in_bulk(firsts)

    def left(self, history: list[StepRecord]) -> Iterator[tuple[int, int, str, Any]]:
        """The rows of one file without their words."""
        for record in history:
            for row in self.rows[record.pk]:
                yield record.sequence, row.number, row.kind, row.facts

    def everything(self) -> Iterator[StepRecord]:
        """Every record of the batch."""
        return chain(*self.histories.values())


def _by(field: str, rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, field)].append(row)
    return found


def _batches(cases: Any, size: int = 500) -> Iterator[list[Case]]:
    batch: list[Case] = []
    for case in cases.iterator(chunk_size=size):
        batch.append(case)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _fault_of(
    case: Case, files: Files, told: checkpointing.Told, erasures: Erasures
) -> Fault | None:
    name, history = f"case:{case.pk}", files.histories[case.pk]
    entries = ((r.sequence, r.content, r.hash, r.claims()) for r in history)
    if fault := first_fault(name, entries, head=case.head, length=case.records):
        return _named(case, fault)
    if fault := told.fault_of_case(case.pk, [record.hash for record in history]):
        return _named(case, fault)
    ordered = case.pk in erasures.by_file
    for record in history:
        if what := _unkept(record, files, ordered=ordered):
            return _named(case, Fault(name, record.sequence, what))
    what = (
        _misplaced(case, history, files.findings[case.pk])
        or _mismarked(case, history)
        or _lying_elsewhere(case, history, files)
        or _renamed(case, history, files)
        or (erasures.fault(case.pk, files.left(history)) if ordered else None)
    )
    return _named(case, Fault(name, case.records, what)) if what else None


def _named(case: Case, fault: Fault) -> Fault:
    return Fault(f"hồ sơ {case.reference}", fault.sequence, fault.what)


def _erased(record: StepRecord) -> int:
    """How many personal answers of a record are gone on purpose."""
    sealed = record.content.count('{"sha256":"')
    return (
        len(erased(json.loads(record.content), record.salts)) if sealed >= len(record.salts) else 0
    )


def _unkept(record: StepRecord, files: Files, *, ordered: bool) -> str | None:
    """What stands beside the hashed text and no longer answers to it."""
    kept = {
        "inputs": record.inputs,
        "salts": record.salts,
        "hits": record.hits,
        "rows": [[row.number, row.kind, row.facts, row.words] for row in files.rows[record.pk]],
        "supersedes": [row.number for row in files.set_aside[record.pk]],
        "papers": files.papers[record.pk],
    }
    said = json.loads(record.content)
    gone = UNORDERED if not ordered and emptied(said, record.salts) else None
    return unkept(said, kept) or gone or _lost(record, files)


def _lost(record: StepRecord, files: Files) -> str | None:
    """A file that was handed in with a record and is no longer there."""
    gone = sorted(files.lost.intersection(attached(record.inputs))) if files.lost else []
    return f"tệp đính kèm {gone[0][:12]} không còn trong kho" if gone else None


def _misplaced(case: Case, history: list[StepRecord], findings: list[Finding]) -> str | None:
    """Whether the file and its findings stand where their last moves put them."""
    moves = [record for record in history if record.moves]
    if not moves or case.stage != moves[-1].to_stage:
        return "giai đoạn của hồ sơ khác với bước chuyển gần nhất"
    start = getattr(catalogue.get(case.procedure).findings, "stage", None)
    for finding in findings:
        settled = [r for r in history if r.finding == finding.number]
        expected = settled[-1].to_stage if settled else start and start.start.value
        if finding.superseded_by_id is None and finding.stage != expected:
            return f"kết quả của nội dung số {finding.number} khác với bước kết luận"
    return None


def _mismarked(case: Case, history: list[StepRecord]) -> str | None:
    """Whether the file is marked as reported, by which leaders read it, just when a step reported it."""
    reporting = REPORTED_AT.get(case.procedure, ())
    if case.reported != any(record.step in reporting for record in history):
        return "dấu “đã báo cáo cấp ủy” khác với các bước đã ghi"
    return None


def _lying_elsewhere(case: Case, history: list[StepRecord], files: Files) -> str | None:
    """Whether the file lies with the body that its last passing names, or else with the one that opened it."""
    passed = [record for record in history if record.step == PASS_ON]
    if passed:
        body = json.loads(passed[-1].content)["inputs"].get("to")
    else:
        body = json.loads(files.judged[history[0].facts_id].content)["own"]
    return None if case.body_id == body else "cơ quan thụ lý khác với nhật ký"


def _renamed(case: Case, history: list[StepRecord], files: Files) -> str | None:
    """Whether the file still bears its reference, its subjects and the contents it found."""
    first, told = history[0], {record.pk: record.inputs for record in history}
    if json.loads(first.content)["reference"] != case.reference:
        return "số hồ sơ đã bị sửa"
    there = [
        [s.number, s.person_id is not None, s.person_id or s.organisation_id]
        for s in files.subjects[case.pk]
        if s.laid_by_id == first.pk
    ]
    judged = json.loads(files.judged[first.facts_id].content)
    if [subject[:3] for subject in judged["subjects"]] != there:
        return "đối tượng của hồ sơ đã bị sửa"
    contents: dict[int, tuple[int, str]] = {}
    for finding in files.findings[case.pk]:
        laid = (finding.subject_id, finding.content)
        said = told.get(finding.laid_by_id, {}).get("content", finding.content)
        if contents.setdefault(finding.number, laid) != laid or said != finding.content:
            return f"nội dung số {finding.number} đã bị sửa"
    return None


def _attachments(erasures: Erasures) -> Iterator[Fault]:
    """Yield each file handed in whose bytes are no longer those it is known by, or that is gone."""
    gone = erasures.covered("files")
    for kept in Attachment.objects.iterator(chunk_size=20):
        if not kept.content and kept.pk in gone:
            continue
        if hashlib.sha256(bytes(kept.content)).hexdigest() != kept.pk:
            yield Fault(f"tệp đính kèm {kept.name}", 0, "nội dung tệp khác với mã băm đã ghi")
    evidence = ItemEvidence.objects.values_list("file_sha256", flat=True)
    for sha in evidence.exclude(file_sha256__in=Attachment.objects.values("pk")):
        yield Fault(f"tệp đính kèm {sha[:12]}", 0, "chứng cứ của chương trình không còn trong kho")


def _contents_changed() -> Iterator[Fault]:
    for model, what in ((Edition, "ấn bản quy trình"), (Judged, "dữ kiện đã xét")):
        for sha, content in model.objects.values_list("sha256", "content").iterator():
            if sha256(content) != sha:
                yield Fault(what, 0, f"{sha[:12]} đã bị sửa")
