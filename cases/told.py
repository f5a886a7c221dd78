"""A step that the door itself writes into a file: what another file says of it, or what the law brings about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.utils import timezone

from cases.outcome import facts_after
from cases.papers import Prepared
from cases.reading import File
from cases.writing import Deed, write_down
from proof.canonical import sha256
from workflows.laying import lay
from workflows.stages import Step


def write(
    file: File,
    step: Step,
    inputs: Mapping[str, Any],
    hits: tuple[dict[str, Any], ...],
    *,
    body: int,
) -> None:
    """Write down a step already judged on a locked `file`, inside a transaction, for the body `body`.

    The record is one of the file's own chain; `hits` are the rules it was judged under. From then on the body
    takes part in the file and may read it: who settles a complaint must have the discipline before them.
    """
    stage = file.facts.stage
    deed = Deed(
        step=step,
        from_stage=stage,
        to_stage=file.procedure.move(step, stage) if step.moves else stage,
        acted_on=file.facts.acted_on,
        recorded_at=timezone.now(),
        inputs=dict(inputs),
        personal=frozenset(),
        hits=hits,
        papers=(),
        key=uuid4().hex,
        request=sha256([file.reference, step.code, inputs]),
        spoken_in=body,
    )
    others = set(file.facts.bodies) - {file.body}
    taking_part = tuple(sorted({*others, body} - {file.body}))
    laying = replace(lay(step, file.facts, inputs, frozenset()), participants=taking_part)
    write_down(file, deed, laying, facts_after(file, deed, laying, Prepared()))
