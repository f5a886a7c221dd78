"""Deciding again: what the rule book says today of a record's own facts, under the edition it was given by.

Plain values in, plain values out. It serves an auditor's page as well as the verifier of a proof pack,
which runs it on a bare Python (proof/bare.py).
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any

import law
from law import LawBook
from law import editions as law_editions
from permissions.standing import Standing
from workflows import catalogue
from workflows.aiming import with_draft
from workflows.facts import Facts
from workflows.stages import Step

#: What a record keeps of a rule it applied and a replay must find again.
_DECIDES = ("rule", "value", "unit", "state", "confidence", "key", "citation", "settled_by")


class Outcome(Enum):
    """What deciding a record again came to."""

    SAME = "nhu_da_ghi"
    CODE_CHANGED = "ma_da_doi"
    ERASED = "da_xoa"
    DIFFERS = "khac"


@dataclass(frozen=True)
class Replayed:
    """One verdict decided again: `why` says in words what differs or what could not be decided."""

    outcome: Outcome
    why: tuple[str, ...] = ()
    rules: int = 0


def law_of(edition: Mapping[str, Any], on: str, more: Mapping[str, Any] | None = None) -> LawBook:
    """Return the law book of an edition as a record of the day `on` (ISO) read it.

    `more` holds rows of other days (law.editions.whole), which a selector may ask for. What it says of the
    day itself is left out: that day is the edition's, whatever the law learnt since.
    """
    held = edition["law"]
    if more:
        other = {key: row for key, row in more["rows"].items() if not _holds_on(row, on)}
        held = {
            **held,
            "rows": {**other, **held["rows"]},
            "rules": {**more["rules"], **held["rules"]},
            "instruments": {**more["instruments"], **held["instruments"]},
        }
    return law_editions.restore({**held, "on": None})


def _holds_on(row: Mapping[str, Any], day: str) -> bool:
    return bool(row["from"] <= day) and (row["to"] is None or bool(day <= row["to"]))


def decide_again(
    content: Mapping[str, Any],
    inputs: Mapping[str, Any],
    facts: Mapping[str, Any],
    standing: Mapping[str, Any],
    edition: Mapping[str, Any],
    book: LawBook,
) -> Replayed:
    """Decide a record again: `content` is its hashed text, read; `inputs` what people answered, as kept.

    `facts`, `standing` and `edition` are what it judged, `book` the law of that edition (`law_of`).
    """
    procedure = catalogue.PROCEDURES.get(edition["code"])
    step = procedure.step(content["step"]) if procedure else None
    if procedure is None or step is None:
        return Replayed(Outcome.CODE_CHANGED, (f"không còn bước {content['step']}",))
    changed = tuple(guards_changed(edition, step))
    seen = with_draft(Facts.from_json(facts), step)
    seen = replace(seen, inputs={**seen.inputs, **facts.get("inputs", {}), **inputs})
    with law.using(book):
        verdict = procedure.judged(step, seen, Standing.from_json(standing))
    found = tuple(
        [one.text for one in verdict.reasons if not _of_another_hand(one.rule, content)]
        + list(_other_hits(content["hits"], verdict.hits))
    )
    if changed:
        return Replayed(Outcome.CODE_CHANGED, (*changed, *found), len(verdict.hits))
    if found and (gone := tuple(_gone(content["inputs"], inputs))):
        return Replayed(Outcome.ERASED, (*gone, *found), len(verdict.hits))
    return Replayed(Outcome.DIFFERS if found else Outcome.SAME, found, len(verdict.hits))


def _gone(hashed: Mapping[str, Any], kept: Mapping[str, Any]) -> Iterator[str]:
    """Yield each personal answer that was erased: only what was promised of it is left."""
    for name, value in sorted(hashed.items()):
        if name not in kept and isinstance(value, Mapping) and set(value) == {"sha256"}:
            yield f"câu trả lời “{name}” đã xóa"


def guards_changed(edition: Mapping[str, Any], step: Step) -> Iterator[str]:
    """Yield each guard of a step that is no longer the code the edition was made of."""
    kept = _guards_of(edition, step.code)
    now = {one.id: _code(one.asks) for one in step.when}
    for name in sorted(kept.keys() | now.keys()):
        if kept.get(name) != now.get(name):
            yield f"mã của điều kiện “{name}” đã đổi"


def _guards_of(edition: Mapping[str, Any], code: str) -> dict[str, str]:
    machines = [edition, *([edition["findings"]] if edition["findings"] else [])]
    steps = (step for machine in machines for step in machine["steps"])
    guards = next((step["guards"] for step in steps if step["code"] == code), ())
    return {guard["id"]: guard["code"] for guard in guards}


@lru_cache(maxsize=4096)
def _code(asks: Any) -> str:
    return hashlib.sha256(inspect.getsource(asks).encode()).hexdigest()


def _of_another_hand(rule: str, content: Mapping[str, Any]) -> bool:
    """Whether a reason is about who acts where the step was entered for another body from its paper."""
    return rule == "permission" and content["on_behalf_of"] is not None


def _other_hits(kept: Any, found: Any) -> Iterator[str]:
    """Yield each rule that now reads otherwise than the record has it."""
    for place in range(max(len(kept), len(found))):
        was = _decided(kept[place]) if place < len(kept) else None
        now = _decided(found[place]) if place < len(found) else None
        if was != now:
            name = (was or now or {}).get("rule")
            yield f"quy định “{name}”: đã ghi {_short(was)}, xét lại {_short(now)}"


def _decided(hit: Mapping[str, Any]) -> dict[str, Any]:
    return {name: hit.get(name) for name in _DECIDES}


def _short(hit: Mapping[str, Any] | None) -> str:
    return "không có" if hit is None else f"{hit['value']} ({hit['key']}, {hit['confidence']})"
