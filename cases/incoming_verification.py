"""Checking the incoming books: each line is one that its journal entered and that its record said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from cases.incoming_models import IncomingEntry
from documents.models import BookEntry
from proof.verify import Fault, erased

#: What a line repeats of the answers of the step that entered it, by its own name and theirs.
_SAID = {
    "arrived_on": "arrived_on",
    "postmarked_on": "postmarked_on",
    "source": "source",
    "sender_kind": "sender_kind",
    "alias": "envelope",
    "sender": "sender",
    "sender_number": "sender_number",
}


def faults() -> Iterator[Fault]:
    """Yield a fault for each line that belies its record, and for each that the journal does not know."""
    kept: Counter[tuple[object, ...]] = Counter()
    for line in IncomingEntry.objects.select_related("record").iterator():
        gone = erased(json.loads(line.record.content), line.record.salts)
        kept[line.body_id, line.number, f"{line.arrived_on}", f"{line.record.acted_on}"] += 1
        if any(
            str(getattr(line, mine) or "") != line.record.inputs.get(theirs, "")
            and not (theirs not in line.record.inputs and theirs in gone)
            for mine, theirs in _SAID.items()
        ):
            yield Fault(f"sổ đơn, thư đến, dòng {line.pk}", 0, "khác với bước đã vào sổ")
    entered = Counter(_entered())
    for body, number, arrived, on in sorted((kept - entered) + (entered - kept), key=str):
        yield Fault(
            f"sổ đơn, thư đến của cơ quan {body}", 0,
            f"số {number}, đến {arrived}, vào sổ {on}: khác với nhật ký cấp số",
        )  # fmt: skip


def _entered() -> Iterator[tuple[object, ...]]:
    for entry in BookEntry.objects.filter(deed=BookEntry.Deed.INCOMING).iterator():
        said = json.loads(entry.content)
        yield entry.body_id, said["number"], said["arrived_on"], said["on"]
