"""Checking every file against its own history: chains, rows, papers, editions, and where it stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from cases.models import (
    Case,
    Edition,
    FileRow,
    Finding,
    Judged,
    RecordPaper,
    StepRecord,
    Subject,
)
from documents import verification as papers
from proof.verify import Fault, first_fault, kept_promise, sha256
from workflows import catalogue


@dataclass(frozen=True)
class Report:
    """What a verification looked at, and the first fault it met in each file."""

    cases: int
    records: int
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        if self.faults:
            return str(self.faults[0])
        return f"audit: {self.cases} cases, {self.records} records, intact"


def verify(cases: Any = None) -> Report:
    """Verify `cases` (every case of the site when None), reading each history once, in order.

    All is read in one snapshot, so that a step taken meanwhile is no fault.
    """
    if connection.in_atomic_block:
        return _verify(cases)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return _verify(cases)


def _verify(cases: Any) -> Report:
    chosen = Case.objects.all() if cases is None else cases
    faults: list[Fault] = list(_contents_changed()) if cases is None else []
    seen = records = 0
    for batch in _batches(chosen.order_by("pk")):
        histories, rows = _histories(batch), _rows(batch)
        for case in batch:
            seen += 1
            records += len(histories[case.pk])
            if fault := _fault_of(case, histories[case.pk], rows[case.pk]):
                faults.append(fault)
    faults += papers.faults()
    return Report(seen, records, tuple(faults))


def _batches(cases: Any, size: int = 500) -> Iterator[list[Case]]:
    batch: list[Case] = []
    for case in cases.iterator(chunk_size=size):
        batch.append(case)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _histories(batch: list[Case]) -> dict[int, list[StepRecord]]:
    found: dict[int, list[StepRecord]] = defaultdict(list)
    for record in StepRecord.objects.filter(case__in=batch).order_by("case_id", "sequence"):
        found[record.case_id].append(record)
    return found


def _rows(batch: list[Case]) -> dict[int, dict[int, list[FileRow]]]:
    found: dict[int, dict[int, list[FileRow]]] = defaultdict(lambda: defaultdict(list))
    for row in FileRow.objects.filter(case__in=batch).order_by("number"):
        found[row.case_id][row.laid_by_id].append(row)
    return found


def _fault_of(
    case: Case, history: list[StepRecord], rows: dict[int, list[FileRow]]
) -> Fault | None:
    chain = f"case:{case.pk}"
    entries = ((r.sequence, r.content, r.hash, r.claims()) for r in history)
    if fault := first_fault(chain, entries, head=case.head, length=case.records):
        return _named(case, fault)
    superseded, papers_of = _superseded(case), _papers_of(case)
    for record in history:
        what = _unkept(record, rows.get(record.pk, [])) or _moved_aside(
            record, superseded[record.pk], papers_of[record.pk]
        )
        if what:
            return _named(case, Fault(chain, record.sequence, what))
    if what := _misplaced(case, history) or _renamed(case, history[0]):
        return _named(case, Fault(chain, case.records, what))
    return None


def _named(case: Case, fault: Fault) -> Fault:
    return Fault(f"hồ sơ {case.reference}", fault.sequence, fault.what)


def _unkept(record: StepRecord, rows: list[FileRow]) -> str | None:
    """What stands beside the hashed text and no longer answers to it."""
    said = json.loads(record.content)
    for name, hashed in said["inputs"].items():
        salt = record.salts.get(name)
        if salt is None and isinstance(hashed, dict) and set(hashed) == {"sha256"}:
            continue  # erased on purpose: the chain holds without the value
        value = record.inputs.get(name)
        kept = value == hashed if salt is None else kept_promise(value, salt, hashed["sha256"])
        if not kept:
            return f"mục “{name}” đã bị sửa"
    if said["hits"] != record.hits:
        return "quy định đã áp dụng bị sửa"
    laid = [[row.number, row.kind, row.facts, row.words] for row in rows]
    if "rows" in record.salts and not kept_promise(laid, record.salts["rows"], said["rows"]):
        return "mục hồ sơ do bước này lập đã bị sửa"
    return None


def _misplaced(case: Case, history: list[StepRecord]) -> str | None:
    moves = [record for record in history if record.moves]
    if not moves or case.stage != moves[-1].to_stage:
        return "giai đoạn của hồ sơ khác với bước chuyển gần nhất"
    start = getattr(catalogue.get(case.procedure).findings, "stage", None)
    for finding in Finding.objects.filter(case=case, superseded_by=None):
        settled = [r for r in history if r.finding == finding.number]
        expected = settled[-1].to_stage if settled else start and start.start.value
        if finding.stage != expected:
            return f"kết quả của nội dung số {finding.number} khác với bước kết luận"
    return None


def _moved_aside(record: StepRecord, superseded: list[int], papers: list[list[Any]]) -> str | None:
    """What the record took the place of, and the papers it holds, as they are now."""
    said = json.loads(record.content)
    if sorted(said.get("supersedes", [])) != sorted(superseded):
        return "mục hồ sơ bị thay hoặc bỏ mà không có bước nào ghi"
    if sorted(said.get("papers", [])) != sorted(papers):
        return "văn bản của bước này bị thêm, bớt hoặc thay"
    return None


def _superseded(case: Case) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    rows = FileRow.objects.filter(case=case, superseded_by__isnull=False)
    for record, number in rows.values_list("superseded_by", "number"):
        found[record].append(number)
    return found


def _papers_of(case: Case) -> dict[int, list[list[Any]]]:
    found: dict[int, list[list[Any]]] = defaultdict(list)
    held = RecordPaper.objects.filter(case=case)
    for record, *paper in held.values_list(
        "record", "paper", "paper__kind", "paper__values_sha256"
    ):
        found[record].append(paper)
    return found


def _renamed(case: Case, first: StepRecord) -> str | None:
    """Whether the file still bears its reference, its subjects and the contents it found."""
    if json.loads(first.content)["reference"] != case.reference:
        return "số hồ sơ đã bị sửa"
    judged = json.loads(Judged.objects.get(pk=first.facts_id).content)
    now = Subject.objects.filter(case=case, laid_by=first).order_by("number")
    there = [[s.number, s.person_id is not None, s.person_id or s.organisation_id] for s in now]
    if [subject[:3] for subject in judged["subjects"]] != there:
        return "đối tượng của hồ sơ đã bị sửa"
    contents: dict[int, tuple[int, str]] = {}
    for finding in Finding.objects.filter(case=case).select_related("laid_by").order_by("pk"):
        laid = (finding.subject_id, finding.content)
        told = finding.laid_by.inputs.get("content", finding.content)
        if contents.setdefault(finding.number, laid) != laid or told != finding.content:
            return f"nội dung số {finding.number} đã bị sửa"
    return None


def _contents_changed() -> Iterator[Fault]:
    for model, what in ((Edition, "ấn bản quy trình"), (Judged, "dữ kiện đã xét")):
        for sha, content in model.objects.values_list("sha256", "content").iterator():
            if sha256(content) != sha:
                yield Fault(what, 0, f"{sha[:12]} đã bị sửa")
