"""Writes down what the procedures say now, for a person to read through: the change is theirs to judge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from workflows.scenarios import FOLDER, read


def record(folder: Path = FOLDER) -> list[Path]:
    """Write the verdict of each named day anew, under the law in use; return the files that changed.

    A day may be given with nothing behind it; whatever else the file says is kept.
    """
    changed = []
    for path in sorted(folder.glob("*.yaml")):
        before = path.read_text(encoding="utf-8")
        text = _text(yaml.safe_load(before), path)
        if text != before:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


def _text(told: dict[str, Any], path: Path) -> str:
    for one, scenario in zip(told["scenarios"], read(path), strict=True):
        one["verdicts"] = {day: scenario.judged(day) for day in scenario.verdicts}
    text: str = yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=100)
    return text
