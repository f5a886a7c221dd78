"""The address of the ledger: whoever reads figures reads its lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reports.counting import keeping
from tests.desk.addresses_of_forms import READ_FIGURES
from tests.desk.world import World

if TYPE_CHECKING:
    from tests.desk.addresses import Address


def of_ledger(address: type[Address]) -> Iterator[Any]:
    """The lines, once everything is counted."""
    yield address("ledger", 15, _counted, seen_by=READ_FIGURES)


def _counted(_world: World) -> dict[str, object]:
    keeping.refresh()
    return {}
