"""The words of the notice that sends the lessons of a conclusion to others."""

from __future__ import annotations

from cases.dossier import Dossier, lines
from cases.paper_values.builders import Values, of
from documents import kinds


@of(kinds.LESSONS_NOTICE)
def _lessons(d: Dossier) -> Values:
    """What was learnt, without a name: whoever gets the notice needs to know the work, not the people."""
    what = d.file.procedure.label
    return {
        "addressee": lines(d.inputs.get("addressee")),
        "content": f"{what[:1].lower()}{what[1:]}{f' về {d.theme}' if d.theme else ''}",
        "lessons": lines(d.inputs.get("lessons")),
        "requests": lines(d.inputs.get("requests")),
        "due_on": d.inputs.get("report_by"),
        "signatory": d.signatory,
    }
