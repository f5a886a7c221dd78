"""The themes of the violation catalogue as a question offers them, read without opening the law book."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from law.faults import Fault
from law.reading import read
from law.violations import THEMES


@cache
def themes() -> tuple[tuple[str, str], ...]:
    """Return each theme and its label, in the order of the catalogue; what is wrong in it `law check` names."""
    faults: list[Fault] = []
    block = read(Path(__file__).parent / THEMES, THEMES, faults) or {}
    return tuple((name, one["label_vi"]) for name, one in block.get("themes", {}).items())
