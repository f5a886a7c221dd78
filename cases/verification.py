"""Checking every file against its own history: chains, rows, papers, editions, and where it stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cases.models import Case, Edition, FileRow, Finding, Judged, StepRecord
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
    """Verify `cases` (every case of the site when None), reading each history once, in order."""
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
    for record in history:
        if what := _unkept(record, rows.get(record.pk, [])):
            return _named(case, Fault(chain, record.sequence, what))
    if what := _misplaced(case, history):
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


def _contents_changed() -> Iterator[Fault]:
    for model, what in ((Edition, "ấn bản quy trình"), (Judged, "dữ kiện đã xét")):
        for sha, content in model.objects.values_list("sha256", "content").iterator():
            if sha256(content) != sha:
                yield Fault(what, 0, f"{sha[:12]} đã bị sửa")
