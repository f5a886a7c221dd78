"""Noting a read before its answer leaves: the one call of every view that shows the inside of a file."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from cases import read_log
from cases.models import Case
from cases.read_models import ReadPart
from registry import clock
from registry.models import Person


def note(person: Person, case: Case, part: ReadPart, detail: str = "", **more: Any) -> None:
    """Note the read; 404 when the file opens to `person` no longer. Unwritten, the answer is an error."""
    try:
        read_log.note(person, clock.today(), case, part, detail, **more)
    except read_log.NotOpen as gone:
        raise Http404(str(gone)) from gone
