"""The list of builders, one a kind of paper, and the values that many papers share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cases.dossier import Dossier, lines, people
from documents.catalogue import Kind
from documents.wording import figures
from law import terms
from workflows.facts import Row
from workflows.pauses import pauses
from workflows.rows import RowKind

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
        "unsigned": lines(d.inputs.get("refusal_to_sign")),
    }


def seal(d: Dossier, team: str) -> str | None:
    """That the team may use the committee's seal, where it was decided so."""
    if d.inputs.get("seal") != "dung":
        return None
    return f"{team} được dùng con dấu của cấp ủy trong thời gian làm nhiệm vụ"


def scope(d: Dossier) -> Values:
    """What every paper about the supervision itself repeats."""
    return {"subject": d.subject_names, "content": d.theme, "period": d.period}


def limits(d: Dossier, plan: Row) -> tuple[str, str]:
    """The last day of a plan with what was added to it until now, and with what is added by this step."""
    before = sum(row.facts["days"] for row in d.file.facts.of(RowKind.EXTENSION))
    old, new = (
        terms.last_day(
            plan.on, plan.facts["days"] + more, plan.facts["unit"], pauses=pauses(d.file.facts)
        ).last_day
        for more in (before, before + d.inputs.get("days", 0))
    )
    return f"đến hết ngày {figures(old)}", f"đến hết ngày {figures(new)}"
