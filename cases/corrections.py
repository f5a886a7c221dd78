"""Correcting an entry at the real door: what its page asks, and the records that the confirmation looks at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from cases import behalf, papers
from cases.models import StepRecord
from cases.reading import File
from law import Reason
from workflows import correcting
from workflows.correcting import Correcting, Later
from workflows.everyday import correction
from workflows.everyday.correction import ASK
from workflows.facts import Facts
from workflows.laying import Laying
from workflows.rows import RowKind
from workflows.stages import Step


def as_taken(file: File, step: Step, answers: Mapping[str, Any]) -> Step:
    """The step as the reader of `file` takes it, asking all that these answers make it ask."""
    return correcting.as_asked(_of(file), behalf.as_taken(file, step), answers)


def on_its_page(file: File, step: Step, answers: Mapping[str, Any]) -> Step:
    """The step as its page asks: first which entry is wrong, then what that entry asked."""
    if step.code == ASK and "record" not in answers:
        return replace(step, inputs=(correction.RECORD,))
    return correcting.as_asked(_of(file), step, answers)


def record_chosen(method: str | None, step: str, sent: Mapping[str, Any]) -> str:
    """The entry that was chosen on the first page of the step, where nothing else was asked yet."""
    chosen = str(sent.get("record", ""))
    return (
        chosen
        if method == "POST" and step == ASK and "what" not in sent and chosen.isdigit()
        else ""
    )


def first_said(file: File, step: Step, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What the entry says now, under the names of the questions that write it anew."""
    return correcting.said_now(_of(file), step, answers, partial(papers.words_of, file.id))


def about_correction(file: File, step: Step, answers: Mapping[str, Any]) -> list[Reason]:
    """What may be corrected, and by whom: never by one person alone."""
    return correcting.against(_of(file), step, answers)


def laid(file: File, step: Step, inputs: Mapping[str, Any]) -> Laying | None:
    """What the confirmation of a correction lays.

    None for any other step, which lays what its declaration says.
    """
    if step.lays is not RowKind.CORRECTION:
        return None
    return correcting.laid(_of(file), inputs, partial(papers.words_of, file.id), _deeds(file))


def _deeds(file: File) -> Iterator[Later]:
    """The deeds of the file with what each was judged on; nothing is read before somebody asks."""
    records = StepRecord.objects.filter(case=file.id).order_by("sequence").select_related("facts")
    for record in records:
        step = file.procedure.step(record.step)
        if step is not None:
            yield Later(record.sequence, step, Facts.from_json(json.loads(record.facts.content)))


def _of(file: File) -> Correcting:
    return Correcting(file.procedure, file.facts, file.standing.person)
