"""Invented documents by which people of the stories answer what the law does not tell, and proposed values."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import law
from law import values
from law.differences import UNITS


@cache
def _samples() -> dict[str, Any]:
    path = Path(__file__).with_name("documents.yaml")
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def sample(name: str) -> dict[str, str]:
    """The invented document of that name, as a step takes a source of law."""
    return {key: str(value) for key, value in _samples()[name].items()}


def proposed(rule: str, on: date) -> str:
    """The value nearest to that day which the law proposes where it gives none, as one writes it."""
    hit = law.rule(rule, on=on)
    near = next(one for one in hit.proposals if one.value is not None)
    unit = UNITS.get(near.unit or "") if isinstance(near.value, int) else None
    return " ".join(filter(None, (values.written(near.value), unit)))
