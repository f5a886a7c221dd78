"""Plain values: frozen when a file is read, thawed when they leave as JSON."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any


def frozen(value: Any) -> Any:
    """Return the same value with lists as tuples and mappings read-only."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(item) for key, item in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(frozen(item) for item in value)
    return value


def thawed(value: Any, drop: tuple[str, ...] = ()) -> Any:
    """Return the same value as JSON knows it: lists, dicts, ISO dates; `drop` leaves keys out."""
    if isinstance(value, Mapping):
        return {str(key): thawed(item) for key, item in value.items() if key not in drop}
    if isinstance(value, (list, tuple)):
        return [thawed(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
