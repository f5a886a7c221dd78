"""The components of a paper that its drafter may add to any of them: asked once, for every step that writes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from documents.fields import OPTIONAL
from workflows.inputs import Components

if TYPE_CHECKING:
    from workflows.stages import Step

#: The name of the answer that has "Dự thảo lần …" printed while the paper is a draft; no signed paper bears it.
DRAFT_NOTE = "draft_note"

COMPONENTS = Components(
    name="components",
    label="Thành phần thể thức bổ sung",
    help="Do người ký quyết định; không chọn thì văn bản không có.",
    parts=(*OPTIONAL, DRAFT_NOTE),
)


def asked_for(step: Step) -> Step:
    """The step with the question about further components, where it writes or prepares a paper."""
    writes = step.issues or step.writes or step.prepares
    if not writes or COMPONENTS in step.inputs:
        return step
    return replace(step, inputs=(*step.inputs, COMPONENTS))
