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
from workflows import motions
from workflows.forms import Form
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
        _counted(row.facts, labels) if "votes" in row.facts else _show_of_hands(row.facts, on)
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


def _counted(facts: Mapping[str, Any], labels: Mapping[str, str]) -> Vote:
    return _question(facts) if "passes" in facts else _secret(facts, labels)


def _question(facts: Mapping[str, Any]) -> Vote:
    """A question answered yes or no, with the share it had to reach."""
    totals = facts["totals"]
    return Vote(
        base=facts["base"],
        present=facts["present"],
        counts=[(said.lower(), facts["votes"][one]) for one, said in reversed(motions.OPTIONS)],
        slips=", ".join(f"{said} {totals[name]}" for name, said in SLIPS.items()),
        arithmetic=list(facts["arithmetic"]),
        passes=facts["passes"],
    )


def _secret(facts: Mapping[str, Any], labels: Mapping[str, str]) -> Vote:
    """A ballot on discipline, in the order of the slip; what came of it closes the arithmetic."""
    votes, totals = facts["votes"], facts["totals"]
    form = facts["form"]
    result = f"Kết quả: {Form(form).label.lower()}" if form else "Không hình thức nào đủ số phiếu"
    return Vote(
        base=facts["base"],
        present=facts["present"],
        counts=[(_option(one, labels), votes[one]) for one in Form if _on_the_slip(one, votes)],
        slips=", ".join(f"{said} {totals[name]}" for name, said in SLIPS.items()),
        arithmetic=[*facts["arithmetic"], result],
        passes=form is not None,
    )


def _on_the_slip(form: Form, votes: Mapping[str, int]) -> bool:
    """Removal from a post stands on no slip of somebody without one, and nobody then votes for it."""
    return form in votes and (votes[form] > 0 or form is not Form.REMOVAL)


def _labels(step: Step | None) -> dict[str, str]:
    """What the step's own questions call their options."""
    return {v: s for one in (step.inputs if step else ()) for v, s in getattr(one, "options", ())}


def _option(code: str, labels: Mapping[str, str]) -> str:
    said = labels.get(code) or ("không kỷ luật" if code == NONE else words.word(code))
    return said.replace("_", " ")
