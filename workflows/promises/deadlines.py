"""Every deadline runs between two steps of its procedure, for a time that the law or a paper sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workflows.clocks import Deadline
from workflows.matter import Matter
from workflows.promises.broken import Broken
from workflows.promises.steps import faults_of_rule


def every_deadline_has_its_clock(procedure: type[Matter]) -> Iterator[Broken]:
    """Its steps exist, its rule exists or its paper is named, and each step waits for one at most."""
    for clock in procedure.clocks:
        where = f"thời hạn “{clock.label}”"
        for fault, remedy in _faults(procedure, clock):
            yield Broken(procedure.code, where, fault, remedy)
    for code, times in Counter(clock.until for clock in procedure.clocks).items():
        if times > 1:
            yield Broken(
                procedure.code,
                f"bước “{code}”",
                "có hai thời hạn cùng chờ một bước.",
                "Gộp thành một đồng hồ.",
            )


def _faults(procedure: type[Matter], clock: Deadline) -> Iterator[tuple[str, str]]:
    for code in (clock.since, clock.until):
        if procedure.step(code) is None:
            yield f"không có bước “{code}”.", "Sửa `since`, `until` của đồng hồ."
    if not clock.rule and not clock.set_by:
        yield "không quy định hay văn bản nào đặt ra.", "Nêu `rule`, hoặc `set_by`."
    if clock.rule and (fault := faults_of_rule(clock.rule)):
        yield f"{fault}.", "Nêu một quy tắc có dẫn văn bản trong law/."
