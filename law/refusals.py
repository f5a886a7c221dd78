"""What a law folder must never hold; each refusal names the file, the line and the reason."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from law.citations import Instruments
from law.faults import Fault
from law.rows import Parameter, Row

Sources = Mapping[str, Mapping[str, Any]]


def of_rows(parameter: Parameter, instruments: Instruments, sources: Sources) -> Iterator[Fault]:
    """Yield everything wrong with the rows of one rule."""
    yield from _overlapping(parameter)
    for row in parameter.rows:
        for reason in (*_value(row), *_citations(row, instruments), *_sources(row, sources)):
            yield Fault(row.file, row.line, reason)


def _overlapping(parameter: Parameter) -> Iterator[Fault]:
    for earlier, later in zip(parameter.rows, parameter.rows[1:], strict=False):
        if earlier.end is None or later.start <= earlier.end:
            yield Fault(
                later.file,
                later.line,
                f"{parameter.id}: dòng từ {later.start} chồng lên dòng từ {earlier.start}",
            )


def _value(row: Row) -> Iterator[str]:
    if row.end is not None and row.end < row.start:
        yield f"{row.key} kết thúc trước khi bắt đầu"
    if row.state == "known" and row.value is None:
        yield f"{row.key} ghi “known” nhưng không có giá trị"
    if row.state != "known" and row.value is not None:
        yield f"{row.key} ghi “{row.state}” thì không được có giá trị"


def _citations(row: Row, instruments: Instruments) -> Iterator[str]:
    if row.state != "unknown" and not row.cites and not row.cite_note:
        yield f"{row.key} không nêu căn cứ"
    for cite in row.cites:
        if cite.instrument not in instruments:
            yield f"{row.key} dẫn văn bản không có trong danh mục: {cite.instrument}"
        elif not instruments.get(cite.instrument).overlaps(row.start, row.end):
            yield f"{row.key} dẫn {cite.instrument} ngoài thời gian có hiệu lực"


def _sources(row: Row, sources: Sources) -> Iterator[str]:
    for ref in row.sources:
        if ref.source not in sources:
            yield f"{row.key} dẫn nguồn không có trong danh mục: {ref.source}"
    if row.confidence == "confirmed" and not _confirmed(row, sources):
        yield f"{row.key} ghi “confirmed” nhưng chưa có hai văn bản hoặc một toàn văn"


def _confirmed(row: Row, sources: Sources) -> bool:
    """Two independent texts, or the full text of an instrument the row itself cites."""
    read = {ref.source: sources.get(ref.source, {}) for ref in row.sources}
    cited = {cite.instrument for cite in row.cites}
    texts = [source for source in read.values() if source.get("counts_as_text", True)]
    return len(texts) >= 2 or any(source.get("full_text_of") in cited for source in texts)


def of_layer(local: Parameter, national: Parameter | None, floor: Iterable[str]) -> Iterator[Fault]:
    """Yield what a locality may not do: touch the floor, or widen what the national row allows."""
    line = local.rows[0].line if local.rows else 1
    if local.id in floor:
        yield Fault(local.file, line, f"{local.id} là bảo đảm tối thiểu, địa phương không được sửa")
    for row in local.rows if national else ():
        for over in national.rows if national else ():
            if _together(row, over.start, over.end) and not narrows(row, over):
                yield Fault(row.file, row.line, f"{row.key} nới rộng quy định chung {over.key}")


def _together(row: Row, start: date, end: date | None) -> bool:
    return (end is None or row.start <= end) and (row.end is None or start <= row.end)


def narrows(local: Row, national: Row) -> bool:
    """Return whether the local row allows no more than the national one.

    A period may be shorter in the same unit, a list may be a part of the list; an unknown national
    row allows nothing to compare with, so a locality may state its own.
    """
    if national.state == "unknown":
        return True
    if local.state != "known" or national.state != "known":
        return False
    if isinstance(local.value, bool) or isinstance(national.value, bool):
        return bool(local.value == national.value)
    if isinstance(local.value, int) and isinstance(national.value, int):
        return local.unit == national.unit and local.value <= national.value
    if isinstance(local.value, tuple) and isinstance(national.value, tuple):
        return set(local.value) <= set(national.value)
    return bool(local.value == national.value)
