"""Every stage can be reached, leads on to an end, and belongs to one of the three official phases."""

from __future__ import annotations

from collections.abc import Iterator

from workflows.matter import Matter
from workflows.paths import shortest_path, ways_to
from workflows.promises.broken import Broken, at_stage


def every_stage_is_reached_and_can_end(procedure: type[Matter]) -> Iterator[Broken]:
    """No stage stands alone; a stage that is no end leads to one, and an end leads nowhere but by being reopened."""
    for machine in procedure.machines():
        moves = [step for step in machine.steps.values() if step.moves]
        reached = ways_to(machine, moves)
        for stage in machine.stage.enum.values:
            leads_on = any(stage in step.source for step in moves if not step.everyday)
            if stage not in reached:
                yield at_stage(
                    machine,
                    stage,
                    "không bước nào dẫn đến.",
                    "Khai bước dẫn đến giai đoạn này, hoặc bỏ giai đoạn.",
                )
            if machine.is_final(stage) and leads_on:
                yield at_stage(
                    machine,
                    stage,
                    "là giai đoạn cuối mà còn bước đi tiếp.",
                    "Bỏ khỏi `ends`, hoặc bỏ bước đó.",
                )
            if not machine.is_final(stage) and not shortest_path(machine, stage):
                yield at_stage(
                    machine,
                    stage,
                    "không có đường đến giai đoạn cuối.",
                    "Khai bước đi tiếp, hoặc ghi vào `ends`.",
                )


def every_stage_has_its_phase(procedure: type[Matter]) -> Iterator[Broken]:
    """A stage that is no end stands under preparing, conducting or finishing."""
    for machine in procedure.machines():
        placed = {stage for stages in machine.stage.phases.values() for stage in stages}
        for stage in machine.stage.enum.values:
            if stage not in placed and not machine.is_final(stage):
                yield at_stage(
                    machine,
                    stage,
                    "không thuộc bước chuẩn bị, tiến hành hay kết thúc.",
                    "Ghi vào `phases` của quy trình.",
                )
