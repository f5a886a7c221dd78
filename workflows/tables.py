"""A procedure as a table in Markdown: each step with its basis, who takes it, its papers, its deadline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from workflows.drawing import is_its_own
from workflows.matter import Matter
from workflows.reading import cited_in_words, deadline_in_words, sources_in_words, told

_HEAD = ("Bước", "Từ giai đoạn", "Đến", "Ai", "Căn cứ", "Văn bản", "Thời hạn")


def table_of(procedure: type[Matter], on: date) -> str:
    """Return the table of that day; steps that every file has at every stage stand in a second one."""
    plain = told(procedure, on)
    everyday = {step.code for step in procedure.all_steps() if not is_its_own(step)}
    own = [step for step in plain["steps"] if step["code"] not in everyday]
    others = [step for step in plain["steps"] if step["code"] in everyday]
    lines = [
        f"# {procedure.code} – {procedure.label}",
        "",
        f"Theo quy định ngày {on.isoformat()}; ấn bản `{plain['edition'][:12]}` từ {plain['start']}.",
        "",
        *_table(procedure, own, plain),
        "",
        "## Bước trình ký và bước thường ngày",
        "",
        *_table(procedure, others, plain),
    ]
    return "\n".join(lines) + "\n"


def _table(
    procedure: type[Matter], steps: list[dict[str, Any]], plain: Mapping[str, Any]
) -> Iterator[str]:
    yield _row(_HEAD)
    yield _row(["---"] * len(_HEAD))
    stages = {one["code"]: one["label"] for one in plain["stages"]}
    labels = {one["code"]: one["label"] for one in plain["steps"]}
    for step in steps:
        yield _row(_cells(procedure, step, stages, labels))


def _cells(
    procedure: type[Matter],
    step: Mapping[str, Any],
    stages: Mapping[str, str],
    labels: Mapping[str, str],
) -> list[str]:
    deadline = step["deadline"]
    return [
        step["label"],
        sources_in_words(procedure, step["source"]),
        stages[step["target"]] if step["target"] else "giữ nguyên",
        step["role"],
        cited_in_words(step["basis"]),
        "; ".join(f"{one['code']} {one['title']}" for one in step["papers"]),
        deadline_in_words(deadline, labels) if deadline else "",
    ]


def _row(cells: Any) -> str:
    return (
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
    )
