"""The catalogue: every kind of paper the product can write, in the order of a matter."""

# The imports stand in the order of a matter, which is the order of the catalogue.
# ruff: noqa: I001

from documents.catalogue import Kind, every_kind, find
from documents.kinds.opening import (
    REPORT_OUTLINE,
    SUPERVISION_DECISION,
    SUPERVISION_PLAN,
    SUPERVISION_PROPOSAL,
    TEAM_CHANGE,
    TEAM_EXTENSION,
    TEAM_PLAN,
)
from documents.kinds.fact_finding import (
    OPENING_MINUTES,
    REQUEST_LETTER,
    SUBJECT_REPORT,
    VERIFICATION_MINUTES,
    WORKING_MINUTES,
)
from documents.kinds.concluding import (
    ANNOUNCEMENT_MINUTES,
    COMMITTEE_MINUTES,
    CONFERENCE_MINUTES,
    FILE_INDEX,
    REMEDY_REPORT,
    RESULT_NOTICE,
    RESULT_REPORT,
)
from documents.kinds.continuous import (
    REMINDER_LETTER,
    WATCH_ASSIGNMENT,
    WATCH_REPORT,
)

__all__ = [
    "ANNOUNCEMENT_MINUTES",
    "COMMITTEE_MINUTES",
    "CONFERENCE_MINUTES",
    "FILE_INDEX",
    "OPENING_MINUTES",
    "REMEDY_REPORT",
    "REMINDER_LETTER",
    "REPORT_OUTLINE",
    "REQUEST_LETTER",
    "RESULT_NOTICE",
    "RESULT_REPORT",
    "SUBJECT_REPORT",
    "SUPERVISION_DECISION",
    "SUPERVISION_PLAN",
    "SUPERVISION_PROPOSAL",
    "TEAM_CHANGE",
    "TEAM_EXTENSION",
    "TEAM_PLAN",
    "VERIFICATION_MINUTES",
    "WATCH_ASSIGNMENT",
    "WATCH_REPORT",
    "WORKING_MINUTES",
    "Kind",
    "every_kind",
    "find",
]
