"""The list of builders, one a kind of paper, and the values that many papers share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cases.dossier import Dossier, people
from documents.catalogue import Kind

Values = dict[str, Any]
Builder = Callable[[Dossier], Values]
BUILDERS: dict[str, Builder] = {}


def of(*kinds: Kind) -> Callable[[Builder], Builder]:
    """Enter a function as the builder of the values of one kind, or of kinds that say the same."""

    def keep(build: Builder) -> Builder:
        BUILDERS.update({kind.code: build for kind in kinds})
        return build

    return keep


def session(d: Dossier) -> Values:
    """What every minutes says: where, who led, who wrote, who was there."""
    chair = people(d.inputs.get("chair", ""))
    recorder = people(d.inputs.get("recorder", ""))
    return {
        "subject": d.subject_names,
        "held_on": d.acted_on,
        "venue": d.inputs.get("place"),
        "chair": chair and chair[0],
        "recorder": recorder[0] if recorder else d.doer,
        "present": people(d.inputs.get("attendance", "")),
        "subject_present": people(d.inputs.get("subject_side", "")),
    }


#: By which paper a matter was opened, in the order in which a team names it: a cell has a plan alone.
_OPENING = ("QD-01", "QD-01.KT", "QD-01.CH", "KH-01.CB", "KH-01.CH.CB")


def opened_by(d: Dossier) -> dict[str, str] | None:
    """The decision under which a team works; in a cell, the plan that stands for it."""
    return next((d.papers[code] for code in _OPENING if code in d.papers), None)


def seal(d: Dossier, team: str) -> str | None:
    """That the team may use the committee's seal, where it was decided so."""
    if d.inputs.get("seal") != "dung":
        return None
    return f"{team} được dùng con dấu của cấp ủy trong thời gian làm nhiệm vụ"


def scope(d: Dossier) -> Values:
    """What every paper about the supervision itself repeats."""
    return {"subject": d.subject_names, "content": d.theme, "period": d.period}
