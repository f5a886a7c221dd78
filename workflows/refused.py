"""What somebody would not do: put on record, named in one way, and never a reason for the matter to stand still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workflows.facts import Facts, Row
from workflows.guards import Guard, guard
from workflows.rows import RowKind

SIGNED, UNSIGNED = "da_ky", "tu_choi_ky"
NOT_RECEIVED = "tu_choi_nhan"
#: What may be refused, as the record of it says, in the words of the record.
REPORT, CRITICISM, HEARING = "bao_cao", "kiem_diem", "trinh_bay"
WORDS = {
    REPORT: "không báo cáo, giải trình",
    CRITICISM: "không tự kiểm điểm",
    HEARING: "không đến trình bày",
    UNSIGNED: "từ chối ký biên bản",
    NOT_RECEIVED: "từ chối nhận văn bản",
}


@dataclass(frozen=True)
class Refusal:
    """One refusal on record: what was refused, on which day, at which step, under which number of the file."""

    what: str
    on: date
    step: str
    number: int

    @property
    def words(self) -> str:
        return WORDS.get(self.what, self.what)


def refusals(facts: Facts) -> Iterator[Refusal]:
    """Every refusal on record, in order, wherever it was written down."""
    for row in facts.rows:
        if what := _refused(row):
            yield Refusal(what, row.on, row.step, row.number)


def _refused(row: Row) -> str:
    if row.kind == RowKind.REFUSAL:
        return str(row.facts.get("about", REPORT))
    if row.facts.get("signing") == UNSIGNED:
        return UNSIGNED
    return NOT_RECEIVED if row.facts.get("result") == NOT_RECEIVED else ""


def is_on_record(facts: Facts, what: str) -> bool:
    """Whether a refusal of that is on record."""
    return any(one.what == what for one in refusals(facts))


def refusal_on_record(what: str, sentence: str, remedy: str, righted_by: tuple[str, ...]) -> Guard:
    """The guard of a step that goes on without what was refused; `sentence` is read while nothing is on record."""

    def the_refusal_is_on_record(facts: Facts) -> bool:
        return is_on_record(facts, what)

    the_refusal_is_on_record.__doc__ = sentence
    return guard(remedy=remedy, righted_by=righted_by)(the_refusal_is_on_record)
