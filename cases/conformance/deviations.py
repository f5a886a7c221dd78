"""Where a finished file departs from what it was led under: which record, which rule, what was done instead.

A deviation is a fact for a person to weigh. It says nothing of anybody, and names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import TextChoices

from cases.models import StepRecord
from law import Reason
from law.differences import value_in_words
from permissions.standing import Standing
from workflows.replay import Overdue, Reading, Replayed, overdue, papers_due
from workflows.stages import Step


class Kind(TextChoices):
    """In what a record departs."""

    HAND = "tham_quyen", "Người làm không đúng thẩm quyền"
    ORDER = "trinh_tu", "Không đúng trình tự, ngày"
    CONDITION = "dieu_kien", "Thiếu điều kiện"
    LAW = "quy_dinh", "Áp dụng quy định khác"
    LATE = "qua_han", "Quá thời hạn"
    PAPER = "van_ban", "Thiếu văn bản"


@dataclass(frozen=True)
class Deviation:
    """One departure: the record and its step, the rule with what it says and where, and what was done.

    `on` is the day of the deed (ISO); `rule` is empty where only a paper of the file set the matter.
    """

    kind: str
    sequence: int
    step: str
    label: str
    on: str
    rule: str
    says: str
    citation: str
    done: str

    def as_json(self) -> dict[str, Any]:
        """The plain values that are kept."""
        return asdict(self)


def of_verdict(
    record: StepRecord, said: Mapping[str, Any], found: Replayed, standing: Mapping[str, Any]
) -> Iterator[Deviation]:
    """Yield what deciding one record again shows; `said` is its hashed text, read."""
    step, facts = found.step, found.seen
    if step is None or facts is None:
        return
    for reason in found.reasons:
        yield _of_reason(record, step, reason, standing)
    for reading in found.readings:
        yield _of_reading(record, step, reading)
    issued = {kind for _paper, kind, _sha in said.get("papers", ())}
    for kind in papers_due(step, facts):
        if kind.code not in issued:
            says = f"Bước này lập “{kind.title}” ({kind.code})."
            yield _at(record, step, Kind.PAPER, step.basis, says, _basis(record), "Không lập.")


def of_terms(record: StepRecord, found: Replayed) -> Iterator[tuple[str, Deviation]]:
    """Yield each deadline that a record ended too late, by its name; under the law in use."""
    if found.step is None or found.seen is None:
        return
    for late in overdue(found.step, found.seen):
        yield late.name, _of_term(record, found.step, late)


def of_order(record: StepRecord, step: Step | None, says: str, done: str) -> Deviation:
    """A record that does not follow from those before it."""
    return Deviation(
        Kind.ORDER, record.sequence, record.step, step.label if step else record.step,
        record.acted_on.isoformat(), "order", says, _basis(record), done,
    )  # fmt: skip


def _of_reason(
    record: StepRecord, step: Step, reason: Reason, standing: Mapping[str, Any]
) -> Deviation:
    if reason.rule in ("permission", "draft.own"):
        done = f"Người ghi khi đó giữ vai trò: {_roles(standing)}."
        return _at(
            record,
            step,
            Kind.HAND,
            reason.rule,
            reason.text,
            reason.citation or _basis(record),
            done,
        )
    in_order = reason.rule in ("order", "finding") or reason.rule.startswith("day.")
    kind = Kind.ORDER if in_order else Kind.CONDITION
    done = f"Bước vẫn được ghi ngày {record.acted_on:%d/%m/%Y}."
    return _at(
        record, step, kind, reason.rule, reason.text, reason.citation or _basis(record), done
    )


def _of_reading(record: StepRecord, step: Step, reading: Reading) -> Deviation:
    says = value_in_words(reading.now) if reading.now else "Không có quy định nào được áp dụng."
    done = f"Đã ghi: {value_in_words(reading.was)}" if reading.was else "Không ghi quy định này."
    if reading.was and reading.was.get("citation"):
        done += f" ({reading.was['citation']})"
    cited = (reading.now or {}).get("citation") or _basis(record)
    return _at(record, step, Kind.LAW, reading.rule, says, str(cited), done)


def _of_term(record: StepRecord, step: Step, late: Overdue) -> Deviation:
    days = (record.acted_on - late.last_day).days
    says = f"{late.label}: hạn cuối {late.last_day:%d/%m/%Y}"
    says += f", theo {late.set_by}." if late.set_by else "."
    done = f"Làm ngày {record.acted_on:%d/%m/%Y}, sau hạn {days} ngày."
    return _at(record, step, Kind.LATE, late.rule, says, late.citation or _basis(record), done)


def _at(
    record: StepRecord, step: Step, kind: Kind, rule: str, says: str, citation: str, done: str
) -> Deviation:
    on = record.acted_on.isoformat()
    return Deviation(
        kind.value, record.sequence, step.code, step.label, on, rule, says, citation, done
    )


def _basis(record: StepRecord) -> str:
    """What the record itself cites as the basis of its step: always the first rule it looked up."""
    return str(record.hits[0].get("citation") or "") if record.hits else ""


def _roles(standing: Mapping[str, Any]) -> str:
    held = Standing.from_json(standing).roles
    named = dict.fromkeys(str(role.label) for roles in held.values() for role in sorted(roles))
    return ", ".join(named) or "không vai trò nào trong hồ sơ"
