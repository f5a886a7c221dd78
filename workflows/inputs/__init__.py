"""The closed vocabulary of what a step may ask for; each word cleans its own answer.

One mapping each leads from here to form fields, API schemas and facts; nothing else is asked anywhere.
"""

from workflows.inputs.asking import Cleaned, Input, Unclear, clean_all
from workflows.inputs.listing import Attendance, BallotTotals, Team
from workflows.inputs.naming import (
    Bodies,
    BodyOf,
    CaseOf,
    Concerned,
    EnvelopeOf,
    EvidenceOf,
    FindingOf,
    MeetingOf,
    MemberOf,
    OrganisationOf,
    PaperOf,
    People,
    PostHolder,
    RecordOf,
    Reference,
    RowOf,
    SubjectOf,
)
from workflows.inputs.plain import Amount, Choice, Components, Day, File, LawSource, Months, Text

__all__ = [
    "Amount",
    "Attendance",
    "BallotTotals",
    "Bodies",
    "BodyOf",
    "CaseOf",
    "Choice",
    "Cleaned",
    "Components",
    "Concerned",
    "Day",
    "EnvelopeOf",
    "EvidenceOf",
    "File",
    "FindingOf",
    "Input",
    "LawSource",
    "MeetingOf",
    "MemberOf",
    "Months",
    "OrganisationOf",
    "PaperOf",
    "People",
    "PostHolder",
    "RecordOf",
    "Reference",
    "RowOf",
    "SubjectOf",
    "Team",
    "Text",
    "Unclear",
    "clean_all",
]
