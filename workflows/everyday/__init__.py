"""Rules that every procedure keeps, each declared once and given to all: what a file needs beside its own path.

Changes of the plan, sessions and deposits are shaped before drafts are declared; the deeds that lie beside
the path come after.
"""

from __future__ import annotations

from typing import Any

from workflows.everyday.archive import declare_borrowing, declare_depositing
from workflows.everyday.correction import declare_correction
from workflows.everyday.following import (
    declare_lessons,
    declare_lessons_reports,
    declare_state_answers,
)
from workflows.everyday.guided import declare_guided
from workflows.everyday.handing_over import declare_handing_over
from workflows.everyday.lapsing import declare_lapsing
from workflows.everyday.passing_on import declare_passing_on
from workflows.everyday.pausing import declare_pausing
from workflows.everyday.records import declare_records
from workflows.everyday.remedies import declare_remedies
from workflows.everyday.reviewing import declare_reviewing
from workflows.everyday.scope import declare_scope
from workflows.everyday.sessions import declare_sessions
from workflows.everyday.starting import declare_starting
from workflows.everyday.taking_back import declare_taking_back
from workflows.everyday.taking_over import declare_taking_over
from workflows.everyday.team_work import declare_team_work
from workflows.everyday.who import BASIS, the_team_or_area_officer
from workflows.stages import Stages


def declare_shared(procedure: Any, stages: Stages) -> None:
    """Complete the procedure's own steps with what every procedure of its kind asks and may change."""
    declare_scope(procedure, stages)
    declare_sessions(procedure, stages)
    declare_depositing(procedure, stages)
    declare_starting(procedure, stages)
    declare_lessons(procedure, stages)


def declare_everyday(procedure: Any, stages: Stages) -> None:
    """Give `procedure` the deeds beside its path: records, corrections, pauses, hand-overs, loans, team days."""
    declare_records(procedure, stages)
    declare_taking_back(procedure, stages)
    declare_correction(procedure, stages)
    declare_remedies(procedure, stages)
    declare_pausing(procedure, stages)
    declare_handing_over(procedure, stages)
    declare_borrowing(procedure, stages)
    declare_taking_over(procedure, stages)
    declare_reviewing(procedure, stages)
    declare_lapsing(procedure, stages)
    declare_passing_on(procedure, stages)
    declare_guided(procedure, stages)
    declare_team_work(procedure, stages)
    declare_state_answers(procedure, stages)
    declare_lessons_reports(procedure, stages)


__all__ = ["BASIS", "declare_everyday", "declare_shared", "the_team_or_area_officer"]
