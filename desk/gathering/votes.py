"""Votes of a file as a screen shows them: shows of hands and secret ballots, each against its threshold."""

from __future__ import annotations

from django.utils.translation import gettext as _

import law
from cases.reading import File
from desk.pages.parts import Votes
from desk.worded import worded
from law.thresholds import Threshold
from workflows import motions
from workflows.facts import Row
from workflows.forms import Form
from workflows.rows import RowKind


def votes_of(file: File) -> list[Votes]:
    """Every live vote of the file, its count set against the threshold of its day, in order."""
    show = {
        RowKind.MEETING: _show_of_hands,
        RowKind.BALLOT: _ballot,
        RowKind.MOTION: _motion,
    }
    return [
        show[RowKind(row.kind)](file, row)
        for row in file.facts.rows
        if row.kind in show and _counted(row)
    ]


def _counted(row: Row) -> bool:
    """Whether anybody voted: an advisory organ's heads meet and conclude without a count."""
    return row.kind != RowKind.MEETING or "yes" in row.facts


def _show_of_hands(file: File, row: Row) -> Votes:
    hit = law.rule("vote.ordinary", on=row.on)
    share, base = Threshold.of(hit.value), row.facts["base"]
    yes, no = row.facts["yes"], row.facts["no"]
    absent = base - row.facts["present"]
    return Votes(
        label=_label(file, row),
        agree=yes,
        against=no,
        base=base,
        threshold=share.needed(base),
        passes=share.passes(yes, base),
        citation=hit.cited or "",
        words=[
            _("tán thành %(yes)d; không tán thành %(no)d; vắng %(absent)d / %(base)d")
            % {"yes": yes, "no": no, "absent": absent, "base": base},
            share.arithmetic(yes, base),
        ],
    )


def _ballot(file: File, row: Row) -> Votes:
    """Totals only: the form that passed (or the one with most votes) against all other slips."""
    facts, votes = row.facts, row.facts["votes"]
    cast = {form: number for form, number in votes.items() if number}
    form = facts["form"] or max(cast, key=lambda one: cast[one], default=Form.NONE)
    agree = cast.get(form, 0)
    counted = [f"{worded(Form(one).label).lower()} {cast[one]}" for one in Form if one in cast]
    return Votes(
        label=f"{_label(file, row)}: {worded(Form(form).label).lower()}",
        agree=agree,
        against=sum(cast.values()) - agree,
        base=facts["base"],
        threshold=facts["needed"] or 0,
        passes=facts["form"] is not None,
        citation=facts["threshold"] or "",
        words=[
            ", ".join(counted),
            _("có mặt %(present)d / %(base)d")
            % {"present": facts["present"], "base": facts["base"]},
            *facts["arithmetic"],
        ],
    )


def _motion(file: File, row: Row) -> Votes:
    """A question answered yes or no, by cards or on slips, against the share it had to reach."""
    facts = row.facts
    yes, no, base = facts["votes"][motions.YES], facts["votes"][motions.NO], facts["base"]
    return Votes(
        label=_label(file, row),
        agree=yes,
        against=no,
        base=base,
        threshold=facts["needed"] or 0,
        passes=facts["passes"],
        citation=facts["threshold"] or "",
        words=[
            _("có mặt %(present)d / %(base)d") % {"present": facts["present"], "base": base},
            *facts["arithmetic"],
        ],
    )


def _label(file: File, row: Row) -> str:
    step = file.procedure.step(row.step)
    return f"{worded(step.label) if step else row.step} {row.on:%d/%m/%Y}"
