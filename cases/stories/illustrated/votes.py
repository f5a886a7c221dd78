"""Counts of votes as arithmetic: the base frozen with the count, each option, the share to reach."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import law
from cases.models import FileRow
from cases.stories.illustrated.parts import Vote
from law import words
from law.differences import value_in_words
from law.thresholds import Threshold
from law.votes import NONE
from workflows.stages import Step

ORDINARY = "vote.ordinary"
SLIPS = {
    "phat_ra": "phát ra",
    "thu_vao": "thu vào",
    "hop_le": "hợp lệ",
    "khong_hop_le": "không hợp lệ",
}


def votes_of(rows: list[FileRow], step: Step | None, on: date) -> list[Vote]:
    """Return the counts that lie in `rows`, as one step laid them on that day."""
    labels = _labels(step)
    return [
        _secret(row.facts, labels) if "votes" in row.facts else _show_of_hands(row.facts, on)
        for row in rows
        if "votes" in row.facts or "yes" in row.facts
    ]


def _show_of_hands(facts: Mapping[str, Any], on: date) -> Vote:
    yes, no, base, present = (facts.get(name, 0) for name in ("yes", "no", "base", "present"))
    counts = [("tán thành", yes), ("không tán thành", no)]
    if others := present - yes - no:
        counts.append(("không biểu quyết", others))
    hit = law.rule(ORDINARY, on=on)
    if not isinstance(hit.value, Mapping):
        return Vote(base, present, counts)
    share = Threshold.of(hit.value)
    needs = value_in_words({"value": hit.value, "unit": hit.unit, "state": hit.state})
    return Vote(
        base,
        present,
        counts,
        arithmetic=[share.arithmetic(yes, base)],
        needs=f"cần {needs} của {base}, tức là từ {share.needed(base)} phiếu",
        passes=share.passes(yes, base),
    )


def _secret(facts: Mapping[str, Any], labels: Mapping[str, str]) -> Vote:
    return Vote(
        base=facts.get("base"),
        present=facts.get("present"),
        counts=[(_option(o, labels), n) for o, n in facts["votes"].items() if o not in SLIPS],
        slips=", ".join(
            f"{said} {facts['votes'].get(name, facts.get(name))}"
            for name, said in SLIPS.items()
            if name in facts["votes"] or name in facts
        ),
        arithmetic=_lines(facts.get("arithmetic"), labels),
        passes=facts.get("passes"),
    )


def _lines(arithmetic: Any, labels: Mapping[str, str]) -> list[str]:
    if isinstance(arithmetic, Mapping):
        return [f"{_option(o, labels)}: {line}" for o, line in arithmetic.items()]
    return [arithmetic] if isinstance(arithmetic, str) else list(arithmetic or ())


def _labels(step: Step | None) -> dict[str, str]:
    """What the step's own questions call their options."""
    return {v: s for one in (step.inputs if step else ()) for v, s in getattr(one, "options", ())}


def _option(code: str, labels: Mapping[str, str]) -> str:
    said = labels.get(code) or ("không kỷ luật" if code == NONE else words.word(code))
    return said.replace("_", " ")
