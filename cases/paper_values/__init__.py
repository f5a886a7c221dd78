"""The words of each paper, taken from the file: nothing is printed that no fact or answer says."""

from cases.dossier import Dossier
from cases.paper_values import (
    ballots,
    changing,
    complaint,
    denunciation,
    discipline,
    inspection,
    inspection_beside,
    intake,
    lessons,
    meetings,
    organisations,
    periodic,
    programme,
    removal,
    removal_complaint,
    restoration,
    special,
    supervision,
    suspension,
)
from cases.paper_values.builders import BUILDERS, Values
from documents.catalogue import Kind

#: Named here so that reading this file shows where the words of which procedure are.
ROOMS = (
    intake,
    supervision,
    inspection,
    inspection_beside,
    programme,
    denunciation,
    discipline,
    organisations,
    special,
    suspension,
    restoration,
    removal,
    removal_complaint,
    complaint,
    ballots,
    meetings,
    lessons,
    periodic,
    changing,
)


def values_of(kind: Kind, dossier: Dossier) -> Values:
    """Return the values `kind` needs, as far as the file can give them (a missing one is left out)."""
    said = BUILDERS[kind.code](dossier)
    known = kind.needs | kind.takes
    return {name: v for name, v in said.items() if name in known and v not in (None, "", [])}


def knows(kind: Kind) -> bool:
    """Whether the file can write this kind of paper."""
    return kind.code in BUILDERS
