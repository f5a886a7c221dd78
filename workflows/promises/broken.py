"""One broken promise: in which procedure, where in it, what is wrong and what puts it right."""

from __future__ import annotations

from dataclasses import dataclass

from workflows.procedure import Procedure
from workflows.stages import Step


@dataclass(frozen=True)
class Broken:
    """A fault of a declaration, for whoever writes procedures."""

    procedure: str
    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.procedure}, {self.where}: {self.what} → {self.remedy}"


def at_step(procedure: type[Procedure], step: Step, what: str, remedy: str) -> Broken:
    """A promise broken at one step."""
    return Broken(procedure.code, f"bước “{step.label}” ({step.code})", what, remedy)


def at_stage(procedure: type[Procedure], stage: str, what: str, remedy: str) -> Broken:
    """A promise broken at one stage."""
    label = procedure.stage.enum(stage).label
    return Broken(procedure.code, f"giai đoạn “{label}” ({stage})", what, remedy)
